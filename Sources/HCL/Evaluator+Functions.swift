import Diagnostics

/// An argument as it was evaluated, and where it stands.
private struct Argument {
    let value: Value
    let range: SourceRange
}

extension Evaluator {
    mutating func call(
        _ name: Identifier, _ arguments: [Expression], expandsLast: Bool, _ range: SourceRange
    ) throws(Failure) -> Value {
        guard let function = Function(rawValue: name.name) else {
            throw .wrong(Function.unknown(name))
        }
        switch function {
        case .can, .try, .known:
            try checkArity(function, arguments.count, range)
            return try callLazily(function, arguments, range)
        case .abs, .alltrue, .anytrue, .coalesce, .contains, .endswith, .join, .jsondecode, .keys,
            .length, .lookup, .lower, .max, .min, .one, .regex, .replace, .split, .startswith,
            .timecmp, .tonumber, .tostring, .trimspace, .upper, .values:
            break
        }
        var values: [Argument] = []
        for argument in arguments {
            values.append(Argument(value: try evaluate(argument), range: argument.range))
        }
        if expandsLast, let last = values.popLast() {
            switch last.value {
            case .unknown: return .unknown
            case .tuple(let elements):
                try charge(elements.count, at: range)
                values += elements.map { Argument(value: $0, range: last.range) }
            case .null, .bool, .number, .string, .object:
                throw wrong(
                    "Invalid expanding argument",
                    "Only a list can be expanded with \"...\", and this is"
                        + " \(last.value.kindName).", last.range)
            }
        }
        try checkArity(function, values.count, range)
        return try apply(function, values, range)
    }

    private func checkArity(
        _ function: Function, _ count: Int, _ range: SourceRange
    ) throws(Failure) {
        guard function.arity.contains(count) else {
            throw .wrong(function.wrongNumber(of: count, at: range))
        }
    }

    /// Those that look at whether an argument can be evaluated, and at what is unknown.
    private mutating func callLazily(
        _ function: Function, _ arguments: [Expression], _ range: SourceRange
    ) throws(Failure) -> Value {
        if function == .known {
            let value = try evaluate(arguments[0])
            return try isWhollyKnown(value, range) ? value : try evaluate(arguments[1])
        }
        var reasons: [String] = []
        for argument in arguments {
            do throws(Failure) {
                let value = try evaluate(argument)
                if function == .try { return value }
                return try isWhollyKnown(value, range) ? .bool(true) : .unknown
            } catch {
                guard case .wrong(let diagnostic) = error else { throw error }
                if function == .can { return .bool(false) }
                reasons.append(diagnostic.summary)
            }
        }
        throw wrong(
            "No expression succeeded",
            "None of the arguments of try() can be evaluated: "
                + reasons.joined(separator: ", ").lowercased() + ".", range)
    }

    private mutating func isWhollyKnown(
        _ value: Value, _ range: SourceRange
    ) throws(Failure) -> Bool {
        try charge(1, at: range)
        switch value {
        case .unknown: return false
        case .null, .bool, .number, .string: return true
        case .tuple(let elements):
            for element in elements where !(try isWhollyKnown(element, range)) { return false }
            return true
        case .object(let items):
            for item in items where !(try isWhollyKnown(item.value, range)) { return false }
            return true
        }
    }

