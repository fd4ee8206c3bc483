import TestSupport
import Testing

/// Every policy from the root module upward counts, and the strictest outcome wins.
@Suite(.requires(.terraform)) struct PolicyLayerTests {
    static func rule(_ action: String, _ decision: String) -> String {
        """
        rule "of-this-layer" {
          actions  = ["\(action)"]
          decision = "\(decision)"
          reason   = "Because of the layer."
        }
        """
    }

    @Test func `-policy tightens`() throws {
        let project = try TerraformProject.applied()
        try project.write(Self.rule("delete", "block"), to: "extra.hcl")
        let result = try project.tfguard("-policy=extra.hcl", "destroy", "-auto-approve")
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).contains("Because of the layer."), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `-policy does not relax`() throws {
        let project = try TerraformProject.applied()
        try project.write(Self.rule("*", "allow"), to: "extra.hcl")
        let result = try project.tfguard("-policy=extra.hcl", "destroy", "-auto-approve")
        #expect(result.status == .exited(3), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test(arguments: ["live/tfguard.hcl", "live/eu/tfguard.hcl", "live/eu/courses/tfguard.hcl"])
    func `a policy at or above the root module counts`(place: String) throws {
        let project = try TerraformProject.applied(policy: nil, module: "live/eu/courses")
        try project.base.write(Self.rule("delete", "block"), to: place)
        let result = try project.tfguard("terraform", "destroy", "-auto-approve")
        #expect(result.status == .exited(5), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `the root module's real path decides, not the way to it`() throws {
        let project = try TerraformProject.applied(policy: nil, module: "live/eu/courses")
        try project.base.write(Self.rule("delete", "block"), to: "live/tfguard.hcl")
        try project.base.makeFolder("elsewhere")
        let linked = try run(
            "/bin/ln", ["-s", project.directory, project.base.path("elsewhere/here")],
            environment: project.environment)
        #expect(linked.status == .exited(0), "\(linked)")
        let result = try project.tfguard(
            ["terraform", "-chdir=here", "destroy", "-auto-approve"],
            directory: project.base.path("elsewhere"))
        #expect(result.status == .exited(5), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `production is recognised by the folder's usual name`() throws {
        let project = try TerraformProject.applied(module: "live/prod/courses")
        let result = try project.tfguard("terraform", "destroy", "-auto-approve")
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).lowercased().contains("production"), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test(arguments: [true, false])
    func `production is recognised by the workspace's usual name`(isSelected: Bool) throws {
        let project = try TerraformProject()
        try project.prepare("workspace", "new", "prod")
        try project.prepare("apply", "-auto-approve")
        if !isSelected { try project.prepare("workspace", "select", "default") }
        let before = try project.stateFiles()
        let result = try project.tfguard(
            ["terraform", "destroy", "-auto-approve"],
            setting: ["TF_WORKSPACE": isSelected ? nil : "prod"])
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).lowercased().contains("production"), "\(result)")
        #expect(try project.stateFiles() == before)
    }
}
