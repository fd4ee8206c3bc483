import HCL
import TerraformPlan
import Testing

@testable import GuardCore

/// What a condition sees of the run around a change.
@Suite struct ConditionFactsTests {
    private static let catalog = """
        resource "acme_db" {
          category     = "data"
          severity     = "high"
          protected_by = { protected = true, retention = ">=7" }
          disarmed_by  = { force_destroy = true }
        }
        """

    private static func facts() -> RunFacts {
        var facts = person
        facts.planning = PlanningFacts(
            mode: .destroy, targets: ["acme_db.x"], excludes: [], replaces: ["acme_db.y"],
            isRefreshed: false, isLocked: true)
        facts.plannedState = PlannedState(
            backend: "s3", lineage: "8e2c", serial: 41, resourceCount: 12, isEmpty: false)
        facts.versionControl = VersionControlFacts(
            branch: "main", commit: "0123abc", isDirty: true, pullRequest: "12",
            author: "ada@example.com")
        return facts
    }

    private func decision(
        when condition: String, _ rows: [ResourceChange], facts: RunFacts = facts()
    ) throws -> Decision {
        var plan = plan()
        plan.changes = rows
        plan.noOpCount = 3
        let rule = "rule \"r\" {\n  when     = \(condition)\n  decision = \"block\"\n}"
        return judge(
            plan, under: try policy(source(rule), catalogs: ["acme": Self.catalog]), facts: facts
        ).decision
    }

