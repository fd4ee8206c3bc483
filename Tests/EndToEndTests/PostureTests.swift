import Foundation
import TestSupport
import Testing

/// `tfguard posture` over three repositories: the incident's own set-up, a careful one, a mixed one.
///
/// Each report stands beside its fixture. With `TFGUARD_RECORD=1` it is written anew, and the test
/// fails: what it says now has to be read before it is kept.
@Suite struct PostureTests {
    private static let fixtures = Repository.path("Tests/EndToEndTests/Fixtures/posture")

    /// A fixture's repository in a folder of its own, with nobody's credentials around.
    private struct Project {
        let folder: TemporaryDirectory

        init(_ name: String) throws {
            folder = try TemporaryDirectory()
            try FileManager.default.copyItem(
                atPath: "\(PostureTests.fixtures)/\(name)", toPath: folder.path("shop"))
        }

        func posture(_ arguments: [String], variables: [String: String] = [:]) throws
            -> ProcessResult
        {
            let environment = ChildEnvironment(home: folder.path)
                .setting(variables.mapValues { Optional($0) })
            return try run(
                ToolUnderTest.path(), ["posture"] + arguments, environment: environment,
                directory: folder.path("shop"))
        }
    }

    @Test(arguments: [
        ("incident", ["courses"]),
        ("careful", ["live/production", "-state=state.json"]),
        ("mixed", []),
    ])
    func `the report of a repository is as it was read and kept`(
        name: String, arguments: [String]
    ) throws {
        let project = try Project(name)
        for format in ["text", "json", "markdown"] {
            let result = try project.posture(arguments + ["-format=\(format)"])
            #expect(result.status == .exited(0), "\(result)")
            let report = result.output.replacing(project.folder.path, with: "…")
            let golden = "\(Self.fixtures)/\(name).\(format)"
            if ProcessInfo.processInfo.environment["TFGUARD_RECORD"] != nil {
                try report.write(toFile: golden, atomically: true, encoding: .utf8)
                Issue.record("recorded \(golden)")
            }
            #expect(try report == String(contentsOfFile: golden, encoding: .utf8))
        }
    }

    private func counts(_ result: ProcessResult) throws -> [String: Int] {
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let rows = try #require(json["rows"] as? [[String: Any]])
        return try rows.reduce(into: [:]) { counts, row in
            counts[try #require(row["name"] as? String)] = row["count"] as? Int
        }
    }

    @Test func `every count of the careful repository is below that of the incident`() throws {
        let incident = try counts(try Project("incident").posture(["courses", "-json"]))
        let careful = try counts(
            try Project("careful").posture(["live/production", "-state=state.json", "-json"]))
        #expect(Set(incident.keys) == ["paths", "verbs", "backups", "recovery", "likeness"])
        for (name, count) in incident {
            let other = try #require(careful[name])
            #expect(other < count, "\(name): \(other) and \(count)")
        }
    }

    @Test func `a count above its maximum is the exit status 1`() throws {
        let project = try Project("incident")
        let count = try #require(try counts(try project.posture(["courses", "-json"]))["backups"])
        let within = try project.posture(["courses", "-max=backups=\(count)"])
        #expect(within.status == .exited(0), "\(within)")
        let above = try project.posture(["courses", "-max=backups=\(count - 1)"])
        #expect(above.status == .exited(1), "\(above)")
        #expect(above.output.contains("(above \(count - 1))"))
    }

    @Test func `what could not be counted is above every maximum`() throws {
        let result = try Project("mixed").posture(["-max=backups=1000"])
        #expect(result.status == .exited(1), "\(result)")
        #expect(
            result.output.replacing(/\s+/, with: " ")
                .contains("the backend gcs, which asks for credentials"))
    }

    @Test func `a report holds no value of the state and none of a variable`() throws {
        let project = try Project("incident")
        for format in ["text", "json", "markdown"] {
            let result = try project.posture(
                ["courses", "-format=\(format)"],
                variables: ["ACME_API_KEY": "swordfish", "EMPTY_TOKEN": ""])
            #expect(!result.output.contains("hunter2"))
            #expect(!result.output.contains("swordfish"))
            #expect(
                result.output.contains(format == "markdown" ? "`ACME_API_KEY`" : "ACME_API_KEY"))
            #expect(!result.output.contains("EMPTY_TOKEN"))
        }
    }

    @Test(arguments: [
        (["-max=verbs"], "-max=verbs=0"), (["-max=verb=1"], "Did you mean \"verbs\"?"),
        (["-stat=x"], "Did you mean"), (["a", "b"], "Two folders"), (["."], "No configuration"),
    ])
    func `what makes no sense is refused`(arguments: [String], words: String) throws {
        let result = try Project("incident").posture(arguments)
        #expect(result.status == .exited(64), "\(result)")
        #expect(result.errors.contains(words), "\(result)")
    }

    @Test(arguments: [
        "", "{", "[]", "{\"format_version\": \"1.2\", \"resource_changes\": []}",
        "{\"version\": 3}", "{\"format_version\": \"1.0\", \"values\": 1}",
    ])
    func `a file that is no state is refused`(text: String) throws {
        let project = try Project("incident")
        try project.folder.write(text, to: "shop/other.json")
        let result = try project.posture(["courses", "-state=other.json"])
        #expect(result.status == .exited(65), "\(result)")
    }
}
