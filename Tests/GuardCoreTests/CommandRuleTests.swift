import Foundation
import TerraformPlan
import TestSupport
import Testing

@testable import GuardCore

/// What becomes of subcommands that change state without a plan.
@Suite struct CommandRuleTests {
    private static func builtin() throws -> PolicySource {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "policies/default.hcl")
        let text = try #require(String(data: Data(contentsOf: file), encoding: .utf8))
        return source(text, layer: .builtin)
    }

    private func decision(
        _ command: SurgeryCommand, _ flags: Set<String> = [], rows: [ResourceChange] = [],
        hazards: [SurgeryHazard] = [], project: String = "", layer: PolicyLayer = .project,
        facts: RunFacts = person
    ) throws -> Decision {
        let surgery = Surgery(
            command, flags: flags, changes: rows, stateCount: 100, hazards: hazards)
        let sources = [source(project, layer: layer), try Self.builtin()]
        return judge(surgery, under: try policy(sources), facts: facts).decision
    }

    private static let production = RunFacts(
        actors: [.human], workspace: "prod", directory: "/home/ada/infrastructure")
    private static let agent = RunFacts(
        actors: [.agent], workspace: "prod", directory: "/home/ada/infrastructure")

    @Test(
        arguments: [
            (.untaint, [], .allow), (.taint, [], .confirm), (.import, [], .confirm),
            (.forceUnlock, ["force"], .confirm), (.workspaceDelete, [], .confirm),
            (.stateMove, [], .confirm), (.replaceProvider, [], .confirm),
            (.statePush, [], .confirm), (.test, [], .allow), (.stateRemove, [], .allow),
            (.`init`, ["migrate-state"], .confirm), (.`init`, ["force-copy"], .confirm),
            (.`init`, ["from-module"], .confirm), (.`init`, ["plugin-dir"], .confirm),
        ] as [(SurgeryCommand, Set<String>, Decision)])
    func `the built-in policy says`(
        command: SurgeryCommand, flags: Set<String>, expected: Decision
    ) throws {
        #expect(try decision(command, flags) == expected)
    }

    @Test func `every subcommand that needs a block has one in the built-in policy`() throws {
        let named = Set(try policy(Self.builtin()).commands.map(\.command))
        #expect(named.isSuperset(of: SurgeryCommand.allCases.filter(\.needsCommandBlock)))
    }

    @Test func `tests are blocked in production`() throws {
        #expect(try decision(.test, facts: Self.production) == .block)
    }

    @Test func `what no block mentions is confirmed, and a flag file's allow is no mention`() throws
    {
        let surgery = Surgery(.taint, flags: [])
        let silent = try policy(source(unrelatedRule))
        #expect(judge(surgery, under: silent, facts: person).decision == .confirm)
        let allow = "command \"taint\" {\n  decision = \"allow\"\n}\n"
        let flag = try policy(source(unrelatedRule), source(allow, layer: .flag))
        #expect(judge(surgery, under: flag, facts: person).decision == .confirm)
        let project = try policy(source(unrelatedRule + allow))
        #expect(judge(surgery, under: project, facts: person).decision == .allow)
    }

    @Test func `each flag of init needs a block of its own`() throws {
        let policy = try policy(
            source(
                unrelatedRule + """
                    command "init" {
                      flags    = ["-migrate-state"]
                      decision = "allow"
                    }
                    """))
        func decision(_ flags: Set<String>) -> Decision {
            judge(Surgery(.`init`, flags: flags), under: policy, facts: person).decision
        }
        #expect(decision(["migrate-state"]) == .allow)
        #expect(decision(["migrate-state", "plugin-dir"]) == .confirm)
    }

    @Test(
        arguments: [
            ("command \"taint\" {\n decision = \"block\"\n}", .block),
            ("command \"taint\" {\n decision = \"allow\"\n}", .confirm),
            ("command \"taint\" {\n decision = \"block\"\n actors = [\"agent\"]\n}", .confirm),
            (
                "command \"taint\" {\n decision = \"block\"\n flags = [\"-ignore-remote-version\"]\n}",
                .confirm
            ),
            ("command \"untaint\" {\n decision = \"block\"\n}", .confirm),
            ("command \"taint\" {\n decision = \"approve\"\n}", .approve),
        ] as [(String, Decision)])
    func `every block that matches counts, and the strictest wins`(
        project: String, expected: Decision
    ) throws {
        #expect(try decision(.taint, project: project) == expected)
    }

    @Test func `what only a person can approve is blocked for an agent`() throws {
        let project = "command \"taint\" {\n decision = \"approve\"\n}"
        #expect(try decision(.taint, project: project, facts: Self.agent) == .block)
    }

    @Test(
        arguments: [
            (.otherLineage, .block), (.drops(1), .block), (.discards(3), .block),
            (.notNewer(pushed: 1, current: 2), .confirm), (.unchecked, .confirm),
        ] as [(SurgeryHazard, Decision)])
    func `a hazard counts whatever the policy allows`(
        hazard: SurgeryHazard, expected: Decision
    ) throws {
        let allow = "command \"untaint\" {\n decision = \"allow\"\n}"
        #expect(try decision(.untaint, hazards: [hazard], project: allow) == expected)
    }

    @Test func `objects are judged by the rules, and named to be typed`() throws {
        let database = """
            resource "acme_db" {
              category = "data"
              severity = "critical"
              identity = ["name"]
            }
            """
        let policy = try policy([source(database), Self.builtin()])
        let rows = [
            row("acme_db.a", [.forget], before: "{\"name\":\"orders\"}", beforeSensitive: "{}"),
            row("data.acme_x.b", [.read], mode: .data),
        ]
        let surgery = Surgery(.stateRemove, flags: [], changes: rows, stateCount: 10)
        let verdict = judge(surgery, under: policy, facts: Self.production)
        #expect(verdict.decision == .approve)
        #expect(verdict.changes.map(\.decision) == [.approve, .allow])
        #expect(Challenge(for: verdict)?.lines.map(\.expected) == ["orders"])
    }

    @Test(
        arguments: [
            (.forceUnlock, [], "force-unlock in production"),
            (.stateMove, ["a.b"], "move 1 in production"),
        ] as [(SurgeryCommand, [String], ByteString)])
    func `what names no loss is typed as a phrase`(
        command: SurgeryCommand, moved: [String], expected: ByteString
    ) throws {
        let rows = moved.map { row($0, [.noOp], previousAddress: "old.name") }
        let surgery = Surgery(command, flags: [], changes: rows, stateCount: 10)
        let verdict = judge(surgery, under: try policy(Self.builtin()), facts: Self.production)
        #expect(Challenge(for: verdict)?.lines.map(\.expected) == [expected])
    }

    @Test func `an environment that only variables tell is meant, where no plan tells them`() throws
    {
        let project = """
            environment "live" {
              match { variable = { region = ["eu-*"] } }
            }
            command "untaint" {
              environments = ["live"]
              decision     = "block"
            }
            """
        #expect(try decision(.untaint, project: project) == .block)
    }

    // MARK: Errors

    static let errors: [(String, String, String)] = [
        (
            "command «\"tant\"» {\n  decision = \"block\"\n}", "Unknown command",
            "Did you mean \"taint\"?"
        ),
        (
            "command «\"apply\"» {\n  decision = \"block\"\n}", "Unknown command",
            "Those it judges are"
        ),
        (
            "command \"init\" {\n  flags = [«\"-migrate-sate\"»]\n  decision = \"block\"\n}",
            "Unknown flag", "Did you mean \"-migrate-state\"?"
        ),
        (
            "command \"init\" {\n  flags = [«\"-upgrade\"»]\n  decision = \"block\"\n}",
            "Unknown flag", "Those that do are \"-force-copy\""
        ),
        (
            "command \"workspace delete\" {\n  flags = [«\"force\"»]\n  decision = \"block\"\n}",
            "Unknown flag", "\"-force\""
        ),
        (
            "«command \"init\"» {\n  decision = \"block\"\n}", "Missing required argument",
            "has to name flags"
        ),
        (
            "command \"taint\" {\n  decision = \"block\"\n  «flag» = [\"-x\"]\n}",
            "Unsupported argument", "Did you mean \"flags\"?"
        ),
        ("«command \"taint\"» {\n}", "Missing required argument", "\"decision\" is required"),
        ("«command» {\n  decision = \"block\"\n}", "Missing name for command", "one label"),
        (
            "command \"state\" «\"rm\"» {\n  decision = \"block\"\n}",
            "Extraneous label for command",
            "one pair of quotes"
        ),
        (
            "command \"taint\" {\n  decision = \"block\"\n  environments = [«\"prd\"»]\n}",
            "Reference to an undefined environment", "production"
        ),
    ]

    @Test(arguments: errors)
    func `an error is shown where it is`(marked: String, summary: String, detail: String) throws {
        let marked = MarkedSource(marked)
        let (policy, diagnostics) = readPolicy(
            [source(marked.text, name: "tfguard.hcl"), try Self.builtin()], catalogs: [:])
        #expect(policy == nil)
        let only = try #require(diagnostics.count == 1 ? diagnostics.first : nil)
        #expect(only.summary == summary)
        #expect(only.detail.contains(detail), "\(only.detail)")
        let range = try #require(only.range)
        #expect([range.start..<range.end] == marked.ranges, "\(range)")
    }

    @Test func `aliases are the same command`() throws {
        let project = "command \"env delete\" {\n decision = \"block\"\n}"
        #expect(try decision(.workspaceDelete, project: project) == .block)
    }
}
