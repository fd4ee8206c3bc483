import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

// `tfguard policy show`: what holds in a folder, for a person and for an agent.
extension PolicyRun {
    func show(_ directory: FilePath) throws(Refusal) {
        let here = try loadPolicy(for: directory, extra: [])
        messages.write(here.warnings)
        let lines = here.policy.lines(at: .now)
        var files = here.policy.digests
        var reviewed: [PolicyLine] = []
        do throws(Refusal) {
            let both = try loadPolicy(for: directory, extra: [], askedBy: [.agent]).policy
            reviewed = both.lines(at: .now).filter { !lines.holds($0) }
            files = both.digests
        } catch {
            // What a person runs is judged by the folder's files alone, which have been read.
            messages.write([
                Diagnostic(
                    "The reviewed policy cannot be read",
                    detail: "An agent or a script is judged by it as well, and so by nothing now: "
                        + "it is refused. What keeps it from being read follows.",
                    severity: .warning)
            ])
            messages.write(error.diagnostics)
        }
        let console = Console(.output, environment: environment, hasColor: !options.noColor)
        let table = policyTable(lines, reviewed: reviewed, files: files, width: console.width)
        try print(table.rendered(console.style))
    }
}

extension [PolicyLine] {
    /// Whether a block stands here in the same words, whatever its layer.
    fileprivate func holds(_ line: PolicyLine) -> Bool {
        contains {
            $0.block == line.block && $0.decision == line.decision && $0.about == line.about
        }
    }
}
