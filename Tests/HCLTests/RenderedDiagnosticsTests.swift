import Diagnostics
import Foundation
import Testing

@testable import HCL

/// What somebody sees who has made a mistake: each `Fixtures/*.hcl` beside its `.expected`.
///
/// With `TFGUARD_RECORD=1` the expected text is written anew, and the test fails: what it says now
/// must be read by somebody.
@Suite struct RenderedDiagnosticsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (files ?? []).filter { $0.hasSuffix(".hcl") }.sorted()
    }()

    @Test func `there are fixtures`() {
        #expect(Self.names.count >= 7)
    }

    @Test(arguments: names)
    func `renders as expected`(name: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        let file = SourceFile(name: name, bytes: Array(bytes))
        let rendered = DiagnosticRenderer(style: .plain).render(parse(file).diagnostics)
        let golden = Self.folder.appending(
            path: name.replacing(".hcl", with: ".expected"))
        if ProcessInfo.processInfo.environment["TFGUARD_RECORD"] != nil {
            try rendered.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("\(name) has been recorded; read it, and run the tests again")
            return
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == rendered)
    }
}
