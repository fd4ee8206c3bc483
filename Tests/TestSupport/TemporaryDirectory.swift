import Foundation

/// A new, private and empty folder, which is gone with everything in it when the last owner is.
package final class TemporaryDirectory: Sendable {
    /// The folder's real path: what a program finds when it asks where it is.
    package let path: String

    /// Makes it in a folder of one's choice, or in the usual place, in which everybody can write.
    package init(below parent: String? = nil) throws {
        // No word of this path may look like an environment's name: a policy recognises production
        // by the folder's, too.
        let base = parent ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(base)/tfguard-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw TestSupportError("mkdtemp in \(base): \(String(cString: strerror(errno)))")
        }
        let made = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let real = realpath(made, nil) else {
            throw TestSupportError("realpath \(made): \(String(cString: strerror(errno)))")
        }
        defer { free(real) }
        path = String(cString: real)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something in the folder.
    package func path(_ relative: String) -> String { "\(path)/\(relative)" }

    /// Writes a file, and the folders above it.
    package func write(_ contents: some Sequence<UInt8>, to relative: String) throws {
        let file = URL(fileURLWithPath: path(relative))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contents).write(to: file)
    }

    package func write(_ text: String, to relative: String) throws {
        try write(text.utf8, to: relative)
    }

    /// The bytes of a file, or nil where there is none.
    package func read(_ relative: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path(relative)).map(Array.init)
    }

    package func makeFolder(_ relative: String) throws {
        try FileManager.default.createDirectory(
            atPath: path(relative), withIntermediateDirectories: true)
    }
}

/// Something the tests themselves need, and that is not there or does not work.
package struct TestSupportError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
