import Diagnostics
import TerraformPlan

/// Judges what a subcommand would change without a plan.
///
/// The objects it is about are judged by the rules, as rows of a plan are; the subcommand itself by
/// the `command` blocks of every layer. One that no block mentions is confirmed.
package func judge(_ surgery: Surgery, under policy: Policy, facts: RunFacts) -> Verdict {
    var facts = facts
    facts.knowsVariables = false
    // Nothing is planned, so nothing of a plan is left out.
    facts.planning = PlanningFacts(targets: [], excludes: [], replaces: [], isRefreshed: true)
    var plan = Plan(formatVersion: "", terraformVersion: nil)
    plan.changes = surgery.changes
    plan.priorStateCount = surgery.stateCount
    plan.provisioned = surgery.provisioned
    var verdict = judge(plan, under: policy, facts: facts)
    verdict.command = surgery.command
    // A row that moves or imports stands for no object that is left as it is.
    verdict.counts.noOp = 0

    let run = JudgedRun(plan, under: policy, facts: facts, environments: verdict.environments)
    var relaxations = RelaxationIndex(
        policy.relaxations, in: run, ConditionFacts(plan, in: run))
    let rules = policy.commands.filter { $0.isAbout(surgery, in: run) }
    for rule in rules {
        let decision = relaxations.relaxed(rule.decision, of: rule.source)
        guard decision > .allow else { continue }
        verdict.note(
            Finding(
                rule: rule.source.name, layer: rule.source.layerName, decision: decision,
                reason: rule.reason, remedy: rule.remedy))
    }
    verdict.relaxations += relaxations.notes
    if !surgery.isMentioned(by: rules) { verdict.note(.unmentioned(surgery.command)) }
    for hazard in surgery.hazards { verdict.noteWhole(.hazard(hazard)) }
    verdict.relaxations += ObservedFindings(policy, in: run)
        .lower(&verdict.findings, of: &verdict.changes, &verdict.decision)
    if !facts.hasApprovers { verdict.judgeApproval() }
    return verdict
}

extension Surgery {
    /// Whether command blocks say what becomes of it; of `init`, of each flag that counts.
    ///
    /// A `-policy` file can only tighten: it mentions nothing by allowing it.
    fileprivate func isMentioned(by rules: [CommandRule]) -> Bool {
        guard command.needsCommandBlock else { return true }
        let telling = rules.filter { $0.decision >= .confirm || $0.source.layer != .flag }
        guard command.isJudgedByFlags else { return !telling.isEmpty }
        return flags.intersection(command.flagsThatDecide).allSatisfy { flag in
            telling.contains { $0.flags?.contains(flag) ?? true }
        }
    }
}

extension Verdict {
    /// Adds a finding about the subcommand: to each object that it is about, or else to the whole.
    fileprivate mutating func note(_ finding: Finding) {
        let about = changes.indices.filter { !changes[$0].effects.contains(.read) }
        guard !about.isEmpty else {
            noteWhole(finding)
            return
        }
        for index in about {
            var one = finding
            one.address = changes[index].change.address
            one.deposed = changes[index].change.deposed
            changes[index].decision = max(changes[index].decision, finding.decision)
            changes[index].rules.append(finding.layer + "/" + finding.rule)
            noteWhole(one)
        }
    }

    fileprivate mutating func noteWhole(_ finding: Finding) {
        decision = max(decision, finding.decision)
        findings.append(finding)
    }

    /// What `approve` comes to, where it was not the rules that said so.
    fileprivate mutating func judgeApproval() {
        if decision == .approve, facts.actors != [.human] { noteWhole(.nobodyCanApprove) }
    }
}

extension Finding {
    private static let layer = "tfguard"

    fileprivate static func unmentioned(_ command: SurgeryCommand) -> Finding {
        Finding(
            rule: "no-command-block", layer: layer, decision: .confirm,
            reason: "It changes state without a plan, and no command block of the policy says what "
                + "to do about \(command.rawValue).",
            remedy: "Say so in tfguard.hcl: command \"\(command.rawValue)\" { decision = … }.")
    }

    fileprivate static func hazard(_ hazard: SurgeryHazard) -> Finding {
        switch hazard {
        case .otherLineage:
            Finding(
                rule: "other-lineage", layer: layer, decision: .block,
                reason: "The pushed state has another lineage: it is the state of something else, "
                    + "and would take this one's place.",
                remedy: "Look whether this is the right folder, workspace and file.")
        case .drops(let count):
            Finding(
                rule: "dropped-objects", layer: layer, decision: .block,
                reason: "The pushed state lacks \(objects(count)) of the one it would replace. "
                    + "Terraform would no longer know what is there, and build it once more.",
                remedy: "Pull the state again and repeat the edit on it; what is to be forgotten "
                    + "goes by terraform state rm.")
        case .notNewer(let pushed, let current):
            Finding(
                rule: "older-state", layer: layer, decision: .confirm,
                reason: "The pushed state has the serial \(pushed), and the current one "
                    + "\(current): what has changed since then would be undone in the state alone.",
                remedy: "Pull the state again and repeat the edit on it.")
        case .unchecked:
            Finding(
                rule: "forced", layer: layer, decision: .confirm,
                reason: "With -force terraform compares nothing before it overwrites the state.",
                remedy: "Leave -force out: a newer state of the same lineage needs none.")
        case .discards(let count):
            Finding(
                rule: "state-with-objects", layer: layer, decision: .block,
                reason: "The workspace's state holds \(objects(count)), which would live on and "
                    + "belong to nobody.",
                remedy: "Destroy what the workspace holds first; then it can be deleted without "
                    + "-force.")
        case .repins(let old, let new):
            Finding(
                rule: "pin-changed", layer: layer, decision: .confirm,
                reason: "Pinned is \(old.map(printable) ?? "nothing"). From now on "
                    + (new.map { "it is \(printable($0))." } ?? "any state passes."),
                remedy: "If another state is not meant, leave the pin and find the one that it "
                    + "names.")
        }
    }
}

/// A pin holds what somebody wrote into a file, and what was asked for is read by who signs it.
private func printable(_ text: String) -> String { TerminalText.printable(Array(text.utf8)) }

private func objects(_ count: Int) -> String { "\(count) \(count == 1 ? "object" : "objects")" }
