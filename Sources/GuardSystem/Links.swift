#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension FilePath {
    /// Makes this folder and those above it that are missing; it being there is no failure.
    ///
    /// - Parameter permissions: of those that are made, less what umask(2) takes away.
    /// - Throws: what the system refuses.
    package func makeFolders(permissions: UInt32) throws(SystemError) {
        if let facts = try factsIfThere() {
            guard facts.kind == .folder else { throw SystemError(.create, self, code: ENOTDIR) }
            return
        }
        if let parent, parent != self { try parent.makeFolders(permissions: permissions) }
        // SAFETY: a C string.
        let result = unsafe withCString { unsafe mkdir($0, mode_t(permissions)) }
        // Another process may have made it meanwhile.
        guard result == 0 || lastErrorNumber == EEXIST else { throw .last(.create, self) }
    }

    /// Removes a folder with nothing in it; where there is none, or something in it, it stays so.
    package func removeFolderIfEmpty() throws(SystemError) {
        // SAFETY: a C string.
        let result = unsafe withCString { unsafe rmdir($0) }
        guard result == 0 || [ENOENT, ENOTEMPTY, EEXIST].contains(lastErrorNumber) else {
            throw .last(.remove, self)
        }
    }

    /// Makes a symbolic link that was not there.
    package func makeLink(to target: FilePath) throws(SystemError) {
        // SAFETY: C strings.
        let result = unsafe target.withCString { target in
            unsafe withCString { unsafe symlink(target, $0) }
        }
        guard result == 0 else { throw .last(.create, self) }
    }

    /// Puts a symbolic link in the place of what is there, in one step: whoever looks finds the old
    /// one or the new one (rename(2)).
    package func replaceLink(to target: FilePath) throws(SystemError) {
        guard let new = FilePath(bytes: bytes + Array(".\(Host.processID).new".utf8)) else {
            preconditionFailure("a path with more behind it is a path")
        }
        try new.remove()
        try new.makeLink(to: target)
        // SAFETY: C strings.
        let result = unsafe new.withCString { old in
            unsafe withCString { unsafe rename(old, $0) }
        }
        guard result == 0 else {
            let error = SystemError.last(.create, self)
            try? new.remove()
            throw error
        }
    }
}
