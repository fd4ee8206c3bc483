import TerraformPlan

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file or a pipe, by its descriptor.
struct DescriptorSource: ByteSource {
    struct Failure: Error {}

    let descriptor: Int32

    mutating func read(into buffer: inout MutableSpan<UInt8>) throws(Failure) -> Int {
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            // SAFETY: the buffer is as long as it says.
            unsafe systemRead(descriptor, bytes.baseAddress, bytes.count)
        }
        guard count >= 0 else { throw Failure() }
        return count
    }
}

/// read(2), under a name that the method does not hide.
private let systemRead = unsafe read

let path = CommandLine.arguments.dropFirst().first
var source = DescriptorSource(descriptor: path.map { unsafe open($0, O_RDONLY) } ?? 0)
do {
    let plan = try readPlan(from: &source)
    // Not print, which looks through all conformances of the program: a third of a small plan's time.
    exit(plan.changes.isEmpty ? 0 : 2)
} catch {
    exit(65)
}
