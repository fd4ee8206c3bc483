import TestSupport
import Testing

/// Commands that an apply would run and that its plan does not tell of.
@Suite(.requires(.terraform)) struct ProvisionerTests {
    /// A project in which removing things needs no confirmation by itself.
    private func project(_ configuration: String) throws -> TerraformProject {
        let project = try TerraformProject(
            policy: """
                override "nothing-here-matters" {
                  rules     = ["builtin:default/loss", "builtin:default/blast-radius"]
                  addresses = ["**"]
                  decision  = "allow"
                  reason    = "A test."
                }
                """)
        try project.prepare("apply", "-auto-approve")
        try project.write(configuration, to: "main.tf")
        return project
    }

    @Test(arguments: [true, false])
    func `a provisioner in a removed block is asked about`(isRemoved: Bool) throws {
        let provisioner = """
            provisioner "local-exec" {
              when    = destroy
              command = "echo > ran"
            }
            """
        let project = try project(
            """
            removed {
              from = terraform_data.courses
              lifecycle { destroy = true }
              \(isRemoved ? provisioner : "")
            }
            """)
        try project.prepare("plan", "-out=it.plan")
        for arguments in [["apply", "it.plan"], ["apply", "-auto-approve"]] where isRemoved {
            let result = try project.tfguard(["terraform"] + arguments)
            #expect(result.status == .exited(3), "\(result)")
            #expect(result.errors.contains("runs-code"), "\(result)")
            #expect(project.read("ran") == nil)
        }
        guard !isRemoved else { return }
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(!result.errors.contains("runs-code"), "\(result)")
    }

    @Test func `so is one in a module's removed block`() throws {
        let project = try TerraformProject(databases: [:])
        try project.write("module \"app\" { source = \"./app\" }\n", to: "main.tf")
        try project.write("resource \"terraform_data\" \"x\" {}\n", to: "app/main.tf")
        try project.prepare("init")
        try project.prepare("apply", "-auto-approve")
        try project.write(
            """
            removed {
              from = terraform_data.x
              lifecycle { destroy = true }
              provisioner "local-exec" {
                when    = destroy
                command = "echo > ran"
              }
            }
            """, to: "app/main.tf")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(3), "\(result)")
        #expect(result.errors.contains("runs-code"), "\(result)")
    }

    @Test func `what tests would run is asked about`() throws {
        let project = try TerraformProject(databases: [:])
        try project.write("module \"app\" { source = \"./app\" }\n", to: "main.tf")
        try project.write("run \"it\" {}\n", to: "it.tftest.hcl")
        try project.write("resource \"terraform_data\" \"x\" {}\n", to: "app/main.tf")
        try project.prepare("init")
        let harmless = try project.tfguard("terraform", "test")
        #expect(harmless.status == .exited(0), "\(harmless)")
        try project.write(
            """
            resource "terraform_data" "x" {
              provisioner "local-exec" { command = "echo > ran" }
            }
            """, to: "app/main.tf")
        let result = try project.tfguard("terraform", "test")
        #expect(result.status == .exited(3), "\(result)")
        #expect(plainText(result.errors).contains("provisioners"), "\(result)")
        #expect(project.read("ran") == nil)
        #expect(project.read("app/ran") == nil)
    }
}
