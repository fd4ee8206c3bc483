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
            unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
        }
        guard count >= 0 else { throw Failure() }
        return count
    }
}

let descriptor =
    CommandLine.arguments.count > 1 ? unsafe open(CommandLine.arguments[1], O_RDONLY) : 0
var source = DescriptorSource(descriptor: descriptor)
do {
    let plan = try readPlan(from: &source)
    print(plan.changes.count, plan.noOpCount)
} catch {
    print(error)
    exit(1)
}
