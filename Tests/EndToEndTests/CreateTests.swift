import TestSupport
import Testing

/// What loses nothing passes as terraform itself would let it pass.
@Suite(.requires(.terraform)) struct CreateTests {
    @Test func `a create is applied with -auto-approve`() throws {
        let project = try TerraformProject()
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output.contains("Apply complete!"), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    struct Answer: CustomTestStringConvertible {
        let typed: String
        let isYes: Bool
        var testDescription: String { typed.debugDescription }
    }

    /// Only `yes` counts; what the bare terraform makes of each is asked, not remembered.
    @Test(arguments: [
        Answer(typed: "yes\n", isYes: true),
        Answer(typed: "yes\r\n", isYes: true),
        // A line that does not end is none.
        Answer(typed: "yes", isYes: false),
        Answer(typed: "no\n", isYes: false),
        Answer(typed: " yes\n", isYes: false),
        Answer(typed: "yes \n", isYes: true),
        Answer(typed: "yes yes\n", isYes: false),
        Answer(typed: "\nyes\n", isYes: false),
        Answer(typed: "no\nyes\n", isYes: false),
        Answer(typed: "y\n", isYes: false),
        Answer(typed: "YES\n", isYes: false),
        Answer(typed: "\n", isYes: false),
        Answer(typed: "", isYes: false),
    ])
    func `without -auto-approve, Terraform's own question is read where Terraform reads it`(
        answer: Answer
    ) throws {
        let bare = try TerraformProject()
        let bareResult = try bare.terraform("apply", standardInput: answer.typed)
        let project = try TerraformProject()
        let result = try project.tfguard("terraform", "apply", standardInput: answer.typed)

        #expect(result.status == bareResult.status, "\(result)")
        #expect(try project.state() == (answer.isYes ? ["terraform_data.courses"] : []))
        #expect(try project.state() == bare.state())
        let question = "Do you want to perform these actions?"
        #expect(plainText(bareResult.output).contains(question), "\(bareResult)")
        #expect(plainText(result.output + result.errors).contains(question), "\(result)")
    }

    @Test func `on a terminal, Terraform's own question is asked and answered there`() throws {
        let project = try TerraformProject()
        let terminal = try project.tfguardOnTerminal("terraform", "apply")
        try terminal.expect("Do you want to perform these actions?")
        try terminal.expect("Enter a value:")
        try terminal.type("yes")
        try terminal.expect("Apply complete!")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `with -input=false nobody is asked, so nothing is applied`() throws {
        let project = try TerraformProject()
        let result = try project.tfguard(
            "terraform", "apply", "-input=false", standardInput: "yes\n")
        #expect(result.status != .exited(0), "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `an update and a first apply in a workspace pass`() throws {
        let project = try TerraformProject()
        try project.prepare("workspace", "new", "green")
        let first = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(first.status == .exited(0), "\(first)")
        try project.write(
            TerraformProject.configuration(["courses": "courses-two"]), to: "main.tf")
        let second = try project.tfguard("apply", "-auto-approve")
        #expect(second.status == .exited(0), "\(second)")
        #expect(second.output.contains("1 changed"), "\(second)")
        #expect(project.read("terraform.tfstate.d/green/terraform.tfstate") != nil)
    }

    @Test func `a plan without changes needs no answer, as with terraform`() throws {
        let project = try TerraformProject()
        try project.prepare("apply", "-auto-approve")
        let result = try project.tfguard("terraform", "apply")
        #expect(result.status == .exited(0), "\(result)")
        #expect(plainText(result.output).contains("No changes."), "\(result)")
    }

    @Test func `flags of plan and apply reach terraform`() throws {
        let project = try TerraformProject(databases: ["one": "first", "two": "second"])
        let result = try project.tfguard(
            "terraform", "apply", "-auto-approve", "-no-color", "-target=terraform_data.two",
            "-parallelism=1", "-lock-timeout=3s")
        #expect(result.status == .exited(0), "\(result)")
        #expect(!result.output.contains("\u{1B}"))
        #expect(try project.state() == ["terraform_data.two"])
    }

    @Test func `variables reach terraform, in every form`() throws {
        let project = try TerraformProject()
        try project.write(
            """
            variable "typed" {}
            variable "file" {}
            variable "environment" {}
            resource "terraform_data" "it" {
              input = "${var.typed} ${var.file} ${var.environment}"
            }
            output "it" { value = terraform_data.it.output }
            """, to: "main.tf")
        try project.write("file = \"b\"\n", to: "values/b.tfvars")
        let result = try project.tfguard(
            [
                "terraform", "apply", "-auto-approve", "-var", "typed=a",
                "-var-file=values/b.tfvars",
            ],
            setting: ["TF_VAR_environment": "c"])
        #expect(result.status == .exited(0), "\(result)")
        #expect(try project.terraform("output", "-raw", "it").output == "a b c")
    }

    @Test func `a failing plan ends with terraform's status and message`() throws {
        let project = try TerraformProject()
        try project.write("resource \"terraform_data\" {}", to: "main.tf")
        let bare = try project.terraform("apply", "-auto-approve")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == bare.status, "\(result)")
        #expect(result.errors.contains("Missing name for resource"), "\(result)")
    }

    @Test func `a failing apply ends with terraform's status, and the state holds what was done`()
        throws
    {
        let project = try TerraformProject()
        try project.write(
            """
            resource "terraform_data" "good" {}
            resource "terraform_data" "bad" {
              depends_on = [terraform_data.good]
              lifecycle {
                postcondition {
                  condition     = self.id == ""
                  error_message = "never holds"
                }
              }
            }
            """, to: "main.tf")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(1), "\(result)")
        #expect(result.errors.contains("never holds"), "\(result)")
        #expect(try project.state() == ["terraform_data.bad", "terraform_data.good"])
    }
}
