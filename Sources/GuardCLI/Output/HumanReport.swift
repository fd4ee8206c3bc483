import Diagnostics
import GuardCore
import TerraformPlan

/// A verdict for people: what `tfguard check` prints, and what stands in front of a refusal.
///
/// The first line says what and why. Losses come next, critical ones in full however many there
/// are; then what else was found, one line of counts for the harmless rest, and the policies.
///
/// The name is what was judged, and opens the first line: a plan's path, or `tfguard`.
func humanReport(
    _ verdict: Verdict, of name: ByteString = "tfguard", width: Int, style: TextStyle
) -> String {
    let concerns = Concerns(verdict)
    var report = TextBlock(width: width)
    report.paragraph(
        [.exact(name.bytes), .prose(": ")] + headline(of: verdict, concerns: concerns))
    report.paragraph(whereAndWho(verdict))
    let list = concerns.losses + concerns.others
    if !list.isEmpty {
        report.gap()
        let detail = ListDetail(isSpread: list.count <= mostSpread, mostLesser: mostListed)
        let groups = GroupedConcerns(list, rules: .all)
        report.append(ConcernList(groups, detail: detail, width: width).block)
    }
    if !concerns.general.isEmpty {
        report.gap()
        report.append(findingList(concerns.general, notes: true, width: width))
    }
    if !concerns.warnings.isEmpty {
        report.gap()
        report.append(warningList(concerns.warnings, width: width))
    }
    if !verdict.relaxations.isEmpty {
        report.gap()
        report.append(relaxationList(verdict.relaxations, width: width))
    }
    report.gap()
    report.paragraph([.prose(rest(of: concerns))])
    if let note = stateNote(concerns.stateNotes) { report.paragraph([.prose(note)]) }
    report.paragraph([.prose(policies(of: verdict), .faint)])
    return report.rendered(style)
}

/// Changes have two lines each up to here.
private let mostSpread = 10

/// What is not critical is listed up to here; a report is read from the top.
private let mostListed = 20

/// What was decided, why, and how much is at stake.
private func headline(of verdict: Verdict, concerns: Concerns) -> [TextRun] {
    let rules = decisiveRules(of: verdict)
    let stake = stake(of: concerns)
    switch verdict.decision {
    case .allow:
        let isRelaxed = verdict.relaxations.contains { $0.hasCounted }
        return [
            .prose("Allowed.", .strong),
            .prose(isRelaxed ? " The policy lets pass what is lost." : " Nothing is lost."),
        ]
    case .warn:
        if let observed = verdict.observedDecision {
            return [
                .prose("Only observed", .caution),
                .prose(": without that, the decision would be \(observed). \(stake)"),
            ]
        }
        return [.prose("Allowed, with warnings.", .strong), .prose(" \(stake)")]
    case .confirm:
        return [.prose("Needs confirmation", .caution), .prose("\(rules). "), .prose(stake)]
    case .approve:
        return [.prose("Needs approval", .danger), .prose("\(rules). "), .prose(stake)]
    case .block:
        return [.prose("Blocked", .danger), .prose("\(rules). "), .prose(stake)]
    }
}

/// The headline alone, in words without a colour.
func plainHeadline(of verdict: Verdict) -> String {
    headline(of: verdict, concerns: Concerns(verdict)).map(\.text).joined()
}

/// The rules that decide: ` (no-database-loss)`, ` (no-database-loss and 2 more)`.
private func decisiveRules(of verdict: Verdict) -> String {
    var seen: Set<String> = []
    let rules = verdict.findings.filter { $0.decision == verdict.decision }.map(\.rule)
        .filter { seen.insert($0).inserted }
    guard let first = rules.first else { return "" }
    return rules.count == 1 ? " (\(first))" : " (\(first) and \(rules.count - 1) more)"
}

/// What applying would do, in a sentence: losses if there are any.
func stake(of concerns: Concerns) -> String {
    let lists = [concerns.losses, concerns.others, concerns.warnings]
    guard let worst = lists.first(where: { !$0.isEmpty }) else {
        // Such as unlocking a state, or moving it to another backend.
        let isInQuestion = concerns.general.contains { $0.decision >= .confirm }
        return isInQuestion ? "It is about no single resource." : "Nothing is lost."
    }
    let critical = worst.count(where: \.isCritical)
    let standing =
        switch (critical, worst.count) {
        case (0, _): ""
        case (1, 1): ", a critical one"
        case (worst.count, 2): ", both critical"
        case (worst.count, _): ", all critical"
        case (_, _): ", \(critical) of them critical"
        }
    return "This would \(Concerns.phrase(worst))\(standing)."
}

