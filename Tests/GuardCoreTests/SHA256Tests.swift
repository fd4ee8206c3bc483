import Foundation
import Testing

@testable import GuardCore

@Suite struct SHA256Tests {
    /// NIST's examples for FIPS 180-4, of no, one and two blocks.
    static let examples: [(message: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ]

    @Test(arguments: examples)
    func `gives the digests of the standard's examples`(message: String, digest: String) {
        #expect(hexadecimal(of: Array(message.utf8)) == digest)
    }

    @Test func `gives the digest of a million times the letter a`() {
        #expect(
            hexadecimal(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// From `SHA256ShortMsg`, and the one byte of the CAVP implementation examples.
    @Test(arguments: [
        ("d3", "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
        ("11af", "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
        ("bd", "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    ])
    func `gives the digests of NIST's short messages`(message: String, digest: String) {
        #expect(hexadecimal(of: bytes(hexadecimal: message)) == digest)
    }

    @Test func `does not depend on how the message is cut`() {
        let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 3) }
        let whole = hexadecimal(of: message)
        for first in 0...130 {
            for second in [0, 1, 55, 56, 63, 64, 65, 128] {
                var digest = SHA256()
                digest.update(Array(message[..<first]))
                digest.update(message[first..<min(first + second, 300)].span)
                digest.update(Array(message[min(first + second, 300)...]))
                #expect(text(digest.finish()) == whole)
            }
        }
    }

    @Test func `can go on after a digest has been taken`() {
        var digest = SHA256()
        digest.update(Array("ab".utf8))
        _ = digest.finish()
        digest.update(Array("c".utf8))
        #expect(
            text(digest.finish())
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `agrees with sha256sum for every length around a block`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var expected: [String: String] = [:]
        for count in Array(0...260) + [4095, 4096, 65_537, 1_000_003] {
            let message = (0..<count).map { _ in UInt8.random(in: 0...255) }
            try Data(message).write(to: folder.appending(path: "\(count)"))
            expected["\(count)"] = hexadecimal(of: message)
        }
        let sum = Process()
        sum.executableURL = URL(filePath: "/usr/bin/env")
        sum.arguments = ["sha256sum"] + expected.keys
        sum.currentDirectoryURL = folder
        let pipe = Pipe()
        sum.standardOutput = pipe
        try sum.run()
        let output = try #require(try pipe.fileHandleForReading.readToEnd())
        sum.waitUntilExit()
        try #require(sum.terminationStatus == 0)

        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == expected.count)
        for line in lines {
            let parts = line.split(separator: " ")
            #expect(expected[String(parts[1])] == String(parts[0]))
        }
    }
}

private func hexadecimal(of message: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(message)
    return text(digest.finish())
}

private func text(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

private func bytes(hexadecimal: String) -> [UInt8] {
    stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
        UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16)
    }
}
