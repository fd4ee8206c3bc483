/// A program with everything it is started with.
package struct Command: Sendable {
    package var executable: FilePath
    /// All of `argv`: the name it is called by comes first.
    package var arguments: [[UInt8]]
    package var environment: Environment
    /// Where it works; nil for where this process does.
    package var directory: FilePath?
    /// Whether it gets a session of its own, and so no controlling terminal: setsid(2).
    package var startsSession = false

    /// With all of `argv`, the name first; no argument has a zero byte in it.
    package init(
        _ executable: FilePath, arguments: [[UInt8]], environment: Environment,
        directory: FilePath? = nil
    ) {
        precondition(!arguments.isEmpty && !arguments.contains { $0.contains(0) })
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.directory = directory
    }

    /// With the executable's own path as its name.
    package init(
        _ executable: FilePath, _ arguments: [String], environment: Environment,
        directory: FilePath? = nil
    ) {
        self.init(
            executable, arguments: [executable.bytes] + arguments.map { Array($0.utf8) },
            environment: environment, directory: directory)
    }
}

/// How a process came to its end.
package enum Termination: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)

    /// As a shell says it: 128 and the signal's number where a signal ended it.
    package var exitStatus: Int32 {
        switch self {
        case .exited(let status): status
        case .signalled(let signal): 128 + signal
        }
    }

    /// Reads what waitpid(2) wrote of a process that has ended.
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7f
        self = signal == 0 ? .exited((waitStatus >> 8) & 0xff) : .signalled(signal)
    }
}
