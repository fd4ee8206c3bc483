#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What the file system says of a file: stat(2).
package struct FileFacts: Equatable, Sendable {
    package enum Kind: Sendable {
        case file
        case folder
        case symbolicLink
        case pipe
        case socket
        case characterDevice
        case blockDevice
        case unknown
    }

    /// What makes it the same file under every name it has.
    package struct Identity: Hashable, Sendable {
        package let device: UInt64
        package let inode: UInt64
    }

    package let kind: Kind
    package let identity: Identity
    package let owner: UInt32
    package let group: UInt32
    /// The permission bits with set-user-id, set-group-id and sticky.
    package let permissions: UInt32
    package let size: Int
    /// When its content last changed, in nanoseconds since 1970.
    package let modified: Int64

    /// Somebody besides its owner can change it, as far as the permission bits say.
    package var isWritableByOthers: Bool { permissions & 0o022 != 0 }

    init(_ facts: stat) {
        kind =
            switch facts.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            case S_IFCHR: .characterDevice
            case S_IFBLK: .blockDevice
            default: .unknown
            }
        identity = Identity(
            device: UInt64(truncatingIfNeeded: facts.st_dev),
            inode: UInt64(truncatingIfNeeded: facts.st_ino))
        owner = facts.st_uid
        group = facts.st_gid
        permissions = UInt32(facts.st_mode) & 0o7777
        size = Int(facts.st_size)
        #if canImport(Darwin)
        let time = facts.st_mtimespec
        #else
        let time = facts.st_mtim
        #endif
        modified = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

extension FileDescriptor {
    package func facts() throws(SystemError) -> FileFacts {
        var facts = stat()
        // SAFETY: one `stat` is there to be filled.
        guard unsafe fstat(number, &facts) == 0 else { throw .last(.inspect, path) }
        return FileFacts(facts)
    }
}

extension FilePath {
    /// What the file system says of the file, or of a symbolic link itself where links are refused.
    package func facts(
        links: FileDescriptor.Links = .follow
    ) throws(SystemError) -> FileFacts {
        var facts = stat()
        // SAFETY: a C string, and one `stat` to be filled.
        let result = unsafe withCString { path in
            switch links {
            case .follow: unsafe stat(path, &facts)
            case .refuse: unsafe lstat(path, &facts)
            }
        }
        guard result == 0 else { throw .last(.inspect, self) }
        return FileFacts(facts)
    }

    /// The absolute path of the same file without links, `.` and `..`: realpath(3).
    package func resolved() throws(SystemError) -> FilePath {
        // SAFETY: a C string; the result is ours to free, and is a C string.
        let resolved: [UInt8]? = unsafe withCString { path in
            guard let text = unsafe realpath(path, nil) else { return nil }
            defer { unsafe free(text) }
            return unsafe GuardSystem.bytes(ofCString: text)
        }
        guard let resolved else { throw .last(.resolve, self) }
        guard let path = FilePath(bytes: resolved) else {
            throw SystemError(.resolve, self, code: ENOENT)
        }
        return path
    }

    /// The folder this process works in.
    package static func currentDirectory() throws(SystemError) -> FilePath {
        // SAFETY: with a null buffer the result is ours to free, and is a C string (getcwd(3)).
        guard let text = unsafe getcwd(nil, 0) else { throw .last(.findDirectory) }
        defer { unsafe free(text) }
        let bytes = unsafe GuardSystem.bytes(ofCString: text)
        // Where the folder lies outside of what this process can see, Linux says "(unreachable)".
        guard let path = FilePath(bytes: bytes), path.isAbsolute else {
            throw SystemError(.findDirectory, code: ENOENT)
        }
        return path
    }

    /// What a symbolic link says, which need not exist.
    package func linkTarget() throws(SystemError) -> FilePath {
        var text = [CChar](repeating: 0, count: 4096)
        // SAFETY: a C string, and room for as many bytes as are said.
        let count = unsafe withCString { unsafe readlink($0, &text, text.count) }
        guard count != -1 else { throw .last(.resolve, self) }
        guard count < text.count,
            let target = FilePath(bytes: text[..<count].map(UInt8.init(bitPattern:)))
        else {
            throw SystemError(.resolve, self, code: ENAMETOOLONG)
        }
        return target
    }

    /// Removes a file, or a symbolic link itself; there being none is no failure.
    package func remove() throws(SystemError) {
        // SAFETY: a C string.
        let result = unsafe withCString { unsafe unlink($0) }
        guard result == 0 || lastErrorNumber == ENOENT else { throw .last(.remove, self) }
    }
}
