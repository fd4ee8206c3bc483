import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore

/// `-policy-ref`: a pull request does not bring its own policy.
@Suite(.requires(.git)) struct PolicyRevisionTests {
    private static func rule(_ name: String) -> String {
        "rule \"\(name)\" {\n  types    = [\"x\"]\n  decision = \"block\"\n}\n"
    }

    private static let override = """
        override "o" {
          rules     = ["builtin:default/*"]
          addresses = ["**"]
          decision  = "allow"
        }
        """

    /// A repository whose `main` has two policies, of which one extends a third file.
    private static func repository() throws -> (TemporaryDirectory, GitFolder) {
        let folder = try TemporaryDirectory()
        try folder.write(rule("above"), to: "tfguard.hcl")
        let repository = try GitFolder(folder, at: "repository")
        try folder.write("extends = [\"../shared/base.hcl\"]\n", to: "repository/live/tfguard.hcl")
        try folder.write(rule("base"), to: "repository/shared/base.hcl")
        try repository.commit(at: "repository")
        return (folder, repository)
    }

    private func load(
        _ folder: TemporaryDirectory, at place: String = "repository/live", _ reference: String
    ) throws -> (names: [String], relaxations: Int, changed: [String]) {
        let directory = try #require(FilePath(folder.path(place))).resolved()
        var options = CheckOptions()
        options.policyReference = reference
        let loaded = try options.loadPolicy(for: directory)
        var changed: [String] = []
        for case .policyChanged(let paths, _) in loaded.concerns {
            changed = paths.map { String($0.description.dropFirst(folder.path.count + 1)) }
        }
        let names = loaded.policy.rules.map(\.source).filter { $0.layerName == "project" }
        return (names.map(\.name), loaded.policy.relaxations.count, changed)
    }

    @Test func `the policy is the commit's, with what it extends, and above the disk's`() throws {
        let (folder, _) = try Self.repository()
        let loaded = try load(folder, "main")
        #expect(loaded.names == ["base", "above"])
        #expect(loaded.changed == [])
    }

    @Test func `what the change brings has no say, and is told of`() throws {
        let (folder, repository) = try Self.repository()
        try folder.write(Self.override, to: "repository/live/tfguard.hcl")
        try folder.write(Self.override, to: "repository/tfguard.hcl")
        try folder.write("", to: "repository/shared/base.hcl")
        for isCommitted in [false, true] {
            if isCommitted {
                try repository.git("branch", "before", at: "repository")
                try repository.commit(at: "repository")
            }
            let loaded = try load(folder, isCommitted ? "before" : "main")
            #expect(loaded.names == ["base", "above"])
            #expect(loaded.relaxations == 0)
            #expect(loaded.changed == ["repository/live/tfguard.hcl", "repository/tfguard.hcl"])
        }
    }

    @Test func `a policy that the change removes holds all the same`() throws {
        let (folder, repository) = try Self.repository()
        try repository.git("rm", "-q", "live/tfguard.hcl", at: "repository")
        try folder.makeFolder("repository/live")
        let loaded = try load(folder, "main")
        #expect(loaded.names == ["base", "above"])
        #expect(loaded.changed == ["repository/live/tfguard.hcl"])
    }

    @Test(arguments: ["no-such-branch", "--output=/tmp/x", "", "main:live"])
    func `a reference that is none refuses`(reference: String) throws {
        let (folder, _) = try Self.repository()
        let error = #expect(throws: Refusal.self) { try load(folder, reference) }
        #expect(error?.status == .policyError)
    }

    @Test func `outside a repository there is no commit`() throws {
        let folder = try TemporaryDirectory()
        let error = #expect(throws: Refusal.self) { try load(folder, at: ".", "main") }
        #expect(error?.status == .policyError)
    }
}
