import TerraformPlan
import Testing

@testable import GuardCore

/// `rehearsal` blocks: what was applied elsewhere proves something, and what does not.
@Suite struct RehearsalTests {
    static let text = """
        environment "staging" {
          match { workspace = ["staging"] }
        }
        rehearsal "staging-first" {
          environment = "staging"
          within      = "72h"
        }
        rule "no-loss" {
          actions  = ["replace", "delete"]
          unless   = ["staging-first"]
          decision = "block"
        }
        """
    static let now: Int64 = 2_000_000
    static let configuration = RehearsedConfiguration(root: "r", modules: "m")

    static func statement(
        _ change: (inout RehearsalStatement) -> Void = { _ in }
    ) -> RehearsalStatement {
        var statement = RehearsalStatement(
            configuration: configuration, environments: ["staging"], lineage: "staging",
            applied: Moment(secondsSinceEpoch: now - 3600),
            by: ApprovalStatement.Requester(user: "ci", host: "runner", actors: ["ci"]),
            line: String(repeating: "a", count: 64))
        change(&statement)
        return statement
    }

    static var facts: RunFacts {
        var facts = person
        facts.planning = PlanningFacts(mode: .normal, replaces: [])
        facts.plannedState = PlannedState(lineage: "production")
        return facts
    }

    /// Why a rehearsal proves nothing about a row; nil where it does.
    static func fault(
        _ statement: RehearsalStatement = statement(),
        row: ResourceChange = row("acme_db.x", [.delete, .create]), facts: RunFacts = facts,
        configuration: RehearsedConfiguration? = configuration, isAnchored: Bool = true,
        isTouched: Bool = false, principal: String = "grace@example.com", keys: [String] = [],
        latest: Moment? = nil, rules: ApprovalRules = .withoutBlock
    ) throws -> String? {
        let policy = try policy([source(text), source(unrelatedRule, layer: .builtin)])
        let verdict = judge(plan(row), under: policy, facts: facts)
        let judged = try #require(verdict.changes.first)
        let demand = try #require(verdict.demandedProofs.first)
        let block = try #require(policy.rehearsals(for: demand, actors: [.human]).first)
        let check = RehearsalCheck(
            configuration: configuration, facts: facts, rules: rules,
            applier: ApplierFacts(
                user: "ada",
                keys: try keys.map { try #require(ApprovalCheckTests.key($0)).blob },
                now: Moment(secondsSinceEpoch: now), latestRecord: latest, usedNonces: []))
        let rehearsal = VerifiedRehearsal(
            statement: statement,
            signer: VerifiedSigner(
                principal: principal, key: try #require(ApprovalCheckTests.key("grace")),
                isTouched: isTouched, isVerified: false, isAnchored: isAnchored))
        return check.fault(of: judged) ?? check.fault(of: rehearsal, for: block, judged.change)
    }

    @Test func `the same sources, applied there in time and signed for, prove it`() throws {
        #expect(try Self.fault() == nil)
    }

    /// What may be wrong with a statement, and what is said of it.
    static let flaws: [(words: String, change: @Sendable (inout RehearsalStatement) -> Void)] = [
        ("not in staging", { $0.environments = ["preview"] }),
        ("other module sources", { $0.configuration.modules = "n" }),
        ("the root module", { $0.configuration.root = "s" }),
        ("this very state", { $0.lineage = "production" }),
        ("nobody knows whether", { $0.lineage = "" }),
        ("longer ago than 3d", { $0.applied = Moment(secondsSinceEpoch: now - 72 * 3600 - 1) }),
        ("which is to come", { $0.applied = Moment(secondsSinceEpoch: now + 1) }),
        ("nobody touched", { $0.by.actors = ["agent"] }),
    ]

    @Test(arguments: flaws.map(\.words))
    func `another one proves nothing, and says why`(words: String) throws {
        let change = try #require(Self.flaws.first { $0.words == words }).change
        let fault = try #require(try Self.fault(Self.statement(change)))
        #expect(fault.contains(words), "\(fault)")
    }

    @Test func `who applies does not sign for it, and root's lists alone count`() throws {
        #expect(try Self.fault(isAnchored: false)?.contains("others than root") == true)
        #expect(try Self.fault(principal: "Ada@example.com")?.contains("who applies") == true)
        #expect(try Self.fault(keys: ["grace"])?.contains("agent of their own") == true)
        var rules = ApprovalRules()
        rules.allowsSelf = true
        #expect(try Self.fault(principal: "ada@example.com", rules: rules) == nil)
        rules.pin = true
        #expect(try Self.fault(rules: rules)?.contains("PIN") == true)
        let later = Moment(secondsSinceEpoch: Self.now + 1)
        #expect(try Self.fault(latest: later)?.contains("set back") == true)
    }

    @Test func `what does not follow from the sources is not rehearsed by applying them`() throws {
        var facts = Self.facts
        facts.planning.mode = .destroy
        #expect(try Self.fault(facts: facts)?.contains("no destroy") == true)
        facts.planning.mode = nil
        #expect(try Self.fault(facts: facts) != nil)
        facts = Self.facts
        facts.planning.replaces = ["acme_db.x"]
        #expect(try Self.fault(facts: facts)?.contains("-replace") == true)
        facts = Self.facts
        facts.plannedState = nil
        #expect(try Self.fault(facts: facts) != nil)
        #expect(try Self.fault(configuration: nil)?.contains("no configuration") == true)
        #expect(
            try Self.fault(row: row("acme_db.x", [.delete], deposed: "00aa"))?
                .contains("this state alone") == true)
        for reason: ByteString in ["replace_because_tainted", "replace_by_request", "something"] {
            var tainted = row("acme_db.x", [.delete, .create])
            tainted.actionReason = reason
            #expect(try Self.fault(row: tainted)?.contains("this state alone") == true)
        }
    }

