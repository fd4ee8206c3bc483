internal import CTestSupport
import Foundation

/// How a process ended.
package enum ExitStatus: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)

    /// - Parameter status: what `waitpid(2)` reports.
    init(waitStatus status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }
}

/// A program in a session of its own, so that it has no terminal unless one is opened for it.
///
/// One owner at a time: nothing here is locked.
final class SpawnedProcess {
    /// Where a descriptor of the program comes from, in the order in which they are set up.
    enum Stream {
        /// A copy of one of ours.
        case descriptor(Int32, as: Int32)
        /// A file opened by the program itself. A terminal becomes its controlling one, because a
        /// session leader opens it.
        case file(String, flags: Int32, as: Int32)
    }

    let id: pid_t
    private var ending: ExitStatus?

    init(
        _ executable: String, _ arguments: [String], name: String? = nil,
        environment: ChildEnvironment, directory: String?, streams: [Stream]
    ) throws {
        ignoreBrokenPipes()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in streams {
            switch stream {
            case .descriptor(let ours, let theirs):
                posix_spawn_file_actions_adddup2(&actions, ours, theirs)
            case .file(let path, let flags, let theirs):
                posix_spawn_file_actions_addopen(&actions, theirs, path, flags, 0o600)
            }
        }
        if let directory {
            ctestsupport_add_chdir(&actions, directory)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The program starts as a shell would start it, whatever the test runner ignores or blocks.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU] {
            sigaddset(&signals, signal)
        }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes,
            ctestsupport_spawn_setsid | Int16(POSIX_SPAWN_SETSIGMASK)
                | Int16(POSIX_SPAWN_SETSIGDEF))

        var process: pid_t = 0
        let failure = withCStrings([name ?? executable] + arguments) { argv in
            withCStrings(environment.entries) { envp in
                posix_spawn(&process, executable, &actions, &attributes, argv, envp)
            }
        }
        guard failure == 0 else {
            throw TestSupportError(
                "\(executable) does not start: \(String(cString: strerror(failure)))")
        }
        id = process
    }

    deinit {
        killEverything()
    }

    /// How it ended, or nil while it runs.
    func poll() -> ExitStatus? {
        if ending == nil {
            var status: Int32 = 0
            if waitpid(id, &status, WNOHANG) == id {
                ending = ExitStatus(waitStatus: status)
            }
        }
        return ending
    }

    /// Kills the process with all it has started, as far as they stayed in its session.
    func killEverything() {
        for member in members where member != id {
            kill(member, SIGKILL)
        }
        // Not once it is reaped: the number may be somebody else's by then.
        guard ending == nil else { return }
        kill(id, SIGKILL)
        var status: Int32 = 0
        while waitpid(id, &status, 0) == -1 && errno == EINTR {}
        ending = ExitStatus(waitStatus: status)
    }

    /// The processes of its session.
    ///
    /// Asked of `/proc`, because a guard may give its child a process group of its own.
    var members: [pid_t] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.compactMap { pid_t($0) }.filter { getsid($0) == id }
    }
}

/// A pipe whose ends no other program inherits.
struct Pipe {
    let readEnd: Int32
    let writeEnd: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard ctestsupport_pipe(&ends) == 0 else {
            throw TestSupportError("pipe: \(String(cString: strerror(errno)))")
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }
}

/// A program that ends without reading must not end the test runner.
private func ignoreBrokenPipes() {
    _ = brokenPipesIgnored
}

private let brokenPipesIgnored: Bool = {
    signal(SIGPIPE, SIG_IGN)
    return true
}()

private func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else {
            preconditionFailure("an argument list is never empty: it ends with a null pointer")
        }
        return body(base)
    }
}
