import Foundation
import TestSupport
import Testing

/// `tfguard check` judges without applying: a saved plan, its JSON, or standard input.
@Suite(.requires(.terraform)) struct CheckTests {
    /// A project with a plan of one kind, saved and as JSON.
    private func project(destroying: Bool, policy: String = TerraformProject.databasePolicy) throws
        -> TerraformProject
    {
        let project =
            destroying
            ? try TerraformProject.applied(policy: policy) : try TerraformProject(policy: policy)
        if destroying {
            try project.prepare("plan", "-destroy", "-out=it.plan")
        } else {
            try project.prepare("plan", "-out=it.plan")
        }
        let shown = try project.terraform("show", "-json", "it.plan")
        try project.write(bytes: shown.standardOutput, to: "it.json")
        return project
    }

    struct Outcome: CustomTestStringConvertible, Sendable {
        let name: String
        let isDestroying: Bool
        let policy: String
        let status: Int32
        let decision: String
        var testDescription: String { name }
    }

    static func rule(_ decision: String) -> String {
        TerraformProject.databasePolicy + """

            rule "losses" {
              actions  = ["delete"]
              decision = "\(decision)"
              reason   = "It is asked for here."
              remedy   = "Do not."
            }
            """
    }

    static let outcomes = [
        Outcome(
            name: "a create is allowed", isDestroying: false,
            policy: TerraformProject.databasePolicy, status: 0, decision: "allow"),
        Outcome(
            name: "a critical loss is to be confirmed", isDestroying: true,
            policy: TerraformProject.databasePolicy, status: 3, decision: "confirm"),
        Outcome(
            name: "a rule demands approval, and there is nobody who could give it",
            isDestroying: true, policy: rule("approve"), status: 5, decision: "block"),
        Outcome(
            name: "a rule blocks", isDestroying: true, policy: rule("block"), status: 5,
            decision: "block"),
        Outcome(
            name: "a rule that allows does not undo the built-in one", isDestroying: true,
            policy: rule("allow"), status: 3, decision: "confirm"),
    ]

    @Test(arguments: outcomes)
    func `a saved plan, its JSON and standard input get the same verdict`(outcome: Outcome) throws {
        let project = try project(destroying: outcome.isDestroying, policy: outcome.policy)
        let json = String(decoding: try #require(project.read("it.json")), as: UTF8.self)
        for (argument, input) in [("it.plan", ""), ("it.json", ""), ("-", json)] {
            let text = try project.tfguard("check", argument, standardInput: input)
            #expect(text.status == .exited(outcome.status), "\(text)")
            let result = try project.tfguard(
                "check", "-format", "json", argument, standardInput: input)
            #expect(result.status == .exited(outcome.status), "\(result)")
            let verdict = try object(result.standardOutput)
            // A saved plan names its state besides: a local one here, and not pinned.
            let isNoted = argument == "it.plan" && outcome.decision == "allow"
            let decision = isNoted ? "warn" : outcome.decision
            #expect(verdict["decision"] as? String == decision, "\(result)")
        }
        #expect(try project.state() == (outcome.isDestroying ? ["terraform_data.courses"] : []))
    }

    @Test func `for a person, a rule that demands approval has a status of its own`() throws {
        let project = try project(destroying: true, policy: Self.rule("approve"))
        let terminal = try project.tfguardOnTerminal("check", "it.plan")
        #expect(try terminal.waitForExit() == .exited(4), "\(terminal.screen)")
        #expect(terminal.screen.contains("courses-main"), "\(terminal.screen)")
    }

    @Test func `the text says what would be lost, on standard output`() throws {
        let project = try project(destroying: true)
        let result = try project.tfguard("check", "it.plan")
        for words in ["terraform_data.courses", "courses-main"] {
            #expect(plainText(result.output).contains(words), "\(result)")
        }
        #expect(!result.output.contains("\u{1B}"), "\(result)")
    }

    @Test func `the JSON has the fields that are promised`() throws {
        let project = try project(destroying: true, policy: productionPolicy)
        let result = try project.tfguard(
            ["check", "-format=json", "it.plan"], setting: ["CLAUDECODE": "1"])
        let verdict = try object(result.standardOutput)

        #expect(verdict["schema"] as? Int == 1)
        #expect(
            Set(verdict.keys).isSuperset(of: [
                "schema", "decision", "actor", "environments", "plan", "policy", "changes",
                "findings",
            ]))
        let actor = try #require(verdict["actor"] as? [String: Any])
        #expect(actor["kind"] as? String == "agent")
        #expect((actor["signal"] as? String)?.contains("CLAUDECODE") == true)
        #expect(verdict["environments"] as? [String] == ["production"])

        let plan = try #require(verdict["plan"] as? [String: Any])
        #expect(try plan["terraform_version"] as? String == terraformVersion(project))
        #expect(try plan["sha256"] as? String == sha256(of: project.path("it.plan")))
        let counts = try #require(plan["counts"] as? [String: Int])
        #expect(counts["delete"] == 1)
        #expect(
            Set(counts.keys) == [
                "create", "update", "replace", "delete", "forget", "read", "import", "move",
                "no-op",
            ])

        let policies = try #require(verdict["policy"] as? [[String: Any]])
        let own = try #require(policies.first { $0["layer"] as? String == "project" })
        #expect((own["path"] as? String)?.hasSuffix("tfguard.hcl") == true)
        #expect(try own["sha256"] as? String == sha256(of: project.path("tfguard.hcl")))

        let changes = try #require(verdict["changes"] as? [[String: Any]])
        let change = try #require(changes.first)
        #expect(changes.count == 1)
        #expect(change["address"] as? String == "terraform_data.courses")
        #expect(change["deposed"] is NSNull)
        #expect(change["type"] as? String == "terraform_data")
        #expect(change["effects"] as? [String] == ["delete"])
        #expect(change["category"] as? String == "data")
        #expect(change["severity"] as? String == "critical")
        #expect(change["identity"] as? String == "courses-main")
        #expect((change["rules"] as? [String])?.isEmpty == false)

        let findings = try #require(verdict["findings"] as? [[String: Any]])
        #expect(!findings.isEmpty)
        for finding in findings {
            #expect(
                Set(finding.keys).isSuperset(of: [
                    "rule", "layer", "decision", "address", "deposed", "effect", "reason",
                    "remedy",
                ]))
        }
        // One line, so that it can be logged and split.
        #expect(result.standardOutput.last == UInt8(ascii: "\n"))
        #expect(result.standardOutput.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    }

    @Test func `several plans: each is judged, and the strictest decides`() throws {
        let project = try project(destroying: true)
        try project.prepare("plan", "-out=nothing.plan")
        let result = try project.tfguard("check", "nothing.plan", "it.plan", "nothing.plan")
        #expect(result.status == .exited(3), "\(result)")
        let harmless = try project.tfguard("check", "nothing.plan", "nothing.plan")
        #expect(harmless.status == .exited(0), "\(harmless)")
    }

    @Test func `several plans: one that cannot be read decides`() throws {
        let project = try project(destroying: true)
        try project.write("{}", to: "bad.json")
        let result = try project.tfguard("check", "it.plan", "bad.json", "it.json")
        #expect(result.status == .exited(65), "\(result)")
        // The others were judged all the same.
        #expect(plainText(result.output).contains("courses-main"), "\(result)")
    }

    @Test(arguments: [
        ("-fail-on=confirm", Int32(3)), ("-fail-on=approve", 0), ("-fail-on=block", 0),
    ])
    func `-fail-on lets a pull request stay green`(flag: String, status: Int32) throws {
        let project = try project(destroying: true)
        let result = try project.tfguard("check", flag, "it.plan")
        #expect(result.status == .exited(status), "\(result)")
        #expect(plainText(result.output).contains("courses-main"), "\(result)")
        try project.write("{}", to: "bad.json")
        let bad = try project.tfguard("check", flag, "bad.json")
        #expect(bad.status == .exited(65), "\(bad)")
    }

    @Test func `a secret does not leave the process`() throws {
        let project = try TerraformProject(policy: TerraformProject.databasePolicy)
        let secret = "hunter2-\(UInt32.random(in: 1000...9999))"
        try project.write(
            """
            variable "password" {
              default   = "\(secret)"
              sensitive = true
            }
            resource "terraform_data" "courses" { input = var.password }
            """, to: "main.tf")
        try project.prepare("apply", "-auto-approve")
        try project.prepare("plan", "-destroy", "-out=it.plan")
        for arguments in [
            ["check", "it.plan"], ["check", "-format=json", "it.plan"],
            ["terraform", "apply", "it.plan"], ["terraform", "destroy", "-auto-approve"],
        ] {
            let result = try project.tfguard(arguments)
            #expect(result.status == .exited(3), "\(result)")
            #expect(!result.errors.contains(secret), "\(result)")
            // What terraform itself prints of a plan it makes is terraform's.
            if !arguments.contains("destroy") {
                #expect(!result.output.contains(secret), "\(result)")
            }
        }
    }

    @Test func `hostile text of a plan cannot paint over the report`() throws {
        let project = try TerraformProject(
            policy: TerraformProject.databasePolicy.replacingOccurrences(
                of: "[\"input\"]", with: "[\"input.name\"]"))
        try project.write(
            #"""
            resource "terraform_data" "courses" {
              for_each = toset(["\u001b[2J\u001b[31m\u202eevil\u0007\n│ all is well"])
              input    = { name = each.key }
            }
            """#, to: "main.tf")
        try project.prepare("apply", "-auto-approve")
        try project.prepare("plan", "-destroy", "-out=it.plan")
        for arguments in [
            ["check", "it.plan"], ["check", "-format=json", "it.plan"],
            ["terraform", "apply", "it.plan"],
        ] {
            let result = try project.tfguard(arguments)
            #expect(result.status == .exited(3), "\(result)")
            for bytes in [result.standardOutput, result.standardError] {
                let text = String(decoding: bytes, as: UTF8.self)
                for scalar in text.unicodeScalars {
                    #expect(
                        scalar == "\n" || (scalar.value >= 0x20 && scalar.value != 0x7F),
                        "control \(scalar.value) in \(result)")
                    #expect(!(0x202A...0x202E).contains(scalar.value), "\(result)")
                }
                #expect(!text.contains("\n│ all is well"), "\(result)")
            }
        }
    }

    @Test(arguments: [["check"], ["check", "-"]])
    func `nothing on standard input is no plan`(arguments: [String]) throws {
        let project = try TerraformProject()
        let result = try project.tfguard(arguments)
        guard case .exited(let status) = result.status else {
            Issue.record("\(result)")
            return
        }
        #expect([64, 65].contains(status), "\(result)")
    }

    @Test func `a plan in JSON needs no terraform`() throws {
        let project = try project(destroying: true)
        try project.base.makeFolder("empty")
        let result = try project.tfguard(
            ["check", "it.json"], setting: ["PATH": project.base.path("empty")])
        #expect(result.status == .exited(3), "\(result)")
    }
}

/// One JSON object, read by somebody else's reader.
func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
}

private func terraformVersion(_ project: TerraformProject) throws -> String? {
    let result = try project.terraform("version", "-json")
    return try object(result.standardOutput)["terraform_version"] as? String
}

/// Asked of the system's own tool; nil where it has none.
private func sha256(of path: String) throws -> String? {
    let tool = try #require(programOnPath("sha256sum") ?? programOnPath("shasum"))
    let arguments = tool.hasSuffix("shasum") ? ["-a", "256", path] : [path]
    let result = try run(
        tool, arguments, environment: ChildEnvironment(home: NSHomeDirectory()))
    return result.output.split(separator: " ").first.map(String.init)
}
