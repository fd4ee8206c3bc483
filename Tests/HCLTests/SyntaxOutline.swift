@testable import HCL

// What was read, in a form that shows which part stands in which: `(a + (b * c))`.

extension Expression {
    var outline: String {
        switch kind {
        case .null: return "null"
        case .bool(let value): return "\(value)"
        case .number(let text): return text
        case .template(let parts): return parts.outline
        case .tuple(let elements): return "[\(elements.map(\.outline).joined(separator: ", "))]"
        case .object(let items):
            return "{\(items.map(\.outline).joined(separator: ", "))}"
        case .variable(let name): return name
        case .attribute(let operand, let name): return "\(operand.outline).\(name.name)"
        case .index(let operand, let key): return "\(operand.outline)[\(key.outline)]"
        case .splat(let operand, let rest, let isFull):
            return "(\(operand.outline) \(isFull ? "[*]" : ".*") \(rest.outline))"
        case .splatElement: return "_"
        case .call(let name, let arguments, let expandsLast):
            let list = arguments.map(\.outline).joined(separator: ", ")
            return "\(name.name)(\(list)\(expandsLast ? "..." : ""))"
        case .unary(let operation, let operand): return "(\(operation.rawValue)\(operand.outline))"
        case .binary(let left, let operation, let right):
            return "(\(left.outline) \(operation.rawValue) \(right.outline))"
        case .conditional(let condition, let yes, let no):
            return "(\(condition.outline) ? \(yes.outline) : \(no.outline))"
        case .forTuple(let clause, let value): return "[\(clause.outline(value.outline))]"
        case .forObject(let clause, let key, let value, let groups):
            let element = "\(key.outline) => \(value.outline)\(groups ? "..." : "")"
            return "{\(clause.outline(element))}"
        case .parentheses(let inner): return "paren(\(inner.outline))"
        case .invalid: return "INVALID"
        }
    }
}

extension ObjectItem {
    fileprivate var outline: String {
        switch key {
        case .name(let name): "\(name.name) = \(value.outline)"
        case .expression(let key): "(\(key.outline)) = \(value.outline)"
        }
    }
}

extension ForClause {
    fileprivate func outline(_ element: String) -> String {
        let names = key.map { "\($0.name), \(value.name)" } ?? value.name
        let suffix = condition.map { " if \($0.outline)" } ?? ""
        return "for \(names) in \(collection.outline): \(element)\(suffix)"
    }
}

extension [TemplatePart] {
    var outline: String {
        let parts = map { part in
            switch part {
            case .text(let text): text.debugDescription
            case .interpolation(let expression): "${\(expression.outline)}"
            case .conditional(let condition, let yes, let no):
                "%{if \(condition.outline) \(yes.outline) \(no.outline)}"
            case .loop(let key, let value, let collection, let body):
                "%{for \(key.map { "\($0.name), " } ?? "")\(value.name) in \(collection.outline)"
                    + " \(body.outline)}"
            }
        }
        return count == 1 ? parts[0] : "<\(parts.joined(separator: " "))>"
    }
}

extension Body {
    var outline: String {
        let items =
            attributes.map { ($0.range.start, "\($0.name.name) = \($0.expression.outline)") }
            + blocks.map { ($0.headerRange.start, $0.outline) }
        return items.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "; ")
    }
}

extension Block {
    fileprivate var outline: String {
        let header = ([type.name] + labels.map(\.name.debugDescription)).joined(separator: " ")
        return "\(header) { \(body.outline) }"
    }
}
