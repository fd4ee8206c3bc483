import GuardCore
import TerraformPlan

// What a GitHub workflow's log makes annotations of: workflow commands, one on a line.
//
//     ::error title=tfguard%3A pr.tfplan is blocked::This would destroy 1 resource, a critical one.
//     ::error title=DESTROY aws_db_instance.main (courses-prod)::pr.tfplan: critical-loss …
//
// A workflow shows the first ten errors and warnings of a step each, so the verdicts come first and
// what decides before the rest. Nothing of a plan stands at the beginning of a line, where it could
// be a command itself.

func githubPart(_ plan: CheckedPlan, _ manner: ReportManner) -> [UInt8] {
    guard case .judged(let verdict, _) = plan.outcome else { return [] }
    var text = ""
    for remark in verdict.remarks {
        let rule = "\(remark.mark.rule) (\(remark.mark.layer)) \(remark.mark.decision.verb)"
        text += command(
            level(of: remark.mark.decision, manner), title: remark.title,
            "\(singleLine(plan.name.description)): \(rule): \(remark.text)")
    }
    return Array(text.utf8)
}

func githubReport(
    _ parts: [[UInt8]], _ plans: [PlanSummary], _ manner: ReportManner
) -> [UInt8] {
    var text = ""
    for plan in plans where plan.decision != .allow || manner.isAlone {
        let weight: Level = plan.decision.map { level(of: $0, manner) } ?? .error
        let name = singleLine(plan.name.description)
        text += command(weight, title: "tfguard: \(name)", plan.headline)
    }
    if !manner.isAlone {
        let weight: Level =
            plans.contains { $0.decision == nil }
            ? .error : level(of: plans.decision, manner)
        text += command(weight, title: "tfguard", plans.sentence)
    }
    if let note = plans.policyNote { text += command(.notice, title: "tfguard: policy", note) }
    return Array(text.utf8) + parts.flatMap(\.self)
}

private enum Level: String {
    case error
    case warning
    case notice
}

private func level(of decision: Decision, _ manner: ReportManner) -> Level {
    switch decision {
    case .allow: .notice
    case .warn: .warning
    case .confirm, .approve, .block: manner.failsOn.isReached(by: decision) ? .error : .warning
    }
}

/// A workflow command (`ActionCommand.cs` of GitHub's runner).
private func command(_ level: Level, title: String, _ message: String) -> String {
    "::\(level.rawValue) title=\(escaped(title, inProperty: true))::"
        + escaped(message, inProperty: false) + "\n"
}

/// A value or a message with what would end it written as `%XX`.
private func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": result += "%25"
        case "\r": result += "%0D"
        case "\n": result += "%0A"
        case ":" where inProperty: result += "%3A"
        case "," where inProperty: result += "%2C"
        case _: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
