import Foundation
import TestSupport
import Testing

/// `tfguard explain` without a plan: what the record says of the last judgement here.
@Suite(.requires(.terraform)) struct ExplainRecordTests {
    @Test func `the last judgement is told from the record, with what is gone`() throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect(TypedConfirmationTests.prompt)
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(0))
        let all = try project.tfguard("explain")
        let words = plainText(all.output)
        #expect(all.status == .exited(0), "\(all)")
        for part in [
            "Last judged here:", "terraform destroy", "Decision: confirm, typed; status 0.",
            "terraform_data.courses", "courses-main: delete, critical data",
            "confirm by builtin:default/loss:", "Together: confirm.", "The plan is gone",
        ] {
            #expect(words.contains(part), "\(part): \(all)")
        }
        #expect(all.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(all)")
        #expect(!words.contains("another one since"), "\(all)")

        let one = try project.tfguard("explain", "terraform_data.courses")
        #expect(plainText(one.output).contains("Together: confirm."), "\(one)")
        let none = try project.tfguard("explain", "terraform_data.other")
        #expect(none.status == .exited(64), "\(none)")
        #expect(plainText(none.errors).contains("Nothing recorded of that address"), "\(none)")

        // A policy that is another one now is told of, and a record that was changed, too.
        try project.write(TerraformProject.databasePolicy + "\n# more\n", to: "tfguard.hcl")
        let changed = try project.tfguard("explain")
        #expect(plainText(changed.output).contains("another one since: "), "\(changed)")
        let record = project.base.path("home/record/audit.jsonl")
        let text = try String(contentsOfFile: record, encoding: .utf8)
        try text.replacingOccurrences(of: "courses-main", with: "courses-toys")
            .write(toFile: record, atomically: true, encoding: .utf8)
        let forged = try project.tfguard("explain")
        #expect(plainText(forged.output).contains("not as it was written"), "\(forged)")
    }

    @Test func `another workspace's judgement is not told, and no secret is`() throws {
        let project = try TerraformProject(policy: nil)
        try project.write(
            """
            variable "password" {
              sensitive = true
              default   = "hunter2-secret"
            }
            resource "terraform_data" "login" {
              input = var.password
            }
            """, to: "main.tf")
        let applied = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(applied.status == .exited(0), "\(applied)")
        let here = try project.tfguard("explain")
        #expect(here.status == .exited(0), "\(here)")
        #expect(plainText(here.output).contains("create 1"), "\(here)")
        #expect(!here.output.contains("hunter2"), "\(here)")
        let other = try project.tfguard(["explain"], setting: ["TF_WORKSPACE": "other"])
        #expect(other.status == .exited(64), "\(other)")
        #expect(other.errors.contains("Nothing was judged here"), "\(other)")
    }

    @Test func `a policy beside it needs a plan`() throws {
        let project = try TerraformProject()
        let result = try project.tfguard("explain", "-policy=x.hcl")
        #expect(result.status == .exited(64), "\(result)")
        #expect(result.errors.contains("A policy without a plan"), "\(result)")
    }
}
