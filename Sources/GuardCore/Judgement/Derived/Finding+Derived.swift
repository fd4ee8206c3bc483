import Diagnostics
import TerraformPlan

// What tfguard derives from rows that are seen together. Part of the built-in policy, though no rule
// can say it, so that a policy can relax it.

extension RuleSource {
    /// All of them.
    static let derived: [RuleSource] = [
        .rename, .dataWithBackups, .ownState, .container, .cascade,
    ]

    static let rename = builtIn("rename")
    static let dataWithBackups = builtIn("data-with-backups")
    static let ownState = builtIn("own-state")
    static let container = builtIn("container")
    static let cascade = builtIn("cascade")

    private static func builtIn(_ name: String) -> RuleSource {
        RuleSource(
            name: name, origin: PolicyOrigin(layer: .builtin, distance: 0, isAnchored: true),
            layerName: "builtin:default")
    }
}

extension Finding {
    /// What is derived about one row.
    private static func derived(
        _ rule: RuleSource, _ decision: Decision, of row: ResourceChange, effect: Effect,
        reason: String, remedy: String
    ) -> Finding {
        Finding(
            rule: rule.name, layer: rule.layerName, decision: decision, address: row.address,
            deposed: row.deposed, effect: effect, reason: reason, remedy: remedy)
    }

    static func rename(of row: ResourceChange, _ block: MovedBlock) -> Finding {
        derived(
            .rename, .warn, of: row, effect: .delete,
            reason: "It looks as if this had only got another address: something of its type with "
                + "nearly the same attributes is created.",
            remedy: "Say so in the configuration, and nothing is destroyed:\n"
                + block.lines.joined(separator: "\n"))
    }

    /// Data that goes with what it could be restored from.
    static func dataWithBackups(_ judged: JudgedChange) -> Finding {
        let isLastCopy = judged.circumstances.contains(.lastCopy)
        let losesBackup = judged.circumstances.contains {
            if case .backupGoes = $0 { true } else { false }
        }
        let isAlone = isLastCopy && !losesBackup
        return derived(
            .dataWithBackups, .block, of: judged.change,
            effect: judged.effects.contains(.replace) ? .replace : .delete,
            reason: isAlone
                ? "No automated backup outlives it, and no last one is made: nothing is left to "
                    + "restore it from."
                : "The same plan destroys it and its backup"
                    + (isLastCopy ? ", and no automated backup outlives it" : "")
                    + ": nothing is left to restore it from.",
            remedy: isAlone
                ? "Take a backup that stays, or have a last one made: that is set in an apply of "
                    + "its own first, because a provider deletes by what is in the state."
                : "Keep the backup out of this plan, with a removed block that says "
                    + "destroy = false, and destroy it when nobody misses the data any more.")
    }

    /// What a run's own state is kept in, locked or encrypted with.
    static func ownState(_ row: ResourceChange, _ effects: EffectSet) -> Finding {
        let decision: Decision =
            if effects.contains(EffectSet(.forget)) {
                .confirm
            } else if effects.isDisjoint(with: EffectSet([.delete, .replace])) {
                .approve
            } else {
                .block
            }
        return derived(
            .ownState, decision, of: row,
            effect: effects.effects.first { $0 != .deposed } ?? .delete,
            reason: "This run's own state depends on it. Without its state Terraform knows nothing "
                + "of what it has built, and builds all of it anew.",
            remedy: "Move the state to another backend first (terraform init -migrate-state), and "
                + "keep this until nobody needs the old state's versions.")
    }

    static func container(_ row: ResourceChange, _ words: String) -> Finding {
        derived(
            .container, .warn, of: row, effect: .delete,
            reason: "With it goes what no plan lists: \(words).",
            remedy: "Look into it first, and move out what is still needed.")
    }

    /// A generated value that others use is made anew.
    static func cascade(
        _ row: ResourceChange, of count: Int, decision: Decision
    ) -> Finding {
        derived(
            .cascade, max(.warn, decision), of: row, effect: .replace,
            reason: "\(count) \(count == 1 ? "other object uses" : "other objects use") the value "
                + "that this makes anew, and \(count == 1 ? "changes" : "change") with it.",
            remedy: "If the value is to stay, undo what replaces this.")
    }
}

extension MovedBlock {
    /// The block as it stands in a configuration.
    ///
    /// An address is written as Terraform writes it, which is how HCL reads it; what would not show
    /// on a terminal is escaped as HCL escapes it.
    package var lines: [String] {
        [
            "moved {",
            "  from = \(TerminalText.printable(from.bytes))",
            "  to   = \(TerminalText.printable(to.bytes))",
            "}",
        ]
    }
}
