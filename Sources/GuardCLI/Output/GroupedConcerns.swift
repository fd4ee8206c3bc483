import GuardCore

/// Changes to look at, in groups of which the same is said.
///
/// Made once: there may be many changes, and a screen is drawn several times until it fits.
struct GroupedConcerns {
    let critical: [ConcernGroup]
    let lesser: [ConcernGroup]
    let count: Int

    /// Groups them; rules that a stricter one outweighs are named where that is asked for.
    init(_ concerns: [Concern], namesWeakerRules: Bool = false) {
        let grouped = { (concerns: [Concern]) in
            ConcernGroup.grouping(concerns) { $0.notes(namesWeakerRules: namesWeakerRules) }
        }
        critical = grouped(concerns.filter(\.isCritical))
        lesser = grouped(concerns.filter { !$0.isCritical })
        count = concerns.count
    }

    var lesserCount: Int { lesser.reduce(0) { $0 + $1.concerns.count } }
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
    }

    /// Groups in the order in which the first of each stands.
    fileprivate static func grouping(
        _ concerns: [Concern], by notes: (Concern) -> Notes
    ) -> [ConcernGroup] {
        var groups: [ConcernGroup] = []
        var places: [Notes: Int] = [:]
        for concern in concerns {
            let notes = notes(concern)
            if let place = places[notes] {
                groups[place].add(concern)
            } else {
                places[notes] = groups.count
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
    fileprivate func notes(namesWeakerRules: Bool) -> ConcernGroup.Notes {
        // The strictest decide what happens; the others are only named.
        let decisive = findings.prefix { $0.decision == findings.first?.decision }
        let weaker = findings.dropFirst(decisive.count).map { "\($0.rule) (\($0.layer))" }
        var seen: Set<String> = []
        return ConcernGroup.Notes(
            rules: decisive.map(\.sentence),
            weakerRules: namesWeakerRules && !weaker.isEmpty ? joined(weaker) : nil,
            recovery: judged.recovery,
            remedies: decisive.compactMap(\.remedy).filter { seen.insert($0).inserted })
    }
}
