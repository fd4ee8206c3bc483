import TestSupport
import Testing

/// A script that answers "yes" destroys nothing.
@Suite(.requires(.terraform)) struct DestroyWithoutTerminalTests {
    static let invocations: [[String]] = [
        ["terraform", "destroy"],
        ["terraform", "destroy", "-auto-approve"],
        ["terraform", "apply", "-destroy"],
        ["terraform", "apply", "-destroy", "-auto-approve"],
        ["terraform", "apply", "-destroy=TRUE", "-auto-approve"],
        ["terraform", "apply", "-destroy=1", "-auto-approve"],
        ["terraform", "apply", "--destroy", "--auto-approve"],
        ["terraform", "apply", "-auto-approve", "-replace=terraform_data.courses"],
        ["terraform", "apply", "-auto-approve", "-replace", "terraform_data.courses"],
        ["terraform", "destroy", "-auto-approve", "-target=terraform_data.courses"],
        ["terraform", "destroy", "-input=false"],
        ["terraform", "destroy", "-no-color", "-auto-approve"],
        ["terraform", "-chdir=.", "destroy", "-auto-approve"],
        ["destroy"],
        ["destroy", "-auto-approve"],
        ["apply", "-destroy", "-auto-approve"],
        ["-chdir=.", "destroy"],
    ]

    @Test(arguments: invocations)
    func `a destroy without a terminal is refused, with "yes" on standard input`(
        arguments: [String]
    ) throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let result = try project.tfguard(arguments, standardInput: "yes\n")
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.stateFiles() == before)
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `the refusal names what would be lost, and goes to standard error`() throws {
        let project = try TerraformProject.applied()
        let result = try project.tfguard("terraform", "destroy", standardInput: "yes\n")
        let message = plainText(result.errors)
        for words in ["terraform_data.courses", "courses-main", "terminal"] {
            #expect(message.contains(words), "\(result)")
        }
    }

    @Test func `terraform by its path is guarded, too`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let result = try project.tfguard(
            [Requirement.terraform.path(), "destroy", "-auto-approve"], standardInput: "yes\n")
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `-chdir reaches the module from elsewhere, with its policy`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        let result = try project.tfguard(
            ["terraform", "-chdir=stack", "destroy", "-auto-approve"], standardInput: "yes\n",
            directory: project.base.path)
        #expect(result.status == .exited(3), "\(result)")
        #expect(plainText(result.errors).contains("courses-main"), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test(arguments: ["", "# nothing is left\n"])
    func `an emptied configuration is a destroy`(configuration: String) throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        try project.write(configuration, to: "main.tf")
        let result = try project.tfguard(
            "terraform", "apply", "-auto-approve", standardInput: "yes\n")
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `a replacement is a loss`() throws {
        let project = try TerraformProject()
        func configuration(_ trigger: Int) -> String {
            """
            resource "terraform_data" "courses" {
              input            = "courses-main"
              triggers_replace = \(trigger)
            }
            """
        }
        try project.write(configuration(1), to: "main.tf")
        try project.prepare("apply", "-auto-approve")
        let before = try project.stateFiles()
        try project.write(configuration(2), to: "main.tf")
        let result = try project.tfguard(
            "terraform", "apply", "-auto-approve", standardInput: "yes\n")
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `forgetting an object is a loss`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        try project.write(
            """
            removed {
              from = terraform_data.courses
              lifecycle { destroy = false }
            }
            """, to: "main.tf")
        let result = try project.tfguard(
            "terraform", "apply", "-auto-approve", standardInput: "yes\n")
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `in production nobody but a person gets past a critical loss`() throws {
        let project = try TerraformProject.applied(policy: productionPolicy)
        let before = try project.stateFiles()
        let result = try project.tfguard(
            "terraform", "destroy", "-auto-approve", standardInput: "yes\n")
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).lowercased().contains("production"), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `a loss that no policy of the project mentions is refused by the built-in one`()
        throws
    {
        // No tfguard.hcl, and a type that a new one is not as good as: a provisioned one would do,
        // but the state of a deleted resource has no configuration left to say so.
        let project = try TerraformProject(policy: nil)
        try project.prepare("apply", "-auto-approve")
        let result = try project.tfguard(
            "terraform", "destroy", "-auto-approve", standardInput: "yes\n")
        // The whole state goes away: that is confirmed whatever it holds.
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }
}

/// The database policy, for a folder that is production.
let productionPolicy =
    TerraformProject.databasePolicy + """

        environment "production" {
          fallback = true
        }
        """

/// The database policy, for a folder that is staging.
let stagingPolicy =
    TerraformProject.databasePolicy + """

        environment "staging" {
          fallback = true
        }
        """
