import Foundation
import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore

@Suite struct PolicyExtensionTests {
    private static func rule(_ name: String) -> String {
        "rule \"\(name)\" {\n  types    = [\"x\"]\n  decision = \"block\"\n}\n"
    }

    private func load(_ folder: String) throws -> Policy {
        let directory = try #require(FilePath(folder)).resolved()
        return try loadPolicy(for: directory, extra: []).policy
    }

    private func refusal(_ folder: String) throws -> String {
        let error = try #require(throws: Refusal.self) { try load(folder) }
        #expect(error.status == .policyError)
        #expect(error.diagnostics.allSatisfy { $0.range != nil })
        return error.diagnostics.map(\.summary).joined()
    }

    @Test func `shipped policies are extended by their names`() throws {
        #expect(Set(shippedPolicyNames) == ["strict", "agents", "ci", "production-windows"])
        let folder = try TemporaryDirectory()
        try folder.write("extends = [\"builtin:strict\", \"builtin:ci\"]\n", to: "tfguard.hcl")
        let policy = try load(folder.path)
        #expect(policy.rules.contains { $0.source.qualifiedName == "builtin:strict/second-person" })
        #expect(policy.digests.map(\.path).contains("builtin:ci"))
        #expect(
            policy.rules.allSatisfy { $0.source.layer == .project || $0.source.layer == .builtin })
    }

    @Test func `a file is found from the folder of the file that extends it`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("extends = [\"../shared/base.hcl\"]\n", to: "live/tfguard.hcl")
        try folder.write(
            "extends = [\"more/rules.hcl\"]\n" + Self.rule("base"), to: "shared/base.hcl")
        try folder.write(Self.rule("more"), to: "shared/more/rules.hcl")
        let policy = try load(folder.path("live"))
        let names = policy.rules.map(\.source.qualifiedName)
        #expect(names.contains("project/base") && names.contains("project/more"))
    }

    @Test func `what two files extend is read once, and belongs to the one further up`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("extends = [\"shared.hcl\", \"builtin:strict\"]\n", to: "tfguard.hcl")
        try folder.write(
            "extends = [\"../shared.hcl\", \"builtin:strict\"]\n", to: "live/tfguard.hcl")
        try folder.write(Self.rule("shared"), to: "shared.hcl")
        let policy = try load(folder.path("live"))
        let rules = policy.rules.filter {
            $0.source.name == "shared" || $0.source.layerName == "builtin:strict"
        }
        #expect(rules.count == 3)
        #expect(rules.allSatisfy { $0.source.origin.distance == 1 })
    }

    @Test func `a file that a nearer one extends stays with the file further up`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.rule("r"), to: "tfguard.hcl")
        try folder.write("extends = [\"../tfguard.hcl\"]\n", to: "live/tfguard.hcl")
        let policy = try load(folder.path("live"))
        let rule = try #require(policy.rules.first { $0.source.name == "r" })
        #expect(rule.source.origin.distance == 1)
    }

    @Test func `a circle is refused at the place that closes it`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("extends = [\"a.hcl\"]\n", to: "tfguard.hcl")
        try folder.write("extends = [\"./b.hcl\"]\n", to: "a.hcl")
        try folder.write("extends = [\"tfguard.hcl\"]\n", to: "b.hcl")
        #expect(try refusal(folder.path) == "Policy that extends itself")
    }

    @Test(arguments: [
        ("builtin:strikt", "No such policy"), ("builtin:default", "Policy that is there already"),
        ("builtin:../default", "No such policy"), ("builtin:catalog/aws", "No such policy"),
        ("missing.hcl", "No such policy"), ("", "No such policy"),
    ])
    func `what does not exist is refused`(name: String, summary: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write("extends = [\"\(name)\"]\n", to: "tfguard.hcl")
        #expect(try refusal(folder.path) == summary)
    }
}
