import GuardCore
import TerraformPlan

@testable import GuardCLI

/// Verdicts for the tests of what is written about them.
enum Sample {
    static let production = RecognisedEnvironment(name: "production", by: "workspace \"prod\"")
    static let staging = RecognisedEnvironment(name: "staging", by: "directory \"live/staging/**\"")

    static let human = RunFacts(
        actors: [.human], workspace: "prod", directory: "/home/ada/infra/live/prod/courses")
    static let agent = RunFacts(
        actors: [.agent, .unattended],
        signals: [
            ActorSignal(actor: .agent, signal: "CLAUDECODE"),
            ActorSignal(actor: .unattended, signal: "no terminal"),
        ], workspace: "prod",
        directory: "/home/ada/infra/live/prod/courses")

    static let policies = [
        PolicyDigest(
            layer: "project", path: "tfguard.hcl",
            sha256: "3f2a91bc0d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8"),
        PolicyDigest(
            layer: "builtin", path: "default.hcl",
            sha256: "77ab01de0d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8"),
    ]

    /// A row that the plan destroys.
    static func row(
        _ address: ByteString, type: ByteString = "aws_db_instance",
        actions: [ChangeAction] = [.delete], reason: ByteString? = nil,
        deposed: ByteString? = nil
    ) -> ResourceChange {
        ResourceChange(
            address: address, deposed: deposed, type: type, name: "x", providerName: "aws",
            actions: actions, actionReason: reason)
    }

    /// A database that is destroyed, as `builtin:default` sees it.
    static func loss(
        _ identity: ByteString?, _ address: ByteString, effects: [Effect] = [.delete],
        reason: ByteString? = "delete_because_no_resource_config", severity: Severity? = .critical,
        category: GuardCore.Category? = .data, decision: Decision = .confirm
    ) -> JudgedChange {
        JudgedChange(
            change: row(address, reason: reason), effects: effects, category: category,
            severity: severity, identity: identity, decision: decision,
            rules: ["builtin:default/critical-loss"],
            recovery: severity == .critical
                ? "Restore the newest snapshot: an hour or more, and what was written since it is "
                    + "gone. Take a snapshot first." : nil)
    }

    static func finding(of change: JudgedChange) -> Finding {
        Finding(
            rule: change.severity == .critical ? "critical-loss" : "any-loss",
            layer: "builtin:default", decision: change.decision, address: change.change.address,
            deposed: change.change.deposed, effect: change.effects.first,
            reason: change.severity == .critical
                ? "Applying again does not bring it back." : "Something is destroyed.",
            remedy: change.severity == .critical
                ? "To keep it, write a removed block with destroy = false; Terraform lets go of it."
                : nil)
    }

    static func verdict(
        _ changes: [JudgedChange], findings: [Finding]? = nil, decision: Decision? = nil,
        environments: [RecognisedEnvironment] = [production], facts: RunFacts = human,
        counts: ChangeCounts = ChangeCounts()
    ) -> Verdict {
        Verdict(
            decision: decision ?? changes.map(\.decision).max() ?? .allow, facts: facts,
            environments: environments, changes: changes,
            findings: findings ?? changes.filter { $0.decision > .allow }.map(finding),
            counts: counts, terraformVersion: "1.11.4", policies: policies)
    }

    static func harmless(_ address: ByteString, _ effect: Effect) -> JudgedChange {
        JudgedChange(
            change: row(address, type: "aws_ecs_service", actions: []), effects: [effect],
            category: nil, severity: nil, identity: nil, decision: .allow, rules: [],
            recovery: nil)
    }

    static func challenge(_ names: ByteString..., verb: String = "destroy") -> Challenge {
        Challenge(lines: names.map { Challenge.Line(expected: $0, verb: verb) })
    }
}

/// JSON, to be written in a test as it is.
func json(_ text: String) -> JSONText { JSONText(bytes: Array(text.utf8)) }