/// Where it happens; and who is asking, if it is no human.
private func whereAndWho(_ verdict: Verdict) -> [TextRun] {
    guard let asking = asking(verdict.facts) else { return place(of: verdict) }
    return place(of: verdict) + [.prose(" Run by \(asking).")]
}

/// Where it happens: `Workspace prod in /srv/live; production by workspace "prod".`.
func place(of verdict: Verdict, backend: ByteString? = nil) -> [TextRun] {
    var runs: [TextRun] =
        if let workspace = verdict.facts.workspace {
            [.prose("Workspace "), .exact(workspace.bytes, .strong)]
        } else {
            [.prose("Workspace unknown")]
        }
    if let backend { runs += [.prose(" on "), .exact(backend.bytes)] }
    if let directory = verdict.facts.directory {
        runs += [.prose(" in "), .exact(directory.bytes)]
    }
    let names = verdict.environments.map { "\($0.name) by \($0.by)" }
    runs.append(
        .prose(names.isEmpty ? "; no environment recognised." : "; \(joined(names))."))
    return runs
}

/// `an agent (CLAUDECODE)`; nil for a human alone.
func asking(_ facts: RunFacts) -> String? {
    let others: [Actor] = [.agent, .ci, .unattended]
    let words = others.filter { facts.actors.contains($0) }.map { actor in
        let signals = facts.signals.filter { $0.actor == actor }.map(\.signal)
        let seen = signals.isEmpty ? "" : " (\(signals.joined(separator: ", ")))"
        return actor.words + seen
    }
    return words.isEmpty ? nil : joined(words)
}

extension Actor {
    fileprivate var words: String {
        switch self {
        case .human: "a person"
        case .agent: "an agent"
        case .ci: "a pipeline"
        case .unattended: "a script"
        }
    }
}

/// Findings about the plan as a whole.
func findingList(_ findings: [Finding], notes: Bool, width: Int) -> TextBlock {
    let margin = 10
    var block = TextBlock(width: width)
    for finding in findings {
        block.paragraph(
            finding.sentence(saying: ""), label: label(of: finding.decision), indent: margin)
        if notes, let remedy = finding.remedy {
            block.paragraph([.prose("Instead: \(remedy)")], indent: margin)
        }
    }
    return block
}

private func label(of decision: Decision) -> TextRun {
    switch decision {
    case .block: .shown(" BLOCK", .danger)
    case .approve: .shown(" APPROVE", .danger)
    case .confirm: .shown(" CONFIRM", .caution)
    case .warn: .shown(" WARN", .caution)
    case .allow: .shown(" ALLOW")
    }
}

private func warningList(_ warnings: [Concern], width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    block.paragraph([.prose("Warned of, and allowed:")])
    let detail = ListDetail(isSpread: false, notesLesser: false, mostLesser: mostListed)
    block.append(
        ConcernList(GroupedConcerns(warnings, rules: .all), detail: detail, width: width).block)
    return block
}

/// The harmless rest: `Besides: create 3, update 2, leave 41 as they are.`.
func rest(of concerns: Concerns) -> String {
    let counts = concerns.rest.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    guard !counts.isEmpty else { return "Nothing else changes." }
    return "Besides: " + counts.map { $0.key.phrase($0.value) }.joined(separator: ", ") + "."
}

/// What was read: `Policy: project tfguard.hcl (3f2a91bc), builtin default.hcl (77ab01de).`.
private func policies(of verdict: Verdict) -> String {
    guard !verdict.policies.isEmpty else { return "Policy: none." }
    let files = verdict.policies.map { policy in
        let layer = policy.path.hasPrefix("\(policy.layer):") ? "" : "\(policy.layer) "
        // The version of tfguard says what is in its own.
        let digest = policy.isShipped ? "" : " (\(policy.sha256.prefix(8)))"
        return "\(layer)\(policy.path)\(digest)"
    }
    let note = verdict.floor.note.map { " \($0)" } ?? ""
    return "Policy: \(files.joined(separator: ", "))." + note
}

extension Verdict {
    /// What would have been decided if the policy were not only observed; nil where it is not.
    var observedDecision: Decision? { findings.compactMap(\.observed).max() }
}
