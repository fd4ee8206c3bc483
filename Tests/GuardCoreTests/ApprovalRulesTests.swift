import Testing

@testable import GuardCore

/// `approvals` and `break_glass`: no layer takes away what another one demands.
@Suite struct ApprovalRulesTests {
    static func rules(_ sources: PolicySource...) throws -> ApprovalRules? {
        try policy(sources + [source(unrelatedRule, layer: .builtin)]).approvalRules
    }

    @Test func `without a block there are no rules`() throws {
        #expect(try Self.rules(source("")) == nil)
    }

    @Test func `an empty block is the usual signers, one of them, for four hours`() throws {
        let rules = try #require(try Self.rules(source("approvals {\n}")))
        #expect(rules.signers.map(\.path) == ["/etc/tfguard/allowed_signers"])
        #expect(rules.signers.map(\.isNamedByRoot) == [true])
        #expect(rules.count == 1)
        #expect(rules.valid == 4 * 3600)
        #expect(!rules.allowsSelf)
        #expect(rules.touch == nil)
        #expect(!rules.pin)
        #expect(!rules.allowsReplanning)
    }

    @Test func `root's block says everything`() throws {
        let rules = try #require(
            try Self.rules(
                source(
                    """
                    approvals {
                      signers    = "/srv/signers"
                      count      = 2
                      valid      = "1d"
                      self       = true
                      touch      = false
                      pin        = true
                      revoked    = "/srv/revoked"
                      replan     = true
                      ssh_keygen = "/opt/ssh-keygen"
                    }
                    """, layer: .system)))
        #expect(rules.signers == [ApprovalRules.Signers(path: "/srv/signers", isNamedByRoot: true)])
        #expect(rules.count == 2)
        #expect(rules.valid == 86_400)
        #expect(rules.allowsSelf)
        #expect(rules.touch == false)
        #expect(rules.pin)
        #expect(rules.revoked == ["/srv/revoked"])
        #expect(rules.allowsReplanning)
        #expect(rules.sshKeygen == "/opt/ssh-keygen")
    }

    @Test func `what others than root could have written only adds to what is demanded`() throws {
        let project = """
            approvals {
              signers = "signers"
              count   = 3
              valid   = "10h"
              self    = true
              touch   = false
              replan  = true
            }
            """
        let rules = try #require(try Self.rules(source(project)))
        #expect(
            rules.signers == [
                ApprovalRules.Signers(path: "/home/ada/signers", isNamedByRoot: false)
            ])
        #expect(rules.count == 3)
        #expect(rules.valid == 4 * 3600)
        #expect(!rules.allowsSelf)
        #expect(rules.touch == nil)
        #expect(!rules.allowsReplanning)
        #expect(try Self.rules(source(project, isAnchored: true))?.allowsSelf == true)
    }

    @Test func `what only git vouches for says nothing of who may sign, and lifts no block`() throws
    {
        let rules = try #require(
            try Self.rules(
                source(
                    "approvals {\n  signers = \"/a\"\n  self = true\n  touch = false\n}",
                    isAnchored: true, isCommitted: true)))
        #expect(rules.signers.map(\.isNamedByRoot) == [false])
        #expect(!rules.allowsSelf)
        #expect(rules.touch == nil)
        for isCommitted in [false, true] {
            let (policy, verdict) = try Self.blocked([
                source(Self.block + Self.glass, isAnchored: true, isCommitted: isCommitted)
            ])
            #expect((policy.breakGlass(for: verdict) == nil) == isCommitted)
        }
    }

    @Test func `of two blocks the stricter part holds, and both lists of signers`() throws {
        let rules = try #require(
            try Self.rules(
                source(
                    "approvals {\n  signers = \"/a\"\n  count = 2\n  self = true\n  touch = false\n}",
                    layer: .system),
                source(
                    "approvals {\n  signers = \"/b\"\n  valid = \"10m\"\n  self = false\n  touch = true\n}"
                )))
        #expect(rules.signers.map(\.path) == ["/a", "/b"])
        #expect(rules.signers.map(\.isNamedByRoot) == [true, false])
        #expect(rules.count == 2)
        #expect(rules.valid == 600)
        #expect(!rules.allowsSelf)
        #expect(rules.touch == true)
    }

    @Test func `a list that a project names does not take the place of the usual one`() throws {
        let rules = try #require(
            try Self.rules(
                source("approvals {\n  count = 2\n}", layer: .system),
                source("approvals {\n  signers = \"/mine\"\n}")))
        #expect(rules.signers.map(\.path) == ["/mine", "/etc/tfguard/allowed_signers"])
        #expect(rules.signers.map(\.isNamedByRoot) == [false, true])
    }

    @Test(arguments: [
        ("approvals {\n  ssh_keygen = \"/tmp/x\"\n}", "only the system's policy names"),
        ("approvals {\n  valid = \"soon\"\n}", "Inappropriate value"),
        ("approvals {\n  valid = \"0h\"\n}", "Inappropriate value"),
        ("approvals {\n  valid = \"9999d\"\n}", "Inappropriate value"),
        ("approvals {\n  count = 0\n}", "value"),
        ("approvals {\n}\napprovals {\n}", "Second approvals block"),
        ("approvals \"x\" {\n}", "Extraneous label"),
        ("approvals {\n  signer = \"/x\"\n}", "Unsupported argument"),
        ("approvals {\n  signers = \"\"\n}", "Inappropriate value"),
        ("break_glass {\n  reason = \"x\"\n}", "Unsupported argument"),
    ])
    func `what is wrong with a block is an error`(text: String, summary: String) {
        let (policy, diagnostics) = readPolicy(
            [source(text), source(unrelatedRule, layer: .builtin)], catalogs: [:])
        #expect(policy == nil)
        #expect(
            diagnostics.contains { $0.summary.contains(summary) }, "\(diagnostics.map(\.summary))")
    }

    // MARK: break_glass

    static let glass = """
        break_glass {
          environments = ["production"]
          actors       = ["human"]
        }

        """

    static func blocked(
        _ sources: [PolicySource], workspace: String = "prod", actors: WordSet<Actor> = [.human]
    ) throws -> (policy: Policy, verdict: Verdict) {
        let policy = try policy(sources + [source(unrelatedRule, layer: .builtin)])
        var facts = person
        facts.workspace = .init(workspace)
        facts.actors = actors
        let verdict = judge(
            plan(row("acme_db.x", [.delete])), under: policy, facts: facts)
        #expect(verdict.decision == .block)
        return (policy, verdict)
    }

    static let block = """
        rule "never" {
          actions  = ["delete"]
          decision = "block"
        }

        """

    @Test func `a block of root's lifts what the project blocks, where it says so`() throws {
        let (policy, verdict) = try Self.blocked([
            source(Self.glass, layer: .system), source(Self.block),
        ])
        let glass = try #require(policy.breakGlass(for: verdict))
        #expect(glass.count == 1)
        #expect(glass.touch)
        #expect(!glass.allowsSelf)
        #expect(glass.valid == 1800)
    }

    @Test func `elsewhere, and for others, it lifts nothing`() throws {
        let sources = [source(Self.glass, layer: .system), source(Self.block)]
        let other = try Self.blocked(sources, workspace: "staging")
        #expect(other.policy.breakGlass(for: other.verdict) == nil)
        let agent = try Self.blocked(sources, actors: [.agent])
        #expect(agent.policy.breakGlass(for: agent.verdict) == nil)
        let both = try Self.blocked(sources, actors: [.human, .agent])
        #expect(both.policy.breakGlass(for: both.verdict) == nil)
    }

    @Test func `what others than root could have written lifts nothing`() throws {
        let (policy, verdict) = try Self.blocked([source(Self.glass + Self.block)])
        #expect(policy.breakGlass(for: verdict) == nil)
        let anchored = try Self.blocked([source(Self.glass + Self.block, isAnchored: true)])
        #expect(anchored.policy.breakGlass(for: anchored.verdict) != nil)
    }

    @Test func `a project lifts nothing of the system's`() throws {
        let (policy, verdict) = try Self.blocked([
            source(Self.block, layer: .system), source(Self.glass, isAnchored: true),
        ])
        #expect(policy.breakGlass(for: verdict) == nil)
    }

    @Test func `what tfguard itself blocks is lifted by nobody`() throws {
        var (policy, verdict) = try Self.blocked([
            source(Self.glass, layer: .system), source(Self.block),
        ])
        verdict.findings.append(
            Finding(
                rule: "other-state", layer: "tfguard", decision: .block, reason: "Another state."))
        #expect(policy.breakGlass(for: verdict) == nil)
    }

    @Test func `a policy of the command line has no glass to break`() {
        let (policy, _) = readPolicy(
            [source(Self.glass, layer: .flag), source(unrelatedRule, layer: .builtin)],
            catalogs: [:])
        #expect(policy == nil)
    }
}
