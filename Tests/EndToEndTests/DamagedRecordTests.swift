import Foundation
import TestSupport
import Testing

/// A record that somebody has cut off, taken away or written anew, and what comes of it.
@Suite(.requires(.terraform)) struct DamagedRecordTests {
    /// A project with runs in its record; nothing is left to be done.
    private func project(_ runs: Int = 2) throws -> TerraformProject {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        for _ in 0..<runs {
            let made = try project.tfguard("terraform", "apply", "-auto-approve")
            #expect(made.status == .exited(0), "\(made)")
        }
        return project
    }

    private func lines(_ project: TerraformProject) throws -> [[UInt8]] {
        try #require(project.base.read("home/record/audit.jsonl")).split(separator: 0x0a)
            .map { Array($0) + [0x0a] }
    }

    private func words(_ result: ProcessResult) -> String {
        plainText(result.errors).replacing(/\s+/, with: " ")
    }

    @Test func `a record that was cut off stops an agent, until a person has looked`() throws {
        let project = try project()
        let head = try project.tfguard("log", "verify").output
        #expect(head.contains("4 lines"), "\(head)")
        try project.base.write(
            try lines(project).dropLast(2).flatMap { $0 }, to: "home/record/audit.jsonl")
        try project.write(
            TerraformProject.configuration(["courses": "courses-main", "more": "another"]),
            to: "main.tf")
        // Trying again changes nothing about it.
        for _ in 0..<2 {
            let stopped = try project.tfguard(
                ["terraform", "apply", "-auto-approve"], setting: ["CLAUDECODE": "1"])
            #expect(stopped.status == .exited(3), "\(stopped)")
            #expect(
                words(stopped).contains("The record ends with line 2, and line 4 was its last"),
                "\(stopped)")
        }
        #expect(try project.state() == ["terraform_data.courses"])

        let terminal = try project.tfguardOnTerminal("terraform", "apply")
        try terminal.expect("Type \"apply\"")
        #expect(terminal.screen.contains("damaged-record"), "\(terminal.screen)")
        try terminal.type("apply")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(try project.state().count == 2)
        let intent = try #require(try project.record().last { $0["kind"] as? String == "intent" })
        let findings = try #require(intent["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["rule"] as? String == "damaged-record" })
        // Somebody has looked: it is not asked again, and the record still says where it begins.
        let next = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(next.status == .exited(0), "\(next)")
        let verified = try project.tfguard("log", "verify")
        #expect(verified.status == .exited(1), "\(verified)")
        let said = plainText(verified.output).replacing(/\s+/, with: " ")
        #expect(said.contains("line 3: It calls itself line 5 and should be line 3"), "\(said)")
    }

    @Test func `a record that was taken away is told of before anything is judged`() throws {
        let project = try project(1)
        try FileManager.default.removeItem(atPath: project.base.path("home/record/audit.jsonl"))
        let stopped = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(stopped.status == .exited(3), "\(stopped)")
        #expect(
            words(stopped).contains("The record is gone; its last line was number 2"), "\(stopped)")
        let verified = try project.tfguard("log", "verify")
        #expect(verified.status == .exited(1), "\(verified)")
    }

    @Test func `state surgery is stopped by a damaged record as well`() throws {
        let project = try project(1)
        try project.base.write(
            try lines(project).dropLast().flatMap { $0 }, to: "home/record/audit.jsonl")
        let stopped = try project.tfguard("terraform", "untaint", "terraform_data.courses")
        #expect(stopped.status == .exited(3), "\(stopped)")
        #expect(words(stopped).contains("somebody has cut it off"), "\(stopped)")
    }

    @Test func `a line that was cut off in the middle is taken away and told of`() throws {
        let project = try project(1)
        let whole = try lines(project)
        try project.base.write(
            whole.flatMap { $0 } + whole[0].prefix(300), to: "home/record/audit.jsonl")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        #expect(words(result).contains("its 300 bytes were taken away"), "\(result)")
        let kinds = try project.record().map { $0["kind"] as? String }
        #expect(kinds == ["intent", "outcome", "damage", "intent", "outcome"])
        #expect(try project.tfguard("log", "verify").status == .exited(0))
        #expect(try project.tfguard("log", "stats").output.contains("Damage found    1 times"))
    }

    @Test func `a clock that was set back is told of and stops nothing`() throws {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        let line = AuditLineText.line(
            1, after: AuditLineText.start,
            members: "\"kind\":\"note\",\"time\":\"2099-01-01T00:00:00Z\"")
        try project.base.write(line.text, to: "home/record/audit.jsonl")
        try project.base.write("1 \(line.digest)\n", to: "home/record/audit.jsonl.head")
        chmod(project.base.path("home/record"), 0o700)
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        #expect(words(result).contains("The clock has been set back"), "\(result)")
        let verified = try project.tfguard("log", "verify")
        #expect(verified.status == .exited(0), "\(verified)")
        let said = plainText(verified.output).replacing(/\s+/, with: " ")
        #expect(said.contains("a line before it says 2099-01-01T00:00:00Z"), "\(said)")
    }

    @Test func `log and incident read what was put aside as one record`() throws {
        let project = try project(3)
        let all = try lines(project)
        for (name, part) in [
            ("audit.jsonl.000001", all[0..<2]), ("audit.jsonl.000002", all[2..<3]),
            ("audit.jsonl", all[3...]),
        ] {
            try project.base.write(part.flatMap { $0 }, to: "home/record/\(name)")
        }
        let verified = try project.tfguard("log", "verify")
        #expect(verified.status == .exited(0), "\(verified)")
        #expect(verified.output.contains("6 lines"), "\(verified)")
        let raw = try project.tfguard("log", "-json")
        #expect(raw.standardOutput == all.flatMap { $0 })
        let machines = try project.record().compactMap {
            ($0["who"] as? [String: Any])?["machine_is_new"] as? Bool
        }
        #expect(machines == [false], "the first run made it known")
        // Intent and outcome of the second run lie in two files.
        let shown = try project.tfguard("log", "tail", "2").output
        #expect(shown.components(separatedBy: "status 0").count == 3, "\(shown)")
        #expect(try project.tfguard("incident", "1").output.contains("Ended: status 0"))
        let next = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(next.status == .exited(0), "\(next)")
        #expect(!next.errors.contains("serial"), "\(next)")
        let removed = project.base.path("home/record/audit.jsonl.000002")
        try FileManager.default.removeItem(atPath: removed)
        let broken = try project.tfguard("log", "verify")
        #expect(broken.status == .exited(1), "\(broken)")
        #expect(plainText(broken.output).contains("audit.jsonl line 1"), "\(broken)")
    }
}
