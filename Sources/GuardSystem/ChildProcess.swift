import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a child has as one of its three standard streams.
package enum ChildStream: Equatable, Sendable {
    case inherited
    /// `/dev/null`.
    case null
    /// A pipe, whose other end its `ChildProcess` has.
    case pipe
    /// An open descriptor of this process, by its number.
    case descriptor(Int32)
}

/// What a child gets of this process's descriptors.
///
/// Every descriptor of ours is closed in it but these.
package struct ChildDescriptors: Equatable, Sendable {
    package var input: ChildStream
    package var output: ChildStream
    package var error: ChildStream
    /// Descriptors that it has under the same number as we.
    package var shared: [Int32]

    package init(
        input: ChildStream = .inherited, output: ChildStream = .inherited,
        error: ChildStream = .inherited, shared: [Int32] = []
    ) {
        self.input = input
        self.output = output
        self.error = error
        self.shared = shared
    }
}

/// A program that runs beside this one.
///
/// Whoever lets go of it before it has ended ends it: first asked (SIGTERM), two seconds later not
/// asked. What must never be ended so runs by `runInForeground`.
package struct ChildProcess: ~Copyable {
    package let processID: Int32
    let path: FilePath
    private var termination: Termination?
    private var inputEnd: Int32
    private(set) var outputEnd: Int32
    private(set) var errorEnd: Int32

    /// Starts it: posix_spawn(3).
    package init(
        _ command: Command, descriptors: ChildDescriptors = ChildDescriptors()
    ) throws(SystemError) {
        var plan = try SpawnPlan(descriptors)
        processID = try plan.start(command)
        path = command.executable
        inputEnd = plan.takeParentEnd(of: 0)
        outputEnd = plan.takeParentEnd(of: 1)
        errorEnd = plan.takeParentEnd(of: 2)
    }

    deinit {
        for end in [inputEnd, outputEnd, errorEnd] where end != -1 { close(end) }
        if termination == nil { Self.end(processID) }
    }

    /// The end to write to of its standard input, where that is a pipe; once.
    package mutating func takeInput() -> FileDescriptor? { Self.take(&inputEnd) }

    /// The end to read from of its standard output, where that is a pipe; once.
    package mutating func takeOutput() -> FileDescriptor? { Self.take(&outputEnd) }

    /// The end to read from of its standard error, where that is a pipe; once.
    package mutating func takeError() -> FileDescriptor? { Self.take(&errorEnd) }

    /// Waits for its end: waitpid(2).
    package mutating func wait() throws(SystemError) -> Termination {
        if let termination { return termination }
        var status: Int32 = 0
        // SAFETY: one number is there to be filled.
        let result = uninterrupted { unsafe waitpid(processID, &status, 0) }
        guard result == processID else { throw .last(.wait, path) }
        let termination = Termination(waitStatus: status)
        self.termination = termination
        return termination
    }

    /// Waits for its end until then; nil where it still runs.
    mutating func wait(until deadline: Deadline) throws(SystemError) -> Termination? {
        while termination == nil {
            var status: Int32 = 0
            // SAFETY: one number is there to be filled.
            let result = uninterrupted { unsafe waitpid(processID, &status, WNOHANG) }
            guard result != -1 else { throw .last(.wait, path) }
            if result == processID {
                termination = Termination(waitStatus: status)
            } else {
                guard !deadline.hasPassed else { return nil }
                usleep(2_000)
            }
        }
        return termination
    }

    /// How it has ended; nil while it runs.
    mutating func terminationIfOver() throws(SystemError) -> Termination? {
        if let termination { return termination }
        var status: Int32 = 0
        // SAFETY: one number is there to be filled.
        let result = uninterrupted { unsafe waitpid(processID, &status, WNOHANG) }
        guard result != -1 else { throw .last(.wait, path) }
        guard result == processID else { return nil }
        termination = Termination(waitStatus: status)
        return termination
    }

    private static func take(_ end: inout Int32) -> FileDescriptor? {
        guard end != -1 else { return nil }
        defer { end = -1 }
        return FileDescriptor(owning: end)
    }

    private static func end(_ process: Int32) {
        var status: Int32 = 0
        kill(process, SIGTERM)
        // SAFETY: one number is there to be filled; so below.
        for _ in 0..<200 where unsafe waitpid(process, &status, WNOHANG) == 0 {
            usleep(10_000)
        }
        if kill(process, 0) == 0 {
            kill(process, SIGKILL)
            _ = uninterrupted { unsafe waitpid(process, &status, 0) }
        }
    }
}

/// The signals that this process ignores, and what it starts is not to.
private func ignoredSignals() -> [Int32] {
    var signals: [Int32] = []
    while case let signal = cguard_ignored_signal(Int32(signals.count)), signal != 0 {
        signals.append(signal)
    }
    return signals
}

