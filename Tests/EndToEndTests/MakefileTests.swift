import TestSupport
import Testing

/// `policies/make/tfguard.mk`, included by a Makefile and run.
@Suite(.requires(.terraform, .make)) struct MakefileTests {
    private func project() throws -> TerraformProject {
        let project = try TerraformProject()
        try project.write(
            """
            TFGUARD := \(ToolUnderTest.path())
            include \(Repository.path("policies/make/tfguard.mk"))
            """, to: "Makefile")
        return project
    }

    private func make(_ arguments: String..., in project: TerraformProject, input: String = "")
        throws -> ProcessResult
    {
        try run(
            Requirement.make.path(), arguments, environment: project.environment,
            standardInput: input, directory: project.directory)
    }

    @Test func `make apply asks what Terraform asks, and applies`() throws {
        let project = try project()
        let declined = try make("apply", in: project, input: "no\n")
        #expect(declined.status == .exited(2), "\(declined)")
        #expect(try project.state() == [])
        let result = try make("apply", in: project, input: "yes\n")
        #expect(result.status == .exited(0), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `make destroy is stopped`() throws {
        let project = try project()
        try project.prepare("apply", "-auto-approve")
        let before = try project.stateFiles()
        let result = try make("destroy", in: project, input: "yes\n")
        // make's own status for a failed recipe; it prints tfguard's.
        #expect(result.status == .exited(2), "\(result)")
        #expect(result.errors.contains("Error 3"), "\(result)")
        #expect(plainText(result.errors).contains("courses-main"), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `make destroy on a terminal asks for what is lost`() throws {
        let project = try project()
        try project.prepare("apply", "-auto-approve")
        let terminal = try PseudoTerminal(
            Requirement.make.path(), ["destroy"], environment: project.environment,
            directory: project.directory)
        try terminal.expect(TypedConfirmationTests.prompt)
        try terminal.type("courses-main")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == [])
    }

    @Test func `make plan and make check change nothing`() throws {
        let project = try project()
        let planned = try make("plan", in: project)
        #expect(planned.status == .exited(0), "\(planned)")
        #expect(planned.output.contains("terraform_data.courses"), "\(planned)")
        let checked = try make("check", in: project)
        #expect(checked.status == .exited(0), "\(checked)")
        #expect(try project.state() == [])
    }

    @Test func `make check fails where something would be lost`() throws {
        let project = try project()
        try project.prepare("apply", "-auto-approve")
        try project.write("", to: "main.tf")
        let before = try project.stateFiles()
        let result = try make("check", in: project)
        #expect(result.status == .exited(2), "\(result)")
        #expect(
            plainText(result.output + result.errors).contains("courses-main"), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `make check judges the plan's own file, from a folder of its own`() throws {
        let project = try project()
        try project.write("TF_DIR := it's here\n" + text(project, "Makefile"), to: "Makefile")
        try project.write(TerraformProject.configuration(["x": "x-main"]), to: "it's here/main.tf")
        try project.writeProgram(
            """
            #!/bin/sh
            [ "$2" != show ] || { echo '{"format_version":"1.2","terraform_version":"1.11.4"}'; exit; }
            exec '\(Requirement.terraform.path())' "$@"
            """, to: "bin/terraform")
        let checked = try make("check", in: project)
        #expect(checked.status == .exited(0), "\(checked)")
        // A show that hides what the plan does agrees with nothing.
        let doctored = try make("check", "TERRAFORM=./bin/terraform", in: project)
        #expect(doctored.status == .exited(2), "\(doctored)")
        #expect(doctored.errors.contains("Error 65"), "\(doctored)")
    }

    private func text(_ project: TerraformProject, _ name: String) -> String {
        String(decoding: project.read(name) ?? [], as: UTF8.self)
    }

    @Test func `make -n only says what it would do`() throws {
        let project = try project()
        let before = try project.stateFiles()
        for target in ["plan", "check", "apply", "destroy"] {
            let result = try make("-n", target, in: project)
            #expect(result.status == .exited(0), "\(result)")
            #expect(result.output.contains("tfguard"), "\(result)")
        }
        #expect(try project.stateFiles() == before)
    }
}
