import TestSupport
import Testing

/// A terminal is not enough: an agent or a pipeline that has one still cannot confirm.
@Suite(.requires(.terraform)) struct ActorTests {
    struct Signal: CustomTestStringConvertible {
        let variables: [String: String]
        let actor: String
        var testDescription: String { variables.keys.sorted().joined(separator: " ") }
    }

    static let signals = [
        Signal(variables: ["CLAUDECODE": "1"], actor: "agent"),
        Signal(variables: ["AI_AGENT": "something-new"], actor: "agent"),
        Signal(variables: ["AGENT": "goose"], actor: "agent"),
        Signal(variables: ["CURSOR_AGENT": "1"], actor: "agent"),
        Signal(variables: ["GEMINI_CLI": "1"], actor: "agent"),
        Signal(variables: ["CODEX_CI": "1"], actor: "agent"),
        Signal(variables: ["COPILOT_CLI": "1"], actor: "agent"),
        Signal(variables: ["OPENCODE": "1"], actor: "agent"),
        Signal(variables: ["CI": "1"], actor: "ci"),
        Signal(variables: ["CI": "true"], actor: "ci"),
        Signal(variables: ["GITHUB_ACTIONS": "true"], actor: "ci"),
        Signal(variables: ["GITLAB_CI": "true"], actor: "ci"),
        Signal(variables: ["JENKINS_URL": "http://j", "BUILD_ID": "7"], actor: "ci"),
        Signal(variables: ["ATLANTIS_TERRAFORM_VERSION": "1.11.4", "PULL_NUM": "3"], actor: "ci"),
        // A pipeline's variable does not turn an agent into a pipeline.
        Signal(variables: ["CLAUDECODE": "1", "CI": "1"], actor: "agent"),
    ]

    @Test(arguments: signals)
    func `whoever shows one of these signals is not asked, on a terminal either`(signal: Signal)
        throws
    {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try project.tfguardOnTerminal(
            "terraform", "destroy", "-auto-approve", setting: signal.variables)
        #expect(try terminal.waitForExit() == .exited(3), "\(terminal.screen)")
        #expect(!terminal.screen.contains("Type \""), "\(terminal.screen)")
        #expect(terminal.screen.contains("courses-main"), "\(terminal.screen)")
        #expect(try project.stateFiles() == before)
    }

    @Test(arguments: [["CLAUDECODE": "1"], ["CI": "1"]])
    func `in production they are blocked`(variables: [String: String]) throws {
        let project = try TerraformProject.applied(policy: productionPolicy)
        let before = try project.stateFiles()
        let terminal = try project.tfguardOnTerminal(
            "terraform", "destroy", "-auto-approve", setting: variables)
        #expect(try terminal.waitForExit() == .exited(5), "\(terminal.screen)")
        #expect(!terminal.screen.contains("Type \""), "\(terminal.screen)")
        #expect(try project.stateFiles() == before)
    }

    @Test(arguments: [
        ["CI": "false"], ["BUILD_ID": "7"], ["TERM_PROGRAM": "vscode"], ["CURSOR_TRACE_ID": "x"],
        ["GOOSE_PROVIDER": "x"],
    ])
    func `what people have in their own terminals makes nobody a machine`(
        variables: [String: String]
    ) throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal(
            "terraform", "destroy", setting: variables)
        try terminal.expect(TypedConfirmationTests.prompt)
        try terminal.pressControlC()
        #expect(try terminal.waitForExit() == .exited(1))
    }

    @Test func `the refusal can be handed on: what is lost, that it still exists, what to run`()
        throws
    {
        let project = try TerraformProject.applied()
        let result = try project.tfguard(
            ["terraform", "destroy", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(3), "\(result)")
        let message = plainText(result.errors)
        for words in ["courses-main", "CLAUDECODE", "tfguard", "destroy", "terminal"] {
            #expect(message.contains(words), "\(words) is not in \(result)")
        }
    }

    @Test(.requires(.python)) func `an agent's create passes where the state is shared`() throws {
        let server = try HTTPStateServer()
        let project = try TerraformProject(databases: ["one": "first"])
        try project.write(server.backend(), to: "backend.tf")
        try project.prepare("init", "-input=false")
        try project.prepare("apply", "-auto-approve")
        try project.write(
            TerraformProject.configuration(["one": "first", "two": "second"]), to: "main.tf")
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(0), "\(result)")
        #expect(try project.state() == ["terraform_data.one", "terraform_data.two"])
    }

    @Test func `an agent's create in a local state waits for a person`() throws {
        let project = try TerraformProject(databases: ["one": "first"])
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.state() == [])
    }
}
