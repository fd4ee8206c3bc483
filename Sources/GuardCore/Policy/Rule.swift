import Diagnostics

/// A `rule` block: what may happen to the changes it is about.
///
/// A class, because a judgement hands rules around for every row of a plan, and a copy of a structure
/// costs as many reference counts as it has parts.
final class Rule: Sendable {
    let source: RuleSource
    let scope: Scope
    /// The `except` blocks: a change that any of them covers wholly is none of the rule's.
    let exceptions: [Scope]
    let decision: Decision
    let reason: String
    let remedy: String?
    /// False in a run that may not be what the rule is about, so that it lets nothing pass.
    let isCertain: Bool
    /// The names of proofs: where all of them hold for a change, the rule is not about it.
    let unless: [String]

    /// The rule with some of its exceptions, as it counts in a run.
    init(_ rule: Rule, exceptions: [Scope], isCertain: Bool) {
        source = rule.source
        scope = rule.scope
        self.exceptions = exceptions
        decision = rule.decision
        reason = rule.reason
        remedy = rule.remedy
        self.isCertain = isCertain
        unless = rule.unless
    }

    init(
        source: RuleSource, scope: Scope, exceptions: [Scope], decision: Decision, reason: String,
        remedy: String?, unless: [String] = []
    ) {
        self.source = source
        self.scope = scope
        self.exceptions = exceptions
        self.decision = decision
        self.reason = reason
        self.remedy = remedy
        isCertain = true
        self.unless = unless
    }
}

/// Where a rule or a limit was written, and how it is called.
struct RuleSource: Sendable {
    let name: String
    let origin: PolicyOrigin
    /// `project`, `builtin:default`.
    let layerName: String
    /// Its name where it was written; nil for what no file says.
    let range: SourceRange?

    /// The name that no rule of another layer shares: `builtin:default/no-database-loss`.
    let qualifiedName: String

    init(name: String, origin: PolicyOrigin, layerName: String, range: SourceRange? = nil) {
        self.name = name
        self.range = range
        self.origin = origin
        self.layerName = layerName
        qualifiedName = layerName + "/" + name
    }

    var layer: PolicyLayer { origin.layer }

    /// The name by which an override or exception names it, which is the same for a reviewed version.
    var nameForRelaxations: String {
        origin.isReviewed ? layerName.prefix { $0 != " " } + "/" + name : qualifiedName
    }
}

/// What narrows a rule or a limit.
///
/// Values of one attribute are alternatives, attributes hold together, and one that is not there
/// narrows nothing.
struct Scope: Sendable {
    var actions = EffectSet.all
    var categories: WordSet<Category>?
    var severities: WordSet<Severity>?
    var types: [Glob]?
    var addresses: [Glob]?
    var attributes: [Glob]?
    var environments: [String]?
    var actors: WordSet<Actor>?
    /// Names of windows: open is one of them, or none of them.
    var during: [String]?
    var outside: [String]?
    /// What else has to be true of a change.
    var when: Condition?

    /// Whether it is about a run at all.
    func isAbout(environments present: [String], actors: WordSet<Actor>) -> Bool {
        if let environments, !environments.contains(where: present.contains) { return false }
        // Nobody knows who asks: then everybody may be asking.
        if let named = self.actors, !actors.isEmpty, named.isDisjoint(with: actors) { return false }
        return true
    }

    /// Whether it is about resources of a type.
    ///
    /// A type the catalog does not know has no category and no severity, so that no rule names it
    /// by them; what becomes of it is for rules without these, and else it is confirmed.
    func isAbout(type: [UInt8], _ description: ResourceDescription) -> Bool {
        if let categories, categories.isDisjoint(with: description.categories) { return false }
        if let severities {
            guard let severity = description.severity, severities.contains(severity) else {
                return false
            }
        }
        return types?.containsMatch(for: type.span) ?? true
    }

    func isAbout(address: [UInt8]) -> Bool {
        addresses?.containsMatch(for: address.span) ?? true
    }
}
