/// A `command` block: what may happen to a subcommand that changes state without a plan.
///
/// Every block that matches counts, and the strictest decision wins, as with rules.
struct CommandRule: Sendable {
    let source: RuleSource
    let command: SurgeryCommand
    /// Any of them makes the block match; nil for the command with whatever flags.
    let flags: [String]?
    /// The environments and actors that narrow it.
    let scope: Scope
    let decision: Decision
    let reason: String
    let remedy: String?

    /// Whether it is about a command with these flags, in a run.
    func isAbout(_ surgery: Surgery, in run: JudgedRun) -> Bool {
        command == surgery.command
            && flags.map { $0.contains(where: surgery.flags.contains) } ?? true
            && run.mayConcern(scope, of: source.origin)
    }
}
