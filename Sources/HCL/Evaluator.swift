package import Diagnostics

/// What an expression can refer to: variables by name.
///
/// The functions are fixed; see `Function`.
package struct Scope: Sendable {
    package var variables: [String: Value]

    /// Names of attributes that, where they are null, have null for each of theirs: a created
    /// object has no `before`, and asking what that held is no mistake.
    package var emptyWhenNull: Set<String>

    package init(variables: [String: Value], emptyWhenNull: Set<String> = []) {
        self.variables = variables
        self.emptyWhenNull = emptyWhenNull
    }
}

extension Expression {
    /// What the expression comes to.
    ///
    /// - Throws: a diagnostic that points at the part that cannot be evaluated. It never holds a
    ///   value, because values of a plan may be secrets.
    package func value(in scope: Scope) throws(Diagnostic) -> Value {
        var evaluator = Evaluator(scope: scope)
        do throws(Evaluator.Failure) {
            return try evaluator.evaluate(self)
        } catch {
            throw error.diagnostic
        }
    }
}

/// Evaluates expressions as hclsyntax/spec.md (hashicorp/hcl) says.
///
/// With these differences, each on the side that surprises less:
///
/// - Numbers are exact fractions (`Number`); dividing by zero is an error, and so is its remainder.
/// - `&&` and `||` do not look at their right side when the left decides, as in Terraform since
///   1.12; what is unknown and decided by the other side is known.
/// - Lists and tuples, maps and objects are not told apart, so `split(",", "a") == ["a"]`.
///
/// Unknown values travel: what needs one is unknown itself, unless it would be wrong for any value.
/// The work of one expression is bounded, in steps and in bytes of text.
struct Evaluator {
    let scope: Scope
    /// The variables of `for`, innermost last.
    private var locals: [(name: String, value: Value)] = []
    /// What each splat around is being applied to, innermost last.
    private var splatElements: [Value] = []
    private var work = 0

    /// About a second's worth; a policy's expressions take some hundred.
    private static let maximumWork = 10_000_000

    enum Failure: Error {
        /// The expression is wrong, which `try` and `can` catch.
        case wrong(Diagnostic)
        /// It takes too much work, which nothing catches.
        case exhausted(Diagnostic)

        var diagnostic: Diagnostic {
            switch self {
            case .wrong(let diagnostic), .exhausted(let diagnostic): diagnostic
            }
        }
    }

    init(scope: Scope) {
        self.scope = scope
    }

    /// How much work may still be done.
    var remainingWork: Int { Self.maximumWork - work }

    /// Counts work before it is done.
    mutating func charge(_ amount: Int, at range: SourceRange) throws(Failure) {
        work += amount
        guard work <= Self.maximumWork else {
            throw .exhausted(
                Diagnostic(
                    "Too much work",
                    detail: "Evaluating this expression takes more steps, or makes more text, than"
                        + " any policy needs.", at: range))
        }
    }

    mutating func evaluate(_ expression: Expression) throws(Failure) -> Value {
        let range = expression.range
        // About as much as ten bytes of text.
        try charge(10, at: range)
        switch expression.kind {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(let text): return .number(try canonical(text, at: range))
        case .template(let parts): return try evaluate(template: parts, range)
        case .tuple(let elements):
            var values: [Value] = []
            for element in elements { values.append(try evaluate(element)) }
            return .tuple(values)
        case .object(let items): return try evaluate(object: items)
        case .variable(let name): return try variable(name, range)
        case .attribute(let operand, let name): return try attribute(name, of: operand)
        case .index(let operand, let key): return try index(operand, by: key)
        case .splat(let operand, let rest, _): return try splat(operand, rest)
        case .splatElement: return splatElements.last ?? .null
        case .call(let name, let arguments, let expandsLast):
            return try call(name, arguments, expandsLast: expandsLast, range)
        case .unary(let operation, let operand): return try apply(operation, to: operand)
        case .binary: return try evaluate(operation: expression)
        case .conditional(let condition, let yes, let no):
            return try evaluate(condition: condition, yes, no)
        case .forTuple(let clause, let value): return try evaluate(tuple: clause, value)
        case .forObject(let clause, let key, let value, let groups):
            return try evaluate(object: clause, key, value, groups: groups)
        case .parentheses(let inner): return try evaluate(inner)
        case .invalid:
            throw wrong("Invalid expression", "This could not be read.", range)
        }
    }

