import Foundation
import TestSupport
import Testing

@testable import GuardCore

/// What changes state without a plan is signed for as it is: this command, these objects, this state.
@Suite(.requires(.terraform, .sshKeygen, .root)) struct SurgeryApprovalTests {
    static let removal = ["state", "rm", "terraform_data.courses"]
    static let agent: [String: String?] = ["CLAUDECODE": "1"]

    /// A production project with a newer copy of its state and an empty workspace.
    private func site(_ more: String = "") throws -> ApprovedProject {
        let site = try ApprovedProject(more: more)
        try site.project.write(
            bytes: try site.project.edited { $0["serial"] = 99 }, to: "newer.json")
        return site
    }

    /// The request that an agent's refused run writes.
    private func request(
        _ arguments: [String], in site: ApprovedProject
    ) throws -> ApprovalRequest {
        let before = try site.project.stateFiles()
        let refused = try site.project.tfguard(["terraform"] + arguments, setting: Self.agent)
        #expect([.exited(3), .exited(4)].contains(refused.status), "\(refused)")
        #expect(try site.project.stateFiles() == before, "\(refused)")
        let words = plainText(refused.errors)
        #expect(words.contains("Then exactly this command is run"), "\(refused)")
        let bytes = try #require(site.project.read("tfguard-request.json"), "\(refused)")
        return try #require(ApprovalRequest(bytes), "\(refused)")
    }

    private func run(
        _ arguments: [String], _ approvals: [String] = ["a.approval"], in site: ApprovedProject
    ) throws -> ProcessResult {
        try site.project.tfguard(
            approvals.map { "-approval=\($0)" } + ["terraform"] + arguments, setting: Self.agent)
    }

    struct Signed: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        /// What the state lists afterwards.
        var left = ["terraform_data.courses"]
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let signed: [Signed] = [
        Signed(arguments: removal, left: []),
        Signed(
            arguments: ["state", "mv", "terraform_data.courses", "terraform_data.b"],
            left: ["terraform_data.b"]),
        Signed(arguments: ["state", "push", "newer.json"]),
        Signed(
            arguments: [
                "state", "replace-provider", "terraform.io/builtin/terraform", "hashicorp/null",
            ]),
        Signed(arguments: ["taint", "terraform_data.courses"]),
        Signed(
            arguments: ["import", "terraform_data.x", "some-id"],
            left: ["terraform_data.courses", "terraform_data.x"]),
    ]

    @Test(arguments: signed)
    func `what an agent may not do to the state it does once somebody has signed for exactly that`(
        signed: Signed
    ) throws {
        let site = try site()
        if signed.arguments.contains("import") {
            try site.project.write("resource \"terraform_data\" \"x\" {}\n", to: "x.tf")
        }
        try site.approve(request(signed.arguments, in: site))
        let before = try site.project.stateFiles()
        let result = try run(signed.arguments, in: site)
        #expect(result.status == .exited(0), "\(result)")
        #expect(plainText(result.errors).contains("Approved by grace@example.com: OPS-123"))
        #expect(try site.project.stateFiles() != before, "\(result)")
        #expect(try site.project.state() == signed.left, "\(result)")
    }

    /// What an attacker, or a mistake, makes of an approval; and what the refusal says of it.
    struct Flaw: Sendable {
        let words: String
        let change: @Sendable (inout ApprovalStatement) -> Void
    }

    static let flaws = [
        Flaw(words: "another command") { $0.run.operation = String(repeating: "0", count: 64) },
        Flaw(words: "for applying a plan") { $0.run.operation = nil },
        Flaw(words: "other changes") { $0.run.changes = String(repeating: "0", count: 64) },
        Flaw(words: "another state to push") { $0.run.plan = String(repeating: "0", count: 64) },
        Flaw(words: "another state: the lineage") { $0.run.lineage = "x" },
        Flaw(words: "state has changed") { $0.run.serial = 0 },
        Flaw(words: "another workspace") { $0.run.workspace = "other" },
        Flaw(words: "given for staging") { $0.run.environments = ["staging"] },
        Flaw(words: "another backend") { $0.run.backend = "s3" },
        Flaw(words: "configured differently") { $0.run.backendConfiguration = "x" },
        Flaw(words: "other accounts") { $0.run.accounts = ["1"] },
        Flaw(words: "another version of terraform") { $0.run.terraformVersion = "1.0.0" },
        Flaw(words: "other providers") { $0.run.dependencyLock = "x" },
        Flaw(words: "another policy") { $0.run.policies = [] },
    ]

    @Test func `each approval that is not one of this command is refused with its own sentence`()
        throws
    {
        let site = try site()
        let request = try request(Self.removal, in: site)
        for (number, flaw) in Self.flaws.enumerated() {
            try site.approve(request, as: "\(number).approval", flaw.change)
        }
        let result = try run(
            Self.removal, Self.flaws.indices.map { "\($0).approval" }, in: site)
        #expect(result.status == .exited(4), "\(result)")
        #expect(try site.project.state() == ["terraform_data.courses"])
        let text = plainText(result.errors).replacing("│ ", with: "").replacing("\n", with: " ")
        for (number, flaw) in Self.flaws.enumerated() {
            let start = try #require(text.range(of: " \(number).approval does not count"))
            let part = text[start.upperBound...].prefix(200)
            #expect(part.contains(flaw.words), "\(flaw.words): \(part)")
        }
    }

    @Test func `an approval of one command lets no other pass, and none of another state`() throws {
        let site = try site()
        try site.approve(request(Self.removal, in: site))
        let others = [
            ["state", "mv", "terraform_data.courses", "terraform_data.b"],
            ["state", "rm", "-lock-timeout=1s", "terraform_data.courses"],
        ]
        for other in others {
            let result = try run(other, in: site)
            #expect(result.status == .exited(4), "\(result)")
            #expect(plainText(result.errors).contains("another command"), "\(result)")
        }
        try site.project.prepare("plan", "-destroy", "-out=d.tfplan")
        let applied = try site.apply()
        #expect(applied.status == .exited(4), "\(applied)")
        #expect(plainText(applied.errors).contains("no apply"), "\(applied)")

        try site.project.prepare("taint", "terraform_data.courses")
        let later = try run(Self.removal, in: site)
        #expect(later.status == .exited(4), "\(later)")
        #expect(plainText(later.errors).contains("The state has changed since"), "\(later)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `other bytes than those that were signed for are not pushed`() throws {
        let site = try site()
        let push = ["state", "push", "newer.json"]
        try site.approve(request(push, in: site))
        try site.project.write(
            bytes: try site.project.edited { $0["serial"] = 100 }, to: "newer.json")
        let before = try site.project.stateFiles()
        let result = try run(push, in: site)
        #expect(result.status == .exited(4), "\(result)")
        #expect(plainText(result.errors).contains("another state to push"), "\(result)")
        #expect(try site.project.stateFiles() == before)
    }

    @Test func `an approval of a command counts once`() throws {
        let site = try site()
        try site.approve(request(Self.removal, in: site))
        // A terraform that fails before it has changed anything.
        let real = try Requirement.terraform.path()
        try site.project.base.writeProgram(
            """
            #!/bin/sh
            case "$*" in "state rm terraform_data.courses") exit 1;; esac
            exec \(real) "$@"

            """, to: "failing/terraform")
        let terraform = site.project.base.path("failing/terraform")
        let first = try site.project.tfguard(
            ["-approval=a.approval", terraform] + Self.removal, setting: Self.agent)
        #expect(first.status == .exited(1), "\(first)")
        #expect(plainText(first.errors).contains("Approved by"), "\(first)")
        let again = try run(Self.removal, in: site)
        #expect(again.status == .exited(4), "\(again)")
        #expect(plainText(again.errors).contains("used already"), "\(again)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `a person who may not decide alone is told whom to ask, and a second one signs`()
        throws
    {
        let site = try site("command \"taint\" {\n  decision = \"approve\"\n}\n")
        let taint = ["taint", "terraform_data.courses"]
        let asked = try site.project.tfguardOnTerminal("terraform", taint[0], taint[1])
        #expect(try asked.waitForExit() == .exited(4), "\(asked.screen)")
        #expect(!asked.screen.contains("Type \""), "\(asked.screen)")
        #expect(asked.screen.contains("tfguard approve"), "\(asked.screen)")

        let signing = try ApproveCommandTests().approve(
            site, "tfguard-request.json", "-reason=OPS-123")
        try signing.expect("The command: terraform taint terraform_data.courses")
        try signing.expect("REPLACE  courses-main")
        try signing.expect("Type \"courses-main\" to sign for it")
        try signing.type("courses-main")
        #expect(try signing.waitForExit() == .exited(0), "\(signing.screen)")
        #expect(signing.screen.contains("exactly this command can be run"), "\(signing.screen)")

        let result = try run(taint, ["tfguard-request.json.approval"], in: site)
        // The request was a person's, and an agent runs it: what was signed for is the same.
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output.contains("marked as tainted"), "\(result)")
    }

    @Test func `a request is written without being refused, and nothing is done`() throws {
        let site = try site()
        let before = try site.project.stateFiles()
        let result = try site.project.tfguard(["request"] + Self.removal, setting: [:])
        #expect(result.status == .exited(0), "\(result)")
        let bytes = try #require(site.project.read("tfguard-request.json"))
        let request = try #require(ApprovalRequest(bytes))
        #expect(request.changes.arguments == ["terraform"] + Self.removal)
        #expect(try site.project.stateFiles() == before)
    }

    @Test func `nobody signs for a value that may be a secret, or without a state`() throws {
        let site = try site()
        let result = try site.project.tfguard(
            "request", "import", "-var=password=hunter2", "terraform_data.x", "id")
        #expect(result.status == .exited(4), "\(result)")
        #expect(plainText(result.errors).contains("-var-file"), "\(result)")
        #expect(site.project.read("tfguard-request.json") == nil)
        try FileManager.default.removeItem(atPath: site.project.path("terraform.tfstate"))
        let none = try site.project.tfguard("request", "import", "terraform_data.x", "id")
        #expect(none.status == .exited(4), "\(none)")
        #expect(plainText(none.errors).contains("lineage"), "\(none)")
        #expect(site.project.read("tfguard-request.json") == nil)
    }
}
