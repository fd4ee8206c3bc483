import Foundation
import TestSupport
import Testing

@testable import GuardSystem

@Suite struct PrivateFolderTests {
    private let base: TemporaryDirectory
    private let basePath: FilePath

    init() throws {
        base = try TemporaryDirectory()
        basePath = try #require(FilePath(base.path))
    }

    private var left: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: base.path)) ?? []).sorted()
    }

    @Test func `nobody else can enter it, and it goes with its owner and all that is in it`() throws
    {
        do {
            let folder = try PrivateFolder(below: basePath)
            let facts = try folder.path.facts()
            #expect(facts.kind == .folder)
            #expect(facts.permissions == 0o700)
            #expect(facts.owner == geteuid())
            let name = String(decoding: folder.path.lastComponent, as: UTF8.self)
            try base.write("secret", to: "\(name)/plan")
            try base.write("secret", to: "\(name)/deeper/and/deeper/plan")
            try base.write("kept", to: "outside")
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/link", withDestinationPath: base.path("outside"))
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/folder", withDestinationPath: base.path)
            withExtendedLifetime(folder) {}
        }
        #expect(left == ["outside"])
        #expect(base.read("outside") == Array("kept".utf8))
    }

    @Test func `two of them are two`() throws {
        let first = try PrivateFolder(below: basePath)
        let second = try PrivateFolder(below: basePath)
        #expect(first.path != second.path)
    }

    @Test func `lies in memory, whatever the environment says`() throws {
        let result = try run(
            Probe.path(), ["folder"],
            environment: Probe.environment.setting([
                "TMPDIR": base.path, "XDG_RUNTIME_DIR": base.path, "TMP": base.path,
            ]))
        #expect(result.status == .exited(0))
        #expect(
            ["/run/user/", "/dev/shm/", "/tmp/tfguard-"].contains { result.output.hasPrefix($0) })
        let path = result.output.trimmingCharacters(in: .newlines)
        #expect(!path.hasPrefix(base.path))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a killed run's folder is swept away by a later run`() throws {
        let probe = try PseudoTerminal(Probe.path(), ["folder"], environment: Probe.environment)
        try probe.expect("tfguard-")
        try probe.expect("\n")
        let path = probe.screen.trimmingCharacters(in: .newlines)
        try Data("secret".utf8).write(to: URL(fileURLWithPath: "\(path)/plan"))
        PrivateFolder.sweep()
        #expect(FileManager.default.fileExists(atPath: path), "its owner is alive")
        kill(probe.processID, SIGKILL)
        _ = try probe.waitForExit()
        PrivateFolder.sweep()
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `sweeping leaves what is not ours, or still wanted`() throws {
        // No process has this number: Linux's highest is 2^22.
        let gone = "tfguard-2000000000-1-0"
        let kept = [
            "tfguard", "tfguard-", "tfguard-x-1-0", "tfguard-2000000000-1", "tfguard--1-1-0",
            "tfguard-\(getpid())-\(processStart(of: getpid()) ?? "0")-7",
            "tfguard-2000000000-1-1",
        ]
        for name in kept + [gone, "tfguard-\(getpid())-1-0"] { try base.makeFolder(name) }
        try base.write("text", to: "tfguard-2000000000-1-2")
        // Wanted by a process of which only the lock can be seen from here.
        let locked = open(base.path("tfguard-2000000000-1-1"), O_RDONLY)
        #expect(flock(locked, LOCK_EX) == 0)
        defer { close(locked) }
        // Somebody else's, as far as the link is concerned.
        try base.makeFolder("target")
        try FileManager.default.createSymbolicLink(
            atPath: base.path("tfguard-2000000000-1-3"), withDestinationPath: base.path("target"))

        PrivateFolder.sweep(basePath)
        #expect(
            left
                == (kept + ["target", "tfguard-2000000000-1-2", "tfguard-2000000000-1-3"]).sorted())
    }
}
