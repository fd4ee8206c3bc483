import GuardCore

/// Changes to look at, in groups of which the same is said.
///
/// Made once: there may be many changes, and a screen is drawn several times until it fits.
struct GroupedConcerns {
    let critical: [ConcernGroup]
    let lesser: [ConcernGroup]
    let count: Int

    init(_ concerns: [Concern], rules: RuleDetail) {
        let grouped = { (concerns: [Concern]) in
            ConcernGroup.grouping(concerns) { $0.notes(rules) }
        }
        critical = grouped(concerns.filter(\.isCritical))
        lesser = grouped(concerns.filter { !$0.isCritical })
        count = concerns.count
    }

    var lesserCount: Int { lesser.reduce(0) { $0 + $1.concerns.count } }
}

/// How much is said of the rules that caught a change.
enum RuleDetail {
    /// Every rule that decides, with its remedy; those that it outweighs by name.
    case all
    /// The first of those that decide, with its remedy; the others as a number.
    case first
}

/// Changes of which the same is said.
struct ConcernGroup {
    private(set) var concerns: [Concern]
    /// What all of them have in common as the reason; nil where each has its own.
    private(set) var why: [[TextRun]]?
    let notes: Notes

    /// What is said of all of them.
    struct Notes: Hashable {
        let rules: [[TextRun]]
        let weakerRules: String?
        let recovery: String?
        let remedies: [String]
        /// The block that keeps them, where they have only got other addresses.
        let moved: MovedBlock?
    }

    /// So many groups are compared one by one: most reports have fewer.
    private static let mostSearched = 8

    /// Groups in the order in which the first of each stands.
    fileprivate static func grouping(
        _ concerns: [Concern], by notes: (Concern) -> Notes
    ) -> [ConcernGroup] {
        var groups: [ConcernGroup] = []
        var places: [Notes: Int] = [:]
        for concern in concerns {
            let notes = notes(concern)
            let place =
                groups.count <= mostSearched
                ? groups.firstIndex { $0.notes == notes } : places[notes]
            if let place {
                groups[place].add(concern)
            } else {
                if groups.count == mostSearched {
                    for (place, group) in groups.enumerated() { places[group.notes] = place }
                }
                if groups.count >= mostSearched { places[notes] = groups.count }
                groups.append(
                    ConcernGroup(concerns: [concern], why: concern.explanation, notes: notes))
            }
        }
        return groups
    }

    private mutating func add(_ concern: Concern) {
        concerns.append(concern)
        if why != concern.explanation { why = nil }
    }
}

extension Concern {
    fileprivate func notes(_ detail: RuleDetail) -> ConcernGroup.Notes {
        // The strictest decide what happens.
        let decisive = findings.prefix { $0.decision == findings.first?.decision }
        switch detail {
        case .all:
            let weaker = findings.dropFirst(decisive.count).map { "\($0.rule) (\($0.layer))" }
            return ConcernGroup.Notes(
                rules: decisive.map { $0.sentence() },
                weakerRules: weaker.isEmpty ? nil : joined(weaker), recovery: judged.recoveryAdvice,
                remedies: decisive.compactMap(\.remedy).unique,
                moved: judged.movedBlock)
        case .first:
            let others = decisive.count - 1
            return ConcernGroup.Notes(
                rules: decisive.prefix(1).map { $0.sentence(with: others) }, weakerRules: nil,
                recovery: judged.recoveryAdvice,
                remedies: Array(decisive.compactMap(\.remedy).prefix(1)),
                moved: judged.movedBlock)
        }
    }
}

extension Finding {
    /// What a rule makes of one change, and its reason; how many more rules say the same.
    fileprivate func sentence(with others: Int = 0) -> [TextRun] {
        let company = others > 0 ? " and \(others) more" : ""
        let verb =
            switch decision {
            case .block: others > 0 ? " block it" : " blocks it"
            case .approve: others > 0 ? " want a second person" : " wants a second person"
            case .allow, .warn, .confirm: ""
            }
        return sentence(saying: company + verb)
    }

    /// The rule and its reason: `critical-loss (builtin:default): It does not come back.`.
    func sentence(saying verb: String) -> [TextRun] {
        [.prose(rule, .strong), .prose(" (\(layer))\(verb): "), .prose(reason)]
    }
}
