import Diagnostics
import GuardCore
import TerraformPlan

// A pull request's comment: the verdict first, then what is lost, and folded away what only
// changes.
//
//     ## tfguard: Blocked
//
//     `pr.tfplan`: Blocked (critical-loss). This would destroy 1 resource, a critical one.
//
//     - **DESTROY** `courses-prod` `aws_db_instance.main` (critical data)
//       - Why: It is no longer in the configuration.
//       - Rule: **critical-loss** (builtin\:default) blocks it\: …
//
//     <details><summary>Besides: create 3, leave 41 as they are.</summary> …
//
// A comment holds 65,536 characters; what does not fit is counted, critical losses last.

func markdownPart(_ plan: CheckedPlan, _ manner: ReportManner) -> [UInt8] {
    guard case .judged(let verdict, _) = plan.outcome else { return [] }
    // The table says all there is to say of it.
    guard manner.isAlone || verdict.decision > .allow else { return [] }
    return Array(MarkdownPart(verdict).text.utf8)
}

func markdownReport(
    _ parts: [[UInt8]], _ plans: [PlanSummary], _ manner: ReportManner
) -> [UInt8] {
    var text = "## tfguard: \(heading(plans))\n\n"
    if manner.isAlone, let plan = plans.first {
        text += line(on: plan) + "\n"
    } else {
        text += MarkdownText.prose(plans.sentence) + "\n\n"
        text += "| Plan | Verdict |\n|---|---|\n"
        for plan in plans {
            text += "| \(MarkdownText.codeInTable(TerminalText.printable(plan.name.bytes))) | "
            text += "\(MarkdownText.prose(plan.headline)) |\n"
        }
    }
    var bytes = Array(text.utf8)
    var left = 0
    for (part, plan) in zip(parts, plans) where !part.isEmpty {
        let heading =
            manner.isAlone
            ? "" : "\n### \(MarkdownText.code(TerminalText.printable(plan.name.bytes)))\n"
        guard bytes.count + heading.utf8.count + part.count < mostBytes else {
            left += 1
            continue
        }
        bytes += Array(heading.utf8) + [UInt8(ascii: "\n")] + part
    }
    if left > 0 {
        let words = "\nThe details of \(left) more \(left == 1 ? "plan" : "plans") do not fit here."
        bytes += Array((words + "\n").utf8)
    }
    return bytes
}

/// Short of what GitHub takes as a comment.
private let mostBytes = 60_000

private func heading(_ plans: [PlanSummary]) -> String {
    plans.contains { $0.decision == nil } ? "Not judged" : plans.decision.verdictWords
}

private func line(on plan: PlanSummary) -> String {
    let name = MarkdownText.code(TerminalText.printable(plan.name.bytes))
    let words = plan.decision == nil ? "Not judged: \(plan.headline)" : plan.headline
    return "\(name) – \(MarkdownText.prose(words))"
}

/// What is said of one plan.
private struct MarkdownPart {
    private(set) var text = ""
    /// How many of each kind are written out, so that a comment has room for them.
    private static let most = 30

    init(_ verdict: Verdict) {
        let concerns = Concerns(verdict)
        text += MarkdownText.runs(place(of: verdict))
        if let asking = asking(verdict.facts) { text += MarkdownText.prose(" Run by \(asking).") }
        text += "\n"
        list(concerns.losses)
        list(concerns.others)
        if !concerns.general.isEmpty { text += "\n" }
        for finding in concerns.general { item(finding) }
        fold("Warned of, and allowed: \(concerns.warnings.count)", concerns.warnings) {
            $0.list(concerns.warnings)
        }
        if !verdict.relaxations.isEmpty {
            let lines = relaxationList(verdict.relaxations, width: 96).rendered(.plain)
            fold("Overrides and exceptions: \(verdict.relaxations.count)", verdict.relaxations) {
                for line in lines.split(separator: "\n") {
                    $0.text += "- \(MarkdownText.code(String(line.trimmed)))\n"
                }
            }
        }
        let changing = verdict.changes.filter { $0.decision == .allow && $0.outcome != .kept }
        fold(rest(of: concerns), changing) { part in
            for judged in changing.prefix(Self.most * 3) {
                part.text += "- \(judged.outcome.label) \(part.address(of: judged))\n"
            }
            part.count(changing.count - Self.most * 3)
        }
        let files = verdict.policies.map { policy in
            MarkdownText.code(singleLine(policy.path))
                + (policy.isShipped ? "" : " (\(policy.sha256.prefix(8)))")
        }
        guard !files.isEmpty else { return }
        let note = verdict.floor.note.map { ". \($0)" } ?? ""
        text += "\nPolicy: \(files.joined(separator: ", "))\(note)\n"
    }

    private mutating func list(_ concerns: [Concern]) {
        guard !concerns.isEmpty else { return }
        text += "\n"
        // Critical ones stand first.
        for concern in concerns.prefix(Self.most) { item(concern) }
        count(concerns.count - Self.most)
    }

    private mutating func item(_ concern: Concern) {
        let judged = concern.judged
        let name = judged.identity.flatMap { $0 == judged.change.address ? nil : $0 }
        let known = name.map { "\(MarkdownText.code(TerminalText.printable($0.bytes))) " } ?? ""
        let standing = judged.standing.map { " (\($0))" } ?? ""
        text += "- **\(judged.outcome.label)** \(known)\(address(of: judged))\(standing)\n"
        for paragraph in concern.explanation { note("Why", MarkdownText.runs(paragraph)) }
        for finding in concern.findings {
            note("Rule", sentence(of: finding, " \(finding.decision.verb)"))
        }
        if let recovery = judged.recovery { note("Recovery", MarkdownText.prose(recovery)) }
        var said: [String] = []
        for remedy in concern.findings.compactMap(\.remedy) where !said.contains(remedy) {
            said.append(remedy)
            note("Instead", MarkdownText.prose(remedy))
        }
    }

    /// A finding about the plan as a whole.
    private mutating func item(_ finding: Finding) {
        text += "- **\(finding.decision.rawValue.uppercased())** \(sentence(of: finding, ""))\n"
        if let remedy = finding.remedy { note("Instead", MarkdownText.prose(remedy)) }
    }

    private mutating func note(_ label: String, _ words: String) {
        text += "  - \(label): \(words)\n"
    }

    private func sentence(of finding: Finding, _ verb: String) -> String {
        MarkdownText.runs(finding.sentence(saying: verb))
    }

    private func address(of judged: JudgedChange) -> String {
        let deposed = judged.change.deposed.map {
            ", deposed \(MarkdownText.code(TerminalText.printable($0.bytes)))"
        }
        return MarkdownText.code(TerminalText.printable(judged.change.address.bytes))
            + (deposed ?? "")
    }

    /// Something that is unfolded by a click; without anything in it the heading stands alone.
    private mutating func fold<Content>(
        _ heading: String, _ content: [Content], _ write: (inout MarkdownPart) -> Void
    ) {
        guard !content.isEmpty else {
            if !heading.hasSuffix(": 0") { text += "\n\(MarkdownText.prose(heading))\n" }
            return
        }
        // Only words of ours stand in the heading, which is HTML.
        text += "\n<details><summary>\(heading)</summary>\n\n"
        write(&self)
        text += "\n</details>\n"
    }

    private mutating func count(_ more: Int) {
        if more > 0 { text += "- and \(more) more\n" }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        drop { $0 == " " }
    }
}
