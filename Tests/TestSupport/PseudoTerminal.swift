internal import CTestSupport
import Foundation

/// A program on a terminal of its own, as a person would have started it: session leader, with the
/// terminal as the controlling one, and on all three standard streams.
///
/// One test owns it; nothing here is locked.
package final class PseudoTerminal {
    private let master: Int32
    private var isHungUp = false
    private let process: SpawnedProcess
    private let command: [String]
    /// How much of `screen` earlier expectations have used up.
    private var seen = 0

    /// Every byte the program has written to the terminal, with what the terminal echoed.
    package private(set) var raw: [UInt8] = []

    /// Starts the program, whose executable is a path.
    ///
    /// Standard input may be a pipe with a text in it, and not the terminal.
    package init(
        _ executable: String, _ arguments: [String] = [], environment: ChildEnvironment,
        standardInput: String? = nil, directory: String? = nil, rows: UInt16 = 24,
        columns: UInt16 = 80
    ) throws {
        var name = [CChar](repeating: 0, count: 128)
        let master = ctestsupport_open_terminal(&name, name.count)
        guard master >= 0 else {
            throw TestSupportError("no pseudo-terminal: \(String(cString: strerror(errno)))")
        }
        let slave = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        self.master = master
        command = [executable] + arguments
        setWindowSize(of: master, rows: rows, columns: columns)
        var streams: [SpawnedProcess.Stream] = [
            .file(slave, flags: O_RDWR, as: 0),
            .descriptor(0, as: 1), .descriptor(0, as: 2),
        ]
        var input: Pipe?
        if let standardInput {
            let pipe = try Pipe()
            precondition(standardInput.utf8.count <= 4096, "a pipe takes no more without a reader")
            _ = Array(standardInput.utf8).withUnsafeBytes {
                write(pipe.writeEnd, $0.baseAddress, $0.count)
            }
            close(pipe.writeEnd)
            streams.append(.descriptor(pipe.readEnd, as: 0))
            input = pipe
        }
        defer { if let input { close(input.readEnd) } }
        do {
            process = try SpawnedProcess(
                executable, arguments, environment: environment, directory: directory,
                streams: streams)
        } catch {
            close(master)
            throw error
        }
    }

    deinit {
        process.killEverything()
        hangUp()
    }

    // MARK: What is on it

    /// The text without colours and other escape sequences.
    package var screen: String { plainText(String(decoding: raw, as: UTF8.self)) }

    /// What has been written since the last text that was expected.
    package var unseen: String { String(screen.unicodeScalars.dropFirst(seen)) }

    /// Waits until a text appears after the last one that was expected.
    ///
    /// - Throws: `TestSupportError` with the screen, where it does not.
    package func expect(_ text: String, within seconds: Double = 30) throws {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            let rest = unseen
            if let found = rest.range(of: text, options: .literal) {
                seen += rest[..<found.upperBound].unicodeScalars.count
                return
            }
            guard readSome(waiting: 0.05) else {
                if unseen.range(of: text, options: .literal) != nil { continue }
                throw failure("ended without showing \"\(text)\"")
            }
            guard Date() < deadline else {
                throw failure("did not show \"\(text)\" within \(seconds) s")
            }
        }
    }

    /// The line discipline's settings (termios(3)): what a program must leave as it found them.
    package var modes: [tcflag_t] {
        var settings = termios()
        tcgetattr(master, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }

    // MARK: What a person does to it

    /// Types a text; a line ends with `\r`, which is what the return key sends.
    package func send(_ text: String) throws {
        try send(bytes: Array(text.utf8))
    }

    package func send(bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                throw failure("takes no input: \(String(cString: strerror(errno)))")
            }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Types a line.
    package func type(_ line: String) throws { try send(line + "\r") }

    package func pressControlC() throws { try send(bytes: [0x03]) }

    /// Closes the window: the program gets SIGHUP and its terminal is gone.
    package func hangUp() {
        guard !isHungUp else { return }
        isHungUp = true
        close(master)
    }

    package func resize(rows: UInt16, columns: UInt16) {
        setWindowSize(of: master, rows: rows, columns: columns)
    }

    /// The process id of the program, to send it signals with `kill(2)`.
    package var processID: Int32 { process.id }

    /// The program and all it has started, as far as they stayed in its session.
    package var processes: [Int32] { process.members }

    // MARK: Its end

    /// Waits for the program's end, reading on meanwhile.
    package func waitForExit(within seconds: Double = 30) throws -> ExitStatus {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            let status = process.poll()
            let isReadable = readSome(waiting: 0.02)
            if let status {
                // What it wrote last is still in the terminal's buffer.
                while isReadable, readSome(waiting: 0) {
                    if !hasInput(waiting: 0) { break }
                }
                return status
            }
            guard Date() < deadline else { throw failure("still ran after \(seconds) s") }
            if !isReadable { usleep(5_000) }
        }
    }

    /// Reads what is there.
    ///
    /// - Returns: false once nobody can write to the terminal any more.
    private func readSome(waiting seconds: Double) -> Bool {
        guard !isHungUp else { return false }
        guard hasInput(waiting: seconds) else { return true }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &chunk, chunk.count)
        if count > 0 {
            raw += chunk[..<count]
            return true
        }
        // Linux says EIO once the last program has closed the terminal.
        return count < 0 && errno == EINTR
    }

    private func hasInput(waiting seconds: Double) -> Bool {
        guard !isHungUp else { return false }
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, Int32(seconds * 1000)) > 0
    }

    private func failure(_ what: String) -> TestSupportError {
        TestSupportError(
            """
            \(command.joined(separator: " ")) \(what)
            --- screen
            \(screen)
            ---
            """)
    }
}

private func setWindowSize(of terminal: Int32, rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
}

/// A text without escape sequences (ECMA-48: CSI, OSC and two-byte ones) and carriage returns.
package func plainText(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        guard scalar == "\u{1B}" else {
            if scalar != "\r" { plain.append(scalar) }
            continue
        }
        switch rest.popFirst() {
        case "[":
            // Parameters and intermediates, then one final byte.
            while let next = rest.popFirst(), !("@"..."~").contains(next) {}
        case "]":
            // Up to BEL, or to ESC and a backslash.
            while let next = rest.popFirst(), next != "\u{07}" {
                guard next == "\u{1B}" else { continue }
                _ = rest.popFirst()
                break
            }
        case "(", ")":
            _ = rest.popFirst()
        default:
            break
        }
    }
    return String(plain)
}
