import GuardCore
import GuardSystem
import Testing

@testable import GuardCLI

extension Environment {
    init(_ variables: [String: String]) {
        self.init(entries: variables.map { Array("\($0.key)=\($0.value)".utf8) })
    }
}

/// Who is asking, from what is seen.
@Suite struct ActorDetectionTests {
    private func actors(
        _ variables: [String: String] = [:], ancestors: [String] = [], markers: [String] = [],
        terminal: Bool = true, initial: Bool = true
    ) -> WordSet<Actor> {
        detectActors(
            Surroundings(
                variables: Environment(variables), ancestors: ancestors, markers: markers,
                hasTerminal: terminal, isInitialUserNamespace: initial)
        ).actors
    }

    @Test func `a person is who has a terminal and gives no signal`() {
        #expect(actors(["HOME": "/home/u", "TERM": "xterm"]) == [.human])
    }

    @Test(arguments: [
        ["CLAUDECODE": "1"], ["AI_AGENT": "x"], ["AGENT": "amp"], ["CURSOR_AGENT": "1"],
        ["GEMINI_CLI": "1"], ["CODEX_THREAD_ID": "t"], ["COPILOT_CLI": "1"], ["OPENCODE": "1"],
        ["HOME": "/home/jules", "USER": "swebot"],
        ["CURSOR_EXTENSION_HOST_ROLE": "agent-exec"],
    ])
    func `an agent gives itself away`(variables: [String: String]) {
        #expect(actors(variables) == [.agent])
        #expect(actors(variables, terminal: false) == [.agent])
    }

    @Test(arguments: [
        ["CURSOR_TRACE_ID": "x"], ["CODEX_HOME": "x"], ["GOOSE_PROVIDER": "x"],
        ["TERM_PROGRAM": "vscode"], ["CURSOR_EXTENSION_HOST_ROLE": "user"], ["CLAUDECODE": ""],
        ["CI": "false"], ["BUILD_ID": "7"], ["TASK_ID": "7"], ["ATLANTIS_TERRAFORM_VERSION": "1"],
    ])
    func `what people set themselves is no signal`(variables: [String: String]) {
        #expect(actors(variables) == [.human])
    }

    @Test(arguments: [
        ["CI": "true"], ["CI": "1"], ["GITHUB_ACTIONS": "true"], ["GITLAB_CI": "true"],
        ["BUILD_ID": "7", "JENKINS_URL": "u"],
        ["ATLANTIS_TERRAFORM_VERSION": "1", "PULL_NUM": "3"],
    ])
    func `a pipeline gives itself away`(variables: [String: String]) {
        #expect(actors(variables, terminal: false) == [.ci])
    }

    @Test func `CI never turns an agent into a pipeline`() {
        #expect(actors(["CI": "1", "CLAUDECODE": "1"]) == [.agent, .ci])
    }

    @Test func `without a terminal nobody is human`() {
        #expect(actors(terminal: false) == [.unattended])
    }

    @Test func `a user namespace makes nobody human`() {
        #expect(actors(initial: false) == [.unattended])
    }

    @Test func `an agent is known by its executable, an editor is not`() {
        #expect(actors(ancestors: ["bash", "claude"]) == [.agent])
        #expect(actors(ancestors: ["bash", "code", "cursor", "zed"]) == [.human])
    }

    @Test func `a sandbox marker is a signal`() {
        #expect(actors(markers: ["/opt/.devin"]) == [.agent])
    }
}
