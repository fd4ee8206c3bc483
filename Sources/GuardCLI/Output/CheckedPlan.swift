import Diagnostics
import GuardCore
import TerraformPlan

/// One of the plans that were checked in one run.
struct CheckedPlan: Sendable {
    /// As it was named on the command line.
    let name: ByteString
    let outcome: Outcome

    enum Outcome: Sendable {
        case judged(Verdict, PlanIdentity)
        /// It could not be judged: the exit status, and why.
        case failed(status: Int, message: String)
    }
}

extension CheckedPlan {
    /// What is kept of it once its part of every report has been written.
    ///
    /// - Parameter formats: those of the reports; some need no more than the decision.
    /// - Returns: what they need.
    func summary(for formats: [ReportFormat]) -> PlanSummary {
        switch outcome {
        case .judged(let verdict, _):
            let needsWords = formats.contains { $0.tellsOfPlansAtOnce }
            return PlanSummary(
                name: name, decision: verdict.decision,
                headline: needsWords ? plainHeadline(of: verdict) : "",
                remarks: needsWords ? verdict.remarks.map(\.mark) : [],
                policyNote: verdict.floor.note)
        case .failed(_, let message):
            return PlanSummary(
                name: name, decision: nil, headline: singleLine(message), remarks: [])
        }
    }
}

extension ReportFormat {
    /// Whether something is said of all plans beside their parts, and more than what was decided.
    fileprivate var tellsOfPlansAtOnce: Bool {
        switch self {
        case .text, .json, .gitlab: false
        case .markdown, .github, .sarif, .junit: true
        }
    }
}

/// What is said of one plan among many.
struct PlanSummary: Equatable, Sendable {
    let name: ByteString
    /// Nil where it could not be judged.
    let decision: Decision?
    /// What was decided and why, or why nothing was; nothing in it is obeyed by a terminal.
    let headline: String
    let remarks: [RemarkMark]
    /// What is said of the policy as such.
    var policyNote: String?

    /// `Blocked`, `Not judged`.
    var verdictWords: String { decision?.verdictWords ?? "Not judged" }
}

extension Decision {
    /// What is said of a plan.
    var verdictWords: String {
        switch self {
        case .allow: "Allowed"
        case .warn: "Allowed, with warnings"
        case .confirm: "Needs confirmation"
        case .approve: "Needs approval"
        case .block: "Blocked"
        }
    }
}

extension [PlanSummary] {
    /// The strictest of all, and `block` where any plan could not be judged.
    var decision: Decision { map { $0.decision ?? .block }.max() ?? .block }

    /// What is said of the policy as such, once for all plans.
    var policyNote: String? { lazy.compactMap(\.policyNote).first }

    /// `12 plans: 1 blocked, 2 need confirmation, 8 allowed, 1 not judged.`.
    var sentence: String {
        let decided = Decision.allCases.reversed().map { decision in
            (count { $0.decision == decision }, decision)
        }
        var phrases = decided.filter { $0.0 > 0 }.map { count, decision in
            "\(count) \(decision.phrase(count))"
        }
        let failed = count { $0.decision == nil }
        if failed > 0 { phrases.insert("\(failed) not judged", at: 0) }
        return "\(count) \(count == 1 ? "plan" : "plans"): \(phrases.joined(separator: ", "))."
    }
}

extension Decision {
    fileprivate func phrase(_ count: Int) -> String {
        switch self {
        case .allow: "allowed"
        case .warn: "allowed with warnings"
        case .confirm: count == 1 ? "needs confirmation" : "need confirmation"
        case .approve: count == 1 ? "needs approval" : "need approval"
        case .block: "blocked"
        }
    }
}
