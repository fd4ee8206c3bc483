import Foundation
import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore

/// Which files have a say, and what each of them may take away.
@Suite struct PolicyFilesTests {
    private static let rule = "rule \"r\" {\n  types    = [\"x\"]\n  decision = \"block\"\n}\n"

    private static let override = """
        override "o" {
          rules     = ["**"]
          addresses = ["**"]
          decision  = "allow"
        }
        """

    private func load(_ folder: String, _ extra: [String] = []) throws -> Policy {
        let directory = try #require(FilePath(folder)).resolved()
        return try loadPolicy(for: directory, extra: extra).policy
    }

    private func names(_ policy: Policy) -> [String] {
        policy.digests.filter { $0.layer == "project" }.map(\.path)
    }

    @Test func `every file from the root module upward has a say, and the nearer the less`() throws
    {
        let folder = try TemporaryDirectory()
        try folder.write(Self.rule, to: "tfguard.hcl")
        try folder.write("", to: "repository/.git/HEAD")
        try folder.write(Self.override, to: "repository/live/tfguard.hcl")
        let policy = try load(folder.path("repository/live"))
        #expect(names(policy).count == 2)
        let rule = try #require(policy.rules.first { $0.source.qualifiedName == "project/r" })
        let override = try #require(policy.relaxations.first)
        #expect(!override.reaches(rule.source))
        #expect(override.source.origin.distance == 0)
        #expect(rule.source.origin.distance == 1)
    }

    @Test func `a folder of a temporary folder is nobody's anchor`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.override, to: "tfguard.hcl")
        let policy = try load(folder.path)
        #expect(policy.relaxations.map(\.source.origin.isAnchored) == [false])
    }

    @Test func `what root alone can change is anchored, by every way to it`() throws {
        #expect(try isAnchored("/usr/bin/env"))
        let folder = try TemporaryDirectory()
        let link = folder.path("tfguard.hcl")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: "/usr/bin/env")
        #expect(try !isAnchored(#require(FilePath(link))))
    }

    @Test func `a module in Terragrunt's cache brings no policy`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.rule, to: "live/tfguard.hcl")
        try folder.write(Self.override, to: "live/.terragrunt-cache/a/b/tfguard.hcl")
        try folder.write(Self.override, to: "live/.terragrunt-cache/tfguard.hcl")
        let policy = try load(folder.path("live/.terragrunt-cache/a/b"))
        #expect(policy.relaxations.isEmpty)
        #expect(policy.rules.contains { $0.source.qualifiedName == "project/r" })
    }

    @Test func `an empty -policy leaves every other layer where it is`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.rule, to: "tfguard.hcl")
        try folder.write("", to: "empty.hcl")
        let policy = try load(folder.path, [folder.path("empty.hcl")])
        #expect(policy.rules.contains { $0.source.qualifiedName == "project/r" })
        #expect(policy.rules.contains { $0.source.layerName == "builtin:default" })
    }

    @Test func `a -policy that is no file, or relaxes, refuses`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.override, to: "extra.hcl")
        for name in ["/dev/null", folder.path("extra.hcl"), folder.path("missing.hcl")] {
            let error = #expect(throws: Refusal.self) { try load(folder.path, [name]) }
            #expect(error?.status == .policyError)
        }
    }

    @Test func `a copied module leaves its project's policy and not the built-in one`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.rule, to: "repository/tfguard.hcl")
        try folder.write(Self.override, to: "copy/tfguard.hcl")
        let policy = try load(folder.path("copy"))
        #expect(policy.relaxations.map(\.source.origin.isAnchored) == [false])
        #expect(policy.rules.contains { $0.source.layerName == "builtin:default" })
    }
}
