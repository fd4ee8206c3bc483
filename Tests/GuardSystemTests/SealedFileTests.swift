import Foundation
import TestSupport
import Testing

@testable import GuardSystem

@Suite struct SealedFileTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func path(_ name: String) throws -> FilePath {
        try #require(FilePath(folder.path(name)))
    }

    private func shell(_ script: String) throws -> ProcessResult {
        try run("/bin/sh", ["-c", script], environment: Probe.environment, directory: folder.path)
    }

    #if os(Linux)
    @Test func `cannot be changed by another process of the same user`() throws {
        try folder.write("the plan that was judged", to: "plan")
        let probe = try PseudoTerminal(
            Probe.path(), ["seal", folder.path("plan")], environment: Probe.environment)
        try eventually("it is sealed") {
            try probe.expect("/proc/self/fd/")
            return true
        }
        let words = probe.screen.split(whereSeparator: \.isWhitespace)
        try #require(words.count == 3 && words[0] == "sealed")
        let number = try #require(words[2].split(separator: "/").last)
        let file = "/proc/\(words[1])/fd/\(number)"

        #expect(try shell("cat \(file)").output == "the plan that was judged")
        for attempt in [
            "echo another > \(file)", "echo another >> \(file)", "truncate -s 0 \(file)",
            "printf x | dd of=\(file) conv=notrunc", "truncate -s 1M \(file)",
        ] {
            #expect(try shell(attempt).status != .exited(0), "\(attempt)")
        }
        try probe.send("\u{4}")
        try probe.expect(
            Data("the plan that was judged".utf8).map { String(format: "%02x", $0) }.joined())
    }

    @Test func `an unlinked file could be changed so, which is why it is not one`() throws {
        let result = try shell(
            """
            echo judged > plan; exec 9< plan; rm plan
            sh -c "echo another > /proc/$$/fd/9"; cat <&9
            """)
        #expect(result.output == "another\n")
    }

    @Test func `cannot be changed by this process either`() throws {
        try folder.write("judged", to: "plan")
        let sealed = try SealedFile(copying: .open(path("plan")), limit: 100)
        let (isSealed, size) = (sealed.isSealed, sealed.size)
        #expect(isSealed)
        #expect(size == 6)
        #expect(write(sealed.descriptor, "x", 1) == -1 && errno == EPERM)
        #expect(ftruncate(sealed.descriptor, 0) == -1 && errno == EPERM)
    }

    @Test func `is open in a child that shares it, and in no other`() throws {
        try folder.write("judged", to: "plan")
        let sealed = try SealedFile(copying: .open(path("plan")), limit: 100)
        let command = Command(
            "/bin/cat", ["\(sealed.path)"], environment: Environment())
        var sharing = try ChildProcess(
            command, descriptors: ChildDescriptors(output: .pipe, shared: [sealed.descriptor]))
        let output = try sharing.takeOutput()?.readAll(limit: 100)
        #expect(output == Array("judged".utf8))
        #expect(try sharing.wait() == .exited(0))

        let result = try capture(command, limit: 1000)
        #expect(result.termination == .exited(1))
        #expect(result.output == [])
    }
    #endif

    @Test func `lies in a private folder where nothing can be sealed, and says so`() throws {
        try folder.write("judged", to: "plan")
        let copy: String
        do {
            let base = try #require(FilePath(folder.path))
            let unsealed = try SealedFile(
                copying: .open(path("plan")), into: PrivateFolder(below: base), limit: 100)
            let (isSealed, path) = (unsealed.isSealed, unsealed.path)
            #expect(!isSealed)
            copy = "\(path)"
            #expect(try readFile(path, limit: 100) == Array("judged".utf8))
            #expect(try path.facts().permissions == 0o600)
            withExtendedLifetime(unsealed) {}
        }
        #expect(copy.hasPrefix(folder.path))
        #expect(!FileManager.default.fileExists(atPath: copy))
    }

    @Test func `has the bytes from where the file stands to its end`() throws {
        let content = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try folder.write(content, to: "plan")
        let sealed = try SealedFile(copying: .open(path("plan")), limit: 700_000)
        #expect(try sealed.open().readAll(limit: 700_000) == content)
        #expect(try sealed.open().readAll(limit: 700_000) == content, "again from the first")
    }

    @Test func `refuses more than the limit`() throws {
        try folder.write("judged", to: "plan")
        let source = try path("plan")
        #expect(throws: SystemError(.read, source, code: EFBIG)) {
            _ = try SealedFile(copying: .open(source), limit: 5)
        }
    }
}
