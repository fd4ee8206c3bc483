import Diagnostics
import HCL

extension BodyGrammar {
    static let audit = BodyGrammar(
        subject: "An audit block", attributes: ["path", "command", "sync", "record"])
    static let identity = BodyGrammar(subject: "An identity block", attributes: ["command"])
}

/// Whether a run needs a record.
private enum RecordDemand: String, CaseIterable {
    case optional
    case required
}

extension PolicyReader {
    /// Reads an `audit` block.
    mutating func readAudit(_ block: Block, from source: PolicySource) {
        let context = "audit"
        refuseLabels(of: block, context: context)
        let body = block.body
        checkNames(in: body, against: .audit, context: context)
        if body.attributes.isEmpty {
            report(
                "Empty audit block",
                "An audit block says where the record is kept or who hears of it: "
                    + "path = \"/var/log/tfguard/audit.jsonl\", for example.",
                at: block.headerRange)
        }
        let path = string("path", in: body, context: context)
        if let path, !path.hasPrefix("/"), let attribute = body.attribute(named: "path") {
            report(
                "Relative path",
                "The record is one file, wherever terraform runs. Write a path that begins with "
                    + "a slash.", at: attribute.expression.range, in: context)
        }
        let demand: RecordDemand? = word("record", in: body, context: context)
        policy.audits.append(
            AuditBlock(
                origin: source.origin, path: path,
                command: program("command", in: body, of: source, context: context),
                sync: program("sync", in: body, of: source, context: context),
                isRequired: demand == .required, writtenAt: place(of: block.headerRange)))
    }

    /// Reads an `identity` block.
    mutating func readIdentity(_ block: Block, from source: PolicySource) {
        let context = "identity"
        refuseLabels(of: block, context: context)
        checkNames(in: block.body, against: .identity, context: context)
        guard block.body.attribute(named: "command") != nil else {
            report(
                "Missing required argument",
                "The argument \"command\" is required: a program that prints as whom terraform "
                    + "would act, such as [\"aws\", \"sts\", \"get-caller-identity\", \"--query\", "
                    + "\"Arn\", \"--output\", \"text\"].",
                at: block.headerRange, in: context)
            return
        }
        guard let command = program("command", in: block.body, of: source, context: context)
        else { return }
        policy.identities.append(
            IdentityBlock(
                origin: source.origin, command: command, writtenAt: place(of: block.headerRange)))
    }

    /// A program with its arguments.
    ///
    /// A path with a slash in it is relative to the folder of the policy's file.
    private mutating func program(
        _ name: String, in body: Body, of source: PolicySource, context: String
    ) -> [String]? {
        guard let words = strings(name, in: body, context: context), let first = words.first else {
            return nil
        }
        guard !first.name.isEmpty, !words.contains(where: { $0.name.utf8.contains(0) }) else {
            report("No program", "The first text names a program.", at: first.range, in: context)
            return nil
        }
        let isRelative = first.name.contains("/") && !first.name.hasPrefix("/")
        let folder = isRelative ? source.directory.map { "\($0)/" } ?? "" : ""
        return [folder + first.name] + words.dropFirst().map(\.name)
    }
}
