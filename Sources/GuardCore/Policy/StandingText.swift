package import Diagnostics

/// A file that is left where it lies, and looked at there.
///
/// The built-in catalogs are large parts of the binary, of which a judgement needs a few lines: a
/// copy would cost more than all that is read of them.
package struct StandingText: Sendable {
    package let name: String
    private let look: @Sendable (_ body: (Span<UInt8>) -> Void) -> Void

    /// - Parameters:
    ///   - name: what the file is called.
    ///   - look: calls its argument with all of the file's bytes, once.
    package init(
        name: String, look: @escaping @Sendable (_ body: (Span<UInt8>) -> Void) -> Void
    ) {
        self.name = name
        self.look = look
    }

    package init(_ file: SourceFile) {
        let bytes = file.bytes
        self.init(name: file.name) { body in body(bytes.span) }
    }

    /// What something makes of the bytes.
    func read<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        var result: Result?
        look { result = body($0) }
        guard let result else { preconditionFailure("a text is looked at when it is asked for") }
        return result
    }

    /// A copy of all of it.
    package var file: SourceFile { part { 0..<$0.count } }

    /// A copy of some of it.
    func part(_ range: (Span<UInt8>) -> Range<Int>) -> SourceFile {
        let bytes = read { text in
            let range = range(text)
            var bytes: [UInt8] = []
            bytes.reserveCapacity(range.count)
            for index in range { bytes.append(text[index]) }
            return bytes
        }
        return SourceFile(name: name, bytes: bytes)
    }
}
