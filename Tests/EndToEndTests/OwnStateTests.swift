import Foundation
import TestSupport
import Testing

/// What a run's own state is kept in, as `terraform init` has noted it down.
@Suite struct OwnStateTests {
    private func check(bucket: String) throws -> ProcessResult {
        let folder = try TemporaryDirectory()
        try folder.makeFolder(".terraform")
        try folder.write(
            """
            {"version": 3, "backend": {"type": "s3", "hash": 1, "config":
              {"bucket": "our-states", "key": "live/terraform.tfstate", "region": "eu-central-1"}}}
            """, to: ".terraform/terraform.tfstate")
        let object = #"{"id": "\#(bucket)", "bucket": "\#(bucket)", "force_destroy": false}"#
        try folder.write(
            """
            {"format_version": "1.2", "planned_values": {}, "configuration": {},
             "resource_changes": [{"address": "aws_s3_bucket.a", "mode": "managed",
               "type": "aws_s3_bucket", "name": "a", "provider_name": "aws",
               "change": {"actions": ["delete"], "before": \(object), "after": null,
                 "after_unknown": {}, "before_sensitive": {}, "after_sensitive": false}}]}
            """, to: "plan.json")
        return try run(
            ToolUnderTest.path(), ["check", "plan.json"],
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
    }

    @Test func `the bucket of this folder's backend is not destroyed`() throws {
        let result = try check(bucket: "our-states")
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.output).contains("own-state"), "\(result)")
        #expect(plainText(result.output).contains("it is the backend's bucket"), "\(result)")
    }

    @Test func `another bucket is a loss like others`() throws {
        let result = try check(bucket: "our-courses")
        #expect(result.status == .exited(3), "\(result)")
        #expect(!result.output.contains("own-state"), "\(result)")
    }
}
