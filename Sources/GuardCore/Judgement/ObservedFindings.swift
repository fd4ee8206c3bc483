import TerraformPlan

/// What becomes of findings while a policy is only observed.
struct ObservedFindings {
    private let inForce: [Observation]
    private let observations: [(Observation, RelaxationNote.Standing)]
    private let rules: [RuleSource]

    init(_ policy: Policy, in run: JudgedRun) {
        observations = policy.observations.map { ($0, run.standing(of: $0)) }
        inForce = observations.compactMap { observation, standing in
            switch standing {
            case .counted, .unanchored: observation
            case .untrusted, .expired: nil
            }
        }
        rules = policy.observations.isEmpty ? [] : policy.relaxable
    }

    /// Lowers what stops to a warning that says what it would have been.
    ///
    /// - Parameters:
    ///   - findings: all of them.
    ///   - changes: each with its decision.
    ///   - decision: the strictest of the findings.
    /// - Returns: what the observe blocks did, or why they did nothing.
    func lower(
        _ findings: inout [Finding], of changes: inout [JudgedChange], _ decision: inout Decision
    ) -> [RelaxationNote] {
        guard !observations.isEmpty, decision > .warn else { return [] }
        var notes: [RelaxationNote] = []
        for (observation, standing) in observations {
            let reached = findings.filter {
                $0.decision > .warn && reaches($0, from: observation.source.origin)
            }
            guard let strictest = reached.map(\.decision).max() else { continue }
            notes.append(
                RelaxationNote(
                    kind: "observe", name: "observe", layer: observation.source.layerName,
                    rule: "**", from: strictest, to: .warn, standing: standing,
                    until: observation.expiry.text, reason: observation.reason,
                    count: reached.count))
        }
        for index in findings.indices where findings[index].decision > .warn {
            let finding = findings[index]
            guard inForce.contains(where: { reaches(finding, from: $0.source.origin) }) else {
                continue
            }
            findings[index].observed = finding.decision
            findings[index].decision = .warn
        }
        decision = findings.map(\.decision).max() ?? .allow
        guard !inForce.isEmpty else { return notes }
        var kept: [ObjectAddress: Decision] = [:]
        for finding in findings where finding.decision > .warn {
            guard let address = finding.address else { continue }
            let object = ObjectAddress(address: address, deposed: finding.deposed)
            kept[object] = max(kept[object] ?? .warn, finding.decision)
        }
        for index in changes.indices where changes[index].decision > .warn {
            let change = changes[index].change
            let object = ObjectAddress(address: change.address, deposed: change.deposed)
            changes[index].decision = kept[object] ?? .warn
        }
        return notes
    }

    private func reaches(_ finding: Finding, from origin: PolicyOrigin) -> Bool {
        // What is not understood, or is not this folder's, no policy makes harmless.
        if finding.layer == "tfguard" { return finding.decision < .block }
        let named = rules.filter { $0.layerName == finding.layer && $0.name == finding.rule }
        guard named.isEmpty else { return named.allSatisfy { origin.mayRelax($0.origin) } }
        // What no block says, such as findings of the built-in policy over several rows.
        return finding.layer.hasPrefix("builtin:")
            && origin.mayRelax(PolicyOrigin(layer: .builtin, distance: 0, isAnchored: true))
    }
}

extension JudgedRun {
    func standing(of observation: Observation) -> RelaxationNote.Standing {
        guard let now = facts.now, now < observation.expiry.end else { return .expired }
        let origin = observation.source.origin
        guard origin.isTrusted(by: facts.actors) else { return .untrusted }
        return origin.isAnchored ? .counted : .unanchored
    }
}
