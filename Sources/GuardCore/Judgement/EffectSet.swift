/// A set of effects, as one number: a plan may have a hundred thousand rows.
struct EffectSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    init(_ effect: Effect) {
        // The bits stand in the order of the cases.
        let bit: UInt32 =
            switch effect {
            case .noOp: 0
            case .create: 1
            case .update: 2
            case .delete: 3
            case .replace: 4
            case .forget: 5
            case .read: 6
            case .import: 7
            case .move: 8
            case .driftLoss: 9
            case .invoke: 10
            case .deferred: 11
            case .disarm: 12
            case .lose: 13
            case .runsCode: 14
            case .deposed: 15
            case .handover: 16
            }
        rawValue = 1 << bit
    }

    init(_ effects: some Sequence<Effect>) {
        self = effects.reduce(into: []) { $0.formUnion(EffectSet($1)) }
    }

    /// The effects in the order in which `Effect` declares them, what is done before its marks.
    var effects: [Effect] {
        // Most rows do one thing, and share the array that says so.
        rawValue.nonzeroBitCount == 1
            ? Self.single[rawValue.trailingZeroBitCount]
            : Effect.allCases.filter { contains(EffectSet($0)) }
    }

    private static let single = Effect.allCases.map { [$0] }

    static let all = EffectSet(rawValue: (1 << UInt32(Effect.allCases.count)) - 1)

    /// What destroys an object, or drops it from the state.
    static let losses = EffectSet([.delete, .replace, .forget, .driftLoss, .lose])

    /// What is allowed where no rule says otherwise; `deposed` only says which object a row is
    /// about.
    static let harmless = EffectSet([
        .noOp, .read, .create, .update, .move, .import, .deposed, .handover,
    ])
}
