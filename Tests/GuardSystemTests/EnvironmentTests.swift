import Foundation
import TestSupport
import Testing

@testable import GuardSystem

@Suite struct EnvironmentTests {
    private func environment(_ entries: String...) -> Environment {
        Environment(entries: entries.map { Array($0.utf8) })
    }

    @Test func `is what the process was started with`() {
        let expected = ProcessInfo.processInfo.environment
        let current = Environment.current()
        #expect(!expected.isEmpty)
        for (name, value) in expected { #expect(current[name] == Array(value.utf8)) }
    }

    @Test func `of two variables of one name the first counts`() {
        let twice = environment("A=1", "AB=2", "A=3", "A")
        #expect(twice["A"] == Array("1".utf8))
        #expect(twice["AB"] == Array("2".utf8))
        #expect(twice["B"] == nil)
        #expect(twice[""] == nil)
        #expect(twice.names.map { String(decoding: $0, as: UTF8.self) } == ["A", "AB", "A"])
    }

    @Test func `setting leaves one, in the first's place`() {
        var changed = environment("X=0", "A=1", "B=2", "A=3", "junk")
        changed.set("A", to: Array("4=5".utf8))
        #expect(changed == environment("X=0", "A=4=5", "B=2", "junk"))
        changed.set("C", to: [])
        #expect(changed == environment("X=0", "A=4=5", "B=2", "junk", "C="))
        #expect(changed["C"] == [])
    }

    @Test func `removing takes every one, and none that only begins so`() {
        var changed = environment("TF_CLI_ARGS=1", "TF_CLI_ARGS_plan=2", "A=3", "TF_CLI_ARGS=4")
        changed.remove("TF_CLI_ARGS")
        #expect(changed == environment("TF_CLI_ARGS_plan=2", "A=3"))
        changed.remove(prefix: "TF_CLI_ARGS")
        #expect(changed == environment("A=3"))
    }
}

@Suite struct ExecutableTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func makeProgram(_ name: String, mode: mode_t = 0o755) throws {
        try folder.write("#!/bin/sh\n", to: name)
        chmod(folder.path(name), mode)
    }

    private func found(_ path: String, named name: String = "terraform") -> [String] {
        Executable.all(named: Array(name.utf8), inPath: Array(path.utf8)).map { "\($0.path)" }
    }

    @Test func `are found in the order of the search path`() throws {
        try makeProgram("b/terraform")
        try makeProgram("a/terraform")
        let path = "\(folder.path)/b:/no/such:\(folder.path)/a:\(folder.path)/b"
        #expect(
            found(path) == ["b", "a", "b"].map { "\(folder.path)/\($0)/terraform" })
    }

    @Test func `are files that can be run`() throws {
        try makeProgram("plain/terraform", mode: 0o644)
        try folder.makeFolder("folder/terraform")
        #expect(found("\(folder.path)/plain:\(folder.path)/folder") == [])
    }

    @Test(arguments: ["", ":", ".", "bin", "::bin:", "./"])
    func `are not looked for where somebody happens to stand`(path: String) throws {
        try makeProgram("terraform")
        let result = Executable.all(
            named: Array("terraform".utf8),
            inPath: Array(path.replacing(".", with: folder.path.dropFirst()).utf8))
        #expect(result == [])
    }

    @Test func `a name with a slash is not looked for`() throws {
        try makeProgram("a/terraform")
        #expect(found(folder.path, named: "a/terraform") == [])
        #expect(found(folder.path, named: "") == [])
    }

    @Test func `are known by their identity behind every link`() throws {
        try makeProgram("real/terraform-1.11")
        try folder.makeFolder("links")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("links/terraform"),
            withDestinationPath: "../real/terraform-1.11")
        try FileManager.default.linkItem(
            atPath: folder.path("real/terraform-1.11"), toPath: folder.path("real/terraform"))
        let path = Array("\(folder.path)/links:\(folder.path)/real".utf8)
        let both = Executable.all(named: Array("terraform".utf8), inPath: path)
        try #require(both.count == 2)
        #expect("\(both[0].realPath)" == folder.path("real/terraform-1.11"))
        #expect(both[0].identity == both[1].identity)
    }

    @Test func `this process knows its own`() throws {
        let own = try Executable.current()
        let expected = try #require(Bundle.main.executableURL).resolvingSymlinksInPath().path
        #expect("\(own.realPath)" == expected)
    }
}

@Suite struct HostTests {
    @Test func `names itself as uname does`() throws {
        let result = try run("/bin/uname", ["-n"], environment: Probe.environment)
        #expect(Host.name == Array(result.output.dropLast().utf8))
        #expect(Host.userID == geteuid())
        #expect(Host.processID == getpid())
    }

    #if os(Linux)
    @Test(arguments: [
        ("         0          0 4294967295\n", true),
        ("         0       1000          1\n", false),
        ("         0          0      65536\n", false),
        ("         0          0 4294967295\n     1  1  1\n", false), ("", false), ("junk", false),
    ])
    func `the initial user namespace maps every user to itself`(map: String, isInitial: Bool) {
        #expect(Host.isIdentity(userMap: Array(map.utf8)) == isInitial)
    }

    @Test func `a process is known by when it began`() throws {
        let own = try #require(processStart(of: getpid()))
        #expect(processStart(of: getpid()) == own)
        #expect(UInt64(own) != nil)
        #expect(processStart(of: 2_000_000_000) == nil)
        #expect(processStart(of: getppid()) != nil)
    }
    #endif
}

@Suite struct InstantTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"), (951_868_800, "2000-03-01T00:00:00Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
        (1_704_067_199, "2023-12-31T23:59:59Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"),
    ])
    func `is written as RFC 3339 says`(seconds: Int64, text: String) {
        #expect(Instant(secondsSinceEpoch: seconds).description == text)
    }

    @Test func `agrees with another calendar on every month of four centuries`() {
        let other = ISO8601DateFormatter()
        for month in 0..<4800 {
            let seconds = Int64(month) * 2_629_746 + Int64(month) * 31
            let date = Date(timeIntervalSince1970: TimeInterval(seconds))
            #expect(Instant(secondsSinceEpoch: seconds).description == other.string(from: date))
        }
    }

    @Test func `now is now`() throws {
        let now = try Instant.now().secondsSinceEpoch
        #expect(abs(Double(now) - Date().timeIntervalSince1970) < 5)
    }
}
