import TestSupport
import Testing

@testable import GuardCLI

/// `tfguard completion`: what the shells offer is what tfguard takes.
@Suite struct CompletionTests {
    @Test func `every command of tfguard's own is offered, and each of its flags is one`() throws {
        #expect(CompletedCommand.all.map(\.name) == Invocation.ownCommands)
        for command in CompletedCommand.all {
            for flag in command.flags.split(separator: " ") {
                let argument = flag.hasSuffix("=") ? "\(flag)1" : String(flag)
                let action = command.name == "policy" ? ["show"] : []
                do throws(Refusal) {
                    _ = try Invocation(["tfguard", command.name] + action + [argument])
                } catch {
                    // It may want another value, or more; but it knows the flag.
                    let summary = error.diagnostics.first?.summary ?? ""
                    #expect(!summary.contains("Unknown flag"), "\(command.name) \(flag)")
                }
            }
        }
        let unknown = #expect(throws: Refusal.self) {
            try Invocation(["tfguard", "check", "-nonsense"])
        }
        #expect(unknown?.diagnostics.first?.summary == "Unknown flag -nonsense")
    }

    private static let formats = ReportFormat.allCases.map(\.rawValue)

    @Test(arguments: [
        (["tfguard", "pol"], ["policy"]),
        (["tfguard", "state"], ["state"]),
        (["tfguard", "policy", "s"], ["show"]),
        (["tfguard", "terraform", "destr"], ["destroy"]),
        (["tfguard", "check", "-project"], ["-project-policy="]),
        (["tfguard", "-policy", "=", "a.hcl", "des"], ["destroy"]),
        (["tfguard", "completion", ""], ["bash", "zsh", "fish"]),
        (["tfguard", "demo", "x"], []),
        (["tfguard", "check", ""], []),
        (["tfguard", "log", ""], ["show", "tail", "verify", "stats"]),
        // bash splits at the equals sign, zsh does not.
        (["tfguard", "check", "-format", "=", "j"], ["json", "junit"]),
        (["tfguard", "check", "-format", "="], formats),
        (["tfguard", "check", "-format=j"], ["-format=json", "-format=junit"]),
        (["tfguard", "check", "-fail-on", "=", ""], ["confirm", "approve", "block"]),
        (["tfguard", "incident", "-format", "=", ""], ["markdown", "json"]),
        (["tfguard", "posture", "-format", "=", "m"], ["markdown"]),
        // Behind any other there are files.
        (["tfguard", "check", "-policy", "=", ""], []),
        (["tfguard", "state", "re"], ["remove", "replace-provider"]),
        (["tfguard", "terraform", "state", "m"], ["move", "mv"]),
        (["tfguard", "request", "state", "r"], ["remove", "replace-provider", "rm"]),
        (["tfguard", "workspace", "se"], ["select"]),
        (["tfguard", "state", "mv", "r"], []),
        (["tfguard", "policy", "check", ""], []),
    ])
    func `bash completes`(words: [String], expected: [String]) throws {
        let program = """
            source /dev/stdin
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            _tfguard
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try run(
            "/bin/bash", ["-c", program, "bash"] + words,
            environment: ChildEnvironment(home: "/nonexistent"),
            standardInput: completionScript(for: .bash))
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output.split(separator: "\n").map(String.init) == expected, "\(result)")
    }

    @Test(arguments: ["zsh", "fish"])
    func `another shell reads its script`(name: String) throws {
        let shell = try #require(Shell(rawValue: name))
        let script = completionScript(for: shell)
        #expect(script.contains("project-policy") && script.contains("posture"))
        guard let program = programOnPath(name) else { return }
        let result = try run(
            program, ["-n", "/dev/stdin"], environment: ChildEnvironment(home: "/nonexistent"),
            standardInput: script)
        #expect(result.status == .exited(0), "\(result)")
    }

    @Test(arguments: [["tfguard", "completion"], ["tfguard", "completion", "tcsh"]])
    func `there is none for another shell`(arguments: [String]) {
        #expect(throws: Refusal.self) { try Invocation(arguments) }
    }
}
