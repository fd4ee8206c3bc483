import GuardCore
import GuardSystem

extension Moment {
    /// What the machine's clock says; nil where it says nothing, which nothing relies on.
    static var now: Moment? {
        (try? Instant.now()).map { Moment(secondsSinceEpoch: $0.secondsSinceEpoch) }
    }
}
