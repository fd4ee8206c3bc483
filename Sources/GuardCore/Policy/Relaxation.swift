/// An `override` or `exception` block: rules that count for less, in named places.
///
/// It lowers what a rule found to its own decision, and never raises it. It reaches the rules that
/// its patterns match by their qualified names, as far as its file's origin goes, and only what its
/// scope covers wholly.
final class Relaxation: Sendable {
    enum Kind: String, Sendable {
        /// Permanent.
        case override
        /// Until a date.
        case exception
    }

    let kind: Kind
    let source: RuleSource
    /// Patterns of qualified names: `builtin:default/*`, `project/no-database-loss`.
    let rules: [Glob]
    let scope: Scope
    let decision: Decision
    let reason: String?
    /// Nil for an override.
    let expiry: Expiry?

    init(
        kind: Kind, source: RuleSource, rules: [Glob], scope: Scope, decision: Decision,
        reason: String?, expiry: Expiry?
    ) {
        self.kind = kind
        self.source = source
        self.rules = rules
        self.scope = scope
        self.decision = decision
        self.reason = reason
        self.expiry = expiry
    }

    /// Whether it is about a rule, and may be.
    func reaches(_ rule: RuleSource) -> Bool {
        source.origin.mayRelax(rule.origin) && names(rule)
    }

    func names(_ rule: RuleSource) -> Bool {
        let name = Array(rule.nameForRelaxations.utf8)
        return rules.contains { $0.matches(name) }
    }
}

/// What became of an override or exception that is about something in a plan: it counted, or why it
/// did not.
package struct RelaxationNote: Equatable, Sendable {
    package enum Standing: String, Sendable {
        /// It counted.
        case counted
        /// It counted, in a file that others than root could have written.
        case unanchored
        /// It did not count, because its file is not anchored and no person or pipeline asks.
        case untrusted
        /// It did not count, because its time is over, or nobody knows the time.
        case expired
    }

    /// `override` or `exception`.
    package let kind: String
    package let name: String
    /// Of the file that holds it.
    package let layer: String
    /// The qualified name of the rule that it is about.
    package let rule: String
    /// What the rule decided.
    package let from: Decision
    /// What it says instead.
    package let to: Decision
    package let standing: Standing
    /// As it was written; nil for an override.
    package let until: String?
    package let reason: String?
    /// How many findings of the rule it is about.
    package var count: Int

    package init(
        kind: String, name: String, layer: String, rule: String, from: Decision, to: Decision,
        standing: Standing, until: String?, reason: String?, count: Int
    ) {
        self.kind = kind
        self.name = name
        self.layer = layer
        self.rule = rule
        self.from = from
        self.to = to
        self.standing = standing
        self.until = until
        self.reason = reason
        self.count = count
    }
}
