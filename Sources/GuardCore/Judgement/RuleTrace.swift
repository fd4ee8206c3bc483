package import TerraformPlan

/// What became of one rule for one change: it matched, or at which of its attributes it did not.
package struct RuleTrace: Equatable, Sendable {
    package enum Outcome: Equatable, Sendable {
        case matched([Effect])
        /// It counts as true because it could not be decided: why.
        case mayMatch([Effect], String)
        /// The first attribute that does not hold, and in what way.
        case missed(attribute: String, why: String)
    }

    /// By its qualified name.
    package let rule: String
    package let decision: Decision
    package let outcome: Outcome
}

/// Says of each rule why it is about a change, or why not.
package struct PolicyTracer {
    private let policy: Policy
    private let run: JudgedRun
    private let conditions: ConditionFacts
    private var index: RuleIndex

    package init(_ plan: Plan, under policy: Policy, facts: RunFacts) {
        var facts = facts
        if policy.environments.contains(where: { $0.matches.contains { $0.account != nil } }) {
            facts.accounts = Accounts(of: plan, by: policy.accountSources())
        }
        let environments = recognisedEnvironments(policy.environments, of: plan, facts: facts)
        self.policy = policy
        run = JudgedRun(plan, under: policy, facts: facts, environments: environments)
        conditions = ConditionFacts(plan, in: run)
        index = RuleIndex(typesOf: policy, askedBy: facts.actors)
    }

    /// Every rule of every layer, in the order of the layers.
    package mutating func traces(of change: JudgedChange) -> [RuleTrace] {
        let description = index.entry(for: change.change).description
        let effects = EffectSet(change.effects)
        return policy.rules.map { rule in
            RuleTrace(
                rule: rule.source.qualifiedName, decision: rule.decision,
                outcome: outcome(of: rule, change.change, effects, description))
        }
    }

    private func outcome(
        of rule: Rule, _ row: ResourceChange, _ effects: EffectSet,
        _ description: ResourceDescription
    ) -> RuleTrace.Outcome {
        let scope = rule.scope
        let matched = scope.actions.intersection(effects)
        if matched.isEmpty {
            return missed("actions", scope.actions.effects.map(\.rawValue), effects.effects.names)
        }
        if let miss = miss(ofRun: scope, rule.source.origin) ?? miss(of: scope, row, description) {
            return miss
        }
        let isExcepted = rule.exceptions.contains {
            run.isCovered(by: $0, of: rule.source.origin)
                && $0.coversWholly(row, effects, description, conditions)
        }
        if isExcepted { return .missed(attribute: "except", why: "a block of it covers this") }
        guard let condition = scope.when else { return .matched(matched.effects) }
        switch conditions.outcome(of: condition, row, effects, description) {
        case .holds: return .matched(matched.effects)
        case .undecided(let why): return .mayMatch(matched.effects, why)
        case .fails: return .missed(attribute: "when", why: "the condition does not hold")
        }
    }

    /// What of the run as a whole does not hold.
    private func miss(ofRun scope: Scope, _ origin: PolicyOrigin) -> RuleTrace.Outcome? {
        if let named = scope.environments, !named.contains(where: run.environments.contains) {
            return missed("environments", named.sorted(), run.environments.sorted())
        }
        let actors = run.facts.actors
        if let named = scope.actors, !actors.isEmpty, named.isDisjoint(with: actors) {
            return missed(
                "actors", named.words.map(\.rawValue).sorted(),
                actors.words.map(\.rawValue).sorted())
        }
        guard policy.holds(scope, of: origin, at: run.facts.now) == false else { return nil }
        if let during = scope.during {
            var alone = Scope()
            alone.during = during
            if policy.holds(alone, of: origin, at: run.facts.now) == false {
                return .missed(
                    attribute: "during", why: "now is not in \(during.joined(separator: " "))")
            }
        }
        let outside = scope.outside ?? []
        return .missed(attribute: "outside", why: "now is in \(outside.joined(separator: " "))")
    }

    /// What of the change does not hold.
    private func miss(
        of scope: Scope, _ row: ResourceChange, _ description: ResourceDescription
    ) -> RuleTrace.Outcome? {
        if let types = scope.types, !types.contains(where: { $0.matches(row.type.bytes) }) {
            return missed("types", types.map(\.text), ["another type"])
        }
        if let named = scope.categories, named.isDisjoint(with: description.categories) {
            return missed(
                "categories", named.words.map(\.rawValue).sorted(),
                description.categories.words.map(\.rawValue).sorted())
        }
        if let named = scope.severities, !(description.severity.map(named.contains) ?? false) {
            return missed(
                "severities", named.words.map(\.rawValue).sorted(),
                [description.severity?.rawValue].compactMap { $0 })
        }
        if let addresses = scope.addresses, !scope.isAbout(address: row.address.bytes) {
            return missed("addresses", addresses.map(\.text), ["another address"])
        }
        if let attributes = scope.attributes,
            !ChangedPaths(of: row).containsMatch(of: attributes)
        {
            return .missed(
                attribute: "attributes",
                why: "none of \(attributes.map(\.text).joined(separator: " ")) changes")
        }
        return nil
    }

    private func missed(
        _ attribute: String, _ named: [String], _ found: [String]
    ) -> RuleTrace.Outcome {
        let found = found.isEmpty ? "none is known" : "this is \(found.joined(separator: " "))"
        return .missed(
            attribute: attribute, why: "\(found), and not \(named.joined(separator: " or "))")
    }
}

extension [Effect] {
    fileprivate var names: [String] { map(\.rawValue) }
}
