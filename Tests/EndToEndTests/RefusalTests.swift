import Foundation
import TestSupport
import Testing

/// Every way in which a run in front of terraform is refused, by the words with which it says so.
///
/// What a table cannot bring about has a test of its own; that none is missing,
/// `EveryRefusalTests` sees to.
@Suite(.requires(.terraform)) struct RefusalTests {
    struct Refused: CustomTestStringConvertible, Sendable {
        let status: Int32
        /// What the message begins with.
        let summary: String
        var arguments: [String] = []
        var variables: [String: String?] = [:]
        var prepare: @Sendable (TerraformProject) throws -> Void = { _ in }
        var testDescription: String { summary }
    }

    private func expect(_ refused: Refused, in project: TerraformProject) throws {
        try refused.prepare(project)
        let before = try project.stateFiles()
        let result = try project.tfguard(
            refused.arguments, setting: refused.variables, standardInput: "yes\n")
        #expect(result.status == .exited(refused.status), "\(result)")
        let words = plainText(result.errors).replacing("│ ", with: "").replacing(/\s+/, with: " ")
        #expect(words.contains("Error: \(refused.summary)"), "\(result)")
        #expect(try project.stateFiles() == before, "\(result)")
        let recorded = try project.record().map { $0["kind"] as? String }
        #expect(recorded.allSatisfy { $0 == "refused" }, "\(result)")
    }

    // MARK: What was typed

    /// Each is refused before terraform is asked anything.
    static let forms: [Refused] = [
        Refused(
            status: 64, summary: "-install-autocomplete is not passed on",
            arguments: ["terraform", "-install-autocomplete"]),
        Refused(
            status: 64, summary: "No directory in -chdir",
            arguments: ["terraform", "-chdir=", "apply"]),
        Refused(
            status: 64, summary: "\"-no-color\" before the subcommand",
            arguments: ["terraform", "-no-color", "destroy"]),
        Refused(
            status: 64, summary: "An empty argument before the subcommand",
            arguments: ["terraform", "", "destroy", "-auto-approve"]),
        Refused(
            status: 64, summary: "An argument that is no flag in TF_CLI_ARGS_apply",
            arguments: ["terraform", "apply"], variables: ["TF_CLI_ARGS_apply": "evil.plan"]),
        Refused(
            status: 64, summary: "TF_CLI_ARGS without a subcommand",
            arguments: ["terraform"], variables: ["TF_CLI_ARGS": "destroy -auto-approve"]),
        Refused(
            status: 64, summary: "TF_CLI_ARGS_apply cannot be settled without doubt",
            arguments: ["terraform", "apply"], variables: ["TF_CLI_ARGS_apply": "-a;b"]),
        Refused(
            status: 64, summary: "Unknown subcommand \"frobnicate\"",
            arguments: ["terraform", "frobnicate"]),
        Refused(
            status: 64, summary: "\"yes\" is no value for -destroy",
            arguments: ["terraform", "apply", "-destroy=yes"]),
        Refused(
            status: 64, summary: "\"-auto-approve\" as the value of -target",
            arguments: ["terraform", "apply", "-target", "-auto-approve"]),
        Refused(
            status: 64, summary: "No value for -target",
            arguments: ["terraform", "apply", "-target"]),
        Refused(
            status: 64, summary: "-destroy twice",
            arguments: ["terraform", "apply", "-destroy=false", "-destroy"]),
        Refused(status: 64, summary: "An empty argument", arguments: ["terraform", "apply", ""]),
        Refused(
            status: 64, summary: "\"-destroy\" after the other arguments",
            arguments: ["terraform", "apply", "p", "-destroy"]),
        Refused(
            status: 64, summary: "Wrong number of arguments for apply",
            arguments: ["terraform", "apply", "p", "q"]),
        Refused(
            status: 64, summary: "Bad flag \"---destroy\"",
            arguments: ["terraform", "apply", "---destroy"]),
        Refused(
            status: 64, summary: "Unknown flag -dest for apply",
            arguments: ["terraform", "apply", "-dest"]),
        Refused(
            status: 64, summary: "destroy takes no saved plan",
            arguments: ["terraform", "destroy", "p"]),
        Refused(
            status: 64, summary: "-destroy beside a saved plan",
            arguments: ["terraform", "apply", "-destroy", "p"]),
        Refused(
            status: 64, summary: "Two modes at once",
            arguments: ["terraform", "apply", "-destroy", "-refresh-only"]),
        Refused(
            status: 64, summary: "-json without -auto-approve",
            arguments: ["terraform", "apply", "-json"]),
        Refused(
            status: 64, summary: "-json with refresh", arguments: ["terraform", "refresh", "-json"]),
        Refused(
            status: 64, summary: "-state is refused",
            arguments: ["terraform", "apply", "-state=x.tfstate"]),
        Refused(
            status: 64, summary: "-state beside -out",
            arguments: ["terraform", "plan", "-state=x.tfstate", "-out=p"]),
        Refused(
            status: 64, summary: "No such folder",
            arguments: ["terraform", "-chdir=no-such", "apply"]),
        Refused(
            status: 64, summary: "Nothing to request", arguments: ["request", "terraform", "plan"]),
        Refused(
            status: 64, summary: "No plan to request an approval for", arguments: ["request"]),
        Refused(
            status: 64, summary: "-approval before request",
            arguments: ["-approval=a", "request", "apply"]),
        Refused(
            status: 64, summary: "An option before log", arguments: ["-policy=x", "log"]),
        Refused(
            status: 64, summary: "-dev-overrides takes no value",
            arguments: ["-dev-overrides=1", "apply"]),
        Refused(
            status: 64, summary: "-target before the subcommand",
            arguments: ["-target=x", "apply"]),
        Refused(
            status: 64, summary: "LD_PRELOAD is set", arguments: ["terraform", "apply"],
            variables: ["LD_PRELOAD": "/nowhere.so"]),
        Refused(
            status: 64, summary: "TF_REATTACH_PROVIDERS is set", arguments: ["terraform", "apply"],
            variables: ["TF_REATTACH_PROVIDERS": "{}"]),
        Refused(
            status: 64, summary: "TF_LOG_PATH would overwrite",
            arguments: ["terraform", "apply"], variables: ["TF_LOG_PATH": "terraform.tfstate"]),
        Refused(
            status: 69, summary: "No terraform there", arguments: ["./no-such/terraform", "apply"]),
        Refused(
            status: 69, summary: "No tofu on PATH", arguments: ["tofu", "apply"],
            variables: ["PATH": "/nowhere"]),
        Refused(
            status: 78, summary: "No policy of that name",
            arguments: ["-policy=no-such.hcl", "apply"]),
    ]

    @Test(arguments: forms)
    func `a form that leaves doubt is refused, and says why`(refused: Refused) throws {
        try expect(refused, in: try Self.untouched.get())
    }

    /// None of the forms changes anything, so that they share one stack.
    private static let untouched = Result { try TerraformProject.applied() }

    // MARK: What is there

    /// What is found besides the arguments; of a stack that exists.
    static let findings: [Refused] = [
        Refused(
            status: 64, summary: "Provider development overrides in",
            arguments: ["terraform", "apply", "-auto-approve"]
        ) {
            try $0.base.write(
                "provider_installation {\n dev_overrides {}\n}\n", to: "home/.terraformrc")
        },
        Refused(
            status: 64, summary: "-out would overwrite",
            arguments: ["terraform", "plan", "-out=notes.txt"]
        ) { try $0.write("notes", to: "notes.txt") },
        Refused(
            status: 65, summary: "The plan cannot be read",
            arguments: ["terraform", "apply", "no-such.plan"]),
        Refused(
            status: 65, summary: "Terraform cannot read the state",
            arguments: ["terraform", "state", "push", "new.tfstate"]
        ) {
            try $0.write(bytes: try #require($0.read("terraform.tfstate")), to: "new.tfstate")
            try $0.write("no state", to: "terraform.tfstate")
        },
        Refused(
            status: 65, summary: "The state cannot be understood",
            arguments: ["terraform", "state", "push", "new.tfstate"]
        ) { try $0.write("{}", to: "new.tfstate") },
        Refused(
            status: 65, summary: "The state cannot be read",
            arguments: ["terraform", "state", "push", "no-such.tfstate"]),
        Refused(
            status: 64, summary: "No such object",
            arguments: ["terraform", "taint", "terraform_data.nothing"]),
        Refused(
            status: 78, summary: "A policy is no file",
            arguments: ["terraform", "apply", "-auto-approve"]
        ) {
            try FileManager.default.removeItem(atPath: $0.path("tfguard.hcl"))
            try $0.base.makeFolder("stack/tfguard.hcl")
        },
        Refused(
            status: 78, summary: "Unsupported argument",
            arguments: ["terraform", "apply", "-auto-approve"]
        ) { try $0.write("rule \"x\" {\n  decison = \"block\"\n}\n", to: "tfguard.hcl") },
        Refused(
            status: 73, summary: "Nothing can be recorded",
            arguments: ["terraform", "apply", "-auto-approve"]
        ) { try $0.base.write("", to: "home/record") },
        Refused(
            status: 4, summary: "Nobody may approve",
            arguments: ["-approval=a.approval", "terraform", "destroy"]
        ) {
            try $0.write(
                TerraformProject.databasePolicy
                    + "\nrule \"ask\" {\n  actions = [\"delete\"]\n  decision = \"confirm\"\n}\n",
                to: "tfguard.hcl")
        },
        Refused(
            status: 3, summary: "Not approved",
            arguments: ["terraform", "apply", "-input=false"]
        ) {
            try $0.write(
                TerraformProject.configuration(["courses": "courses-main", "more": "more"]),
                to: "main.tf")
        },
        Refused(
            status: 1, summary: "error asking for approval: EOF",
            arguments: ["terraform", "apply"]
        ) {
            try $0.write(
                TerraformProject.configuration(["courses": "courses-main", "more": "more"]),
                to: "main.tf")
        },
    ]

    @Test(arguments: findings)
    func `what stands in the way of a run is said, and terraform does not apply`(
        refused: Refused
    ) throws {
        let project = try TerraformProject.applied()
        // Nobody says yes: the answer would be terraform's own.
        guard refused.status == 1 else { return try expect(refused, in: project) }
        try refused.prepare(project)
        let before = try project.stateFiles()
        let result = try project.tfguard(refused.arguments)
        #expect(result.status == .exited(1), "\(result)")
        #expect(result.errors.contains(refused.summary), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    // MARK: What terraform does

    /// A terraform that does something else than terraform, at one subcommand.
    struct Liar: CustomTestStringConvertible, Sendable {
        let status: Int32
        let summary: String
        /// A pattern of the shell's for its arguments, and what it does then.
        let pattern: String
        let body: String
        var arguments = ["apply", "-auto-approve"]
        var testDescription: String { summary }
    }

    static let liars: [Liar] = [
        Liar(
            status: 65, summary: "Terraform cannot show the plan", pattern: "show*",
            body: "echo broken >&2; exit 1"),
        Liar(
            status: 65, summary: "The plan and what terraform shows of it differ",
            pattern: "show*",
            body: "\"$real\" \"$@\" | sed 's/terraform_data.more/terraform_data.less/g'"),
        Liar(
            status: 65, summary: "Terraform cannot list the workspaces", pattern: "workspace*",
            body: "exit 1", arguments: ["workspace", "delete", "-force", "other"]),
        Liar(
            status: 1, summary: "No matching objects found", pattern: "state*rm*", body: "exit 0",
            arguments: ["state", "rm", "terraform_data.courses"]),
        Liar(
            status: 6, summary: "The state has changed meanwhile", pattern: "state*rm*",
            body: "echo Would remove terraform_data.other",
            arguments: ["state", "rm", "terraform_data.courses"]),
        Liar(
            status: 1, summary: "Nothing to move", pattern: "state*mv*", body: "exit 0",
            arguments: ["state", "mv", "terraform_data.courses", "terraform_data.b"]),
    ]

    @Test(arguments: liars)
    func `a terraform that does not what it should is noticed, and nothing is applied`(
        liar: Liar
    ) throws {
        let project = try TerraformProject.applied()
        try project.write(
            TerraformProject.configuration(["courses": "courses-main", "more": "more"]),
            to: "main.tf")
        try project.base.writeProgram(
            """
            #!/bin/sh
            real='\(Requirement.terraform.path())'
            case "$*" in \(liar.pattern)) \(liar.body); exit $? ;; esac
            exec "$real" "$@"

            """, to: "liar/terraform")
        let before = try project.stateFiles()
        let result = try project.tfguard([project.base.path("liar/terraform")] + liar.arguments)
        #expect(result.status == .exited(liar.status), "\(result)")
        #expect(result.errors.contains(liar.summary), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    // MARK: What takes more

    @Test(arguments: [
        ("exec \"$real\" \"$@\"", "Incomplete plan"),
        // What show says is not believed either.
        (
            "\"$real\" \"$@\" | sed 's/\"errored\":true/\"errored\":false/'; exit 0",
            "The plan is incomplete"
        ),
    ])
    func `a plan that ended with an error is not applied`(show: String, summary: String) throws {
        let project = try TerraformProject.applied(policy: nil)
        try project.write(
            """
            resource "terraform_data" "courses" {
              input            = "other"
              triggers_replace = "other"
              lifecycle { prevent_destroy = true }
            }
            """, to: "main.tf")
        #expect(try project.terraform("plan", "-out=p").status == .exited(1))
        let before = try project.stateFiles()
        try project.base.writeProgram(
            """
            #!/bin/sh
            real='\(Requirement.terraform.path())'
            case "$1" in show) \(show) ;; esac
            exec "$real" "$@"

            """, to: "showing/terraform")
        let result = try project.tfguard([project.base.path("showing/terraform"), "apply", "p"])
        #expect(result.status == .exited(65), "\(result)")
        #expect(result.errors.contains(summary), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `who writes the state while somebody types is noticed`() throws {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect(TypedConfirmationTests.prompt)
        try project.prepare("taint", "terraform_data.courses")
        let before = try project.stateFiles()
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(6), "\(terminal.screen)")
        #expect(terminal.screen.contains("The state has changed meanwhile"))
        #expect(try project.stateFiles() == before)
    }

    @Test func `a state that cannot be read any more after somebody has typed is not changed`()
        throws
    {
        let project = try TerraformProject.applied()
        let terminal = try project.tfguardOnTerminal("terraform", "destroy")
        try terminal.expect(TypedConfirmationTests.prompt)
        try project.write("no state", to: "terraform.tfstate")
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(6), "\(terminal.screen)")
        #expect(terminal.screen.contains("The state cannot be read any more"))
        #expect(project.read("terraform.tfstate") == Array("no state".utf8))
    }

    @Test func `an argument that is not UTF-8 is refused`() throws {
        let project = try Self.untouched.get()
        let result = try run(
            "/bin/sh",
            ["-c", "exec \"$0\" terraform apply \"$(printf '\\377')\"", ToolUnderTest.path()],
            environment: project.environment, directory: project.directory)
        #expect(result.status == .exited(64), "\(result)")
        #expect(result.errors.contains("An argument is not UTF-8"), "\(result)")
    }

    @Test func `a terraform that the system does not run is said to be none`() throws {
        let project = try Self.untouched.get()
        let folder = try TemporaryDirectory()
        try folder.writeProgram("\u{7F}no program", to: "terraform")
        let result = try project.tfguard([folder.path("terraform"), "version"])
        #expect(result.status == .exited(69), "\(result)")
        #expect(result.errors.contains("Terraform cannot be run"), "\(result)")
    }

    @Test func `a policy that leads back to itself cannot be read`() throws {
        let project = try TerraformProject.applied(policy: nil)
        try FileManager.default.createSymbolicLink(
            atPath: project.path("tfguard.hcl"), withDestinationPath: "tfguard.hcl")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(78), "\(result)")
        #expect(result.errors.contains("A policy cannot be read"), "\(result)")
    }

    @Test(
        .requires(.sshKeygen, .root),
        arguments: [
            (
                "version*", ["state", "rm", "terraform_data.courses"],
                "Terraform does not say its version"
            ),
            ("show*", ["apply", "d.tfplan"], "Terraform cannot show the plan again"),
        ])
    func `what nobody can see again nobody is asked to sign`(
        pattern: String, arguments: [String], summary: String
    ) throws {
        let site = try ApprovedProject()
        try site.project.prepare("plan", "-destroy", "-out=d.tfplan")
        // The first answer is terraform's, the second none: of version there is only one.
        try site.project.base.writeProgram(
            """
            #!/bin/sh
            case "$*" in
            \(pattern))
                case "$*" in version*) exit 1 ;; esac
                [ ! -e '\(site.project.base.path("shown"))' ] || exit 1
                : > '\(site.project.base.path("shown"))' ;;
            esac
            exec '\(Requirement.terraform.path())' "$@"

            """, to: "liar/terraform")
        let before = try site.project.stateFiles()
        let result = try site.project.tfguard(
            [site.project.base.path("liar/terraform")] + arguments, setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(65), "\(result)")
        #expect(result.errors.contains(summary), "\(result)")
        #expect(site.project.read("tfguard-request.json") == nil)
        #expect(try site.project.stateFiles() == before)
    }
}
