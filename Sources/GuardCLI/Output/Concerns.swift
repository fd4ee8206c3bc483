import GuardCore
import TerraformPlan

/// What of a verdict somebody has to look at, in the order to look at it.
///
/// Losses come before everything else and critical ones before other losses; what is left is
/// counted.
struct Concerns {
    /// Losses that need at least a confirmation.
    var losses: [Concern] = []
    /// Other changes that need at least a confirmation.
    var others: [Concern] = []
    /// Changes that are only warned of.
    var warnings: [Concern] = []
    /// Findings about the whole plan, strictest first.
    var general: [Finding] = []
    /// What is odd about the state and keeps nobody from anything.
    var stateNotes: [Finding] = []
    /// How many rows of each kind nobody has to look at.
    var rest: [Outcome: Int] = [:]

    init(_ verdict: Verdict) {
        var findings: [RowKey: [Finding]] = [:]
        for finding in verdict.findings where finding.decision > .allow {
            guard let address = finding.address else {
                if finding.isStateNote {
                    stateNotes.append(finding)
                } else {
                    general.append(finding)
                }
                continue
            }
            findings[RowKey(address: address, deposed: finding.deposed), default: []]
                .append(finding)
        }
        for judged in verdict.changes {
            guard judged.decision > .allow else {
                rest[judged.outcome, default: 0] += 1
                continue
            }
            let key = RowKey(address: judged.change.address, deposed: judged.change.deposed)
            let concern = Concern(
                judged: judged, findings: (findings.removeValue(forKey: key) ?? []).strictestFirst)
            if judged.decision == .warn {
                warnings.append(concern)
            } else if judged.isLoss {
                losses.append(concern)
            } else {
                others.append(concern)
            }
        }
        // A finding whose row is not there is still a finding.
        let rowless = verdict.findings.filter { finding in
            guard let address = finding.address else { return false }
            return findings[RowKey(address: address, deposed: finding.deposed)] != nil
        }
        general = (general + rowless).strictestFirst
        losses = losses.worstFirst
        others = others.worstFirst
        warnings = warnings.worstFirst
        rest[.kept, default: 0] += verdict.counts.noOp
    }

    /// `destroy 2 resources, replace 1 and forget 1`.
    static func phrase(_ concerns: [Concern]) -> String {
        let counts = Dictionary(grouping: concerns, by: \.judged.outcome).mapValues(\.count)
        let phrases = counts.sorted { $0.key < $1.key }.enumerated().map { number, count in
            let noun = number > 0 ? "" : count.value == 1 ? " resource" : " resources"
            return count.key.phrase(count.value, noun: noun)
        }
        return joined(phrases)
    }

    private struct RowKey: Hashable {
        let address: ByteString
        let deposed: ByteString?
    }
}

/// One row to look at, with what was found about it.
struct Concern {
    let judged: JudgedChange
    /// Strictest first.
    let findings: [Finding]
    /// What happens to it and why Terraform wants that.
    let explanation: [[TextRun]]

    init(judged: JudgedChange, findings: [Finding]) {
        self.judged = judged
        self.findings = findings
        // Worked out once: it reads the values of a change, and a screen is drawn several times.
        explanation = judged.explanation
    }

    /// Whether losing it is what nobody recovers from by applying again.
    var isCritical: Bool { judged.isLoss && judged.severity == .critical }
}

extension [Finding] {
    fileprivate var strictestFirst: [Finding] {
        enumerated()
            .sorted { ($1.element.decision, $0.offset) < ($0.element.decision, $1.offset) }
            .map(\.element)
    }
}

extension [Concern] {
    /// By severity, what the catalog does not know after `high`; then in plan order.
    fileprivate var worstFirst: [Concern] {
        enumerated()
            .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }
}

extension Concern {
    fileprivate var rank: Int {
        switch judged.severity {
        case .critical?: 0
        case .high?: 1
        case nil: 2
        case .medium?: 3
        case .low?: 4
        }
    }
}

/// `a`, `a and b`, `a, b and c`.
func joined(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}