    private mutating func apply(
        _ function: Function, _ arguments: [Argument], _ range: SourceRange
    ) throws(Failure) -> Value {
        switch function {
        case .coalesce: return try coalesce(arguments, range)
        case .contains: return try contains(arguments[0], arguments[1])
        case .lookup: return try lookup(arguments, range)
        case .abs, .alltrue, .anytrue, .endswith, .join, .jsondecode, .keys, .length, .lower, .max,
            .min, .one, .regex, .replace, .split, .startswith, .timecmp, .tonumber, .tostring,
            .trimspace, .upper, .values, .can, .try, .known:
            // What these say depends on every argument.
            for argument in arguments { if case .unknown = argument.value { return .unknown } }
        }
        switch function {
        case .length: return try length(arguments[0])
        case .alltrue: return try quantify(arguments[0], decides: false)
        case .anytrue: return try quantify(arguments[0], decides: true)
        case .one: return try one(arguments[0])
        case .keys: return .tuple(try items(arguments[0]).sortedByKey.map { .string($0.key) })
        case .values: return .tuple(try items(arguments[0]).sortedByKey.map(\.value))
        case .abs: return .number(try number(arguments[0]).magnitude.canonicalText)
        case .min: return try extreme(arguments) { $0 < $1 }
        case .max: return try extreme(arguments) { $1 < $0 }
        case .tonumber:
            if case .null = arguments[0].value { return .null }
            return .number(try number(arguments[0]).canonicalText)
        case .tostring:
            if case .null = arguments[0].value { return .null }
            return .string(try text(arguments[0]))
        case .lower: return .string(try mapped(arguments[0]) { $0.simpleLowercase })
        case .upper: return .string(try mapped(arguments[0]) { $0.simpleUppercase })
        case .trimspace: return .string(try text(arguments[0]).trimmingWhitespace)
        case .startswith:
            return .bool(
                try text(arguments[0]).utf8.starts(with: try text(arguments[1]).utf8))
        case .endswith:
            return .bool(
                try text(arguments[0]).utf8.reversed().starts(
                    with: try text(arguments[1]).utf8.reversed()))
        case .join: return try join(arguments)
        case .split: return try split(arguments[0], arguments[1])
        case .replace: return try replace(arguments)
        case .regex: return try regex(arguments[0], arguments[1])
        case .timecmp: return try compareTimes(arguments[0], arguments[1])
        case .jsondecode: return try decodeJSON(arguments[0])
        case .coalesce, .contains, .lookup, .can, .try, .known:
            preconditionFailure("called before")
        }
    }

    // MARK: Arguments

    private mutating func text(_ argument: Argument) throws(Failure) -> String {
        let text = try text(argument.value, "This argument", argument.range)
        try charge(text.utf8.count / 8, at: argument.range)
        return text
    }

    private func number(_ argument: Argument) throws(Failure) -> Number {
        try number(argument.value, "This argument", argument.range)
    }

    private func elements(_ argument: Argument) throws(Failure) -> [Value] {
        guard case .tuple(let elements) = argument.value else {
            throw unsuitable(argument.value, "This argument", "a list", argument.range)
        }
        return elements
    }

    private mutating func items(
        _ argument: Argument
    ) throws(Failure) -> [(key: String, value: Value)] {
        guard case .object(let items) = argument.value else {
            throw unsuitable(argument.value, "This argument", "an object", argument.range)
        }
        try charge(items.count, at: argument.range)
        return items
    }

    // MARK: Collections

    private mutating func length(_ argument: Argument) throws(Failure) -> Value {
        switch argument.value {
        case .tuple(let elements): return .number(elements.count)
        case .object(let items): return .number(items.count)
        // What is seen as one character counts as one (grapheme clusters, UAX #29).
        case .string(let text):
            try charge(text.utf8.count, at: argument.range)
            return .number(text.count)
        case .null, .unknown, .bool, .number:
            throw unsuitable(
                argument.value, "This argument", "a list, an object or a string", argument.range)
        }
    }

    private mutating func contains(
        _ list: Argument, _ wanted: Argument
    ) throws(Failure) -> Value {
        if case .unknown = list.value { return .unknown }
        let elements = try elements(list)
        if case .null = wanted.value {
            throw unsuitable(wanted.value, "This argument", "something", wanted.range)
        }
        var isKnown = true
        for element in elements {
            switch try isEqual(element, wanted.value, at: list.range) {
            case true?: return .bool(true)
            case false?: break
            case nil: isKnown = false
            }
        }
        return isKnown ? .bool(false) : .unknown
    }

