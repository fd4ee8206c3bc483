import GuardCore
import TerraformPlan

/// Why changes are judged as they are: what is known of each, and every rule that has to do with it.
///
/// - Parameters:
///   - verdict: the judgement of the plan.
///   - address: one change; nil for all that are not simply allowed.
///   - width: cells in a line.
///   - tracer: says of each rule whether it is about the one change.
/// - Returns: nil where the plan has no change of that address.
func explanation(
    of verdict: Verdict, address: String?, width: Int, tracer: PolicyTracer? = nil
) -> TextBlock? {
    let asked = verdict.changes.filter { judged in
        address.map { judged.change.address == ByteString($0) } ?? (judged.decision > .allow)
    }
    if address != nil, asked.isEmpty { return nil }
    var block = TextBlock(width: width)
    for judged in asked {
        block.gap()
        block.append(explanation(of: judged, in: verdict, width: width))
        if address != nil, var tracer {
            block.append(ruleList(tracer.traces(of: judged), width: width))
        }
    }
    let general = verdict.findings.filter { $0.address == nil }
    if address == nil, !general.isEmpty {
        block.gap()
        block.paragraph([.prose("About the whole plan", .strong)])
        for finding in general { block.append(paragraph(finding, width: width)) }
    }
    if !verdict.relaxations.isEmpty {
        block.gap()
        block.append(relaxationList(verdict.relaxations, width: width))
    }
    if asked.isEmpty, general.isEmpty {
        block.paragraph([.prose("No rule stops anything in this plan.")])
    }
    return block
}

private func explanation(
    of judged: JudgedChange, in verdict: Verdict, width: Int
) -> TextBlock {
    var block = TextBlock(width: width)
    let deposed =
        judged.change.deposed.map { [TextRun.prose(" deposed "), .exact($0.bytes)] } ?? []
    block.paragraph([.exact(judged.change.address.bytes, .strong)] + deposed)
    let effects = judged.effects.map(\.rawValue).joined(separator: ", ")
    let known = [judged.severity?.rawValue, judged.category?.rawValue].compactMap { $0 }
    let catalog =
        known.isEmpty
        ? "No catalog knows this type, so losing one is never taken for harmless."
        : "The catalog says: \(known.joined(separator: " "))."
    block.paragraph([.prose("Effects: \(effects). \(catalog)")], indent: 2)
    let findings = verdict.findings.filter {
        $0.address == judged.change.address && $0.deposed == judged.change.deposed
    }
    for finding in findings { block.append(paragraph(finding, width: width)) }
    if findings.isEmpty { block.paragraph([.prose("No rule stops it.")], indent: 2) }
    block.paragraph([.prose("Together: \(judged.decision.rawValue).")], indent: 2)
    return block
}

private func paragraph(_ finding: Finding, width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    block.paragraph(
        [
            .prose(finding.decision.rawValue, .strong),
            .prose(" by \(finding.layer)/\(finding.rule): \(finding.reason)"),
        ], indent: 2)
    return block
}

/// Rule by rule: what matched, what did not and at which attribute.
private func ruleList(_ traces: [RuleTrace], width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    block.gap()
    block.paragraph([.prose("Rule by rule", .strong)], indent: 2)
    for trace in traces {
        block.paragraph([.prose(trace.sentence)], indent: 4)
    }
    return block
}

extension RuleTrace {
    /// Everything in it is a policy's, and printed as text that cannot act on a terminal.
    fileprivate var sentence: String {
        switch outcome {
        case .matched(let effects):
            "\(rule) says \(decision), for \(effects.map(\.rawValue).joined(separator: " "))."
        case .mayMatch(let effects, let why):
            "\(rule) says \(decision), for \(effects.map(\.rawValue).joined(separator: " ")): its "
                + "condition counts as true, because \(why)."
        case .missed(let attribute, let why):
            "\(rule) is not about it: \(attribute): \(why)."
        }
    }
}
