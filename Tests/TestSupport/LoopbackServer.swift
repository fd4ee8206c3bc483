import Foundation

/// A server that a test talks to on loopback, which ends with its owner.
package final class LoopbackServer {
    private let process: SpawnedProcess
    private let folder: TemporaryDirectory

    /// The port it chose itself.
    package let port: UInt16

    /// Starts the server and waits until it says where it listens.
    ///
    /// What it writes goes to a file: a pipe that nobody reads would fill and stop it. Its folder
    /// is private and temporary, and is its home.
    package init(
        _ executable: String, _ arguments: [String], announcing text: String,
        within seconds: Double = 60
    ) throws {
        folder = try TemporaryDirectory()
        let log = folder.path("log")
        process = try SpawnedProcess(
            executable, arguments, environment: ChildEnvironment(home: folder.path),
            directory: folder.path,
            streams: [
                .file("/dev/null", flags: O_RDONLY, as: 0),
                .file(log, flags: O_WRONLY | O_CREAT | O_APPEND, as: 1),
                .descriptor(1, as: 2),
            ])
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            let written = String(decoding: folder.read("log") ?? [], as: UTF8.self)
            if let found = written.range(of: text) {
                let rest = written[found.upperBound...]
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                if digits.endIndex < rest.endIndex, let announced = UInt16(digits) {
                    port = announced
                    return
                }
            }
            guard process.poll() == nil, Date() < deadline else {
                throw TestSupportError("\(executable) did not start to listen:\n\(written)")
            }
            usleep(20_000)
        }
    }

    deinit {
        process.killEverything()
    }
}
