import Diagnostics
import HCL
import TerraformPlan

// `evidence` and `apply`: the blocks that name a program.
extension PolicyReader {
    mutating func readEvidence(_ block: Block, from source: PolicySource) {
        guard mayNameProgram(block, source),
            let label = label(of: block, owner: source.layerName)
        else { return }
        let context = "evidence \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .evidence, context: context)
        let command = command("command", in: body, of: block, context: context)
        let timeout = duration("timeout", in: body, context: context) ?? 30
        guard let command else { return }
        policy.evidences.append(
            EvidenceBlock(
                name: label.name, origin: source.origin, command: command,
                directory: source.directory, timeout: timeout,
                qualifiedName: source.layerName + "/" + label.name, range: block.headerRange))
    }

    mutating func readApply(_ block: Block, from source: PolicySource) {
        guard mayNameProgram(block, source) else { return }
        refuseLabels(of: block, context: "apply")
        refuseSecond(block, of: source)
        checkNames(in: block.body, against: .apply, context: "apply")
        guard let exec = command("exec", in: block.body, of: block, context: "apply") else {
            return
        }
        policy.applies.append(
            ApplyBlock(origin: source.origin, exec: exec, directory: source.directory))
    }

    private mutating func mayNameProgram(_ block: Block, _ source: PolicySource) -> Bool {
        guard source.layer == .flag else { return true }
        report(
            "A -policy file can only tighten",
            "It names no program that is run. Move the \(block.type.name) block to the project's "
                + "tfguard.hcl.", at: block.headerRange)
        return false
    }

    private mutating func command(
        _ name: String, in body: Body, of block: Block, context: String
    ) -> [String]? {
        guard let attribute = body.attribute(named: name) else {
            report(
                "Missing required argument",
                "The argument \"\(name)\" is required: a program and its arguments, such as "
                    + "[\"/usr/local/bin/prove\", \"--max-age\", \"24h\"].",
                at: block.headerRange, in: context)
            return nil
        }
        guard let words = strings(name, in: body, context: context)?.map(\.name),
            let program = words.first
        else { return nil }
        guard !program.isEmpty, !words.contains(where: { $0.utf8.contains(0) }) else {
            report(
                "Inappropriate value for \"\(name)\"", "It begins with the name of a program.",
                at: attribute.expression.range, in: context)
            return nil
        }
        return words
    }

    /// What a rule's `unless` names.
    mutating func readProofs(in body: Body, context: String) -> [String] {
        let names = strings("unless", in: body, context: context) ?? []
        namedProofs += names.map { ($0, context) }
        return names.map(\.name)
    }

    /// Reports proofs that nobody defines: the rule would always apply, and nobody know why.
    mutating func checkProofs() {
        var known: [String] = []
        for name in policy.evidences.map(\.name) + policy.rehearsals.map(\.name)
        where !known.contains(name) {
            known.append(name)
        }
        for (name, context) in namedProofs where !known.contains(name.name) {
            report(
                "Reference to an undefined proof",
                "No layer of the policy has an evidence or rehearsal block \"\(name.name)\"."
                    + suggestion(for: name.name, among: known, orElse: "Defined are"),
                at: name.range, in: context)
        }
    }
}
