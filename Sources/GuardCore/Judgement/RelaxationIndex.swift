import TerraformPlan

/// The overrides and exceptions that are about this run, with whether they count, and what they have
/// been about so far.
struct RelaxationIndex {
    private let live: [Live]
    private let conditions: ConditionFacts
    private(set) var notes: [RelaxationNote] = []
    /// Where the note of a relaxation, about a rule, is in `notes`.
    private var places: [Key: Int] = [:]
    /// The relaxations that are about a rule, worked out once: a plan may have many rows.
    private var reaching: [String: [Live]] = [:]

    /// One that is about this run.
    struct Live {
        fileprivate let position: Int
        fileprivate let relaxation: Relaxation
        fileprivate let standing: RelaxationNote.Standing
    }

    private struct Key: Hashable {
        let relaxation: Int
        let rule: String
        let decision: Decision
    }

    init(_ relaxations: [Relaxation], in run: JudgedRun, _ conditions: ConditionFacts) {
        self.conditions = conditions
        live = relaxations.enumerated().compactMap { position, relaxation in
            guard run.isCovered(by: relaxation.scope, of: relaxation.source.origin) else {
                return nil
            }
            return Live(
                position: position, relaxation: relaxation, standing: run.standing(of: relaxation))
        }
    }

    var isEmpty: Bool { live.isEmpty }

    /// Those that are about a rule.
    mutating func about(_ rule: RuleSource) -> [Live] {
        if let known = reaching[rule.qualifiedName] { return known }
        let found = live.filter { $0.relaxation.reaches(rule) }
        reaching[rule.qualifiedName] = found
        return found
    }

    /// Adds what the relaxations have been about in rows that follow.
    mutating func join(_ other: RelaxationIndex) {
        for (key, place) in other.places.sorted(by: { $0.value < $1.value }) {
            if let known = places[key] {
                notes[known].count += other.notes[place].count
            } else {
                places[key] = notes.count
                notes.append(other.notes[place])
            }
        }
    }

    /// What is left of a rule's decision about one row.
    mutating func relaxed(
        _ rule: Rule, by candidates: [Live], _ row: ResourceChange, _ effects: EffectSet,
        _ description: ResourceDescription
    ) -> Decision {
        let conditions = conditions
        return relaxed(rule.decision, of: rule.source, by: candidates) {
            $0.coversWholly(row, effects, description, conditions)
        }
    }

    /// What is left of what tfguard derives about one row.
    mutating func relaxed(
        _ decision: Decision, of rule: RuleSource, _ row: ResourceChange, _ effects: EffectSet,
        _ description: ResourceDescription
    ) -> Decision {
        let conditions = conditions
        return relaxed(decision, of: rule, by: about(rule)) {
            $0.coversWholly(row, effects, description, conditions)
        }
    }

    /// What is left of a decision about the whole plan, which has no address.
    mutating func relaxed(_ decision: Decision, of rule: RuleSource) -> Decision {
        relaxed(decision, of: rule, by: about(rule), where: \.isAboutWholePlans)
    }

    private mutating func relaxed(
        _ decision: Decision, of rule: RuleSource, by candidates: [Live],
        where covers: (Scope) -> Bool
    ) -> Decision {
        var result = decision
        for candidate in candidates
        where candidate.relaxation.decision < decision && covers(candidate.relaxation.scope) {
            note(candidate, about: rule, decision)
            switch candidate.standing {
            case .counted, .unanchored: result = min(result, candidate.relaxation.decision)
            case .untrusted, .expired: break
            }
        }
        return result
    }

    private mutating func note(_ live: Live, about rule: RuleSource, _ decision: Decision) {
        let key = Key(relaxation: live.position, rule: rule.qualifiedName, decision: decision)
        if let place = places[key] {
            notes[place].count += 1
            return
        }
        places[key] = notes.count
        let relaxation = live.relaxation
        notes.append(
            RelaxationNote(
                kind: relaxation.kind.rawValue, name: relaxation.source.name,
                layer: relaxation.source.layerName, rule: rule.qualifiedName, from: decision,
                to: relaxation.decision, standing: live.standing, until: relaxation.expiry?.text,
                reason: relaxation.reason, count: 1))
    }
}

extension Scope {
    /// Whether it narrows nothing that only rows have.
    fileprivate var isAboutWholePlans: Bool {
        actions == .all && categories == nil && severities == nil && types == nil
            && addresses == nil && attributes == nil && when == nil
    }
}
