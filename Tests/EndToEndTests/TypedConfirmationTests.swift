import Foundation
import TestSupport
import Testing

/// On a terminal, who wants to destroy types what is lost; nothing else will do.
@Suite(.requires(.terraform)) struct TypedConfirmationTests {
    static let prompt = "Type \"courses-main\" to destroy it"

    @Test(arguments: [
        ["terraform", "destroy"],
        ["terraform", "destroy", "-auto-approve"],
        ["destroy"],
        ["terraform", "apply", "-destroy", "-auto-approve"],
    ])
    func `the right word destroys, and -auto-approve changes nothing about it`(
        arguments: [String]
    ) throws {
        let project = try TerraformProject.applied()
        let terminal = try start(arguments, in: project)
        let modes = terminal.modes
        try terminal.expect(Self.prompt)
        #expect(try project.state() == ["terraform_data.courses"])
        try terminal.type("courses-main")
        try terminal.expect("1 destroyed")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
        // After the typing, Terraform's own question would be one too many.
        #expect(!terminal.screen.contains("Enter a value:"), "\(terminal.screen)")
        #expect(terminal.modes == modes)
    }

    @Test func `three wrong words keep everything`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        let modes = terminal.modes
        for wrong in ["yes", "courses-mian", "terraform_data.courses"] {
            try terminal.expect(Self.prompt)
            try terminal.type(wrong)
        }
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
        #expect(terminal.modes == modes)
        #expect(!terminal.screen.contains("destroyed."), "\(terminal.screen)")
    }

    @Test(arguments: [
        "Courses-main", " courses-main", "courses-main ", "courses-main.", "courses‑main",
        "\"courses-main\"", "",
    ])
    func `what is nearly the word is not the word`(typed: String) throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        for _ in 1...3 {
            try terminal.expect(Self.prompt)
            try terminal.type(typed)
        }
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
    }

    @Test func `the bytes are compared, not what they look like`() throws {
        let composed = "caf\u{E9}-main"
        let project = try TerraformProject.applied(databases: ["cafe": composed])
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        for _ in 1...3 {
            try terminal.expect("Type \"")
            try terminal.type("cafe\u{301}-main")
        }
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)

        let again = try start(["terraform", "destroy"], in: project)
        try again.expect("Type \"\(composed)\" to destroy it")
        try again.type(composed)
        #expect(try again.waitForExit() == .exited(0))
        #expect(try project.state() == [])
    }

    @Test func `a wrong word and then the right one destroys`() throws {
        let project = try TerraformProject.applied()
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        try terminal.type("curses-main")
        try terminal.expect(Self.prompt)
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
    }

    @Test func `a typing mistake can be mended before the return key`() throws {
        let project = try TerraformProject.applied()
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        try terminal.type("courses-mé\u{7F}ain")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
    }

    @Test func `each critical loss is typed on a line of its own`() throws {
        let project = try TerraformProject.applied(
            databases: ["courses": "courses-main", "orders": "orders-main"])
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        try terminal.type("courses-main")
        try terminal.expect("Type \"orders-main\" to destroy it")
        #expect(try project.state().count == 2)
        try terminal.type("orders-main")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
    }

    @Test func `having typed the first of two does not destroy it`() throws {
        let project = try TerraformProject.applied(
            databases: ["courses": "courses-main", "orders": "orders-main"])
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        try terminal.type("courses-main")
        try terminal.expect("Type \"orders-main\" to destroy it")
        try terminal.pressControlC()
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
    }

    @Test func `more than five critical losses are one phrase with their count`() throws {
        let project = try TerraformProject.applied(
            databases: [
                "a": "a-main", "b": "b-main", "c": "c-main", "d": "d-main", "e": "e-main",
                "f": "f-main",
            ], policy: stagingPolicy)
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect("destroy 6 in staging")
        // Nothing critical folds away, however many there are.
        for name in ["a", "b", "c", "d", "e", "f"] {
            #expect(terminal.screen.contains("\(name)-main"), "\(terminal.screen)")
        }
        try terminal.type("destroy 6 in staging")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
    }

    @Test func `lesser losses are one phrase with their count`() throws {
        let project = try TerraformProject.applied(
            databases: ["courses": "courses-main", "orders": "orders-main"],
            policy: stagingPolicy.replacingOccurrences(of: "critical", with: "high"))
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect("destroy 2 in staging")
        try terminal.type("destroy 2 in staging")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
    }

    @Test func `the screen says where: the environment, the workspace and the folder`() throws {
        let project = try TerraformProject.applied(policy: productionPolicy)
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        #expect(terminal.screen.contains("PRODUCTION"), "\(terminal.screen)")
        #expect(terminal.screen.contains("default"), "\(terminal.screen)")
        #expect(terminal.screen.contains("terraform_data.courses"), "\(terminal.screen)")
        try terminal.pressControlC()
        #expect(try terminal.waitForExit() == .exited(1))
    }

    // MARK: What is no typing

    @Test(arguments: ["courses-main\r", "courses-main\rcourses-main\rcourses-main\r", "courses-"])
    func `what was typed before the prompt does not count`(early: String) throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.send(early)
        try terminal.expect(Self.prompt)
        // With the line ended by what comes now, the early half would make the word.
        try terminal.type("main")
        try terminal.expect(Self.prompt)
        try terminal.pressControlC()
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
    }

    @Test func `what is pasted is refused with a word why, and can still be typed`() throws {
        let project = try TerraformProject.applied()
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        try terminal.send("\u{1B}[200~courses-main\u{1B}[201~\r")
        try terminal.expect("paste")
        #expect(try project.state() == ["terraform_data.courses"])
        try terminal.expect(Self.prompt)
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
        let raw = String(decoding: terminal.raw, as: UTF8.self)
        let on = raw.range(of: "\u{1B}[?2004h", options: .backwards)
        let off = raw.range(of: "\u{1B}[?2004l", options: .backwards)
        let (lastOn, lastOff) = (try #require(on), try #require(off))
        #expect(lastOn.lowerBound < lastOff.lowerBound)
    }

    @Test func `what is pasted with its line's end inside is refused, too`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        try terminal.send("\u{1B}[200~courses-main\r\u{1B}[201~")
        Thread.sleep(forTimeInterval: 0.3)
        try terminal.pressControlC()
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
    }

    @Test func `standard input is not the terminal`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try project.tfguardOnTerminal(
            "terraform", "destroy", standardInput: "yes\ncourses-main\ncourses-main\n")
        try terminal.expect(Self.prompt)
        Thread.sleep(forTimeInterval: 0.3)
        try terminal.pressControlC()
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
    }

    @Test func `the terminal answers even where standard input is something else`() throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal("terraform", "destroy", standardInput: "no\n")
        try terminal.expect(Self.prompt)
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
    }

    // MARK: Ways to say no

    @Test(arguments: [[UInt8]([0x03]), [0x04]])
    func `control-C and control-D mean no`(key: [UInt8]) throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        let modes = terminal.modes
        try terminal.expect(Self.prompt)
        try terminal.send(bytes: key)
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
        #expect(terminal.modes == modes)
    }

    @Test func `control-C after the right word, before the return key, means no`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        try terminal.send("courses-main")
        try terminal.pressControlC()
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
    }

    @Test(arguments: ["", "courses-main"])
    func `hanging up means no`(typed: String) throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        try terminal.expect(Self.prompt)
        try terminal.send(typed)
        terminal.hangUp()
        let status = try terminal.waitForExit()
        #expect(status != .exited(0))
        #expect(try project.stateFiles() == before)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a signal at the prompt means no, and leaves the terminal as it was`(signal: Int32) throws
    {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let terminal = try start(["terraform", "destroy"], in: project)
        let modes = terminal.modes
        try terminal.expect(Self.prompt)
        kill(terminal.processID, signal)
        let status = try terminal.waitForExit()
        #expect(status != .exited(0))
        #expect(try project.stateFiles() == before)
        #expect(terminal.modes == modes)
    }

    private func start(_ arguments: [String], in project: TerraformProject) throws
        -> PseudoTerminal
    {
        try PseudoTerminal(
            ToolUnderTest.path(), arguments, environment: project.environment,
            directory: project.directory)
    }
}
