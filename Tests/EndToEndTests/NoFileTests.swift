import Foundation
import TestSupport
import Testing

/// A pipe where a file is wanted: refused, and never waited on.
@Suite(.requires(.terraform)) struct NoFileTests {
    @Test(arguments: [
        ["apply", "pipe"], ["state", "push", "pipe"], ["plan", "-out=pipe"],
        ["apply", "-auto-approve"],
    ])
    func `a pipe that nobody writes to is refused at once`(arguments: [String]) throws {
        let project = try TerraformProject.applied()
        #expect(mkfifo(project.path("pipe"), 0o600) == 0)
        let before = try project.stateFiles()
        let isConfiguration = arguments == ["apply", "-auto-approve"]
        let result = try project.tfguard(
            ["terraform"] + arguments,
            setting: isConfiguration ? ["TF_CLI_CONFIG_FILE": project.path("pipe")] : [:],
            timeout: 30)
        #expect(result.status != .exited(0), "\(result)")
        #expect(result.errors.contains("Error: "), "\(result)")
        #expect(result.errors.contains("pipe"), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `no settings at all are none that override`() throws {
        let project = try TerraformProject()
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["TF_CLI_CONFIG_FILE": "/dev/null"])
        #expect(result.status == .exited(0), "\(result)")
    }

    @Test func `check reads a plan's JSON from a pipe, once`() throws {
        let project = try TerraformProject()
        try project.prepare("plan", "-out=it.plan")
        let result = try run(
            "/bin/bash",
            ["-c", "\"$0\" check <(terraform show -json it.plan)", ToolUnderTest.path()],
            environment: project.environment, directory: project.directory)
        #expect(result.status == .exited(0), "\(result)")
    }
}
