import Foundation
import TestSupport
import Testing

@testable import GuardCore

/// What production's pin is to become is signed for by somebody else.
@Suite(.requires(.terraform, .sshKeygen, .root)) struct PinApprovalTests {
    private static let agent: [String: String?] = ["CLAUDECODE": "1"]

    /// A production project that is pinned.
    private func site(_ more: String = "", environment: String = "production") throws
        -> ApprovedProject
    {
        let site = try ApprovedProject(more: more, environment: environment)
        let pinned = try site.project.tfguard("pin")
        #expect(pinned.status == .exited(0), "\(pinned)")
        return site
    }

    /// The request that a refused run writes.
    private func request(_ result: ProcessResult, in site: ApprovedProject) throws
        -> ApprovalRequest
    {
        let bytes = try #require(site.project.read("tfguard-request.json"), "\(result)")
        return try #require(ApprovalRequest(bytes), "\(result)")
    }

    private func pin(_ site: ApprovedProject) -> [UInt8]? {
        site.project.read(".tfguard.lock.hcl")
    }

    @Test func `in production a person does not change a pin alone, and a second one signs`()
        throws
    {
        let site = try site()
        let before = pin(site)
        let asked = try site.project.tfguardOnTerminal("pin", "-remove")
        #expect(try asked.waitForExit() == .exited(4), "\(asked.screen)")
        #expect(!asked.screen.contains("Type \""), "\(asked.screen)")
        #expect(pin(site) == before)

        // Whoever signs sees what is pinned and what is to be, and types it.
        let signing = try ApproveCommandTests().approve(
            site, "tfguard-request.json", "-reason=OPS-123")
        try signing.expect("The command: tfguard pin -remove -workspace=default")
        try signing.expect("From now on any state")
        try signing.expect("Type \"pin in production\" to sign")
        try signing.type("pin in production")
        #expect(try signing.waitForExit() == .exited(0), "\(signing.screen)")

        let result = try site.project.tfguard(
            ["pin", "-approval=tfguard-request.json.approval", "-remove"], setting: Self.agent)
        #expect(result.status == .exited(0), "\(result)")
        #expect(plainText(result.errors).contains("Approved by grace@example.com: OPS-123"))
        #expect(pin(site) != before)
        let line = try #require(try site.project.record().last)
        #expect(line["kind"] as? String == "pin")
        #expect(line["approved_by"] as? [String] == ["grace@example.com"])
        #expect(line["typed"] as? Bool == false)
    }

    @Test func `production's pin is production's, whichever workspace is chosen`() throws {
        let site = try site(
            "environment \"production\" {\n  match { workspace = [\"live\"] }\n}\n",
            environment: "staging")
        let pinned = try site.project.tfguard("pin", "-workspace=live")
        #expect(pinned.status == .exited(0), "\(pinned)")
        let before = pin(site)
        let asked = try site.project.tfguardOnTerminal("pin", "-remove", "-workspace=live")
        #expect(try asked.waitForExit() == .exited(4), "\(asked.screen)")
        #expect(pin(site) == before)
    }

    @Test func `an approval of one change of a pin lets no other pass, and counts once`() throws {
        let site = try site()
        let refused = try site.project.tfguard(["pin", "-remove"], setting: Self.agent)
        #expect(refused.status == .exited(4), "\(refused)")
        #expect(plainText(refused.errors).contains("Then exactly this command is run"))
        try site.approve(request(refused, in: site))
        let before = pin(site)

        let other = try site.project.tfguard(
            ["pin", "-approval=a.approval", "-new", "-until=2099-01-01"], setting: Self.agent)
        #expect(other.status == .exited(4), "\(other)")
        #expect(plainText(other.errors).contains("another command"), "\(other)")
        #expect(pin(site) == before)

        let removing = ["pin", "-approval=a.approval", "-remove"]
        let result = try site.project.tfguard(removing, setting: Self.agent)
        #expect(result.status == .exited(0), "\(result)")
        try site.project.write(bytes: try #require(before), to: ".tfguard.lock.hcl")
        let again = try site.project.tfguard(removing, setting: Self.agent)
        #expect(again.status == .exited(4), "\(again)")
        #expect(plainText(again.errors).contains("used already"), "\(again)")
        #expect(pin(site) == before)
    }

    @Test func `an approval of a pin does not count once another one is pinned`() throws {
        let site = try site()
        let refused = try site.project.tfguard(["pin", "-remove"], setting: Self.agent)
        try site.approve(request(refused, in: site))
        let text = String(decoding: try #require(pin(site)), as: UTF8.self)
        let forged = text.replacing(/lineage *= "[^"]*"/, with: "lineage = \"forged\"")
        try site.project.write(forged, to: ".tfguard.lock.hcl")
        let result = try site.project.tfguard(
            ["pin", "-approval=a.approval", "-remove"], setting: Self.agent)
        #expect(result.status == .exited(4), "\(result)")
        #expect(pin(site) == Array(forged.utf8))
    }

    @Test func `elsewhere a person types, and a policy may block it for everybody`() throws {
        let site = try site(environment: "staging")
        let agent = try site.project.tfguard(["pin", "-remove"], setting: Self.agent)
        #expect(agent.status == .exited(3), "\(agent)")
        let terminal = try site.project.tfguardOnTerminal("pin", "-remove")
        try terminal.expect("Type \"unpin default\" to change it")
        try terminal.type("unpin default")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")

        let blocked = try self.site(
            "command \"pin\" {\n  decision = \"block\"\n}\n", environment: "staging")
        let before = pin(blocked)
        let person = try blocked.project.tfguardOnTerminal("pin", "-remove")
        #expect(try person.waitForExit() == .exited(5), "\(person.screen)")
        #expect(pin(blocked) == before)
    }
}
