import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a program that was run to its end has said.
package struct CapturedRun: Equatable, Sendable {
    package let termination: Termination
    package let output: [UInt8]
    package let error: [UInt8]
}

/// Runs a program to its end and keeps what it says.
///
/// More than `limit` bytes on standard output end it and are refused as too large (EFBIG); of
/// standard error as many are kept.
package func capture(
    _ command: Command, input: ChildStream = .null, shared: [Int32] = [], limit: Int
) throws(SystemError) -> CapturedRun {
    precondition(input != .pipe, "nobody here would write to it")
    var child = try ChildProcess(
        command,
        descriptors: ChildDescriptors(input: input, output: .pipe, error: .pipe, shared: shared))
    guard let output = child.takeOutput(), let error = child.takeError() else {
        preconditionFailure("both were asked for")
    }
    var outputBytes: [UInt8] = []
    var errorBytes: [UInt8] = []
    var window = [UInt8](repeating: 0, count: 65_536)
    // A negative number is passed over by poll(2).
    var ends = [output.number, error.number].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while ends.contains(where: { $0.fd >= 0 }) {
        // SAFETY: as many elements are there as are said.
        guard uninterrupted({ unsafe cguard_poll(&ends, Int32(ends.count), -1) }) != -1 else {
            throw .last(.read, command.executable)
        }
        for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
            var free = window.mutableSpan
            let count = try readOnce(
                from: ends[index].fd, into: &free, path: command.executable)
            if count == 0 {
                ends[index].fd = -1
            } else if index == 0 {
                guard outputBytes.count + count <= limit else {
                    throw SystemError(.read, command.executable, code: EFBIG)
                }
                outputBytes.append(contentsOf: window[..<count])
            } else {
                errorBytes.append(contentsOf: window[..<min(count, limit - errorBytes.count)])
            }
        }
    }
    return CapturedRun(termination: try child.wait(), output: outputBytes, error: errorBytes)
}
