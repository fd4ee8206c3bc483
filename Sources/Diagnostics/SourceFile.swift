/// A file of text that a diagnostic may point into.
///
/// A class, because every range of a policy names its file and a copy of the text in each would be
/// waste; immutable, so that sharing it is safe.
package final class SourceFile: Sendable {
    /// The name a reader knows the file by, such as `tfguard.hcl` or `builtin:default`.
    package let name: String

    /// The bytes as they were read.
    ///
    /// They need not be UTF-8: the reader of the language says so.
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// A part of a source file, by byte offsets: `start` is in it, `end` is not.
package struct SourceRange: Sendable {
    package let file: SourceFile
    package let start: Int
    package let end: Int

    package init(file: SourceFile, start: Int, end: Int) {
        precondition(0 <= start && start <= end && end <= file.bytes.count)
        self.file = file
        self.start = start
        self.end = end
    }

    /// The smallest range that holds this one and `other`, which lies in the same file.
    package func union(_ other: SourceRange) -> SourceRange {
        precondition(file === other.file)
        return SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
    }
}

// MARK: Places

extension SourceFile {
    /// The number of the line that holds the byte at `offset`, from 1.
    ///
    /// Counted when it is asked for: only what is shown needs it.
    package func line(at offset: Int) -> Int {
        1 + bytes[..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    }

    /// The number of the character at `offset` in its line, from 1.
    ///
    /// As Terraform counts: one for each grapheme cluster (UAX #29), a tab too.
    package func column(at offset: Int) -> Int {
        1 + String(decoding: bytes[lineStart(at: offset)..<offset], as: UTF8.self).count
    }

    /// The bytes of the line that holds `offset`, without what ends it.
    func lineRange(at offset: Int) -> Range<Int> {
        let start = lineStart(at: offset)
        var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private func lineStart(at offset: Int) -> Int {
        (bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }
}
