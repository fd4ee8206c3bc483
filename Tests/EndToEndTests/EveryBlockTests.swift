import Foundation
import TestSupport
import Testing

@testable import GuardCore

/// A policy that says everything that can be said.
@Suite struct EveryBlockTests {
    private func fixture(_ name: String) throws -> String {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/every-block/\(name)")
        return try String(contentsOf: source, encoding: .utf8)
    }

    /// Without `observe`, which would have it judge and stop nothing.
    @Test func `every block of the language is judged by`() throws {
        let folder = try TemporaryDirectory()
        let text = try fixture("tfguard.hcl")
        let start = try #require(text.range(of: "\nobserve {"))
        let end = try #require(text.range(of: "\n}\n", range: start.upperBound..<text.endIndex))
        try folder.write(
            text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "\n"),
            to: "tfguard.hcl")
        try folder.write(
            try fixture("every-block.tfguardtest.hcl"), to: "every-block.tfguardtest.hcl")
        let result = try run(
            ToolUnderTest.path(), ["policy", "test"],
            environment: ChildEnvironment(home: folder.path),
            directory: folder.path)
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output.contains("11 passed, 0 failed."), "\(result)")
    }

    @Test func `every block of the language is read, checked and shown`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(try fixture("tfguard.hcl"), to: "tfguard.hcl")
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
        let words = show.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for block in [
            "rule \"no-database-loss\"", "limit \"blast-radius\"", "environment \"production\"",
            "override \"preview-may-die\"", "exception \"retire-legacy-db\"", "window \"night\"",
            "rehearsal \"staging-first\"", "resource \"acme_vault\"", "command \"init\"",
            "state rollback", "unless fresh-snapshot staging-first", "22:00 to 06:00",
            "2031-12-18 to 2032-01-04", "evidence \"fresh-snapshot\"", "window \"year-end\"",
            "approvals",
            "break_glass", "apply", "identity", "audit", "observe", "until 2031-12-31",
        ] {
            #expect(words.contains(block), "\(block): \(show)")
        }
        // Each file with its digest; nothing is wider than a terminal.
        let digest = sha256Text(Array(try fixture("tfguard.hcl").utf8))
        #expect(show.output.contains(digest), "\(show)")
        #expect(show.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(show)")
    }
}
