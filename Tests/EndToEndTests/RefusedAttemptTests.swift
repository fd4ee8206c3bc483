import Foundation
import TestSupport
import Testing

/// Who tried what, and came not through.
@Suite(.requires(.terraform)) struct RefusedAttemptTests {
    private func refusal(_ line: [String: Any]?) -> (status: Int?, why: String?) {
        let refused = line?["refused"] as? [String: Any]
        return (refused?["status"] as? Int, refused?["why"] as? String)
    }

    @Test func `what an agent was not let do is recorded, with all that it would have lost`() throws
    {
        let project = try TerraformProject.applied()
        let result = try project.tfguard(
            ["terraform", "destroy", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(3), "\(result)")
        let lines = try project.record()
        #expect(lines.map { $0["kind"] as? String } == ["refused"])
        #expect(refusal(lines.first) == (3, "confirmation needed"))
        let who = try #require(lines.first?["who"] as? [String: Any])
        #expect(who["actors"] as? [String] == ["agent"])
        #expect(who["signals"] as? [String] == ["CLAUDECODE"])
        let losses = try #require(lines.first?["losses"] as? [[String: Any]])
        #expect(losses.map { $0["identity"] as? String } == ["courses-main"])

        let shown = plainText(try project.tfguard("log").output)
        #expect(shown.contains("(agent)"), "\(shown)")
        #expect(shown.contains("refused: confirmation needed"), "\(shown)")
        #expect(shown.contains("terraform destroy -auto-approve"), "\(shown)")
        #expect(shown.contains("delete courses-main (terraform_data.courses)"), "\(shown)")
        let statistics = plainText(try project.tfguard("log", "stats").output)
        #expect(statistics.contains("Refused         1 (confirmation needed: 1)"), "\(statistics)")
        #expect(statistics.contains("Runs            0"), "\(statistics)")
        // It is no incident, and no history of the state.
        #expect(try project.tfguard("incident", "last").status == .exited(64))
    }

    @Test func `what a person declines, and what is blocked, is recorded`() throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect(TypedConfirmationTests.prompt)
        try terminal.type("\u{3}")
        #expect(try terminal.waitForExit() == .exited(1))
        try project.write(
            TerraformProject.databasePolicy + """

                rule "never" {
                  actions  = ["delete"]
                  decision = "block"
                  reason   = "Never."
                }
                """, to: "tfguard.hcl")
        #expect(
            try project.tfguard("terraform", "destroy", "-auto-approve").status == .exited(5))
        let surgery = try project.tfguard("terraform", "state", "rm", "terraform_data.courses")
        #expect(surgery.status == .exited(3), "\(surgery)")
        let lines = try project.record()
        #expect(refusal(lines[0]) == (1, "declined"))
        #expect(refusal(lines[1]) == (5, "blocked"))
        #expect(refusal(lines[2]) == (3, "confirmation needed"))
        #expect(lines.prefix(3).allSatisfy { $0["kind"] as? String == "refused" })
        let verified = try project.tfguard("log", "verify")
        #expect(verified.status == .exited(0), "\(verified)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `no to terraform's own question is recorded`() throws {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        let result = try project.tfguard(["terraform", "apply"], standardInput: "no\n")
        #expect(result.status == .exited(1), "\(result)")
        let lines = try project.record()
        #expect(lines.map { $0["kind"] as? String } == ["refused"])
        #expect(refusal(lines.first) == (1, "declined"))
    }

    @Test func `a refusal that cannot be recorded stands, and that is told`() throws {
        let project = try TerraformProject.applied()
        try project.base.makeFolder("home/record")
        chmod(project.base.path("home/record"), 0o700)
        // Whoever writes needs this name for the lock.
        try project.base.makeFolder("home/record/audit.jsonl.lock")
        let result = try project.tfguard("terraform", "destroy", "-auto-approve")
        #expect(result.status == .exited(3), "\(result)")
        let text = plainText(result.errors).replacing(/\s+/, with: " ")
        #expect(text.contains("that this was refused could not be recorded"), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `what was refused is no history of a state`() throws {
        let project = try TerraformProject.applied()
        let newer = try #require(project.read("terraform.tfstate"))
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect(TypedConfirmationTests.prompt)
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(0))
        // An old state in the place of the newer one is refused, and refused again.
        try project.write(bytes: newer, to: "terraform.tfstate")
        for _ in 0..<2 {
            let result = try project.tfguard("terraform", "apply", "-auto-approve")
            #expect(result.status == .exited(5), "\(result)")
            #expect(plainText(result.errors).contains("state.rollback"), "\(result)")
        }
    }
}
