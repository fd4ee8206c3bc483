import Foundation
import TestSupport
import Testing

/// What is written down of each run.
@Suite(.requires(.terraform)) struct RecordTests {
    @Test func `an apply leaves an intent and an outcome`() throws {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        let lines = try project.record()
        #expect(lines.map { $0["kind"] as? String } == ["intent", "outcome"])
        let intent = try #require(lines.first)
        #expect(intent["command"] as? [String] == ["terraform", "apply", "-auto-approve"])
        #expect(intent["directory"] as? String == project.directory)
        #expect(intent["decision"] as? String == "warn")
        let who = try #require(intent["who"] as? [String: Any])
        #expect(who["uid"] as? Int == Int(geteuid()))
        #expect(who["actors"] as? [String] == ["unattended"])
        #expect(who["machine_is_new"] as? Bool == true)
        let counts = try #require(intent["counts"] as? [String: Any])
        #expect(counts["create"] as? Int == 1)
        let outcome = try #require(lines.last)
        #expect(outcome["intent"] as? Int == 1)
        #expect(outcome["status"] as? Int == 0)
        let state = try #require(outcome["state"] as? [String: Any])
        #expect(state["resources"] as? Int == 1)
        #expect(state["lineage"] as? String == outcome["lineage"] as? String)
        // The head that was printed is the record's.
        let head = try #require(outcome["sha256"] as? String).prefix(32)
        #expect(result.errors.contains("recorded, line 2, head \(head)"), "\(result)")
        #expect(try project.tfguard("log", "verify", "-head=\(head)").status == .exited(0))
    }

    @Test func `a loss is recorded with its name, its rule and what to go back to`() throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect(TypedConfirmationTests.prompt)
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(0))
        let lines = try project.record()
        let intent = try #require(lines.first)
        let losses = try #require(intent["losses"] as? [[String: Any]])
        #expect(losses.map { $0["identity"] as? String } == ["courses-main"])
        #expect((intent["settled"] as? [String: Any])?["by"] as? String == "typed")
        let findings = try #require(intent["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["rule"] as? String == "loss" })
        let outcome = try #require(lines.last)
        let back = try #require(outcome["go_back_to"] as? [String: Any])
        let before = try #require(intent["state"] as? [String: Any])
        #expect(back["serial"] as? Int == before["serial"] as? Int)
        #expect((outcome["state"] as? [String: Any])?["resources"] as? Int == 0)
    }

    @Test func `what changes the state without a plan is recorded`() throws {
        let project = try TerraformProject.applied()
        let result = try project.tfguard("terraform", "untaint", "terraform_data.courses")
        #expect(result.status == .exited(1), "\(result)")
        let lines = try project.record()
        #expect(lines.map { $0["kind"] as? String } == ["intent", "outcome"])
        #expect(lines.last?["status"] as? Int == 1)
        // What only reads is nobody's business.
        _ = try project.tfguard("terraform", "state", "list")
        _ = try project.tfguard("terraform", "plan")
        #expect(try project.record().count == 2)
    }

    /// Each way in which the record cannot be written, as a shell makes it.
    @Test(arguments: [
        "mkdir -p record/audit.jsonl", "mkdir record && chmod 777 record",
        "touch record", "mkdir record && ln -s /dev/null record/audit.jsonl",
        "mkdir record && mkfifo record/audit.jsonl", "mkdir -p record/audit.jsonl.lock",
        "mkdir record && touch record/audit.jsonl && chmod 666 record/audit.jsonl",
    ])
    func `where the intent cannot be written nothing is applied`(preparation: String) throws {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        let prepared = try run(
            "/bin/sh", ["-c", preparation], environment: project.environment,
            directory: project.base.path("home"))
        #expect(prepared.status == .exited(0))
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(73), "\(result)")
        #expect(plainText(result.errors).contains("Nothing can be recorded"), "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `where the disk is full nothing is applied, and nothing is left half-written`()
        throws
    {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        try project.base.makeFolder("home/record")
        chmod(project.base.path("home/record"), 0o700)
        // The state and the plan need room; so the limit is on a record that is nearly full.
        let (filler, head) = try Self.filler(reaching: 60_000)
        try project.base.write(filler, to: "home/record/audit.jsonl")
        try project.base.write(head, to: "home/record/audit.jsonl.head")
        chmod(project.base.path("home/record/audit.jsonl"), 0o600)
        let limited = try run(
            "/bin/sh",
            [
                "-c", "trap '' XFSZ; ulimit -f 118; exec \"$0\" terraform apply -auto-approve",
                ToolUnderTest.path(),
            ], environment: project.environment, directory: project.directory)
        #expect(limited.status == .exited(73), "\(limited)")
        #expect(try project.state() == [])
        #expect(project.base.read("home/record/audit.jsonl") == filler)
    }

    @Test func `an apply that was killed is told of at the next run`() throws {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(
            """
            resource "terraform_data" "slow" {
              provisioner "local-exec" { command = "touch started; sleep 30" }
            }
            """, to: "main.tf")
        try project.write(
            """
            override "known" {
              rules     = ["builtin:default/*"]
              addresses = ["**"]
              decision  = "allow"
            }
            """, to: "tfguard.hcl")
        let terminal = try project.tfguardOnTerminal("terraform", "apply", "-auto-approve")
        let deadline = Date(timeIntervalSinceNow: 30)
        while project.read("started") == nil, Date() < deadline { usleep(50_000) }
        let lines = try project.record()
        #expect(lines.map { $0["kind"] as? String } == ["intent"])
        let process = try #require((lines[0]["process"] as? [String: Any])?["number"] as? Int)
        let children = try String(
            contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8
        ).split(separator: " ").compactMap { pid_t($0) }
        kill(pid_t(process), SIGKILL)
        _ = try terminal.waitForExit()
        // Terraform itself goes on; it is asked to end, as an operator would.
        for child in children { kill(child, SIGTERM) }
        try project.write(
            """
            resource "terraform_data" "slow" {}
            resource "terraform_data" "other" {}
            """, to: "main.tf")
        let next = try project.tfguard(
            ["terraform", "apply", "-auto-approve", "-lock-timeout=40s"], timeout: 90)
        #expect(plainText(next.errors).contains("An earlier run has no outcome"), "\(next)")
        let unfinished = try project.record().compactMap { $0["unfinished"] as? Int }
        #expect(unfinished == [1])
    }

    @Test func `no secret of a plan full of them is recorded`() throws {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(
            """
            variable "password" {
              type      = string
              sensitive = true
            }
            variable "token" { type = string }
            resource "terraform_data" "three" { count = 3 }
            resource "terraform_data" "one" { input = sensitive("hunter2-in-config") }
            resource "terraform_data" "two" { input = var.password }
            output "secret" {
              value     = "hunter2-in-output"
              sensitive = true
            }
            """, to: "main.tf")
        let made = try project.tfguard(
            [
                "terraform", "apply", "-auto-approve", "-var=password=hunter2-by-flag", "-var",
                "token=hunter2-by-pair",
            ], setting: ["TF_VAR_more": "hunter2-in-environment"])
        #expect(made.status == .exited(0), "\(made)")
        let refused = try project.tfguard(
            [
                "terraform", "destroy", "-auto-approve", "-var=password=hunter2",
                "-var=token=hunter2",
            ],
            setting: ["CLAUDECODE": "1"])
        #expect(refused.status == .exited(3), "\(refused)")
        let variables = "variable \"password\" {}\nvariable \"token\" {}\n"
        try project.write(
            variables + "resource \"terraform_data\" \"three\" { count = 3 }\n", to: "main.tf")
        let lost = try project.tfguard(
            [
                "terraform", "apply", "-auto-approve", "-var=password=hunter2-by-flag",
                "-var=token=hunter2-by-pair",
            ])
        #expect(lost.status == .exited(0), "\(lost)")
        let record = String(
            decoding: project.base.read("home/record/audit.jsonl") ?? [], as: UTF8.self)
        #expect(record.contains("\"kind\":\"refused\""))
        #expect(record.contains("terraform_data.two"))
        #expect(record.contains("-var=password=(not recorded)"))
        #expect(record.contains("token=(not recorded)"))
        #expect(!record.contains("hunter2"))
    }

    @Test(.requires(.git)) func `an intent names the commit, and what was changed since`()
        throws
    {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        try project.write("*.tfstate*\n.terraform*\n", to: ".gitignore")
        let made = try run(
            "/bin/sh",
            [
                "-c",
                "git init -q -b main . && git add . && git -c user.name=a -c user.email=a@b "
                    + "commit -qm first && git rev-parse HEAD",
            ], environment: project.environment, directory: project.directory)
        #expect(made.status == .exited(0), "\(made)")
        let commit = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
        for isDirty in [false, true] {
            if isDirty { try project.write("# more\n", to: "more.tf") }
            let result = try project.tfguard("terraform", "apply", "-auto-approve")
            #expect(result.status == .exited(0), "\(result)")
            let intent = try project.record().last { $0["kind"] as? String == "intent" }
            let git = try #require(intent?["git"] as? [String: Any])
            #expect(git["commit"] as? String == commit)
            #expect(git["branch"] as? String == "main")
            #expect(git["dirty"] as? Bool == isDirty)
        }
    }

    @Test func `the environment moves no record but a test's`() throws {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        // The program as it is installed has no mark at its end.
        let result = try run(
            ToolUnderTest.original(), ["terraform", "apply", "-auto-approve"],
            environment: project.environment, directory: project.directory)
        #expect(result.status == .exited(64), "\(result)")
        #expect(plainText(result.errors).contains("TFGUARD_TEST_RECORD"), "\(result)")
        #expect(try project.state() == [])
        #expect(project.base.read("home/record/audit.jsonl") == nil)
    }

    @Test func `several at once write one chain`() async throws {
        let first = try TerraformProject(databases: ["courses": "courses-main"])
        let projects = try (0..<4).map { _ in
            try TerraformProject(databases: ["courses": "courses-main"])
        }
        let folder = first.base.path("home/record")
        try await withThrowingTaskGroup(of: ProcessResult.self) { group in
            for project in projects {
                group.addTask {
                    try project.tfguard(
                        ["terraform", "apply", "-auto-approve"],
                        setting: ["TFGUARD_TEST_RECORD": folder], timeout: 120)
                }
            }
            for try await result in group { #expect(result.status == .exited(0), "\(result)") }
        }
        #expect(try first.record().count == 8)
        let verified = try first.tfguard("log", "verify")
        #expect(verified.status == .exited(0), "\(verified)")
        #expect(verified.output.contains("8 lines"), "\(verified)")
    }

    @Test func `a dozen at once, each refused or not, write one chain`() async throws {
        let project = try TerraformProject.applied()
        try await withThrowingTaskGroup(of: ProcessResult.self) { group in
            for number in 0..<12 {
                // Terraform says that the object is not tainted; every third is not let through.
                let command = number % 3 == 0 ? "rm" : "untaint"
                group.addTask {
                    try project.tfguard(
                        (command == "rm" ? ["terraform", "state"] : ["terraform"])
                            + [command, "terraform_data.courses"], timeout: 240)
                }
            }
            for try await result in group {
                #expect([.exited(1), .exited(3)].contains(result.status), "\(result)")
            }
        }
        let kinds = try project.record().compactMap { $0["kind"] as? String }
        #expect(kinds.count { $0 == "intent" } == 8)
        #expect(kinds.count { $0 == "outcome" } == 8)
        #expect(kinds.count { $0 == "refused" } == 4)
        let verified = try project.tfguard("log", "verify")
        #expect(verified.status == .exited(0), "\(verified)")
        #expect(verified.output.contains("20 lines"), "\(verified)")
    }

    @Test func `the log says who did what, and verify names the line that was changed`() throws {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        #expect(try project.tfguard("log").status == .exited(1))
        #expect(
            try project.tfguard("terraform", "apply", "-auto-approve").status == .exited(0))
        let shown = try project.tfguard("log")
        #expect(shown.output.contains("terraform apply -auto-approve"), "\(shown)")
        #expect(shown.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(shown)")
        #expect(shown.output.contains("status 0"), "\(shown)")
        #expect(try project.tfguard("log", "stats").output.contains("Runs"))
        #expect(try project.tfguard("log", "show", "1").output.contains("actors: unattended"))
        #expect(try project.tfguard("log", "tail", "1").output == shown.output)
        let raw = try project.tfguard("log", "-json")
        #expect(raw.standardOutput == project.base.read("home/record/audit.jsonl"))

        let text = raw.output.replacingOccurrences(of: "\"status\":0", with: "\"status\":1")
        try project.base.write(text, to: "home/record/audit.jsonl")
        let verified = try project.tfguard("log", "verify")
        #expect(verified.status == .exited(1), "\(verified)")
        let said = plainText(verified.output).replacing(/\s+/, with: " ")
        #expect(said.contains("line 2: It has been changed"), "\(verified)")
    }

    /// A record of good lines, so many bytes long or a little more.
    private static func filler(reaching size: Int) throws -> (lines: [UInt8], head: String) {
        var bytes: [UInt8] = []
        var previous = AuditLineText.start
        var number = 0
        while bytes.count < size {
            number += 1
            let line = AuditLineText.line(number, after: previous)
            previous = line.digest
            bytes += line.text
        }
        return (bytes, "\(number) \(previous)\n")
    }
}

extension TerraformProject {
    /// The lines of the test's record.
    func record() throws -> [[String: Any]] {
        try (base.read("home/record/audit.jsonl") ?? []).split(separator: 0x0a).map {
            try object(Array($0))
        }
    }
}
