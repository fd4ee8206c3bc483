import Testing

@testable import GuardCLI

/// What is printed of the help, and where it is asked for.
@Suite struct HelpTests {
    private func topic(_ arguments: [String]) throws -> String?? {
        guard case .help(let topic) = try Invocation(["tfguard"] + arguments) else { return nil }
        return .some(topic)
    }

    @Test(arguments: Invocation.ownCommands)
    func `tells of each command alone`(command: String) throws {
        #expect(try topic(["help", command]) == command)
        #expect(try topic([command, "-h"]) == command)
        let text = try #require(helpText(about: command))
        let headings = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }.dropLast()
        #expect(!headings.isEmpty)
        #expect(headings.allSatisfy { $0.hasPrefix("tfguard \(command)") }, "\(headings)")
    }

    @Test(arguments: ["apply", "state", "terraform", "tofu"])
    func `tells of terraform's subcommands in one part`(subcommand: String) throws {
        #expect(try topic(["help", subcommand]) == subcommand)
        #expect(helpText(about: subcommand)?.hasPrefix("In front of terraform\n") == true)
    }

    @Test func `tells of everything, or that it has no such part`() throws {
        #expect(try topic(["help"]) == .some(nil))
        #expect(try topic(["-help"]) == .some(nil))
        #expect(try topic(["-h"]) == .some(nil))
        #expect(helpText(about: "polic") == nil)
        #expect(helpText(about: "stands") == nil)
    }

    @Test func `alone it prints no more than a screen, with every command in it`() throws {
        guard case .overview = try Invocation(["tfguard"]) else {
            Issue.record("no overview")
            return
        }
        let lines = overviewText.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 30)
        let words = overviewText.split { !$0.isLetter }.map(String.init)
        for command in Invocation.ownCommands { #expect(words.contains(command), "\(command)") }
        for reserved in Invocation.reservedCommands { #expect(!words.contains(reserved)) }
        // What it names can be typed.
        let named = overviewText.matches(of: /(?m)^  tfguard ([a-zA-Z ]+?) {2,}/).map {
            String($0.1)
        }
        #expect(named.count == 5)
        for line in named {
            _ = try Invocation(["tfguard"] + line.split(separator: " ").map(String.init))
        }
    }

    @Test func `no line of it is wider than a terminal of 80 columns`() {
        let topics = Invocation.ownCommands + ["terraform", "apply"]
        for text in [overviewText, helpText] + topics.compactMap(helpText(about:)) {
            for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        }
    }

    @Test(arguments: [
        ["policy", "check"], ["log", "verify"], ["shim", "install"], ["check", "plan"],
        ["request"],
    ])
    func `is there behind an action, too`(words: [String]) throws {
        for flag in ["-h", "-help", "--help"] {
            #expect(try topic(words + [flag]) == words[0])
        }
    }

    @Test func `leaves a program its own help`() throws {
        #expect(try topic(["with", "make", "-h"]) == nil)
    }

    @Test func `suggests a flag as it is typed`() throws {
        let refusal = #expect(throws: Refusal.self) {
            try Invocation(["tfguard", "check", "-formt=json", "plan"])
        }
        #expect("\(String(describing: refusal))".contains("-format"))
    }
}
