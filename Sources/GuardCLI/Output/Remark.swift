import Diagnostics
import GuardCore
import TerraformPlan

/// One thing that a verdict holds against a plan, for programs that list such things.
///
/// All text is ready to be shown: nothing of it is obeyed by a terminal, and it is on one line.
struct Remark {
    let mark: RemarkMark
    /// `DESTROY aws_db_instance.main (courses-prod)`; `The plan` where it is about no resource.
    let title: String
    /// What of it is about: an address; nil for the plan as a whole.
    let address: String?
    /// The rule's reason.
    let reason: String
    let remedy: String?
    /// Tells it from every other remark of the same plan.
    let key: ByteString

    /// The reason, and what to do instead.
    var text: String { remedy.map { "\(reason) Instead: \($0)" } ?? reason }
}

/// A remark's rule and weight.
struct RemarkMark: Equatable, Sendable {
    let decision: Decision
    let rule: String
    /// `project`, `builtin:default`, or `tfguard` for what no policy can change.
    let layer: String

    /// `builtin:default/no-database-loss`.
    var qualifiedRule: String { "\(layer)/\(rule)" }
}

extension Verdict {
    /// Everything that was found and is more than allowed: the strictest first, then in plan order.
    var remarks: [Remark] {
        // Rows are told apart by address and deposed key.
        var rows: [RowKey: JudgedChange] = [:]
        for judged in changes {
            rows[RowKey(judged.change.address, judged.change.deposed)] = judged
        }
        let found = findings.filter { $0.decision > .allow }
        return Decision.allCases.reversed().flatMap { decision in
            found.filter { $0.decision == decision }.map { finding in
                let row = finding.address.flatMap { rows[RowKey($0, finding.deposed)] }
                return Remark(finding, of: row)
            }
        }
    }

    private struct RowKey: Hashable {
        let address: ByteString
        let deposed: ByteString?

        init(_ address: ByteString, _ deposed: ByteString?) {
            self.address = address
            self.deposed = deposed
        }
    }
}

extension Remark {
    fileprivate init(_ finding: Finding, of row: JudgedChange?) {
        mark = RemarkMark(
            decision: finding.decision, rule: singleLine(finding.rule),
            layer: singleLine(finding.layer))
        address = finding.address.map { TerminalText.printable($0.bytes) }
        reason = singleLine(finding.reason)
        remedy = finding.remedy.map(singleLine)
        let parts =
            [ByteString(finding.layer), ByteString(finding.rule)]
            + [finding.address, finding.deposed].map { $0 ?? "" }
            + [ByteString(finding.effect?.rawValue ?? "")]
        key = ByteString(bytes: Array(parts.map(\.bytes).joined(separator: [0])))

        guard let address else {
            title = "The plan as a whole"
            return
        }
        let name = row?.identity.flatMap { $0 == finding.address ? nil : $0 }
        let known = name.map { " (\(TerminalText.printable($0.bytes)))" } ?? ""
        let deposed = finding.deposed.map {
            ", deposed \(TerminalText.printable($0.bytes))"
        }
        let label = row.map { "\($0.outcome.label) " } ?? ""
        title = label + address + known + (deposed ?? "")
    }
}

extension Decision {
    /// What the rule of a remark makes of it: `no-database-loss blocks it`.
    var verb: String {
        switch self {
        case .allow: "allows it"
        case .warn: "warns of it"
        case .confirm: "wants it confirmed"
        case .approve: "wants a second person"
        case .block: "blocks it"
        }
    }
}
