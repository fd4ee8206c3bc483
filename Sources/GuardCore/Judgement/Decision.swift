/// What may happen, weakest first; of several decisions the strictest counts.
package enum Decision: String, CaseIterable, Sendable {
    case allow
    case warn
    case confirm
    case approve
    case block
}

extension Decision: Comparable {
    package static func < (left: Decision, right: Decision) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .allow: 0
        case .warn: 1
        case .confirm: 2
        case .approve: 3
        case .block: 4
        }
    }
}
