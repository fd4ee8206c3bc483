/// What a row of a plan does to an object, and the marks that are joined to it.
package enum Effect: String, CaseIterable, Sendable {
    case noOp = "no-op"
    case create
    case update
    case delete
    case replace
    case forget
    case read
    case `import`
    case move
    /// The object is gone from the real world, and applying drops it from the state.
    case driftLoss = "drift-loss"
    /// An imperative action of a provider (`action_invocations`).
    case invoke
    /// Listed, and not applied by this plan.
    case deferred
    /// An update, or a replacement's new object, that weakens a protection.
    case disarm
    /// Data is destroyed although nothing is deleted.
    case lose
    /// A mark: the resource's configuration has provisioners.
    case runsCode = "runs-code"
    /// A mark: the row is about a deposed object.
    case deposed
    /// Dropped from this state, and imported by another plan that was judged beside this one.
    case handover
}
