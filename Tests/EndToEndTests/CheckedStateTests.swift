import Foundation
import TestSupport
import Testing

/// Which state a plan would change is said by those who only look at it, too.
@Suite(.requires(.terraform)) struct CheckedStateTests {
    /// A stack that was applied through tfguard and pinned, with a saved plan of one more resource.
    private func planned() throws -> TerraformProject {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write("resource \"terraform_data\" \"a\" { count = 4 }\n", to: "main.tf")
        let made = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(made.status == .exited(0), "\(made)")
        #expect(try project.tfguard("pin").status == .exited(0))
        try project.write("resource \"terraform_data\" \"a\" { count = 5 }\n", to: "main.tf")
        return project
    }

    private func words(_ result: ProcessResult) -> String {
        plainText(result.output + result.errors).replacing(/\s+/, with: " ")
    }

    @Test func `check says what is odd about the state of a saved plan`() throws {
        let project = try planned()
        try project.prepare("plan", "-out=good.plan")
        let good = try project.tfguard("check", "good.plan")
        #expect(good.status == .exited(0), "\(good)")
        #expect(!words(good).contains("not pinned"), "\(good)")

        let current = try #require(project.read("terraform.tfstate"))
        try FileManager.default.removeItem(atPath: project.path("terraform.tfstate"))
        try project.prepare("plan", "-out=missing.plan")
        let missing = try project.tfguard("check", "missing.plan")
        #expect(missing.status == .exited(5), "\(missing)")
        #expect(words(missing).contains("state.mismatch"), "\(missing)")
        #expect(words(missing).contains("is not there"), "\(missing)")

        try project.write(bytes: current, to: "terraform.tfstate")
        try project.prepare("state", "rm", "terraform_data.a[0]", "terraform_data.a[1]")
        try project.prepare("plan", "-out=half.plan")
        let half = try project.tfguard("check", "half.plan")
        #expect(half.status == .exited(5), "\(half)")
        #expect(words(half).contains("state.collapse"), "\(half)")
    }

    @Test func `plan -out says what is odd about the state, and writes nothing`() throws {
        let project = try planned()
        let record = try project.record().count
        try FileManager.default.removeItem(atPath: project.path("terraform.tfstate"))
        let result = try project.tfguard("terraform", "plan", "-out=p")
        #expect(result.status == .exited(0), "\(result)")
        #expect(words(result).contains("state.mismatch"), "\(result)")
        #expect(words(result).contains("is not there"), "\(result)")
        #expect(try project.record().count == record)
    }

    @Test func `check needs no record, and says where it could not read one`() throws {
        let project = try planned()
        try project.prepare("plan", "-out=p")
        try project.base.removeRecord()
        let without = try project.tfguard("check", "p")
        #expect(without.status == .exited(0), "\(without)")
        #expect(words(without).contains("no record of it on this machine"), "\(without)")
        #expect(project.base.read("home/record/audit.jsonl") == nil)
        try project.base.makeFolder("home/record/audit.jsonl")
        let broken = try project.tfguard("check", "p")
        #expect(broken.status == .exited(0), "\(broken)")
        #expect(words(broken).contains("The record was not read"), "\(broken)")
    }

    @Test func `a plan in JSON, which names no state, has no findings about one`() throws {
        let project = try planned()
        try project.prepare("plan", "-out=p")
        let shown = try project.terraform("show", "-json", "p")
        try project.write(bytes: shown.standardOutput, to: "p.json")
        try FileManager.default.removeItem(atPath: project.path(".tfguard.lock.hcl"))
        let result = try project.tfguard("check", "p.json")
        #expect(result.status == .exited(0), "\(result)")
        #expect(!words(result).contains("State:"), "\(result)")
        // The saved one does: the record knows that there was a pin.
        let saved = try project.tfguard("check", "p")
        #expect(saved.status == .exited(5), "\(saved)")
        #expect(words(saved).contains("is gone from .tfguard.lock.hcl"), "\(saved)")
    }
}