/// Becomes another program: execve(2).
///
/// - Returns: never; it throws where the program cannot be run.
package func replaceProcess(with command: Command) throws(SystemError) -> Never {
    if let directory = command.directory {
        // SAFETY: a C string.
        guard unsafe directory.withCString({ unsafe chdir($0) }) == 0 else {
            throw .last(.open, directory)
        }
    }
    let ignored = ignoredSignals()
    for signal in ignored { cguard_default_signal(signal) }
    // SAFETY: C strings, and vectors of them that end in a null.
    _ = unsafe command.executable.withCString { path in
        unsafe withCStrings(command.arguments) { arguments in
            unsafe withCStrings(command.environment.entries) { environment in
                unsafe execve(path, arguments, environment)
            }
        }
    }
    let error = SystemError.last(.run, command.executable)
    for signal in ignored { cguard_ignore_signal(signal) }
    throw error
}

// MARK: - Starting

/// The descriptors of a child to be, on both sides, until it has been started.
struct SpawnPlan: ~Copyable {
    /// What becomes descriptor 0, 1 and 2 of the child; -1 where it inherits ours.
    private var childEnds: [Int32] = [-1, -1, -1]
    private var parentEnds: [Int32] = [-1, -1, -1]
    /// Of the child's ends, those to close here once it has them.
    private var opened: [Int32] = []
    private let shared: [Int32]

    init(_ descriptors: ChildDescriptors) throws(SystemError) {
        shared = descriptors.shared
        let streams = [descriptors.input, descriptors.output, descriptors.error]
        for (number, stream) in streams.enumerated() {
            switch stream {
            case .inherited: break
            case .null:
                // SAFETY: a C string.
                let null = unsafe systemOpen("/dev/null", O_RDWR | O_CLOEXEC, 0)
                guard null != -1 else { throw .last(.open, "/dev/null") }
                opened.append(null)
                childEnds[number] = null
            case .pipe:
                let (reading, writing) = try rawPipe()
                let (child, parent) = number == 0 ? (reading, writing) : (writing, reading)
                parentEnds[number] = parent
                opened.append(child)
                childEnds[number] = child
            case .descriptor(let descriptor):
                childEnds[number] = descriptor
            }
        }
        // A source that lies where a target is would be overwritten before it is copied.
        for number in 0..<3 where (0..<3).contains(childEnds[number]) {
            let copy = fcntl(childEnds[number], F_DUPFD_CLOEXEC, 3)
            guard copy != -1 else { throw .last(.duplicate) }
            opened.append(copy)
            childEnds[number] = copy
        }
    }

    deinit {
        for end in opened + parentEnds where end != -1 { close(end) }
    }

    mutating func takeParentEnd(of number: Int) -> Int32 {
        defer { parentEnds[number] = -1 }
        return parentEnds[number]
    }

    func start(_ command: Command) throws(SystemError) -> Int32 {
        cguard_wait_for_children()

        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        // SAFETY: zeros, until they are initialised below.
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        // SAFETY: both are initialised here, destroyed at the end, and used in between only.
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }

        if let directory = command.directory {
            // SAFETY: a C string, which is copied.
            _ = unsafe directory.withCString { path in
                unsafe cguard_spawn_in_directory(&actions, path)
            }
        }
        for (number, end) in childEnds.enumerated() where end != -1 {
            // SAFETY: initialised actions.
            unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
        }
        for descriptor in shared {
            // A copy onto itself takes the descriptor's close-on-exec flag away.
            // SAFETY: initialised actions.
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, descriptor)
        }
        var flags = command.startsSession ? cguard_spawn_in_session : 0
        let ignored = ignoredSignals()
        if !ignored.isEmpty {
            var restored = sigset_t()
            // SAFETY: initialised attributes and a set that is emptied first.
            unsafe sigemptyset(&restored)
            for signal in ignored { unsafe sigaddset(&restored, signal) }
            unsafe posix_spawnattr_setsigdefault(&attributes, &restored)
            flags |= Int16(POSIX_SPAWN_SETSIGDEF)
        }
        // SAFETY: initialised attributes.
        unsafe posix_spawnattr_setflags(&attributes, flags)

        var process: Int32 = 0
        // SAFETY: C strings, and vectors of them that end in a null; the rest is initialised.
        let result = unsafe command.executable.withCString { path in
            unsafe withCStrings(command.arguments) { arguments in
                unsafe withCStrings(command.environment.entries) { environment in
                    unsafe posix_spawn(
                        &process, path, &actions, &attributes, arguments, environment)
                }
            }
        }
        guard result == 0 else { throw SystemError(.start, command.executable, code: result) }
        return process
    }
}
