#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A system call that failed: its number, what was being done, and to what.
package struct SystemError: Error, Equatable, Sendable {
    /// What was being done, worded to follow "Cannot".
    package enum Operation: String, Sendable {
        case open
        case create
        case read
        case readFile = "read the file"
        case write
        case inspect
        case list
        case remove
        case resolve
        case lock
        case seal
        case start
        case run
        case wait = "wait for"
        case makePipe = "make a pipe"
        case findDirectory = "find the current directory"
        case duplicate = "duplicate a descriptor of"
        case watchSignals = "watch for signals"
        case setTerminal = "set the modes of"
        case forbidDumps = "forbid core dumps"
        case readClock = "read the clock"
    }

    /// The number: errno(3).
    package let code: Int32
    package let operation: Operation
    package let path: FilePath?

    package init(_ operation: Operation, _ path: FilePath? = nil, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// The failure of the last call.
    static func last(_ operation: Operation, _ path: FilePath? = nil) -> SystemError {
        SystemError(operation, path, code: lastErrorNumber)
    }
}

extension SystemError: CustomStringConvertible {
    /// A sentence.
    ///
    ///     Cannot open /etc/shadow: Permission denied.
    package var description: String {
        let object = path.map { " \($0)" } ?? ""
        return "Cannot \(operation.rawValue)\(object): \(reason)."
    }

    /// The number in words.
    package var reason: String {
        // The number's own words are "Invalid argument", which says nothing here.
        if operation == .readFile, code == EINVAL { return "Not a regular file" }
        // SAFETY: strerror(3) returns a string for every number; no locale is ever set.
        return unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}

extension SystemError {
    /// EACCES: it is there, and not what may be used.
    package static var notPermitted: Int32 { EACCES }

    /// EFBIG: there is more of it than may be.
    package static var tooLarge: Int32 { EFBIG }

    /// ETIMEDOUT: what was waited for did not come.
    package static var timedOut: Int32 { ETIMEDOUT }

    /// The file system has no locks, or none that work: ENOLCK, EOPNOTSUPP (flock(2)).
    package var isWithoutLocks: Bool {
        operation == .lock && (code == ENOLCK || code == EOPNOTSUPP || code == ENOSYS)
    }
}
