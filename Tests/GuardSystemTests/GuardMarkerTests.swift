import Foundation
import TestSupport
import Testing

@testable import GuardSystem

/// A tfguard is known by its file, whatever it is called; and nothing else is taken for one.
@Suite struct GuardMarkerTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func program(_ name: String, _ contents: some Sequence<UInt8>) throws -> Executable {
        try folder.write(contents, to: name)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.path(name))
        return try Executable(at: try #require(FilePath(folder.path(name))))
    }

    @Test func `a copy, and another build, are known`() throws {
        let ours = try Executable.current()
        #expect(ours.isGuard)
        let bytes = try readFile(ours.path, limit: 1 << 30)
        #expect(try program("copy", bytes).isGuard)
        #expect(try program("another-build", bytes + [0]).isGuard)
    }

    @Test func `a real program is none`() throws {
        #expect(try !Executable(at: "/bin/sh").isGuard)
        #expect(try !program("empty", []).isGuard)
        #expect(try !program("short", "tf".utf8).isGuard)
        // Terraform itself may have the word somewhere, in a comment that it quotes.
        #expect(try !program("word", "\u{7f}ELF tfguard".utf8).isGuard)
    }

    @Test(
        arguments: [
            ("#!/bin/sh\nexec tfguard terraform \"$@\"\n", true),
            ("#!/bin/sh\nexec '/opt/bin/tfguard' terraform \"$@\"", true),
            ("#!/bin/sh\n  tfguard", true), ("#!/bin/sh\nx=`tfguard help`", true),
            ("#!/bin/sh\nexec /opt/terraform \"$@\"\n", false), ("#!", false),
            ("#!/bin/sh\n # not with tfguard \nexec /opt/terraform", false),
            ("#!/bin/sh\nexec /src/tfguard/bin/terraform", false),
            ("#!/bin/sh\nexec /src/tfguard-infra/bin/terraform", false),
            ("#!/bin/sh\nmytfguard", false), ("#!/bin/sh\ntfguar", false),
        ] as [(String, Bool)])
    func `a script is one that names it`(text: String, isGuard: Bool) throws {
        let script = try program("terraform", text.utf8)
        #expect(script.isScript)
        #expect(script.isGuard == isGuard)
    }
}

@Suite struct HomeTests {
    @Test(
        arguments: [
            ("root:x:0:0:root:/root:/bin/sh\nann:x:7:7:,,,:/home/ann:/bin/sh\n", "/home/ann"),
            ("ann:x:7:7::/home/ann:\nagain:x:7:7::/other:/bin/sh", "/home/ann"),
            ("seven:x:77:7::/seven:/bin/sh\n", nil), ("ann:x:7:7:/home/ann\n", nil),
            ("ann:x:7:7:::/bin/sh\n", nil), ("ann:x:7:7::home:/bin/sh\n", nil), ("", nil),
        ] as [(String, String?)])
    func `the first line of a user has the home`(text: String, home: String?) {
        #expect(Host.home(of: 7, inPasswords: Array(text.utf8)) == home.flatMap(FilePath.init(_:)))
    }
}

@Suite struct LinkTests {
    private let folder: TemporaryDirectory
    private let path: FilePath

    init() throws {
        folder = try TemporaryDirectory()
        path = try #require(FilePath(folder.path))
    }

    @Test func `folders are made down to the last, and once`() throws {
        let deep = path.appending("a/b/c")
        try deep.makeFolders(permissions: 0o755)
        try deep.makeFolders(permissions: 0o755)
        #expect(try deep.facts().kind == .folder)
        try folder.write("", to: "file")
        #expect(throws: SystemError.self) {
            try path.appending("file").makeFolders(permissions: 0o755)
        }
        #expect(throws: SystemError.self) {
            try path.appending("file/below").makeFolders(permissions: 0o755)
        }
    }

    @Test func `a link is replaced by another, and nothing else is left`() throws {
        let link = path.appending("link")
        try link.replaceLink(to: "one")
        try link.replaceLink(to: "two")
        #expect(try link.linkTarget() == "two")
        #expect(throws: SystemError.self) { try link.makeLink(to: "three") }
        #expect(try path.entries() == ["link"])
        // A folder cannot be replaced by a link.
        try folder.makeFolder("folder")
        #expect(throws: SystemError.self) { try path.appending("folder").replaceLink(to: "x") }
        #expect(try path.entries() == ["folder", "link"])
    }

    @Test func `a folder with something in it stays`() throws {
        try folder.write("", to: "full/file")
        try folder.makeFolder("empty")
        for name: FilePath in ["full", "empty", "missing"] {
            try path.appending(name).removeFolderIfEmpty()
        }
        #expect(try path.entries() == ["full"])
    }

    @Test func `a user's folder is private, found again, and refused if others write`() throws {
        let first = try userFolder("mine", below: path)
        #expect(try first.facts().permissions == 0o700)
        #expect(try userFolder("mine", below: path) == first)
        chmod(first.description, 0o770)
        #expect(throws: SystemError.self) { try userFolder("mine", below: path) }
        try path.appending("link").makeLink(to: "/tmp")
        #expect(throws: SystemError.self) { try userFolder("link", below: path) }
    }
}
