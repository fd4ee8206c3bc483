import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a program did that had only so much time.
package struct BoundedRun: Equatable, Sendable {
    /// Nil where it had not ended in time, and was ended.
    package let termination: Termination?
    /// What it wrote to standard output and to standard error, up to the limit each.
    package let output: [UInt8]
    package let error: [UInt8]
}

/// Runs a program in a session of its own, which neither a keyboard nor a long silence disturbs.
///
/// - Parameters:
///   - command: the program.
///   - input: what it finds on standard input.
///   - limit: how many bytes of each of its outputs are kept; more are read and dropped.
///   - duration: how long it may take.
/// - Returns: what it did.
/// - Throws: what the system refuses, such as a program that is not there.
package func runBounded(
    _ command: Command, input: [UInt8] = [], limit: Int, within duration: Duration
) throws(SystemError) -> BoundedRun {
    let deadline = Deadline(after: duration)
    var command = command
    command.startsSession = true
    var child = try ChildProcess(
        command, descriptors: ChildDescriptors(input: .pipe, output: .pipe, error: .pipe))
    var inputEnd = child.takeInput()
    guard let output = child.takeOutput(), let error = child.takeError() else {
        preconditionFailure("both were asked for")
    }
    var rest = input[...]
    var outputBytes: [UInt8] = []
    var errorBytes: [UInt8] = []
    var window = [UInt8](repeating: 0, count: 65_536)
    if rest.isEmpty { inputEnd = nil }
    // A negative number is passed over by poll(2).
    var ends = [output.number, error.number, -1].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    ends[2].events = Int16(POLLOUT)
    while (ends[0].fd >= 0 || ends[1].fd >= 0), !deadline.hasPassed {
        ends[2].fd = inputEnd?.number ?? -1
        // SAFETY: as many elements are there as are said.
        let ready = uninterrupted { unsafe cguard_poll(&ends, Int32(ends.count), 50) }
        guard ready != -1 else { throw .last(.read, command.executable) }
        for index in 0..<2 where ends[index].fd >= 0 && ends[index].revents != 0 {
            var free = window.mutableSpan
            let count = try readOnce(from: ends[index].fd, into: &free, path: command.executable)
            if count == 0 { ends[index].fd = -1 }
            let kept = index == 0 ? outputBytes.count : errorBytes.count
            let bytes = window[..<min(count, max(0, limit - kept))]
            if index == 0 { outputBytes += bytes } else { errorBytes += bytes }
        }
        guard let end = inputEnd?.number, ends[2].revents != 0 else { continue }
        // What poll announces room for is as much as a pipe takes at once: PIPE_BUF (pipe(7)).
        let part = rest.prefix(512)
        do throws(SystemError) {
            try writeAll(Array(part), to: end, path: command.executable)
            rest = rest.dropFirst(part.count)
        } catch {
            // It does not want to hear more: its business.
            rest = []
        }
        if rest.isEmpty { inputEnd = nil }
    }
    inputEnd = nil
    return BoundedRun(
        termination: try child.wait(until: deadline), output: outputBytes, error: errorBytes)
}
