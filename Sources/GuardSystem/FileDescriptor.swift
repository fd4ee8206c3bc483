import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// An open file, pipe or folder: closed when its owner lets go of it, and never inherited unless a
/// `ChildProcess` is told so.
package struct FileDescriptor: ~Copyable, Sendable {
    /// What the kernel knows it by.
    package let number: Int32
    /// For messages: what was opened.
    package let path: FilePath?

    init(owning number: Int32, path: FilePath? = nil) {
        self.number = number
        self.path = path
    }

    deinit {
        close(number)
    }
}

// MARK: - Opening

extension FileDescriptor {
    /// Whether a path that ends in a symbolic link leads somewhere.
    package enum Links: Sendable {
        case follow
        case refuse

        var flags: Int32 {
            switch self {
            case .follow: 0
            case .refuse: O_NOFOLLOW
            }
        }
    }

    /// Opens a file for reading.
    package static func open(
        _ path: FilePath, links: Links = .follow
    ) throws(SystemError) -> FileDescriptor {
        try open(path, O_RDONLY | O_NOCTTY | links.flags, for: .open)
    }

    /// Opens a regular file for reading; anything else is refused as no such thing (EINVAL).
    ///
    /// A pipe that nobody writes to would have us wait for ever: it is opened without waiting, which
    /// means nothing to a file (open(2)).
    package static func openFile(
        _ path: FilePath, links: Links = .follow
    ) throws(SystemError) -> FileDescriptor {
        let file = try open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | links.flags, for: .open)
        guard try file.facts().kind == .file else {
            throw SystemError(.readFile, path, code: EINVAL)
        }
        return file
    }

    /// Opens a folder.
    package static func openDirectory(
        _ path: FilePath, links: Links = .follow
    ) throws(SystemError) -> FileDescriptor {
        try open(path, O_RDONLY | O_DIRECTORY | links.flags, for: .open)
    }

    /// Creates a file that was not there; one that nobody else may read, if nothing else is said.
    ///
    /// - Parameters:
    ///   - path: where.
    ///   - permissions: of which the umask takes some away (open(2)).
    /// - Returns: the file, to be read and written.
    /// - Throws: an error where something stands there, a link among it.
    package static func create(
        _ path: FilePath, permissions: UInt32 = 0o600
    ) throws(SystemError) -> FileDescriptor {
        try open(
            path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, for: .create, permissions: permissions)
    }

    /// Opens a file to write it anew, whatever stood there; it may be read by whom the umask lets.
    package static func replace(_ path: FilePath) throws(SystemError) -> FileDescriptor {
        try open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOCTTY, for: .create, permissions: 0o666)
    }

    static func open(
        _ path: FilePath, _ flags: Int32, for operation: SystemError.Operation,
        permissions: UInt32 = 0o600
    ) throws(SystemError) -> FileDescriptor {
        let number = uninterrupted {
            // SAFETY: a C string.
            unsafe path.withCString { start in
                unsafe systemOpen(start, flags | O_CLOEXEC, mode_t(permissions))
            }
        }
        guard number != -1 else { throw .last(operation, path) }
        return FileDescriptor(owning: number, path: path)
    }

    /// A second descriptor of the same open file.
    package func duplicate(atLeast lowest: Int32 = 0) throws(SystemError) -> FileDescriptor {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, lowest)
        guard copy != -1 else { throw .last(.duplicate, path) }
        return FileDescriptor(owning: copy, path: path)
    }
}

// MARK: - Reading and writing

extension FileDescriptor {
    /// Reads what is there, and waits until there is something; 0 at the end.
    package func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
        try readOnce(from: number, into: &buffer, path: path)
    }

    /// Reads from a place of a regular file, and leaves the place alone where reading goes on; 0 at
    /// the end.
    package func read(
        into buffer: inout MutableSpan<UInt8>, at offset: Int
    ) throws(SystemError) -> Int {
        // SAFETY: as many bytes are there as the call may write.
        let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            uninterrupted { unsafe pread(number, buffer.baseAddress, buffer.count, off_t(offset)) }
        }
        guard count >= 0 else { throw .last(.read, path) }
        return count
    }

    /// Reads what is there, of a file opened with `O_NONBLOCK`; 0 at the end, nil where nothing is.
    func readWithoutWaiting(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int? {
        // SAFETY: as many bytes are there as the call may write.
        let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            uninterrupted { unsafe systemRead(number, buffer.baseAddress, buffer.count) }
        }
        if count >= 0 { return count }
        guard lastErrorNumber == EAGAIN else { throw .last(.read, path) }
        return nil
    }

    /// Reads to the end; more than `limit` bytes are refused as too large (EFBIG).
    package func readAll(limit: Int) throws(SystemError) -> [UInt8] {
        try readToEnd(from: number, limit: limit, path: path)
    }

    /// Writes every byte.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try writeAll(bytes, to: number, path: path)
    }

    /// Goes back to the first byte.
    package func rewind() throws(SystemError) {
        guard lseek(number, 0, SEEK_SET) != -1 else { throw .last(.read, path) }
    }

    /// Has the bytes on the disk before it returns: fsync(2).
    package func synchronize() throws(SystemError) {
        guard uninterrupted({ fsync(number) }) != -1 else { throw .last(.write, path) }
    }
}

