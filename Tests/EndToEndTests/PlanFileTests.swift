import Foundation
import TestSupport
import Testing

/// Where `plan -out` writes to, while others write there, too.
@Suite(.requires(.terraform)) struct PlanFileTests {
    @Test(arguments: [false, true])
    func `a plan file that leads elsewhere after the planning is told`(isSwapped: Bool) throws {
        let project = try TerraformProject()
        try project.writeProgram(
            """
            #!/bin/sh
            '\(Requirement.terraform.path())' "$@" || exit
            [ "$1" = plan ] || exit 0
            \(isSwapped ? "mv it.plan other && ln -s other it.plan" : ":")
            """, to: "bin/terraform")
        let result = try project.tfguard("./bin/terraform", "plan", "-out=it.plan")
        #expect(result.status == .exited(isSwapped ? 6 : 0), "\(result)")
        #expect(result.errors.contains("leads elsewhere") == isSwapped, "\(result)")
        #expect(result.output.contains("Saved the plan to: it.plan") || isSwapped, "\(result)")
    }

    @Test func `a link to a place of its own is one`() throws {
        let project = try TerraformProject.applied()
        try project.base.makeFolder("plans")
        try FileManager.default.createSymbolicLink(
            atPath: project.path("it.plan"), withDestinationPath: "../plans/today")
        let result = try project.tfguard("terraform", "plan", "-out=it.plan")
        #expect(result.status == .exited(0), "\(result)")
        #expect(project.base.read("plans/today") != nil)
    }

    @Test func `a second name of the state is the state`() throws {
        let project = try TerraformProject.applied()
        try FileManager.default.linkItem(
            atPath: project.path("terraform.tfstate"), toPath: project.path("it.plan"))
        let before = try project.stateFiles()
        for (arguments, variables) in [
            (["plan", "-out=it.plan"], [:]),
            (["version"], ["TF_LOG": "trace", "TF_LOG_PATH": "it.plan"]),
        ] {
            let result = try project.tfguard(["terraform"] + arguments, setting: variables)
            #expect(result.status == .exited(64), "\(result)")
            #expect(try project.stateFiles() == before)
        }
    }
}
