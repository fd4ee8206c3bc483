import Foundation
import TestSupport
import Testing

/// A policy that says everything that can be said.
@Suite struct EveryBlockTests {
    @Test func `every block of the language is read, checked and shown`() throws {
        let folder = try TemporaryDirectory()
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/every-block/tfguard.hcl").path
        try FileManager.default.copyItem(atPath: source, toPath: folder.path("tfguard.hcl"))
        func tfguard(_ arguments: String...) throws -> ProcessResult {
            try run(
                ToolUnderTest.path(), arguments, environment: ChildEnvironment(home: folder.path),
                directory: folder.path)
        }
        let check = try tfguard("policy", "check")
        #expect(check.status == .exited(0), "\(check)")
        #expect(check.output.contains("no error"), "\(check)")
        let show = try tfguard("policy", "show")
        #expect(show.status == .exited(0), "\(show)")
        for block in [
            "rule \"no-database-loss\"", "limit \"blast-radius\"", "environment \"production\"",
            "override \"preview-may-die\"", "exception \"retire-legacy-db\"", "window \"night\"",
            "rehearsal \"staging-first\"",
        ] {
            #expect(show.output.contains(block), "\(block): \(show)")
        }
    }
}