    /// `anytrue` and `alltrue`: whether any element is the one that decides; null is false.
    private mutating func quantify(
        _ list: Argument, decides: Bool
    ) throws(Failure) -> Value {
        var isKnown = true
        var isDecided = false
        for element in try elements(list) {
            try charge(1, at: list.range)
            switch element {
            case .unknown: isKnown = false
            case .null: isDecided = isDecided || !decides
            case .bool, .number, .string, .tuple, .object:
                let value = try bool(element, "Each element", list.range)
                isDecided = isDecided || value == decides
            }
        }
        if isDecided { return .bool(decides) }
        return isKnown ? .bool(!decides) : .unknown
    }

    private func one(_ list: Argument) throws(Failure) -> Value {
        let elements = try elements(list)
        guard elements.count <= 1 else {
            throw wrong(
                "Invalid function argument",
                "This list must have one element or none, and has \(elements.count).", list.range)
        }
        return elements.first ?? .null
    }

    private mutating func lookup(
        _ arguments: [Argument], _ range: SourceRange
    ) throws(Failure) -> Value {
        if case .unknown = arguments[0].value { return .unknown }
        let items = try items(arguments[0])
        if case .unknown = arguments[1].value { return .unknown }
        let key = try text(arguments[1])
        if let item = items.first(where: { $0.key == key }) { return item.value }
        guard arguments.count == 3 else {
            throw wrong(
                "Invalid function argument",
                "The object has no element with this key. A third argument says what to take"
                    + " then.", arguments[1].range)
        }
        return arguments[2].value
    }

    /// The first that is neither null nor empty text, with the type that all of them have.
    private mutating func coalesce(
        _ arguments: [Argument], _ range: SourceRange
    ) throws(Failure) -> Value {
        for argument in arguments {
            switch argument.value {
            case .null, .string(""): continue
            case .unknown: return .unknown
            case .bool, .number, .string, .tuple, .object:
                var result = argument.value
                for other in arguments {
                    guard let unified = try unified(result, with: other.value, at: range) else {
                        throw wrong(
                            "Inconsistent arguments",
                            "All arguments must be of one type, and one is"
                                + " \(argument.value.kindName) and another"
                                + " \(other.value.kindName).", range)
                    }
                    result = unified
                }
                return result
            }
        }
        throw wrong(
            "No argument has a value", "All arguments are null or empty text.", range)
    }

    // MARK: Numbers

    private mutating func extreme(
        _ arguments: [Argument], _ isBefore: (Number, Number) -> Bool
    ) throws(Failure) -> Value {
        var result = try number(arguments[0])
        for argument in arguments.dropFirst() {
            let number = try number(argument)
            try charge(1 + number.size * result.size / 4, at: argument.range)
            if isBefore(number, result) { result = number }
        }
        return .number(result.canonicalText)
    }

    // MARK: Text

