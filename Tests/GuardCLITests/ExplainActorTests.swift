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

    @Test func `a person is shown what was looked at in vain`() {
        let text = actorExplanation(Self.nobody, width: 80).rendered(.plain)
        #expect(text.hasPrefix("tfguard takes you for: human.\n"))
        for name in ["CLAUDECODE", "GITHUB_ACTIONS", "BUILD_ID with JENKINS_URL", "no terminal"] {
            #expect(text.replacing("\n", with: " ").contains(name), "\(name)")
        }
        #expect(!text.contains("seen "))
    }

    @Test func `each signal that is there is named`() {
        var surroundings = Self.nobody
        surroundings.variables = Environment(["CLAUDECODE": "1", "CI": "true"])
        surroundings.ancestors = ["bash", "codex"]
        surroundings.hasTerminal = false
        let text = actorExplanation(surroundings, width: 80).rendered(.plain)
        #expect(text.hasPrefix("tfguard takes you for: agent and ci.\n"), "\(text)")
        for name in ["CLAUDECODE", "started by codex", "CI (not false)", "no terminal"] {
            #expect(text.contains("  seen \(name)\n"), "\(name)\n\(text)")
        }
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
