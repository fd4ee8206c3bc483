import Foundation
import TestSupport
import Testing

/// `tfguard hook`, as an agent calls it.
@Suite struct HookCommandTests {
    private static let agents = ["claude-code", "cursor", "gemini", "codex", "copilot"]

    private func tfguard(
        _ arguments: [String], in folder: TemporaryDirectory, saying input: String = ""
    ) throws -> ProcessResult {
        try run(
            ToolUnderTest.path(), arguments, environment: ChildEnvironment(home: folder.path),
            standardInput: input, directory: folder.path)
    }

    @Test(arguments: agents)
    func `whatever goes wrong in a hook is a denial`(agent: String) throws {
        let folder = try TemporaryDirectory()
        for input in [
            "", "{\"", "{\"tool_name\":\"Bash\"}", String(repeating: "[", count: 100_000),
        ] {
            let result = try tfguard(["hook", agent], in: folder, saying: input)
            #expect(result.status == .exited(0), "\(result)")
            #expect(result.output.contains("\"deny\""), "\(result)")
        }
        // Somebody who mistyped its name is told by the exit status alone.
        #expect(try tfguard(["hook", agent + "x"], in: folder).status == .exited(64))
    }

    @Test(arguments: agents)
    func `install writes settings that run, and changes none that are there`(agent: String) throws {
        let folder = try TemporaryDirectory()
        let first = try tfguard(["hook", "install", agent], in: folder)
        #expect(first.status == .exited(0), "\(first)")
        let file = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: folder.path)
                .first { $0.hasSuffix(".json") && !$0.hasPrefix("record") })
        let settings = try #require(folder.read(file))
        let again = try tfguard(["hook", "install", agent], in: folder)
        #expect(again.status == .exited(0) && again.output.contains("already"), "\(again)")

        // The command in it, as the agent's shell runs it.
        let object = try JSONSerialization.jsonObject(with: Data(settings))
        let command = try #require(commands(in: object).first)
        let request =
            agent == "cursor"
            ? "{\"command\":\"terraform destroy\"}"
            : "{\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"terraform destroy\"}}"
        let environment = ChildEnvironment(home: folder.path)
        let denied = try run(
            "/bin/sh", ["-c", command], environment: environment, standardInput: request,
            directory: folder.path)
        #expect(denied.output.contains("\"deny\""), "\(denied)")
        // As after tfguard was taken away.
        let missing = command.replacing(try ToolUnderTest.path(), with: "/nonexistent/tfguard")
        let failed = try run(
            "/bin/sh", ["-c", missing], environment: environment, standardInput: request,
            directory: folder.path)
        #expect(failed.status != .exited(0) && !failed.errors.isEmpty, "\(failed)")

        try folder.write("{\"theirs\": true}\n", to: file)
        let refused = try tfguard(["hook", "install", agent], in: folder)
        #expect(refused.status == .exited(64), "\(refused)")
        #expect(refused.errors.contains("hook \(agent)"), "\(refused)")
        #expect(folder.read(file) == Array("{\"theirs\": true}\n".utf8))
    }

    /// Every text under `command` or `bash`.
    private func commands(in value: Any) -> [String] {
        if let object = value as? [String: Any] {
            return object.flatMap { key, value in
                if let text = value as? String {
                    return ["command", "bash"].contains(key) ? [text] : []
                }
                return commands(in: value)
            }
        }
        return (value as? [Any] ?? []).flatMap(commands)
    }
}
