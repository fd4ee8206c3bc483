import Foundation
import TestSupport
import Testing

/// What is said where nothing was applied is true, and is said once.
@Suite(.requires(.terraform)) struct StoppedWordsTests {
    /// As words with one space between them, wherever the lines end.
    private func words(_ result: ProcessResult) -> String {
        plainText(result.errors).replacing("│ ", with: "").replacing(/\s+/, with: " ")
    }

    private func count(_ part: String, in text: String) -> Int {
        text.components(separatedBy: part).count - 1
    }

    /// Production, in which nobody can sign.
    private func production(_ more: String = "") throws -> TerraformProject {
        let policy =
            TerraformProject.databasePolicy
            + "\nenvironment \"production\" {\n  fallback = true\n}\n"
        return try TerraformProject.applied(policy: policy + more)
    }

    @Test func `a request of what is blocked tells the verdict once`() throws {
        let project = try production()
        let result = try project.tfguard("request", "apply", "-destroy")
        #expect(result.status == .exited(5), "\(result)")
        #expect(count("tfguard: Blocked", in: words(result)) == 1, "\(result)")
        #expect(count("Nothing was changed.", in: words(result)) == 1, "\(result)")
    }

    @Test func `a request of what is allowed does not say that it was stopped`() throws {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        let result = try project.tfguard("request", "apply")
        #expect(result.status == .exited(0), "\(result)")
        #expect(words(result).contains("The policy lets it pass as it is."), "\(result)")
        #expect(!words(result).contains("does not let it pass"), "\(result)")
        #expect(project.read("tfguard-request.json") != nil)
    }

    @Test func `that a person may go on is said once`() throws {
        let project = try production()
        let result = try project.tfguard(
            ["terraform", "destroy", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(5), "\(result)")
        #expect(words(result).contains("no-second-person"), "\(result)")
        #expect(count("a person runs this", in: words(result)) == 1, "\(result)")
        #expect(!words(result).contains("Hand this to a person"), "\(result)")
    }

    @Test func `what is judged without a plan is not said to be planned`() throws {
        let project = try production()
        let result = try project.tfguard(
            ["terraform", "state", "rm", "terraform_data.courses"], setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(5), "\(result)")
        #expect(words(result).contains("where it is judged again:"), "\(result)")
    }

    @Test func `terraform whose plan stands above is not said not to have run`() throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect(TypedConfirmationTests.prompt)
        try terminal.type("\u{3}")
        #expect(try terminal.waitForExit() == .exited(1))
        let screen = terminal.screen
        #expect(screen.contains("Plan: 0 to add, 0 to change, 1 to destroy."), "\(screen)")
        #expect(screen.contains("Nothing was changed."), "\(screen)")
        #expect(!screen.contains("did not run"), "\(screen)")
    }

    @Test func `only a question can be answered with Ctrl-C`() throws {
        let project = try TerraformProject.applied()
        #expect(try project.tfguard("pin").status == .exited(0))
        let script = try project.tfguard("pin", "-remove")
        #expect(script.status == .exited(3), "\(script)")
        #expect(words(script).contains("types \"unpin default\"."), "\(script)")
        #expect(!words(script).contains("Ctrl-C"), "\(script)")
        #expect(words(script).contains("The pin stays as it is."), "\(script)")

        let terminal = try project.tfguardOnTerminal("pin", "-remove")
        try terminal.expect("Nothing has changed yet, and Ctrl-C keeps it so.")
        try terminal.expect("Type \"unpin default\" to change it")
        try terminal.type("\u{3}")
        #expect(try terminal.waitForExit() == .exited(1))
    }
}
