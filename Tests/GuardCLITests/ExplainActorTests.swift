import Diagnostics
import GuardCore
import GuardSystem
import Testing

@testable import GuardCLI

/// `tfguard explain -actor` shows the table by which somebody is told for what they are.
@Suite struct ExplainActorTests {
    static let nobody = Surroundings(
        variables: Environment(), ancestors: [], markers: [], hasTerminal: true,
        isInitialUserNamespace: true)

    @Test func `what was not seen is counted, and listed for who wants it`() {
        let brief = actorExplanation(Self.nobody, listsAll: false, width: 80).rendered(.plain)
        #expect(brief.hasPrefix("tfguard takes you for: human.\n"))
        #expect(!brief.contains("CLAUDECODE") && brief.contains("-verbose"))
        #expect(brief.split(separator: "\n").count <= 6, "\(brief)")
        let text = actorExplanation(Self.nobody, listsAll: true, width: 80).rendered(.plain)
        #expect(text.hasPrefix("tfguard takes you for: human.\n"))
        for name in ["CLAUDECODE", "GITHUB_ACTIONS", "BUILD_ID with JENKINS_URL", "no terminal"] {
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains(name), "\(name)")
        }
        #expect(!text.contains("seen "))
    }

    @Test func `each signal that is there is named`() {
        var surroundings = Self.nobody
        surroundings.variables = Environment(["CLAUDECODE": "1", "CI": "true"])
        surroundings.ancestors = ["bash", "codex"]
        surroundings.hasTerminal = false
        let text = actorExplanation(surroundings, listsAll: false, width: 80).rendered(.plain)
        #expect(text.hasPrefix("tfguard takes you for: agent and ci.\n"), "\(text)")
        for name in ["CLAUDECODE", "started by codex", "CI (not false)", "no terminal"] {
            #expect(text.contains("  seen \(name)\n"), "\(name)\n\(text)")
        }
        #expect(!text.contains("GITHUB_ACTIONS"), "\(text)")
    }

    /// The table is what decides: what it shows as seen alone makes somebody what they are.
    @Test func `every clue alone gives somebody away, and no two are alike`() {
        let clues = actorClues(Self.nobody)
        #expect(clues.allSatisfy { !$0.isSeen })
        #expect(Set(clues.map(\.name)).count == clues.count)
        for variable in ["CLAUDECODE", "CURSOR_AGENT", "GITLAB_CI", "TFC_RUN_ID"] {
            var surroundings = Self.nobody
            surroundings.variables = Environment([variable: "1"])
            let seen = actorClues(surroundings).filter(\.isSeen)
            #expect(seen.map(\.name) == [variable])
            #expect(detectActors(surroundings).actors == WordSet(seen.map(\.actor)))
        }
    }
}
