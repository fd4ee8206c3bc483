import Foundation
import Testing

@testable import GuardSystem

@Suite struct EmbeddedFilesTests {
    private static let policies = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "policies")

    /// What belongs into the binary: the policies, the catalog, and all of the demonstration.
    private static func shipped() -> [String] {
        [("", ".hcl"), ("catalog/", ".hcl"), ("demo/", "")].flatMap { folder, ending in
            let names = try? FileManager.default.contentsOfDirectory(
                atPath: policies.appending(path: folder).path)
            return (names ?? []).filter { $0.hasSuffix(ending) || ending.isEmpty }.map {
                folder + $0
            }
        }.sorted()
    }

    @Test func `the binary has every shipped policy and nothing else`() throws {
        #expect(EmbeddedFiles.paths.sorted() == Self.shipped())
        #expect(EmbeddedFiles.paths.contains("default.hcl"))
    }

    @Test func `byte for byte`() throws {
        for path in Self.shipped() {
            let expected = try Array(Data(contentsOf: Self.policies.appending(path: path)))
            let isSame = EmbeddedFiles.bytes(of: path) == expected
            #expect(isSame, "\(path)")
        }
    }

    @Test func `there is no other`() {
        #expect(EmbeddedFiles.bytes(of: "no-such.hcl") == nil)
        #expect(EmbeddedFiles.bytes(of: "") == nil)
    }
}
