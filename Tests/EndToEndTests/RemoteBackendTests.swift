import TestSupport
import Testing

/// A backend that applies only plans which it makes itself.
@Suite(.requires(.terraform)) struct RemoteBackendTests {
    @Test(arguments: ["apply", "destroy", "refresh"])
    func `the remote backend is refused, with what to write instead`(subcommand: String) throws {
        let project = try TerraformProject()
        try project.write(
            """
            {"version": 3, "backend": {"type": "remote", "config": {"hostname": "localhost"}}}
            """, to: ".terraform/terraform.tfstate")
        let result = try project.tfguard("terraform", subcommand)
        #expect(result.status == .exited(64), "\(result)")
        #expect(plainText(result.errors).contains("cloud block"), "\(result)")
        #expect(result.output == "", "\(result)")
    }
}
