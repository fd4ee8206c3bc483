import TerraformPlan
import Testing

@testable import GuardCore

/// What stands in the way of a run besides the rows of its plan.
@Suite struct RunConcernTests {
    @Test(
        arguments: [
            (RunConcern.unlocked, Decision.confirm, Decision.block),
            (.otherWorkspace(planned: "dev", chosen: "prod"), .block, .block),
            (.otherBackend(planned: "s3", chosen: "local"), .block, .block),
            (.singleReading("it is encrypted"), .confirm, .approve),
            (.unsealed, .warn, .warn),
        ] as [(RunConcern, Decision, Decision)])
    func `a concern weighs more in production`(
        concern: RunConcern, elsewhere: Decision, production: Decision
    ) {
        #expect(concern.finding(isProduction: false).decision == elsewhere)
        #expect(concern.finding(isProduction: true).decision == production)
    }

    @Test func `a concern is part of the verdict, though the plan changes nothing`() throws {
        let (policy, _) = readPolicy(
            [
                PolicySource(
                    layer: .builtin,
                    file: .init(
                        name: "builtin:default",
                        bytes: Array(
                            #"rule "a" { actions = ["delete"] decision = "block" }"#
                                .replacing(" decision", with: "\ndecision")
                                .replacing("{ ", with: "{\n").replacing(" }", with: "\n}").utf8)),
                    directory: nil)
            ], catalogs: [:])
        let verdict = judge(
            Plan(formatVersion: "1.2", terraformVersion: "1.11.4"), under: try #require(policy),
            facts: RunFacts(
                actors: [.human], workspace: "dev", directory: "/srv", concerns: [.unlocked]))
        #expect(verdict.decision == .confirm)
        #expect(verdict.findings.map(\.rule) == ["no-lock"])
    }

    @Test func `names from a plan cannot write to a terminal`() {
        let concern = RunConcern.otherWorkspace(planned: "a\u{1b}[2J", chosen: "b\u{202e}")
        #expect(!concern.finding(isProduction: false).reason.contains("\u{1b}"))
        #expect(!concern.finding(isProduction: false).reason.contains("\u{202e}"))
    }
}
