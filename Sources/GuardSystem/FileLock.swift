#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A lock that one process holds at a time, for as long as it has this value: flock(2).
///
/// The kernel lets go of it however the process ends. The file stays: removing it would let two
/// processes hold two locks of one name.
package struct FileLock: ~Copyable {
    private let file: FileDescriptor

    /// Takes the lock.
    ///
    /// - Parameter path: of the lock's file, which is made where it is missing.
    /// - Returns: the lock, or nil where another process holds it.
    /// - Throws: what the system refuses.
    package static func take(_ path: FilePath) throws(SystemError) -> FileLock? {
        let file = try FileDescriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, for: .lock)
        guard uninterrupted({ flock(file.number, LOCK_EX | LOCK_NB) }) == 0 else {
            guard lastErrorNumber == EWOULDBLOCK else { throw .last(.lock, path) }
            return nil
        }
        return FileLock(file: file)
    }
}

extension FileLock {
    /// Takes the lock, and waits for it.
    ///
    /// - Parameters:
    ///   - path: of the lock's file, which is made where it is missing.
    ///   - duration: how long to wait.
    /// - Returns: the lock, or nil where it did not come in time.
    /// - Throws: what the system refuses; ENOLCK where the file system has no locks.
    package static func take(
        _ path: FilePath, within duration: Duration
    ) throws(SystemError) -> FileLock? {
        let deadline = Deadline(after: duration)
        while true {
            if let lock = try take(path) { return lock }
            guard !deadline.hasPassed else { return nil }
            usleep(2_000)
        }
    }
}
