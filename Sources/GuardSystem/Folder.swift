import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension FilePath {
    /// The names in this folder but `.` and `..`, ordered by their bytes.
    package func entries() throws(SystemError) -> [FilePath] {
        try FileDescriptor.openDirectory(self).entries()
    }
}

extension FileDescriptor {
    /// The names in this folder but `.` and `..`, ordered by their bytes.
    package func entries() throws(SystemError) -> [FilePath] {
        // The stream owns, and closes, the descriptor it is given.
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
        guard copy != -1 else { throw .last(.list, path) }
        // SAFETY: a descriptor that nobody else has.
        guard let stream = unsafe fdopendir(copy) else {
            let error = SystemError.last(.list, path)
            close(copy)
            throw error
        }
        defer { unsafe closedir(stream) }
        // The copy shares its position with this descriptor, which may have been listed before.
        // SAFETY: an open stream, here and below.
        unsafe rewinddir(stream)

        var names: [FilePath] = []
        // SAFETY: an open stream; the name is read before the stream moves on.
        while let name = unsafe cguard_next_entry(UnsafeMutableRawPointer(stream)) {
            let bytes = unsafe GuardSystem.bytes(ofCString: name)
            if let name = FilePath(bytes: bytes), name != ".", name != ".." { names.append(name) }
        }
        guard lastErrorNumber == 0 else { throw .last(.list, path) }
        return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// Removes what is in this folder, never following a link out of it.
    func removeContents() throws(SystemError) {
        for name in try entries() {
            // SAFETY: a C string.
            if unsafe name.withCString({ unsafe unlinkat(number, $0, 0) }) == 0 { continue }
            // Linux says EISDIR of a folder, POSIX and Darwin EPERM.
            guard lastErrorNumber == EISDIR || lastErrorNumber == EPERM else {
                throw .last(.remove, name)
            }
            try openSubdirectory(name).removeContents()
            // SAFETY: a C string.
            guard unsafe name.withCString({ unsafe unlinkat(number, $0, AT_REMOVEDIR) }) == 0 else {
                throw .last(.remove, name)
            }
        }
    }

    private func openSubdirectory(_ name: FilePath) throws(SystemError) -> FileDescriptor {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        // SAFETY: a C string.
        let folder = unsafe name.withCString { unsafe openat(number, $0, flags) }
        guard folder != -1 else { throw .last(.open, name) }
        return FileDescriptor(owning: folder, path: path?.appending(name) ?? name)
    }
}
