import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct JudgeTests {
    private static let catalog = """
        resource "acme_db" {
          category     = "data"
          severity     = "critical"
          identity     = ["name", "id"]
          protected_by = { locked = true }
          recovery     = "From the nightly export."
        }
        resource "acme_note" {
          category = "other"
          severity = "low"
        }
        """

    private func judged(
        _ rows: ResourceChange..., under text: String = unrelatedRule,
        layer: PolicyLayer = .project, facts: RunFacts = person
    ) throws -> Verdict {
        let policy = try policy(
            source(text, layer: layer), catalogs: ["acme": Self.catalog])
        var plan = plan()
        plan.changes = rows
        return judge(plan, under: policy, facts: facts)
    }

    // MARK: What no rule matches

    @Test(arguments: [
        ([ChangeAction.noOp], Decision.allow), ([.read], .allow), ([.create], .allow),
        ([.update], .allow), ([.delete], .confirm), ([.delete, .create], .confirm),
        ([.forget], .confirm), ([.create, .forget], .confirm), ([.create, .update], .block),
        ([.noOp, .delete], .block),
    ])
    func `what no rule matches is allowed, confirmed or blocked`(
        actions: [ChangeAction], expected: Decision
    ) throws {
        let verdict = try judged(row("acme_note.x", actions))
        #expect(verdict.decision == expected)
        #expect(verdict.changes.map(\.decision) == [expected])
        #expect(verdict.findings.count == (expected == .allow ? 0 : 1))
        #expect(
            verdict.findings.allSatisfy { $0.layer == "tfguard" && $0.address == "acme_note.x" })
    }

    @Test func `a row that is not understood is a loss where any word of it says so`() throws {
        let verdict = try judged(
            row("acme_note.x", [.update, .delete]), row("acme_note.y", [.update, .create]),
            row("data.acme_note.z", [.delete], mode: .data))
        #expect(verdict.changes.map(\.isLoss) == [true, false, true])
        #expect(verdict.changes.map(\.decision) == [.block, .block, .block])
    }

    @Test func `imports and moves pass, and are shown`() throws {
        let verdict = try judged(
            row("acme_db.x", [.noOp], importing: "{}"),
            row("acme_db.y", [.noOp], previousAddress: "acme_db.z"))
        #expect(verdict.decision == .allow)
        #expect(verdict.changes.map(\.effects) == [[.noOp, .import], [.noOp, .move]])
    }

    @Test func `an unknown type is never safe to lose`() throws {
        let verdict = try judged(
            row("other_thing.x", [.delete]),
            under: """
                rule "lows" {
                  severities = ["low", "medium", "high", "critical"]
                  decision   = "allow"
                }
                """)
        #expect(verdict.decision == .confirm)
        #expect(verdict.findings.map(\.rule) == ["unknown-type"])
    }

    // MARK: Rules

    @Test func `every rule that matches counts, and the strictest wins in any order`() throws {
        let rules = [
            "rule \"a\" {\n  actions  = [\"delete\"]\n  decision = \"warn\"\n}",
            "rule \"b\" {\n  types    = [\"acme_*\"]\n  decision = \"approve\"\n}",
            "rule \"c\" {\n  decision = \"allow\"\n}",
        ]
        for order in [rules, rules.reversed()] {
            let verdict = try judged(
                row("acme_note.x", [.delete]), under: order.joined(separator: "\n"))
            #expect(verdict.decision == .approve)
            #expect(verdict.changes.first?.decision == .approve)
            #expect(Set(verdict.changes.first?.rules ?? []) == ["project/a", "project/b"])
        }
    }

    @Test func `a finding says who found what and what to do`() throws {
        let verdict = try judged(
            row(
                "module.m.acme_db.x", [.delete], deposed: "deadbeef", before: #"{"name":"orders"}"#),
            under: """
                rule "no-database-loss" {
                  actions    = ["delete", "replace"]
                  categories = ["data"]
                  decision   = "block"
                  reason     = "Not undone."
                  remedy     = "Keep it."
                }
                """)
        let finding = try #require(verdict.findings.first)
        #expect(verdict.findings.count == 1)
        #expect(finding.rule == "no-database-loss")
        #expect(finding.layer == "project")
        #expect(finding.decision == .block)
        #expect(finding.address == "module.m.acme_db.x")
        #expect(finding.deposed == "deadbeef")
        #expect(finding.effect == .delete)
        #expect(finding.reason == "Not undone.")
        #expect(finding.remedy == "Keep it.")
        let change = try #require(verdict.changes.first)
        #expect(change.effects == [.delete, .deposed])
        #expect(change.category == .data)
        #expect(change.severity == .critical)
        #expect(change.identity == "orders")
        #expect(change.recovery == "From the nightly export.")
        #expect(verdict.policies.map(\.path) == ["tfguard.hcl", "builtin:catalog/acme"])
        #expect(verdict.policies.allSatisfy { $0.sha256.utf8.count == 64 })
    }

    struct ScopeCase: CustomTestStringConvertible {
        let scope: String
        let matches: Bool

        init(_ scope: String, _ matches: Bool) {
            self.scope = scope
            self.matches = matches
        }

        var testDescription: String { scope }
    }

    @Test(arguments: [
        ScopeCase("", true),
        ScopeCase("actions = [\"*\"]", true),
        ScopeCase("actions = [\"update\"]", true),
        ScopeCase("actions = [\"delete\", \"update\"]", true),
        ScopeCase("actions = [\"disarm\"]", true),
        ScopeCase("actions = [\"delete\"]", false),
        ScopeCase("types = [\"acme_d?\"]", true),
        ScopeCase("types = [\"acme\"]", false),
        ScopeCase("addresses = [\"module.m[*].**\"]", true),
        ScopeCase("addresses = [\"**.y\"]", false),
        ScopeCase("categories = [\"backup\", \"data\"]", true),
        ScopeCase("categories = [\"backup\"]", false),
        ScopeCase("severities = [\"critical\"]", true),
        ScopeCase("severities = [\"high\"]", false),
        ScopeCase("actors = [\"human\", \"ci\"]", true),
        ScopeCase("actors = [\"agent\"]", false),
        ScopeCase("environments = [\"production\"]", false),
        ScopeCase("attributes = [\"locked\"]", true),
        ScopeCase("attributes = [\"tags\"]", true),
        ScopeCase("attributes = [\"tags.Name\"]", true),
        ScopeCase("attributes = [\"tags.Team\"]", false),
        ScopeCase("attributes = [\"name\"]", false),
        ScopeCase("attributes = [\"nested.size\"]", true),
        ScopeCase("attributes = [\"nested[*].size\"]", true),
        ScopeCase("attributes = [\"nested[0].size\"]", false),
        ScopeCase("attributes = [\"endpoint\"]", true),
        ScopeCase("types = [\"acme_db\"]\n  severities = [\"low\"]", false),
    ])
    func `a rule is about what all its attributes name`(example: ScopeCase) throws {
        let row = row(
            "module.m[0].acme_db.x", [.update],
            before:
                #"{"name":"a","locked":true,"tags":{"Name":"a","Team":"t"},"nested":[{"size":1},{"size":2}],"endpoint":"e"}"#,
            after:
                #"{"name":"a","locked":false,"tags":{"Name":"b","Team":"t"},"nested":[{"size":1},{"size":3}]}"#,
            afterUnknown: #"{"endpoint":true}"#)
        let verdict = try judged(
            row, under: "rule \"r\" {\n  \(example.scope)\n  decision = \"block\"\n}")
        #expect((verdict.decision == .block) == example.matches)
    }

    @Test(arguments: [
        (#"{"image":"b","count":1}"#, "update", Decision.allow),
        (#"{"image":"b","count":2}"#, "update", .allow),
        (#"{"image":"b","count":2,"role":"x"}"#, "update", .block),
        (#"{"image":"b","count":1}"#, "delete", .block),
    ])
    func `an exception covers everything a row does, or nothing`(
        after: String, action: String, expected: Decision
    ) throws {
        let verdict = try judged(
            row(
                "acme_service.x", [try #require(ChangeAction(rawValue: action))],
                before: #"{"image":"a","count":1}"#, after: after),
            under: """
                rule "only-deploys" {
                  actors  = ["human"]
                  actions = ["*"]
                  except {
                    types      = ["acme_service"]
                    actions    = ["update"]
                    attributes = ["image", "count"]
                  }
                  decision = "block"
                }
                """)
        #expect(verdict.decision == expected)
    }

    @Test func `an exception of an update does not cover what the update disarms`() throws {
        let policy = """
            rule "no-touching" {
              except {
                actions = ["update"]
              }
              decision = "block"
            }
            """
        let harmless = try judged(
            row("acme_db.x", [.update], before: #"{"locked":true}"#, after: #"{"locked":true}"#),
            under: policy)
        #expect(harmless.decision == .allow)
        let disarmed = try judged(
            row("acme_db.x", [.update], before: #"{"locked":true}"#, after: #"{"locked":false}"#),
            under: policy)
        #expect(disarmed.decision == .block)
    }

    @Test func `a run without a known actor is anybody's`() throws {
        var facts = person
        facts.actors = []
        let verdict = try judged(
            row("acme_note.x", [.create]),
            under: "rule \"r\" {\n  actors   = [\"agent\"]\n  decision = \"block\"\n}", facts: facts
        )
        #expect(verdict.decision == .block)
    }

    @Test func `an allow of a rule counts for its own effects only`() throws {
        let policy = try policy(
            source(
                "rule \"r\" {\n  actions  = [\"create\", \"delete\"]\n  decision = \"allow\"\n}"),
            catalogs: ["acme": Self.catalog])
        var plan = plan(row("acme_note.x", [.create]), row("acme_note.y", [.delete]))
        plan.provisioned = ["acme_note.x"]
        let verdict = judge(plan, under: policy, facts: person)
        #expect(verdict.changes.map(\.decision) == [.confirm, .allow])
        #expect(verdict.findings.map(\.effect) == [.runsCode])
    }

    @Test(arguments: [Decision.allow, .warn])
    func `a flag's policy passes nothing that would be confirmed`(decision: Decision) throws {
        let rule = "rule \"r\" {\n  decision = \"\(decision)\"\n}"
        #expect(try judged(row("acme_db.x", [.delete]), under: rule).decision == decision)
        #expect(
            try judged(row("acme_db.x", [.delete]), under: rule, layer: .flag).decision == .confirm)
    }

    // MARK: The catalog

    @Test func `a project adds to the catalog and takes nothing away`() throws {
        let policy = """
            resource "acme_db" {
              category = "other"
              severity = "low"
              identity = ["tags.Name"]
            }
            resource "acme_note" {
              category = "data"
              severity = "critical"
              identity = ["text"]
            }
            rule "data" {
              actions    = ["delete"]
              categories = ["data"]
              severities = ["critical"]
              decision   = "block"
            }
            """
        let verdict = try judged(
            row("acme_db.x", [.delete], before: #"{"name":"orders","tags":{"Name":"Orders"}}"#),
            row("acme_note.x", [.delete], before: #"{"text":"note"}"#), under: policy)
        #expect(verdict.changes.map(\.decision) == [.block, .block])
        #expect(verdict.changes.map(\.severity) == [.critical, .critical])
        #expect(verdict.changes.map(\.category) == [.data, .data])
        #expect(verdict.changes.map(\.identity) == ["Orders", "note"])
    }

    @Test func `of the catalogs only what a plan's types need is read`() throws {
        let catalogs = [
            "acme": Self.catalog,
            "broken": """
            resource "broken_vase" {
              category = "data"
              severity = "critical"
            }
            resource "broken_note" {
              category = "dust"
            }
            """,
        ]
        let policy = try policy([source(unrelatedRule)], catalogs: catalogs)
        let good = judge(plan(row("acme_note.x", [.create])), under: policy, facts: person)
        #expect(good.decision == .allow)
        let vase = judge(plan(row("broken_vase.x", [.create])), under: policy, facts: person)
        #expect(vase.decision == .allow)
        #expect(vase.changes.first?.severity == .critical)
        let bad = judge(plan(row("broken_note.x", [.create])), under: policy, facts: person)
        #expect(bad.decision == .block)
        #expect(bad.findings.map(\.rule) == ["unreadable-catalog"])
    }

    @Test(arguments: [
        (#"{"name":"a","id":"1"}"#, nil, "a"), (#"{"name":null,"id":"1"}"#, nil, "1"),
        (#"{"name":"","id":7}"#, nil, "7"), (#"{"id":"1"}"#, nil, "1"),
        (#"{"name":"a","id":"1"}"#, #"{"name":true}"#, "1"),
        (#"{"name":"a","id":"1"}"#, "true", nil), (#"{"name":["a"],"id":"1"}"#, nil, "a"),
        (#"{"name":{},"id":false}"#, nil, nil),
    ])
    func `an identity is the first name that is set and no secret`(
        before: String, mask: String?, expected: String?
    ) throws {
        let verdict = try judged(
            row("acme_db.x", [.delete], before: before, beforeSensitive: mask),
            row("acme_db.y", [.create], before: "null", after: before, afterSensitive: mask))
        let expected = expected.map { ByteString($0) }
        #expect(verdict.changes.map(\.identity) == [expected, expected])
    }

    // MARK: The whole plan

    @Test func `a drift loss is joined to its row, or stands alone`() throws {
        let policy = try policy(source(unrelatedRule))
        var plan = plan(row("acme_note.x", [.create]), row("acme_note.y", [.create]))
        plan.drift = [
            row("acme_note.x", [.delete]), row("acme_note.x", [.delete], deposed: "deadbeef"),
            row("acme_note.z", [.delete]), row("acme_note.y", [.update]),
        ]
        let verdict = judge(plan, under: policy, facts: person)
        #expect(
            verdict.changes.map(\.effects)
                == [[.create, .driftLoss], [.create], [.driftLoss, .deposed], [.driftLoss]])
        #expect(verdict.changes.map(\.decision) == [.confirm, .allow, .confirm, .confirm])
        #expect(verdict.decision == .confirm)
    }

    @Test(arguments: [
        (1, 9, Decision.confirm), (2, 4, .confirm), (3, 7, .block), (3, 8, .confirm),
        (1, 0, .block), (30, 70, .block), (29, 71, .confirm),
    ])
    func `much of a state gone at once is more likely a wrong account`(
        gone: Int, left: Int, expected: Decision
    ) throws {
        let policy = try policy(source(unrelatedRule))
        var plan = plan(priorState: left)
        plan.drift = (0..<gone).map { row("acme_note.x\($0)", [.delete]) }
        plan.changes = (0..<gone).map { row("acme_note.x\($0)", [.create]) }
        #expect(judge(plan, under: policy, facts: person).decision == expected)
    }

    @Test func `invocations and what is put off have rows of their own`() throws {
        let policy = try policy(source(unrelatedRule))
        var plan = plan()
        plan.invocations = [
            ActionInvocation(
                address: "action.acme_stop.x", type: "acme_stop", triggeringAddress: nil)
        ]
        plan.deferred = [DeferredChange(reason: nil, change: row("acme_db.x", [.delete]))]
        let verdict = judge(plan, under: policy, facts: person)
        #expect(verdict.changes.map(\.effects) == [[.invoke], [.deferred]])
        #expect(verdict.changes.map(\.decision) == [.confirm, .confirm])
        #expect(verdict.changes.allSatisfy { !$0.isLoss })
        #expect(verdict.counts == ChangeCounts())
    }

    @Test func `losing everything is confirmed even where each loss is harmless`() throws {
        let policy = try policy(
            source("rule \"r\" {\n  decision = \"allow\"\n}"),
            catalogs: ["acme": Self.catalog])
        let rows = [row("acme_note.x", [.delete]), row("acme_note.y", [.forget])]
        for (prior, expected) in [(2, Decision.confirm), (3, .allow)] {
            var plan = plan(priorState: prior)
            plan.changes = rows
            let verdict = judge(plan, under: policy, facts: person)
            #expect(verdict.decision == expected)
            #expect(
                verdict.findings.map(\.rule) == (expected == .allow ? [] : ["everything-goes"]))
        }
        // An absent prior state is not an empty one: the rows tell.
        var plan = plan(priorState: nil)
        plan.changes = rows
        #expect(judge(plan, under: policy, facts: person).decision == .confirm)
        plan.noOpCount = 1
        #expect(judge(plan, under: policy, facts: person).decision == .allow)
        // A prior state that leaves deposed objects out tells less than the rows.
        plan.priorStateCount = 2
        #expect(judge(plan, under: policy, facts: person).decision == .allow)
    }

    @Test func `of changes alone nobody says which share of the state they are`() throws {
        let policy = try policy(
            source(
                unrelatedRule + "\nlimit \"share\" {\n  percent  = 30\n  decision = \"block\"\n}\n"
            ))
        let list = try #require(
            ChangeList(
                plan(row("acme_note.x", [.delete]), row("acme_note.y", [.delete])),
                ChangeListTests.details, mode: .normal))
        let changes = try #require(list.plan)
        var facts = person
        #expect(
            judge(changes, under: policy, facts: facts).findings.map(\.rule)
                .filter { ["share", "everything-goes"].contains($0) }
                == ["share", "everything-goes"])
        facts.knowsUnchanged = false
        let verdict = judge(changes, under: policy, facts: facts)
        #expect(
            !verdict.findings.contains { ["share", "everything-goes"].contains($0.rule) },
            "\(verdict.findings)")
        #expect(verdict.changes.count == 2)
    }

    @Test func `of changes alone a collapse tells how many objects are gone, not of how many`()
        throws
    {
        var plan = plan()
        plan.drift = (1...3).map { row("acme_note.n\($0)", [.delete]) }
        var facts = person
        facts.knowsUnchanged = false
        let verdict = judge(plan, under: try policy(source(unrelatedRule)), facts: facts)
        let finding = verdict.findings.first { $0.rule == "drift-collapse" }
        #expect(finding?.reason.hasPrefix("3 objects of the state are not there") == true)
    }

    @Test func `what a plan holds beyond our knowledge is confirmed, and named if it can be`()
        throws
    {
        let policy = try policy(source(unrelatedRule))
        var plan = plan()
        plan.unknownKeys = ["new_changes", "evil\u{1b}[31m"]
        let verdict = judge(plan, under: policy, facts: person)
        #expect(verdict.decision == .confirm)
        let reason = try #require(verdict.findings.first?.reason)
        #expect(reason.contains("\"new_changes\""))
        #expect(!reason.contains("evil"))
    }

    @Test func `an incomplete plan is said to be one, and passes`() throws {
        let policy = try policy(source(unrelatedRule))
        var plan = plan()
        plan.isComplete = false
        #expect(judge(plan, under: policy, facts: person).decision == .warn)
        plan.isComplete = nil
        #expect(judge(plan, under: policy, facts: person).decision == .allow)
    }

    // MARK: Limits

    @Test(arguments: [
        ("max = 2", 2, 100, false), ("max = 2", 3, 100, true), ("max = 0", 1, 100, true),
        ("percent = 30", 3, 10, true), ("percent = 30", 2, 10, false),
        ("percent = 30\n  floor = 11", 3, 10, false), ("percent = 30\n  floor = 10", 3, 10, true),
        ("percent = 100", 10, 10, true), ("percent = 100", 9, 10, false),
        ("max = 5\n  percent = 50", 6, 100, true), ("max = 5\n  percent = 50", 5, 10, true),
    ])
    func `a limit is over the whole plan`(
        limit: String, lost: Int, prior: Int, isExceeded: Bool
    ) throws {
        let policy = try policy(
            source(
                """
                limit "blast-radius" {
                  actions  = ["delete"]
                  \(limit)
                  decision = "block"
                  reason   = "Too much."
                }
                rule "all" {
                  decision = "allow"
                }
                """), catalogs: ["acme": Self.catalog])
        var plan = plan(priorState: prior)
        plan.changes =
            (0..<lost).map { row("acme_note.x\($0)", [.delete]) }
            + (0..<50).map { row("acme_note.y\($0)", [.create]) }
        let verdict = judge(plan, under: policy, facts: person)
        #expect((verdict.decision == .block) == isExceeded)
        let found = verdict.findings.filter { $0.rule == "blast-radius" }
        #expect(found.count == (isExceeded ? 1 : 0))
        #expect(found.allSatisfy { $0.address == nil && $0.reason.hasSuffix("Too much.") })
    }

    // MARK: Approval

    @Test(
        arguments: [
            (actors: [.human], expected: .approve), ([.agent], .block), ([.ci], .block),
            ([.unattended], .block), ([.agent, .ci], .block), ([], .block),
        ] as [(actors: WordSet<Actor>, expected: Decision)])
    func `without a second person configured a human types and everybody else is blocked`(
        actors: WordSet<Actor>, expected: Decision
    ) throws {
        var facts = person
        facts.actors = actors
        let verdict = try judged(
            row("acme_db.x", [.delete]), under: "rule \"r\" {\n  decision = \"approve\"\n}",
            facts: facts)
        #expect(verdict.decision == expected)
        #expect(
            verdict.findings.contains { $0.rule == "no-second-person" } == (expected == .block))
    }

    // MARK: Properties

    @Test func `counts are of rows`() throws {
        let policy = try policy(source(unrelatedRule))
        var plan = plan(
            row("a_b.a", [.create]), row("a_b.b", [.update], previousAddress: "a_b.z"),
            row("a_b.c", [.delete, .create]), row("a_b.d", [.delete]), row("a_b.e", [.forget]),
            row("data.a_b.f", [.read], mode: .data), row("a_b.g", [.noOp], importing: "{}"),
            row("a_b.h", [.forget, .create]))
        plan.noOpCount = 7
        var expected = ChangeCounts()
        expected.create = 1
        expected.update = 1
        expected.replace = 2
        expected.delete = 1
        expected.forget = 2
        expected.read = 1
        expected.import = 1
        expected.move = 1
        expected.noOp = 8
        #expect(judge(plan, under: policy, facts: person).counts == expected)
    }

    /// Rules made of random scopes and decisions, over one plan with every kind of row.
    @Test
    func `adding a rule never weakens a verdict, unless it passes what only the fallback confirms`()
        throws
    {
        var random = Xorshift(state: 0x9e37_79b9_7f4a_7c15)
        let scopes = [
            "", "actions = [\"delete\"]", "actions = [\"create\", \"replace\"]",
            "types = [\"acme_*\"]", "types = [\"other_thing\"]", "severities = [\"critical\"]",
            "severities = [\"low\"]", "categories = [\"data\"]", "addresses = [\"**.x\"]",
            "actions = [\"disarm\", \"forget\"]", "environments = [\"production\"]",
            "actors = [\"human\"]", "attributes = [\"name\"]",
        ]
        func rule(_ number: Int, _ decision: Decision) -> String {
            """
            rule "r\(number)" {
              \(scopes[random.below(scopes.count)])
              decision = "\(decision)"
            }

            """
        }
        for _ in 0..<200 {
            let decisions = Decision.allCases
            let base = (0..<1 + random.below(4)).map { rule($0, decisions[random.below(5)]) }
            let added = decisions[random.below(5)]
            let more = base + [rule(base.count, added)]
            let before = try judgedMixture(base)
            let after = try judgedMixture(more)
            for (old, new) in zip(before.changes, after.changes) {
                let isOnlyFallback = before.findings.allSatisfy { finding in
                    finding.address != old.change.address || finding.decision < .confirm
                        || finding.layer == "tfguard"
                }
                let mayWeaken = added < .confirm && old.decision == .confirm && isOnlyFallback
                #expect(new.decision >= (mayWeaken ? .allow : old.decision))
            }
            if added >= .confirm { #expect(after.decision >= before.decision) }
        }
    }

    private func judgedMixture(_ rules: [String]) throws -> Verdict {
        try judged(
            row("acme_db.x", [.delete], before: #"{"name":"a"}"#, after: "null"),
            row("acme_db.y", [.update], before: #"{"locked":true}"#, after: #"{"locked":false}"#),
            row("acme_note.x", [.delete, .create]), row("acme_note.y", [.delete]),
            row("acme_note.z", [.create]), row("other_thing.x", [.forget]),
            row("other_thing.y", [.create, .update]),
            row("other_thing.z", [.noOp], importing: "{}"),
            under: rules.joined())
    }
}
