#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of this user's that only grows, by whole lines, and that nobody else may read.
///
/// Whoever writes to it holds a lock of its own beside it, because the file itself may be renamed. A
/// line is on the disk when `append` returns, or not in the file at all.
package struct AppendOnlyFile: ~Copyable {
    package let path: FilePath
    package private(set) var size: Int
    private let file: FileDescriptor

    /// Opens it, and makes it where it is missing.
    ///
    /// - Throws: what the system refuses, and EACCES where it is no regular file, is somebody
    ///   else's, or could be changed by others.
    package init(_ path: FilePath) throws(SystemError) {
        let isNew = try path.factsIfThere(links: .refuse) == nil
        let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK
        let file = try FileDescriptor.open(path, flags, for: .open)
        let facts = try file.facts()
        guard facts.kind == .file, facts.owner == Host.userID, !facts.isWritableByOthers else {
            throw SystemError(.open, path, code: EACCES)
        }
        if facts.permissions & 0o077 != 0, fchmod(file.number, 0o600) != 0 {
            throw .last(.open, path)
        }
        // The name has to outlive a loss of power as well as what is in the file.
        if isNew, let folder = path.parent {
            try? FileDescriptor.openDirectory(folder).synchronize()
        }
        self.path = path
        size = facts.size
        self.file = file
    }

    /// Adds a line, and has it on the disk before it returns.
    ///
    /// - Throws: what the system refuses; then nothing of the line is left.
    package mutating func append(_ line: [UInt8]) throws(SystemError) {
        do throws(SystemError) {
            try file.write(line)
            try file.synchronize()
        } catch {
            // A part of the line may have gone in before the disk was full.
            _ = uninterrupted { ftruncate(file.number, off_t(size)) }
            throw error
        }
        size += line.count
    }

    /// Takes away so many bytes behind the last whole line, which a loss of power left behind.
    package mutating func drop(last count: Int) throws(SystemError) {
        guard uninterrupted({ ftruncate(file.number, off_t(size - count)) }) == 0 else {
            throw .last(.write, path)
        }
        size -= count
    }
}

extension FileDescriptor {
    /// Bytes from the middle of a file, all of which are there: pread(2).
    package func bytes(at offset: Int, count total: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: total)
        var filled = 0
        while filled < total {
            let start = filled
            let count = uninterrupted {
                // SAFETY: as many bytes are there as the call may write.
                unsafe bytes.withUnsafeMutableBytes { buffer in
                    unsafe pread(
                        number, buffer.baseAddress.map { unsafe $0 + start },
                        total - start, off_t(offset + start))
                }
            }
            guard count > 0 else {
                throw count == 0 ? SystemError(.read, path, code: EIO) : .last(.read, path)
            }
            filled += count
        }
        return bytes
    }
}

extension FilePath {
    /// Gives the file another name on the same file system: rename(2).
    package func move(to other: FilePath) throws(SystemError) {
        // SAFETY: C strings.
        let result = unsafe withCString { old in
            unsafe other.withCString { new in unsafe rename(old, new) }
        }
        guard result == 0 else { throw .last(.create, other) }
    }

    /// Writes these bytes over all that a file of this user's has, in its place and in one call.
    ///
    /// They are not on the disk when this returns; after a loss of power the file has what it had.
    ///
    /// - Returns: false where there is no such file, or a longer one: then nothing was written.
    package func overwrite(with bytes: [UInt8]) throws(SystemError) -> Bool {
        guard let facts = try factsIfThere(links: .refuse), facts.kind == .file,
            facts.owner == Host.userID, !facts.isWritableByOthers,
            (1...bytes.count).contains(facts.size)
        else { return false }
        let flags = O_WRONLY | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK
        try FileDescriptor.open(self, flags, for: .open).write(bytes)
        return true
    }

    /// Puts these bytes in the file's place, whole or not at all; readable by this user alone, if
    /// nothing else is said.
    package func replaceContents(
        with bytes: [UInt8], permissions: UInt32 = 0o600
    ) throws(SystemError) {
        guard let name = FilePath(bytes: self.bytes + Array(".\(Host.processID).new".utf8)) else {
            throw SystemError(.create, self, code: ENAMETOOLONG)
        }
        try name.remove()
        do throws(SystemError) {
            let file = try FileDescriptor.create(name)
            try file.write(bytes)
            guard fchmod(file.number, mode_t(permissions)) == 0 else { throw .last(.create, self) }
            try file.synchronize()
            try name.move(to: self)
        } catch {
            try? name.remove()
            throw error
        }
    }
}
