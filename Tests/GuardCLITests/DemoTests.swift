import Diagnostics
import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct DemoTests {
    @Test func `shows a script stopped and a person asked by name`() throws {
        let machine = Machine()
        try demo(on: machine.stage(terraform: "terraform"))
        #expect(
            machine.said == """
                Two resources that a policy declares to be databases are created; that passes:

                  $ tfguard terraform apply -auto-approve
                  Apply complete! Resources: 2 added, 0 changed, 0 destroyed.

                A script destroys them, and says yes to everything:

                  $ yes yes | tfguard terraform destroy -auto-approve
                tfguard: Needs confirmation
                  […]
                  exit status 3

                That destroy never ran. Both are still there:

                  $ tfguard terraform state list
                  terraform_data.courses
                  terraform_data.enrolments

                A person at a terminal sees this, and has to type the name:

                ── demo ────────────────────────────────────────────────────────────────────────
                Workspace prod in /home/ada/infra/live/prod/courses; demo by fallback.

                This would destroy 1 resource, a critical one.

                 DESTROY  courses-prod (critical data)
                          terraform_data.courses
                   Why       Terraform gives no reason, as in every destroy.
                   Rule      critical-loss (builtin:default): Applying again does not bring it
                             back.
                   Recovery  Restore the newest snapshot: an hour or more, and what was written
                             since it is gone. Take a snapshot first.
                   Instead   To keep it, write a removed block with destroy = false; Terraform
                             lets go of it.

                Nothing else changes.
                Nothing has changed yet, and Ctrl-C keeps it so.
                Type "courses-prod" to destroy it

                """)
        #expect(machine.written == ["main.tf", "tfguard.hcl"])
        #expect(machine.judged == "the plan of show -json")
        #expect(machine.scriptSaid.hasPrefix("yes\nyes\n"))
    }

    @Test func `judges a recorded plan where there is no terraform`() throws {
        let machine = Machine()
        try demo(on: machine.stage(terraform: nil))
        #expect(machine.commands.isEmpty)
        #expect(machine.judged == "the recorded plan")
        #expect(machine.said.hasPrefix("This machine has no terraform"))
        #expect(machine.said.hasSuffix("\nType \"courses-prod\" to destroy it\n"))
    }

    @Test(arguments: ["apply": Int32(1), "destroy": 0, "state": 1, "plan": 1, "show": 1])
    func `stops where a step does not end as it must`(step: String, status: Int32) throws {
        let machine = Machine()
        machine.statuses[step] = status
        #expect {
            try demo(on: machine.stage(terraform: "terraform"))
        } throws: { error in
            let failure = error as? DemoFailure
            return failure?.outcome.status == status
                && failure?.command.contains("tfguard terraform \(step)") == true
        }
        #expect(!machine.said.contains("Type "))
    }

    @Test func `shows the report where a stricter policy blocks it`() throws {
        let machine = Machine()
        machine.verdict = Sample.verdict(
            [Sample.loss("courses-prod", "terraform_data.courses", decision: .block)])
        try demo(on: machine.stage(terraform: nil))
        #expect(machine.said.contains("tfguard: Blocked (critical-loss)."))
        #expect(!machine.said.contains("Type "))
    }

    @Test func `shows nothing of a child's output that a terminal would obey`() throws {
        let machine = Machine()
        machine.errors = Hostile.text
        try demo(on: machine.stage(terraform: "terraform"))
        Hostile.expectNone(in: machine.said.split(separator: "\n").joined().utf8)
    }

    /// A machine whose tool answers as it is told.
    private final class Machine {
        var said = ""
        var written: [String] = []
        var commands: [String] = []
        var judged = ""
        var scriptSaid = ""
        var statuses: [String: Int32] = ["destroy": 3]
        var errors = "tfguard: Needs confirmation\n\nNothing was changed.\n\n"
        var verdict = Sample.verdict(
            [Sample.loss("courses-prod", "terraform_data.courses", reason: nil)],
            environments: [RecognisedEnvironment(name: "demo", by: "fallback")])

        private let outputs = [
            "apply": "…\nApply complete! Resources: 2 added, 0 changed, 0 destroyed.\n",
            "state": "terraform_data.courses\nterraform_data.enrolments\n",
            "show": "the plan of show -json",
        ]

        func stage(terraform: String?) -> DemoStage {
            DemoStage(
                files: DemoStage.Files(
                    configuration: [], policy: [], recordedPlan: Array("the recorded plan".utf8)),
                terraform: terraform, size: TerminalSize(columns: 80, rows: 24), style: .plain,
                write: { name, _ in self.written.append(name) },
                tfguard: { arguments, input in
                    let step = arguments[1]
                    self.commands.append(arguments.joined(separator: " "))
                    if step == "destroy" {
                        self.scriptSaid = String(decoding: input, as: UTF8.self)
                    }
                    return DemoStage.Outcome(
                        status: self.statuses[step] ?? 0,
                        output: Array((self.outputs[step] ?? "").utf8),
                        errors: Array(self.errors.utf8))
                },
                judge: { plan in
                    self.judged = String(decoding: plan, as: UTF8.self)
                    return self.verdict
                },
                say: { self.said += $0 })
        }
    }
}
