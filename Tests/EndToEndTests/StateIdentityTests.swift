import Foundation
import TestSupport
import Testing

/// Which state a run would change, and whether it is the right one.
@Suite(.requires(.terraform)) struct StateIdentityTests {
    /// A stack that was applied through tfguard, so that the record knows it.
    private func recorded(_ count: Int = 4) throws -> TerraformProject {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(Self.resources(count), to: "main.tf")
        let made = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(made.status == .exited(0), "\(made)")
        return project
    }

    private static func resources(_ count: Int) -> String {
        (0..<count).map { "resource \"terraform_data\" \"r\($0)\" {}\n" }.joined()
    }

    private func expect(
        _ result: ProcessResult, _ status: Int32, _ rule: String, _ words: String...
    ) {
        #expect(result.status == .exited(status), "\(result)")
        let text = plainText(result.errors).replacing(/\s+/, with: " ")
        #expect(text.contains(rule), "\(result)")
        for word in words { #expect(text.contains(word), "\(word) is not in \(result)") }
    }

    @Test func `a plan on a missing state is stopped by the pin`() throws {
        let project = try recorded()
        #expect(try project.tfguard("pin").status == .exited(0))
        try project.base.removeRecord()
        try FileManager.default.removeItem(atPath: project.path("terraform.tfstate"))
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(
            result, 5, "state.mismatch", "is not there", "new machine", "run terraform init there")
        #expect(project.read("terraform.tfstate") == nil)
    }

    @Test func `a missing state is stopped by the record, without any pin`() throws {
        let project = try recorded()
        try FileManager.default.removeItem(atPath: project.path("terraform.tfstate"))
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(result, 5, "state.collapse", "it held 4 resources", "tfguard pin -new")
    }

    @Test func `an old state put in the place of the newer one is stopped by the record`() throws {
        let project = try recorded(2)
        let old = try #require(project.read("terraform.tfstate"))
        try project.write(Self.resources(4), to: "main.tf")
        #expect(try project.tfguard("terraform", "apply", "-auto-approve").status == .exited(0))
        try project.write(bytes: old, to: "terraform.tfstate")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(result, 5, "state.rollback", "an old copy", "Restore serial")
        #expect(project.read("terraform.tfstate") == old)
    }

    @Test func `the state of something else is stopped by the record and by the pin`() throws {
        let project = try recorded()
        let other = try recorded()
        let foreign = try #require(other.read("terraform.tfstate"))
        let own = try #require(project.read("terraform.tfstate"))
        try project.write(bytes: foreign, to: "terraform.tfstate")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(result, 5, "state.mismatch", "Another state has been put in its place")
        try project.write(bytes: own, to: "terraform.tfstate")
        #expect(try project.tfguard("pin").status == .exited(0))
        try project.write(bytes: foreign, to: "terraform.tfstate")
        let pinned = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(pinned, 5, "state.mismatch", "is pinned")
    }

    @Test func `a state that lost half of what it held is stopped`() throws {
        let project = try recorded(4)
        try project.prepare("state", "rm", "terraform_data.r0", "terraform_data.r1")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(result, 5, "state.collapse", "held 4 resources", "holds 2 resources now")
    }

    @Test func `an apply made around tfguard is noticed at the next run`() throws {
        let project = try recorded(2)
        try project.write(Self.resources(3), to: "main.tf")
        try project.prepare("apply", "-auto-approve")
        try project.write(Self.resources(4), to: "main.tf")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(result, 0, "without this record", "around tfguard")
        // Once is enough: the record knows the new serial now.
        try project.write(Self.resources(5), to: "main.tf")
        let next = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(!plainText(next.errors).contains("around"), "\(next)")
    }

    @Test func `a state that tfguard itself emptied is neither collapse nor empty`() throws {
        let project = try recorded(2)
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect("Type \"destroy 2\" to")
        try terminal.type("destroy 2")
        #expect(try terminal.waitForExit() == .exited(0))
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        let text = plainText(result.errors)
        #expect(!text.contains("nothing in it yet"), "\(result)")
    }

    @Test func `a plan made on an empty state is not applied twice`() throws {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(Self.resources(2), to: "main.tf")
        #expect(try project.tfguard("terraform", "plan", "-out=p").status == .exited(0))
        #expect(try project.tfguard("terraform", "apply", "p").status == .exited(0))
        let again = try project.tfguard("terraform", "apply", "p")
        #expect(again.status == .exited(5), "\(again)")
        #expect(try project.state().count == 2)
    }

    @Test func `a pin that was removed or changed by hand is a mismatch`() throws {
        let project = try recorded(2)
        #expect(try project.tfguard("pin").status == .exited(0))
        try project.write(Self.resources(3), to: "main.tf")
        #expect(try project.tfguard("terraform", "apply", "-auto-approve").status == .exited(0))
        try FileManager.default.removeItem(atPath: project.path(".tfguard.lock.hcl"))
        try project.write(Self.resources(4), to: "main.tf")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(
            result, 5, "state.mismatch", "The pin of workspace \"default\" is gone", "the record")
    }

    @Test(.requires(.git)) func `a pin that is not the committed one is a mismatch`() throws {
        let project = try recorded(2)
        #expect(try project.tfguard("pin").status == .exited(0))
        let committed = try run(
            "/bin/sh",
            [
                "-c",
                "git init -q . && git add .tfguard.lock.hcl main.tf && "
                    + "git -c user.name=a -c user.email=a@b commit -qm pin",
            ], environment: project.environment, directory: project.directory)
        #expect(committed.status == .exited(0), "\(committed)")
        let pin = String(decoding: try #require(project.read(".tfguard.lock.hcl")), as: UTF8.self)
        let forged = pin.replacing(/lineage *= "[^"]*"/, with: "lineage = \"forged\"")
        try project.write(forged, to: ".tfguard.lock.hcl")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(result, 5, "state.mismatch", "not the one that was committed", "git checkout")
        try FileManager.default.removeItem(atPath: project.path(".tfguard.lock.hcl"))
        let removed = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(removed, 5, "state.mismatch", "is gone", "the last commit")
    }

    @Test func `a pin is changed by a person who types, and by nobody else`() throws {
        let project = try recorded(2)
        #expect(try project.tfguard("pin").status == .exited(0))
        let before = project.read(".tfguard.lock.hcl")
        let script = try project.tfguard(["pin", "-remove"], standardInput: "unpin default\n")
        #expect(script.status == .exited(3), "\(script)")
        #expect(project.read(".tfguard.lock.hcl") == before)
        let terminal = try project.tfguardOnTerminal("pin", "-remove")
        try terminal.expect("Type \"unpin default\" to change it")
        try terminal.type("unpin default")
        #expect(try terminal.waitForExit() == .exited(0))
        try project.write(Self.resources(3), to: "main.tf")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
    }

    @Test func `a pin that was taken away is not made anew without a person`() throws {
        let project = try recorded(2)
        #expect(try project.tfguard("pin").status == .exited(0))
        try FileManager.default.removeItem(atPath: project.path(".tfguard.lock.hcl"))
        let state = String(decoding: try #require(project.read("terraform.tfstate")), as: UTF8.self)
        let lineage = "11111111-2222-3333-4444-555555555555"
        let swapped = state.replacing(/"lineage": "[^"]*"/, with: "\"lineage\": \"\(lineage)\"")
        try project.write(swapped, to: "terraform.tfstate")
        let script = try project.tfguard("pin")
        #expect(script.status == .exited(3), "\(script)")
        #expect(project.read(".tfguard.lock.hcl") == nil)
    }

    @Test func `a new stack is expected until its first apply`() throws {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(Self.resources(2), to: "main.tf")
        #expect(try project.tfguard("pin").status == .exited(1))
        #expect(try project.tfguard("pin", "-new").status == .exited(0))
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        // An agent is asked about the empty state, too: nobody has reviewed the pin.
        expect(result, 3, "state.other_backend", "state.empty")
        let pipeline = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["CI": "true"])
        #expect(pipeline.status == .exited(0), "\(pipeline)")
        #expect(!plainText(pipeline.errors).contains("state.empty"), "\(pipeline)")
        let pinned = try project.tfguard("pin")
        #expect(pinned.output.contains("lineage"), "\(pinned)")
        #expect(pinned.output.contains("Commit .tfguard.lock.hcl."), "\(pinned)")
    }

    @Test func `a workspace has a pin of its own`() throws {
        let project = try recorded(2)
        #expect(try project.tfguard("pin").status == .exited(0))
        try project.prepare("workspace", "new", "dev")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        #expect(try project.tfguard("pin").status == .exited(0))
        let text = String(decoding: try #require(project.read(".tfguard.lock.hcl")), as: UTF8.self)
        #expect(text.contains("workspace \"default\""))
        #expect(text.contains("workspace \"dev\""))
    }

    @Test func `an environment that the state was judged in stays`() throws {
        let project = try TerraformProject(
            databases: [:],
            policy: """
                environment "production" {
                  match { workspace = ["default"] }
                }
                override "local" {
                  rules        = ["builtin:default/state.*"]
                  environments = ["production"]
                  decision     = "warn"
                }
                """)
        try project.write(Self.resources(2), to: "main.tf")
        // For a pipeline, the project's own overrides count.
        let made = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["GITHUB_ACTIONS": "true"])
        #expect(made.status == .exited(0), "\(made)")
        // The policy no longer says so, and the record still knows.
        try project.write("", to: "tfguard.hcl")
        try project.write(Self.resources(3), to: "main.tf")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        expect(result, 3, "production by the record")
    }
}

extension TemporaryDirectory {
    /// As on a machine that has seen nothing yet.
    func removeRecord() throws {
        try FileManager.default.removeItem(atPath: path("home/record"))
    }
}
