@testable import TerraformPlan

/// Whatever the bytes are, each way of skipping and each way of delivering them must come to the same
/// plan or to the same refusal.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlanReader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    check(input)
    // Deep inside where it is skipped, and where it is kept.
    check(
        Array(#"{"checks":["#.utf8) + input
            + Array(#"],"format_version":"1.2","planned_values":{},"configuration":{}}"#.utf8))
    // In the rows, where plans are cut, and behind them.
    check(
        Array(
            #"{"resource_changes":[{"type":"t","address":"a","change":{"actions":["read"]}}"#.utf8)
            + input
            + Array(#"],"format_version":"1.2","planned_values":{},"configuration":{}}"#.utf8))
    check(
        Array(#"{"resource_drift":[{"type":"t","change":{"actions":["update"],"after":"#.utf8)
            + input
            + Array(#"}}],"format_version":"1.2","planned_values":{},"configuration":{}}"#.utf8))
    return 0
}

private func check(_ document: [UInt8]) {
    let expected = outcome(document, chunkSize: .max, windowSize: 4096, .tokens)
    let size = document.reduce(1) { ($0 &* 31 &+ Int($1)) & 127 } + 1
    if let cut = cut(in: document.span) { checkParts(document, cutAt: cut, expected) }
    checkParts(document, cutAt: document.count * size / 256, expected)
    for method in SkipMethod.allCases {
        for (chunkSize, windowSize) in [(Int.max, 4096), (size, size)] {
            let other = outcome(
                document, chunkSize: chunkSize, windowSize: windowSize, method)
            guard other == expected else {
                fatalError(
                    """
                    \(method), chunks of \(chunkSize), window of \(windowSize): \(other); \
                    expected \(expected)
                    """)
            }
        }
    }
}

/// What is read of parts is what is read of the whole, or nothing.
private func checkParts(_ document: [UInt8], cutAt place: Int, _ expected: Outcome) {
    var cuts = [place]
    // Where a generated plan has rows.
    while cuts.count < 4 {
        let rest = document[cuts[cuts.count - 1]...]
        guard let next = cut(in: rest.span) else { break }
        cuts.append(cuts[cuts.count - 1] + next)
    }
    let parts = ([0] + cuts).map { start in
        var source = Document(bytes: document, chunkSize: .max, position: start)
        return (start, readPart(of: &source, from: start, upTo: cuts))
    }
    guard let plan = Plan(parts) else { return }
    guard .plan(everything(in: plan)) == expected else {
        fatalError("cut at \(cuts): \(plan); expected \(expected)")
    }
}

private enum Outcome: Equatable {
    case plan([UInt8])
    case refused(PlanError)
}

private func outcome(
    _ document: [UInt8], chunkSize: Int, windowSize: Int, _ method: SkipMethod
) -> Outcome {
    var source = Document(bytes: document, chunkSize: chunkSize)
    do throws(PlanReadingError<Never>) {
        let plan = try readPlan(from: &source, windowSize: windowSize, method: method)
        // Whoever looks at a plan makes trees of its texts and words of its error.
        for change in plan.changes + plan.drift { _ = change.after?.value }
        return .plan(everything(in: plan))
    } catch {
        switch error {
        case .unreadable(let error):
            precondition(!error.description.isEmpty)
            precondition(error.offset <= document.count && error.line > 0 && error.column > 0)
            return .refused(error)
        }
    }
}

private struct Document: ByteSource {
    let bytes: [UInt8]
    let chunkSize: Int
    var position = 0

    mutating func read(into buffer: inout MutableSpan<UInt8>) -> Int {
        let count = min(buffer.count, chunkSize, bytes.count - position)
        for index in 0..<count { buffer[index] = bytes[position + index] }
        position += count
        return count
    }
}

private func everything(in plan: Plan) -> [UInt8] {
    var bytes = plan.formatVersion.bytes + (plan.terraformVersion?.bytes ?? [0])
    for variable in plan.variables { bytes += variable.name.bytes + (variable.value?.bytes ?? [0]) }
    for row in plan.changes + plan.drift + plan.deferred.map(\.change) {
        let words = row.actions.map(\.rawValue).joined(separator: ",")
        bytes += row.address.bytes + Array((row.mode.rawValue + words).utf8)
        for text in [
            row.deposed, row.previousAddress, row.moduleAddress, row.type, row.name,
            row.providerName, row.actionReason,
        ] { bytes += text?.bytes ?? [0] }
        for text in [
            row.index, row.before, row.after, row.afterUnknown, row.beforeSensitive,
            row.afterSensitive, row.replacePaths, row.importing,
        ] { bytes += text?.bytes ?? [0] }
    }
    for output in plan.outputChanges {
        bytes += output.name.bytes + Array("\(output.actions)".utf8)
    }
    for invocation in plan.invocations + plan.deferredInvocations {
        bytes += invocation.address.bytes + invocation.type.bytes
    }
    for key in plan.unknownKeys + plan.provisioned.sorted() { bytes += key.bytes }
    let numbers = [plan.noOpCount, plan.priorStateCount ?? -1]
    return bytes + (plan.providerConfiguration?.bytes ?? []) + Array("\(numbers)".utf8)
}
