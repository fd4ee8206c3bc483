import Diagnostics
import Foundation
import HCL
import TerraformPlan
import Testing

@testable import GuardCore

/// The shipped catalog as a whole: what it says of any type can be relied upon.
@Suite struct CatalogTests {
    /// Every block of every catalog, read alone as a judgement reads it.
    private static let blocks:
        [(provider: String, type: ByteString, block: ResourceBlock?, errors: [Diagnostic])] = {
            guard let catalogs = try? BuiltInPolicyTests.catalogs() else { return [] }
            return catalogs.providers.flatMap { provider in
                catalogs.file(of: provider).map { file in
                    var text = CatalogText(file)
                    return text.types.map { type in
                        let (block, errors) = text.block(for: type)
                        return (provider, type, block, errors)
                    }
                } ?? []
            }
        }()

    @Test func `every type stands in the catalog of its provider, once and complete`() {
        #expect(Self.blocks.count > 2_900)
        #expect(Set(Self.blocks.map(\.type)).count == Self.blocks.count)
        for (provider, type, block, errors) in Self.blocks {
            #expect(errors.map(\.summary) == [], "\(type)")
            // The judge looks for a type in the catalog of its first word.
            #expect(Catalogs.provider(of: type.bytes) == provider, "\(type)")
            #expect(block?.category != nil && block?.severity != nil, "\(type)")
            #expect(block?.recovery?.isEmpty == false || block?.severity == .low, "\(type)")
        }
    }

    /// The cuts are made where a line begins with `resource "`: nothing else may stand between them.
    @Test func `read as a whole, a catalog has the same types`() throws {
        let catalogs = try BuiltInPolicyTests.catalogs()
        for provider in catalogs.providers {
            let file = try #require(catalogs.file(of: provider))
            let (body, diagnostics) = parse(file)
            #expect(diagnostics.map(\.summary) == [], "\(provider)")
            let types = body.blocks.filter { $0.type.name == "resource" }
                .compactMap(\.labels.first?.name).map { ByteString($0) }
            #expect(types.sorted() == CatalogText(file).types, "\(provider)")
            // What stands behind the first type is not looked through for the provider's settings.
            let behind = body.blocks.drop { $0.type.name != "resource" }
            #expect(behind.allSatisfy { $0.type.name == "resource" }, "\(provider)")
        }
    }

    @Test func `what a catalog says of its provider has no error`() throws {
        let catalogs = try BuiltInPolicyTests.catalogs()
        var count = 0
        for provider in catalogs.providers {
            let (settings, diagnostics) = CatalogText(
                try #require(catalogs.file(of: provider))
            ).settings()
            #expect(diagnostics.map(\.summary) == [], "\(provider)")
            count += settings.count
        }
        #expect(count >= 10)
    }

    @Test func `advice is no more than a tired person reads`() {
        for (_, type, block, _) in Self.blocks {
            let texts = [block?.recovery].compactMap { $0 } + (block?.harms.map(\.says) ?? [])
            for text in texts + (block?.overwrites.map(\.says) ?? []) {
                #expect(text.count <= 240, "\(type): \(text)")
                #expect(text.hasSuffix("."), "\(type): \(text)")
            }
        }
    }

    @Test func `every type that another is named by is described`() {
        let known = Set(Self.blocks.map(\.type.description))
        for (_, type, block, _) in Self.blocks {
            for named in block?.relations.backupOf.flatMap(\.types) ?? [] {
                #expect(known.contains(named), "\(type): \(named)")
            }
            for target in block?.overwrites.flatMap(\.onto).flatMap(\.targets) ?? [] {
                #expect(known.contains(target.type) || target.type == "any", "\(type)")
            }
        }
    }

    /// The table of `policies/catalog/README.md`, and nothing else, is `low`.
    @Test func `every type of severity low has a reason`() throws {
        let readme = BuiltInPolicyTests.folder.appending(path: "catalog/README.md")
        let rows = try String(contentsOf: readme, encoding: .utf8).split(separator: "\n")
            .drop { !$0.hasPrefix("## What is low") }.filter { $0.hasPrefix("| `") }
        var reasons: [String: Substring] = [:]
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingPrefix { $0 == " " } }
            for type in cells[0].split(separator: "`") where type.contains("_") {
                reasons[String(type)] = cells[1]
            }
        }
        let low = Self.blocks.filter { $0.block?.severity == .low }.map(\.type.description)
        #expect(low.count >= 60)
        #expect(low.sorted() == reasons.keys.sorted())
        #expect(reasons.values.allSatisfy { $0.count > 20 })
    }
}
