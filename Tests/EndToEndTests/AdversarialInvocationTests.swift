import Foundation
import TestSupport
import Testing

/// Ways to lose something past a guard that looks at the command line with less care than terraform
/// reads it.
///
/// Each of them destroys, or loses a state, with the bare terraform 1.11.4. Whatever tfguard makes
/// of one, every state file must be byte for byte what it was.
@Suite(.requires(.terraform)) struct AdversarialInvocationTests {
    struct Invocation: CustomTestStringConvertible, Sendable {
        let name: String
        let arguments: [String]
        var variables: [String: String] = [:]
        var input = ""
        /// What replaces `main.tf`.
        var configuration: String?
        /// The folder in which it is run, if not the module's.
        var folder: String?
        /// Nil where it may also succeed, as long as nothing is lost.
        var mustFail = true

        var testDescription: String { name }
    }

    static let invocations: [Invocation] = [
        // The environment brings the command, or parts of it.
        Invocation(
            name: "TF_CLI_ARGS is the whole command", arguments: ["terraform"],
            variables: ["TF_CLI_ARGS": "destroy -auto-approve"]),
        Invocation(
            name: "TF_CLI_ARGS_ is the whole command", arguments: ["terraform"],
            variables: ["TF_CLI_ARGS_": "destroy -auto-approve"]),
        Invocation(
            name: "TF_CLI_ARGS_state ends a command whose second word this version lacks",
            arguments: ["terraform", "state", "ls"],
            variables: [
                "TF_CLI_ARGS_state":
                    "replace-provider -auto-approve terraform.io/builtin/terraform"
            ]),
        Invocation(
            name: "TF_LOG_PATH is the state, of what only reads",
            arguments: ["terraform", "version"],
            variables: ["TF_LOG": "trace", "TF_LOG_PATH": "terraform.tfstate"]),
        Invocation(
            name: "TF_LOG_PATH is the state, of a plan",
            arguments: ["terraform", "plan", "-out=new.plan"],
            variables: ["TF_LOG": "trace", "TF_LOG_PATH": "terraform.tfstate"]),
        Invocation(
            name: "the report of a test is the state",
            arguments: ["terraform", "test", "-junit-xml=terraform.tfstate"]),
        Invocation(
            name: "TF_CLI_ARGS ends a command of two words", arguments: ["terraform", "state"],
            variables: ["TF_CLI_ARGS": "rm terraform_data.courses"]),
        Invocation(
            name: "TF_CLI_ARGS_state ends a command of two words",
            arguments: ["terraform", "state"],
            variables: ["TF_CLI_ARGS_state": "rm terraform_data.courses"]),
        Invocation(
            name: "TF_CLI_ARGS_plan makes the plan a destroy",
            arguments: ["terraform", "apply", "-auto-approve"],
            variables: ["TF_CLI_ARGS_plan": "-destroy"], mustFail: false),
        Invocation(
            name: "TF_CLI_ARGS_apply makes the apply a destroy", arguments: ["terraform", "apply"],
            variables: ["TF_CLI_ARGS_apply": "-destroy -auto-approve"]),
        Invocation(
            name: "TF_CLI_ARGS makes the apply a destroy", arguments: ["terraform", "apply"],
            variables: ["TF_CLI_ARGS": "-destroy -auto-approve"]),
        Invocation(
            name: "TF_CLI_ARGS_apply names a plan", arguments: ["terraform", "apply"],
            variables: ["TF_CLI_ARGS_apply": "destroy.plan"]),
        Invocation(
            name: "TF_CLI_ARGS_apply swallows the reviewed plan as a flag's value",
            arguments: ["terraform", "apply", "nothing.plan"],
            variables: ["TF_CLI_ARGS_apply": "-destroy -auto-approve -backup"]),
        Invocation(
            name: "TF_CLI_ARGS_destroy approves", arguments: ["terraform", "destroy"],
            variables: ["TF_CLI_ARGS_destroy": "-auto-approve"]),
        Invocation(
            name: "TF_CLI_ARGS_show says that nothing changes",
            arguments: ["terraform", "apply", "destroy.plan"],
            variables: ["TF_CLI_ARGS_show": "-help"]),
        Invocation(
            name: "COMP_LINE makes terraform a completer",
            arguments: ["terraform", "destroy", "-auto-approve"],
            variables: ["COMP_LINE": "terraform show ", "COMP_POINT": "15"], mustFail: false),
        Invocation(
            name: "TF_DATA_DIR is another folder",
            arguments: ["terraform", "destroy", "-auto-approve"],
            variables: ["TF_DATA_DIR": "data"]),
        Invocation(
            name: "TF_WORKSPACE is another workspace",
            arguments: ["terraform", "destroy", "-auto-approve"],
            variables: ["TF_WORKSPACE": "other"]),
        Invocation(
            name: "TF_INPUT=0 does not ask", arguments: ["terraform", "apply", "-destroy"],
            variables: ["TF_INPUT": "0"], input: "yes\n"),
        Invocation(
            name: "TF_LOG_PATH is the state", arguments: ["terraform", "apply", "-auto-approve"],
            variables: ["TF_LOG": "trace", "TF_LOG_PATH": "terraform.tfstate"]),
        Invocation(
            name: "TF_CLI_ARGS shows its last word twice",
            arguments: ["terraform", "workspace", "show"],
            variables: ["TF_CLI_ARGS_workspace_show": "-help", "TF_CLI_ARGS": "delete other"],
            mustFail: false),

        // Terraform's own grammar.
        Invocation(
            name: "an empty word before the subcommand",
            arguments: ["terraform", "", "destroy", "-auto-approve"]),
        Invocation(
            name: "several empty words before the subcommand",
            arguments: ["terraform", "", "", "", "apply", "-destroy", "-auto-approve"]),
        Invocation(
            name: "an empty word in the short form", arguments: ["", "destroy", "-auto-approve"]),
        Invocation(
            name: "a plan named -help, after --", arguments: ["terraform", "apply", "--", "-help"]),
        Invocation(
            name: "an empty plan", arguments: ["terraform", "apply", "-auto-approve", ""],
            configuration: ""),
        Invocation(
            name: "two dashes, T and 1",
            arguments: ["terraform", "apply", "--destroy=T", "--auto-approve=1"]),
        Invocation(
            name: "TRUE", arguments: ["terraform", "apply", "-destroy=TRUE", "-auto-approve=TRUE"]),
        Invocation(
            name: "the last of several counts",
            arguments: [
                "terraform", "apply", "-destroy=false", "-auto-approve=false", "-destroy",
                "-auto-approve",
            ]),
        Invocation(
            name: "a trailing --", arguments: ["terraform", "destroy", "-auto-approve", "--"]),
        Invocation(
            name: "yes on standard input", arguments: ["terraform", "destroy"], input: "yes\n"),
        Invocation(
            name: "yes on standard input, with -input=false",
            arguments: ["terraform", "destroy", "-input=false"], input: "yes\n"),
        Invocation(
            name: "an unanchored prefix of a subcommand",
            arguments: ["terraform", "applyX", "apply", "-destroy", "-auto-approve"]),
        Invocation(
            name: "a display flag between a flag and its value",
            arguments: [
                "terraform", "apply", "-auto-approve", "-target", "-no-color",
                "terraform_data.courses", "-destroy",
            ]),
        Invocation(
            name: "a flag that takes the next flag for its value",
            arguments: ["terraform", "apply", "-lock-timeout", "-destroy", "destroy.plan"]),
        Invocation(
            name: "-version as a flag's value",
            arguments: ["terraform", "apply", "-var", "-version", "-destroy", "-auto-approve"],
            mustFail: false),
        Invocation(
            name: "-help=1 is no help",
            arguments: ["terraform", "destroy", "-auto-approve", "-help=1"]),
        Invocation(
            name: "another folder's plan by -chdir",
            arguments: ["terraform", "-chdir=../stack", "apply", "destroy.plan"],
            folder: "elsewhere"),
        Invocation(
            name: "a plan with an absolute backend, from an empty folder",
            arguments: ["terraform", "apply", "../stack/absolute.plan"], folder: "elsewhere"),
        Invocation(
            name: "a plan through a symbolic link", arguments: ["terraform", "apply", "link.plan"]),
        Invocation(
            name: "a plan of another workspace",
            arguments: ["terraform", "apply", "destroy.plan"],
            variables: ["TF_WORKSPACE": "copied"]),
        Invocation(
            name: "a state beside the plan, so that the outcome goes there",
            arguments: ["terraform", "apply", "-state=copy.tfstate", "destroy.plan"]),
        Invocation(
            name: "a state to be written to nowhere",
            arguments: ["terraform", "apply", "-state-out=/dev/null", "destroy.plan"]),
        Invocation(
            name: "a state to destroy from",
            arguments: ["terraform", "destroy", "-auto-approve", "-state=copy.tfstate"]),

        // Losing the state.
        Invocation(
            name: "a plan saved over the state",
            arguments: ["terraform", "plan", "-destroy", "-out=terraform.tfstate"]),
        Invocation(
            name: "a plan saved over the state, two words",
            arguments: ["terraform", "plan", "-out", "./terraform.tfstate"]),
        Invocation(
            name: "an empty state pushed",
            arguments: ["terraform", "state", "push", "-"], input: "EMPTY STATE"),
        Invocation(
            name: "an empty state pushed by force",
            arguments: ["terraform", "state", "push", "-force", "-"],
            input: "{\"version\":4,\"serial\":99,\"lineage\":\"x\",\"resources\":[]}"),
        Invocation(
            name: "an address removed from the state",
            arguments: ["terraform", "state", "rm", "terraform_data.courses"]),
        Invocation(
            name: "an address removed from the state, with a dry run that is none",
            arguments: ["terraform", "state", "rm", "-dry-run=0", "terraform_data.courses"]),
        Invocation(
            name: "an address moved",
            arguments: [
                "terraform", "state", "mv", "terraform_data.courses", "terraform_data.gone",
            ]),
        Invocation(
            name: "a provider replaced",
            arguments: [
                "terraform", "state", "replace-provider", "-auto-approve",
                "terraform.io/builtin/terraform", "hashicorp/null",
            ]),
        Invocation(
            name: "tofu's alias for state rm",
            arguments: ["terraform", "state", "remove", "terraform_data.courses"]),
        Invocation(
            name: "a workspace deleted by force",
            arguments: ["terraform", "workspace", "delete", "-force", "other"]),
        Invocation(
            name: "a workspace deleted by the hidden alias",
            arguments: ["terraform", "env", "delete", "-force", "other"]),
        Invocation(
            name: "a state migrated without a question",
            arguments: ["terraform", "init", "-migrate-state", "-force-copy"],
            configuration: "terraform {\n  backend \"local\" { path = \"moved.tfstate\" }\n}\n"),
        Invocation(
            name: "a state migrated by a plain init, with yes",
            arguments: ["terraform", "init"], input: "yes\nyes\n",
            configuration: "terraform {\n  backend \"local\" { path = \"moved.tfstate\" }\n}\n"),
        Invocation(
            name: "a resource tainted",
            arguments: ["terraform", "taint", "terraform_data.courses"]),
        Invocation(
            name: "a refresh", arguments: ["terraform", "refresh"], mustFail: false),

        // Losing everything without a flag that says so.
        Invocation(
            name: "an empty configuration", arguments: ["terraform", "apply", "-auto-approve"],
            configuration: ""),
        Invocation(
            name: "resources without their instances",
            arguments: ["terraform", "apply", "-auto-approve"],
            configuration: "resource \"terraform_data\" \"courses\" { count = 0 }\n"),
        Invocation(
            name: "a create whose provisioner removes the state",
            arguments: ["terraform", "apply", "-auto-approve"],
            configuration: TerraformProject.configuration(["courses": "courses-main"])
                + """
                resource "terraform_data" "innocent" {
                  provisioner "local-exec" { command = "rm -f *.tfstate" }
                }
                """),

        // What terraform itself refuses; the guard must not make more of it.
        Invocation(
            name: "a display flag before the subcommand",
            arguments: ["terraform", "-no-color", "destroy", "-auto-approve"]),
        Invocation(
            name: "two dashes before chdir",
            arguments: ["terraform", "--chdir=../stack", "destroy", "-auto-approve"]),
        Invocation(
            name: "chdir twice",
            arguments: ["terraform", "-chdir=x", "-chdir=.", "destroy", "-auto-approve"]),
        Invocation(
            name: "an abbreviated flag",
            arguments: ["terraform", "apply", "-dest", "-auto-approve"]),
        Invocation(
            name: "three dashes", arguments: ["terraform", "apply", "---destroy", "-auto-approve"]),
        Invocation(
            name: "a value that is no truth value",
            arguments: ["terraform", "apply", "-destroy=yes", "-auto-approve"]),
        Invocation(
            name: "an empty truth value",
            arguments: ["terraform", "apply", "-destroy=", "-auto-approve"]),
        Invocation(
            name: "another case", arguments: ["terraform", "apply", "-DESTROY", "-auto-approve"]),
        Invocation(
            name: "destroy with a plan", arguments: ["terraform", "destroy", "destroy.plan"]),
        Invocation(
            name: "two plans",
            arguments: ["terraform", "apply", "nothing.plan", "destroy.plan"]),
        Invocation(
            name: "another case of the subcommand",
            arguments: ["terraform", "Destroy", "-auto-approve"]),
        Invocation(
            name: "a subcommand with a space", arguments: ["terraform", "state rm", "x"]),
    ]

    @Test(arguments: invocations)
    func `nothing is lost`(invocation: Invocation) throws {
        let project = try TerraformProject.applied()
        try prepare(project, for: invocation)
        if let configuration = invocation.configuration {
            try project.write(configuration, to: "main.tf")
        }
        var input = invocation.input
        if input == "EMPTY STATE" { input = try emptiedState(of: project) }
        let before = try project.stateFiles()

        let result = try project.tfguard(
            invocation.arguments, setting: invocation.variables, standardInput: input,
            directory: invocation.folder.map(project.base.path))

        #expect(try project.stateFiles() == before, "\(result)")
        if invocation.mustFail {
            #expect(result.status != .exited(0), "\(result)")
        }
        // Whatever is wrong with the invocation, the tool says so and does not crash.
        if case .killed(let signal) = result.status {
            Issue.record("killed by signal \(signal): \(result)")
        }
    }

    /// Everything the invocations are about: plans, a second workspace, copies, another folder.
    private func prepare(_ project: TerraformProject, for invocation: Invocation) throws {
        try project.prepare("plan", "-out=nothing.plan")
        try project.prepare("plan", "-destroy", "-out=destroy.plan")
        let destroy = try #require(project.read("destroy.plan"))
        try project.write(bytes: destroy, to: "-help")
        try FileManager.default.createSymbolicLink(
            atPath: project.path("link.plan"), withDestinationPath: "destroy.plan")
        let state = try #require(project.read("terraform.tfstate"))
        try project.write(bytes: state, to: "copy.tfstate")
        // The same lineage and serial: terraform 1.11 takes a plan of one for a plan of the other.
        try project.write(bytes: state, to: "terraform.tfstate.d/copied/terraform.tfstate")
        try project.write(bytes: state, to: "terraform.tfstate.d/other/terraform.tfstate")

        guard invocation.folder != nil else { return }
        // A module whose backend names its state from anywhere.
        try project.base.makeFolder("elsewhere")
        let main = try #require(project.read("main.tf"))
        let backend =
            "terraform {\n  backend \"local\" { path = \"\(project.path("far.tfstate"))\" }\n}\n"
        try project.base.write(backend + String(decoding: main, as: UTF8.self), to: "far/main.tf")
        for arguments in [
            ["init"], ["apply", "-auto-approve"],
            ["plan", "-destroy", "-out=\(project.path("absolute.plan"))"],
        ] {
            let result = try run(
                Requirement.terraform.path(), arguments, environment: project.environment,
                directory: project.base.path("far"))
            #expect(result.status == .exited(0), "\(result)")
        }
    }

    /// The same state without its resources, and a serial later.
    private func emptiedState(of project: TerraformProject) throws -> String {
        let bytes = try #require(project.read("terraform.tfstate"))
        var state = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let serial = try #require(state["serial"] as? Int)
        state["serial"] = serial + 10
        state["resources"] = [Any]()
        return String(
            decoding: try JSONSerialization.data(withJSONObject: state), as: UTF8.self)
    }
}
