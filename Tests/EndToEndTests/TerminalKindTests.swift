import Foundation
import TestSupport
import Testing

/// The question survives the terminals that people have.
@Suite(.requires(.terraform)) struct TerminalKindTests {
    @Test func `a terminal that is resized at the question takes the word all the same`() throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect(TypedConfirmationTests.prompt)
        terminal.resize(rows: 10, columns: 30)
        try terminal.send("courses")
        terminal.resize(rows: 60, columns: 200)
        try terminal.send("-main\r")
        try terminal.expect("1 destroyed")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(try project.state() == [])
    }

    @Test(arguments: [["TERM": "dumb"], ["NO_COLOR": "1"]])
    func `where colours are not wanted there are none, and the question is the same`(
        variables: [String: String]
    ) throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal(
            "terraform", "destroy", "-no-color", setting: variables)
        try terminal.expect(TypedConfirmationTests.prompt)
        try terminal.pressControlC()
        #expect(try terminal.waitForExit() == .exited(1), "\(terminal.screen)")
        let text = String(decoding: terminal.raw, as: UTF8.self)
        #expect(text.firstMatch(of: /\u{1B}\[[0-9;]*m/) == nil, "\(terminal.screen)")
    }

    @Test(.enabled(if: programOnPath("tmux") != nil, "this machine has no tmux"))
    func `inside tmux the word is asked for and taken`() throws {
        let project = try TerraformProject.applied()
        let tmux = try #require(programOnPath("tmux"))
        let socket = project.base.path("tmux")
        func run(_ arguments: String...) throws -> ProcessResult {
            try TestSupport.run(
                tmux, ["-S", socket, "-f", "/dev/null"] + arguments,
                environment: project.environment, directory: project.directory)
        }
        func screen() throws -> String { try run("capture-pane", "-p", "-S", "-200").output }
        func wait(for text: String) throws {
            for _ in 0..<300 {
                if try screen().contains(text) { return }
                usleep(100_000)
            }
            throw TestSupportError("tmux does not show \"\(text)\":\n\(try screen())")
        }
        let started = try run(
            "new-session", "-d", "-x", "80", "-y", "24",
            "\(ToolUnderTest.path()) terraform destroy; sleep 600")
        #expect(started.status == .exited(0), "\(started)")
        defer { _ = try? run("kill-server") }
        try wait(for: TypedConfirmationTests.prompt)
        _ = try run("send-keys", "courses-main", "Enter")
        try wait(for: "1 destroyed")
        #expect(try project.state() == [])
    }
}
