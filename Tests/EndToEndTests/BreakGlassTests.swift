import TestSupport
import Testing

@testable import GuardCore

/// At three in the morning: what root wrote down beforehand lifts a block, and nothing else does.
@Suite(.requires(.terraform, .sshKeygen, .root, .python)) struct BreakGlassTests {
    static let never = """
        rule "never" {
          actions  = ["delete"]
          decision = "block"
        }

        """
    static let glass = """
        break_glass {
          environments = ["production"]
          actors       = ["human"]
          self         = true
        }

        """

    /// A project whose Grace has a hardware key, and a request of a person for it.
    func site(
        _ policy: String, flags: Int = 1
    ) throws -> (site: ApprovedProject, key: SigningKey) {
        let site = try ApprovedProject(approvals: "", more: policy)
        let key = try SigningKey(token: "grace", flags: flags)
        try site.project.base.write(key.entry(for: "root"), to: "signers")
        try site.project.prepare("plan", "-destroy", "-out=d.tfplan")
        return (site, key)
    }

    func run(_ site: ApprovedProject, _ arguments: String...) throws -> PseudoTerminal {
        try PseudoTerminal(
            ToolUnderTest.path(), arguments, environment: site.project.environment,
            directory: site.project.directory)
    }

    @Test func `a person alone lifts a block with a key they touch, where root has allowed it`()
        throws
    {
        let (site, key) = try site(Self.never + Self.glass)
        let blocked = try run(site, "terraform", "apply", "d.tfplan")
        #expect(try blocked.waitForExit() == .exited(5), "\(blocked.screen)")
        #expect(blocked.screen.contains("-break-glass"), "\(blocked.screen)")
        let bytes = try #require(site.project.read("tfguard-request.json"))
        let request = try #require(ApprovalRequest(bytes))

        try site.approve(request, by: key, as: "plain.approval")
        let plain = try run(site, "-approval=plain.approval", "terraform", "apply", "d.tfplan")
        #expect(try plain.waitForExit() == .exited(5), "\(plain.screen)")

        try site.approve(request, by: try SigningKey(token: "grace", flags: 0), as: "0.approval") {
            $0.lifts = .breakGlass
        }
        let untouched = try run(site, "-approval=0.approval", "terraform", "apply", "d.tfplan")
        #expect(try untouched.waitForExit() == .exited(5), "\(untouched.screen)")
        #expect(untouched.screen.contains("Nobody touched"), "\(untouched.screen)")

        try site.approve(request, by: key) { $0.lifts = .breakGlass }
        let lifted = try run(site, "-approval=a.approval", "terraform", "apply", "d.tfplan")
        #expect(try lifted.waitForExit() == .exited(0), "\(lifted.screen)")
        #expect(lifted.screen.contains("BLOCK LIFTED by root"), "\(lifted.screen)")
        #expect(try site.project.state() == [])
    }

    @Test func `without break_glass nothing lifts a block, and nothing is written to sign`() throws
    {
        let (site, _) = try site(Self.never)
        let blocked = try run(site, "terraform", "apply", "d.tfplan")
        #expect(try blocked.waitForExit() == .exited(5), "\(blocked.screen)")
        #expect(!blocked.screen.contains("break-glass"), "\(blocked.screen)")
        #expect(site.project.read("tfguard-request.json") == nil)
        let asked = try run(site, "request", "d.tfplan")
        #expect(try asked.waitForExit() == .exited(5), "\(asked.screen)")
        #expect(site.project.read("tfguard-request.json") == nil)
    }

    @Test func `it lifts nothing for an agent`() throws {
        let (site, key) = try site(Self.never + Self.glass)
        let blocked = try run(site, "terraform", "apply", "d.tfplan")
        #expect(try blocked.waitForExit() == .exited(5))
        let bytes = try #require(site.project.read("tfguard-request.json"))
        try site.approve(try #require(ApprovalRequest(bytes)), by: key) { $0.lifts = .breakGlass }
        let result = try site.apply()
        #expect(result.status == .exited(5), "\(result)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }
}
