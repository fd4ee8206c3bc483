import Foundation
import TestSupport
import Testing

@testable import GuardCore

/// One job plans, a person signs on a laptop, another job applies; whatever changed in between is
/// refused.
@Suite(.requires(.terraform, .sshKeygen, .root)) struct PipelineTests {
    static let pipeline: [String: String?] = ["CI": "true", "GITHUB_ACTIONS": "true"]

    @Test func `a pipeline plans, a person signs, the pipeline applies`() throws {
        let site = try ApprovedProject()
        // The job that plans.
        try site.project.prepare("plan", "-destroy", "-out=prod.tfplan")
        let asked = try site.project.tfguard(["request", "prod.tfplan"], setting: Self.pipeline)
        #expect(asked.status == .exited(0), "\(asked)")
        #expect(plainText(asked.errors).contains("tfguard approve"), "\(asked)")
        // Alone, the job that applies gets nowhere.
        let alone = try site.project.tfguard(
            ["terraform", "apply", "prod.tfplan"], setting: Self.pipeline)
        #expect(alone.status == .exited(4), "\(alone)")

        // The laptop: another folder, with nothing but the request.
        let laptop = try TemporaryDirectory()
        try laptop.write(
            try #require(site.project.read("tfguard-request.json")), to: "tfguard-request.json")
        let terminal = try PseudoTerminal(
            ToolUnderTest.path(),
            [
                "approve", "tfguard-request.json", "-reason=OPS-7",
                "-key=\(try #require(site.grace.path))", "-out=prod.approval",
            ],
            environment: ChildEnvironment(home: laptop.path), directory: laptop.path)
        // No policy of the project's is here, and what is lost is typed all the same.
        try terminal.expect("PRODUCTION")
        try terminal.expect("terraform_data.courses")
        try terminal.expect("Type \"")
        let question = terminal.unseen
        try terminal.type(String(question.prefix { $0 != "\"" }))
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")

        // The job that applies.
        try site.project.write(
            bytes: try #require(laptop.read("prod.approval")), to: "prod.approval")
        let applied = try site.project.tfguard(
            ["-approval=prod.approval", "terraform", "apply", "prod.tfplan"],
            setting: Self.pipeline)
        #expect(applied.status == .exited(0), "\(applied)")
        #expect(try site.project.state() == [])
    }

    @Test
    func `what changed between the signature and the apply is refused, each with its sentence`()
        throws
    {
        let site = try ApprovedProject()
        try site.approve(site.request())
        func refusal() throws -> String {
            let result = try site.apply(setting: Self.pipeline)
            #expect(result.status == .exited(4), "\(result)")
            #expect(try site.project.state() == ["terraform_data.courses"])
            return plainText(result.errors).replacing("│ ", with: "").replacing("\n", with: " ")
        }
        let policy = try #require(site.project.read("tfguard.hcl"))
        try site.project.write(bytes: policy + Array("\n# changed\n".utf8), to: "tfguard.hcl")
        #expect(try refusal().contains("under another policy"))
        try site.project.write(bytes: policy, to: "tfguard.hcl")

        let staging = String(decoding: policy, as: UTF8.self)
            .replacing("environment \"production\"", with: "environment \"staging\"")
        try site.project.write(
            staging + "rule \"second\" {\n  actions = [\"delete\"]\n  decision = \"approve\"\n}\n",
            to: "tfguard.hcl")
        #expect(try refusal().contains("given for production, and this run belongs to staging"))
        try site.project.write(bytes: policy, to: "tfguard.hcl")

        try site.project.write("# new\n", to: ".terraform.lock.hcl")
        #expect(try refusal().contains("other providers"))
        try FileManager.default.removeItem(atPath: site.project.path(".terraform.lock.hcl"))
        // As it was approved, it is applied.
        #expect(try site.apply(setting: Self.pipeline).status == .exited(0))
    }

    @Test func `a state that moved on is not what was signed for`() throws {
        let site = try ApprovedProject()
        try site.approve(site.request())
        try site.project.write(
            TerraformProject.configuration(["courses": "courses-main"])
                + "output \"more\" {\n  value = 1\n}\n", to: "main.tf")
        try site.project.prepare("apply", "-auto-approve")
        let result = try site.apply(setting: Self.pipeline)
        #expect(result.status != .exited(0), "\(result)")
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `nothing that is typed by a program confirms for an agent`() throws {
        // On a terminal of its own that it drives, with every answer ready.
        let site = try ApprovedProject()
        for arguments in [
            ["terraform", "destroy"], ["terraform", "destroy", "-auto-approve"],
            ["approve", "tfguard-request.json", "-reason=x"],
        ] {
            let terminal = try PseudoTerminal(
                ToolUnderTest.path(), arguments,
                environment: site.project.environment.setting(["CLAUDECODE": "1"]),
                directory: site.project.directory)
            for _ in 1...5 { try terminal.type("courses-main") }
            let status = try terminal.waitForExit()
            #expect(status == .exited(4) || status == .exited(3), "\(terminal.screen)")
            #expect(!terminal.screen.contains("Type \""), "\(terminal.screen)")
        }
        #expect(try site.project.state() == ["terraform_data.courses"])
    }

    @Test func `inside a user namespace with a system policy of one's own nobody is a person`()
        throws
    {
        let unshare = try #require(programOnPath("unshare"))
        let site = try ApprovedProject()
        let result = try run(
            unshare, ["--user", "--map-root-user", ToolUnderTest.path(), "explain", "-actor"],
            environment: site.project.environment, directory: site.project.directory)
        // Where the machine allows no user namespaces, nothing runs in one.
        guard result.status == .exited(0) else { return }
        #expect(result.output.contains("seen inside a user namespace"), "\(result)")
        #expect(!result.output.hasPrefix("tfguard takes you for: human"), "\(result)")
    }
}
