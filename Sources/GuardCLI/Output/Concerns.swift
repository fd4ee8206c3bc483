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
    var rest = OutcomeCounts()

    init(_ verdict: Verdict) {
        var findings = FindingsByRow()
        for finding in verdict.findings where finding.decision > .allow {
            if finding.address != nil {
                findings.append(finding)
            } else if finding.isStateNote {
                stateNotes.append(finding)
            } else {
                general.append(finding)
            }
        }
        for judged in verdict.changes {
            guard judged.decision > .allow else {
                rest.add(1, judged.outcome)
                continue
            }
            let concern = Concern(
                judged: judged, findings: findings.take(judged.change).strictestFirst)
            if judged.decision == .warn {
                warnings.append(concern)
            } else if judged.isLoss {
                losses.append(concern)
            } else {
                others.append(concern)
            }
        }
        // A finding whose row is not there is still a finding.
        general = (general + findings.left).strictestFirst
        losses = losses.worstFirst
        others = others.worstFirst
        warnings = warnings.worstFirst
        rest.add(verdict.counts.noOp, .kept)
    }

    /// `destroy 2 resources, replace 1 and forget 1`.
    static func phrase(_ concerns: [Concern]) -> String {
        var counts = OutcomeCounts()
        for concern in concerns { counts.add(1, concern.judged.outcome) }
        var phrases: [String] = []
        for (outcome, count) in counts.counts {
            let noun = !phrases.isEmpty ? "" : count == 1 ? " resource" : " resources"
            phrases.append(outcome.phrase(count, noun: noun))
        }
        return joined(phrases)
    }
}

/// How many changes come to what.
struct OutcomeCounts {
    private var byOutcome = [Int](repeating: 0, count: Outcome.allCases.count)

    /// Those that there are, the gravest first.
    var counts: [(outcome: Outcome, count: Int)] {
        Outcome.allCases.map { ($0, byOutcome[$0.rawValue]) }.filter { $0.1 > 0 }
    }

    mutating func add(_ count: Int, _ outcome: Outcome) { byOutcome[outcome.rawValue] += count }
}

/// The findings about each row, until the row takes them.
private struct FindingsByRow {
    private var rows = ByteStringTable()
    private var findings: [[Finding]] = []

    /// Those that no row has taken.
    var left: [Finding] { findings.flatMap { $0 } }

    mutating func append(_ finding: Finding) {
        guard let address = finding.address else { return }
        let (place, isNew) = rows.insert(Self.key(address, finding.deposed))
        if isNew { findings.append([]) }
        findings[place].append(finding)
    }

    mutating func take(_ row: ResourceChange) -> [Finding] {
        guard let place = rows.place(of: Self.key(row.address, row.deposed)) else { return [] }
        defer { findings[place] = [] }
        return findings[place]
    }

    /// No text of a plan, which is UTF-8, holds the byte between the two.
    private static func key(_ address: ByteString, _ deposed: ByteString?) -> ByteString {
        deposed.map { ByteString(bytes: address.bytes + [0xFF] + $0.bytes) } ?? address
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

extension [String] {
    /// Each once, where it stands first.
    var unique: [String] {
        var table = ByteStringTable()
        return filter { table.insert(ByteString($0)).isNew }
    }
}

/// `a`, `a and b`, `a, b and c`.
func joined(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}
