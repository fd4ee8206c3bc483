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
/// standard error as many are kept. What is not done within `duration` is ended (ETIMEDOUT); nil
/// waits as long as it takes.
package func capture(
    _ command: Command, input: ChildStream = .null, shared: [Int32] = [], limit: Int,
    within duration: Duration? = nil
) throws(SystemError) -> CapturedRun {
    precondition(input != .pipe, "nobody here would write to it")
    var child = try ChildProcess(
        command,
        descriptors: ChildDescriptors(input: input, output: .pipe, error: .pipe, shared: shared))
    return try child.capture(limit: limit, within: duration)
}

extension ChildProcess {
    /// Keeps what it says on those of its streams that are pipes, until its end; once.
    ///
    /// - Throws: EFBIG and ETIMEDOUT, as `capture(_:input:shared:limit:within:)` does.
    package mutating func capture(
        limit: Int, within duration: Duration?
    ) throws(SystemError) -> CapturedRun {
        let deadline = duration.map(Deadline.init(after:))
        var outputBytes: [UInt8] = []
        var errorBytes: [UInt8] = []
        var window = [UInt8](repeating: 0, count: 65_536)
        // A negative number is passed over by poll(2).
        var ends = [outputEnd, errorEnd].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        while ends.contains(where: { $0.fd >= 0 }) {
            // SAFETY: as many elements are there as are said.
            let ready = uninterrupted {
                unsafe cguard_poll(&ends, Int32(ends.count), deadline?.remainingMilliseconds ?? -1)
            }
            guard ready != -1 else { throw .last(.read, path) }
            if ready == 0, deadline?.hasPassed ?? false {
                throw SystemError(.wait, path, code: ETIMEDOUT)
            }
            for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
                var free = window.mutableSpan
                let count = try readOnce(from: ends[index].fd, into: &free, path: path)
                if count == 0 {
                    ends[index].fd = -1
                } else if index == 0 {
                    guard outputBytes.count + count <= limit else {
                        throw SystemError(.read, path, code: EFBIG)
                    }
                    outputBytes.append(contentsOf: window[..<count])
                } else {
                    errorBytes.append(contentsOf: window[..<min(count, limit - errorBytes.count)])
                }
            }
        }
        return CapturedRun(termination: try wait(), output: outputBytes, error: errorBytes)
    }
}
