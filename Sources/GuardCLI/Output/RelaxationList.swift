import GuardCore

/// The overrides and exceptions that are about something in a plan: what they let pass, and which of
/// them did not count, and why.
func relaxationList(_ notes: [RelaxationNote], width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    for note in notes { block.paragraph([.prose(note.sentence)]) }
    return block
}

extension RelaxationNote {
    /// Whether it lowered anything.
    var hasCounted: Bool {
        switch standing {
        case .counted, .unanchored: true
        case .untrusted, .expired: false
        }
    }

    /// Everything in it is a policy's, and printed as text that cannot act on a terminal.
    fileprivate var sentence: String {
        let times = count == 1 ? "" : ", \(count) times"
        let what = "\(kind) \"\(name)\" of the \(layer) policy"
        let because = reason.map { " \($0)" } ?? ""
        switch standing {
        case .counted:
            return "The \(what) lowers \(rule) from \(from) to \(to)\(times).\(because)"
        case .unanchored:
            return "The \(what) lowers \(rule) from \(from) to \(to)\(times). Its file is not "
                + "root's alone, so it does not count for an agent or a script.\(because)"
        case .untrusted:
            return "The \(what) does not lower \(rule): its file is not root's alone, and what "
                + "relaxes then counts for a person or a pipeline only."
        case .expired:
            return "The \(what) does not lower \(rule): it ended on \(until ?? "its date")."
        }
    }
}
