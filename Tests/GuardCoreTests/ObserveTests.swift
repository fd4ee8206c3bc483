import TerraformPlan
import Testing

@testable import GuardCore

/// Adoption: a policy that tells what it would have stopped.
@Suite struct ObserveTests {
    private static let rule = """
        rule "r" {
          actions  = ["delete"]
          decision = "block"
        }

        """
    private static let observe = """
        observe {
          until  = "2026-12-01"
          reason = "First month."
        }

        """

    private func verdict(
        _ sources: [PolicySource], _ plan: Plan = plan(row("acme_x.y", [.delete])),
        actors: WordSet<Actor> = [.human], at day: String = "2026-11-21",
        concerns: [RunConcern] = []
    ) throws -> Verdict {
        var facts = person
        facts.actors = actors
        facts.concerns = concerns
        facts.now = Expiry(day)?.end
        return judge(plan, under: try policy(sources), facts: facts)
    }

    @Test func `what would be stopped is told, and nothing is stopped`() throws {
        let verdict = try verdict([source(Self.rule + Self.observe)])
        #expect(verdict.decision == .warn)
        #expect(verdict.changes.map(\.decision) == [.warn])
        let finding = try #require(verdict.findings.first { $0.rule == "r" })
        #expect(finding.decision == .warn && finding.observed == .block)
        #expect(verdict.relaxations.map(\.from) == [.block])
        #expect(verdict.relaxations.map(\.standing) == [.unanchored])
    }

    @Test func `it ends on its date`() throws {
        let after = try verdict([source(Self.rule + Self.observe)], at: "2026-12-01")
        #expect(after.decision == .block)
        #expect(after.relaxations.map(\.standing) == [.expired])
        #expect(try verdict([source(Self.rule + Self.observe)], at: "2026-11-30").decision == .warn)
    }

    @Test func `it counts for an agent only where it is anchored`() throws {
        for (isAnchored, expected) in [(false, Decision.block), (true, .warn)] {
            let verdict = try verdict(
                [source(Self.rule + Self.observe, isAnchored: isAnchored)], actors: [.agent])
            #expect(verdict.decision == expected)
        }
    }

    @Test func `it reaches neither the system's policy nor a file further up nor a flag's`() throws
    {
        let near = source(unrelatedRule + Self.observe, directory: "/home/ada/live")
        for other in [
            source(Self.rule, layer: .system), source(Self.rule, distance: 1),
            source(Self.rule, layer: .flag),
        ] {
            #expect(try verdict([other, near]).decision == .block)
        }
        #expect(try verdict([source(Self.rule, layer: .builtin), near]).decision == .warn)
    }

    @Test func `what is not understood, or is not this folder's, is blocked all the same`() throws {
        let sources = [source(Self.rule + Self.observe)]
        let strange = plan(row("acme_x.y", [.create, .update]))
        #expect(try verdict(sources, strange).decision == .block)
        let other = RunConcern.otherWorkspace(planned: "a", chosen: "b")
        #expect(try verdict(sources, concerns: [other]).decision == .block)
        // What nobody has said anything about is only told, too.
        let unmatched = plan(row("acme_x.y", [.forget]))
        #expect(try verdict(sources, unmatched).decision == .warn)
    }

    @Test func `a subcommand without a plan is observed, too`() throws {
        let policy = try policy(
            source(
                unrelatedRule + "command \"taint\" {\n  decision = \"block\"\n}\n" + Self.observe))
        var facts = person
        facts.now = Expiry("2026-11-21")?.end
        let verdict = judge(Surgery(.taint, flags: []), under: policy, facts: facts)
        #expect(verdict.decision == .warn)
        #expect(verdict.findings.contains { $0.observed == .block })
    }
}
