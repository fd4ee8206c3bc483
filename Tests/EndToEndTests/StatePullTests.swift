import TestSupport
import Testing

/// The state is asked for as seldom as can be: behind some backends that takes seconds.
@Suite(.requires(.terraform, .python)) struct StatePullTests {
    /// Runs with a terraform in front of terraform that writes down what it is asked.
    private func pulls(
        _ project: TerraformProject, _ arguments: [String], typing: String? = nil
    ) throws -> Int {
        let counted = project.base.path("counted")
        try project.base.write("", to: "counted")
        try project.base.writeProgram(
            """
            #!/bin/sh
            printf '%s\\n' "$*" >> '\(counted)'
            exec '\(Requirement.terraform.path())' "$@"

            """, to: "counting/terraform")
        let terraform = project.base.path("counting/terraform")
        if let typing {
            let terminal = try project.tfguardOnTerminal(terraform, arguments[0])
            try terminal.expect("Type \"\(typing)\"")
            try terminal.type(typing)
            #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        } else {
            let result = try project.tfguard([terraform] + arguments)
            #expect(result.status == .exited(0), "\(result)")
        }
        let asked = String(decoding: project.base.read("counted") ?? [], as: UTF8.self)
        #expect(asked.contains("show -json"), "nothing was counted: \(asked)")
        return asked.split(separator: "\n").count { $0.contains("state pull") }
    }

    private func remote() throws -> (TerraformProject, HTTPStateServer) {
        let server = try HTTPStateServer()
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(server.backend(), to: "backend.tf")
        try project.write("resource \"terraform_data\" \"a\" { count = 3 }\n", to: "main.tf")
        try project.prepare("init", "-input=false")
        return (project, server)
    }

    @Test func `before an apply the state is pulled once at most, and once after a remote one`()
        throws
    {
        let (project, server) = try remote()
        // What a plan of our own was made from stands in the plan.
        #expect(try pulls(project, ["apply", "-auto-approve"]) == 1)
        try project.write("resource \"terraform_data\" \"a\" { count = 4 }\n", to: "main.tf")
        try project.prepare("plan", "-out=p")
        // Whether somebody else's plan fits the state, the state has to say.
        #expect(try pulls(project, ["apply", "p"]) == 2)
        // Typing takes minutes: once more afterwards.
        #expect(try pulls(project, ["destroy"], typing: "destroy 4") == 2)
        _ = server
    }

    @Test func `where the state is a local file an apply pulls nothing`() throws {
        let project = try TerraformProject()
        #expect(try pulls(project, ["apply", "-auto-approve"]) == 0)
    }
}
