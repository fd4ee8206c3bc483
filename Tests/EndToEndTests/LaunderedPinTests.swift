import Foundation
import TestSupport
import Testing

/// A pin that a script brings into being stands in no other one's place.
@Suite(.requires(.terraform, .git)) struct LaunderedPinTests {
    private static let agent: [String: String?] = ["CLAUDECODE": "1"]
    private static let applying = ["terraform", "apply", "-auto-approve"]
    private static let name = ".tfguard.lock.hcl"

    private func shell(_ commands: String, in project: TerraformProject) throws {
        let result = try run(
            "/bin/sh", ["-ec", commands], environment: project.environment,
            directory: project.directory)
        try #require(result.status == .exited(0), "\(result)")
    }

    /// The configuration of a state that lies beside the project's folder.
    private func configuration(_ state: String) -> String {
        """
        terraform {
          backend "local" { path = "../\(state).tfstate" }
        }
        resource "terraform_data" "a" {}

        """
    }

    /// A project whose state is pinned and committed, beside the state of something else.
    private func pinned(_ workspace: String = "default") throws -> TerraformProject {
        let project = try TerraformProject(databases: [:], policy: nil)
        for state in ["foreign", "own"] {
            try project.write(configuration(state), to: "main.tf")
            try project.prepare("init", "-reconfigure")
            try project.prepare("apply", "-auto-approve")
        }
        let made = try project.tfguard("pin", "-workspace=\(workspace)")
        #expect(made.status == .exited(0), "\(made)")
        try commit(in: project)
        return project
    }

    private func commit(in project: TerraformProject) throws {
        try shell(
            """
            git init -q . && git add \(Self.name) main.tf
            git -c user.name=a -c user.email=a@b commit -qm pin
            """, in: project)
    }

    private func turn(_ project: TerraformProject, to state: String) throws {
        let more = "resource \"terraform_data\" \"b\" {}\n"
        try project.write(configuration(state) + more, to: "main.tf")
        try project.prepare("init", "-reconfigure")
    }

    private func expectMismatch(_ project: TerraformProject, _ words: String) throws {
        let result = try project.tfguard(Self.applying, setting: Self.agent)
        #expect(result.status == .exited(5), "\(result)")
        let said = plainText(result.errors).replacing(/\s+/, with: " ")
        #expect(said.contains("Blocked (state.mismatch"), "\(result)")
        #expect(said.contains(words), "\(result)")
    }

    @Test func `a pin that was made in another folder counts in none but that`() throws {
        let project = try pinned()
        try turn(project, to: "foreign")
        #expect(try project.tfguard(["pin"], setting: Self.agent).status == .exited(3))
        // Where nothing is pinned, nobody is asked.
        try shell("mkdir ../side && cp -r main.tf .terraform ../side", in: project)
        let side = try project.tfguard(["pin", "../side"], setting: Self.agent)
        #expect(side.status == .exited(0), "\(side)")
        try shell("cp ../side/\(Self.name) .", in: project)
        try expectMismatch(project, "not the one that was committed")
        // What tfguard advises then: a person says that it is meant, though the file says so already.
        #expect(try project.tfguard(["pin"], setting: Self.agent).status == .exited(3))
        let terminal = try project.tfguardOnTerminal("pin")
        try terminal.expect("Type \"pin default\" to change it")
        #expect(terminal.screen.contains("Its state is pinned"), "\(terminal.screen)")
        try terminal.type("pin default")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        let result = try project.tfguard(Self.applying, setting: Self.agent)
        #expect(!plainText(result.errors).contains("state.mismatch"), "\(result)")
        #expect(try project.tfguard("pin").output.contains("pinned so already"))
    }

    @Test func `a pattern takes no pin's place without a person`() throws {
        let project = try pinned()
        try turn(project, to: "foreign")
        let before = project.read(Self.name)
        let pattern = try project.tfguard(["pin", "-workspace=*"], setting: Self.agent)
        #expect(pattern.status == .exited(3), "\(pattern)")
        #expect(project.read(Self.name) == before)
    }

    @Test func `a name takes no pattern's place without a person`() throws {
        let project = try pinned("*")
        try turn(project, to: "foreign")
        let before = project.read(Self.name)
        let named = try project.tfguard(["pin"], setting: Self.agent)
        #expect(named.status == .exited(3), "\(named)")
        #expect(project.read(Self.name) == before)
        // A person's word counts, and for the agent, too.
        let terminal = try project.tfguardOnTerminal("pin")
        try terminal.expect("Type \"pin default\" to change it")
        try terminal.type("pin default")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        let result = try project.tfguard(Self.applying, setting: Self.agent)
        #expect(!plainText(result.errors).contains("state.mismatch"), "\(result)")
        // So it does once something was applied under it.
        for _ in 0..<2 {
            let applied = try project.tfguard(Self.applying, setting: ["CI": "true"])
            #expect(applied.status == .exited(0), "\(applied)")
            #expect(!plainText(applied.errors).contains("state.mismatch"), "\(applied)")
        }
    }

    @Test func `the first state of a stack is pinned by whoever made it`() throws {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(configuration("own"), to: "main.tf")
        try project.prepare("init")
        #expect(try project.tfguard("pin", "-new").status == .exited(0))
        try commit(in: project)
        let pipeline: [String: String?] = ["CI": "true"]
        let first = try project.tfguard(Self.applying, setting: pipeline)
        #expect(first.status == .exited(0), "\(first)")
        #expect(try project.tfguard(["pin"], setting: Self.agent).status == .exited(0))
        let next = try project.tfguard(Self.applying, setting: pipeline)
        #expect(next.status == .exited(0), "\(next)")
        // It was waiting for that one, and for none elsewhere.
        try shell("git checkout -q -- \(Self.name)", in: project)
        try shell("cp ../own.tfstate ../foreign.tfstate", in: project)
        try turn(project, to: "foreign")
        #expect(try project.tfguard(["pin"], setting: Self.agent).status == .exited(3))
    }
}
