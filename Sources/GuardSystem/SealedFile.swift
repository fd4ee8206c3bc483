import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A copy of a file's bytes that nobody changes any more: what was judged is what is applied.
///
/// On Linux the bytes lie in a sealed memory file (memfd_create(2), F_SEAL_WRITE in fcntl(2)). A
/// mere descriptor of an unlinked file would not do: any process of the same user opens it for
/// writing through `/proc/PID/fd`. The kernel refuses every write to a sealed one, and the seals
/// cannot be taken away.
///
/// Elsewhere the bytes lie in a private folder, and `isSealed` is false: the same user can change
/// them, so whoever applies them hashes them again as its last act before.
package struct SealedFile: ~Copyable {
    /// The kernel refuses to change it.
    package let isSealed: Bool

    /// Where a child opens it that shares `descriptor`; this process may open it there as well.
    package let path: FilePath

    /// How many bytes it has.
    package let size: Int

    private let file: FileDescriptor
    private let folder: PrivateFolder?

    /// Has to be among the `shared` descriptors of every child that is to open `path`.
    package var descriptor: Int32 { file.number }

    /// Copies what an open file has from where it stands to its end; more than `limit` bytes are
    /// refused as too large (EFBIG).
    package init(copying source: borrowing FileDescriptor, limit: Int) throws(SystemError) {
        // SAFETY: a C string.
        let number = unsafe cguard_memory_file("tfguard-plan")
        guard number != -1 else {
            try self.init(copying: source, into: PrivateFolder(), limit: limit)
            return
        }
        let file = FileDescriptor(owning: number, path: "the copy in memory of the plan")
        let size = try Self.copy(source, to: file, limit: limit)
        guard cguard_seal(number) == 0, cguard_is_sealed(number) == 1 else {
            throw .last(.seal, file.path)
        }
        guard let path = FilePath("/proc/self/fd/\(number)") else {
            preconditionFailure("a number is a name")
        }
        self.init(file: file, folder: nil, path: path, size: size, isSealed: true)
    }

    /// Keeps some bytes, for a child that opens them as a file.
    package init(holding bytes: [UInt8]) throws(SystemError) {
        // SAFETY: a C string.
        let number = unsafe cguard_memory_file("tfguard")
        guard number != -1 else {
            let folder = try PrivateFolder()
            let path = folder.path.appending("bytes")
            let file = try FileDescriptor.create(path)
            try file.write(bytes)
            self.init(file: file, folder: folder, path: path, size: bytes.count, isSealed: false)
            return
        }
        let file = FileDescriptor(owning: number, path: "a copy in memory")
        try file.write(bytes)
        guard cguard_seal(number) == 0, cguard_is_sealed(number) == 1 else {
            throw .last(.seal, file.path)
        }
        guard let path = FilePath("/proc/self/fd/\(number)") else {
            preconditionFailure("a number is a name")
        }
        self.init(file: file, folder: nil, path: path, size: bytes.count, isSealed: true)
    }

    /// The copy where there are no sealed files.
    init(
        copying source: borrowing FileDescriptor, into folder: consuming PrivateFolder, limit: Int
    ) throws(SystemError) {
        let path = folder.path.appending("plan")
        let file = try FileDescriptor.create(path)
        let size = try Self.copy(source, to: file, limit: limit)
        self.init(file: file, folder: folder, path: path, size: size, isSealed: false)
    }

    private init(
        file: consuming FileDescriptor, folder: consuming PrivateFolder?, path: FilePath,
        size: Int, isSealed: Bool
    ) {
        self.file = file
        self.folder = folder
        self.path = path
        self.size = size
        self.isSealed = isSealed
    }

    /// Opens it anew, to be read from its first byte.
    package func open() throws(SystemError) -> FileDescriptor {
        try FileDescriptor.open(path)
    }

    private static func copy(
        _ source: borrowing FileDescriptor, to file: borrowing FileDescriptor, limit: Int
    ) throws(SystemError) -> Int {
        var window = [UInt8](repeating: 0, count: 262_144)
        var size = 0
        while true {
            var free = window.mutableSpan
            let count = try source.read(into: &free)
            guard count > 0 else { return size }
            size += count
            guard size <= limit else { throw SystemError(.read, source.path, code: EFBIG) }
            try file.write(Array(window[..<count]))
        }
    }
}
