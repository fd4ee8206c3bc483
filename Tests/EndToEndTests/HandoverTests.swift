import Foundation
import TestSupport
import Testing

/// Two plans that hand an object over from one state to another.
@Suite struct HandoverTests {
    /// Checks a plan that lets go of `courses` beside one that imports something.
    private func check(importing id: String) throws -> ProcessResult {
        let folder = try TemporaryDirectory()
        let row = { (id: String, change: String) in
            """
            {"format_version": "1.2", "planned_values": {}, "configuration": {},
             "prior_state": {"values": {"root_module": {"resources": [
               {"address": "aws_s3_bucket.a", "mode": "managed"},
               {"address": "aws_s3_bucket.b", "mode": "managed"}]}}},
             "resource_changes": [{"address": "aws_s3_bucket.a", "mode": "managed",
               "type": "aws_s3_bucket", "name": "a", "provider_name": "aws",
               "change": {"after_unknown": {}, "before_sensitive": {}, "after_sensitive": {},
                 "before": {"id": "\(id)"}, \(change)}}]}
            """
        }
        try folder.write(row("courses", #""actions": ["forget"], "after": null"#), to: "a.json")
        let importing =
            #""actions": ["no-op"], "after": {"id": "\#(id)"}, "importing": {"id": "\#(id)"}"#
        try folder.write(row(id, importing), to: "b.json")
        return try run(
            ToolUnderTest.path(), ["check", "-format=json", "a.json", "b.json"],
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
    }

    @Test func `what another plan imports is handed over`() throws {
        let result = try check(importing: "courses")
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output.contains(#""effects":["handover"]"#), "\(result)")
    }

    @Test func `what no plan imports is forgotten`() throws {
        let result = try check(importing: "grades")
        #expect(result.status == .exited(3), "\(result)")
        #expect(result.output.contains(#""effects":["forget"]"#), "\(result)")
    }
}
