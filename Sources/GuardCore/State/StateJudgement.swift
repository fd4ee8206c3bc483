import TerraformPlan

/// What the `state` blocks of all layers say of a run's state.
///
/// - Parameters:
///   - rules: the blocks.
///   - state: what is known of the state.
///   - run: whose environments and actors narrow the blocks.
///   - relaxations: lower what overrides name.
///   - isIdle: nothing would be changed, so that nobody is asked about what is only not as it should
///     be.
/// - Returns: a finding for each oddity that any block decides about, with the strictest decision.
func stateFindings(
    _ rules: [StateRule], about state: StateFacts, in run: JudgedRun,
    _ relaxations: inout RelaxationIndex, isIdle: Bool
) -> [Finding] {
    let rules = rules.filter { run.mayConcern($0.scope, of: $0.origin) }
    var findings: [Finding] = []
    for odd in state.oddities(at: run.facts.now) + [state.otherBackend] {
        var strictest: (decision: Decision, rule: StateRule)?
        for rule in rules {
            guard let decision = rule.decisions.first(where: { $0.oddity == odd.oddity })?.decision,
                odd.oddity != .otherBackend || state.isOtherBackend(than: rule.backends)
            else { continue }
            let left = relaxations.relaxed(decision, of: rule.source(for: odd.oddity))
            if left > strictest?.decision ?? .allow { strictest = (left, rule) }
        }
        guard case (var decision, let rule)? = strictest else { continue }
        if isIdle, !odd.oddity.isDangerous { decision = min(decision, .warn) }
        findings.append(
            Finding(
                rule: "state.\(odd.oddity.rawValue)", layer: rule.layerName, decision: decision,
                reason: rule.reason.map { "\(odd.reason) \($0)" } ?? odd.reason,
                remedy: rule.remedy ?? odd.remedy))
    }
    return findings
}

extension [RecognisedEnvironment] {
    /// With those that the record knows the state from: a state stays in an environment that it was
    /// once judged in.
    func joined(with history: RecordHistory?) -> [RecognisedEnvironment] {
        let missing = (history?.environments ?? []).filter { name in
            !contains { $0.name == name }
        }
        guard !missing.isEmpty else { return self }
        return (self + missing.map { RecognisedEnvironment(name: $0, by: "the record") })
            .sorted { $0.name < $1.name }
    }
}

extension StateOddity {
    /// Whether the state may be a wrong one.
    fileprivate var isDangerous: Bool {
        switch self {
        case .mismatch, .rollback, .collapse: true
        case .otherBackend, .empty, .unpinned, .outsideChange, .noHistory: false
        }
    }
}
