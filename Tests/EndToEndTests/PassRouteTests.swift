import Foundation
import TestSupport
import Testing

/// In front of what only reads, tfguard is not there.
@Suite(.requires(.terraform)) struct PassRouteTests {
    static let invocations: [[String]] = [
        ["version"], ["version", "-json"], ["-version"], ["--version"], ["-v"],
        ["-help"], ["--help"], ["-h"], ["apply", "-help"], ["state", "-help"],
        ["destroy", "--help"], ["validate"], ["validate", "-json"], ["validate", "-no-color"],
        ["output"], ["output", "-json"], ["output", "-raw", "name"], ["output", "no-such"],
        ["show"], ["show", "-json"], ["show", "-no-color"], ["show", "real.plan"],
        ["show", "-json", "real.plan"], ["show", "no-such.plan"],
        ["state", "list"], ["state", "list", "terraform_data.courses"],
        ["state", "show", "terraform_data.courses"], ["state", "pull"],
        ["state", "show", "no.such"], ["providers"], ["providers", "schema", "-json"], ["graph"],
        ["metadata", "functions", "-json"], ["modules", "-json"], ["workspace", "show"],
        ["workspace", "list"], ["fmt", "-check"], ["fmt", "-check", "-diff", "ugly"],
        ["fmt", "-write=false", "-list=false", "-diff", "ugly"], ["get"],
        ["plan", "-no-color"], ["plan", "-detailed-exitcode", "-no-color"],
        ["plan", "-destroy", "-no-color"], ["-chdir=.", "output", "-json"],
        ["-chdir=ugly", "validate"],
    ]

    @Test(arguments: invocations)
    func `streams and status are the bare terraform's, byte for byte`(arguments: [String]) throws {
        let project = try readableProject()
        let bare = try run(
            Requirement.terraform.path(), arguments, environment: project.environment,
            directory: project.directory)
        for form in [["terraform"], []] {
            // Without the prefix, some of these belong to tfguard itself.
            if form.isEmpty, arguments[0].hasPrefix("-"), !arguments[0].hasPrefix("-chdir") {
                continue
            }
            let guarded = try project.tfguard(form + arguments)
            #expect(guarded.status == bare.status, "\(guarded)")
            #expect(guarded.output == bare.output, "\(guarded)")
            #expect(guarded.errors == bare.errors, "\(guarded)")
        }
    }

    @Test func `standard input is terraform's`() throws {
        let project = try readableProject()
        let bare = try project.terraform("console", standardInput: "1 + 1\nupper(\"a\")\n")
        let guarded = try project.tfguard(
            "terraform", "console", standardInput: "1 + 1\nupper(\"a\")\n")
        #expect(bare.output.contains("\"A\""))
        #expect(guarded.output == bare.output, "\(guarded)")
        #expect(guarded.status == bare.status)
    }

    @Test func `formatting standard input passes`() throws {
        let project = try readableProject()
        let guarded = try project.tfguard("terraform", "fmt", "-", standardInput: "a=1\nbcd = 2\n")
        #expect(guarded.status == .exited(0), "\(guarded)")
        #expect(guarded.output == "a   = 1\nbcd = 2\n", "\(guarded)")
    }

    @Test func `the process is terraform itself: same id, same arguments, same environment`()
        throws
    {
        let project = try readableProject()
        try project.writeProgram(
            """
            #!/bin/sh
            echo "$$"
            for word in "$@"; do printf '<%s>' "$word"; done
            env | sort
            exit 42
            """, to: "bin/terraform")
        let tool = try ToolUnderTest.path()
        let result = try run(
            "/bin/sh",
            ["-c", "echo $$; exec \"$@\"", "sh", tool, "./bin/terraform", "output", "-json"],
            environment: project.environment.setting(["TF_VAR_secret": "kept"]),
            directory: project.directory)
        #expect(result.status == .exited(42), "\(result)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.count > 3, "\(result)")
        #expect(lines[0] == lines[1], "\(result)")
        #expect(lines[2].hasPrefix("<output><-json>"), "\(result)")
        #expect(result.output.contains("TF_VAR_secret=kept"), "\(result)")
        #expect(result.errors == "", "\(result)")
    }

    @Test func `TF_CLI_ARGS of a reading command reach terraform`() throws {
        let project = try readableProject()
        let variables = ["TF_CLI_ARGS_output": "-json"]
        let bare = try run(
            Requirement.terraform.path(), ["output"],
            environment: project.environment.setting(variables), directory: project.directory)
        let guarded = try project.tfguard(["terraform", "output"], setting: variables)
        #expect(bare.output.hasPrefix("{"))
        #expect(guarded.output == bare.output, "\(guarded)")
    }

    @Test func `an error in the policy does not stop what only reads`() throws {
        let project = try readableProject()
        try project.write("rule {", to: "tfguard.hcl")
        let guarded = try project.tfguard("terraform", "output", "-raw", "name")
        #expect(guarded.status == .exited(0), "\(guarded)")
        #expect(guarded.output == "courses-main", "\(guarded)")
    }

    private func readableProject() throws -> TerraformProject {
        let project = try TerraformProject()
        try project.write(
            """
            output "name" { value = terraform_data.courses.input }
            output "secret" {
              value     = "hush"
              sensitive = true
            }
            """, to: "outputs.tf")
        try project.prepare("apply", "-auto-approve")
        try project.prepare("plan", "-out=real.plan")
        try project.write("a=1\n", to: "ugly/ugly.tf")
        return project
    }
}
