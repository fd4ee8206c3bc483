import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What somebody typed at a prompt, or what came of it instead.
package enum TypedLine: Equatable, Sendable {
    /// The line as its bytes, without its end.
    case line([UInt8])
    /// Text was pasted: the line is not what somebody typed.
    case pasted
    /// Ctrl-D on an empty line.
    case endOfInput
    /// Ctrl-C, or another request to end (SIGINT, SIGTERM, SIGQUIT).
    case interrupted
    case timedOut
    /// The terminal has gone away.
    case hungUp
}

/// The controlling terminal, `/dev/tty`: where a person is, whatever the standard streams are.
package struct Terminal: ~Copyable {
    private let tty: FileDescriptor
    /// The same, for reading what is there and never waiting: Ctrl-C throws away what has been
    /// typed, also what poll(2) has just reported.
    private let keys: FileDescriptor

    /// Opens it.
    ///
    /// Fails where the process has none: `No such device or address`.
    package init() throws(SystemError) {
        let screen = try FileDescriptor.open("/dev/tty", O_RDWR | O_NOCTTY, for: .open)
        keys = try FileDescriptor.open("/dev/tty", O_RDONLY | O_NOCTTY | O_NONBLOCK, for: .open)
        tty = screen
    }

    /// The terminal belongs to this process's group: what is typed comes here.
    package var isForeground: Bool { tcgetpgrp(tty.number) == getpgrp() }

    /// The session it controls, which no other terminal does: tcgetsid(3); 0 where that lies outside
    /// of what this process can see.
    var session: Int32 { max(0, tcgetsid(tty.number)) }

    package struct Size: Equatable, Sendable {
        package let columns: Int
        package let rows: Int
    }

    /// 80 columns and 24 rows where the terminal does not say.
    package var size: Size {
        var columns: Int32 = 0
        var rows: Int32 = 0
        // SAFETY: two numbers are there to be filled.
        guard unsafe cguard_window_size(tty.number, &columns, &rows) == 0, columns > 0, rows > 0
        else { return Size(columns: 80, rows: 24) }
        return Size(columns: Int(columns), rows: Int(rows))
    }

    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try tty.write(bytes)
    }
}

// MARK: - Reading a line

extension Terminal {
    /// Shows a prompt and reads what is typed after it.
    ///
    /// The line is edited here and not by the kernel, because bracketed paste is only announced to
    /// who reads key by key. Keys that send signals keep doing so, to all of the terminal's
    /// foreground group, so a script around us ends with us on Ctrl-C. What had been typed before
    /// the prompt is dropped. The terminal's modes are put back on every way out, and while the
    /// process is stopped (Ctrl-Z); continued, it shows the prompt and the line again.
    ///
    /// The prompt may have several lines. Keys beyond `limit` bytes are refused with a bell. The
    /// time is for all of the line.
    package func readLine(
        prompt: [UInt8], limit: Int = 1024, timeout: Duration
    ) throws(SystemError) -> TypedLine {
        let deadline = Deadline(after: timeout)
        let before = try modes()
        var editor = LineEditor(prompt: prompt, limit: limit)
        var watch: SignalWatch? = try SignalWatch(evenIgnored: Self.refusals, Self.watched)
        try enterEditing(from: before)
        defer { leaveEditing(to: before) }
        try write(prompt)

        while true {
            guard let descriptor = watch?.descriptor else {
                preconditionFailure("there is a watch while a line is read")
            }
            let ready = try waitForInput(on: [keys.number, descriptor], until: deadline)
            for signal in takeSignals(from: descriptor) {
                switch signal {
                case SIGTSTP:
                    leaveEditing(to: before)
                    watch = nil
                    // Stops here, and goes on when somebody continues us. In an orphaned group,
                    // where nobody could, it does nothing (setpgid(2)).
                    kill(getpid(), SIGTSTP)
                    watch = try SignalWatch(evenIgnored: Self.refusals, Self.watched)
                    try enterEditing(from: before)
                    try write(editor.redrawn)
                case SIGCONT:
                    // Stopped by SIGSTOP, which cannot be watched: a shell has put its own modes.
                    try enterEditing(from: before)
                    try write(editor.redrawn)
                case SIGHUP: return .hungUp
                default: return .interrupted
                }
            }
            guard ready[0] else {
                if deadline.hasPassed { return .timedOut }
                continue
            }
            var window = [UInt8](repeating: 0, count: 256)
            var free = window.mutableSpan
            let taken: Int?
            do throws(SystemError) {
                taken = try keys.readWithoutWaiting(into: &free)
            } catch  where error.code == EIO {
                return .hungUp
            }
            guard let count = taken else { continue }
            guard count > 0 else { return .hungUp }
            var echo: [UInt8] = []
            for byte in window[..<count] {
                // What follows the end of a line has been typed before the next prompt: dropped.
                if let result = editor.press(byte, echo: &echo) {
                    try write(echo)
                    return result
                }
            }
            try write(echo)
        }
    }

    /// What a person sends who does not want this.
    ///
    /// A script's background job inherits them ignored, and who sits at the prompt has to be heard
    /// all the same.
    private static let refusals = [SIGINT, SIGTERM, SIGQUIT]

    /// What else would end or stop us while the terminal is not as we found it.
    private static let watched = [
        SIGHUP, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGTSTP, SIGCONT,
    ]

    private func modes() throws(SystemError) -> termios {
        var modes = termios()
        // SAFETY: one `termios` is there to be filled.
        guard unsafe tcgetattr(tty.number, &modes) == 0 else {
            throw .last(.setTerminal, tty.path)
        }
        return modes
    }

    /// Key by key, unseen, and with pastes marked.
    private func enterEditing(from before: termios) throws(SystemError) {
        var modes = before
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
        modes.c_lflag |= tcflag_t(ISIG)
        modes.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON | ISTRIP)
        // SAFETY: both are indices of this array (termios(3)).
        unsafe withUnsafeMutableBytes(of: &modes.c_cc) { keys in
            unsafe keys[Int(VMIN)] = 1
            unsafe keys[Int(VTIME)] = 0
        }
        // SAFETY: one `termios` is there to be read.
        let result = uninterrupted { unsafe tcsetattr(tty.number, TCSAFLUSH, &modes) }
        guard result == 0 else { throw .last(.setTerminal, tty.path) }
        try write(Array("\u{1B}[?2004h".utf8))
    }

    /// Nothing more can be done where this fails: the terminal has gone.
    private func leaveEditing(to before: termios) {
        try? write(Array("\u{1B}[?2004l\n".utf8))
        var modes = before
        // SAFETY: one `termios` is there to be read.
        _ = uninterrupted { unsafe tcsetattr(tty.number, TCSAFLUSH, &modes) }
    }
}
