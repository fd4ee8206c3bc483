import Diagnostics
import HCL

extension BodyGrammar {
    static let command = BodyGrammar(
        subject: "A command block",
        attributes: [
            "flags", "environments", "actors", "during", "outside", "decision", "reason", "remedy",
        ],
        laterAttributes: ["when", "unless"])
}

extension PolicyReader {
    /// Reads a `command` block.
    ///
    /// Several may be about one command, because each is narrowed for itself.
    mutating func readCommand(_ block: Block, from source: PolicySource) {
        guard let label = commandLabel(of: block) else { return }
        let context = "command \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .command, context: context)
        let scope = readScope(body, context: context)
        let decision = readDecision(in: body, of: block, context: context)
        let reason = string("reason", in: body, context: context)
        let remedy = string("remedy", in: body, context: context)
        guard let command = command(named: label) else { return }
        let flags = flags(of: command, in: body, context: context)
        if command.isJudgedByFlags, body.attribute(named: "flags") == nil {
            report(
                "Missing required argument",
                "A plain \(command.rawValue) is passed on without a judgement, so a block about it "
                    + "has to name flags: \(list(command.flagNames)).",
                at: block.headerRange, in: context)
        }
        guard let decision else { return }
        policy.commands.append(
            CommandRule(
                source: ruleSource(label, source), command: command, flags: flags, scope: scope,
                decision: decision,
                reason: reason ?? "The command block \"\(label.name)\" says so.", remedy: remedy))
    }

    private mutating func commandLabel(of block: Block) -> Identifier? {
        guard let label = block.labels.first else {
            report(
                "Missing name for command",
                "A command block needs one label in quotes, the subcommand of terraform that it is "
                    + "about: command \"taint\" { … }.", at: block.headerRange)
            return nil
        }
        if let second = block.labels.dropFirst().first {
            report(
                "Extraneous label for command",
                "A command block has one label. Several words of one command stand in one pair of "
                    + "quotes: command \"state rm\" { … }.", at: second.range)
            return nil
        }
        return label
    }

    private mutating func command(named label: Identifier) -> SurgeryCommand? {
        if let command = SurgeryCommand(name: label.name) { return command }
        report(
            "Unknown command",
            "tfguard judges no subcommand \"\(label.name)\" by a command block."
                + suggestion(
                    for: label.name, among: SurgeryCommand.allCases.map(\.rawValue),
                    orElse: "Those it judges are"),
            at: label.range)
        return nil
    }

    private mutating func flags(
        of command: SurgeryCommand, in body: Body, context: String
    ) -> [String]? {
        guard let names = strings("flags", in: body, context: context) else { return nil }
        var flags: [String] = []
        for name in names {
            if let flag = command.flag(written: name.name) {
                flags.append(flag)
                continue
            }
            report(
                "Unknown flag",
                "No flag \"\(name.name)\" makes a difference to how \(command.rawValue) is judged."
                    + suggestion(
                        for: name.name, among: command.flagNames, orElse: "Those that do are"),
                at: name.range, in: context)
        }
        return flags
    }
}

extension SurgeryCommand {
    /// As one types them.
    fileprivate var flagNames: [String] { flagsThatDecide.sorted().map { "-" + $0 } }

    /// The flag that somebody means, with one dash or two.
    fileprivate func flag(written text: String) -> String? {
        guard text.hasPrefix("-") else { return nil }
        let name = String(text.dropFirst(text.hasPrefix("--") ? 2 : 1))
        return flagsThatDecide.contains(name) ? name : nil
    }
}
