import Foundation
import TestSupport
import Testing

/// Plans that only terraform can read: bookmarks of HCP Terraform's, and what OpenTofu encrypted.
@Suite struct SingleReadingTests {
    private static let bookmark =
        #"{"remote_plan_format":1,"run_id":"run-a","hostname":"app.terraform.io"}"#
    private static let encrypted =
        #"{"meta":{"key_provider.pbkdf2.a":"e30="},"encrypted_data":"AAAA","#
        + #""encryption_version":"v0"}"#

    @Test(arguments: [bookmark, encrypted])
    func `a plan that only terraform can read is judged, and says so`(file: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write(file, to: "it.plan")
        try folder.write(ManyPlansTests.plan("no-op"), to: "shown.json")
        try folder.writeProgram(
            """
            #!/bin/sh
            case "$1" in
              version) echo '{"terraform_version":"1.11.4"}' ;;
              show) cat "\(folder.path("shown.json"))" ;;
            esac
            """, to: "bin/terraform")
        let result = try run(
            ToolUnderTest.path(),
            ["check", "-format=json", "-terraform=\(folder.path("bin/terraform"))", "it.plan"],
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
        #expect(result.status == .exited(3), "\(result)")
        let verdict = try object(result.standardOutput)
        #expect(verdict["decision"] as? String == "confirm")
        let findings = try #require(verdict["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["rule"] as? String == "single-reading" }, "\(result)")
    }

    @Test(arguments: [bookmark, encrypted])
    func `without a terraform that can show it, it is no plan`(file: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write(file, to: "it.plan")
        try folder.writeProgram("#!/bin/sh\nexit 11\n", to: "bin/terraform")
        let result = try run(
            ToolUnderTest.path(),
            ["check", "-terraform=\(folder.path("bin/terraform"))", "it.plan"],
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
        #expect(result.status == .exited(65), "\(result)")
    }
}
