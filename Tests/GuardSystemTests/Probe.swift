import Foundation
import TestSupport

/// The program beside the tests that does what has to be seen from outside.
enum Probe {
    static func path() throws -> String {
        let tool = try URL(fileURLWithPath: ToolUnderTest.path())
        let beside = [Bundle.main.executableURL].compactMap { $0 } + [tool]
        let candidates = beside.map {
            $0.deletingLastPathComponent().appending(path: "GuardSystemProbe").path
        }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:))
        else { throw TestSupportError("no GuardSystemProbe in \(candidates)") }
        return found
    }

    static let environment = ChildEnvironment(home: "/")
}

/// Waits until something is so.
///
/// - Throws: where it is not so in time.
func eventually(_ what: String, within seconds: Double = 20, _ isSo: () throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while try !isSo() {
        guard Date() < deadline else { throw TestSupportError("\(what): not in \(seconds) s") }
        usleep(10_000)
    }
}
