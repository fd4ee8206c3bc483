import Foundation

/// What a program did.
package struct ProcessResult: Sendable, CustomStringConvertible {
    package let command: [String]
    package let status: ExitStatus
    package let standardOutput: [UInt8]
    package let standardError: [UInt8]

    package var output: String { String(decoding: standardOutput, as: UTF8.self) }
    package var errors: String { String(decoding: standardError, as: UTF8.self) }

    /// Everything, for the message of a failed expectation.
    package var description: String {
        """
        \(command.joined(separator: " ")): \(status)
        --- standard output
        \(plainText(output))
        --- standard error
        \(plainText(errors))
        ---
        """
    }
}

/// Runs a program to its end, without a terminal: in a session of its own.
///
/// The executable is a path, and nothing is searched for. Standard input is a pipe that ends with
/// its text. What still runs at the time-out (in seconds) is killed with all it has started, and
/// the call throws, as it does where nothing starts.
package func run(
    _ executable: String, _ arguments: [String] = [], as name: String? = nil,
    environment: ChildEnvironment, standardInput: String = "", directory: String? = nil,
    timeout: Double = 60
) throws -> ProcessResult {
    let input = try Pipe()
    let output = try Pipe()
    let errors = try Pipe()
    let process: SpawnedProcess
    do {
        defer {
            close(input.readEnd)
            close(output.writeEnd)
            close(errors.writeEnd)
        }
        process = try SpawnedProcess(
            executable, arguments, name: name, environment: environment, directory: directory,
            streams: [
                .descriptor(input.readEnd, as: 0), .descriptor(output.writeEnd, as: 1),
                .descriptor(errors.writeEnd, as: 2),
            ])
    } catch {
        close(input.writeEnd)
        close(output.readEnd)
        close(errors.readEnd)
        throw error
    }
    var streams = OpenStreams(
        input: input.writeEnd, output: output.readEnd, errors: errors.readEnd,
        toWrite: Array(standardInput.utf8)[...])
    defer { streams.closeAll() }

    let command = [executable] + arguments
    let deadline = Date(timeIntervalSinceNow: timeout)
    // What the program started may hold its pipes open for good; what it wrote itself is in them
    // by the time it has ended.
    var lastLook: Date?
    while streams.areBeingRead {
        streams.move(waiting: 0.02)
        if lastLook == nil, process.poll() != nil {
            lastLook = Date(timeIntervalSinceNow: 1)
        }
        if let lastLook, Date() > lastLook { break }
        if Date() > deadline {
            process.killEverything()
            throw timeOut(seconds: timeout, command: command, streams: streams)
        }
    }
    while true {
        if let status = process.poll() {
            return ProcessResult(
                command: command, status: status, standardOutput: streams.outputBytes,
                standardError: streams.errorBytes)
        }
        if Date() > deadline {
            process.killEverything()
            throw timeOut(seconds: timeout, command: command, streams: streams)
        }
        usleep(2_000)
    }
}

/// The parent's ends of a program's three pipes, moved forward together: who writes or reads only
/// one of them at a time can wait for good.
private struct OpenStreams {
    private var input: Int32?
    private var output: Int32?
    private var errors: Int32?
    private var toWrite: ArraySlice<UInt8>
    private(set) var outputBytes: [UInt8] = []
    private(set) var errorBytes: [UInt8] = []

    init(input: Int32, output: Int32, errors: Int32, toWrite: ArraySlice<UInt8>) {
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        (self.input, self.output, self.errors) = (input, output, errors)
        self.toWrite = toWrite
        if toWrite.isEmpty { closeInput() }
    }

    var areBeingRead: Bool { output != nil || errors != nil }

    mutating func move(waiting seconds: Double) {
        var descriptors = [
            pollfd(fd: output ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: input ?? -1, events: Int16(POLLOUT), revents: 0),
        ]
        guard poll(&descriptors, 3, Int32(seconds * 1000)) > 0 else { return }
        if descriptors[0].revents != 0 { Self.read(from: &output, into: &outputBytes) }
        if descriptors[1].revents != 0 { Self.read(from: &errors, into: &errorBytes) }
        if descriptors[2].revents != 0 { writeSome() }
    }

    mutating func closeAll() {
        closeInput()
        if let output { close(output) }
        if let errors { close(errors) }
        (output, errors) = (nil, nil)
    }

    private static func read(from descriptor: inout Int32?, into bytes: inout [UInt8]) {
        guard let source = descriptor else { return }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = Foundation.read(source, &chunk, chunk.count)
        if count > 0 {
            bytes += chunk[..<count]
        } else if count == 0 || errno != EINTR {
            close(source)
            descriptor = nil
        }
    }

    private mutating func writeSome() {
        guard let input else { return }
        let count = toWrite.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        if count > 0 {
            toWrite = toWrite.dropFirst(count)
        } else if errno != EINTR && errno != EAGAIN {
            // The program does not want it: its business.
            toWrite = []
        }
        if toWrite.isEmpty { closeInput() }
    }

    private mutating func closeInput() {
        if let input { close(input) }
        input = nil
    }
}

private func timeOut(
    seconds: Double, command: [String], streams: OpenStreams
) -> TestSupportError {
    TestSupportError(
        """
        \(command.joined(separator: " ")) still ran after \(seconds) s
        --- standard output
        \(String(decoding: streams.outputBytes, as: UTF8.self))
        --- standard error
        \(String(decoding: streams.errorBytes, as: UTF8.self))
        ---
        """)
}
