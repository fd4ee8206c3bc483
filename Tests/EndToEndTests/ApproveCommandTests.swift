import Foundation
import TestSupport
import Testing

@testable import GuardCore

/// `tfguard approve`: a person sees what somebody else wants, types it, and signs.
@Suite(.requires(.terraform, .sshKeygen, .root)) struct ApproveCommandTests {
    /// Starts `tfguard approve` on a terminal, as Grace with her key in its usual place.
    func approve(
        _ site: ApprovedProject, _ arguments: String..., setting variables: [String: String?] = [:]
    ) throws -> PseudoTerminal {
        let home = site.project.base
        try home.makeFolder("home/.ssh")
        for name in ["", ".pub"] {
            let file = try #require(home.read("grace\(name)"))
            try home.write(file, to: "home/.ssh/id_ed25519\(name)")
        }
        chmod(home.path("home/.ssh/id_ed25519"), 0o600)
        return try PseudoTerminal(
            ToolUnderTest.path(), ["approve"] + arguments,
            environment: site.project.environment.setting(variables),
            directory: site.project.directory)
    }

    @Test func `an agent asks, a person signs on a terminal, the agent applies`() throws {
        let site = try ApprovedProject()
        _ = try site.request()
        let terminal = try approve(site, "tfguard-request.json", "-reason=OPS-123")
        try terminal.expect("asks for your signature, valid for 4h")
        try terminal.expect("PRODUCTION")
        try terminal.expect("DESTROY  courses-main")
        try terminal.expect("Type \"courses-main\" to sign for it")
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(terminal.screen.contains("Approved until"), "\(terminal.screen)")
        // The request does not tell what else the state has.
        #expect(!terminal.screen.contains("Everything in the state"), "\(terminal.screen)")
        let result = try site.apply(["tfguard-request.json.approval"])
        #expect(result.status == .exited(0), "\(result)")
        #expect(plainText(result.errors).contains("Approved by grace@example.com: OPS-123"))
        #expect(try site.project.state() == [])
    }

    @Test func `who types something else signs nothing`() throws {
        let site = try ApprovedProject()
        _ = try site.request()
        let terminal = try approve(site, "tfguard-request.json", "-reason=OPS-123")
        for _ in 1...3 {
            try terminal.expect("Type \"courses-main\"")
            try terminal.type("yes")
        }
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(site.project.read("tfguard-request.json.approval") == nil)
    }

    @Test(arguments: [["CLAUDECODE": "1"], ["CI": "1"]])
    func `an agent or a pipeline does not approve, on a terminal either`(
        variables: [String: String]
    ) throws {
        let site = try ApprovedProject()
        _ = try site.request()
        let terminal = try approve(
            site, "tfguard-request.json", "-reason=OPS-123", setting: variables)
        #expect(try terminal.waitForExit() == .exited(3), "\(terminal.screen)")
        #expect(terminal.screen.contains("Only a person approves"), "\(terminal.screen)")
        #expect(site.project.read("tfguard-request.json.approval") == nil)
    }

    @Test func `a request whose list was changed is not shown`() throws {
        let site = try ApprovedProject()
        _ = try site.request()
        let text = String(
            decoding: try #require(site.project.read("tfguard-request.json")), as: UTF8.self)
        let changes = [
            // The loss is hidden, or made to look like another one.
            text.replacing("\"delete\"", with: "\"update\""),
            text.replacing("courses-main", with: "scratch-copy"),
            text.replacing("{\"changes\":{", with: "{\"changes\":{ "),
            text + "\n",
        ]
        for changed in changes {
            try site.project.write(changed, to: "changed.json")
            let terminal = try approve(site, "changed.json", "-reason=x")
            #expect(try terminal.waitForExit() == .exited(65), "\(terminal.screen)")
            #expect(terminal.screen.contains("Not a request"), "\(terminal.screen)")
        }
    }

    @Test func `without a reason nobody signs`() throws {
        let site = try ApprovedProject()
        let terminal = try approve(site, "tfguard-request.json")
        #expect(try terminal.waitForExit() == .exited(64), "\(terminal.screen)")
        let blank = try approve(site, "tfguard-request.json", "-reason= ")
        #expect(try blank.waitForExit() == .exited(64), "\(blank.screen)")
    }

    @Test func `an approval that is there is not written over`() throws {
        let site = try ApprovedProject()
        _ = try site.request()
        for expected in ["tfguard-request.json.approval", "tfguard-request.json.2.approval"] {
            let terminal = try approve(site, "tfguard-request.json", "-reason=OPS-123")
            try terminal.expect("Type \"courses-main\"")
            try terminal.type("courses-main")
            #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
            #expect(site.project.read(expected) != nil)
        }
    }
}
