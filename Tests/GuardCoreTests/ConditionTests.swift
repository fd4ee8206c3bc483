import Diagnostics
import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct ConditionTests {
    private static let catalog = """
        resource "acme_db" {
          category = "data"
          severity = "high"
          identity = ["name"]
        }
        """

    private static let database = row(
        "module.app.acme_db.x", [.update],
        before:
            #"{"name":"orders","size":5,"tags":{"Team":"a"},"protected":true,"ips":["1.2.3.4"]}"#,
        after: #"{"name":"orders","size":9,"tags":{"Team":"a"},"protected":false,"ips":[]}"#,
        afterUnknown: #"{"arn":true,"tags":{"Id":true}}"#)

    private func judged(
        _ rule: String, _ row: ResourceChange = database, actors: WordSet<Actor> = [.human],
        variables: [String: String] = [:]
    ) throws -> Verdict {
        var plan = plan(row)
        plan.variables = variables.map { Variable(name: ByteString($0.key), value: json($0.value)) }
        var facts = person
        facts.actors = actors
        facts.now = Moment(secondsSinceEpoch: 1_781_524_800)
        return judge(
            plan, under: try policy(source(rule), catalogs: ["acme": Self.catalog]), facts: facts)
    }

    private func verdict(
        when condition: String, decision: String = "block", _ row: ResourceChange = database
    ) throws -> Verdict {
        try judged(
            "rule \"r\" {\n  when     = \(condition)\n  decision = \"\(decision)\"\n}", row,
            variables: ["stage": "\"prod\""])
    }

    @Test(arguments: [
        ("change.before.protected && !change.after.protected", true),
        ("change.after.size > change.before.size", true), ("change.before.size > 5", false),
        ("change.address == \"module.app.acme_db.x\"", true),
        ("change.type == \"acme_db\" && change.category == \"data\"", true),
        ("change.severity == \"high\" && change.identity == \"orders\"", true),
        ("contains(change.actions, \"update\")", true),
        ("contains(change.effects, \"delete\")", false),
        ("change.before.tags.Team == \"a\"", true), ("length(change.before.ips) > 0", true),
        ("anytrue([for ip in change.before.ips : startswith(ip, \"10.\")])", false),
        ("change.deposed == null && change.reason == null", true),
        ("plan.workspace == \"default\" && plan.terraform_version == \"1.11.4\"", true),
        ("plan.variables.stage == \"prod\"", true), ("contains(actors, \"human\")", true),
        ("contains(environments, \"production\")", true),
        ("timecmp(time, \"2026-06-15T12:00:00Z\") == 0", true),
    ])
    func `a condition sees the change, the plan and the run`(
        condition: String, expected: Bool
    ) throws {
        let verdict = try verdict(when: condition)
        #expect((verdict.decision == .block) == expected, "\(verdict.findings)")
        #expect(!verdict.findings.contains { $0.reason.contains("counts as true") })
    }

    @Test(arguments: [
        "change.after.arn == \"x\"", "change.after.tags.Id == \"x\"", "change.before.missing",
        "change.before.size", "null", "change.before.size + \"x\" == 1",
    ])
    func `what cannot be decided counts as true, and the verdict says so`(
        condition: String
    ) throws {
        let verdict = try verdict(when: condition)
        #expect(verdict.decision == .block)
        #expect(verdict.findings.allSatisfy { $0.reason.contains("Its condition counts as true") })
        #expect(!verdict.findings.contains { $0.reason.contains("orders") })
    }

    @Test func `an attribute of what a created or deleted object does not have is null`() throws {
        let created = row("acme_db.x", [.create], after: #"{"name":"a"}"#)
        #expect(
            try verdict(when: "change.before.name == null", created).decision == .block)
        let deleted = row("acme_db.x", [.delete], before: #"{"name":"a"}"#)
        #expect(try verdict(when: "change.after.name == \"a\"", deleted).decision == .confirm)
    }

    @Test func `what relaxes by a condition has to be sure`() throws {
        let deleted = row(
            "acme_db.x", [.delete], before: #"{"name":"a","protected":false}"#)
        #expect(
            try verdict(when: "!change.before.protected", decision: "allow", deleted).decision
                == .allow)
        #expect(
            try verdict(when: "change.before.missing", decision: "allow", deleted).decision
                == .confirm)
        func except(_ condition: String) throws -> Decision {
            try judged(
                "rule \"r\" {\n  decision = \"block\"\n  except {\n    when = \(condition)\n  }\n}",
                Self.database
            ).decision
        }
        #expect(try except("change.before.protected") == .allow)
        #expect(try except("change.after.arn == \"x\"") == .block)
        #expect(try except("change.before.missing") == .block)
        func override(_ condition: String) throws -> Decision {
            try judged(
                """
                rule "r" {
                  decision = "block"
                }
                override "o" {
                  rules     = ["r"]
                  addresses = ["**"]
                  when      = \(condition)
                  decision  = "allow"
                }
                """
            ).decision
        }
        #expect(try override("change.before.protected") == .allow)
        #expect(try override("change.after.arn == \"x\"") == .block)
    }

    @Test func `a limit counts what its condition holds for, or may hold for`() throws {
        func limit(_ condition: String) throws -> Decision {
            try judged(
                "limit \"l\" {\n  max      = 0\n  when     = \(condition)\n  decision = \"block\"\n}\n"
                    + unrelatedRule
            ).decision
        }
        #expect(try limit("change.before.protected") == .block)
        #expect(try limit("!change.before.protected") == .allow)
        #expect(try limit("change.after.arn == \"x\"") == .block)
    }

    @Test func `a secret of the plan is in no reason`() throws {
        let secret = row("acme_db.x", [.update], before: #"{"a":"hunter2"}"#, after: #"{"a":"b"}"#)
        for condition in [
            "change.before.a", "change.before.a + 1 == 2", "tonumber(change.before.a) == 1",
            "jsondecode(change.before.a)",
        ] {
            let verdict = try verdict(when: condition, secret)
            #expect(verdict.decision == .block)
            #expect(!verdict.findings.contains { $0.reason.contains("hunter2") })
        }
    }

    @Test func `a value that nests deeper than a stack is unknown`() throws {
        let deep = String(repeating: "[", count: 90_000) + String(repeating: "]", count: 90_000)
        let row = row("acme_db.x", [.update], before: "{\"a\":\(deep)}", after: #"{"a":1}"#)
        #expect(try verdict(when: "length(change.before.a) == 1", row).decision == .block)
        #expect(try verdict(when: "length(change.before.a) == 2", row).decision == .allow)
    }
}
