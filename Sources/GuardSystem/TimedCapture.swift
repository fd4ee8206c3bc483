import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a program that had only so much time has said.
package struct TimedRun: Equatable, Sendable {
    /// Nil where its time was over first, and it was killed with all it had started.
    package let termination: Termination?
    /// What it wrote on both of its streams, up to the limit; what came after is lost.
    package let output: [UInt8]
}

/// Runs a program with some bytes on standard input, for so long and no longer.
///
/// It runs in a session of its own, so that it has no terminal to ask somebody at, and what it has
/// started ends with it.
package func capture(
    _ command: Command, feeding input: [UInt8], within duration: Duration, limit: Int
) throws(SystemError) -> TimedRun {
    let deadline = Deadline(after: duration)
    let file = try SealedFile(holding: input)
    let reading = try file.open()
    let (pipeEnd, writeEnd) = try rawPipe()
    let output = FileDescriptor(owning: pipeEnd, path: command.executable)
    var own = command
    own.startsSession = true
    let writing = FileDescriptor(owning: writeEnd)
    var child = try ChildProcess(
        own,
        descriptors: ChildDescriptors(
            input: .descriptor(reading.number), output: .descriptor(writing.number),
            error: .descriptor(writing.number)))
    // The end of what the child writes is seen only where nobody else could write any more.
    _ = consume writing
    // The session's group has the number of its leader: setsid(2).
    let group = child.processID
    defer { kill(-group, SIGKILL) }

    var bytes: [UInt8] = []
    var isOpen = true
    var termination: Termination?
    while true {
        if termination == nil { termination = try child.terminationIfOver() }
        // What it has started may hold the pipe for good: once it has ended, what is there counts.
        let patience = termination == nil ? min(deadline.remainingMilliseconds, 20) : 0
        guard isOpen else {
            if let termination { return TimedRun(termination: termination, output: bytes) }
            guard !deadline.hasPassed else { return TimedRun(termination: nil, output: bytes) }
            usleep(5_000)
            continue
        }
        var one = [pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)]
        // SAFETY: one element is there.
        let ready = uninterrupted { unsafe cguard_poll(&one, 1, patience) }
        guard ready != -1 else { throw .last(.read, command.executable) }
        if ready > 0 {
            var window = [UInt8](repeating: 0, count: 65_536)
            var free = window.mutableSpan
            let count = try readOnce(from: output.number, into: &free, path: command.executable)
            isOpen = count > 0
            bytes.append(contentsOf: window[..<min(count, limit - bytes.count)])
        } else if let termination {
            return TimedRun(termination: termination, output: bytes)
        }
        guard !deadline.hasPassed else { return TimedRun(termination: nil, output: bytes) }
    }
}
