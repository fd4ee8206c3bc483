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

    /// What somebody makes so that a short name means another commit, and the short name.
    @Test(arguments: [
        (["tag", "main"], "main"), (["tag", "main"], "main~0"), (["tag", "main"], "main@{0}"),
        (["tag", "origin/main"], "origin/main"), (["branch", "origin/main"], "origin/main"),
        (["tag", "origin"], "origin"), (["tag", "origin/gone"], "origin/gone"),
        (["branch", "origin/gone"], "origin/gone^0"), (["tag", "FETCH_HEAD"], "FETCH_HEAD"),
        (["tag", "heads/main"], "heads/main"),
    ])
    func `a tag or a branch of the same short name does not choose the policy`(
        making: [String], reference: String
    ) throws {
        let (folder, repository) = try Self.repository()
        try repository.push(at: "repository")
        try repository.git("rm", "-q", "live/tfguard.hcl", at: "repository")
        try folder.makeFolder("repository/live")
        try repository.git("checkout", "-q", "-b", "change", at: "repository")
        try repository.commit(at: "repository")
        try repository.git(making[0], making[1], at: "repository")
        let error = #expect(throws: Refusal.self) { try load(folder, reference) }
        let words = error?.diagnostics.map { "\($0.summary) \($0.detail)" }.joined() ?? ""
        #expect(words.contains("A name that means more than one commit"), "\(words)")
        let kind = making[0] == "tag" ? "refs/tags/" : "refs/heads/"
        #expect(words.contains(kind + making[1]), "\(words)")
        for whole in ["refs/heads/main", "refs/remotes/origin/main~0", "refs/remotes/origin/HEAD"] {
            #expect(try load(folder, whole).names == ["base", "above"])
        }
        #expect(try load(folder, "HEAD").names == ["above"])
    }

    @Test func `a tag that is called like a hash does not choose the policy`() throws {
        let (folder, repository) = try Self.repository()
        let directory = try #require(FilePath(folder.path("repository"))).resolved()
        let git = try #require(GitRepository.outermost(around: directory))
        let hash = try #require(try git.commit("main"))
        let short = String(hash.prefix(12))
        #expect(try load(folder, short).names == ["base", "above"])
        try repository.git("rm", "-q", "live/tfguard.hcl", at: "repository")
        try folder.makeFolder("repository/live")
        try repository.commit(at: "repository")
        for name in [short, "v1.0-3-g\(short)", hash] {
            try repository.git("update-ref", "refs/tags/\(name)", "HEAD", at: "repository")
        }
        for name in [short, "v1.0-3-g\(short)"] {
            #expect(throws: Refusal.self) { try load(folder, name) }
        }
        #expect(try load(folder, hash).names == ["base", "above"])
    }

    @Test(arguments: ["refs/remotes/origin/main", "refs/remotes/origin/main~0", "@{-1}", "planted"])
    func `what no reference has in full is not looked for elsewhere`(reference: String) throws {
        let (folder, repository) = try Self.repository()
        try repository.git("tag", "refs/remotes/origin/main", at: "repository")
        try repository.git("checkout", "-q", "-b", "change", at: "repository")
        let directory = try #require(FilePath(folder.path("repository"))).resolved()
        let git = try #require(GitRepository.outermost(around: directory))
        let hash = try #require(try git.commit("HEAD"))
        try folder.write(hash + "\n", to: "repository/.git/planted")
        // git itself takes each of them for a commit.
        #expect(try git.commit(reference) == hash)
        let error = #expect(throws: Refusal.self) { try load(folder, reference) }
        #expect(error?.diagnostics.first?.summary == "No such commit")
    }

    @Test func `outside a repository there is no commit`() throws {
        let folder = try TemporaryDirectory()
        let error = #expect(throws: Refusal.self) { try load(folder, at: ".", "main") }
        #expect(error?.status == .policyError)
    }
}
