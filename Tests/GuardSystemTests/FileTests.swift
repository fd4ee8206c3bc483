import Foundation
import TestSupport
import Testing

@testable import GuardSystem

@Suite struct FileTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func path(_ name: String) throws -> FilePath {
        try #require(FilePath(folder.path(name)))
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func `reads a file to its end`(count: Int) throws {
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        try folder.write(content, to: "file")
        #expect(try readFile(path("file"), limit: count) == content)
        if count > 0 {
            let file = try path("file")
            #expect(throws: SystemError(.read, file, code: EFBIG)) {
                try readFile(file, limit: count - 1)
            }
        }
    }

    @Test func `says what cannot be opened, and why`() throws {
        let error = #expect(throws: SystemError.self) { try readFile("/no/such/file", limit: 1) }
        #expect(error?.description == "Cannot open /no/such/file: No such file or directory.")
        #expect(error?.code == ENOENT)
    }

    @Test func `an error spells out what a terminal would act upon`() throws {
        let path: FilePath = "/no/\u{1B}[2J\u{202E}x\nü"
        let error = #expect(throws: SystemError.self) { try readFile(path, limit: 1) }
        #expect(
            error?.description
                == "Cannot open /no/\\u{1b}[2J\\u{202e}x\\u{a}ü: No such file or directory.")
    }

    @Test func `refuses a link where links are refused`() throws {
        try folder.write("x", to: "file")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"), withDestinationPath: "file")
        let link = try path("link")
        #expect(try readFile(link, limit: 9) == [0x78])
        #expect(throws: SystemError(.open, link, code: ELOOP)) {
            try readFile(link, limit: 9, links: .refuse)
        }
        #expect(try link.facts().kind == .file)
        #expect(try link.facts(links: .refuse).kind == .symbolicLink)
        #expect(try link.linkTarget() == "file")
        #expect(try link.resolved() == path("file"))
        #expect(try link.facts().identity == path("file").facts().identity)
    }

    @Test func `creates a file that nobody else can read, and never one that is there`() throws {
        let new = try path("new")
        try FileDescriptor.create(new).write(Array("secret".utf8))
        #expect(folder.read("new") == Array("secret".utf8))
        #expect(try new.facts().permissions == 0o600)
        #expect(throws: SystemError(.create, new, code: EEXIST)) {
            _ = try FileDescriptor.create(new)
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("dangling"), withDestinationPath: "elsewhere")
        let dangling = try path("dangling")
        #expect(throws: SystemError(.create, dangling, code: EEXIST)) {
            _ = try FileDescriptor.create(dangling)
        }
    }

    @Test func `no descriptor is inherited`() throws {
        try folder.write("x", to: "file")
        let file = try FileDescriptor.open(path("file"))
        let copy = try file.duplicate(atLeast: 10)
        let directory = try FileDescriptor.openDirectory(path("."))
        let (reading, writing) = try rawPipe()
        for number in [file.number, copy.number, directory.number, reading, writing] {
            #expect(fcntl(number, F_GETFD) == FD_CLOEXEC)
        }
        close(reading)
        close(writing)
    }

    @Test func `is closed when its owner lets go of it`() throws {
        try folder.write("x", to: "file")
        let number = try FileDescriptor.open(path("file")).duplicate(atLeast: 700).number
        #expect(fcntl(number, F_GETFD) == -1)
    }

    @Test func `sees what a file is`() throws {
        try folder.write("four", to: "file")
        chmod(folder.path("file"), 0o4664)
        mkfifo(folder.path("pipe"), 0o600)
        let facts = try path("file").facts()
        #expect(facts.kind == .file)
        #expect(facts.size == 4)
        #expect(facts.permissions == 0o4664)
        #expect(facts.isWritableByOthers)
        #expect(facts.owner == geteuid())
        #expect(abs(Double(facts.modified) / 1e9 - Date().timeIntervalSince1970) < 60)
        #expect(try path("pipe").facts().kind == .pipe)
        #expect(try path(".").facts().kind == .folder)
        #expect(try FilePath("/dev/null").facts().kind == .characterDevice)
        #expect(try FileDescriptor.open(path("file")).facts() == facts)
    }

    @Test func `lists a folder in the order of bytes, again and again`() throws {
        for name in ["b", "a", "B", "é", ".hidden", "a b"] { try folder.write("", to: name) }
        let expected: [FilePath] = [".hidden", "B", "a", "a b", "b", "é"]
        #expect(try path(".").entries() == expected)
        let directory = try FileDescriptor.openDirectory(path("."))
        #expect(try directory.entries() == expected)
        #expect(try directory.entries() == expected)
    }

    @Test func `keeps names that are no text`() throws {
        let name = Array(folder.path.utf8) + [0x2f, 0xff, 0xfe]
        let file = try #require(FilePath(bytes: name))
        try FileDescriptor.create(file).write([1])
        #expect(try path(".").entries().map(\.bytes) == [[0xff, 0xfe]])
        #expect(try readFile(file, limit: 1) == [1])
        try file.remove()
        try file.remove()
        #expect(try path(".").entries() == [])
    }

    @Test func `finds the current directory`() throws {
        let current = try FilePath.currentDirectory()
        #expect("\(current)" == FileManager.default.currentDirectoryPath)
    }

    @Test func `a pipe is read as it is written`() throws {
        var child = try ChildProcess(
            Command(
                "/bin/sh", ["-c", "printf one; sleep 0.3; printf two"], environment: Environment()),
            descriptors: ChildDescriptors(output: .pipe))
        guard let output = child.takeOutput() else {
            Issue.record("there is no pipe")
            return
        }
        var pieces: [String] = []
        var window = [UInt8](repeating: 0, count: 100)
        while true {
            var free = window.mutableSpan
            let count = try output.read(into: &free)
            guard count > 0 else { break }
            pieces.append(String(decoding: window[..<count], as: UTF8.self))
        }
        #expect(pieces == ["one", "two"])
        #expect(try child.wait() == .exited(0))
    }

    @Test(arguments: [
        ("/a/b", "b", "/a"), ("/a", "a", "/"), ("a", "a", "."), ("a/", "", "a"), ("/", "", nil),
    ])
    func `takes paths apart`(path: String, last: String, parent: String?) throws {
        let path = try #require(FilePath(path))
        #expect(path.lastComponent == Array(last.utf8))
        #expect(path.parent == parent.flatMap { FilePath($0) })
    }

    @Test(arguments: [
        ("/a", "b", "/a/b"), ("/a/", "b", "/a/b"), ("/", "b", "/b"), ("a", "/b", "/b"),
    ])
    func `puts paths together`(folder: String, name: String, whole: String) throws {
        let folder = try #require(FilePath(folder))
        #expect(try folder.appending(#require(FilePath(name))) == FilePath(whole))
    }

    @Test func `no path is empty or has a zero byte`() {
        #expect(FilePath(bytes: []) == nil)
        #expect(FilePath(bytes: [0x61, 0, 0x62]) == nil)
        #expect(FilePath(String("")) == nil)
    }

    @Test func `two spellings of a letter are two paths`() {
        #expect(String("\u{E9}") == String("e\u{301}"))
        #expect(FilePath(String("\u{E9}")) != FilePath(String("e\u{301}")))
    }
}