    private static let updated = row(
        "acme_db.x", [.update], before: #"{"protected":true,"retention":9,"tags":{"a":"1"}}"#,
        after: #"{"protected":false,"retention":9,"tags":{"a":"2"},"force_destroy":true}"#)

    @Test(arguments: [
        ("plan.mode == \"destroy\"", true), ("length(plan.targets) > 0", true),
        ("length(plan.excludes) > 0", false), ("contains(plan.replaces, \"acme_db.y\")", true),
        ("plan.refreshed", false), ("plan.locked", true), ("plan.counts.update == 1", true),
        ("plan.counts[\"no-op\"] == 3", true), ("plan.counts.delete > 0", false),
        ("state.backend == \"s3\" && state.serial == 41", true),
        ("state.lineage == \"8e2c\" && state.resources == 12", true), ("state.empty", false),
        ("vcs.branch == \"main\" && vcs.commit == \"0123abc\" && vcs.dirty", true),
        ("vcs.pull_request == \"12\" && endswith(vcs.author, \"@example.com\")", true),
        ("contains(change.changed, \"tags.a\")", true),
        ("contains(change.changed, \"retention\")", false),
        ("length(change.changed) == 3", true),
        ("change.protections_lost == [\"protected\", \"force_destroy\"]", true),
        ("change.replace_paths == []", true),
    ])
    func `a condition sees how the plan was made, the state, git and what is changed`(
        condition: String, expected: Bool
    ) throws {
        #expect(try (decision(when: condition, [Self.updated]) == .block) == expected)
    }

    /// Before, after, and what is unknown of it.
    private static let objects: [(before: String?, after: String?, unknown: String?)] = [
        (#"{"size":1,"b":{}}"#, #"{"b":2,"size":1}"#, nil),
        (#"{"\u0073ize":1}"#, #"{"size":2}"#, "{}"),
        (nil, #"{"a":1}"#, #"{"size":true}"#), ("null", "null", #"{"size":true}"#),
        (#"{"size":1}"#, nil, #"{"size":true}"#), (#"{"size":1}"#, nil, #"{"other":true}"#),
        (#"{"size":1}"#, "{}", #"{"other":true}"#), (#"{"size":1}"#, #"{"size":1}"#, "true"),
        (#"{"size":1}"#, #"{"size":[1]}"#, #"{"size":[true]}"#), ("[1]", #""size""#, "[true]"),
        (#"{ "x" : "}", "size" : null }"#, #"{"size":null,"x":1}"#, #"{"x":true,"size":false}"#),
        // The sign of the kelvin, which is another spelling of the letter.
        (#"{"\u212a":1}"#, "{\"\u{212a}\":1}", nil),
    ]

    /// Only what a condition names of an object is looked at, if it names no more than that.
    @Test(arguments: objects)
    func `a condition sees the same of an object, however it reads it`(
        before: String?, after: String?, unknown: String?
    ) throws {
        let change = row(
            "acme_db.x", [.update], before: before, after: after, afterUnknown: unknown)
        for test in [".size == 1", ".size == null", ".size[0] == 1", "[\"size\"] > 1", ".K == 1"] {
            for object in ["change.before", "change.after"] {
                let named = try decision(when: object + test, [change])
                let whole = try decision(
                    when: "length([\(object)]) == 1 && \(object)\(test)", [change])
                #expect(named == whole, "\(object)\(test)")
            }
        }
    }

    @Test func `what forces a replacement is a list of paths`() throws {
        var replaced = row("acme_db.x", [.delete, .create], before: "{}", after: "{}")
        replaced.replacePaths = json(#"[["ami"],["disk",0,"size"],["tags","a.b"]]"#)
        #expect(
            try decision(
                when: #"change.replace_paths == ["ami", "disk[0].size", "tags[\"a.b\"]"]"#,
                [replaced]) == .block)
    }

    @Test(arguments: [
        "plan.mode == \"destroy\"", "length(plan.targets) > 0", "!plan.refreshed", "!plan.locked",
        "state.backend == \"s3\"", "state.serial > 3", "vcs.dirty", "vcs.branch != \"main\"",
    ])
    func `what nobody knows of a run counts as true`(condition: String) throws {
        #expect(try decision(when: condition, [Self.updated], facts: person) == .block)
    }

    @Test func `a complete plan has no targets, and a request to replace stands in its row`() throws
    {
        var complete = plan(Self.updated)
        complete.isComplete = true
        var replaced = row("acme_db.z", [.delete, .create], before: "{}", after: "{}")
        replaced.actionReason = "replace_by_request"
        complete.changes.append(replaced)
        func decision(_ condition: String) throws -> Decision {
            let rule = "rule \"r\" {\n  when = \(condition)\n  decision = \"block\"\n}"
            return judge(complete, under: try policy(source(rule)), facts: person).decision
        }
        #expect(try decision("length(plan.targets) + length(plan.excludes) > 0") != .block)
        #expect(try decision("plan.replaces == [\"acme_db.z\"]") == .block)
    }

    @Test func `only a condition that reads git makes it be asked`() throws {
        func reads(_ condition: String) throws -> Bool {
            try policy(
                source("rule \"r\" {\n  when = \(condition)\n  decision = \"block\"\n}")
            ).readsVersionControl
        }
        #expect(try reads("vcs.dirty"))
        #expect(try reads("length([for k, v in vcs : k]) > 0"))
        #expect(try !reads("change.name == \"vcs\""))
    }

    @Test func `a rule of the specification's about partial plans holds only for such plans`()
        throws
    {
        let rule = """
            rule "no-partial-plan-in-production" {
              environments = ["production"]
              when         = length(plan.targets) > 0 || length(plan.replaces) > 0 || !plan.refreshed
              decision     = "approve"
            }
            """
        func decision(_ planning: PlanningFacts) throws -> Decision {
            var facts = person
            facts.workspace = "prod"
            facts.planning = planning
            return judge(plan(Self.updated), under: try policy(source(rule)), facts: facts).decision
        }
        let whole = PlanningFacts(targets: [], replaces: [], isRefreshed: true)
        #expect(try decision(whole) == .allow)
        for partial in [
            PlanningFacts(targets: ["a.b"], replaces: [], isRefreshed: true),
            PlanningFacts(targets: [], replaces: ["a.b"], isRefreshed: true),
            PlanningFacts(targets: [], replaces: [], isRefreshed: false),
            PlanningFacts(targets: [], replaces: []),
        ] {
            #expect(try decision(partial) == .approve)
        }
    }
}
