import GuardCore

/// What a subcommand that changes state without a plan was asked to do, and the argument lists that
/// carry it out.
///
/// The user's arguments are not handed on: each list is built from what was understood and judged.
struct SurgeryRequest: Sendable {
    let command: SurgeryCommand
    /// As typed: `state remove` stays so, because only OpenTofu knows it.
    let words: [String]
    let positionals: [String]
    /// False with `-input=false`: nobody is to be asked anything.
    let mayAsk: Bool
    /// False with `-lock=false`.
    let isLocked: Bool
    /// The flags that are true or have a value, without their dash.
    let flagNames: Set<String>

    private let leading: [String]
    private let display: [String]
    private let flags: [TerraformInvocation.Flag]

    /// Understands the flags, or refuses what would have something else changed than is judged.
    init(
        _ command: SurgeryCommand, _ typed: TerraformInvocation.Command, chdir: String?
    ) throws(Refusal) {
        try typed.refuseOtherStates()
        self.command = command
        words = typed.subcommand.words
        positionals = typed.positionals
        mayAsk = typed.bool("input") ?? true
        isLocked = typed.bool("lock") ?? true
        flagNames = Set(typed.flags.map(\.name).filter(typed.isGiven))
        leading = chdir.map { ["-chdir=\($0)"] } ?? []
        display = typed.display
        flags = typed.flags.filter { $0.name != "dry-run" }
    }

    /// The flags by which it is judged.
    var decidingFlags: Set<String> { flagNames.intersection(command.flagsThatDecide) }

    /// The subcommand as it was typed, less `-force`.
    var withoutForce: [String] {
        let flags = flags.filter { $0.name != "force" }
        return leading + words + display + flags.map(\.argument) + positionals
    }

    /// The subcommand itself.
    ///
    /// - Parameters:
    ///   - positionals: what it is to be about.
    ///   - isConfirmed: somebody has typed it or signed for it, so that terraform need not ask once more.
    /// - Returns: the list, without the program's name.
    func arguments(_ positionals: [String], isConfirmed: Bool) -> [String] {
        var flags = flags
        if isConfirmed, let flag = flagThatAnswers {
            flags.removeAll { $0.name == flag }
            flags.append(TerraformInvocation.Flag(name: flag, value: nil))
        }
        return leading + words + display + flags.map(\.argument) + positionals
    }

    /// What the subcommand would do, said by terraform and not done.
    var dryRunArguments: [String] {
        leading + words + display + ["-dry-run"] + flags.map(\.argument) + positionals
    }

    /// Another subcommand in the same folder, which only reads.
    func reading(_ words: String...) -> [String] { leading + words }

    /// The flag that stands for a `yes` to terraform's own question.
    private var flagThatAnswers: String? {
        switch command {
        case .replaceProvider: "auto-approve"
        case .forceUnlock: "force"
        case .stateRemove, .stateMove, .statePush, .import, .taint, .untaint, .workspaceDelete,
            .test, .`init`:
            nil
        }
    }
}

extension TerraformInvocation.Command {
    /// Refuses the flags that have another state written than the one that is judged.
    func refuseOtherStates() throws(Refusal) {
        for name in ["state", "state-out", "backup", "backup-out"] where has(name) {
            throw .usage(
                "-\(name) is refused",
                "It would have the outcome written to another state than the one that was "
                    + "judged. Configure the backend instead.")
        }
    }
}
