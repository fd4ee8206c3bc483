import Foundation
import TestSupport
import Testing

/// `tfguard demo` shows in under a minute what the tool is for.
@Suite struct DemoTests {
    private static func demonstrate(path: String?) throws -> ProcessResult {
        let home = try TemporaryDirectory()
        try home.makeFolder("empty")
        var environment = ChildEnvironment(home: home.path)
        if let path {
            environment = environment.setting(["PATH": path])
        }
        let before = try FileManager.default.subpathsOfDirectory(atPath: home.path)
        let result = try run(
            ToolUnderTest.path(), ["demo"], environment: environment, directory: home.path)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: home.path) == before)
        return result
    }

    /// The lines of this user's own record that were written in a private folder, as the demo's are.
    private static func linesOfDemos() throws -> Int {
        guard let home = getpwuid(getuid()).map({ String(cString: $0.pointee.pw_dir) }),
            let record = FileManager.default.contents(atPath: "\(home)/.tfguard/audit.jsonl")
        else { return 0 }
        return String(decoding: record, as: UTF8.self)
            .matches(of: /"directory":"[^"]*\/tfguard-[0-9]+-[0-9]+-[0-9]+"/).count
    }

    private static func lastLine(_ result: ProcessResult) -> String? {
        plainText(result.output).split(separator: "\n").last
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test(.requires(.terraform))
    func `with terraform, a script's destroy is blocked, and the screen ends with what to type`()
        throws
    {
        let lines = try Self.linesOfDemos()
        let result = try Self.demonstrate(path: nil)
        #expect(result.status == .exited(0), "\(result)")
        // What was only shown is nothing that this user has applied.
        #expect(try Self.linesOfDemos() == lines)
        #expect(Self.lastLine(result) == "Type \"courses-prod\" to destroy it", "\(result)")
        #expect(!result.errors.contains("rror"), "\(result)")
    }

    @Test func `without terraform, a recorded plan is judged, and it says so`() throws {
        let empty = try TemporaryDirectory()
        let result = try Self.demonstrate(path: empty.path)
        #expect(result.status == .exited(0), "\(result)")
        #expect(Self.lastLine(result) == "Type \"courses-prod\" to destroy it", "\(result)")
        #expect(result.output.contains("recorded"), "\(result)")
    }
}
