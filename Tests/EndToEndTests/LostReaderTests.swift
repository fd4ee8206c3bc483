import TestSupport
import Testing

/// What becomes of an apply whose output nobody reads to the end, as behind `| head`.
@Suite(.requires(.terraform)) struct LostReaderTests {
    /// A terraform whose plan waits, and whose apply notes that it has begun and writes on and on.
    private func project() throws -> TerraformProject {
        let project = try TerraformProject()
        try project.writeProgram(
            """
            #!/bin/sh
            case $1 in
            plan)
                '\(Requirement.terraform.path())' "$@" || exit
                : > planned
                while [ ! -e go-on ]; do sleep 0.02; done ;;
            apply)
                : > applying
                while echo x; do sleep 0.02; done ;;
            *) exec '\(Requirement.terraform.path())' "$@" ;;
            esac
            """, to: "bin/terraform")
        return project
    }

    private func apply(_ reader: String, in project: TerraformProject) throws -> ProcessResult {
        try run(
            "/bin/bash",
            [
                "-c",
                "\"$0\" ./bin/terraform apply -auto-approve | { \(reader) }; exit ${PIPESTATUS[0]}",
                ToolUnderTest.path(),
            ], environment: project.environment, directory: project.directory)
    }

    @Test func `a reader who has gone before the apply gets none`() throws {
        let project = try project()
        let result = try apply(
            "while [ ! -e planned ]; do read -t 0.1 line; done; exec <&-; : > go-on;", in: project)
        #expect(result.status == .exited(74), "\(result)")
        #expect(result.errors.contains("Nobody reads the output"), "\(result)")
        #expect(project.read("applying") == nil)
    }

    @Test func `a reader who goes during the apply ends it, as without tfguard`() throws {
        let project = try project()
        try project.write("", to: "go-on")
        let result = try apply("while [ ! -e applying ]; do read line; done;", in: project)
        #expect(result.status == .exited(141), "\(result)")
        #expect(project.read("applying") != nil)
    }
}
