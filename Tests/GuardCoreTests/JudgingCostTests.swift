import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct JudgingCostTests {
    private static let policyText =
        (0..<20).map { number in
            """
            rule "r\(number)" {
              actions   = ["delete", "update"]
              types     = ["acme_*", "other_\(number)"]
              addresses = ["module.*.acme_*.x\(number)*", "**.y\(number)"]
              decision  = "confirm"
            }

            """
        }.joined() + "limit \"l\" {\n  max      = 5\n  decision = \"approve\"\n}\n"

    private func time(rows count: Int) throws -> Duration {
        let policy = try policy(source(Self.policyText))
        var plan = plan()
        plan.changes = (0..<count).map { row("module.m.acme_thing\($0 % 7).x\($0)", [.delete]) }
        plan.drift = (0..<count).map { row("module.m.acme_thing.z\($0)", [.delete]) }
        let clock = ContinuousClock()
        return (0..<3).map { _ in
            clock.measure {
                let verdict = judge(plan, under: policy, facts: person)
                #expect(verdict.changes.count == 2 * count)
            }
        }.min() ?? .zero
    }

    /// Sixteen times the rows take about sixteen times as long; a quadratic judge would take 256
    /// times as long, which no noise of a machine looks like.
    @Test func `the time grows with the changes and no faster`() throws {
        let few = try time(rows: 250)
        let many = try time(rows: 4000)
        #expect(many < few * 100)
    }
}
