import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct SurgeryRequestTests {
    private func request(
        _ arguments: [String], _ environment: [String: String] = [:]
    ) throws -> SurgeryRequest {
        let invocation = try TerraformInvocation(arguments, environment: { environment[$0] })
        guard case .command(let command) = invocation.kind,
            let kind = SurgeryCommand(name: command.subcommand.name)
        else { throw Unexpected() }
        return try SurgeryRequest(kind, command, chdir: invocation.chdir)
    }

    private struct Unexpected: Error {}

    @Test(
        arguments: [
            (
                ["-chdir=x", "state", "rm", "-lock-timeout", "5s", "--dry-run=0", "module.a"],
                ["-chdir=x", "state", "rm", "-lock-timeout=5s", "module.a"]
            ),
            (["state", "remove", "-no-color", "a.b"], ["state", "remove", "-no-color", "a.b"]),
            (["taint", "--allow-missing", "a.b"], ["taint", "-allow-missing", "a.b"]),
            (
                ["force-unlock", "-force=false", "id"], ["force-unlock", "-force", "id"]
            ),
            (
                ["state", "replace-provider", "a", "b"],
                ["state", "replace-provider", "-auto-approve", "a", "b"]
            ),
            (
                ["import", "-var", "a=b", "-var=c=d", "a.b", "id"],
                ["import", "-var=a=b", "-var=c=d", "a.b", "id"]
            ),
            (
                ["init", "-migrate-state", "-backend-config=a"],
                ["init", "-migrate-state", "-backend-config=a"]
            ),
        ] as [([String], [String])])
    func `what was understood becomes one list of arguments`(
        typed: [String], built: [String]
    ) throws {
        let request = try request(typed)
        #expect(request.arguments(request.positionals, isConfirmed: true) == built)
    }

    @Test func `terraform still asks where nobody has typed`() throws {
        let request = try request(["force-unlock", "id"])
        #expect(request.arguments(["id"], isConfirmed: false) == ["force-unlock", "id"])
    }

    @Test func `the environment's flags are among them`() throws {
        let request = try request(
            ["state", "push", "-"],
            ["TF_CLI_ARGS_state_push": "-force", "TF_CLI_ARGS": "-lock=false"])
        #expect(request.decidingFlags == ["force"])
        #expect(!request.isLocked)
    }

    @Test(arguments: [
        ["state", "rm", "-state=x", "a.b"], ["state", "mv", "-state-out", "x", "a.b", "a.c"],
        ["state", "mv", "-backup-out=x", "a.b", "a.c"], ["taint", "-backup=-", "a.b"],
        ["import", "-state=x", "a.b", "id"], ["untaint", "-state-out=x", "a.b"],
        ["state", "rm"], ["state", "rm", ""], ["state", "mv", "a.b"], ["state", "push"],
        ["state", "push", "-force=maybe", "-"], ["state", "push", "-forc", "-"],
        ["import", "a.b"], ["workspace", "delete"], ["workspace", "delete", "x", "-force"],
        ["state", "rm", "a.b", "-dry-run"], ["state", "rm", "-dry-run", "-dry-run=0", "a.b"],
        ["taint", "-lock-timeout", "-allow-missing", "a.b"], ["test", "cleanup"],
        ["force-unlock", "-lock=false", "id"],
    ])
    func `what cannot be carried over is refused`(arguments: [String]) {
        #expect(throws: Refusal.self) { try request(arguments) }
    }

    @Test func `every flag that a policy may name is a flag of the subcommand`() {
        for command in SurgeryCommand.allCases where command != .pin {
            let subcommand = Subcommand.all.first { $0.name == command.rawValue }
            let flags = subcommand.map { $0.bools.union($0.values).union($0.lists) } ?? []
            #expect(flags.isSuperset(of: command.flagsThatDecide), "\(command)")
        }
    }

    @Test(
        arguments: [
            ("Would move \"a.b\" to \"a.c\"", "a.b", "a.c"),
            (#"Would move "a.b[\"x\"]" to "a.c[\"y\\\"z\"]""#, "a.b[\"x\"]", "a.c[\"y\\\"z\"]"),
            (#"Would move "a.b[\"\\u001b\"]" to "m\u00e9""#, "a.b[\"\\u001b\"]", "mé"),
        ] as [(String, ByteString, ByteString)])
    func `a move that is announced is understood`(
        line: String, source: ByteString, target: ByteString
    ) throws {
        let move = try #require(announcedMove(line))
        #expect(move.source == source)
        #expect(move.target == target)
    }

    @Test(arguments: [
        "", "Would move nothing.", "Would move \"a\"", "Would move \"a\" to \"b",
        "Would move \"a\\",
        "Would move \"a\" to \"b\" and more", "Move \"a\" to \"b\"",
    ])
    func `another line is no move`(line: String) {
        #expect(announcedMove(line) == nil)
    }
}
