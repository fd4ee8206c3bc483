import Diagnostics

extension Evaluator {
    // MARK: Operators

    mutating func apply(
        _ operation: UnaryOperator, to operand: Expression
    ) throws(Failure) -> Value {
        let value = try evaluate(operand)
        if case .unknown = value { return .unknown }
        switch operation {
        case .not: return .bool(!(try bool(value, "The operand of \"!\"", operand.range)))
        case .negate:
            return .number(
                (-(try number(value, "The operand of \"-\"", operand.range))).canonicalText)
        }
    }

    /// Evaluates a chain of operators from left to right, in a loop: `a || b || …` is a tree that is
    /// as high as it is long.
    mutating func evaluate(operation: Expression) throws(Failure) -> Value {
        var chain: [(operation: BinaryOperator, right: Expression)] = []
        var leftmost = operation
        while case .binary(let left, let binary, let right) = leftmost.kind {
            chain.append((binary, right))
            leftmost = left
        }
        var value = try evaluate(leftmost)
        var leftRange = leftmost.range
        for (binary, right) in chain.reversed() {
            try charge(1, at: right.range)
            value = try apply(binary, value, leftRange, right)
            leftRange = leftRange.union(right.range)
        }
        return value
    }

    private mutating func apply(
        _ operation: BinaryOperator, _ left: Value, _ leftRange: SourceRange, _ right: Expression
    ) throws(Failure) -> Value {
        switch operation {
        case .and: return try decide(left, leftRange, right, unless: true, "&&")
        case .or: return try decide(left, leftRange, right, unless: false, "||")
        case .equal, .notEqual:
            let other = try evaluate(right)
            guard let isEqual = try isEqual(left, other, at: right.range) else { return .unknown }
            return .bool(isEqual == (operation == .equal))
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract, .multiply, .divide,
            .modulo:
            let other = try evaluate(right)
            // The types must fit even where the values are not known.
            let name = "\"\(operation.rawValue)\""
            let a = try knownNumber(left, "The left side of \(name)", leftRange)
            let b = try knownNumber(other, "The right side of \(name)", right.range)
            guard let a, let b else { return .unknown }
            try charge(1 + a.size * b.size / 4, at: right.range)
            return try calculate(operation, a, b, right.range)
        }
    }

    /// `&&` and `||`: a left side that decides is all, and so is a right side if the left is unknown.
    private mutating func decide(
        _ left: Value, _ leftRange: SourceRange, _ right: Expression, unless open: Bool,
        _ name: String
    ) throws(Failure) -> Value {
        let first = try knownBool(left, "The left side of \"\(name)\"", leftRange)
        if let first, first != open { return .bool(first) }
        let other = try evaluate(right)
        let second = try knownBool(other, "The right side of \"\(name)\"", right.range)
        if let second, second != open { return .bool(second) }
        return first == nil || second == nil ? .unknown : .bool(open)
    }

    private func calculate(
        _ operation: BinaryOperator, _ a: Number, _ b: Number, _ range: SourceRange
    ) throws(Failure) -> Value {
        let result: Number?
        switch operation {
        case .less: return .bool(a < b)
        case .lessOrEqual: return .bool(!(b < a))
        case .greater: return .bool(b < a)
        case .greaterOrEqual: return .bool(!(a < b))
        case .add: result = a + b
        case .subtract: result = a - b
        case .multiply: result = a * b
        case .divide, .modulo:
            guard !b.isZero else {
                throw wrong("Division by zero", "Nothing can be divided by zero.", range)
            }
            result = operation == .divide ? a / b : a % b
        case .and, .or, .equal, .notEqual:
            preconditionFailure("these do not calculate")
        }
        guard let result else { throw tooLong(range) }
        return .number(result.canonicalText)
    }

    /// Not for `try` to catch: Terraform can calculate with it, and whoever wrote the number would
    /// choose what a condition comes to.
    private func tooLong(_ range: SourceRange) -> Failure {
        .exhausted(
            Diagnostic(
                "Number too long",
                detail: "A number can have \(Number.maximumDigits) digits before and after its "
                    + "point.", at: range))
    }

    // MARK: Equality

