import TerraformPlan

/// A run, to what tightens and to what relaxes.
///
/// What is not known counts as matched in what tightens. To what relaxes only what is certain counts,
/// and only as far as trusted files say it.
struct JudgedRun {
    let facts: RunFacts
    let policy: Policy
    /// What the run belongs to by any layer's word, as what tightens sees it.
    let environments: [String]
    private let recognised: [ReliableEnvironment]

    init(
        _ plan: Plan, under policy: Policy, facts: RunFacts, environments: [RecognisedEnvironment]
    ) {
        self.facts = facts
        self.policy = policy
        var names: [String] = []
        for environment in environments where !names.contains(environment.name) {
            names.append(environment.name)
        }
        self.environments = names
        recognised = reliableEnvironments(
            policy.environments, of: plan, facts: facts, recognised: environments)
    }

    /// Whether the scope of a rule or a limit may hold for the run as a whole.
    func mayConcern(_ scope: Scope, of origin: PolicyOrigin) -> Bool {
        scope.isAbout(environments: environments, actors: facts.actors)
            && policy.holds(scope, of: origin, at: facts.now) != false
    }

    /// Whether a scope that a file of some origin wrote holds for the run as a whole.
    ///
    /// An environment counts where a file says so that stands no nearer than the one that relies on
    /// it: a definition of `preview` in a nearer file makes nothing a preview to a file above. What
    /// is production too is no preview, unless production is named.
    func isCovered(by scope: Scope, of origin: PolicyOrigin) -> Bool {
        if let named = scope.actors, facts.actors.isEmpty || !facts.actors.isSubset(of: named) {
            return false
        }
        guard policy.holds(scope, of: origin, at: facts.now) == true else { return false }
        guard let named = scope.environments else { return true }
        if environments.contains("production"), !named.contains("production") { return false }
        return recognised.contains { environment in
            named.contains(environment.name) && environment.origin.mayRelax(origin)
                && environment.origin.isTrusted(by: facts.actors)
        }
    }

    func standing(of relaxation: Relaxation) -> RelaxationNote.Standing {
        if let expiry = relaxation.expiry {
            guard let now = facts.now, now < expiry.end else { return .expired }
        }
        let origin = relaxation.source.origin
        guard origin.isTrusted(by: facts.actors) else { return .untrusted }
        return origin.isAnchored ? .counted : .unanchored
    }
}
