import CGuard

/// The files of the repository's `policies` folder that are part of the binary.
package enum EmbeddedFiles {
    /// Their paths below `policies`, in their order.
    package static var paths: [String] { indices.map(path) }

    /// The bytes of `default.hcl` or `catalog/aws.hcl`, or nil where there is no such file.
    package static func bytes(of path: String) -> [UInt8]? {
        guard let index = indices.first(where: { Self.path(at: $0) == path }) else { return nil }
        // SAFETY: the table says where the bytes are and how many; they are part of the binary.
        return unsafe Array(
            UnsafeBufferPointer(
                start: cguard_embedded_file(index).pointee.bytes,
                count: cguard_embedded_file(index).pointee.count))
    }

    private static var indices: Range<Int> { 0..<cguard_embedded_file_count() }

    private static func path(at index: Int) -> String {
        // SAFETY: the index is below the count; each path is a C string.
        unsafe String(cString: cguard_embedded_file(index).pointee.path)
    }
}
