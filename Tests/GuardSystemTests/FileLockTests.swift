import Foundation
import TestSupport
import Testing

@testable import GuardSystem

@Suite struct FileLockTests {
    private let folder: TemporaryDirectory
    private let path: FilePath

    init() throws {
        folder = try TemporaryDirectory()
        path = try #require(FilePath(folder.path("lock")))
    }

    @Test func `one has it at a time, and its file stays`() throws {
        do {
            let first = try FileLock.take(path)
            let isFree = try FileLock.take(path) != nil
            let hasFirst = first != nil
            #expect(hasFirst && !isFree)
            _ = consume first
        }
        let isFree = try FileLock.take(path) != nil
        #expect(isFree)
        #expect(try path.facts().permissions == 0o600)
    }

    @Test func `a link in its place is refused`() throws {
        try path.makeLink(to: "/dev/null")
        #expect(throws: SystemError.self) { _ = try FileLock.take(path) }
    }
}

/// Several programs that want to ask at one terminal, each on a real one.
@Suite struct TerminalTurnTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func shell(_ script: String) throws -> PseudoTerminal {
        try PseudoTerminal(
            "/bin/sh", ["-c", script, "sh", try Probe.path(), folder.path],
            environment: Probe.environment)
    }

    private var waiters: [String] {
        let folder = self.folder.path("tfguard-\(geteuid())-terminals")
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.contains("-") }
    }

    @Test func `one asks after the other, and each learns how many wait`() throws {
        let probe = "\"$1\" take-turn \"$2\" 200000"
        let terminal = try shell("\(probe) & \(probe) & \(probe) & wait")
        try terminal.expect("at once, asking.")
        for left in [2, 1, 0] {
            try terminal.expect("> ")
            try eventually("\(left) wait") { waiters.count == left }
            #expect(!terminal.unseen.contains("asking"))
            try terminal.type("ok")
            try terminal.expect("\(left) wait after true.")
            if left > 0 { try terminal.expect("waited, asking.") }
        }
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(waiters == [])
    }

    @Test func `whose turn does not come in time gets none`() throws {
        let terminal = try shell(
            "\"$1\" take-turn \"$2\" 200000 & sleep 0.5; \"$1\" take-turn \"$2\" 300; wait")
        try terminal.expect("at once, asking.")
        try terminal.expect("no turn.")
        try terminal.type("ok")
        try terminal.expect("0 wait after true.")
        #expect(waiters == [])
    }

    @Test func `a killed one blocks nobody, and is not counted`() throws {
        let probe = "\"$1\" take-turn \"$2\" 200000"
        let terminal = try shell(
            """
            \(probe) & first=$!
            sleep 0.3; \(probe) & second=$!
            sleep 0.3; kill -9 $second $first; wait
            \(probe)
            """)
        try terminal.expect("at once, asking.")
        try terminal.expect("at once, asking.")
        try terminal.expect("> ")
        try terminal.type("ok")
        try terminal.expect("0 wait after true.")
        #expect(waiters == [])
    }

    @Test func `another terminal is another turn`() throws {
        let probe = "\"$1\" take-turn \"$2\" 200000"
        let first = try shell(probe)
        try first.expect("at once, asking.")
        let second = try shell(probe)
        try second.expect("at once, asking.")
    }
}
