import Diagnostics
import Testing

@testable import GuardCore

/// What `policy check` tells of a policy that says something else than was meant.
@Suite struct LintEffectTests {
    private func warnings(_ text: String) throws -> [String] {
        let builtin = source(
            "rule \"loss\" {\n  actions  = [\"delete\", \"replace\"]\n  decision = \"confirm\"\n}\n",
            layer: .builtin)
        let policy = try policy(source(text + unrelatedRule), builtin)
        return policy.lint(at: Expiry("2026-11-21")?.end).map(\.summary)
    }

    private static func rule(_ name: String, _ attributes: String, _ decision: String) -> String {
        "rule \"\(name)\" {\n  \(attributes)\n  decision = \"\(decision)\"\n}\n"
    }

    @Test(arguments: [
        ("actions = [\"delete\"]\n  when = change.after.size > 1", true),
        ("actions = [\"delete\", \"update\"]\n  when = change.after[\"size\"] > 1", true),
        ("actions = [\"update\"]\n  when = change.after.size > 1", false),
        ("actions = [\"delete\"]\n  when = change.before.size > 1", false),
        ("when = change.after.size > 1", false),
    ])
    func `a condition that reads what a deleted object does not have`(
        attributes: String, expected: Bool
    ) throws {
        let found = try warnings(Self.rule("r", attributes, "block"))
        #expect(found.contains("Value that is not there") == expected)
    }

    @Test func `a rule that a stricter one always covers`() throws {
        let wide = Self.rule("wide", "actions = [\"delete\", \"forget\"]", "block")
        func isTold(_ attributes: String, _ decision: String = "approve") throws -> Bool {
            try warnings(wide + Self.rule("narrow", attributes, decision))
                .contains("Rule without effect")
        }
        #expect(try isTold("actions = [\"delete\"]\n  types = [\"aws_db_*\"]"))
        #expect(try isTold("actions = [\"delete\"]", "warn"))
        #expect(try !isTold("actions = [\"delete\"]", "block"))
        #expect(try !isTold("actions = [\"delete\", \"update\"]"))
        #expect(try !isTold("actions = [\"delete\"]", "allow"))
        let narrowed = Self.rule("wide", "types = [\"aws_*\"]", "block")
        #expect(
            try warnings(narrowed + Self.rule("n", "types = [\"aws_db_instance\"]", "confirm"))
                .contains("Rule without effect"))
        #expect(
            try !warnings(narrowed + Self.rule("n", "types = [\"*_instance\"]", "confirm"))
                .contains("Rule without effect"))
    }

    @Test func `an override of what is no stricter`() throws {
        func isTold(_ decision: String) throws -> Bool {
            try warnings(
                """
                override "o" {
                  rules     = ["builtin:default/loss"]
                  addresses = ["a.b"]
                  decision  = "\(decision)"
                }

                """
            ).contains("Relaxation without effect")
        }
        #expect(try isTold("approve"))
        #expect(try isTold("confirm"))
        #expect(try !isTold("warn"))
    }

    @Test func `a relaxation in an environment that variables alone decide`() throws {
        func isTold(_ match: String) throws -> Bool {
            let environment = "environment \"preview\" {\n  match { \(match) }\n}\n"
            let override =
                "override \"o\" {\n  rules = [\"builtin:default/*\"]\n"
                + "  environments = [\"preview\"]\n  decision = \"allow\"\n}\n"
            let allowed = Self.rule("r", "environments = [\"preview\"]", "allow")
            let told = try [override, allowed].map {
                try warnings(environment + $0).contains("Environment that is never certain")
            }
            #expect(told[0] == told[1])
            return told[0]
        }
        #expect(try isTold("variable = { stage = [\"preview\"] }"))
        #expect(try !isTold("workspace = [\"pr-*\"]"))
        #expect(try !isTold("backend = { key = [\"previews/*\"] }"))
    }

}
