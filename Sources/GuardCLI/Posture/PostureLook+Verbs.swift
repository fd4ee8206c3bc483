import GuardCore
import GuardSystem
import HCL
import TerraformPlan

// Ways to destroy something for which nobody else is asked.
extension PostureLook {
    func verbs() -> PostureReport.Row {
        var row = PostureReport.Row(.verbs)
        row.isCounted = state.isRead
        let verbs = destructiveVerbs(state.objects, under: policy, facts: facts)
        for verb in verbs where !verb.needsSecondPerson {
            let rules = verb.rules.isEmpty ? "no rule" : verb.rules.joined(separator: ", ")
            let decision =
                switch verb.decision {
                case .allow: "Allowed"
                case .warn: "Allowed with a warning"
                case .confirm: "Merely typed"
                case .approve: "Wants an approval that nobody could give, so it is typed"
                case .block: "Blocked"
                }
            let about = verb.addresses.isEmpty ? "" : ": \(Self.some(verb.addresses))"
            row.evidence.append(
                .init(
                    place: verb.verb, says: "\(decision) (\(rules))\(about).", weight: verb.count)
            )
        }
        let guarded = verbs.filter(\.needsSecondPerson).reduce(0) { $0 + $1.count }
        if guarded > 0 {
            row.evidence.append(
                .init(
                    place: "policy", says: "\(guarded) more are blocked or need somebody else.",
                    weight: 0))
        }
        if row.count > 0 {
            row.remedies.append(
                "Raise the rules named here to decision = \"approve\" or \"block\" for what is "
                    + "precious, and command blocks for the subcommands")
            if !facts.hasApprovers {
                row.remedies.append(
                    "Name those who may approve in /etc/tfguard/allowed_signers: nobody is now")
            }
        }
        row.unknown = unknownOfState()
        return row
    }

    /// The first few of many addresses.
    private static func some(_ addresses: [ByteString]) -> String {
        let few = addresses.prefix(4).map { printable($0.description) }.joined(separator: ", ")
        let more = addresses.count - 4
        return more > 0 ? "\(few) and \(more) more" : few
    }
}
