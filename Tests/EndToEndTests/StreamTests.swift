import Foundation
import TestSupport
import Testing

/// What happens to the streams, and what their state makes of a run: nothing.
@Suite(.requires(.terraform)) struct StreamTests {
    @Test func `-json keeps Terraform's stream on standard output`() throws {
        for arguments in [
            ["apply", "-json", "-auto-approve"], ["destroy", "-json", "-auto-approve"],
        ] {
            let project = try arguments[0] == "apply" ? TerraformProject() : .applied()
            let result = try project.tfguard(["terraform"] + arguments)
            #expect(result.status == .exited(arguments[0] == "apply" ? 0 : 3), "\(result)")
            let lines = result.output.split(separator: "\n")
            #expect(lines.count > 3, "\(result)")
            for line in lines {
                #expect(try object(Array(line.utf8))["@message"] != nil, "\(line)")
            }
        }
    }

    @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full"])
    func `a closed or full stream lets nothing through`(redirections: String) throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let result = try run(
            "/bin/sh",
            ["-c", "\"$0\" terraform destroy -auto-approve \(redirections)", ToolUnderTest.path()],
            environment: project.environment, directory: project.directory)
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    /// The kernel ends a process that writes beyond it, unless SIGXFSZ is ignored (setrlimit(2)).
    @Test func `a limit to the size of files is told of`() throws {
        let folder = try TemporaryDirectory()
        let result = try run(
            "/bin/bash",
            [
                "-c", "ulimit -f 0; \"$0\" check -output=json=report.json \"$1\" | cat",
                ToolUnderTest.path(),
                Repository.path("Tests/EndToEndTests/Fixtures/aws/delete.json"),
            ], environment: ChildEnvironment(home: folder.path), directory: folder.path)
        #expect(result.errors.contains("report.json"), "\(result)")
        #expect(!result.errors.contains("File size limit"), "\(result)")
    }

    @Test func `ignored signals let nothing through`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let result = try run(
            "/bin/sh",
            [
                "-c", "trap '' HUP INT TERM QUIT CHLD PIPE; \"$0\" terraform destroy -auto-approve",
                ToolUnderTest.path(),
            ], environment: project.environment, directory: project.directory)
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `terraform writes its files with the caller's permissions`() throws {
        func modes(_ project: TerraformProject) throws -> [Int] {
            try ["terraform.tfstate", "it.plan"].map { name in
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: project.path(name))
                return try #require(attributes[.posixPermissions] as? Int)
            }
        }
        let bare = try TerraformProject()
        try bare.prepare("plan", "-out=it.plan")
        try bare.prepare("apply", "-auto-approve")
        let project = try TerraformProject()
        for arguments in [["plan", "-out=it.plan"], ["apply", "-auto-approve"]] {
            let result = try project.tfguard(["terraform"] + arguments)
            #expect(result.status == .exited(0), "\(result)")
        }
        #expect(try modes(project) == modes(bare))
    }

    @Test func `-detailed-exitcode is terraform's`() throws {
        let project = try TerraformProject()
        for arguments in [
            ["plan", "-detailed-exitcode"], ["plan", "-detailed-exitcode", "-out=x"],
        ] {
            let result = try project.tfguard(["terraform"] + arguments)
            #expect(result.status == .exited(2), "\(result)")
        }
    }
}
