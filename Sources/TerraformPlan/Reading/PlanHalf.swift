/// One of two halves of a plan, which two threads read at the same time.
///
/// A large plan is cut before a row of `resource_changes` in its middle:
///
///     {"format_version":"1.2","planned_values":{…},"resource_changes":[{…},{…}
///     ,{"address":"…",…},{…}],"prior_state":{…},"configuration":{…},"complete":true,"errored":false}
///
/// Where it is cut is a guess: a string may hold text that looks like rows. So the first half counts
/// only if its reader came to the cut behind a row, as the second half's reader supposed of it; then
/// the two have read, and checked, what one would have. Whatever else happens, and wherever anything
/// is wrong, the plan is read again from its first byte by one, who says what and where.
package struct PlanHalf: Sendable {
    fileprivate let plan: Plan
    /// The keys of the document's own object in this half: all by their bits, and those with a value.
    fileprivate let keys: UInt64
    fileprivate let present: [RootKey]
    fileprivate let formatVersion: ByteString?
    fileprivate let unknownKeys: [ByteString]

    fileprivate init(_ reader: borrowing PlanReader) {
        plan = reader.plan
        keys = reader.root.seen
        present = reader.present
        formatVersion = reader.formatVersion
        unknownKeys = reader.root.unknownKeys
    }
}

/// What came of reading the first half.
package enum FirstHalf: Sendable {
    case half(PlanHalf)
    /// The cut was no place between two rows: it has been read to its end.
    case whole(Plan)
}

/// A place before a row in bytes from the middle of a plan, if one looks like it.
package func cut(in bytes: [UInt8]) -> Int? {
    let mark = Array(#"},{"address":""#.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: mark) }.map { $0 + 1 }
}

/// Reads a plan up to a cut.
///
/// - Returns: nil where anything is wrong.
package func readFirstHalf<Source: ByteSource>(
    from source: inout Source, to cut: Int
) -> FirstHalf? {
    withFill(from: &source) { fill in
        var reader = PlanReader(window: ByteWindow(fill: fill), method: .fastest)
        reader.cut = cut
        switch reader.read() {
        case .success(let plan): return reader.hasStopped ? .half(PlanHalf(reader)) : .whole(plan)
        case .failure: return nil
        }
    }
}

/// Reads a plan from a cut on, with which the source begins.
///
/// - Returns: nil where anything is wrong.
package func readSecondHalf<Source: ByteSource>(from source: inout Source) -> PlanHalf? {
    withFill(from: &source) { fill in
        var reader = PlanReader(window: ByteWindow(fill: fill), method: .fastest)
        return reader.readSecondHalf() ? PlanHalf(reader) : nil
    }
}

private func withFill<Source: ByteSource, Half>(
    from source: inout Source, _ read: (@escaping ByteWindow.Fill) -> Half?
) -> Half? {
    withoutActuallyEscaping(
        { (buffer: inout MutableSpan<UInt8>) -> Int? in try? source.read(into: &buffer) }, do: read)
}

extension PlanReader {
    /// Reads from the comma before a row on.
    ///
    /// - Returns: false where anything is wrong.
    fileprivate mutating func readSecondHalf() -> Bool {
        do throws(ReadingFailure) {
            var rows: OpenArray
            (root, rows) = cursor.resume(RootKey.self)
            plan.changes = try readRows(.changes, &rows)
            try readMembers()
            return try cursor.peekToken() == nil
        } catch {
            return false
        }
    }
}

// MARK: Joining

extension Plan {
    /// The plan of two halves.
    ///
    /// - Returns: nil where it takes one reader to say what they are.
    package init?(_ first: FirstHalf?, _ second: PlanHalf?) {
        switch (first, second) {
        case (.whole(let plan)?, _): self = plan
        case (.half(let first)?, let second?): self.init(first, second)
        case (.half?, nil), (nil, _): return nil
        }
    }

    private init?(_ first: PlanHalf, _ second: PlanHalf) {
        let present = first.present + second.present
        guard first.keys & second.keys == 0, first.unknownKeys + second.unknownKeys == [],
            present.contains(.plannedValues), present.contains(.configuration),
            let formatVersion = first.formatVersion ?? second.formatVersion
        else { return nil }
        self = first.plan
        self.formatVersion = formatVersion
        changes += second.plan.changes
        noOpCount += second.plan.noOpCount
        for key in second.present {
            switch key {
            // Its rows, and what is told by its presence, are those of the first half.
            case .resourceChanges, .formatVersion, .plannedValues, .relevantAttributes,
                .conditionResults, .checks, .errored:
                break
            case .terraformVersion: terraformVersion = second.plan.terraformVersion
            case .variables: variables = second.plan.variables
            case .resourceDrift: drift = second.plan.drift
            case .deferredChanges: deferred = second.plan.deferred
            case .deferredActionInvocations:
                deferredInvocations = second.plan.deferredInvocations
            case .outputChanges: outputChanges = second.plan.outputChanges
            case .actionInvocations: invocations = second.plan.invocations
            case .priorState: priorStateCount = second.plan.priorStateCount
            case .configuration:
                provisioned = second.plan.provisioned
                providerConfiguration = second.plan.providerConfiguration
            case .timestamp: timestamp = second.plan.timestamp
            case .applyable: isApplyable = second.plan.isApplyable
            case .complete: isComplete = second.plan.isComplete
            }
        }
    }
}
