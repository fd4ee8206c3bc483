import Testing

@testable import GuardCore

/// `unless`: a rule holds until each of its proofs does.
@Suite struct EvidenceTests {
    static let text = """
        evidence "fresh" {
          command = ["prove"]
        }
        evidence "second" {
          command = ["prove", "more"]
          timeout = "5s"
        }
        rule "no-loss" {
          actions  = ["delete"]
          unless   = ["fresh", "second"]
          decision = "block"
          reason   = "It is gone."
        }
        rule "weaker" {
          actions  = ["delete"]
          decision = "warn"
        }
        """

    static func judged(
        _ proofs: [(String, Proof.Outcome)], _ sources: [PolicySource] = [source(text)],
        actors: WordSet<Actor> = [.human]
    ) throws -> Verdict {
        let policy = try policy(sources + [source(unrelatedRule, layer: .builtin)])
        var facts = person
        facts.actors = actors
        let plan = plan(row("acme_db.x", [.delete]))
        let demands = judge(plan, under: policy, facts: facts).demandedProofs
        facts.proofs = proofs.compactMap { name, outcome in
            demands.first { $0.evidence == name }.map { Proof(demand: $0, outcome: outcome) }
        }
        return judge(plan, under: policy, facts: facts)
    }

    @Test func `the proofs that a rule wants are told, for each change that it is about`() throws {
        let demands = try Self.judged([]).demandedProofs
        #expect(demands.map(\.evidence) == ["fresh", "second"])
        #expect(demands.map(\.address) == ["acme_db.x", "acme_db.x"])
        #expect(demands.map(\.rule) == ["project/no-loss", "project/no-loss"])
    }

    @Test func `where all of them hold the rule does not apply`() throws {
        #expect(try Self.judged([("fresh", .holds), ("second", .holds)]).decision == .warn)
    }

    @Test(arguments: [
        [("fresh", Proof.Outcome.holds)], [("second", .holds)], [],
        [("fresh", .holds), ("second", .fails("it ended with status 1"))],
    ])
    func `where one does not hold, or is not known, it applies and says why`(
        proofs: [(String, Proof.Outcome)]
    ) throws {
        let verdict = try Self.judged(proofs)
        #expect(verdict.decision == .block)
        let reason = try #require(verdict.findings.first { $0.rule == "no-loss" }?.reason)
        #expect(reason.hasPrefix("It is gone. (Not proven: "), "\(reason)")
    }

    @Test func `a project's program proves nothing to a rule of the system's`() throws {
        let rule = """
            rule "no-loss" {
              actions  = ["delete"]
              unless   = ["fresh"]
              decision = "block"
            }
            """
        let own = """
            evidence "fresh" {
              command = ["/bin/true"]
            }
            """
        let policy = try policy([
            source(rule, layer: .system), source(own, isAnchored: true),
            source(unrelatedRule, layer: .builtin),
        ])
        let demand = try #require(
            judge(plan(row("acme_db.x", [.delete])), under: policy, facts: person)
                .demandedProofs.first)
        #expect(policy.evidence(for: demand, actors: [.human]).isEmpty)
    }

    @Test func `what others than root could have written proves nothing for an agent`() throws {
        let own = try policy([source(Self.text), source(unrelatedRule, layer: .builtin)])
        let demand = try #require(
            judge(plan(row("acme_db.x", [.delete])), under: own, facts: person)
                .demandedProofs.first)
        #expect(own.evidence(for: demand, actors: [.agent]).isEmpty)
        #expect(own.evidence(for: demand, actors: [.unattended]).isEmpty)
        #expect(own.evidence(for: demand, actors: [.ci]).count == 1)
        let roots = try policy([
            source(Self.text, isAnchored: true), source(unrelatedRule, layer: .builtin),
        ])
        #expect(roots.evidence(for: demand, actors: [.agent]).count == 1)
    }

    @Test(arguments: [
        ("rule \"r\" {\n  unless = [\"nobody\"]\n  decision = \"block\"\n}", "undefined proof"),
        ("evidence \"e\" {\n}", "Missing required argument"),
        ("evidence \"e\" {\n  command = \"x y\"\n}", "Inappropriate value"),
        ("evidence \"e\" {\n  command = [\"x\"]\n  timeout = \"never\"\n}", "Inappropriate value"),
        ("apply {\n}", "Missing required argument"),
        ("apply {\n  exec = [\"\"]\n}", "Inappropriate value"),
        ("apply {\n  exec = [\"a\"]\n}\napply {\n  exec = [\"b\"]\n}", "Second apply block"),
    ])
    func `what is wrong with a block that names a program is an error`(
        text: String, summary: String
    ) {
        let (policy, diagnostics) = readPolicy(
            [source(text), source(unrelatedRule, layer: .builtin)], catalogs: [:])
        #expect(policy == nil)
        #expect(
            diagnostics.contains { $0.summary.contains(summary) }, "\(diagnostics.map(\.summary))")
    }

    @Test func `a policy of the command line names no program`() {
        for text in ["evidence \"e\" {\n  command = [\"x\"]\n}", "apply {\n  exec = [\"x\"]\n}"] {
            let (policy, _) = readPolicy(
                [source(text, layer: .flag), source(unrelatedRule, layer: .builtin)], catalogs: [:])
            #expect(policy == nil)
        }
    }

    @Test func `an apply is run by what the system's word is, and else by the file furthest up`()
        throws
    {
        func exec(_ sources: PolicySource..., actors: WordSet<Actor> = [.human]) throws -> [String]?
        {
            try policy(sources + [source(unrelatedRule, layer: .builtin)])
                .applyBlock(for: actors)?.exec
        }
        let near = source("apply {\n  exec = [\"near\"]\n}", name: "near.hcl")
        let far = source("apply {\n  exec = [\"far\"]\n}", name: "far.hcl", distance: 1)
        let system = source("apply {\n  exec = [\"system\"]\n}", layer: .system)
        #expect(try exec(near) == ["near"])
        #expect(try exec(near, far) == ["far"])
        #expect(try exec(system, near, far) == ["system"])
        #expect(try exec(near, actors: [.agent]) == nil)
        #expect(try exec(system, near, actors: [.agent]) == ["system"])
    }

    @Test func `a program is told the change without its secrets`() throws {
        var verdict = try Self.judged([])
        verdict.changes[0].change.before = json(#"{"name":"x","password":"hunter2"}"#)
        verdict.changes[0].change.beforeSensitive = json(#"{"password":true}"#)
        let input = try #require(evidenceInput(for: verdict.changes[0], of: verdict))
        let text = String(decoding: input, as: UTF8.self)
        #expect(text.contains(#""address":"acme_db.x""#), "\(text)")
        #expect(!text.contains("hunter2"))
    }
}
