package import Diagnostics

extension Expression {
    /// What a text in quotes says that holds nothing else; nil for any other expression.
    package var plainText: String? {
        guard case .template(let parts) = kind, parts.count == 1, case .text(let text) = parts[0]
        else { return nil }
        return text
    }

    /// The value of an expression that is made of literals only.
    ///
    /// - Throws: a diagnostic that points at the part which is no literal.
    package func constantValue() throws(Diagnostic) -> Value {
        switch kind {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(let text): return .number(text)
        case .parentheses(let inner): return try inner.constantValue()
        case .template(let parts): return .string(try constantText(parts))
        case .unary(.negate, let operand):
            guard case .number(let text) = operand.kind else { throw notConstant() }
            return .number("-" + text)
        case .tuple(let elements):
            var values: [Value] = []
            for element in elements { values.append(try element.constantValue()) }
            return .tuple(values)
        case .object(let items): return .object(try constantItems(items))
        case .unary(.not, _), .variable, .attribute, .index, .splat, .splatElement, .call, .binary,
            .conditional, .forTuple, .forObject, .invalid:
            throw notConstant()
        }
    }

    private func constantText(_ parts: [TemplatePart]) throws(Diagnostic) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .interpolation(let expression): throw expression.notConstant()
            case .conditional(let condition, _, _): throw condition.notConstant()
            case .loop(_, _, let collection, _): throw collection.notConstant()
            }
        }
        return text
    }

    private func constantItems(
        _ items: [ObjectItem]
    ) throws(Diagnostic) -> [(key: String, value: Value)] {
        var values: [(key: String, value: Value)] = []
        // Most objects are so small that a set takes longer than to look through them.
        var seen: Set<String>? = items.count > 32 ? [] : nil
        for item in items {
            let (key, range) = try item.key.constantName()
            guard seen?.insert(key).inserted ?? !values.contains(where: { $0.key == key }) else {
                throw Diagnostic(
                    "Duplicate key",
                    detail: "The key \"\(key)\" stands in this object twice, and only one value can"
                        + " count.", at: range)
            }
            values.append((key, try item.value.constantValue()))
        }
        return values
    }

    fileprivate func notConstant() -> Diagnostic {
        let remedy =
            if case .variable(let name) = kind {
                " If \"\(name)\" is meant as text, put it in quotes."
            } else { "" }
        return Diagnostic(
            "Literal value required",
            detail:
                "Only literal values can stand here: text in quotes, numbers, true, false, null,"
                + " and lists and objects of these." + remedy, at: range)
    }
}

extension ObjectKey {
    fileprivate func constantName() throws(Diagnostic) -> (name: String, range: SourceRange) {
        switch self {
        case .name(let name): return (name.name, name.range)
        case .expression(let expression):
            switch try expression.constantValue() {
            case .string(let text), .number(let text): return (text, expression.range)
            case .bool(let value): return (value ? "true" : "false", expression.range)
            case .null, .unknown, .tuple, .object: throw expression.notConstant()
            }
        }
    }
}