    /// The canonical text of a number; nearly all are short and whole, and canonical as they are.
    private func canonical(_ text: String, at range: SourceRange) throws(Failure) -> String {
        let isPlain =
            text.utf8.count < 10 && text.utf8.first != UInt8(ascii: "0")
            && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return isPlain ? text : try number(text, at: range).canonicalText
    }

    func wrong(_ summary: String, _ detail: String, _ range: SourceRange) -> Failure {
        .wrong(Diagnostic(summary, detail: detail, at: range))
    }

    // MARK: Variables

    private func variable(_ name: String, _ range: SourceRange) throws(Failure) -> Value {
        if let local = locals.last(where: { $0.name == name }) { return local.value }
        if let value = scope.variables[name] { return value }
        let known = locals.map(\.name) + scope.variables.keys.sorted()
        let suggestion = didYouMean(name, among: known)
        let list = scope.variables.keys.sorted().joined(separator: ", ")
        throw wrong(
            "Unknown variable",
            "There is no variable \"\(name)\"."
                + (suggestion.isEmpty && !list.isEmpty ? " Here are known: \(list)." : suggestion),
            range)
    }

    // MARK: Steps

    private mutating func attribute(
        _ name: Identifier, of operand: Expression
    ) throws(Failure) -> Value {
        let range = operand.range.union(name.range)
        switch try evaluate(operand) {
        case .unknown: return .unknown
        case .object(let items):
            try charge(items.count / 16, at: range)
            if let item = items.first(where: { $0.key == name.name }) { return item.value }
            // Names of what the provider made are public; keys further inside may not be.
            let isShallow = operand.staticPath.map { $0.count <= 2 } ?? false
            throw wrong(
                "Unsupported attribute",
                "This object has no attribute \"\(name.name)\"."
                    + (isShallow ? didYouMean(name.name, among: items.map(\.key)) : ""),
                name.range)
        case .null where isEmptyWhenNull(operand): return .null
        case .null:
            throw wrong(
                "Attribute of null",
                "This is null, and so has no attribute \"\(name.name)\". Test it first, or use"
                    + " try().", operand.range)
        case .tuple:
            throw wrong(
                "Unsupported attribute",
                "This is a list, whose elements may have attributes. Name one with an index,"
                    + " [0], or all with [*].", name.range)
        case let other:
            throw wrong(
                "Unsupported attribute",
                "This is \(other.kindName), and only objects have attributes.", name.range)
        }
    }

    private func isEmptyWhenNull(_ operand: Expression) -> Bool {
        guard case .attribute(_, let name) = operand.kind else { return false }
        return scope.emptyWhenNull.contains(name.name)
    }

    private mutating func index(
        _ operand: Expression, by key: Expression
    ) throws(Failure) -> Value {
        let collection = try evaluate(operand)
        let keyValue = try evaluate(key)
        switch (collection, keyValue) {
        case (.null, _) where isEmptyWhenNull(operand): return .null
        case (.null, _):
            throw wrong(
                "Index of null",
                "This is null, and so has no elements. Test it first, or use"
                    + " try().", operand.range)
        case (_, .null): throw wrong("Invalid index", "An index cannot be null.", key.range)
        case (.unknown, _): return .unknown
        case (.tuple, .unknown), (.object, .unknown): return .unknown
        case (.tuple(let elements), _):
            guard let index = try number(keyValue, "An index", key.range).integer, index >= 0 else {
                throw wrong(
                    "Invalid index", "The index of a list is a whole number from 0.", key.range)
            }
            guard index < elements.count else {
                throw wrong(
                    "Invalid index",
                    "The list has \(elements.count) elements, counted from 0, and not this one.",
                    key.range)
            }
            return elements[index]
        case (.object(let items), _):
            let name = try text(keyValue, "A key", key.range)
            try charge(items.count / 16, at: key.range)
            guard let item = items.first(where: { $0.key == name }) else {
                throw wrong(
                    "Invalid index",
                    "The object has no element with this key. To have another value then, use"
                        + " lookup() or try().", key.range)
            }
            return item.value
        case (.bool, _), (.number, _), (.string, _):
            throw wrong(
                "Invalid index",
                "This is \(collection.kindName), and only lists and objects have elements.",
                operand.range)
        }
    }

