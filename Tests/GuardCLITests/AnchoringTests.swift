import Foundation
import GuardSystem
import TestSupport
import Testing

@testable import GuardCLI
@testable import GuardCore

/// What relaxes counts for an agent only where a second person has seen it: where it equals what the
/// remote's default branch has in its place.
@Suite(.requires(.git)) struct AnchoringTests {
    private static let override = """
        override "o" {
          rules     = ["builtin:default/*"]
          addresses = ["**"]
          decision  = "allow"
        }
        """

    private func anchored(_ folder: TemporaryDirectory, at place: String = ".") throws -> [Bool] {
        let directory = try #require(FilePath(folder.path(place))).resolved()
        return try loadPolicy(for: directory, extra: []).policy
            .relaxations.map(\.source.origin.isAnchored)
    }

    @Test func `a policy as the remote's default branch has it is anchored`() throws {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        try folder.write(Self.override, to: "live/tfguard.hcl")
        try folder.makeFolder("live/eu")
        try repository.commit()
        #expect(try anchored(folder, at: "live/eu") == [false])
        try repository.push()
        #expect(try anchored(folder, at: "live/eu") == [true])
        // Of the commit after it nobody else has seen anything.
        try folder.write(Self.override + "# more\n", to: "live/tfguard.hcl")
        #expect(try anchored(folder, at: "live/eu") == [false])
        try repository.commit()
        #expect(try anchored(folder, at: "live/eu") == [false])
    }

    @Test func `a repository within another vouches for nothing`() throws {
        let folder = try TemporaryDirectory()
        let outer = try GitFolder(folder)
        try folder.write("", to: "main.tf")
        try outer.commit()
        try outer.push()
        try folder.write(Self.override, to: "live/tfguard.hcl")
        let inner = try GitFolder(folder, at: "live")
        try inner.commit(at: "live")
        try inner.push(at: "live")
        #expect(try anchored(folder, at: "live") == [false])
    }

    @Test func `a copy in another folder, or a link to one, is another policy`() throws {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        try folder.write(Self.override, to: "preview/tfguard.hcl")
        try repository.commit()
        try repository.push()
        try folder.write(Self.override, to: "copy/tfguard.hcl")
        #expect(try anchored(folder, at: "copy") == [false])
        try folder.makeFolder("linked")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("linked/tfguard.hcl"),
            withDestinationPath: folder.path("preview/tfguard.hcl"))
        #expect(try anchored(folder, at: "linked") == [false])
        #expect(try anchored(folder, at: "preview") == [true])
    }

    @Test func `a replaced object of the repository is not what was committed`() throws {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        let harmless = "rule \"r\" {\n  decision = \"block\"\n}\n# override\n"
        try folder.write(harmless, to: "tfguard.hcl")
        try repository.commit()
        try repository.push()
        let object = "HEAD:tfguard.hcl"
        try folder.write(Self.override, to: "tfguard.hcl")
        try repository.git("hash-object", "-w", "tfguard.hcl")
        try repository.git("add", "tfguard.hcl")
        try repository.git("replace", object, ":tfguard.hcl")
        #expect(try anchored(folder) == [false])
    }

    @Test func `asking git runs nothing that the repository names`() throws {
        let folder = try TemporaryDirectory()
        let repository = try GitFolder(folder)
        try folder.write(Self.override, to: "tfguard.hcl")
        try folder.write("*.tf filter=evil\n", to: ".gitattributes")
        try folder.write("a", to: "main.tf")
        try repository.commit()
        try repository.push()
        let marker = folder.path("ran")
        try folder.writeProgram("#!/bin/sh\ntouch '\(marker)'\ncat\n", to: "evil")
        let evil = folder.path("evil")
        for setting in [
            "core.fsmonitor", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
            "diff.external", "core.pager", "pager.status", "core.sshCommand", "gpg.program",
            "core.editor", "credential.helper", "core.alternateRefsCommand", "core.askPass",
        ] {
            try repository.git("config", setting, evil)
        }
        try repository.git("config", "log.showSignature", "true")
        try folder.writeProgram(
            "#!/bin/sh\ntouch '\(marker)'\n", to: ".git/hooks/post-index-change")
        try folder.write("changed", to: "main.tf")
        let directory = try #require(FilePath(folder.path)).resolved()
        #expect(try anchored(folder) == [true])
        let facts = try #require(versionControlFacts(of: directory, Environment()))
        #expect(facts.isDirty == true)
        let status = GitQuestion(of: directory).answer()
        #expect(status?.isDirty == true)
        #expect(!FileManager.default.fileExists(atPath: marker))
        // They would: this is what the settings above do to somebody who asks carelessly.
        try? repository.git("status")
        #expect(FileManager.default.fileExists(atPath: marker))
    }

    @Test func `a repository within another forgets no pin`() throws {
        let folder = try TemporaryDirectory()
        let outer = try GitFolder(folder)
        let pin = """
            workspace "default" {
              backend       = "s3"
              configuration = "c"
              lineage       = "LINEAGE"
            }
            """
        try folder.write(pin, to: "live/.tfguard.lock.hcl")
        try outer.commit()
        let place = PinPlace(in: try #require(FilePath(folder.path("live"))).resolved())
        #expect(place.readCommitted()?.pins.map(\.expectation) == [.lineage("LINEAGE")])
        let inner = try GitFolder(folder, at: "live")
        #expect(place.readCommitted()?.pins.map(\.expectation) == [.lineage("LINEAGE")])
        try folder.write(pin.replacing("LINEAGE", with: "forged"), to: "live/.tfguard.lock.hcl")
        try inner.commit(at: "live")
        #expect(place.readCommitted()?.pins.map(\.expectation) == [.lineage("LINEAGE")])
    }

    @Test func `what git says of a folder is what the repository says`() throws {
        let folder = try TemporaryDirectory()
        let directory = try #require(FilePath(folder.path)).resolved()
        let nothing = try #require(versionControlFacts(of: directory, Environment()))
        #expect(nothing.commit == nil && nothing.isDirty == false)
        let repository = try GitFolder(folder)
        try folder.write("a", to: "main.tf")
        try repository.commit()
        func facts(_ variables: String...) throws -> VersionControlFacts {
            let entries = variables.map { Array($0.utf8) }
            return try #require(
                versionControlFacts(of: directory, Environment(entries: entries)))
        }
        let clean = try facts("GITHUB_REF=refs/pull/17/merge")
        #expect(clean.branch == "main" && clean.author == "ada@example.com")
        #expect(clean.commit?.bytes.count == 40 && clean.isDirty == false)
        #expect(clean.pullRequest == "17")
        try folder.write("notes", to: "notes.txt")
        #expect(try facts().isDirty == false)
        try folder.write("b", to: "more.tf")
        #expect(try facts().isDirty == true)
        try repository.git("checkout", "-q", "--detach")
        #expect(try facts("GITHUB_HEAD_REF=feature").branch == "feature")
    }
}
