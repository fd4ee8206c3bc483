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