    /// Applies the rest to each element; what is no list is a list of itself, and null of none.
    private mutating func splat(
        _ operand: Expression, _ rest: Expression
    ) throws(Failure) -> Value {
        let elements: [Value]
        switch try evaluate(operand) {
        case .unknown: return .unknown
        case .null: elements = []
        case .tuple(let values): elements = values
        case let other: elements = [other]
        }
        var results: [Value] = []
        for element in elements {
            splatElements.append(element)
            defer { splatElements.removeLast() }
            results.append(try evaluate(rest))
        }
        return .tuple(results)
    }

    // MARK: Objects and conditionals

    private mutating func evaluate(object items: [ObjectItem]) throws(Failure) -> Value {
        var builder = ObjectBuilder()
        var isUnknown = false
        for item in items {
            let key: String
            switch item.key {
            case .name(let name): key = name.name
            case .expression(let expression):
                let value = try evaluate(expression)
                if case .unknown = value {
                    isUnknown = true
                    _ = try evaluate(item.value)
                    continue
                }
                key = try text(value, "A key", expression.range)
            }
            builder.set(key, to: try evaluate(item.value))
        }
        return isUnknown ? .unknown : .object(builder.items)
    }

    private mutating func evaluate(
        condition: Expression, _ yes: Expression, _ no: Expression
    ) throws(Failure) -> Value {
        let value = try evaluate(condition)
        if case .unknown = value { return .unknown }
        let isTrue = try bool(value, "The condition", condition.range)
        let chosen = try evaluate(isTrue ? yes : no)
        // Both results get one type. The other is only asked for its type, and may be wrong.
        let other: Value
        do throws(Failure) {
            other = try evaluate(isTrue ? no : yes)
        } catch {
            if case .exhausted = error { throw error }
            return chosen
        }
        guard let result = try unified(chosen, with: other, at: condition.range) else {
            throw wrong(
                "Inconsistent conditional results",
                "The two results must be of one type: one is \(chosen.kindName) and the other is"
                    + " \(other.kindName), or they differ within.", yes.range.union(no.range))
        }
        return result
    }

    // MARK: For

    private mutating func evaluate(
        tuple clause: ForClause, _ value: Expression
    ) throws(Failure) -> Value {
        guard let elements = try elements(of: clause) else { return .unknown }
        var results: [Value] = []
        var isUnknown = false
        for (key, element) in elements {
            let depth = bind(clause.key, key, clause.value, element)
            defer { locals.removeLast(locals.count - depth) }
            switch try includes(clause) {
            case true?: results.append(try evaluate(value))
            case false?: break
            case nil: isUnknown = true
            }
        }
        return isUnknown ? .unknown : .tuple(results)
    }

    private mutating func evaluate(
        object clause: ForClause, _ key: Expression, _ value: Expression, groups: Bool
    ) throws(Failure) -> Value {
        guard let elements = try elements(of: clause) else { return .unknown }
        var builder = ObjectBuilder()
        var isUnknown = false
        for (position, element) in elements {
            let depth = bind(clause.key, position, clause.value, element)
            defer { locals.removeLast(locals.count - depth) }
            guard let isIncluded = try includes(clause) else {
                isUnknown = true
                continue
            }
            if !isIncluded { continue }
            let keyValue = try evaluate(key)
            let result = try evaluate(value)
            if case .unknown = keyValue {
                isUnknown = true
                continue
            }
            let name = try text(keyValue, "A key", key.range)
            if groups {
                builder.append(result, to: name)
            } else if !builder.insert(result, for: name) {
                throw wrong(
                    "Duplicate key",
                    "Two elements come to the same key. To have all values of a key in a list,"
                        + " write \"...\" after the value.", key.range)
            }
        }
        return isUnknown ? .unknown : .object(builder.items)
    }

    /// Keys and values in the order of iteration, or nil where the collection is unknown.
    private mutating func elements(
        of clause: ForClause
    ) throws(Failure) -> [(key: Value, value: Value)]? {
        let collection = try evaluate(clause.collection)
        return try elements(of: collection, clause.collection.range)
    }

    private mutating func elements(
        of collection: Value, _ range: SourceRange
    ) throws(Failure) -> [(key: Value, value: Value)]? {
        switch collection {
        case .unknown: return nil
        case .tuple(let values):
            try charge(values.count, at: range)
            return values.enumerated().map { (.number($0.offset), $0.element) }
        case .object(let items):
            try charge(items.count, at: range)
            return items.sortedByKey.map { (.string($0.key), $0.value) }
        case .null, .bool, .number, .string:
            throw wrong(
                "Iteration over a single value",
                "Only lists and objects have elements, and this is \(collection.kindName).", range)
        }
    }

