import CGuard

/// The files of the repository's `policies` folder that are part of the binary.
package enum EmbeddedFiles {
    /// Their paths below `policies`, in their order.
    package static var paths: [String] { EmbeddedFile.indices.map(EmbeddedFile.path) }

    /// The bytes of `default.hcl` or `catalog/aws.hcl`, or nil where there is no such file.
    package static func bytes(of path: String) -> [UInt8]? {
        // SAFETY: the bytes are part of the binary.
        EmbeddedFile(path).map { unsafe Array($0.buffer) }
    }
}

/// One of them, where it lies in the binary.
package struct EmbeddedFile: Sendable {
    private let index: Int

    /// Finds `default.hcl` or `catalog/aws.hcl`; nil where there is no such file.
    package init?(_ path: String) {
        guard let index = Self.indices.first(where: { Self.path(at: $0) == path }) else {
            return nil
        }
        self.index = index
    }

    /// Hands over the bytes without copying them.
    package func read(_ body: (Span<UInt8>) -> Void) {
        // SAFETY: the bytes are part of the binary.
        body(unsafe buffer.span)
    }

    // SAFETY: the table says where the bytes are and how many.
    fileprivate var buffer: UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(
            start: cguard_embedded_file(index).pointee.bytes,
            count: cguard_embedded_file(index).pointee.count)
    }

    fileprivate static var indices: Range<Int> { 0..<cguard_embedded_file_count() }

    fileprivate static func path(at index: Int) -> String {
        // SAFETY: the index is below the count; each path is a C string.
        unsafe String(cString: cguard_embedded_file(index).pointee.path)
    }
}
