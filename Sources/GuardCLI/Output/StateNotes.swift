import GuardCore
import TerraformPlan

extension Finding {
    /// Whether it is only a word on the state: nobody has to do anything before the run goes on.
    var isStateNote: Bool { decision <= .warn && rule.hasPrefix("state.") }

    /// It in a few words, where more would be said at every run.
    fileprivate var brief: String {
        switch rule {
        case "state.other_backend": "a local file"
        case "state.empty": "nothing in it yet"
        case "state.unpinned": "not pinned (tfguard pin)"
        case "state.no_history": "no record of it on this machine"
        case _: reason.hasSuffix(".") ? String(reason.dropLast()) : reason
        }
    }
}

extension Verdict {
    /// Whether there is nothing to say but a word on the state.
    var hasOnlyStateNotes: Bool {
        decision == .warn && observedDecision == nil
            && findings.allSatisfy { $0.isStateNote || $0.decision == .allow }
    }
}

/// What is odd about the state, on a line.
///
///     State: a local file, not pinned (tfguard pin).
///
/// Nil where there is nothing to say.
func stateNote(_ findings: [Finding]) -> String? {
    let notes = findings.filter { $0.isStateNote && $0.decision == .warn }.map(\.brief)
    return notes.isEmpty ? nil : "State: \(notes.joined(separator: ", "))."
}
