import Foundation
import GuardCore
import GuardSystem
import TerraformPlan
import TestSupport
import Testing

@testable import GuardCLI

/// Who is asked how a folder was pinned, and what it means that git does not answer.
@Suite(.requires(.git)) struct PinTestimonyTests {
    private static let agent: WordSet<Actor> = [.agent]
    private static let name = PinPlace.name

    private static func pin(_ lineage: String, workspace: String = "default") -> String {
        """
        workspace "\(workspace)" {
          backend       = "s3"
          configuration = "c"
          lineage       = "\(lineage)"
        }

        """
    }

    /// A clone whose reviewed branch has a pin.
    private static func clone() throws -> (folder: TemporaryDirectory, git: GitFolder) {
        let folder = try TemporaryDirectory()
        let git = try GitFolder(folder)
        try folder.write(pin("REVIEWED"), to: name)
        try git.commit()
        try git.push()
        return (folder, git)
    }

    private func fact(
        _ folder: TemporaryDirectory, _ actors: WordSet<Actor> = agent,
        _ history: RecordHistory? = nil
    ) throws -> PinFact {
        let directory = try #require(FilePath(folder.path)).resolved()
        return try PinPlace(in: directory).fact(for: "default", history, askedBy: actors)
    }

    private func remove(_ path: String, in folder: TemporaryDirectory) throws {
        try FileManager.default.removeItem(atPath: folder.path(path))
    }

    @Test func `a pin that an agent removes in a commit of its own is missed`() throws {
        let (folder, git) = try Self.clone()
        guard case .pinned = try fact(folder) else {
            Issue.record("what was reviewed is not believed")
            return
        }
        try remove(Self.name, in: folder)
        try git.commit()
        #expect(try fact(folder) == .removed(knownTo: .reference("origin/HEAD")))
        #expect(try fact(folder, [.unattended]) == .removed(knownTo: .reference("origin/HEAD")))
        // People and pipelines make the commits that count.
        #expect(try fact(folder, [.human]) == .none)
        #expect(try fact(folder, [.ci]) == .none)
    }

    @Test func `a pin that an agent changes in a commit of its own is missed`() throws {
        let (folder, git) = try Self.clone()
        try folder.write(Self.pin("forged"), to: Self.name)
        try git.commit()
        guard case .changed(_, _, let witness) = try fact(folder) else {
            Issue.record("a forged pin is believed")
            return
        }
        #expect(witness == .reference("origin/HEAD"))
    }

    @Test func `no branch without the reviewed history forgets a pin`() throws {
        let (folder, git) = try Self.clone()
        try git.git("checkout", "-q", "--orphan", "bare")
        try git.git("rm", "-q", "-f", Self.name)
        // Nothing was committed to it yet.
        #expect(try fact(folder) == .removed(knownTo: .reference("origin/HEAD")))
        try folder.write("", to: "main.tf")
        try git.commit()
        #expect(try fact(folder) == .removed(knownTo: .reference("origin/HEAD")))
    }

    @Test func `a broken file of pins that an agent commits hides none`() throws {
        let (folder, git) = try Self.clone()
        try folder.write("workspace {", to: Self.name)
        try git.commit()
        try remove(Self.name, in: folder)
        #expect(try fact(folder) == .removed(knownTo: .reference("origin/HEAD")))
        // Nor where the last commit is all that there is.
        try git.git("update-ref", "--no-deref", "-d", "refs/remotes/origin/HEAD")
        try git.git("update-ref", "-d", "refs/remotes/origin/main")
        #expect(try fact(folder) == .unknown(.file(.lastCommit)))
    }

    @Test(arguments: [true, false])
    func `a repository that git cannot read has not said that there is no pin`(isPinned: Bool)
        throws
    {
        let (folder, _) = try Self.clone()
        if !isPinned { try remove(Self.name, in: folder) }
        try remove(".git/HEAD", in: folder)
        guard case .unknown(.repository) = try fact(folder) else {
            Issue.record("it is taken for no pin")
            return
        }
    }

    @Test func `where nothing was ever pinned an agent is held up by nothing`() throws {
        let folder = try TemporaryDirectory()
        #expect(try fact(folder) == .none)
        let git = try GitFolder(folder)
        #expect(try fact(folder) == .none)
        try folder.write("", to: "main.tf")
        try git.commit()
        #expect(try fact(folder) == .none)
        // A first pin that nobody has committed is known by itself.
        try folder.write(Self.pin("first"), to: Self.name)
        guard case .pinned = try fact(folder) else {
            Issue.record("a first pin is not believed")
            return
        }
    }

    @Test func `a pin counts in the place of the reviewed one where somebody vouched for it`()
        throws
    {
        let (folder, _) = try Self.clone()
        try folder.write(Self.pin("other"), to: Self.name)
        let directory = try #require(FilePath(folder.path)).resolved()
        let digest = try #require(try PinPlace(in: directory).read().pins.first).digest
        let here = ByteString(bytes: directory.bytes)
        func isBelieved(_ pin: RecordedPin) throws -> Bool {
            var history = RecordHistory()
            history.pins = [digest]
            history.recordedPins = [pin]
            if case .pinned = try fact(folder, Self.agent, history) { return true }
            return false
        }
        #expect(try isBelieved(RecordedPin(directory: here, digest: digest, fulfils: nil)))
        #expect(try !isBelieved(RecordedPin(directory: "/side", digest: digest, fulfils: nil)))
        #expect(try !isBelieved(RecordedPin(directory: here, digest: "d", fulfils: nil)))
        #expect(try !isBelieved(RecordedPin(directory: here, digest: digest, fulfils: "d")))
    }
}
