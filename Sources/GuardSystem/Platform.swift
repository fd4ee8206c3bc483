#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The number of the last failed call: errno(3).
var lastErrorNumber: Int32 { errno }

/// Makes a system call again for as long as a signal interrupts it (EINTR, signal(7)).
///
/// - Returns: what the call returned: -1 where it failed for another reason.
func uninterrupted<Result: FixedWidthInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        guard result == -1, errno == EINTR else { return result }
    }
}

/// Hands over bytes as a C string.
///
/// They end at their first zero byte, if there is one; what must not contain any is checked where
/// it comes from.
func withCString<Result, Failure: Error>(
    _ bytes: [UInt8], _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
) throws(Failure) -> Result {
    let terminated = bytes.map(CChar.init(bitPattern:)) + [0]
    // SAFETY: the buffer is used while it is there.
    return try unsafe terminated.withUnsafeBufferPointer { buffer throws(Failure) in
        guard let start = buffer.baseAddress else {
            preconditionFailure("a C string has at least its zero byte")
        }
        // SAFETY: the buffer outlives the call and ends in a zero byte.
        return try unsafe body(start)
    }
}

/// Hands over lists of bytes as C's null-terminated vector of strings, such as `argv`.
func withCStrings<Result>(
    _ strings: [[UInt8]], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    // One block for all the strings, so that nothing needs to be freed one by one.
    var text: [CChar] = []
    var starts: [Int] = []
    for string in strings {
        starts.append(text.count)
        text.append(contentsOf: string.map(CChar.init(bitPattern:)))
        text.append(0)
    }
    // SAFETY: the buffer is used while it is there.
    return unsafe text.withUnsafeMutableBufferPointer { buffer in
        var vector: [UnsafeMutablePointer<CChar>?] = unsafe []
        if let base = buffer.baseAddress {
            // SAFETY: every start lies in the buffer, and its string ends before the buffer does.
            for start in starts { unsafe vector.append(base + start) }
        }
        unsafe vector.append(nil)
        return unsafe vector.withUnsafeBufferPointer { pointers in
            guard let first = pointers.baseAddress else {
                preconditionFailure("a vector has at least its null")
            }
            // SAFETY: both buffers outlive the call.
            return unsafe body(first)
        }
    }
}

/// The bytes of a C string, without its zero byte.
func bytes(ofCString start: UnsafePointer<CChar>) -> [UInt8] {
    // SAFETY: the caller passes a C string, which `strlen` measures.
    let count = unsafe strlen(start)
    // SAFETY: as many bytes have just been counted.
    return unsafe UnsafeBufferPointer(start: start, count: count).map(UInt8.init(bitPattern:))
}
