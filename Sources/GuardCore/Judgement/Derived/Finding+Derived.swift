import Diagnostics
import TerraformPlan

// What tfguard derives from rows that are seen together. Part of the built-in policy, though no rule
// can say it, so that a policy can relax it.

extension RuleSource {
    /// All of them.
    static let derived: [RuleSource] = [.rename]

    static let rename = builtIn("rename")

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
