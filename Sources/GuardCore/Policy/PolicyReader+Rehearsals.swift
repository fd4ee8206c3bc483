import Diagnostics
import HCL

extension BodyGrammar {
    static let rehearsal = BodyGrammar(
        subject: "A rehearsal block", attributes: ["environment", "within"])
}

extension PolicyReader {
    /// Reads a `rehearsal` block.
    mutating func readRehearsal(_ block: Block, from source: PolicySource) {
        guard source.layer != .flag else {
            report(
                "A -policy file can only tighten",
                "A rehearsal takes a rule away. Move the rehearsal block to the project's "
                    + "tfguard.hcl.", at: block.headerRange)
            return
        }
        guard let label = label(of: block, owner: source.layerName) else { return }
        let context = "rehearsal \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .rehearsal, context: context)
        for (name, example) in [("environment", "\"staging\""), ("within", "\"72h\"")]
        where body.attribute(named: name) == nil {
            report(
                "Missing required argument",
                "The argument \"\(name)\" is required: \(name) = \(example), for example.",
                at: block.headerRange, in: context)
        }
        let within = duration("within", in: body, context: context)
        guard let attribute = body.attribute(named: "environment"),
            let environment = string("environment", in: body, context: context)
        else { return }
        namedEnvironments.append(
            (Identifier(name: environment, range: attribute.expression.range), context))
        guard let within else { return }
        policy.rehearsals.append(
            RehearsalBlock(
                name: label.name, origin: source.origin, environment: environment, within: within,
                range: block.headerRange))
    }
}
