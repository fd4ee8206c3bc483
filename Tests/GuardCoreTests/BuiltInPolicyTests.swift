import Diagnostics
import Foundation
import Testing

@testable import GuardCore

@Suite struct BuiltInPolicyTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies")

    /// The catalogs of the repository, as the tool embeds them.
    static func catalogs() throws -> [String: SourceFile] {
        let folder = Self.folder.appending(path: "catalog")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".hcl") }.reduce(into: [:]) { files, name in
            let bytes = try Data(contentsOf: folder.appending(path: name))
            files[String(name.dropLast(4))] = SourceFile(name: name, bytes: Array(bytes))
        }
    }

    @Test func `the default policy has no error`() throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: "default.hcl"))
        let text = try #require(String(data: bytes, encoding: .utf8))
        let policy = try policy(source(text, layer: .builtin))
        #expect(policy.rules.count > 5)
    }

    @Test func `every catalog is complete and has no error`() throws {
        let catalogs = try Self.catalogs()
        #expect(catalogs.count > 3)
        for (provider, file) in catalogs where provider != "accounts" {
            var reader = PolicyReader()
            let blocks = reader.readCatalog(file)
            #expect(reader.diagnostics.map(\.summary) == [], "\(provider)")
            #expect(!blocks.isEmpty, "\(provider)")
            // Read block by block, as a judgement reads it, it says the same.
            let text = CatalogText(file)
            #expect(text.types == blocks.keys.sorted(), "\(provider)")
            for (type, block) in blocks {
                let alone = text.block(for: type)
                #expect(alone.diagnostics.isEmpty, "\(type)")
                #expect(
                    "\(String(describing: alone.block))"
                        == "\(String(describing: block as ResourceBlock?))")
                // The judge looks for a type in the catalog of its first word.
                #expect(type.description.hasPrefix(provider), "\(type)")
                #expect(block.category != nil && block.severity != nil, "\(type)")
            }
        }
    }
}
