import Diagnostics
import HCL

/// An `observe` block: until a date nothing is stopped, and it is told what would have been.
///
/// For the first weeks with a policy. It reaches what its file may relax, as an override does; what
/// tfguard itself blocks, because it does not understand a plan or it is not this folder's, is
/// blocked all the same.
struct Observation: Sendable {
    let source: RuleSource
    let expiry: Expiry
    let reason: String?
}

extension Policy {
    /// Until when nothing is stopped, for somebody who reads the policy; nil where it holds.
    package func observationNote(at now: Moment?) -> String? {
        guard let now else { return nil }
        let standing = observations.filter { now < $0.expiry.end }
        guard let last = standing.max(by: { $0.expiry.end < $1.expiry.end }) else { return nil }
        let isForAll = standing.contains { $0.source.origin.isAnchored }
        return "observe: until \(last.expiry.text) this policy and the built-in one stop nothing, "
            + "and tell what they would have stopped."
            + (isForAll ? "" : " Agents and scripts are stopped all the same.")
    }
}

extension BodyGrammar {
    static let observe = BodyGrammar(
        subject: "An observe block", attributes: ["until", "reason"])
}

extension PolicyReader {
    mutating func readObservation(_ block: Block, from source: PolicySource) {
        let context = "observe"
        let body = block.body
        checkNames(in: body, against: .observe, context: context)
        if let label = block.labels.first {
            report(
                "Extraneous label for observe", "An observe block has no label. Remove it.",
                at: label.range)
        }
        guard source.layer != .flag else {
            report(
                "A -policy file can only tighten",
                "What is given on the command line relaxes nothing. Move the observe block to the "
                    + "project's tfguard.hcl.",
                at: block.headerRange)
            return
        }
        if policy.observations.contains(where: { $0.source.range?.file.name == source.file.name }) {
            report(
                "Duplicate observe", "There is an observe block in this file already.",
                at: block.headerRange)
            return
        }
        guard body.attribute(named: "until") != nil else {
            report(
                "Missing required argument",
                "The argument \"until\" is required: a policy is observed for some time, and then "
                    + "it holds: until = \"2026-12-01\".",
                at: block.headerRange, in: context)
            return
        }
        let reason = string("reason", in: body, context: context)
        guard let expiry = readExpiry(in: body, context: context) else { return }
        policy.observations.append(
            Observation(
                source: RuleSource(
                    name: "observe", origin: source.origin, layerName: source.layerName,
                    range: block.headerRange),
                expiry: expiry, reason: reason))
    }
}
