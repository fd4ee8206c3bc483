#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension FilePath {
    /// Puts a new file in the place of what is there, in one step: whoever looks finds the old one or
    /// the whole new one (rename(2)).
    ///
    /// Nobody else may read it. A link in its place is replaced, and not followed.
    package func replaceFile(with contents: [UInt8]) throws(SystemError) {
        guard let new = FilePath(bytes: bytes + Array(".\(Host.processID).new".utf8)) else {
            preconditionFailure("a path with more behind it is a path")
        }
        try new.remove()
        do throws(SystemError) {
            let file = try FileDescriptor.create(new)
            try file.write(contents)
            try file.synchronize()
            // SAFETY: C strings.
            let result = unsafe new.withCString { old in
                unsafe withCString { unsafe rename(old, $0) }
            }
            guard result == 0 else { throw .last(.create, self) }
        } catch {
            try? new.remove()
            throw error
        }
    }

    /// Makes a file that was not there; false where one is.
    package func createFile(with contents: [UInt8]) throws(SystemError) -> Bool {
        do throws(SystemError) {
            let file = try FileDescriptor.create(self)
            try file.write(contents)
            try file.synchronize()
            return true
        } catch {
            guard error.code == EEXIST else { throw error }
            return false
        }
    }
}
