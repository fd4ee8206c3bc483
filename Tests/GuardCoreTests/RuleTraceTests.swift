import TerraformPlan
import Testing

@testable import GuardCore

/// Why a rule is about a change, and at which attribute it is not.
@Suite struct RuleTraceTests {
    private static let database = row(
        "module.app.acme_db.x", [.update], before: #"{"size":1,"name":"a"}"#,
        after: #"{"size":2,"name":"a"}"#)

    private static let window = """
        window "night" {
          from     = "22:00"
          to       = "06:00"
          timezone = "UTC"
        }

        """

    private func outcome(_ attributes: String) throws -> RuleTrace.Outcome {
        var policy = try policy(
            source("rule \"r\" {\n\(attributes)\n  decision = \"block\"\n}\n" + Self.window),
            catalogs: [
                "acme": "resource \"acme_db\" {\n  category = \"data\"\n  severity = \"high\"\n}\n"
            ])
        _ = policy.takeTimeZones([:])
        var facts = person
        facts.now = Expiry("2026-11-21T12:00:00Z")?.end
        let verdict = judge(plan(Self.database), under: policy, facts: facts)
        var tracer = PolicyTracer(plan(Self.database), under: policy, facts: facts)
        let trace = try #require(tracer.traces(of: verdict.changes[0]).first)
        // What is said of a rule is what the judgement did by it.
        let hasFound = verdict.findings.contains { $0.rule == "r" }
        if case .missed = trace.outcome { #expect(!hasFound) } else { #expect(hasFound) }
        return trace.outcome
    }

    @Test(arguments: [
        ("actions = [\"delete\"]", "actions"), ("environments = [\"production\"]", "environments"),
        ("actors = [\"agent\"]", "actors"), ("during = [\"night\"]", "during"),
        ("types = [\"acme_x\"]", "types"), ("categories = [\"backup\"]", "categories"),
        ("severities = [\"low\"]", "severities"), ("addresses = [\"acme_db.x\"]", "addresses"),
        ("attributes = [\"name\"]", "attributes"), ("when = change.after.size > 5", "when"),
        ("except {\n  attributes = [\"size\"]\n}", "except"),
    ])
    func `a rule that is not about a change says at which attribute`(
        attributes: String, expected: String
    ) throws {
        guard case .missed(let attribute, _) = try outcome(attributes) else {
            Issue.record("it matched")
            return
        }
        #expect(attribute == expected)
    }

    @Test func `a rule that is about a change says for which effects, and in what doubt`() throws {
        #expect(try outcome("actions = [\"update\", \"delete\"]") == .matched([.update]))
        #expect(try outcome("outside = [\"night\"]") == .matched([.update]))
        #expect(
            try outcome("when = plan.refreshed == false")
                == .mayMatch([.update], "it depends on what is not known"))
    }
}
