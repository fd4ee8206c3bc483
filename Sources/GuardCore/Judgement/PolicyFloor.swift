/// Whether any of the policy holds against whoever may edit the project's.
package enum PolicyFloor: String, CaseIterable, Sendable {
    /// A policy in `/etc/tfguard`, which root alone can change, and somebody else runs this.
    case root
    /// A policy in `/etc/tfguard`, and root runs this, who can change it.
    case open
    /// None in `/etc/tfguard`: only the built-in policy is nobody's to edit.
    case none

    /// What a report says of it; nil where nobody has to hear of it.
    package var note: String? {
        switch self {
        case .open: "No floor against root."
        case .root, .none: nil
        }
    }
}

extension Verdict {
    package var floor: PolicyFloor {
        guard policies.contains(where: { $0.layer == PolicyLayer.system.rawValue }) else {
            return .none
        }
        return facts.isRoot ? .open : .root
    }
}
