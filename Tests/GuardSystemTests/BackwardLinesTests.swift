import Foundation
import TestSupport
import Testing

@testable import GuardSystem

/// A file of lines, read from its end.
@Suite struct BackwardLinesTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    /// Reads all of a file backward, and says what it found in the file's order.
    private func read(_ bytes: [UInt8]) throws -> (lines: [UInt8], torn: Int, turns: Int) {
        try folder.write(bytes, to: "file")
        var reader = try BackwardLines(try #require(FilePath(folder.path("file"))))
        var lines: [UInt8] = []
        var turns = 0
        while let more = try reader.next() {
            #expect(more.last == 0x0a)
            lines = more + lines
            turns += 1
        }
        return (lines, reader.torn, turns)
    }

    /// Files around the size of a window, with short lines and with lines that are longer than it.
    @Test(
        arguments: [0, 1, 40, 65_535, 65_536, 65_537, 200_000, 700_000], [1, 100, 70_000, 300_000])
    func `every whole line is read once, and what follows the last is counted`(
        size: Int, lineLength: Int
    ) throws {
        var bytes: [UInt8] = []
        while bytes.count < size {
            bytes += Array(repeating: UInt8(ascii: "x"), count: lineLength - 1) + [0x0a]
        }
        for torn in [0, 1, 65_536, 70_000] {
            let found = try read(bytes + Array(repeating: UInt8(ascii: "y"), count: torn))
            #expect(found.lines == bytes)
            #expect(found.torn == torn)
        }
    }

    @Test func `the end of a large file is read without the rest`() throws {
        let line = Array(repeating: UInt8(ascii: "x"), count: 99) + [0x0a]
        let bytes = Array((0..<20_000).map { _ in line }.joined())
        try folder.write(bytes, to: "file")
        var reader = try BackwardLines(try #require(FilePath(folder.path("file"))))
        let first = try #require(try reader.next())
        #expect(first.count < 70_000)
        #expect(first.count % 100 == 0)
    }
}