/// Reads a regular file to its end; more than `limit` bytes are refused as too large (EFBIG).
package func readFile(
    _ path: FilePath, limit: Int, links: FileDescriptor.Links = .follow
) throws(SystemError) -> [UInt8] {
    try FileDescriptor.openFile(path, links: links).readAll(limit: limit)
}

/// One of the three streams a process is started with.
package enum StandardStream: Int32, Sendable {
    case input = 0
    case output = 1
    case error = 2

    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Reads what is there, and waits until there is something; 0 at the end.
    package func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
        try readOnce(from: rawValue, into: &buffer, path: path)
    }

    /// Reads to the end; more than `limit` bytes are refused as too large (EFBIG).
    package func readAll(limit: Int) throws(SystemError) -> [UInt8] {
        try readToEnd(from: rawValue, limit: limit, path: path)
    }

    /// Writes every byte, in one call where the system takes them in one.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try writeAll(bytes, to: rawValue, path: path)
    }

    /// A descriptor of its own of the same open file.
    package func duplicate() throws(SystemError) -> FileDescriptor {
        let copy = fcntl(rawValue, F_DUPFD_CLOEXEC, 3)
        guard copy != -1 else { throw .last(.duplicate, path) }
        return FileDescriptor(owning: copy, path: path)
    }

    private var path: FilePath {
        switch self {
        case .input: "standard input"
        case .output: "standard output"
        case .error: "standard error"
        }
    }
}

// MARK: - Calls

func rawPipe() throws(SystemError) -> (reading: Int32, writing: Int32) {
    var ends: (Int32, Int32) = (-1, -1)
    // SAFETY: two numbers lie there, and `cguard_pipe` writes two.
    let result = unsafe withUnsafeMutableBytes(of: &ends) { ends in
        unsafe cguard_pipe(ends.assumingMemoryBound(to: Int32.self).baseAddress)
    }
    guard result == 0 else { throw .last(.makePipe) }
    return (ends.0, ends.1)
}

func readOnce(
    from number: Int32, into buffer: inout MutableSpan<UInt8>, path: FilePath?
) throws(SystemError) -> Int {
    while true {
        // SAFETY: as many bytes are there as the call may write.
        let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            uninterrupted { unsafe systemRead(number, buffer.baseAddress, buffer.count) }
        }
        if count >= 0 { return count }
        guard lastErrorNumber == EAGAIN else { throw .last(.read, path) }
        try waitUntilReady(number, for: POLLIN, operation: .read, path: path)
    }
}

func readToEnd(from number: Int32, limit: Int, path: FilePath?) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    // Most files that are read whole have a few lines.
    var window = [UInt8](repeating: 0, count: 4096)
    while true {
        var free = window.mutableSpan
        let count = try readOnce(from: number, into: &free, path: path)
        guard count > 0 else { return bytes }
        guard bytes.count + count <= limit else { throw SystemError(.read, path, code: EFBIG) }
        bytes.append(contentsOf: window[..<count])
        if count == window.count, count < 65_536 {
            window = [UInt8](repeating: 0, count: 65_536)
        }
    }
}

func writeAll(_ bytes: [UInt8], to number: Int32, path: FilePath?) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = uninterrupted {
            // SAFETY: as many bytes are there as the call may read.
            unsafe rest.withUnsafeBytes { buffer in
                unsafe systemWrite(number, buffer.baseAddress, buffer.count)
            }
        }
        if count >= 0 {
            rest = rest.dropFirst(count)
        } else if lastErrorNumber == EAGAIN {
            try waitUntilReady(number, for: POLLOUT, operation: .write, path: path)
        } else {
            throw .last(.write, path)
        }
    }
}

/// Waits where a descriptor does not block because somebody who shares the open file made it so.
private func waitUntilReady(
    _ number: Int32, for events: Int32, operation: SystemError.Operation, path: FilePath?
) throws(SystemError) {
    var one = pollfd(fd: number, events: Int16(events), revents: 0)
    let result = uninterrupted {
        // SAFETY: one element is there.
        unsafe poll(&one, 1, -1)
    }
    guard result != -1 else { throw .last(operation, path) }
}

// The calls whose names are those of methods, spelled with their module where they are called.
#if canImport(Glibc)
private func systemRead(_ number: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    // SAFETY: the caller's promise: `count` bytes may be written at `start`.
    unsafe Glibc.read(number, start, count)
}

private func systemWrite(_ number: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    // SAFETY: the caller's promise: `count` bytes may be read at `start`.
    unsafe Glibc.write(number, start, count)
}

func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
    // SAFETY: the caller's promise: a C string.
    unsafe Glibc.open(path, flags, mode)
}
#elseif canImport(Darwin)
private func systemRead(_ number: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    // SAFETY: the caller's promise: `count` bytes may be written at `start`.
    unsafe Darwin.read(number, start, count)
}

private func systemWrite(_ number: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    // SAFETY: the caller's promise: `count` bytes may be read at `start`.
    unsafe Darwin.write(number, start, count)
}

func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
    // SAFETY: the caller's promise: a C string.
    unsafe Darwin.open(path, flags, mode)
}
#endif
