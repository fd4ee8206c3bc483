package import Diagnostics

/// A variable that an expression reads, and the attributes from there, as far as they are named:
/// `change.before.tags` of `change.before.tags[key]`.
package struct Reference: Sendable {
    /// The variable first; at least that.
    package let path: [Identifier]

    package var variable: Identifier { path[0] }
}

extension Expression {
    /// Every variable the expression reads, in the order of the source, without those that its own
    /// `for` defines.
    package var references: [Reference] {
        var walk = ExpressionWalk()
        walk.visit(self)
        return walk.references
    }

    /// What is wrong with the expression whatever the values are.
    ///
    /// - Parameter variables: those there are, each with the attributes it has; none are checked of
    ///   one whose set is empty.
    /// - Returns: unknown variables, attributes and functions, and wrong numbers of arguments, in the
    ///   order of the source.
    package func mistakes(knowing variables: [String: Set<String>]) -> [Diagnostic] {
        var walk = ExpressionWalk()
        walk.visit(self)
        let mistakes =
            walk.references.compactMap { $0.mistake(knowing: variables) }
            + walk.calls.compactMap(\.mistake)
        return mistakes.sorted { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
    }
}

extension Reference {
    fileprivate func mistake(knowing variables: [String: Set<String>]) -> Diagnostic? {
        guard let attributes = variables[variable.name] else {
            return Diagnostic(
                "Unknown variable",
                detail: "There is no variable \"\(variable.name)\"."
                    + suggestion(variable.name, among: variables.keys.sorted()),
                at: variable.range)
        }
        guard path.count > 1, !attributes.isEmpty, !attributes.contains(path[1].name) else {
            return nil
        }
        return Diagnostic(
            "Unsupported attribute",
            detail: "\"\(variable.name)\" has no attribute \"\(path[1].name)\"."
                + suggestion(path[1].name, among: attributes.sorted()), at: path[1].range)
    }

    private func suggestion(_ name: String, among known: [String]) -> String {
        let suggestion = didYouMean(name, among: known)
        return suggestion.isEmpty ? " Known are \(known.joined(separator: ", "))." : suggestion
    }
}

/// Collects what an expression reads and calls.
private struct ExpressionWalk {
    struct Call {
        let name: Identifier
        let argumentCount: Int
        let expandsLast: Bool
        let range: SourceRange
    }

    private(set) var references: [Reference] = []
    private(set) var calls: [Call] = []
    /// The names that the `for` around define.
    private var locals: [String] = []

    mutating func visit(_ expression: Expression) {
        if let path = expression.namedPath {
            if !locals.contains(path[0].name) { references.append(Reference(path: path)) }
            return
        }
        switch expression.kind {
        case .null, .bool, .number, .variable, .splatElement, .invalid: break
        case .template(let parts): visit(parts)
        case .tuple(let elements): for element in elements { visit(element) }
        case .object(let items):
            for item in items {
                if case .expression(let key) = item.key { visit(key) }
                visit(item.value)
            }
        case .attribute(let operand, _), .unary(_, let operand), .parentheses(let operand):
            visit(operand)
        case .index(let left, let right), .splat(let left, rest: let right, isFull: _):
            visit(left)
            visit(right)
        case .binary: visit(chain: expression)
        case .call(let name, let arguments, let expandsLast):
            calls.append(
                Call(
                    name: name, argumentCount: arguments.count, expandsLast: expandsLast,
                    range: expression.range))
            for argument in arguments { visit(argument) }
        case .conditional(let condition, let yes, let no):
            visit(condition)
            visit(yes)
            visit(no)
        case .forTuple(let clause, let value): visit(clause, [value])
        case .forObject(let clause, let key, let value, _): visit(clause, [key, value])
        }
    }

    /// A chain of operators may be longer than a stack is deep.
    private mutating func visit(chain expression: Expression) {
        var rights: [Expression] = []
        var leftmost = expression
        while case .binary(let left, _, let right) = leftmost.kind {
            rights.append(right)
            leftmost = left
        }
        visit(leftmost)
        for right in rights.reversed() { visit(right) }
    }

    private mutating func visit(_ clause: ForClause, _ results: [Expression]) {
        visit(clause.collection)
        let count = locals.count
        locals += [clause.key?.name, clause.value.name].compactMap { $0 }
        for result in results { visit(result) }
        if let condition = clause.condition { visit(condition) }
        locals.removeLast(locals.count - count)
    }

    private mutating func visit(_ parts: [TemplatePart]) {
        for part in parts {
            switch part {
            case .text: break
            case .interpolation(let expression): visit(expression)
            case .conditional(let condition, let yes, let no):
                visit(condition)
                visit(yes)
                visit(no)
            case .loop(let key, let value, let collection, let body):
                visit(collection)
                let count = locals.count
                locals += [key?.name, value.name].compactMap { $0 }
                visit(body)
                locals.removeLast(locals.count - count)
            }
        }
    }
}

extension ExpressionWalk.Call {
    fileprivate var mistake: Diagnostic? {
        guard let function = Function(rawValue: name.name) else {
            return Function.unknown(name)
        }
        // How many an expanded list has is known only when it is evaluated.
        let isEnough =
            expandsLast
            ? argumentCount - 1 <= function.arity.upperBound
            : function.arity.contains(argumentCount)
        return isEnough ? nil : function.wrongNumber(of: argumentCount, at: range)
    }
}

extension Expression {
    /// The names from a variable on, where this is only a variable and steps to named attributes.
    fileprivate var namedPath: [Identifier]? {
        switch kind {
        case .variable(let name): return [Identifier(name: name, range: range)]
        case .attribute(let operand, let name): return operand.namedPath.map { $0 + [name] }
        case .index(let operand, let key):
            guard case .template(let parts) = key.kind, parts.count == 1,
                case .text(let name) = parts[0]
            else { return nil }
            return operand.namedPath.map { $0 + [Identifier(name: name, range: key.range)] }
        case .null, .bool, .number, .template, .tuple, .object, .splat, .splatElement, .call,
            .unary, .binary, .conditional, .forTuple, .forObject, .parentheses, .invalid:
            return nil
        }
    }
}
