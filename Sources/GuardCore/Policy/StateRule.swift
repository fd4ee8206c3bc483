import Diagnostics
import HCL

/// What can be odd about the state that a run would change: the names that a `state` block decides.
package enum StateOddity: String, CaseIterable, Sendable {
    /// A backend that the block does not name; a local one where it names none.
    case otherBackend = "other_backend"
    /// There is nothing in the state.
    case empty
    /// No pin says which state it has to be.
    case unpinned
    /// The pin names another lineage, backend or workspace, or is gone.
    case mismatch
    /// An older serial than one already seen.
    case rollback
    /// Half of what was last recorded is gone from the state.
    case collapse
    /// The serial moved without tfguard.
    case outsideChange = "outside_change"
    /// A pin, and no record on this machine.
    case noHistory = "no_history"
}

/// A `state` block: what is odd about a state, and what comes of it.
///
/// Several may stand, narrowed like rules; of those that match the strictest decision wins.
struct StateRule: Sendable {
    let origin: PolicyOrigin
    let layerName: String
    /// The environments, actors and hours that narrow it.
    let scope: Scope
    /// The backends that are as they should be; nil for every one but the local.
    let backends: [String]?
    let decisions: [(oddity: StateOddity, decision: Decision)]
    let reason: String?
    let remedy: String?

    /// What an override names to lower one of its decisions: `builtin:default/state.unpinned`.
    func source(for oddity: StateOddity) -> RuleSource {
        RuleSource(name: "state.\(oddity.rawValue)", origin: origin, layerName: layerName)
    }
}

extension BodyGrammar {
    static let state = BodyGrammar(
        subject: "A state block",
        attributes: ["environments", "actors", "during", "outside", "backends"]
            + StateOddity.allCases.map(\.rawValue) + ["reason", "remedy"])
}

extension PolicyReader {
    /// Reads a `state` block.
    mutating func readState(_ block: Block, from source: PolicySource) {
        let context = "state"
        refuseLabels(of: block, context: context)
        let body = block.body
        checkNames(in: body, against: .state, context: context)
        let scope = readScope(body, context: context)
        let backends = strings("backends", in: body, context: context)?.map(\.name)
        var decisions: [(oddity: StateOddity, decision: Decision)] = []
        for oddity in StateOddity.allCases {
            let decision: Decision? = word(oddity.rawValue, in: body, context: context)
            if let decision { decisions.append((oddity, decision)) }
        }
        let names = StateOddity.allCases.map(\.rawValue)
        if !names.contains(where: { body.attribute(named: $0) != nil }) {
            report(
                "State block without a decision",
                "It says what comes of an odd state: mismatch = \"block\", for example. It may "
                    + "decide about \(list(names)).", at: block.headerRange)
        }
        if backends != nil, body.attribute(named: StateOddity.otherBackend.rawValue) == nil,
            let attribute = body.attribute(named: "backends")
        {
            report(
                "Argument without effect",
                "\"backends\" are those that \"other_backend\" is not about, and this block has no "
                    + "\"other_backend\". Add it, or remove \"backends\".",
                at: attribute.name.range, in: context)
        }
        policy.states.append(
            StateRule(
                origin: source.origin, layerName: source.layerName, scope: scope,
                backends: backends, decisions: decisions,
                reason: string("reason", in: body, context: context),
                remedy: string("remedy", in: body, context: context)))
    }
}
