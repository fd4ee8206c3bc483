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
        #expect(try topic([]) == .some(nil))
        #expect(helpText(about: "polic") == nil)
        #expect(helpText(about: "stands") == nil)
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
