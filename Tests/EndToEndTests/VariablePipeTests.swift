import TestSupport
import Testing

/// Variables that come through a pipe, which can be read once.
@Suite(.requires(.terraform)) struct VariablePipeTests {
    @Test(arguments: [
        "-var-file=<(printf size=2)", "-var-file pipe",
        "-var-file=/dev/stdin",
    ])
    func `a pipe of variables is read once, for plan and apply`(flag: String) throws {
        let project = try TerraformProject()
        try project.write(
            "variable \"size\" {}\nresource \"terraform_data\" \"x\" { input = var.size }\n",
            to: "main.tf")
        let result = try run(
            "/bin/bash",
            [
                "-c",
                """
                mkfifo pipe; [[ '\(flag)' != *pipe ]] || { printf size=2 >pipe & }
                printf size=2 | "$0" terraform apply -auto-approve \
                \(flag)
                """, ToolUnderTest.path(),
            ], environment: project.environment, directory: project.directory, timeout: 30)
        #expect(result.status == .exited(0), "\(result)")
        #expect(try project.state() == ["terraform_data.x"])
    }

    @Test func `an ephemeral variable has its value in the apply, too`() throws {
        let project = try TerraformProject()
        try project.write(
            """
            variable "token" {
              type      = string
              ephemeral = true
            }
            resource "terraform_data" "x" {}
            """, to: "main.tf")
        let result = try run(
            "/bin/bash",
            [
                "-c",
                "\"$0\" terraform apply -auto-approve -var-file=<(echo 'token = \"secret\"')",
                ToolUnderTest.path(),
            ], environment: project.environment, directory: project.directory, timeout: 30)
        #expect(result.status == .exited(0), "\(result)")
    }
}