    @Test func `what is in a module follows from it, and its end from who calls it`() throws {
        let elsewhere = Self.statement { $0.configuration.root = "another" }
        var inModule = row("module.db.acme_db.x", [.delete, .create])
        inModule.moduleAddress = "module.db"
        #expect(try Self.fault(elsewhere, row: inModule) == nil)
        var gone = row("module.db.acme_db.x", [.delete])
        gone.moduleAddress = "module.db"
        #expect(try Self.fault(elsewhere, row: gone)?.contains("root module") == true)
        #expect(try Self.fault(row: gone) == nil)
    }

    @Test func `a rehearsal relaxes nothing further up, nor for an agent where anybody wrote it`()
        throws
    {
        let system = try policy([
            source(
                "rule \"no-loss\" {\n  unless = [\"staging-first\"]\n  decision = \"block\"\n}",
                layer: .system),
            source(Self.text), source(unrelatedRule, layer: .builtin),
        ])
        let demands = judge(
            plan(row("acme_db.x", [.delete])), under: system, facts: Self.facts
        ).demandedProofs
        let ofSystem = try #require(demands.first { $0.rule == "system/no-loss" })
        let ofProject = try #require(demands.first { $0.rule == "project/no-loss" })
        #expect(system.rehearsals(for: ofSystem, actors: [.human]).isEmpty)
        #expect(system.rehearsals(for: ofProject, actors: [.human]).count == 1)
        #expect(system.rehearsals(for: ofProject, actors: [.agent]).isEmpty)
    }

    @Test func `a file of a rehearsal reads back as it was written, and as nothing else`() throws {
        let rehearsal = Rehearsal(statement: Self.statement(), signature: Array("s".utf8))
        let bytes = try #require(rehearsal.bytes)
        #expect(Rehearsal(bytes) == rehearsal)
        #expect(Approval(bytes) == nil)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(Rehearsal(changed) != rehearsal, "\(index)")
        }
        #expect(ApprovalStatement(Self.statement().value) == nil)
        #expect(RehearsalStatement(ApprovalStatementTests.statement().value) == nil)
    }

    @Test(arguments: [
        ("rehearsal \"r\" {\n  within = \"1h\"\n}", "Missing required argument"),
        ("rehearsal \"r\" {\n  environment = \"production\"\n}", "Missing required argument"),
        (
            "rehearsal \"r\" {\n  environment = \"nowhere\"\n  within = \"1h\"\n}",
            "undefined environment"
        ),
        (
            "rehearsal \"r\" {\n  environment = \"production\"\n  within = \"soon\"\n}",
            "Inappropriate value"
        ),
    ])
    func `what is wrong with the block is an error`(text: String, summary: String) {
        let (policy, diagnostics) = readPolicy(
            [source(text), source(unrelatedRule, layer: .builtin)], catalogs: [:])
        #expect(policy == nil)
        #expect(
            diagnostics.contains { $0.summary.contains(summary) }, "\(diagnostics.map(\.summary))")
    }

    @Test func `a policy of the command line rehearses nothing`() {
        let (policy, diagnostics) = readPolicy(
            [source(Self.text, layer: .flag), source(unrelatedRule, layer: .builtin)], catalogs: [:]
        )
        #expect(policy == nil)
        #expect(diagnostics.contains { $0.summary == "A -policy file can only tighten" })
    }
}
