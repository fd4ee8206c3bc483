#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A program that can be run.
package struct Executable: Equatable, Sendable {
    /// The path it was found at, absolute.
    package let path: FilePath
    /// Where it really lies, behind every link.
    package let realPath: FilePath
    /// Tells two names of one program from two programs.
    package let identity: FileFacts.Identity

    /// A file that this process may run, by its absolute path.
    package init(at path: FilePath) throws(SystemError) {
        guard path.isAbsolute else { throw SystemError(.run, path, code: ENOENT) }
        let facts = try path.facts()
        guard facts.kind == .file else { throw SystemError(.run, path, code: EACCES) }
        // SAFETY: a C string.
        let result = unsafe path.withCString { unsafe faccessat(AT_FDCWD, $0, X_OK, AT_EACCESS) }
        guard result == 0 else { throw .last(.run, path) }
        self.path = path
        realPath = try path.resolved()
        identity = facts.identity
    }

    /// The program this process runs.
    package static func current() throws(SystemError) -> Executable {
        try Executable(at: currentExecutablePath())
    }

    /// Every program of that name in the folders of a `PATH`, in their order.
    ///
    /// Empty and relative folders are passed over: they name whatever lies where somebody happens
    /// to stand. So is a name with a slash in it, which asks for no search.
    package static func all(named name: [UInt8], inPath path: [UInt8]) -> [Executable] {
        guard let name = FilePath(bytes: name), !name.bytes.contains(UInt8(ascii: "/")) else {
            return []
        }
        return path.split(separator: UInt8(ascii: ":")).compactMap { folder in
            guard let folder = FilePath(bytes: Array(folder)), folder.isAbsolute else { return nil }
            return try? Executable(at: folder.appending(name))
        }
    }
}
