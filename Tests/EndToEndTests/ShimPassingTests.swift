import Foundation
import TestSupport
import Testing

/// Under the name `terraform`, first on the search path, the tool is in front of who never heard of
/// it.
@Suite(.requires(.terraform)) struct ShimPassingTests {
    private func project() throws -> (TerraformProject, path: String) {
        let project = try TerraformProject.applied()
        try project.base.makeFolder("shim")
        try FileManager.default.createSymbolicLink(
            atPath: project.base.path("shim/terraform"),
            withDestinationPath: ToolUnderTest.path())
        let real = URL(fileURLWithPath: try Requirement.terraform.path())
        let folders = [
            project.base.path("shim"), real.deletingLastPathComponent().path, "/usr/bin", "/bin",
        ]
        return (project, folders.joined(separator: ":"))
    }

    @Test func `a script that runs terraform destroy is stopped`() throws {
        let (project, path) = try project()
        let before = try project.stateFiles()
        let result = try run(
            "/bin/sh", ["-c", "yes yes | terraform destroy -auto-approve"],
            environment: project.environment.setting(["PATH": path]),
            directory: project.directory)
        #expect(result.status == .exited(3), "\(result)")
        #expect(plainText(result.errors).contains("courses-main"), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test(arguments: [["version"], ["output", "-json"], ["state", "list"], ["no-such-command"]])
    func `what is harmless is the real terraform's`(arguments: [String]) throws {
        let (project, path) = try project()
        let bare = try run(
            Requirement.terraform.path(), arguments, environment: project.environment,
            directory: project.directory)
        let result = try run(
            project.base.path("shim/terraform"), arguments, as: "terraform",
            environment: project.environment.setting(["PATH": path]),
            directory: project.directory)
        guard arguments != ["no-such-command"] else {
            #expect(result.status == .exited(64), "\(result)")
            return
        }
        #expect(result.status == bare.status, "\(result)")
        #expect(result.output == bare.output, "\(result)")
        #expect(result.errors == bare.errors, "\(result)")
    }

    @Test func `a shim with nothing behind it says so, and does not call itself`() throws {
        let (project, _) = try project()
        try FileManager.default.createSymbolicLink(
            atPath: project.base.path("home/terraform"), withDestinationPath: ToolUnderTest.path())
        let result = try run(
            project.base.path("shim/terraform"), ["destroy", "-auto-approve"], as: "terraform",
            environment: project.environment.setting([
                "PATH": "\(project.base.path("shim")):\(project.base.path("home"))"
            ]), directory: project.directory, timeout: 20)
        #expect(result.status == .exited(69), "\(result)")
    }
}
