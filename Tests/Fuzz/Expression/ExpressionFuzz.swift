import Diagnostics

@testable import HCL

/// Whatever the bytes are, as a file and as an expression: they are read or refused with a place in
/// them, and evaluating what was read ends, with a value of bounded size or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExpression(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = SourceFile(
        name: "a.hcl", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    let (body, problems) = parse(file)
    check(problems, in: file)
    for attribute in body.attributes {
        _ = try? attribute.expression.constantValue()
        evaluate(attribute.expression)
    }

    let (expression, mistakes) = parseExpression(file)
    check(mistakes, in: file)
    _ = expression.references
    check(expression.mistakes(knowing: ["change": ["before"], "plan": []]), in: file)
    evaluate(expression)
    return 0
}

private let scope = Scope(
    variables: [
        "change": .object([
            ("before", .null), ("after", .object([("name", .string("a")), ("id", .unknown)])),
        ]),
        "plan": .object([("targets", .tuple([.string("a.b"), .string("c.d")]))]),
        "time": .string("2026-11-21T12:00:00Z"), "number": .number("3"),
    ], emptyWhenNull: ["before"])

private func evaluate(_ expression: Expression) {
    do throws(Diagnostic) {
        let value = try expression.value(in: scope)
        var size = 0
        measure(value, &size)
    } catch {
        precondition(!error.summary.isEmpty)
    }
}

/// Templates in templates must not grow beyond what the evaluator allows itself.
private func measure(_ value: Value, _ size: inout Int) {
    size += 1
    switch value {
    case .null, .unknown, .bool: break
    case .number(let text), .string(let text): size += text.utf8.count
    case .tuple(let elements): for element in elements { measure(element, &size) }
    case .object(let members):
        for member in members {
            size += member.key.utf8.count
            measure(member.value, &size)
        }
    }
    precondition(size < 64 << 20)
}

private func check(_ diagnostics: [Diagnostic], in file: SourceFile) {
    for diagnostic in diagnostics {
        precondition(!diagnostic.summary.isEmpty)
        guard let range = diagnostic.range else { continue }
        precondition(range.start >= 0 && range.start <= range.end)
        precondition(range.end <= file.bytes.count)
    }
}
