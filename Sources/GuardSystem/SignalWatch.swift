import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Receives signals as values, in the order of their arrival, instead of being ended by them.
///
/// There is one watch at a time. Signals that our caller had ignored stay ignored. When the watch
/// ends, its signals do again what they did before.
struct SignalWatch: ~Copyable {
    /// Becomes readable when a signal has arrived.
    let descriptor: Int32

    /// Watches signals: the first also where the caller has them ignored, the others only where not.
    init(evenIgnored: [Int32] = [], _ signals: [Int32]) throws(SystemError) {
        let all = evenIgnored + signals
        // SAFETY: as many numbers are there as are said.
        descriptor = unsafe cguard_watch_signals(
            all, Int32(all.count), Int32(evenIgnored.count))
        guard descriptor != -1 else { throw .last(.watchSignals) }
    }

    deinit {
        cguard_unwatch_signals()
    }

    /// Signals that have arrived and not been taken yet.
    func take() -> [Int32] {
        takeSignals(from: descriptor)
    }
}

/// Takes what is in a pipe of signal numbers that does not block.
func takeSignals(from descriptor: Int32) -> [Int32] {
    var numbers = [UInt8](repeating: 0, count: 256)
    var free = numbers.mutableSpan
    // SAFETY: as many bytes are there as the call may write.
    let count = unsafe free.withUnsafeMutableBufferPointer { buffer in
        uninterrupted { unsafe read(descriptor, buffer.baseAddress, buffer.count) }
    }
    return count > 0 ? numbers[..<count].map(Int32.init) : []
}

/// Waits until one of these can be read, or the deadline has passed.
///
/// - Returns: for each whether it can be read, or has been hung up.
func waitForInput(
    on descriptors: [Int32], until deadline: Deadline?
) throws(SystemError) -> [Bool] {
    var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while true {
        let timeout = deadline?.remainingMilliseconds ?? -1
        // SAFETY: as many elements are there as are said.
        let result = unsafe cguard_poll(&entries, Int32(entries.count), timeout)
        if result > 0 { return entries.map { $0.revents != 0 } }
        if result == 0 {
            if deadline?.hasPassed ?? false { return descriptors.map { _ in false } }
        } else if lastErrorNumber != EINTR {
            throw .last(.wait)
        }
    }
}
