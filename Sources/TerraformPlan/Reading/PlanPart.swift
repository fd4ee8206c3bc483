/// One of several parts of a plan, which threads read at the same time.
///
/// A large plan is cut before rows of `resource_changes`:
///
///     {"format_version":"1.2","planned_values":{…},"resource_changes":[{…},{…}
///     ,{"address":"…",…},{…},{…}
///     ,{"address":"…",…},{…}],"prior_state":{…},"configuration":{…},"complete":true,"errored":false}
///
/// Where it is cut is a guess: a string may hold text that looks like rows, and there are rows in
/// other lists. So a part counts only if the reader of the part before it came to the cut behind a
/// row, as the part's own reader supposed of it, and so on to the first part, which supposes nothing;
/// then together they have read, and checked, what one would have. Whatever else happens, and wherever
/// anything is wrong, the plan is read again from its first byte by one, who says what and where.
package struct PlanPart: Sendable {
    fileprivate let plan: Plan
    /// The cut before which it ends; nil at the end of the document.
    fileprivate let end: Int?
    /// The keys of the document's own object in this part: all by their bits, and those with a value.
    fileprivate let keys: UInt64
    fileprivate let present: [RootKey]
    fileprivate let formatVersion: ByteString?
    fileprivate let unknownKeys: [ByteString]

    fileprivate init(_ reader: borrowing PlanReader, from start: Int) {
        plan = reader.plan
        end = reader.hasStopped ? start + reader.cursor.window.offset : nil
        keys = reader.root.seen
        present = reader.present
        formatVersion = reader.formatVersion
        unknownKeys = reader.root.unknownKeys
    }
}

/// A place before a row, as the bytes from somewhere in a plan on tell, if one looks like it.
package func cut(in bytes: Span<UInt8>) -> Int? {
    let mark = Array(#"},{"address":""#.utf8)
    var start = 0
    while start + mark.count <= bytes.count {
        var length = 0
        while length < mark.count, bytes[start + length] == mark[length] { length += 1 }
        if length == mark.count { return start + 1 }
        start += 1
    }
    return nil
}

/// Reads a part of a plan, with which the source begins, to its end or to one of some cuts.
///
/// - Parameters:
///   - source: the plan from `start` on.
///   - start: where the part begins: 0, or one of the cuts.
///   - cuts: where other parts begin, in ascending order.
///   - driftValues: what is kept of the drift.
/// - Returns: nil where anything is wrong.
package func readPart<Source: ByteSource>(
    of source: inout Source, from start: Int, upTo cuts: [Int],
    keeping driftValues: DriftValues = .all
) -> PlanPart? {
    withoutActuallyEscaping(
        { (buffer: inout MutableSpan<UInt8>) -> Int? in try? source.read(into: &buffer) }
    ) { fill in
        var reader = PlanReader(window: ByteWindow(fill: fill), method: .fastest)
        reader.driftValues = driftValues
        reader.cuts = cuts.filter { $0 > start }.map { $0 - start }
        let isRead =
            if start > 0 {
                reader.readOn()
            } else {
                switch reader.read() {
                case .success: true
                case .failure: false
                }
            }
        return isRead ? PlanPart(reader, from: start) : nil
    }
}

extension PlanReader {
    /// Reads from the comma before a row on.
    ///
    /// - Returns: false where anything is wrong.
    fileprivate mutating func readOn() -> Bool {
        do throws(ReadingFailure) {
            var rows: OpenArray
            (root, rows) = cursor.resume(RootKey.self)
            plan.changes = try readRows(.changes, &rows)
            if hasStopped { return true }
            try readMembers()
            if hasStopped { return true }
            return try cursor.peekToken() == nil
        } catch {
            return false
        }
    }
}

// MARK: Joining

extension Plan {
    /// The plan of which these are parts, with where each begins, in any order.
    ///
    /// - Returns: nil where it takes one reader to say what they are.
    package init?(_ parts: [(start: Int, part: PlanPart?)]) {
        guard let first = parts.first(where: { $0.start == 0 })?.part else { return nil }
        self = first.plan
        guard var end = first.end else { return }
        var keys = first.keys
        var present = first.present
        var formatVersion = first.formatVersion
        var unknownKeys = first.unknownKeys
        while true {
            guard let part = parts.first(where: { $0.start == end })?.part,
                keys & part.keys == 0
            else { return nil }
            append(part)
            keys |= part.keys
            present += part.present
            formatVersion = formatVersion ?? part.formatVersion
            unknownKeys += part.unknownKeys
            guard let next = part.end else { break }
            end = next
        }
        guard unknownKeys == [], present.contains(.plannedValues),
            present.contains(.configuration), let formatVersion
        else { return nil }
        self.formatVersion = formatVersion
    }

    private mutating func append(_ part: PlanPart) {
        changes += part.plan.changes
        noOpCount += part.plan.noOpCount
        for key in part.present {
            switch key {
            // Its rows, and what is told by its presence, are those of the first part.
            case .resourceChanges, .formatVersion, .plannedValues, .relevantAttributes,
                .conditionResults, .checks, .errored:
                break
            case .terraformVersion: terraformVersion = part.plan.terraformVersion
            case .variables: variables = part.plan.variables
            case .resourceDrift: drift = part.plan.drift
            case .deferredChanges: deferred = part.plan.deferred
            case .deferredActionInvocations:
                deferredInvocations = part.plan.deferredInvocations
            case .outputChanges: outputChanges = part.plan.outputChanges
            case .actionInvocations: invocations = part.plan.invocations
            case .priorState: priorStateCount = part.plan.priorStateCount
            case .configuration:
                provisioned = part.plan.provisioned
                providerConfiguration = part.plan.providerConfiguration
            case .timestamp: timestamp = part.plan.timestamp
            case .applyable: isApplyable = part.plan.isApplyable
            case .complete: isComplete = part.plan.isComplete
            }
        }
    }
}
