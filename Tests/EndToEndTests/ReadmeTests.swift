import Foundation
import TestSupport
import Testing

/// What the README tells people to type does what it shows.
///
/// A block marked `sh` below a comment `<!-- test: … -->` is executed by a shell, with the built
/// tool on the search path, in a folder as the comment says:
///
///     <!-- test: applied, status 3 -->
///     ```sh
///     tfguard terraform destroy
///     ```
///
/// The words before the status name the folder: `empty`; `written` (a module and a policy, nothing
/// applied); `applied` (its databases exist); `checkout` (a clone of this repository, with a bare
/// home). Without a status, it must be 0. A block marked `text` right below it is output that must
/// appear: each of its lines that is not `…`, in this order.
@Suite struct ReadmeTests {
    struct Example: CustomTestStringConvertible, Sendable {
        enum Folder: String, Sendable {
            case empty, written, applied, checkout
        }

        let line: Int
        let folder: Folder
        let status: Int32
        let script: String
        let expected: [String]
        var testDescription: String { "line \(line)" }
    }

    static let examples: [Example] = (try? readExamples()) ?? []

    @Test func `the README has examples that are executed`() throws {
        #expect(try !Self.readExamples().isEmpty)
    }

    @Test(.requires(.terraform, .git), arguments: examples)
    func `an example does what it shows`(example: Example) throws {
        let project: TerraformProject
        switch example.folder {
        case .empty, .checkout: project = try TerraformProject(databases: [:], policy: nil)
        case .written: project = try TerraformProject(databases: ["courses": "courses-prod"])
        case .applied:
            project = try TerraformProject.applied(databases: ["courses": "courses-prod"])
        }
        var directory = project.directory
        if example.folder == .checkout {
            directory = project.base.path("checkout")
            let cloned = try run(
                Requirement.git.path(), ["clone", "-q", Repository.root, directory],
                environment: project.environment)
            #expect(cloned.status == .exited(0), "\(cloned)")
        }
        try project.base.makeFolder("bin")
        try FileManager.default.createSymbolicLink(
            atPath: project.base.path("bin/tfguard"), withDestinationPath: ToolUnderTest.path())
        let rest = project.environment.variables["PATH"] ?? ""
        let path = "\(project.base.path("bin")):\(rest)"
        let result = try run(
            "/bin/sh", ["-e", "-c", example.script],
            environment: project.environment.setting(["PATH": path]), directory: directory,
            timeout: 120)
        #expect(result.status == .exited(example.status), "\(result)")
        let output = plainText(result.output + result.errors)
        var unread = output[...]
        for line in example.expected {
            guard let found = unread.range(of: line) else {
                Issue.record("\"\(line)\" is not in \(result)")
                return
            }
            unread = unread[found.upperBound...]
        }
    }

    private static func readExamples() throws -> [Example] {
        let text = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
        let lines = text.components(separatedBy: "\n")
        var examples: [Example] = []
        var index = 0

        /// The lines of the fenced block that starts here, if one of that language does.
        func block(_ language: String) -> [String]? {
            while index < lines.count, lines[index].isEmpty { index += 1 }
            guard index < lines.count, lines[index] == "```\(language)" else { return nil }
            let body = lines[(index + 1)...].prefix { $0 != "```" }
            index = body.endIndex + 1
            return Array(body)
        }

        while index < lines.count {
            let line = lines[index]
            index += 1
            guard line.hasPrefix("<!-- test: "), line.hasSuffix(" -->") else { continue }
            let start = index
            let words = line.dropFirst(11).dropLast(4).components(separatedBy: ", status ")
            guard let folder = Example.Folder(rawValue: words[0]),
                let status = words.count == 2 ? Int32(words[1]) : 0, let script = block("sh")
            else { throw TestSupportError("README.md line \(start): no example: \(line)") }
            let expected = block("text") ?? []
            examples.append(
                Example(
                    line: start, folder: folder, status: status,
                    script: script.joined(separator: "\n"),
                    expected: expected.filter { !$0.isEmpty && $0 != "…" }))
        }
        return examples
    }
}
