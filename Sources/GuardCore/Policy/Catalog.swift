/// What kind of thing a resource type is, to somebody who would miss it.
package enum Category: String, CaseIterable, NumberedWord, Sendable {
    case data
    case backup
    case key
    case secret
    case identity
    case dns
    case network
    case cluster
    case stateBackend = "state-backend"
    case registry
    case queue
    case other
}

/// How bad it is to lose one.
///
/// `low`: a new one is as good as the old.
package enum Severity: String, CaseIterable, NumberedWord, Sendable {
    case critical
    case high
    case medium
    case low
}

extension Severity: Comparable {
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}
