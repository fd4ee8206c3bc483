import Foundation
import Testing

@testable import GuardCLI

/// The README, the man page and the help text say the same, and no more than there is.
///
/// What the tool knows is asked of its own types, so that a new flag, command or exit status fails
/// here until people can read of it.
@Suite struct DocumentationTests {
    /// A text that people look into.
    enum Document: String, CaseIterable, CustomTestStringConvertible, Sendable {
        case readme = "README.md"
        case manual = "Sources/tfguard/tfguard.1"
        case help = "tfguard help"

        var testDescription: String { rawValue }

        /// As it is read: the man page without the marks of roff(7), a table without its escapes.
        func text() throws -> String {
            switch self {
            case .readme:
                try file(rawValue).replacing("\\|", with: "|")
            case .manual:
                try file(rawValue).replacing(/\\f[A-Z]/, with: "").replacing("\\-", with: "-")
            case .help:
                helpText
            }
        }

        /// What stands before each status where this document lists them.
        var status: Regex<(Substring, Substring)> {
            switch self {
            case .readme: /(?m)^\| ([0-9]+) \|/
            case .manual: /\.TP\n\.B ([0-9]+)\n/
            case .help: /\b([0-9]+) {2,}[a-z]/
            }
        }
    }

    /// A flag of `tfguard check`, and the property that holds what it says.
    static let flags: [(property: String, flag: String, example: String)] = [
        ("format", "-format", "json"), ("outputs", "-output", "junit=a.xml"),
        ("failsOn", "-fail-on", "block"),
        ("policies", "-policy", "a.hcl"), ("policyReference", "-policy-ref", "main"),
        ("projectPolicy", "-project-policy", "a.hcl"),
        ("history", "-history", "plans"),
        ("chdir", "-chdir", "live"),
        ("program", "-terraform", "tofu"), ("noColor", "-no-color", ""),
        ("runsEvidence", "-run-evidence", ""),
    ]

    @Test func `every option has its flag in the table of this test`() throws {
        let properties = Set(values(of: CheckOptions()).keys)
        #expect(properties == Set(Self.flags.map(\.property) + ["plans"]))
        #expect(
            Set(values(of: GuardOptions()).keys) == [
                "policies", "approvals", "asksForApproval", "allowsDevelopmentOverrides",
            ])
        for (property, flag, example) in Self.flags {
            let argument = example.isEmpty ? flag : "\(flag)=\(example)"
            // The plans of the past stand in a folder, and beside no others.
            let plans = property == "history" ? [] : ["plan"]
            let invocation = try Invocation(["tfguard", "check", argument] + plans)
            guard case .check(let options) = invocation else {
                Issue.record("\(invocation)")
                continue
            }
            #expect(values(of: options)[property] != values(of: CheckOptions())[property])
        }
    }

    @Test(arguments: Document.allCases)
    func `names every flag with its values`(document: Document) throws {
        let text = try document.text()
        for (_, flag, _) in Self.flags {
            #expect(text.contains(flag), "\(flag)")
        }
        let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: "|")
        #expect(text.contains("-format=\(formats)"))
        let thresholds = FailureThreshold.allCases.map(\.rawValue).joined(separator: "|")
        #expect(text.contains("-fail-on=\(thresholds)"))
    }

    @Test func `the help and the man page list no flag that there is not`() throws {
        let known = Set(Self.flags.map(\.flag) + ["-dev-overrides", "-approval"])
        let inHelp = helpText.matches(of: /(?m)^ +(-[a-z-]+)/).map { String($0.1) }
        #expect(Set(inHelp) == known)
        let section = try section(from: ".SH FLAGS\n", to: "\n.SH ", of: .manual)
        let inManual = section.matches(of: /\.TP\n\.BI? (-[a-z-]+)/).map { String($0.1) }
        #expect(Set(inManual) == known)
    }

    @Test(arguments: Document.allCases)
    func `names every command, and none of a later version`(document: Document) throws {
        let text = try document.text()
        for command in Invocation.ownCommands {
            #expect(text.contains("tfguard \(command)"), "\(command)")
        }
        #expect(text.contains("tfguard -version"))
        for command in Invocation.reservedCommands {
            #expect(!text.contains("tfguard \(command)"), "\(command)")
        }
    }

    @Test(arguments: Document.allCases)
    func `lists every exit status, and no other`(document: Document) throws {
        let known = (Int32(0)...255).filter { GuardCLI.ExitStatus(rawValue: $0) != nil }
        let listed = try document.text().matches(of: document.status).map { Int32($0.1) ?? -1 }
        #expect(listed.sorted() == known)
    }

    @Test(arguments: Document.allCases)
    func `holds no path of somebody's machine`(document: Document) throws {
        let text = try document.text()
        for path in ["/work/", "/tmp/", "/root/", "/home/", "/Users/", "/opt/"] {
            #expect(!text.contains(path), "\(path)")
        }
    }

    @Test func `the man page is of this version`() throws {
        #expect(try Document.manual.text().contains("\"tfguard \(toolVersion)\""))
    }

    @Test func `every link of the README leads somewhere`() throws {
        let text = try Document.readme.text()
        let links = text.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }
        #expect(!links.isEmpty)
        let anchors = text.matches(of: /(?m)^#+ (.+)$/).map {
            "#" + $0.1.lowercased().replacing(" ", with: "-").replacing(/[^a-z0-9-]/, with: "")
        }
        for link in links where !link.hasPrefix("https://") {
            let isThere =
                link.hasPrefix("#")
                ? anchors.contains(link)
                : FileManager.default.fileExists(atPath: repository.path + "/" + link)
            #expect(isThere, "\(link)")
        }
    }

    @Test func `every promise of the README names tests that exist`() throws {
        let section = try section(from: "## What it promises\n", to: "\n## ", of: .readme)
        let promises = section.split(separator: "\n- ").dropFirst()
        #expect(!promises.isEmpty)
        let tests = try testNames()
        for promise in promises {
            let proof = try #require(
                promise.firstMatch(of: /\n  Tests?: ((?s).+)/), "no test is named by: \(promise)")
            let names = proof.1.matches(of: /`([^`]+)`/).map { String($0.1) }
            #expect(!names.isEmpty, "\(promise)")
            let missing = names.filter { !tests.contains($0) }
            #expect(missing == [])
        }
    }

    // MARK: -

    /// What stands between a heading and the next one.
    private func section(from start: String, to end: String, of document: Document) throws
        -> String
    {
        let text = try document.text()
        let first = try #require(text.range(of: start)).upperBound
        let last = try #require(text.range(of: end, range: first..<text.endIndex)).lowerBound
        return String(text[first..<last])
    }

    /// The stored properties of a value, each as text.
    private func values(of value: Any) -> [String: String] {
        let members = Mirror(reflecting: value).children
        return Dictionary(
            uniqueKeysWithValues: members.map { ($0.label ?? "", String(describing: $0.value)) })
    }

    /// The names of all tests that are sentences.
    private func testNames() throws -> Set<String> {
        let folder = repository.path + "/Tests"
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix("Tests.swift") }
        var names: Set<String> = []
        for name in files {
            for test in try file("Tests/\(name)").matches(of: /func `([^`]+)`\(/) {
                names.insert(String(test.1))
            }
        }
        return names
    }
}

/// A file of the repository.
private func file(_ path: String) throws -> String {
    try String(contentsOfFile: repository.path + "/" + path, encoding: .utf8)
}
