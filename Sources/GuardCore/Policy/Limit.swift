/// A `limit` block: how much of a kind one plan may hold.
struct Limit: Sendable {
    let source: RuleSource
    let scope: Scope
    /// The `except` blocks: a change that any of them covers wholly is not counted.
    var exceptions: [Scope]
    /// More changes than this are too many.
    let maximum: Int?
    /// This share of the prior state, or more, is too much.
    let percent: Int?
    /// A smaller prior state has no share that counts.
    let floor: Int
    let decision: Decision
    let reason: String?
    let remedy: String?
}
