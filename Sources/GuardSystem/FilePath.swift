/// A path as the system has it: bytes, neither empty nor with a zero byte among them.
///
/// Not a `String`, because a file's name need not be UTF-8 and because Swift holds two spellings of
/// one letter for equal where they are two files.
package struct FilePath: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Nil where no file can be called so.
    package init?(bytes: [UInt8]) {
        guard !bytes.isEmpty, !bytes.contains(0) else { return nil }
        self.bytes = bytes
    }

    /// Nil where no file can be called so.
    package init?(_ string: String) {
        self.init(bytes: Array(string.utf8))
    }

    private init(known bytes: [UInt8]) {
        precondition(!bytes.isEmpty && !bytes.contains(0), "no file can be called so")
        self.bytes = bytes
    }

    package var isAbsolute: Bool { bytes[0] == slash }

    /// What follows the last slash; empty for `/` and for a path that ends in one.
    package var lastComponent: [UInt8] {
        guard let last = bytes.lastIndex(of: slash) else { return bytes }
        return Array(bytes[(last + 1)...])
    }

    /// The folder it names a file in, by its text alone; nil for `/`.
    package var parent: FilePath? {
        guard let last = bytes.lastIndex(of: slash) else { return "." }
        guard last > 0 else { return bytes.count == 1 ? nil : "/" }
        return FilePath(known: Array(bytes[..<last]))
    }

    /// The path of something in this folder; a path that is absolute stays itself.
    package func appending(_ other: FilePath) -> FilePath {
        guard !other.isAbsolute else { return other }
        return FilePath(known: bytes + (bytes.last == slash ? [] : [slash]) + other.bytes)
    }

    func withCString<Result, Failure: Error>(
        _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: the pointer is used while the bytes are there, as `body` promises.
        try unsafe GuardSystem.withCString(bytes, body)
    }
}

extension FilePath: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(known: Array(value.utf8))
    }
}

extension FilePath: CustomStringConvertible {
    /// For people: what a terminal would act upon or hide is spelled out.
    package var description: String {
        var text = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar.isVisible {
                text.unicodeScalars.append(scalar)
            } else {
                text += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return text
    }
}

private let slash = UInt8(ascii: "/")
