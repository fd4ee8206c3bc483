import TerraformPlan
import Testing

@testable import GuardCLI

/// What `tfguard log` shows of a run.
@Suite struct LogTableTests {
    private func table(_ folders: [String]) -> String {
        let runs = folders.enumerated().map { number, folder in
            let intent =
                #"{"time":"2026-03-01T02:00:00Z","who":{"user":"ada"},"command":["terraform","#
                + #""apply"],"decision":"allow","environments":[],"directory":"\#(folder)"}"#
            return RecordedRun(number: number, intent: JSONText(bytes: Array(intent.utf8)).value)
        }
        return logTable(runs, width: 80).rendered(.plain)
    }

    @Test func `each run has its folder where they are of several`() {
        let text = table(["/srv/live", "/srv/stage", "/srv/live"])
        let lines = text.split(separator: "\n").map(String.init)
        #expect(
            lines.filter { $0.hasPrefix("   in ") }
                == ["   in /srv/live", "   in /srv/stage", "   in /srv/live"])
        #expect(lines[1...2] == ["   terraform apply", "   in /srv/live"], "\(text)")
    }

    @Test func `none has it where all are of one`() {
        #expect(!table(["/srv/live", "/srv/live"]).contains("/srv/live"))
    }
}
