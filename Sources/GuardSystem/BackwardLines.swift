#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of lines, read from its end: whole lines, some at a time.
///
/// What is wanted of a record mostly stands among its last lines, and it may hold those of years.
package struct BackwardLines: ~Copyable {
    /// How many bytes follow the last line break: a line that was cut off, or is being written.
    package let torn: Int
    private let file: FileDescriptor
    /// Behind the last line that has not been handed out.
    private var end: Int

    private static let window = 64 << 10

    /// Opens a file.
    ///
    /// - Throws: what the system refuses; a link, and what is no regular file, is refused too.
    package init(_ path: FilePath) throws(SystemError) {
        let file = try FileDescriptor.openFile(path, links: .refuse)
        let size = try file.facts().size
        var end = size
        // The place behind the last line break.
        while end > 0 {
            let start = max(0, end - Self.window)
            let bytes = try file.bytes(at: start, count: end - start)
            if let last = bytes.lastIndex(of: 0x0a) {
                end = start + last + 1
                break
            }
            end = start
        }
        self.file = file
        self.end = end
        torn = size - end
    }

    /// The lines before those that were handed out, each with its line break; nil where none is left.
    package mutating func next() throws(SystemError) -> [UInt8]? {
        guard end > 0 else { return nil }
        var window = Self.window
        while true {
            let start = max(0, end - window)
            var bytes = try file.bytes(at: start, count: end - start)
            if start == 0 {
                end = 0
                return bytes
            }
            // The first line of a window is whole only where another ends in front of it.
            if let cut = bytes.firstIndex(of: 0x0a), cut < bytes.count - 1 {
                end = start + cut + 1
                bytes.removeFirst(cut + 1)
                return bytes
            }
            window *= 4
        }
    }
}
