import Foundation
import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore

/// What git has and cannot show, or does not answer about, is said as what it is.
@Suite(.requires(.git)) struct GitFailureTests {
    private static let rule = "rule \"r\" {\n  types    = [\"x\"]\n  decision = \"block\"\n}\n"

    /// A clone whose remote has the policy that `write` makes, and that has an empty one itself.
    private static func clone(
        _ write: (TemporaryDirectory) throws -> Void
    ) throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        try write(folder)
        try repository.commit()
        try repository.push()
        try FileManager.default.removeItem(atPath: folder.path("tfguard.hcl"))
        try folder.write("", to: "tfguard.hcl")
        return folder
    }

    /// The words with which the policy of a folder is refused to an agent.
    private func words(_ folder: TemporaryDirectory, at place: String = ".") throws -> String {
        let directory = try #require(FilePath(folder.path(place))).resolved()
        let refusal = #expect(throws: Refusal.self) {
            try loadPolicy(for: directory, extra: [], askedBy: [.agent])
        }
        #expect(refusal?.status == .policyError)
        let diagnostic = try #require(refusal?.diagnostics.first)
        return "\(diagnostic.summary): \(diagnostic.detail)"
    }

    private func real(_ folder: TemporaryDirectory, _ place: String) throws -> FilePath {
        try #require(FilePath(folder.path)).resolved().appending(#require(FilePath(place)))
    }

    @Test func `a reviewed policy that is too large is named, with what is too large`() throws {
        let comment = String(repeating: "#", count: largestPolicy + 1)
        let folder = try Self.clone { try $0.write(comment, to: "tfguard.hcl") }
        let words = try words(folder)
        let file = try real(folder, "tfguard.hcl")
        #expect(words.hasPrefix("A policy is too large: The version of \(file) that git has"))
        #expect(words.contains("larger than 4 MiB"))
    }

    @Test func `a policy of the folder that is too large is named, too`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(String(repeating: "#", count: largestPolicy + 1), to: "tfguard.hcl")
        let words = try words(folder)
        #expect(words.hasPrefix("A policy is too large: \(try real(folder, "tfguard.hcl")) is"))
    }

    @Test(arguments: [
        ("../outside.hcl", "outside the repository"), ("gone.hcl", "where origin/HEAD has no file"),
        ("tfguard.hcl", "where origin/HEAD has no file"), ("live", "where origin/HEAD has no file"),
    ])
    func `a reviewed policy that is a link to what git does not have is refused as one`(
        target: String, reason: String
    ) throws {
        let folder = try Self.clone { folder in
            try folder.write("", to: "live/main.tf")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("tfguard.hcl"), withDestinationPath: target)
        }
        let words = try words(folder)
        let file = try real(folder, "tfguard.hcl")
        #expect(words.hasPrefix("A policy leads elsewhere: At origin/HEAD, \(file) is a link to "))
        #expect(words.contains(reason), "\(words)")
        #expect(words.contains("commit a file in the link's place"))
    }

    /// As in a clone with `--filter=blob:none`, or `--filter=tree:0`, which git fetches from later.
    @Test(arguments: [
        ("HEAD:tfguard.hcl", "does not have its content", "cat-file blob"),
        ("HEAD^{tree}", "git cannot say which files", "ls-tree -r refs/remotes/origin/HEAD"),
    ])
    func `what a partial clone lacks is said, with the command that fetches it`(
        object: String, reason: String, command: String
    ) throws {
        let folder = try Self.clone { try $0.write(Self.rule, to: "tfguard.hcl") }
        let named = try run(
            Requirement.git.path(), ["rev-parse", object],
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
        let hash = named.output.trimmingCharacters(in: .whitespacesAndNewlines)
        let place = ".git/objects/\(hash.prefix(2))/\(hash.dropFirst(2))"
        try FileManager.default.removeItem(atPath: folder.path(place))
        let words = try words(folder)
        #expect(words.hasPrefix("A policy cannot be read: "), "\(words)")
        #expect(words.contains(reason), "\(words)")
        #expect(words.contains("Have git fetch it: git -C "), "\(words)")
        #expect(words.contains(command), "\(words)")
    }

    @Test func `a git that does not answer is waited for once, and asked nothing more`() throws {
        let folder = try Self.clone { try $0.write(Self.rule, to: "tfguard.hcl") }
        let head = folder.path(".git/HEAD")
        try FileManager.default.moveItem(atPath: head, toPath: folder.path("aside"))
        // Who opens it waits for somebody who writes.
        try #require(mkfifo(head, 0o600) == 0)
        let directory = try #require(FilePath(folder.path)).resolved()
        var repository = try #require(GitRepository.innermost(around: directory))
        repository.patience = .milliseconds(50)
        #expect(throws: GitFailure.silent(directory)) { try repository.commit("HEAD") }
        // It would answer now: whoever hears that it is silent has not asked.
        try FileManager.default.removeItem(atPath: head)
        try FileManager.default.moveItem(atPath: folder.path("aside"), toPath: head)
        let another = try #require(GitRepository.innermost(around: directory))
        #expect(throws: GitFailure.silent(directory)) { try another.commit("HEAD") }
        #expect(versionControlFacts(of: directory, Environment()) == nil)
        #expect(GitQuestion(of: directory).answer() == nil)
        let words = try words(folder)
        #expect(words.contains("has not answered in 60 seconds"), "\(words)")
        #expect(words.contains("See what git status says there"), "\(words)")
        // What it would have to vouch for, nobody does.
        let file = directory.appending("tfguard.hcl")
        #expect(!isCommitted(file, Array("override".utf8), in: "HEAD"))
    }

    @Test func `a repository that is silent silences no other one`() throws {
        let folder = try TemporaryDirectory()
        let outer = try GitFolder(folder)
        try folder.write("", to: "main.tf")
        try outer.commit()
        let inner = try GitFolder(folder, at: "inner")
        try folder.write("", to: "inner/main.tf")
        try inner.commit(at: "inner")
        let head = folder.path("inner/.git/HEAD")
        try FileManager.default.removeItem(atPath: head)
        try #require(mkfifo(head, 0o600) == 0)
        let directory = try #require(FilePath(folder.path("inner"))).resolved()
        var silent = try #require(GitRepository.innermost(around: directory))
        silent.patience = .milliseconds(50)
        #expect(throws: GitFailure.silent(directory)) { try silent.commit("HEAD") }
        #expect(try GitRepository.outermost(around: directory)?.commit("HEAD") != nil)
    }
}
