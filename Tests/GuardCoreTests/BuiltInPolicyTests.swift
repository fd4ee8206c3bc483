import Diagnostics
import Foundation
import Testing

@testable import GuardCore

@Suite struct BuiltInPolicyTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies")

    /// The catalogs of the repository, as the tool embeds them.
    static func catalogs() throws -> Catalogs {
        let folder = Self.folder.appending(path: "catalog")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Catalogs(
            try names.filter { $0.hasSuffix(".hcl") }.map { name in
                let bytes = try Data(contentsOf: folder.appending(path: name))
                return (String(name.dropLast(4)), SourceFile(name: name, bytes: Array(bytes)))
            })
    }

    @Test func `the default policy has no error`() throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: "default.hcl"))
        let text = try #require(String(data: bytes, encoding: .utf8))
        let policy = try policy(source(text, layer: .builtin))
        #expect(policy.rules.count > 5)
    }
}
