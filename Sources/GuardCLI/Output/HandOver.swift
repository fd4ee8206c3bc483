import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// What an agent, a pipeline or a script passes on to a person, where nobody can be asked to type.
///
/// One paragraph that stands on its own, and below it the command for the person's own terminal,
/// on one line however long it is: it is there to be copied. Where the policy stops a person as
/// well there is no command, because the same one would be stopped again.
///
/// - Parameters:
///   - verdict: what was judged.
///   - stopsAPerson: whether the policy blocks this for a person at a terminal, too.
///   - command: what was typed, word by word.
///   - directory: where it was typed.
///   - width: cells in a line.
///   - style: whether in colours.
/// - Returns: the paragraph, with the command where that helps.
func handOver(
    _ verdict: Verdict, stopsAPerson: Bool, command: [ByteString], in directory: ByteString?,
    width: Int, style: TextStyle
) -> String {
    let isFinal = verdict.decision == .block && stopsAPerson
    let concerns = Concerns(verdict)
    // The report above has said why; only what is handed on has to say it again.
    let isSaid = isFinal && concerns.losses.isEmpty && concerns.others.isEmpty
    var block = TextBlock(width: width)
    block.paragraph(
        [.prose("Nothing was changed. ", .strong)]
            + (isSaid ? [] : whatWasStopped(verdict) + [.prose(" ")])
            + [.prose(whatComesNext(verdict, stopsAPerson))])
    let paragraph = block.rendered(style)
    if isFinal { return paragraph }
    return paragraph + "\n    " + shellCommand(command, in: directory) + "\n"
}

/// What an agent, a pipeline or a person passes on to those who may approve: one paragraph that
/// stands on its own, the command for their terminal, and the one for afterwards.
func handOver(
    _ verdict: Verdict, _ request: WrittenRequest, apply: [ByteString], in directory: ByteString?,
    width: Int, style: TextStyle
) -> String {
    let people =
        request.count == 1
        ? "the signature of one who may approve"
        : "the signatures of \(request.count) who may approve"
    let who = asking(verdict.facts).map { " It was run by \($0)." } ?? ""
    // Somebody may want a signature under what needs none.
    let isStopped = verdict.decision > .warn
    let (demand, flag) =
        switch request.lifts {
        case .approve where !isStopped: ("To have it signed all the same, it needs \(people).", "")
        case .approve: ("That needs \(people).", "")
        case .breakGlass:
            ("The policy blocks it, and breaking the glass needs \(people).", " -break-glass")
        }
    let what =
        isStopped ? whatWasStopped(verdict) : [TextRun.prose("The policy lets it pass as it is.")]
    var first = TextBlock(width: width)
    first.paragraph(
        [.prose("Nothing was changed. ", .strong)] + what
            + [
                .prose(
                    " \(demand)\(who) If it is meant, hand on this paragraph and the file "
                        + "tfguard-request.json; whoever approves sees there what is to happen, in "
                        + "full, and runs:")
            ])
    var second = TextBlock(width: width)
    let then = verdict.command == nil ? "plan is applied" : "command is run"
    second.paragraph([.prose("Then exactly this \(then) with what comes back:")])
    let path = ByteString(bytes: request.path.bytes)
    let approve = shellCommand(["tfguard", "approve", path], in: nil) + flag + " -reason=\"…\""
    return first.rendered(style) + "\n    \(approve)\n\n" + second.rendered(style)
        + "\n    " + shellCommand(apply, in: directory) + "\n"
}

/// What was stopped: `In production this would destroy 1 resource: courses-prod (…).`.
private func whatWasStopped(_ verdict: Verdict) -> [TextRun] {
    let most = 5
    let concerns = Concerns(verdict)
    let serious = concerns.losses.isEmpty ? concerns.others : concerns.losses
    let names = verdict.environments.map(\.name)
    let place = names.isEmpty ? "This would" : "In \(joined(names)) this would"
    guard !serious.isEmpty else {
        let reasons = concerns.general.filter { $0.decision == verdict.decision }.map(\.reason)
        return [.prose(reasons.first ?? "The policy does not let it pass.")]
    }
    var runs: [TextRun] = [.prose("\(place) \(Concerns.phrase(serious)): ")]
    for (number, concern) in serious.prefix(most).enumerated() {
        if number > 0 { runs.append(.prose(", ")) }
        if let identity = concern.judged.identity {
            runs += [
                .exact(identity.bytes, .strong), .prose(" ("),
                .exact(concern.judged.change.address.bytes), .prose(")"),
            ]
        } else {
            runs.append(.exact(concern.judged.change.address.bytes, .strong))
        }
    }
    let others = serious.count - most
    runs.append(.prose(others > 0 ? " and \(others) more." : "."))
    return runs
}

private func whatComesNext(_ verdict: Verdict, _ stopsAPerson: Bool) -> String {
    let asker = asking(verdict.facts)
    let who = asker.map { " It was run by \($0)." } ?? ""
    let again = verdict.command == nil ? "planned and judged again" : "judged again"
    return switch verdict.decision {
    case .block where stopsAPerson && verdict.isBlockedByWhatIsOdd:
        "It is blocked for everybody.\(who) What stands behind \"Instead\" comes first."
    case .block where stopsAPerson && asker == nil:
        "The policy blocks it. If it is meant, the configuration or the policy has to change."
    case .block where stopsAPerson:
        "The policy blocks it for everybody.\(who) If it is meant, the configuration or the policy "
            + "has to change."
    case .block:
        "The policy leaves it to a person at a terminal.\(who) If it is meant, a person runs this "
            + "in their own terminal, where it is \(again):"
    case .approve, .confirm:
        "That needs a person at a terminal, who types what is lost.\(who) If it is meant, a "
            + "person runs this in their own terminal, where it is \(again):"
    case .allow, .warn:
        "The policy allows it. To run it again:"
    }
}

extension Verdict {
    /// Whether no rule blocks it, and only what is odd about the run does: a state that is not the
    /// one it was, a record that is damaged.
    fileprivate var isBlockedByWhatIsOdd: Bool {
        let blocking = findings.filter { $0.decision == .block }
        return !blocking.isEmpty && blocking.allSatisfy { $0.layer == "tfguard" }
    }
}
