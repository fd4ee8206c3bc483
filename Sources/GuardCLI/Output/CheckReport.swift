import Diagnostics
import GuardCore
import TerraformPlan

/// What all parts of one report have in common.
struct ReportManner: Sendable {
    /// Cells in a line, where lines are wrapped.
    var width = 80
    var style = TextStyle.plain
    /// Whether one plan was named and nothing that could stand for several.
    var isAlone = true
    /// The weakest decision that fails.
    var failsOn = FailureThreshold.confirm
}

/// One plan's part of a report.
///
/// It is written as soon as the plan has been judged, so that of hundreds no verdict is kept.
func reportPart(
    on plan: CheckedPlan, as format: ReportFormat, _ manner: ReportManner
) -> [UInt8] {
    switch format {
    case .text: textPart(plan, manner)
    case .json: jsonPart(plan, manner)
    case .markdown: markdownPart(plan, manner)
    case .github: githubPart(plan, manner)
    case .gitlab: gitlabPart(plan)
    case .sarif: sarifPart(plan, manner)
    case .junit: junitPart(plan, manner)
    }
}

/// A report of its parts.
///
/// - Parameters:
///   - parts: one for each plan, in the order of the command line.
///   - plans: what is said of each.
///   - format: for whom.
///   - manner: as the parts have been written.
/// - Returns: the whole document.
func report(
    of parts: [[UInt8]], on plans: [PlanSummary], as format: ReportFormat, _ manner: ReportManner
) -> [UInt8] {
    switch format {
    case .text: textReport(parts, plans, manner)
    case .json: jsonReport(parts, plans, manner)
    case .markdown: markdownReport(parts, plans, manner)
    case .github: githubReport(parts, plans, manner)
    case .gitlab: gitlabReport(parts, plans)
    case .sarif: sarifReport(parts, plans)
    case .junit: junitReport(parts, plans, manner)
    }
}

extension FailureThreshold {
    /// Whether a decision makes the exit status say so.
    func isReached(by decision: Decision) -> Bool {
        switch self {
        case .confirm: decision >= .confirm
        case .approve: decision >= .approve
        case .block: decision >= .block
        }
    }
}

// MARK: - For people

private func textPart(_ plan: CheckedPlan, _ manner: ReportManner) -> [UInt8] {
    guard case .judged(let verdict, _) = plan.outcome else { return [] }
    if !manner.isAlone, verdict.decision == .allow || verdict.hasOnlyStateNotes {
        var block = TextBlock(width: manner.width)
        let note = stateNote(verdict.findings).map { " \($0)" } ?? ""
        block.paragraph([
            .exact(plan.name.bytes), .prose(": "), .prose(plainHeadline(of: verdict) + note),
        ])
        return Array(block.rendered(manner.style).utf8)
    }
    return Array(
        humanReport(verdict, of: plan.name, width: manner.width, style: manner.style).utf8)
}

/// One report after another; of several plans the sum is said last, where a terminal stands.
private func textReport(
    _ parts: [[UInt8]], _ plans: [PlanSummary], _ manner: ReportManner
) -> [UInt8] {
    guard !manner.isAlone else { return parts.flatMap(\.self) }
    var bytes: [UInt8] = []
    var isShort = true
    for (part, plan) in zip(parts, plans) where !part.isEmpty {
        // Lines stand together, and what is longer stands apart.
        let isLong = plan.decision != .allow
        if !bytes.isEmpty, isLong || !isShort { bytes.append(UInt8(ascii: "\n")) }
        bytes += part
        isShort = !isLong
    }
    var block = TextBlock(width: manner.width)
    block.paragraph([.prose(plans.sentence, .strong)])
    for plan in plans where plan.decision == nil {
        block.paragraph([
            .exact(plan.name.bytes), .prose(": not judged; the reason stands on standard error."),
        ])
    }
    return bytes + [UInt8(ascii: "\n")] + Array(block.rendered(manner.style).utf8)
}

// MARK: - For programs

private func jsonPart(_ plan: CheckedPlan, _ manner: ReportManner) -> [UInt8] {
    if manner.isAlone, case .judged(let verdict, let identity) = plan.outcome {
        return jsonReport(verdict, of: identity)
    }
    return jsonMember(plan)
}

private func jsonReport(
    _ parts: [[UInt8]], _ plans: [PlanSummary], _ manner: ReportManner
) -> [UInt8] {
    if manner.isAlone, plans.count == 1, plans[0].decision != nil { return parts[0] }
    return jsonReport(members: parts, decision: plans.decision)
}
