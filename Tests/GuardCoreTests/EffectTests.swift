import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct EffectTests {
    /// Terraform's and OpenTofu's combinations, from `internal/plans/action.go` of both.
    static let known: [(actions: Set<ChangeAction>, effects: [Effect])] = [
        ([.noOp], [.noOp]),
        ([.create], [.create]),
        ([.read], [.read]),
        ([.open], [.read]),
        ([.update], [.update]),
        ([.delete], [.delete]),
        ([.forget], [.forget]),
        ([.create, .delete], [.replace]),
        ([.create, .forget], [.replace, .forget]),
    ]

    @Test func `every set of actions is in the table or not understood`() {
        let all = ChangeAction.allCases
        for bits in 0..<(1 << all.count) {
            let actions = all.indices.filter { bits & (1 << $0) != 0 }.map { all[$0] }
            let expected = Self.known.first { $0.actions == Set(actions) }?.effects
            for order in [actions, actions.reversed()] {
                #expect(
                    effects(of: order, mode: .managed)?.effects == expected, "\(actions)")
            }
        }
    }

    @Test(arguments: [
        ([ChangeAction.read], [Effect.read]), ([.noOp], [.noOp]), ([.create], [.read]),
        ([.update], [.read]),
    ])
    func `a data source is read, whatever the words`(actions: [ChangeAction], expected: [Effect]) {
        #expect(effects(of: actions, mode: .data)?.effects == expected)
    }

    @Test(arguments: [[ChangeAction.delete], [.forget], [.delete, .create], [.create, .update]])
    func `a data source that would be lost is not understood`(actions: [ChangeAction]) {
        #expect(effects(of: actions, mode: .data) == nil)
    }

    @Test func `an ephemeral resource that is opened is read`() {
        #expect(effects(of: [.open], mode: .ephemeral)?.effects == [.read])
    }

    @Test func `marks are joined`() {
        let row = row(
            "module.a[0].acme_thing.x[\"k.]\\\"\"]", [.delete, .create], deposed: "deadbeef",
            previousAddress: "acme_thing.y", importing: "{}")
        let effects = effects(
            of: row, isGone: true, provisioned: ["module.a.acme_thing.x"])
        #expect(
            effects?.effects
                == [.replace, .import, .move, .driftLoss, .runsCode, .deposed])
    }

    @Test(arguments: [
        (ChangeAction.create, true), (.delete, true), (.update, false), (.noOp, false),
        (.forget, false),
    ])
    func `provisioners count where an object begins or ends`(action: ChangeAction, runs: Bool) {
        let effects = effects(
            of: row("acme_thing.x[3]", [action]), isGone: false, provisioned: ["acme_thing.x"])
        #expect(effects?.effects.contains(.runsCode) == runs)
    }

    @Test func `the set holds every effect apart`() {
        for effect in Effect.allCases {
            #expect(EffectSet(effect).effects == [effect])
        }
        #expect(EffectSet.all.effects == Effect.allCases)
    }
}
