import Diagnostics
import HCL

// A `when` is checked when it is read, as far as that goes without a plan: a misspelled name would
// otherwise count as true for ever, and nobody would know why.
extension PolicyReader {
    mutating func readCondition(in body: Body, context: String) -> Expression? {
        guard let attribute = body.attribute(named: "when") else { return nil }
        checkNames(in: attribute.expression, locals: [], context: context)
        return attribute.expression
    }

    private mutating func checkNames(
        in expression: Expression, locals: Set<String>, context: String
    ) {
        switch expression.kind {
        case .null, .bool, .number, .splatElement, .invalid: break
        case .variable(let name):
            checkVariable(name, at: expression.range, locals: locals, context: context)
        case .attribute(let operand, let name):
            checkNames(in: operand, locals: locals, context: context)
            if case .variable(let root) = operand.kind, !locals.contains(root) {
                checkAttribute(name, of: root, context: context)
            }
        case .template(let parts):
            for part in parts { checkNames(in: part, locals: locals, context: context) }
        case .tuple(let elements):
            for element in elements { checkNames(in: element, locals: locals, context: context) }
        case .object(let items):
            for item in items {
                if case .expression(let key) = item.key {
                    checkNames(in: key, locals: locals, context: context)
                }
                checkNames(in: item.value, locals: locals, context: context)
            }
        case .index(let left, let right), .binary(let left, _, let right),
            .splat(let left, rest: let right, isFull: _):
            checkNames(in: left, locals: locals, context: context)
            checkNames(in: right, locals: locals, context: context)
        case .call(let name, let arguments, _):
            if Function(rawValue: name.name) == nil {
                report(
                    "Call to unknown function",
                    "There is no function named \"\(name.name)\"."
                        + suggestion(
                            for: name.name, among: Function.allCases.map(\.rawValue),
                            orElse: "There are"),
                    at: name.range, in: context)
            }
            for argument in arguments { checkNames(in: argument, locals: locals, context: context) }
        case .unary(_, let operand), .parentheses(let operand):
            checkNames(in: operand, locals: locals, context: context)
        case .conditional(let condition, let yes, let no):
            for part in [condition, yes, no] {
                checkNames(in: part, locals: locals, context: context)
            }
        case .forTuple(let clause, let value):
            let inner = checkClause(clause, locals: locals, context: context)
            checkNames(in: value, locals: inner, context: context)
        case .forObject(let clause, let key, let value, _):
            let inner = checkClause(clause, locals: locals, context: context)
            checkNames(in: key, locals: inner, context: context)
            checkNames(in: value, locals: inner, context: context)
        }
    }

    private mutating func checkClause(
        _ clause: ForClause, locals: Set<String>, context: String
    ) -> Set<String> {
        checkNames(in: clause.collection, locals: locals, context: context)
        let inner = locals.union([clause.key?.name, clause.value.name].compactMap { $0 })
        if let condition = clause.condition {
            checkNames(in: condition, locals: inner, context: context)
        }
        return inner
    }

    private mutating func checkNames(
        in part: TemplatePart, locals: Set<String>, context: String
    ) {
        switch part {
        case .text: break
        case .interpolation(let value): checkNames(in: value, locals: locals, context: context)
        case .conditional(let condition, let yes, let no):
            checkNames(in: condition, locals: locals, context: context)
            for part in yes + no { checkNames(in: part, locals: locals, context: context) }
        case .loop(let key, let value, let collection, let body):
            checkNames(in: collection, locals: locals, context: context)
            let inner = locals.union([key?.name, value.name].compactMap { $0 })
            for part in body { checkNames(in: part, locals: inner, context: context) }
        }
    }

    private mutating func checkVariable(
        _ name: String, at range: SourceRange, locals: Set<String>, context: String
    ) {
        let known = Set(ConditionFacts.known.keys).union(ConditionFacts.knownLists)
        guard !locals.contains(name), !known.contains(name) else { return }
        if ["state", "vcs"].contains(name) {
            reportUnsupported("variable", Identifier(name: name, range: range), context: context)
            return
        }
        report(
            "Unknown variable",
            "There is no variable \"\(name)\"."
                + suggestion(
                    for: name, among: known.union(locals).sorted(), orElse: "There are"),
            at: range, in: context)
    }

    private mutating func checkAttribute(_ name: Identifier, of root: String, context: String) {
        guard let known = ConditionFacts.known[root], !known.contains(name.name) else { return }
        let later: [String: Set<String>] = [
            "change": ["changed", "replace_paths", "protections_lost"],
            "plan": ["mode", "targets", "replaces", "refreshed", "locked", "counts"],
        ]
        if later[root]?.contains(name.name) ?? false {
            reportUnsupported("attribute", name, context: context)
            return
        }
        report(
            "Unsupported attribute",
            "\"\(root)\" has no attribute \"\(name.name)\"."
                + suggestion(for: name.name, among: known.sorted(), orElse: "It has"),
            at: name.range, in: context)
    }
}
