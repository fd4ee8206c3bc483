import Foundation
import TestSupport
import Testing

@testable import GuardCLI

/// The table of subcommands against the real terraform: what it names in its help is known, and a
/// flag that takes a value there takes one here.
@Suite(.requires(.terraform)) struct SubcommandTableTests {
    /// Flags that the help names and that are not passed on, each with the reason.
    static let refused: [String: [String: String]] = [
        "workspace new": ["state": "It fills a new state from a file that nobody has judged."],
        "env new": ["state": "As workspace new."],
    ]

    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func terraform(_ arguments: [String]) throws -> ProcessResult {
        try run(
            Requirement.terraform.path(), arguments,
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
    }

    private func subcommands(below parents: [String]) throws -> [String] {
        let help = try terraform(parents + ["-help"])
        let named = (help.output + help.errors).matches(
            of: /(?m)^(?: {2}| {4})([a-z][a-z-]+) {2,}[A-Z]/)
        return named.map { (parents + [String($0.1)]).joined(separator: " ") }
    }

    @Test func `every subcommand that terraform names has a route`() throws {
        let known = Set(Subcommand.all.map(\.name))
        var named = try subcommands(below: [])
        try #require(named.contains("apply"))
        for parent in Subcommand.parents.sorted() where named.contains(parent) {
            let below = try subcommands(below: [parent])
            #expect(!below.isEmpty, "\(parent)")
            named += below
        }
        for name in named where !Subcommand.parents.contains(name) {
            #expect(known.contains(name), "\(name)")
        }
    }

    @Test(arguments: Subcommand.all.map(\.name))
    func `every flag that the help of a subcommand names is in the table`(name: String) throws {
        let subcommand = try #require(Subcommand.all.first { $0.name == name })
        let help = try terraform(subcommand.words + ["-help"])
        let named = (help.output + help.errors).matches(of: /(?m)^ {2,4}-([a-z][a-z-]*)/)
            .map { String($0.1) }
        let known = subcommand.bools.union(subcommand.values).union(subcommand.lists)
        for flag in named where !Subcommand.displayTokens.contains("-\(flag)") {
            #expect(known.contains(flag) != (Self.refused[name]?[flag] != nil), "-\(flag)")
        }
    }

    /// What Go's flag package and terraform say of a flag that is given this value.
    private static let oddValue = "neither-yes-nor-no"

    // terraform import answers whatever it does not understand with its help and no word besides.
    @Test(arguments: Subcommand.all.map(\.name).filter { $0 != "import" })
    func `a flag takes a value where terraform's takes one`(name: String) throws {
        let subcommand = try #require(Subcommand.all.first { $0.name == name })
        let flags = subcommand.bools.union(subcommand.values).union(subcommand.lists).sorted()
        let help = try terraform(subcommand.words + ["-help"])
        // The older name of workspace, under which the help does not name itself.
        let usage = name.hasPrefix("env ") ? "workspace\(name.dropFirst(3))" : name
        // Another version's subcommand, whose words lead to its parent's help here.
        guard (help.output + help.errors).contains("[global options] \(usage)") else { return }
        // `import` prints its usage, whatever is wrong with a flag.
        let unknown = try terraform(subcommand.words + ["-no-such-flag=\(Self.oddValue)"])
        guard (unknown.output + unknown.errors).contains("no-such-flag") || name != "import" else {
            return
        }
        for flag in flags where !mayReachANetwork(subcommand, flag) {
            let result = try terraform(subcommand.words + ["-\(flag)=\(Self.oddValue)"])
            let text = plainText(result.output + result.errors)
            // Another version's flag.
            if text.contains("flag provided but not defined: -\(flag)") { continue }
            let isBool = text.contains("invalid boolean value \"\(Self.oddValue)\" for -\(flag)")
            #expect(isBool == subcommand.bools.contains(flag), "-\(flag): \(result)")
        }
    }

    /// Modules and plugins are downloaded from wherever such a flag says.
    private func mayReachANetwork(_ subcommand: Subcommand, _ flag: String) -> Bool {
        flag == "from-module"
    }
}