    private mutating func mapped(
        _ argument: Argument, _ transform: (Unicode.Scalar) -> Unicode.Scalar
    ) throws(Failure) -> String {
        let text = try text(argument)
        try charge(text.utf8.count, at: argument.range)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.lazy.map(transform))
        return String(result)
    }

    private mutating func join(_ arguments: [Argument]) throws(Failure) -> Value {
        let separator = try text(arguments[0])
        var parts: [String] = []
        for argument in arguments.dropFirst() {
            for element in try elements(argument) {
                if case .unknown = element { return .unknown }
                let part = try text(element, "Each element", argument.range)
                try charge(1 + part.utf8.count + separator.utf8.count, at: argument.range)
                parts.append(part)
            }
        }
        return .string(parts.joined(separator: separator))
    }

    private mutating func split(_ separator: Argument, _ argument: Argument) throws(Failure)
        -> Value
    {
        let separatorText = try text(separator)
        let text = try text(argument)
        try charge(text.utf8.count, at: argument.range)
        if separatorText.isEmpty {
            return .tuple(text.unicodeScalars.map { .string(String($0)) })
        }
        return .tuple(pieces(of: text, between: separatorText).map { .string($0) })
    }

    /// Like Terraform's: a pattern between slashes is a regular expression.
    private mutating func replace(_ arguments: [Argument]) throws(Failure) -> Value {
        let (pattern, replacement) = (try text(arguments[1]), try text(arguments[2]))
        let text = try text(arguments[0])
        if pattern.utf8.count > 1, pattern.hasPrefix("/"), pattern.hasSuffix("/") {
            let expression = try expression(String(pattern.dropFirst().dropLast()), arguments[1])
            return .string(
                try replace(expression, in: text, with: replacement, at: arguments[0].range))
        }
        let parts: [String]
        if pattern.isEmpty {
            // Before each character, and at the end.
            parts = [""] + text.unicodeScalars.map { String($0) } + [""]
        } else {
            parts = pieces(of: text, between: pattern)
        }
        try charge(
            text.utf8.count + parts.count * replacement.utf8.count, at: arguments[0].range)
        return .string(parts.joined(separator: replacement))
    }

    /// The text around each separator, compared byte by byte.
    private func pieces(of text: String, between separator: String) -> [String] {
        let bytes = Array(text.utf8)
        let separator = Array(separator.utf8)
        var pieces: [String] = []
        var start = 0
        var position = 0
        while position + separator.count <= bytes.count {
            if bytes[position] == separator[0], bytes[position...].starts(with: separator) {
                pieces.append(String(decoding: bytes[start..<position], as: UTF8.self))
                position += separator.count
                start = position
            } else {
                position += 1
            }
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }

    // MARK: Regular expressions

    private mutating func expression(
        _ pattern: String, _ argument: Argument
    ) throws(Failure) -> RegularExpression {
        try charge(pattern.utf8.count * 100, at: argument.range)
        do throws(RegularExpression.SyntaxError) {
            return try RegularExpression(pattern)
        } catch {
            throw wrong(
                "Invalid regular expression", "The pattern cannot be used: \(error.reason).",
                argument.range)
        }
    }

    private mutating func firstMatch(
        of expression: RegularExpression, in text: [Unicode.Scalar], from start: Int,
        at range: SourceRange
    ) throws(Failure) -> [Int?]? {
        var steps = 0
        let saved = expression.firstMatch(
            in: text, from: start, steps: &steps, limit: remainingWork)
        try charge(1 + steps, at: range)
        return saved
    }

    private mutating func regex(_ pattern: Argument, _ argument: Argument) throws(Failure) -> Value
    {
        let expression = try expression(try text(pattern), pattern)
        let text = Array(try text(argument).unicodeScalars)
        guard let saved = try firstMatch(of: expression, in: text, from: 0, at: argument.range)
        else {
            throw wrong(
                "No match", "The pattern matches nothing in this text.", argument.range)
        }
        func group(_ number: Int) -> Value {
            guard let start = saved[2 * number], let end = saved[2 * number + 1] else {
                return .null
            }
            return .string(String(text[start..<end]))
        }
        let names = expression.groupNames
        if names.isEmpty { return group(0) }
        let named = names.enumerated().filter { $0.element != nil }
        if named.isEmpty { return .tuple((1...names.count).map(group)) }
        guard named.count == names.count else {
            throw wrong(
                "Invalid regular expression",
                "Either all groups in parentheses have a name, or none.", pattern.range)
        }
        var builder = ObjectBuilder()
        for (index, name) in named { builder.set(name ?? "", to: group(index + 1)) }
        return .object(builder.items.sortedByKey)
    }

    private mutating func replace(
        _ expression: RegularExpression, in text: String, with replacement: String,
        at range: SourceRange
    ) throws(Failure) -> String {
        let text = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var position = 0
        // Where an empty match may not stand: right after the match before.
        var lastEnd = -1
        while position <= text.count {
            guard let saved = try firstMatch(of: expression, in: text, from: position, at: range),
                let start = saved[0], let end = saved[1]
            else { break }
            result.append(contentsOf: text[position..<start])
            if !(start == end && end == lastEnd) {
                let expanded = expanded(replacement, saved, text, expression.groupNames)
                try charge(expanded.utf8.count, at: range)
                result.append(contentsOf: expanded.unicodeScalars)
            }
            lastEnd = end
            if end > start {
                position = end
            } else {
                if end < text.count { result.append(text[end]) }
                position = end + 1
            }
        }
        if position < text.count { result.append(contentsOf: text[position...]) }
        return String(result)
    }

    /// `$1`, `$name` and `${name}` stand for what a group holds, as in Go's Regexp.Expand.
    private func expanded(
        _ replacement: String, _ saved: [Int?], _ text: [Unicode.Scalar], _ names: [String?]
    ) -> String {
        var result = String.UnicodeScalarView()
        var rest = Array(replacement.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "$" else {
                result.append(scalar)
                continue
            }
            if rest.first == "$" {
                rest.removeFirst()
                result.append("$")
                continue
            }
            let isBraced = rest.first == "{"
            let name = rest.dropFirst(isBraced ? 1 : 0).prefix(while: Self.isOfGroupName)
            let after = rest[name.endIndex...]
            guard !name.isEmpty, !isBraced || after.first == "}" else {
                result.append("$")
                continue
            }
            rest = isBraced ? after.dropFirst() : after
            let key = String(name)
            let groups =
                Self.groupNumber(key).map { [$0] }
                ?? names.indices.filter { names[$0] == key }.map { $0 + 1 }
            // The first of a name that has taken part.
            for group in groups where group < saved.count / 2 {
                guard let start = saved[2 * group], let end = saved[2 * group + 1] else { continue }
                result.append(contentsOf: text[start..<end])
                break
            }
        }
        return String(result)
    }

    /// A number is written without zeros in front, and below 10⁸; anything else is a name.
    private static func groupNumber(_ name: String) -> Int? {
        guard name == "0" || !name.hasPrefix("0"), let number = Int(name), number < 100_000_000
        else { return nil }
        return number
    }

    private static func isOfGroupName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber:
            true
        default: scalar == "_"
        }
    }

    // MARK: Formats

    private mutating func compareTimes(_ left: Argument, _ right: Argument) throws(Failure) -> Value
    {
        let (a, b) = (try timestamp(left), try timestamp(right))
        return .number(a == b ? 0 : a < b ? -1 : 1)
    }

    private mutating func timestamp(_ argument: Argument) throws(Failure) -> Timestamp {
        guard let timestamp = Timestamp(try text(argument)) else {
            throw wrong(
                "Invalid timestamp",
                "This must be a time as RFC 3339 writes it, such as 2026-12-31T23:59:59Z.",
                argument.range)
        }
        return timestamp
    }

    private mutating func decodeJSON(_ argument: Argument) throws(Failure) -> Value {
        let text = try text(argument)
        try charge(text.utf8.count, at: argument.range)
        var reader = JSONReader(text)
        if let value = reader.readDocument() { return value }
        // Terraform reads it, so nobody may make a condition false by what is too much here.
        guard !reader.isBeyondLimits else {
            throw .exhausted(
                Diagnostic(
                    "JSON beyond limits",
                    detail: "This JSON nests more than 200 values in each other, or has a number "
                        + "of more than \(Number.maximumDigits) digits.", at: argument.range))
        }
        throw wrong("Invalid JSON", "This text is no JSON (RFC 8259).", argument.range)
    }
}

// MARK: - Characters

extension Unicode.Scalar {
    /// Lower case as a single character, as Go's unicode.ToLower has it; itself where it has none.
    var simpleLowercase: Unicode.Scalar { single(properties.lowercaseMapping) }

    /// Upper case as a single character, as Go's unicode.ToUpper has it; itself where it has none.
    var simpleUppercase: Unicode.Scalar { single(properties.uppercaseMapping) }

    private func single(_ mapping: String) -> Unicode.Scalar {
        let scalars = mapping.unicodeScalars
        return scalars.count == 1 ? scalars[scalars.startIndex] : self
    }
}

extension String {
    fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    fileprivate var trimmingWhitespace: String {
        let rest = unicodeScalars.drop { $0.properties.isWhitespace }
        let end = rest.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(rest[...$0]) } ?? ""
    }
}