    /// Defines the variables of one turn, and returns how many there were.
    private mutating func bind(
        _ keyName: Identifier?, _ key: Value, _ valueName: Identifier, _ value: Value
    ) -> Int {
        let depth = locals.count
        if let keyName { locals.append((keyName.name, key)) }
        locals.append((valueName.name, value))
        return depth
    }

    /// Whether the condition takes this element, or nil where that is unknown.
    private mutating func includes(_ clause: ForClause) throws(Failure) -> Bool? {
        guard let condition = clause.condition else { return true }
        let value = try evaluate(condition)
        if case .unknown = value { return nil }
        return try bool(value, "The condition", condition.range)
    }

    // MARK: Templates

    private mutating func evaluate(
        template parts: [TemplatePart], _ range: SourceRange
    ) throws(Failure) -> Value {
        // An interpolation alone is its own value, and no text.
        if parts.count == 1, case .interpolation(let expression) = parts[0] {
            return try evaluate(expression)
        }
        var result = ""
        let isKnown = try append(parts, to: &result, range)
        return isKnown ? .string(result) : .unknown
    }

    /// Appends what the parts come to, and returns whether all of it is known.
    private mutating func append(
        _ parts: [TemplatePart], to result: inout String, _ range: SourceRange
    ) throws(Failure) -> Bool {
        var isKnown = true
        for part in parts {
            switch part {
            case .text(let text):
                try charge(1 + text.utf8.count, at: range)
                result += text
            case .interpolation(let expression):
                let value = try evaluate(expression)
                if case .unknown = value {
                    isKnown = false
                } else {
                    let text = try text(value, "What is put into text", expression.range)
                    try charge(1 + text.utf8.count, at: range)
                    result += text
                }
            case .conditional(let condition, let yes, let no):
                let value = try evaluate(condition)
                if case .unknown = value {
                    isKnown = false
                } else {
                    let isTrue = try bool(value, "The condition", condition.range)
                    isKnown = try append(isTrue ? yes : no, to: &result, range) && isKnown
                }
            case .loop(let keyName, let valueName, let collection, let body):
                let value = try evaluate(collection)
                guard let elements = try elements(of: value, collection.range) else {
                    isKnown = false
                    continue
                }
                for (key, element) in elements {
                    let depth = bind(keyName, key, valueName, element)
                    defer { locals.removeLast(locals.count - depth) }
                    isKnown = try append(body, to: &result, range) && isKnown
                }
            }
        }
        return isKnown
    }
}

/// An object that is being built: of two values for one key the last counts, in the first's place.
struct ObjectBuilder {
    private(set) var items: [(key: String, value: Value)] = []
    private var positions: [String: Int] = [:]

    mutating func set(_ key: String, to value: Value) {
        if let position = positions[key] {
            items[position].value = value
        } else {
            positions[key] = items.count
            items.append((key, value))
        }
    }

    /// Adds what is not there yet, and returns whether it was not.
    mutating func insert(_ value: Value, for key: String) -> Bool {
        guard positions[key] == nil else { return false }
        set(key, to: value)
        return true
    }

    /// Adds to the list of that key.
    mutating func append(_ value: Value, to key: String) {
        guard let position = positions[key], case .tuple(var values) = items[position].value else {
            set(key, to: .tuple([value]))
            return
        }
        // Taken out of the object while it grows, or it would be copied each time.
        items[position].value = .null
        values.append(value)
        items[position].value = .tuple(values)
    }
}

extension [(key: String, value: Value)] {
    /// In the order in which HCL iterates: of the keys' bytes.
    var sortedByKey: [(key: String, value: Value)] {
        sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

extension Expression {
    /// The names from the variable on, of an expression that only goes from attribute to attribute.
    var staticPath: [String]? {
        switch kind {
        case .variable(let name): [name]
        case .attribute(let operand, let name): operand.staticPath.map { $0 + [name.name] }
        case .null, .bool, .number, .template, .tuple, .object, .index, .splat, .splatElement,
            .call, .unary, .binary, .conditional, .forTuple, .forObject, .parentheses, .invalid:
            nil
        }
    }
}