    /// Whether two values are of one type and equal; nil where that is unknown.
    mutating func isEqual(
        _ left: Value, _ right: Value, at range: SourceRange
    ) throws(Failure) -> Bool? {
        try charge(1, at: range)
        switch (left, right) {
        case (.unknown, _), (_, .unknown): return nil
        case (.null, .null): return true
        case (.bool(let a), .bool(let b)): return a == b
        case (.number(let a), .number(let b)):
            if a.utf8.elementsEqual(b.utf8) { return true }
            return try number(a, at: range) == number(b, at: range)
        case (.string(let a), .string(let b)):
            try charge(min(a.utf8.count, b.utf8.count) / 16, at: range)
            // By canonical equivalence, as if both were in Unicode's composed form, which is the
            // form that HCL gives all strings.
            return a == b
        case (.tuple(let a), .tuple(let b)):
            if a.count != b.count { return false }
            var isKnown = true
            for (x, y) in zip(a, b) {
                switch try isEqual(x, y, at: range) {
                case false?: return false
                case nil: isKnown = false
                case true?: break
                }
            }
            return isKnown ? true : nil
        case (.object(let a), .object(let b)):
            if a.count != b.count { return false }
            try charge(a.count, at: range)
            var isKnown = true
            for (x, y) in zip(a.sortedByKey, b.sortedByKey) {
                if x.key != y.key { return false }
                switch try isEqual(x.value, y.value, at: range) {
                case false?: return false
                case nil: isKnown = false
                case true?: break
                }
            }
            return isKnown ? true : nil
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.tuple, _), (.object, _):
            return false
        }
    }

    // MARK: Conversions

    /// The value as a bool: the words `true` and `false` are one, and so are `1` and `0` as text.
    func bool(_ value: Value, _ what: String, _ range: SourceRange) throws(Failure) -> Bool {
        switch value {
        case .bool(let value): return value
        case .string("true"), .string("1"): return true
        case .string("false"), .string("0"): return false
        case .null, .unknown, .number, .string, .tuple, .object:
            throw unsuitable(value, what, "a bool", range)
        }
    }

    private func knownBool(
        _ value: Value, _ what: String, _ range: SourceRange
    ) throws(Failure) -> Bool? {
        if case .unknown = value { return nil }
        return try bool(value, what, range)
    }

    /// The value as a number: text that reads as one is one.
    func number(_ value: Value, _ what: String, _ range: SourceRange) throws(Failure) -> Number {
        switch value {
        case .number(let text): return try number(text, at: range)
        case .string(let text):
            if let number = Number(decimal: text) { return number }
            guard !Number.isDecimal(text) else { throw tooLong(range) }
            fallthrough
        case .null, .unknown, .bool, .tuple, .object:
            throw unsuitable(value, what, "a number", range)
        }
    }

    private func knownNumber(
        _ value: Value, _ what: String, _ range: SourceRange
    ) throws(Failure) -> Number? {
        if case .unknown = value { return nil }
        return try number(value, what, range)
    }

    func number(_ text: String, at range: SourceRange) throws(Failure) -> Number {
        guard let number = Number(canonical: text) else { throw tooLong(range) }
        return number
    }

    /// The value as text.
    func text(_ value: Value, _ what: String, _ range: SourceRange) throws(Failure) -> String {
        switch value {
        case .string(let text): return text
        case .number(let text): return try number(text, at: range).text
        case .bool(let value): return value ? "true" : "false"
        case .null, .unknown, .tuple, .object: throw unsuitable(value, what, "a string", range)
        }
    }

    /// What is said of a value that cannot be what it must be; the value itself is not told.
    func unsuitable(
        _ value: Value, _ what: String, _ wanted: String, _ range: SourceRange
    ) -> Failure {
        let given =
            if case .string = value { "a string that does not read as one" } else { value.kindName }
        return wrong("Unsuitable value", "\(what) must be \(wanted), and this is \(given).", range)
    }

    // MARK: Unification

    /// The value as it is once both results of a conditional have one type; nil where there is none.
    ///
    /// A number or a bool beside a string becomes one; within lists and objects likewise.
    mutating func unified(
        _ value: Value, with other: Value, at range: SourceRange
    ) throws(Failure) -> Value? {
        try charge(1, at: range)
        switch (value, other) {
        case (.null, _), (_, .null), (.unknown, _), (_, .unknown): return value
        case (.bool, .bool), (.number, .number): return value
        case (.string, _) where other.isPrimitive: return value
        case (.number, .string), (.bool, .string): return .string(try text(value, "", range))
        case (.tuple(let values), .tuple(let others)):
            return try unified(values, with: others, at: range)
        case (.object(let items), .object(let others)):
            return try unified(items, with: others, at: range)
        case (.bool, _), (.number, _), (.string, _), (.tuple, _), (.object, _): return nil
        }
    }

    private mutating func unified(
        _ values: [Value], with others: [Value], at range: SourceRange
    ) throws(Failure) -> Value? {
        var results: [Value] = []
        for (index, value) in values.enumerated() {
            // Lists of the same length are compared element by element, as tuples; otherwise they
            // become lists, whose elements have one type.
            let partners = values.count == others.count ? [others[index]] : values + others
            var result = value
            for partner in partners {
                guard let next = try unified(result, with: partner, at: range) else { return nil }
                result = next
            }
            results.append(result)
        }
        return .tuple(results)
    }

    private mutating func unified(
        _ items: [(key: String, value: Value)], with others: [(key: String, value: Value)],
        at range: SourceRange
    ) throws(Failure) -> Value? {
        let (mine, theirs) = (items.sortedByKey, others.sortedByKey)
        try charge(mine.count + theirs.count, at: range)
        let hasSameKeys = mine.map(\.key) == theirs.map(\.key)
        var results: [(key: String, value: Value)] = []
        for (index, item) in mine.enumerated() {
            // With other keys they become maps, whose elements have one type.
            let partners =
                hasSameKeys ? [theirs[index].value] : mine.map(\.value) + theirs.map(\.value)
            var result = item.value
            for partner in partners {
                guard let next = try unified(result, with: partner, at: range) else { return nil }
                result = next
            }
            results.append((item.key, result))
        }
        return .object(results)
    }
}

extension Value {
    fileprivate var isPrimitive: Bool {
        switch self {
        case .bool, .number, .string: true
        case .null, .unknown, .tuple, .object: false
        }
    }
}
