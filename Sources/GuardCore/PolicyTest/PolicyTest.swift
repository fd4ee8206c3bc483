package import Diagnostics
package import TerraformPlan

/// A `test` block of a `*.tfguardtest.hcl` file: a plan, the facts of a run, and what a policy is
/// expected to say.
///
///     test "nobody deploys in the freeze" {
///       workspace = "prod"
///       time      = "2026-12-24T12:00:00Z"
///
///       change "aws_ecs_service.shop" {
///         actions = ["update"]
///       }
///
///       expect {
///         decision = "block"
///         rules    = ["freeze"]
///       }
///     }
package struct PolicyTest: Sendable {
    package let name: String
    package let range: SourceRange
    /// The file of a plan, relative to the folder of the test's file; nil where changes are written
    /// out.
    package let planFile: String?
    /// The changes that are written out.
    let plan: Plan
    /// A subcommand that changes state without a plan, with its flags.
    let command: (command: SurgeryCommand, flags: Set<String>)?
    /// Of the root module, relative to the folder of the test's file.
    package let directory: String
    /// Everything but the directory, which is known only outside.
    let facts: RunFacts
    let expectation: Expectation

    struct Expectation: Sendable {
        var decision: Decision?
        /// Those that find something, by their names or qualified names; others may, too.
        var rules: [String]?
        /// All that need more than a warning.
        var addresses: [String]?
        /// All that the run belongs to.
        var environments: [String]?
    }
}

/// The tests of a file, and the policy that they are about.
package struct PolicyTestFile: Sendable {
    /// A policy in the project's place, relative to the file's folder; nil for the folder's own.
    package let policy: String?
    package let tests: [PolicyTest]
}

extension PolicyTest {
    /// Judges.
    ///
    /// - Parameters:
    ///   - plan: that of `planFile`, where the test names one.
    ///   - policy: what is tested.
    ///   - directory: the root module's absolute path.
    /// - Returns: what is not as expected, a sentence each; nothing where all is.
    package func failures(
        with plan: Plan?, under policy: Policy, in directory: ByteString
    ) -> [String] {
        var facts = facts
        facts.directory = directory
        let plan = plan ?? self.plan
        let verdict =
            if let command {
                judge(
                    Surgery(
                        command.command, flags: command.flags, changes: plan.changes,
                        stateCount: plan.priorStateCount), under: policy, facts: facts)
            } else {
                judge(plan, under: policy, facts: facts)
            }
        return expectation.failures(of: verdict)
    }
}

extension PolicyTest.Expectation {
    fileprivate func failures(of verdict: Verdict) -> [String] {
        var failures: [String] = []
        if let decision, verdict.decision != decision {
            let strictest = verdict.findings.filter { $0.decision == verdict.decision }
                .map { "\($0.layer)/\($0.rule)" }
            failures.append(
                "decision: expected \(decision), got \(verdict.decision)"
                    + (strictest.first.map { " by \($0)" } ?? ""))
        }
        if let rules {
            let found = verdict.findings.map { ($0.rule, "\($0.layer)/\($0.rule)") }
            for rule in rules where !found.contains(where: { $0.0 == rule || $0.1 == rule }) {
                failures.append("rules: \(rule) found nothing\(Self.list(found.map(\.1)))")
            }
        }
        if let addresses {
            let stopped = verdict.changes.filter { $0.decision > .warn }
                .map(\.change.address.description)
            failures += Self.difference("addresses", expected: addresses, found: stopped)
        }
        if let environments {
            failures += Self.difference(
                "environments", expected: environments, found: verdict.environments.map(\.name))
        }
        return failures
    }

    private static func difference(
        _ what: String, expected: [String], found: [String]
    ) -> [String] {
        let missing = expected.filter { !found.contains($0) }
        let extra = found.filter { !expected.contains($0) }
        return missing.map { "\(what): \($0) was expected" }
            + extra.map { "\(what): \($0) was not expected" }
    }

    private static func list(_ found: [String]) -> String {
        var names: [String] = []
        for name in found where !names.contains(name) { names.append(name) }
        return names.isEmpty ? ", nor did any other" : ", but \(names.joined(separator: ", ")) did"
    }
}
