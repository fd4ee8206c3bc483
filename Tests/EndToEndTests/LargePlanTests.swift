import Foundation
import TestSupport
import Testing

/// `tfguard check` of a file so large that two threads read it: what comes of it is what one thread
/// says of the same bytes from a pipe.
@Suite struct LargePlanTests {
    /// More than a megabyte with a loss at the beginning, in the middle and at the end.
    private static func plan(end: String = #""complete":true,"errored":false}"#) -> String {
        let value = String(repeating: #"{\"a\": [\"b\"]}, "#, count: 80)
        let rows = (0..<1_000).map { number in
            let action = [0, 500, 999].contains(number) ? "delete" : "no-op"
            return #"{"address":"terraform_data.n\#(number)","mode":"managed","#
                + #""type":"terraform_data","name":"n\#(number)","#
                + #""provider_name":"terraform.io/builtin/terraform","change":{"actions":["#
                + #""\#(action)"],"before":{"id":"x","input":"\#(value)"},"after":null}}"#
        }
        return #"{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{},"#
            + #""resource_changes":[\#(rows.joined(separator: ","))],"configuration":{},"# + end
    }

    private func check(
        _ argument: String, in folder: TemporaryDirectory, input: String = ""
    ) throws -> ProcessResult {
        try run(
            ToolUnderTest.path(), ["check", "-no-color", "-format=json", argument],
            environment: ChildEnvironment(home: folder.path), standardInput: input,
            directory: folder.path)
    }

    @Test func `its file and a pipe get the same verdict`() throws {
        let folder = try TemporaryDirectory()
        let text = Self.plan()
        try folder.write(text, to: "large.json")
        let file = try check("large.json", in: folder)
        let pipe = try check("-", in: folder, input: text)
        #expect(file.output == pipe.output && file.status == pipe.status)
        for number in [0, 500, 999] {
            #expect(file.output.contains(#""terraform_data.n\#(number)""#), "\(number)")
        }
        #expect(file.output.contains(#""no-op":997"#), "\(file)")
    }

    /// The last of them in the second half, and all of them with their place in the whole.
    @Test(arguments: [
        #""complete":true,"errored":true}"#, #""complete":tru"#, #""complete":true}}"#,
        #""format_version":"1.2"}"#, #""terraform_version":{}}"#, "\n\n\"a\":\"\u{1}\"}", "",
    ])
    func `its file and a pipe are refused for the same reason at the same place`(end: String) throws
    {
        let folder = try TemporaryDirectory()
        let text = Self.plan(end: end)
        try folder.write(text, to: "large.json")
        let file = try check("large.json", in: folder)
        let pipe = try check("-", in: folder, input: text)
        #expect(file.status == .exited(65) && pipe.status == .exited(65), "\(file.errors)")
        func words(_ result: ProcessResult) -> [Substring] {
            result.errors.replacing("standard input", with: "large.json")
                .split { $0.isWhitespace || $0 == "│" }
        }
        #expect(words(file) == words(pipe))
    }
}
