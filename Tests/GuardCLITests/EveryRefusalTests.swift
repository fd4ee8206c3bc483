import Foundation
import TestSupport
import Testing

/// Every refusal of a run in front of terraform is in some test, by the words with which it says so.
struct EveryRefusalTests {
    /// Commands that apply nothing, whose tests look at their statuses.
    private static let ownCommands = [
        "Posture/", "Commands/Demo", "Commands/With", "Commands/Shim", "Commands/RehearsalRun",
        "Commands/PolicyR", "Commands/PlanSearch", "Commands/Check", "Commands/Approve.",
        "Approval/SigningKey", "Record/IncidentRun", "Record/LogRun", "Record/RecordContents",
    ]

    /// Tests that bring a refusal about and look at something else than its first words.
    private static let provenBy = [
        "The approval has been used already": "an approval counts once",
        "Nobody can sign for this":
            "nobody signs for a value that may be a secret, or without a state",
        "A list of signers that approves nothing":
            "a list of signers with an entry that means anybody approves nothing",
        "A terraform that others could have replaced":
            "only a terraform that no other user could have replaced is run behind it",
        "-out leads elsewhere than before":
            "a plan file that leads elsewhere after the planning is told",
        "The remote backend saves no plan":
            "the remote backend is refused, with what to write instead",
        "Not confirmed": "three wrong words keep everything",
        "A person has to change a pin":
            "a pin is changed by a person who types, and by nobody else",
        "The pin stays as it is":
            "elsewhere a person types, and a policy may block it for everybody",
        "Not signed": "who types something else signs nothing",
        "The operating system refused":
            "an error at any system call refuses, or leaves an apply that is as it should be",
    ]

    /// What no test can bring about, and why.
    private static let unreachable = [
        "Internal error": "a broken promise of ours",
        "does not exist yet": "a command of a version to come",
        "No ssh-keygen": "/etc/tfguard alone can name another one",
        "An ssh-keygen that is not root's alone": "/etc/tfguard alone can name another one",
        "The system policy is not root's alone": "it lies in /etc/tfguard, which tests leave alone",
        "The plan cannot be approved": "no terraform writes what has no canonical form",
        "The plan has been changed": "only where the kernel has no sealed files",
        "Nobody could be asked": "a terminal that is there and then is not",
        "-out names no file": "an empty name is refused before, and an argument holds no NUL",
        "names no file": "an empty name is refused before, and an argument holds no NUL",
        "Too many policy files": "hundreds that extend one another",
        "\"\\(value ??": "its words are \"-auto-approve\" as the value of -target",
    ]

    @Test func `every refusal has a test by name`() throws {
        let tests = Data(try Self.text(of: "Tests").values.map(Self.onOneLine).joined().utf8)
        let isThere = { (words: String) in tests.range(of: Data(words.utf8)) != nil }
        var missing: [String] = []
        var count = 0
        for (file, source) in try Self.text(of: "Sources/GuardCLI")
        where !Self.ownCommands.contains(where: file.hasPrefix) {
            for summary in Self.summaries(in: source) {
                count += 1
                let words = Self.longestPart(of: summary)
                if let test = Self.provenBy[words] {
                    #expect(isThere("func `\(test)`("), "\(test) is no test")
                } else if Self.unreachable[words] == nil, !isThere(words) {
                    missing.append("\(file): \(summary)")
                }
            }
        }
        #expect(count > 90, "the refusals are not found any more")
        #expect(missing.isEmpty, "\(missing.sorted().joined(separator: "\n"))")
    }

    /// The summaries of `Refusal(.stale, "The plan has been changed", …` and of `.usage("…", …`.
    private static func summaries(in source: String) -> [String] {
        var found: [String] = []
        for part in source.components(separatedBy: "Refusal(").dropFirst() {
            let name = part.drop { $0.isWhitespace || $0 == "." }
            let rest = name.drop { $0.isLetter }
            guard rest.first == "," else { continue }
            found += [literal(at: rest.dropFirst())].compactMap { $0 }
        }
        for part in source.components(separatedBy: ".usage(").dropFirst() {
            found += [literal(at: part[...])].compactMap { $0 }
        }
        return found
    }

    /// The string literal that a text begins with, as it is written.
    private static func literal(at text: Substring) -> String? {
        let start = text.drop { $0.isWhitespace }
        guard start.first == "\"" else { return nil }
        var literal = ""
        var isEscaped = false
        for character in start.dropFirst() {
            if character == "\"", !isEscaped { return literal }
            isEscaped = character == "\\" && !isEscaped
            literal.append(character)
        }
        return nil
    }

    /// The longest part of a literal that has no value in it.
    private static func longestPart(of literal: String) -> String {
        literal.replacing(/\\\([^)]*\)+/, with: "\u{0}").replacing("\\\"", with: "\"")
            .split(separator: "\u{0}").map { $0.trimmingCharacters(in: .whitespaces) }
            .max { $0.count < $1.count } ?? ""
    }

    /// Without line breaks, and with quotes as they are.
    private static func onOneLine(_ text: String) -> String {
        text.components(separatedBy: .whitespacesAndNewlines).filter { !$0.isEmpty }
            .joined(separator: " ").replacingOccurrences(of: "\\\"", with: "\"")
    }

    /// The Swift files below a folder of the repository, but for this one.
    private static func text(of folder: String) throws -> [String: String] {
        let root = Repository.path(folder)
        var texts: [String: String] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init()
        where name.hasSuffix(".swift") && !name.hasSuffix("EveryRefusalTests.swift") {
            texts[name] = try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
        }
        return texts
    }
}
