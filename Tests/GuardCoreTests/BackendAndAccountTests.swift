import TerraformPlan
import Testing

@testable import GuardCore

/// Environments by the state's place and by the account that a plan is about.
@Suite struct BackendAndAccountTests {
    private static func policyText(_ match: String) -> String {
        """
        environment "live" {
          match { \(match) }
        }
        rule "r" {
          environments = ["live"]
          decision     = "block"
        }
        override "o" {
          rules        = ["builtin:default/loss"]
          environments = ["live"]
          decision     = "warn"
        }
        """
    }

    private static let builtin = """
        rule "loss" {
          actions  = ["delete"]
          decision = "confirm"
        }
        """

    private func verdict(
        _ match: String, _ plan: Plan, state: PlannedState? = nil
    ) throws -> Verdict {
        var facts = person
        facts.plannedState = state
        let policy = try policy(
            [source(Self.policyText(match)), source(Self.builtin, layer: .builtin)],
            catalogs: ["accounts": try accounts()])
        return judge(plan, under: policy, facts: facts)
    }

    private func accounts() throws -> String {
        let file = try #require(BuiltInPolicyTests.catalogs().file(of: "accounts"))
        return String(decoding: file.bytes, as: UTF8.self)
    }

    private static func state(_ type: ByteString, _ settings: String?) -> PlannedState {
        PlannedState(backend: type, backendSettings: settings.map { json($0).value })
    }

    @Test(arguments: [
        (#"backend = { key = ["prod/*"] }"#, #"{"bucket":"b","key":"prod/a"}"#, true),
        (#"backend = { key = ["prod/*"] }"#, #"{"bucket":"b","key":"dev/a"}"#, false),
        (#"backend = { type = ["s3"], bucket = ["b"] }"#, #"{"bucket":"b"}"#, true),
        (#"backend = { type = ["gcs"], bucket = ["b"] }"#, #"{"bucket":"b"}"#, false),
        (#"backend = { prefix = ["x"] }"#, #"{"bucket":"b"}"#, false),
        (#"backend = { region = ["eu-*"] }"#, #"{"region":null}"#, true),
        (#"backend = { workspaces.name = ["prod"] }"#, #"{"workspaces":[{"name":"prod"}]}"#, true),
        (#"backend = { use_lockfile = ["true"] }"#, #"{"use_lockfile":true}"#, true),
    ])
    func `a backend's settings say where a run belongs`(
        match: String, settings: String, expected: Bool
    ) throws {
        let quoted = match.replacing("workspaces.name", with: "\"workspaces.name\"")
        let verdict = try verdict(
            quoted, plan(row("a_b.c", [.create])), state: Self.state("s3", settings))
        #expect((verdict.decision == .block) == expected)
    }

    @Test func `a backend that is not known may be meant by what tightens alone`() throws {
        let match = #"backend = { key = ["shop/*"] }"#
        let deletion = plan(row("a_b.c", [.delete]))
        let unknown = try verdict(match, deletion)
        #expect(unknown.environments.map(\.by) == ["a backend that is not known"])
        #expect(unknown.relaxations.isEmpty)
        let known = try verdict(match, deletion, state: Self.state("s3", #"{"key":"shop/a"}"#))
        #expect(known.environments.map(\.by) == ["backend key"])
        #expect(known.relaxations.map(\.name) == ["o"])
        // A setting that comes from the environment is known to terraform alone.
        let open = try verdict(match, deletion, state: Self.state("s3", #"{"key":null}"#))
        #expect(open.environments.map(\.by) == ["the backend's key that is not known"])
        #expect(open.relaxations.isEmpty)
    }

    private static func configured(_ configuration: String, variables: [String: String] = [:])
        -> Plan
    {
        var plan = plan(row("aws_x.y", [.create]))
        plan.providerConfiguration = json(configuration)
        plan.variables = variables.map { Variable(name: ByteString($0.key), value: json($0.value)) }
        return plan
    }

    @Test(arguments: [
        (
            #"{"aws":{"name":"aws","expressions":{"allowed_account_ids":{"constant_value":["123456789012"]}}}}"#,
            true
        ),
        (
            #"{"aws":{"name":"aws","expressions":{"allowed_account_ids":{"constant_value":["210987654321"]}}}}"#,
            false
        ),
        (
            #"{"aws":{"name":"aws","expressions":{"assume_role":[{"role_arn":{"constant_value":"arn:aws:iam::123456789012:role/x"}}]}}}"#,
            true
        ),
        (
            #"{"aws.b":{"name":"aws","alias":"b","expressions":{"allowed_account_ids":{"references":["var.account"]}}}}"#,
            true
        ),
        (
            #"{"google":{"name":"google","expressions":{"project":{"constant_value":"acme-prod"}}}}"#,
            false
        ),
    ])
    func `a provider's configuration names the account`(
        configuration: String, expected: Bool
    ) throws {
        let plan = Self.configured(configuration, variables: ["account": "[\"123456789012\"]"])
        let verdict = try verdict(#"account = ["123456789012"]"#, plan)
        #expect((verdict.decision == .block) == expected)
    }

    @Test func `the objects that are changed name the account, and what they name is certain`()
        throws
    {
        let before = #"{"arn":"arn:aws:rds:eu-central-1:123456789012:db:orders"}"#
        let deletion = plan(row("aws_db_instance.x", [.delete], before: before))
        let verdict = try verdict(#"account = ["123456789012"]"#, deletion)
        #expect(verdict.environments.map(\.by) == ["account \"123456789012\""])
        #expect(verdict.relaxations.map(\.name) == ["o"])
        #expect(try self.verdict(#"account = ["999999999999"]"#, deletion).environments.isEmpty)
    }

    @Test func `an account from a variable, or one of two, relaxes nothing`() throws {
        var claimed = Self.configured(
            #"{"aws":{"name":"aws","expressions":{"allowed_account_ids":{"references":["var.a"]}}}}"#,
            variables: ["a": "[\"123456789012\"]"])
        claimed.changes = [row("aws_x.y", [.delete])]
        var two = claimed
        two.providerConfiguration = json(
            #"{"aws":{"name":"aws","expressions":{"allowed_account_ids":{"constant_value":["123456789012","210987654321"]}}}}"#
        )
        for plan in [claimed, two] {
            let verdict = try verdict(#"account = ["123456789012"]"#, plan)
            #expect(verdict.environments.map(\.name) == ["live"])
            #expect(verdict.relaxations.isEmpty)
        }
    }

    @Test func `a plan that names no account may be about any`() throws {
        let verdict = try verdict(#"account = ["123456789012"]"#, plan(row("aws_x.y", [.create])))
        #expect(verdict.decision == .block)
        #expect(verdict.environments.map(\.by) == ["an account that is not known"])
        // What no account is known to hold is in none.
        let local = try self.verdict(
            #"account = ["123456789012"]"#, plan(row("terraform_data.y", [.create])))
        #expect(local.environments.isEmpty)
    }

    @Test func `the catalog's account blocks have no error`() throws {
        let file = try #require(BuiltInPolicyTests.catalogs().file(of: "accounts"))
        var reader = PolicyReader()
        let sources = reader.readAccounts(file)
        #expect(reader.diagnostics.map(\.summary) == [])
        #expect(sources.map(\.provider) == ["aws", "azurerm", "cloudflare", "google"])
        #expect(sources.allSatisfy { !$0.patterns.isEmpty })
    }
}
