/// A `limit` block: how much of a kind one plan may hold.
///
/// A class, because every row of a plan is held against it.
final class Limit: Sendable {
    let source: RuleSource
    let scope: Scope
    /// The `except` blocks: a change that any of them covers wholly is not counted.
    let exceptions: [Scope]
    /// More changes than this are too many.
    let maximum: Int?
    /// This share of the prior state, or more, is too much.
    let percent: Int?
    /// A smaller prior state has no share that counts.
    let floor: Int
    let decision: Decision
    let reason: String?
    let remedy: String?

    init(
        source: RuleSource, scope: Scope, exceptions: [Scope], maximum: Int?, percent: Int?,
        floor: Int, decision: Decision, reason: String?, remedy: String?
    ) {
        self.source = source
        self.scope = scope
        self.exceptions = exceptions
        self.maximum = maximum
        self.percent = percent
        self.floor = floor
        self.decision = decision
        self.reason = reason
        self.remedy = remedy
    }

    /// The limit with some of its exceptions, as it counts in a run.
    init(_ limit: Limit, exceptions: [Scope]) {
        source = limit.source
        scope = limit.scope
        self.exceptions = exceptions
        maximum = limit.maximum
        percent = limit.percent
        floor = limit.floor
        decision = limit.decision
        reason = limit.reason
        remedy = limit.remedy
    }
}
