import Diagnostics
import HCL

/// Which names may stand in a body, and which only a later version will judge.
struct BodyGrammar {
    /// As the beginning of a sentence: `A rule`.
    let subject: String
    var attributes: [String] = []
    var blocks: [String] = []
    var laterAttributes: [String] = []

    static let file = BodyGrammar(
        subject: "A policy",
        attributes: ["extends", "trusted_ref"],
        blocks: [
            "rule", "limit", "environment", "resource", "command", "override", "exception",
            "window", "approvals", "break_glass", "observe", "state", "audit", "identity",
            "evidence", "apply", "rehearsal",
        ])

    static let catalog = BodyGrammar(subject: "A catalog", blocks: ["resource", "provider"])

    static let provider = BodyGrammar(subject: "A provider block", blocks: ["disarm"])

    static let providerSetting = BodyGrammar(
        subject: "A setting of a provider", attributes: ["to", "types", "says"])

    static let rule = BodyGrammar(
        subject: "A rule", attributes: scope + ["unless", "decision", "reason", "remedy"],
        blocks: ["except"])

    static let limit = BodyGrammar(
        subject: "A limit",
        attributes: scope + ["max", "percent", "floor", "decision", "reason", "remedy"],
        blocks: ["except"], laterAttributes: conditions)

    static let except = BodyGrammar(
        subject: "An except block",
        attributes: scope, laterAttributes: conditions)

    static let override = BodyGrammar(
        subject: "An override", attributes: ["rules"] + scope + ["decision", "reason"],
        laterAttributes: conditions)

    static let exception = BodyGrammar(
        subject: "An exception", attributes: ["rules"] + scope + ["decision", "until", "reason"],
        laterAttributes: conditions)

    static let window = BodyGrammar(
        subject: "A window", attributes: ["days", "from", "to", "dates", "timezone"])

    static let approvals = BodyGrammar(
        subject: "An approvals block",
        attributes: [
            "signers", "count", "valid", "self", "touch", "pin", "revoked", "replan", "ssh_keygen",
        ])

    static let evidence = BodyGrammar(
        subject: "An evidence block", attributes: ["command", "timeout"])

    static let apply = BodyGrammar(subject: "An apply block", attributes: ["exec"])

    static let breakGlass = BodyGrammar(
        subject: "A break_glass block",
        attributes: ["environments", "actors", "count", "self", "touch", "valid"])

    static let environment = BodyGrammar(
        subject: "An environment", attributes: ["fallback"], blocks: ["match"])

    static let match = BodyGrammar(
        subject: "A match block",
        attributes: ["workspace", "directory", "variable", "account", "backend"])

    static let resource = BodyGrammar(
        subject: "A resource block",
        attributes: [
            "category", "severity", "identity", "protected_by", "disarmed_by", "defaults",
            "recovery",
            "lock", "container", "generates", "replica_of", "backup_of", "backups_die",
            "final_snapshot", "backend", "force_new",
        ], blocks: Harm.Kind.allCases.map(\.rawValue) + ["overwrite"])

    static let harm = BodyGrammar(
        subject: "A block about a change",
        attributes: ["when", "forever", "key", "line", "from", "to", "where", "says"])

    static let overwrite = BodyGrammar(
        subject: "An overwrite block", attributes: ["onto", "where", "effect", "says"])

    private static let scope = [
        "actions", "categories", "severities", "types", "addresses", "attributes", "environments",
        "actors", "during", "outside", "when",
    ]
    private static let conditions = ["unless"]
}

extension PolicyReader {
    /// Reports every name of a body that its grammar does not have.
    mutating func checkNames(in body: Body, against grammar: BodyGrammar, context: String?) {
        for attribute in body.attributes {
            let name = attribute.name
            if grammar.attributes.contains(name.name) { continue }
            if grammar.laterAttributes.contains(name.name) {
                reportUnsupported("argument", name, context: context)
            } else if grammar.blocks.contains(name.name) {
                report(
                    "Unsupported argument",
                    "\(grammar.subject) has no argument \"\(name.name)\". Did you mean the block "
                        + "\(name.name) { … }, without an equals sign?",
                    at: name.range, in: context)
            } else {
                report(
                    "Unsupported argument",
                    "\(grammar.subject) has no argument \"\(name.name)\"."
                        + suggestion(
                            for: name.name, among: grammar.attributes,
                            and: grammar.laterAttributes, orElse: "Its arguments are"),
                    at: name.range, in: context)
            }
        }
        for block in body.blocks {
            let type = block.type
            if grammar.blocks.contains(type.name) { continue }
            if (grammar.attributes + grammar.laterAttributes).contains(type.name) {
                report(
                    "Unsupported block type",
                    "\(grammar.subject) has no block \"\(type.name)\". Did you mean the argument "
                        + "\(type.name) = …, with an equals sign?",
                    at: type.range, in: context)
            } else {
                report(
                    "Unsupported block type",
                    "\(grammar.subject) has no block \"\(type.name)\"."
                        + suggestion(
                            for: type.name, among: grammar.blocks, orElse: "Its blocks are"),
                    at: type.range, in: context)
            }
        }
    }

    mutating func reportUnsupported(
        _ kind: String, _ name: Identifier, context: String?
    ) {
        report(
            "Not supported by this version",
            "This version of tfguard does not judge the \(kind) \"\(name.name)\" yet. What is "
                + "ignored protects nothing, so the policy is refused: remove the \(kind), or use a "
                + "version of tfguard that supports it.",
            at: name.range, in: context)
    }

    mutating func report(
        _ summary: String, _ detail: String, at range: SourceRange, in context: String? = nil
    ) {
        diagnostics.append(Diagnostic(summary, detail: detail, at: range, in: context))
    }

    /// The end of a message about an unknown name: the nearest known one, or else all of them.
    ///
    /// Names of a later version are suggested, because somebody may have read of them, and not
    /// listed.
    func suggestion(
        for name: String, among known: [String], and later: [String] = [],
        orElse introduction: String
    ) -> String {
        if let nearest = nameSuggestion(for: name, among: known + later) {
            return " Did you mean \"\(nearest)\"?"
        }
        return known.isEmpty ? "" : " \(introduction) \(list(known))."
    }

    /// `"a", "b" and "c"`.
    func list(_ names: [String]) -> String {
        let quoted = names.map { "\"\($0)\"" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }
}
