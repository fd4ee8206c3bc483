import Foundation
import TestSupport
import Testing

/// Who may say that a state is still to come, and for how long that holds.
@Suite(.requires(.terraform, .git)) struct NewStateTests {
    private static let agent: [String: String?] = ["CLAUDECODE": "1"]
    private static let applying = ["terraform", "apply", "-auto-approve"]

    /// A stack that nobody has applied, with a reviewed policy that has nothing against local states.
    private func stack() throws -> TerraformProject {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write("resource \"terraform_data\" \"a\" {}\n", to: "main.tf")
        let policy = """
            environment "sandbox" {
              match { workspace = ["default"] }
            }
            override "local" {
              rules        = ["builtin:default/state.other_backend"]
              environments = ["sandbox"]
              decision     = "warn"
            }

            """
        try project.write(policy, to: "tfguard.hcl")
        try merge("main.tf", "tfguard.hcl", in: project)
        return project
    }

    /// As after a clone of what was merged.
    private func merge(_ files: String..., in project: TerraformProject) throws {
        let commands = """
            git init -q . && git add \(files.joined(separator: " ")) &&
            git -c user.name=a -c user.email=a@b commit -qm stack &&
            git update-ref refs/remotes/origin/main HEAD &&
            git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
            """
        let result = try run(
            "/bin/sh", ["-c", commands], environment: project.environment,
            directory: project.directory)
        try #require(result.status == .exited(0), "\(result)")
    }

    private func words(_ result: ProcessResult) -> String {
        plainText(result.errors).replacing(/\s+/, with: " ")
    }

    @Test func `an agent that expects a new state is believed once somebody has reviewed that`()
        throws
    {
        let project = try stack()
        let pinned = try project.tfguard(["pin", "-new"], setting: Self.agent)
        #expect(pinned.status == .exited(0), "\(pinned)")
        let said = pinned.output.replacing(/\s+/, with: " ")
        #expect(said.contains("counts once it is reviewed"), "\(pinned)")
        let asked = try project.tfguard(Self.applying, setting: Self.agent)
        #expect(asked.status == .exited(3), "\(asked)")
        #expect(words(asked).contains("Needs confirmation (state.empty)"), "\(asked)")
        #expect(words(asked).contains("nobody but who runs this may have reviewed"), "\(asked)")
        #expect(project.read("terraform.tfstate") == nil)

        // What is written by hand is believed no more.
        try project.base.removeRecord()
        #expect(try project.tfguard(Self.applying, setting: Self.agent).status == .exited(3))

        try merge(".tfguard.lock.hcl", in: project)
        let merged = try project.tfguard(Self.applying, setting: Self.agent)
        #expect(merged.status == .exited(0), "\(merged)")
        #expect(!words(merged).contains("state.empty"), "\(merged)")
    }

    @Test func `a person who expects a new state is not asked again`() throws {
        let project = try stack()
        let pinned = try project.tfguard(["pin", "-new"], setting: ["CI": "true"])
        #expect(pinned.status == .exited(0), "\(pinned)")
        let terminal = try project.tfguardOnTerminal("apply", "-auto-approve")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(!terminal.screen.contains("state.empty"), "\(terminal.screen)")
    }

    @Test func `a state that was new once is missed when it is gone`() throws {
        let project = try stack()
        let pinning = ["pin", "-new", "-until=2099-01-01"]
        let pipeline: [String: String?] = ["CI": "true"]
        #expect(try project.tfguard(pinning).status == .exited(0))
        let first = try project.tfguard(Self.applying, setting: pipeline)
        #expect(first.status == .exited(0), "\(first)")
        try FileManager.default.removeItem(atPath: project.path("terraform.tfstate"))
        let again = try project.tfguard(Self.applying, setting: pipeline)
        #expect(again.status == .exited(5), "\(again)")
        #expect(words(again).contains("state.collapse"), "\(again)")

        // That it is to begin anew a person says, though the pin stays as it is.
        #expect(try project.tfguard(pinning).status == .exited(3))
        let terminal = try project.tfguardOnTerminal("pin", "-new", "-until=2099-01-01")
        try terminal.expect("Type \"pin default\" to change it")
        #expect(terminal.screen.contains("held 1 resource"), "\(terminal.screen)")
        try terminal.type("pin default")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        let anew = try project.tfguard(Self.applying, setting: pipeline)
        #expect(anew.status == .exited(0), "\(anew)")
    }
}
