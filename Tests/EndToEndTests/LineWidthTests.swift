import Foundation
import TestSupport
import Testing

/// What tfguard's own commands print fits a terminal of 80 columns.
@Suite(.requires(.terraform)) struct LineWidthTests {
    /// Lines that are wider, but for one that is there to be copied and a path that is wider itself.
    private func wide(_ result: ProcessResult) -> [String] {
        // On standard output an apply is terraform's.
        let isApply = result.command.contains("terraform")
        let text = plainText((isApply ? "" : result.output) + result.errors)
        return text.split(separator: "\n").map(String.init).filter { line in
            line.count > 80 && !line.hasPrefix("  export PATH=")
                && line.split(separator: " ").allSatisfy { $0.count < 78 }
        }
    }

    @Test func `pins, first policies, shims and the record do`() throws {
        let project = try TerraformProject.applied()
        let commands = [
            ["pin"], ["pin"], ["pin", "-remove"], ["pin", "-new", "-workspace=other"],
            ["policy", "check"], ["policy", "show"], ["policy", "init"], ["shim", "status"],
            ["shim", "install"], ["shim", "status"], ["shim", "remove"], ["shim", "remove"],
            ["terraform", "destroy", "-auto-approve"], ["log"], ["log", "stats"],
            ["log", "verify"],
            ["explain"], ["explain", "-actor"], ["posture"], ["demo"], ["incident"],
            ["check", "-history=."],
        ]
        for command in commands {
            let result = try project.tfguard(command)
            #expect(!(result.output + result.errors).isEmpty, "\(command)")
            #expect(wide(result) == [], "\(command)")
        }
        let empty = try TemporaryDirectory()
        for command in [["policy", "check"], ["policy", "init"]] {
            #expect(try wide(project.tfguard(command, directory: empty.path)) == [], "\(command)")
        }
        let written = String(decoding: try #require(empty.read("tfguard.hcl")), as: UTF8.self)
        #expect(written.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(written)")
    }

    @Test func `the report of an incident does, too`() throws {
        let project = try TerraformProject.applied(
            databases: ["courses": "courses-main", "grades": "grades-main"])
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        for name in ["courses-main", "grades-main"] {
            try terminal.expect("Type \"\(name)\"")
            try terminal.type(name)
        }
        #expect(try terminal.waitForExit() == .exited(0))
        let report = try project.tfguard("incident", "last")
        #expect(report.output.contains("- **The exact delete call:** `"), "\(report)")
        #expect(wide(report) == [])
    }

    @Test func `status of a shim that PATH does not name says so`() throws {
        let project = try TerraformProject()
        #expect(try project.tfguard("shim", "install").status == .exited(0))
        let status = try project.tfguard("shim", "status")
        #expect(status.status == .exited(1), "\(status)")
        let bin = project.base.path("home/.tfguard/bin")
        let words = status.output.replacing(/\s+/, with: " ")
        #expect(words.contains("into \(bin), and PATH does not name that folder."), "\(status)")
        #expect(status.output.contains("\n  export PATH=\(bin):\"$PATH\"\n"), "\(status)")
        // Who has installed it is not told to.
        #expect(!words.contains("See tfguard shim install."), "\(status)")
    }
}
