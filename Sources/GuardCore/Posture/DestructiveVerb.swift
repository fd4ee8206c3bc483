package import TerraformPlan

/// A way to lose something, and what the policy says of it.
package struct DestructiveVerb: Sendable {
    /// `delete`, or a subcommand such as `state push`.
    package let verb: String
    package let decision: Decision
    /// What decided, by qualified name; nothing where no rule says anything.
    package let rules: [String]
    /// The objects that it can be done to; nothing for a subcommand about the whole state.
    package let addresses: [ByteString]
    /// Whether somebody beside the one who types has to agree, or nobody may.
    package let needsSecondPerson: Bool

    /// How many ways it stands for.
    package var count: Int { max(addresses.count, 1) }
}

/// Judges what could be done to each object of a state, by itself, and to the state as a whole.
///
/// - Parameters:
///   - rows: the managed objects, each with the values that the state has of it.
///   - policy: all layers.
///   - facts: of the folder; the actor is the one who types.
/// - Returns: what is decided alike stands together, the weakest decision first.
package func destructiveVerbs(
    _ rows: [ResourceChange], under policy: Policy, facts: RunFacts
) -> [DestructiveVerb] {
    var verbs: [DestructiveVerb] = []
    let derived = RuleSource.derived.map(\.name)
    for (verb, actions) in [
        (Effect.delete, [ChangeAction.delete]), (.replace, [.delete, .create]),
        (.forget, [.forget]), (.disarm, [.update]),
    ] {
        var plan = Plan(formatVersion: "", terraformVersion: nil)
        let after = JSONText(bytes: Array((verb == .delete ? "null" : "{}").utf8))
        plan.changes = rows.map { $0.with(actions, after: after) }
        let verdict = judge(plan, under: policy, facts: facts)
        var found: [ByteString: [Finding]] = [:]
        for finding in verdict.findings {
            // What only shows when everything goes at once says nothing of each by itself.
            guard let address = finding.address, !derived.contains(finding.rule) else { continue }
            found[address, default: []].append(finding)
        }
        for change in verdict.changes where change.effects.contains(verb) {
            let findings = found[change.change.address] ?? []
            let decision = findings.map(\.decision).max() ?? .allow
            var rules: [String] = []
            for finding in findings where finding.decision == decision {
                let name = finding.layer + "/" + finding.rule
                if !rules.contains(name) { rules.append(name) }
            }
            verbs.add(
                verb.rawValue, decision, rules, change.change.address,
                needsSecondPerson: facts.demandsAnother(decision))
        }
    }
    for command in [
        SurgeryCommand.statePush, .replaceProvider, .forceUnlock, .workspaceDelete,
    ] {
        let verdict = judge(Surgery(command, flags: []), under: policy, facts: facts)
        let rules = verdict.findings.filter { $0.decision == verdict.decision }
            .map { $0.layer + "/" + $0.rule }
        verbs.append(
            DestructiveVerb(
                verb: command.rawValue, decision: verdict.decision, rules: rules, addresses: [],
                needsSecondPerson: facts.demandsAnother(verdict.decision)))
    }
    return verbs.enumerated().sorted {
        ($0.element.decision, $0.offset) < ($1.element.decision, $1.offset)
    }.map(\.element)
}

/// Whether a plan that only updates is kept from a person at a terminal, so that a pipeline alone
/// applies.
///
/// - Parameters:
///   - policy: all layers.
///   - facts: of the folder, as a person has them.
/// - Returns: true where even that is blocked.
package func onlyPipelinesApply(under policy: Policy, facts: RunFacts) -> Bool {
    var plan = Plan(formatVersion: "", terraformVersion: nil)
    plan.changes = [
        ResourceChange(
            address: "terraform_data.any", type: "terraform_data", name: "any",
            providerName: "terraform.io/builtin/terraform", actions: [.update],
            before: JSONText(bytes: Array("{}".utf8)), after: JSONText(bytes: Array("{}".utf8)),
            beforeSensitive: JSONText(bytes: Array("{}".utf8)),
            afterSensitive: JSONText(bytes: Array("{}".utf8)))
    ]
    return judge(plan, under: policy, facts: facts).decision == .block
}

extension RunFacts {
    /// Whether a decision means that the one who types is not enough: where nobody can approve, what
    /// wants an approval is typed by a person alone.
    fileprivate func demandsAnother(_ decision: Decision) -> Bool {
        switch decision {
        case .allow, .warn, .confirm: false
        case .approve: hasApprovers
        case .block: true
        }
    }
}

extension [DestructiveVerb] {
    fileprivate mutating func add(
        _ verb: String, _ decision: Decision, _ rules: [String], _ address: ByteString,
        needsSecondPerson: Bool
    ) {
        let same = firstIndex {
            $0.verb == verb && $0.decision == decision && $0.rules == rules
        }
        let addresses = (same.map { self[$0].addresses } ?? []) + [address]
        let all = DestructiveVerb(
            verb: verb, decision: decision, rules: rules, addresses: addresses,
            needsSecondPerson: needsSecondPerson)
        if let same { self[same] = all } else { append(all) }
    }
}

extension Policy {
    /// The environments that some layer defines, in their order.
    package var definedEnvironments: [String] {
        environments.map(\.name).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// The environments that a folder's runs belong to, with what each is recognised by.
    package func environments(of facts: RunFacts) -> [RecognisedEnvironment] {
        var facts = facts
        facts.knowsVariables = false
        return recognisedEnvironments(
            environments, of: Plan(formatVersion: "", terraformVersion: nil), facts: facts)
    }
}
