import Foundation
import TerraformPlan
import TestSupport
import Testing

@testable import GuardCore

/// The catalog's AWS types and attributes are the real provider's.
@Suite(.requires(.terraform, .awsProvider)) struct CatalogSchemaTests {
    @Test func `every AWS type and attribute of the catalog is in the provider's schema`() throws {
        let schema = try providerSchema()
        let newer = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/aws-version-6.txt"), encoding: .utf8
        ).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        let file = try #require(try BuiltInPolicyTests.catalogs().file(of: "aws"))
        var text = CatalogText(file)
        #expect(text.types.count > 850)
        for type in text.types {
            let name = type.description
            guard let paths = schema[name] else {
                #expect(newer.contains(name), "\(name) is no type of the provider")
                continue
            }
            let block = try #require(text.block(for: type).block)
            for path in block.namedPaths where !newer.contains("\(name).\(path)") {
                #expect(paths.contains(path), "\(name) has no attribute \(path)")
            }
        }
    }

    /// The paths of every type, as `terraform providers schema` tells.
    private func providerSchema() throws -> [String: Set<String>] {
        let folder = try TemporaryDirectory()
        try folder.write(
            """
            terraform {
              required_providers {
                aws = { source = "hashicorp/aws" }
              }
            }
            """.utf8, to: "main.tf")
        let environment = ChildEnvironment(home: folder.path)
        let terraform = try Requirement.terraform.path()
        for arguments in [
            ["init", "-input=false", "-plugin-dir=\(try Requirement.awsProvider.path())"],
            ["providers", "schema", "-json"],
        ] {
            let result = try run(
                terraform, arguments, environment: environment, directory: folder.path,
                timeout: 120)
            try #require(result.status == .exited(0), "\(result.errors)")
            guard arguments[0] == "providers" else { continue }
            let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            let providers = member("provider_schemas", of: document) as? [String: Any]
            let resources = try #require(
                member("resource_schemas", of: providers?.values.first as Any) as? [String: Any])
            return resources.mapValues { resource in
                var paths: Set<String> = []
                collect(member("block", of: resource), below: "", into: &paths)
                return paths
            }
        }
        return [:]
    }

    private func collect(_ block: Any?, below prefix: String, into paths: inout Set<String>) {
        for (name, attribute) in member("attributes", of: block) as? [String: Any] ?? [:] {
            paths.insert(prefix + name)
            collect(type: member("type", of: attribute), below: "\(prefix)\(name).", into: &paths)
            collect(
                member("nested_type", of: attribute), below: "\(prefix)\(name).", into: &paths)
        }
        for (name, nested) in member("block_types", of: block) as? [String: Any] ?? [:] {
            paths.insert(prefix + name)
            collect(member("block", of: nested), below: "\(prefix)\(name).", into: &paths)
        }
    }

    /// `["list", ["object", {"name": "string"}]]`.
    private func collect(type: Any?, below prefix: String, into paths: inout Set<String>) {
        guard let parts = type as? [Any], parts.count == 2, let kind = parts[0] as? String else {
            return
        }
        guard kind == "object" else {
            collect(type: parts[1], below: prefix, into: &paths)
            return
        }
        for (name, inner) in parts[1] as? [String: Any] ?? [:] {
            paths.insert(prefix + name)
            collect(type: inner, below: "\(prefix)\(name).", into: &paths)
        }
    }

    private func member(_ name: String, of value: Any?) -> Any? {
        (value as? [String: Any])?[name]
    }
}

extension ResourceBlock {
    /// Every path that it names, but single tags and the keys of maps.
    fileprivate var namedPaths: [String] {
        let predicates =
            protections + disarms + harms.flatMap(\.conditions)
            + overwrites.flatMap(\.conditions) + (relations.backupsDie ?? [])
            + (relations.finalSnapshot ?? [])
        let paths =
            predicates.map(\.path) + identity + defaults.map(\.path) + harms.map(\.path)
            + overwrites.flatMap(\.onto).map(\.path) + relations.forceNew + relations.replicaOf
            + relations.generated + relations.backupOf.map(\.path)
        return paths.map(\.text).filter { !$0.hasPrefix("tags.") }
            .map { $0.hasSuffix(".*") ? String($0.dropLast(2)) : $0 }
    }
}
