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
        if kind == "observe" { return sentenceOfObservation }
        let times = count == 1 ? "" : ", \(count) times"
        let what = "\(kind) \"\(name)\" of the \(layer) policy"
        let because = reason.map { " \($0)" } ?? ""
        switch standing {
        case .counted:
            return "The \(what) lowers \(rule) from \(from) to \(to)\(times).\(because)"
        case .unanchored:
            return "The \(what) lowers \(rule) from \(from) to \(to)\(times). Its file is not "
                + "anchored, so it does not count for an agent or a script.\(because)"
        case .untrusted:
            return "The \(what) does not lower \(rule): its file is not anchored, and what "
                + "relaxes then counts for a person or a pipeline only."
        case .expired:
            return "The \(what) does not lower \(rule): it ended on \(until ?? "its date")."
        }
    }

    private var sentenceOfObservation: String {
        let end = until ?? "its date"
        let because = reason.map { " \($0)" } ?? ""
        switch standing {
        case .counted, .unanchored:
            return "The \(layer) policy is only observed until \(end). Without that, the decision "
                + "would be \(from).\(because)"
        case .untrusted:
            return
                "The \(layer) policy is only observed until \(end), but not here: its file is not "
                + "anchored, and what relaxes then counts for a person or a pipeline only."
        case .expired:
            return "The \(layer) policy was only observed until \(end), and now it holds."
        }
    }
}
