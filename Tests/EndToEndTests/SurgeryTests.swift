import Foundation
import TestSupport
import Testing

/// What changes state without a plan does so only after a person has typed it, and then exactly
/// what was judged.
@Suite(.requires(.terraform)) struct SurgeryTests {
    /// Resources that count and repeat themselves, in modules too.
    static let expanding = """
        module "app" {
          source = "./app"
          count  = 2
        }
        resource "terraform_data" "keyed" {
          for_each = toset(["a.b", "c\\"d"])
          input    = each.key
        }
        """

    private static func expandingProject() throws -> TerraformProject {
        let project = try TerraformProject(databases: [:])
        try project.write(expanding, to: "main.tf")
        try project.write(
            """
            resource "terraform_data" "db" {
              count = 2
              input = "db-${count.index}"
            }
            """, to: "app/main.tf")
        try project.prepare("init")
        try project.prepare("apply", "-auto-approve")
        return project
    }

    /// A project with a second, empty workspace, a copy of its state without anything in it, and one
    /// of another lineage.
    private func project(
        policy: String? = TerraformProject.databasePolicy
    ) throws -> TerraformProject {
        let project = try TerraformProject.applied(policy: policy)
        let state = try project.edited { state in
            state["resources"] = [Any]()
            state["serial"] = 99
        }
        try project.write(bytes: state, to: "empty.json")
        // A workspace without a state has no file that could be missed.
        try project.prepare("workspace", "new", "-state=empty.json", "other")
        try project.prepare("workspace", "select", "default")
        let foreign = try project.edited { $0["lineage"] = "9a2b" }
        try project.write(bytes: foreign, to: "foreign.json")
        let newer = try project.edited { $0["serial"] = 99 }
        try project.write(bytes: newer, to: "newer.json")
        return project
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        var variables: [String: String?] = [:]
        var status: Int32 = 3
        var input = "yes\nyes\n"
        /// What the refusal has to name.
        var words: [String] = []

        var testDescription: String {
            (variables.map { "\($0.key)=\($0.value ?? "")" } + arguments).joined(separator: " ")
        }
    }

    static let refused: [Refused] = [
        Refused(
            arguments: ["state", "rm", "terraform_data.courses"],
            words: ["FORGET", "courses-main", "terraform_data.courses"]),
        Refused(
            arguments: ["state", "remove", "terraform_data.courses"], status: 1),
        Refused(
            arguments: ["state", "mv", "terraform_data.courses", "terraform_data.b"],
            words: ["MOVE", "terraform_data.b"]),
        Refused(arguments: ["state", "push", "empty.json"], status: 5, words: ["courses-main"]),
        Refused(
            arguments: ["state", "push", "foreign.json"], status: 5, words: ["other-lineage"]),
        Refused(arguments: ["state", "push", "newer.json"], words: ["state push"]),
        Refused(arguments: ["state", "push", "-force", "newer.json"], words: ["-force"]),
        Refused(arguments: ["state", "push", "missing.json"], status: 65),
        Refused(arguments: ["state", "push", "main.tf"], status: 65),
        Refused(
            arguments: [
                "state", "replace-provider", "-auto-approve", "terraform.io/builtin/terraform",
                "hashicorp/null",
            ], words: ["replace-provider"]),
        Refused(arguments: ["import", "terraform_data.x", "id"], words: ["IMPORT"]),
        Refused(
            arguments: ["taint", "terraform_data.courses"], words: ["REPLACE", "courses-main"]),
        Refused(arguments: ["force-unlock", "-force", "id"], words: ["force-unlock"]),
        Refused(arguments: ["workspace", "delete", "other"], words: ["Workspace other"]),
        Refused(arguments: ["workspace", "delete", "-force", "other"]),
        Refused(
            arguments: ["init", "-migrate-state", "-force-copy"], words: ["another backend"]),
        Refused(arguments: ["init", "-from-module=./app"]),
        Refused(arguments: ["init", "-plugin-dir=."]),
        Refused(
            arguments: ["state", "rm", "-lock=false", "terraform_data.courses"],
            words: ["-lock=false"]),
        Refused(
            arguments: ["state", "rm", "-state=copy.tfstate", "terraform_data.courses"],
            status: 64),
        Refused(
            arguments: ["state", "mv", "-state-out=x", "terraform_data.courses", "a.b"],
            status: 64),
        Refused(arguments: ["taint", "-backup=-", "terraform_data.courses"], status: 64),
    ]

    @Test(arguments: refused)
    func `without a terminal nothing of the state changes`(_ refused: Refused) throws {
        try expectRefusal(refused, of: try project())
    }

    /// The numbers are those of the list of invocations that a naive wrapper lets through.
    static let adversarial: [Refused] = [
        // 6 and 7: the environment holds the second word of the subcommand.
        Refused(
            arguments: ["state"], variables: ["TF_CLI_ARGS": "rm terraform_data.courses"],
            status: 64),
        Refused(
            arguments: ["state"], variables: ["TF_CLI_ARGS_state": "rm terraform_data.courses"],
            status: 64),
        // 29: an empty state of the same lineage with a higher serial, from a pipe; and by force.
        Refused(arguments: ["state", "push", "-"], status: 5, input: "empty.json"),
        Refused(arguments: ["state", "push", "-force", "-"], status: 5, input: "empty.json"),
        // 30.
        Refused(arguments: ["init", "-migrate-state", "-force-copy"]),
        Refused(arguments: ["init", "--force-copy=T"]),
        // 31: the hidden alias.
        Refused(arguments: ["env", "delete", "other"]),
        // 32: a dry run that is none.
        Refused(arguments: ["state", "rm", "-dry-run=0", "terraform_data.courses"]),
        Refused(
            arguments: ["state", "rm", "terraform_data.courses"],
            variables: ["TF_CLI_ARGS_state_rm": "-dry-run=F"]),
    ]

    @Test(arguments: adversarial)
    func `a known way around a wrapper is none`(_ invocation: Refused) throws {
        let project = try project()
        var invocation = invocation
        if let file = project.read(invocation.input) {
            invocation.input = String(decoding: file, as: UTF8.self)
        }
        try expectRefusal(invocation, of: project)
    }

    private func expectRefusal(_ refused: Refused, of project: TerraformProject) throws {
        if refused.arguments.contains("init") {
            try project.write(
                "terraform {\n  backend \"local\" { path = \"moved.tfstate\" }\n}\n",
                to: "backend.tf")
        }
        let before = try project.stateFiles()
        let result = try project.tfguard(
            ["terraform"] + refused.arguments, setting: refused.variables,
            standardInput: refused.input)
        #expect(result.status == .exited(refused.status), "\(result)")
        #expect(try project.stateFiles() == before, "\(result)")
        for word in refused.words {
            #expect(plainText(result.errors).contains(word), "\(result)")
        }
    }

    // MARK: On a terminal

    struct Typed: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        /// What is asked for, and typed.
        let word: String
        /// What the state lists afterwards.
        let left: [String]
        var says = "\n"

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let courses = ["terraform_data.courses"]

    static let typed: [Typed] = [
        Typed(
            arguments: ["state", "rm", "terraform_data.courses"], word: "courses-main", left: [],
            says: "Successfully removed 1"),
        Typed(
            arguments: ["state", "mv", "terraform_data.courses", "terraform_data.b"],
            word: "move 1", left: ["terraform_data.b"], says: "Successfully moved 1"),
        Typed(arguments: ["state", "push", "newer.json"], word: "state push", left: courses),
        Typed(
            arguments: ["state", "push", "-force", "newer.json"], word: "state push",
            left: courses),
        Typed(
            arguments: ["taint", "terraform_data.courses"], word: "courses-main", left: courses,
            says: "marked as tainted"),
        Typed(
            arguments: ["import", "terraform_data.x", "some-id"], word: "import 1",
            left: courses + ["terraform_data.x"], says: "Import successful!"),
        Typed(
            arguments: ["workspace", "delete", "other"], word: "workspace delete", left: courses,
            says: "Deleted workspace"),
        Typed(
            arguments: ["workspace", "delete", "-force", "other"], word: "workspace delete",
            left: courses, says: "Deleted workspace"),
        Typed(
            arguments: [
                "state", "replace-provider", "terraform.io/builtin/terraform", "hashicorp/null",
            ], word: "state replace-provider", left: courses, says: "Successfully replaced"),
        Typed(arguments: ["init", "-migrate-state", "-force-copy"], word: "init", left: courses),
    ]

    @Test(arguments: typed)
    func `the right word has it done`(_ typed: Typed) throws {
        let project = try project()
        if typed.arguments.contains("import") {
            try project.write("resource \"terraform_data\" \"x\" {}\n", to: "x.tf")
        }
        if typed.arguments.contains("init") {
            try project.write(
                "terraform {\n  backend \"local\" { path = \"moved.tfstate\" }\n}\n",
                to: "backend.tf")
        }
        let before = try project.stateFiles()
        let terminal = try start(typed.arguments, in: project)
        try terminal.expect("Type \"\(typed.word)\" to ")
        #expect(try project.stateFiles() == before)
        try terminal.type(typed.word)
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(try project.stateFiles() != before, "\(terminal.screen)")
        #expect(try project.state() == typed.left, "\(terminal.screen)")
        #expect(terminal.screen.contains(typed.says), "\(terminal.screen)")
        // After the typing, Terraform's own question would be one too many.
        #expect(!terminal.screen.contains("Enter a value:"), "\(terminal.screen)")
    }

    @Test(arguments: typed)
    func `wrong words keep everything`(_ typed: Typed) throws {
        let project = try project()
        let before = try project.stateFiles()
        let terminal = try start(typed.arguments, in: project)
        for wrong in ["yes", typed.word.uppercased(), "terraform_data.courses"] {
            try terminal.expect("Type \"\(typed.word)\" to ")
            try terminal.type(wrong)
        }
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(try project.stateFiles() == before)
    }

    private func start(
        _ arguments: [String], in project: TerraformProject
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            ToolUnderTest.path(), ["terraform"] + arguments, environment: project.environment,
            directory: project.directory)
    }

    @Test func `each instance that an address stands for is named, and goes`() throws {
        let project = try Self.expandingProject()
        let terminal = try start(
            ["state", "rm", "module.app", "terraform_data.keyed"], in: project)
        // Six critical losses are more than anybody types one by one.
        try terminal.expect("Type \"forget 6\" to go ahead")
        for address in [
            "module.app[0].terraform_data.db[0]", "module.app[1].terraform_data.db[1]",
            "terraform_data.keyed[\"a.b\"]", "terraform_data.keyed[\"c\\\"d\"]", "db-1",
        ] {
            #expect(terminal.screen.contains(address), "\(terminal.screen)")
        }
        try terminal.type("forget 6")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(try project.state() == [])
    }

    @Test func `what an address no longer stands for stays`() throws {
        let project = try Self.expandingProject()
        let terminal = try start(["state", "rm", "module.app[0]"], in: project)
        try terminal.expect("Type \"db-0\" to forget it")
        try terminal.type("db-0")
        try terminal.expect("Type \"db-1\" to forget it")
        try terminal.type("db-1")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(
            try project.state() == [
                "terraform_data.keyed[\"a.b\"]", "terraform_data.keyed[\"c\\\"d\"]",
                "module.app[1].terraform_data.db[0]", "module.app[1].terraform_data.db[1]",
            ])
    }

    @Test func `a state that somebody else wrote meanwhile is judged anew`() throws {
        let project = try project()
        let terminal = try start(["state", "rm", "terraform_data.courses"], in: project)
        try terminal.expect("Type \"courses-main\" to forget it")
        try project.prepare("taint", "terraform_data.courses")
        let before = try project.stateFiles()
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(6), "\(terminal.screen)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `the bytes that were judged are pushed, whatever becomes of the file`() throws {
        let project = try project()
        let terminal = try start(["state", "push", "newer.json"], in: project)
        try terminal.expect("Type \"state push\" to go ahead")
        try project.write(bytes: try #require(project.read("empty.json")), to: "newer.json")
        try terminal.type("state push")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(try project.state() == Self.courses)
    }

    @Test func `a workspace with something in its state is not deleted by force`() throws {
        let project = try project()
        try project.prepare("workspace", "select", "other")
        try project.prepare("apply", "-auto-approve")
        try project.prepare("workspace", "select", "default")
        let before = try project.stateFiles()
        let terminal = try start(["workspace", "delete", "-force", "other"], in: project)
        #expect(try terminal.waitForExit() == .exited(5), "\(terminal.screen)")
        #expect(terminal.screen.contains("courses-main"), "\(terminal.screen)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `a workspace called like production is production`() throws {
        let project = try project()
        try project.prepare("workspace", "new", "prod")
        try project.prepare("workspace", "select", "default")
        let result = try project.tfguard("terraform", "workspace", "delete", "prod")
        #expect(result.status == .exited(3), "\(result)")
        #expect(plainText(result.errors).contains("production"), "\(result)")
    }

    @Test func `of a workspace that is not there terraform tells, and nobody is asked`() throws {
        let project = try project()
        let before = try project.stateFiles()
        let result = try project.tfguard("terraform", "workspace", "delete", "-force", "gone")
        #expect(result.status == .exited(1), "\(result)")
        #expect(plainText(result.errors).contains("doesn't exist"), "\(result)")
        #expect(!result.errors.contains("Type \""), "\(result)")
        #expect(try project.stateFiles() == before)
        #expect(!FileManager.default.fileExists(atPath: project.path("terraform.tfstate.d/gone")))
    }

    // MARK: What passes

    @Test func `a dry run is terraform's own`() throws {
        let project = try project()
        let before = try project.stateFiles()
        let result = try project.tfguard(
            "terraform", "state", "rm", "-dry-run", "terraform_data.courses")
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output == "Would remove terraform_data.courses\n")
        #expect(try project.stateFiles() == before)
    }

    @Test func `untaint passes`() throws {
        let project = try project()
        try project.prepare("taint", "terraform_data.courses")
        let result = try project.tfguard("terraform", "untaint", "terraform_data.courses")
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output.contains("has been successfully untainted"), "\(result)")
    }

    @Test func `what is not there is left to terraform to say`() throws {
        let project = try project()
        let none = try project.tfguard("terraform", "state", "rm", "terraform_data.none")
        #expect(none.status == .exited(1), "\(none)")
        let move = try project.tfguard("terraform", "state", "mv", "terraform_data.none", "a.b")
        #expect(move.status == .exited(1), "\(move)")
        #expect(move.errors.contains("does not match anything"), "\(move)")
    }

    @Test(arguments: ["terraform_data.none", "terraform_data.courses[0]", "nonsense", "module.x"])
    func `an address that the state does not have is not tainted`(address: String) throws {
        let project = try project()
        let before = try project.stateFiles()
        for flags in [[], ["-allow-missing"]] {
            let result = try project.tfguard(["terraform", "taint"] + flags + [address])
            #expect(result.status == .exited(64), "\(result)")
            #expect(result.errors.contains("No such object"), "\(result)")
        }
        #expect(try project.stateFiles() == before)
    }

    @Test func `terraform test runs, and is blocked in production`() throws {
        let project = try project()
        let result = try project.tfguard("terraform", "test")
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output.contains("Success!"), "\(result)")
        let blocked = try self.project(policy: productionPolicy).tfguard("terraform", "test")
        #expect(blocked.status == .exited(5), "\(blocked)")
    }

    @Test func `a command block of the project allows, and blocks`() throws {
        let project = try project(
            policy: """
                command "force-unlock" {
                  decision = "block"
                  reason   = "Ask the platform team."
                }
                """)
        let result = try project.tfguard("terraform", "force-unlock", "id")
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).contains("Ask the platform team."), "\(result)")
    }

    @Test func `a secret is nobody's name`() throws {
        let project = try TerraformProject(databases: [:])
        try project.write(
            "resource \"terraform_data\" \"db\" { input = sensitive(\"hunter2-secret\") }\n",
            to: "main.tf")
        try project.prepare("apply", "-auto-approve")
        let result = try project.tfguard("terraform", "state", "rm", "terraform_data.db")
        #expect(result.status == .exited(3), "\(result)")
        #expect(!result.errors.contains("hunter2"), "\(result)")
    }
}

extension TerraformProject {
    /// The state's file with something changed.
    func edited(_ change: (inout [String: Any]) -> Void) throws -> [UInt8] {
        let bytes = Data(read("terraform.tfstate") ?? [])
        guard var state = try JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
            throw TestSupportError("the state is no object")
        }
        change(&state)
        return Array(try JSONSerialization.data(withJSONObject: state))
    }
}
