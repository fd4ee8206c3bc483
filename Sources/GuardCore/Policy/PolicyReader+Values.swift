import Diagnostics
import HCL

// The values of a policy are read from its syntax tree and not from one evaluated value, so that a
// message can point at the one element of a list that is wrong.
extension PolicyReader {
    mutating func string(_ name: String, in body: Body, context: String) -> String? {
        guard let attribute = body.attribute(named: name) else { return nil }
        return string(attribute.expression, called: name, context: context)?.name
    }

    /// A list of strings, each with its place; nil where there is none, or none that counts.
    mutating func strings(_ name: String, in body: Body, context: String) -> [Identifier]? {
        guard let attribute = body.attribute(named: name) else { return nil }
        return strings(of: attribute.expression, called: name, context: context)
    }

    mutating func strings(
        of expression: Expression, called name: String, context: String
    ) -> [Identifier]? {
        guard case .tuple(let elements) = expression.withoutParentheses.kind else {
            // A value that is wrong in itself is better told so than called no list.
            guard constant(expression, context: context) != nil else { return nil }
            report(
                "Inappropriate value for \"\(name)\"",
                "A list of strings is required. Write brackets around it: [\"…\"].",
                at: expression.range, in: context)
            return nil
        }
        guard !elements.isEmpty else {
            report(
                "Empty list for \"\(name)\"",
                "A list without elements matches nothing, and what was meant to be guarded would "
                    + "not be. Name at least one, or remove the argument to mean any.",
                at: expression.range, in: context)
            return nil
        }
        return elements.compactMap { string($0, called: name, context: context) }
    }

    /// One word of a closed set.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String, in body: Body, context: String
    ) -> Word? {
        guard let attribute = body.attribute(named: name),
            let text = string(attribute.expression, called: name, context: context)
        else { return nil }
        return word(text, called: name, context: context)
    }

    /// Several words of a closed set.
    mutating func words<Word: RawRepresentable<String> & CaseIterable & NumberedWord>(
        _ name: String, in body: Body, context: String
    ) -> WordSet<Word>? {
        guard let texts = strings(name, in: body, context: context) else { return nil }
        var words = WordSet<Word>()
        for text in texts {
            let word: Word? = word(text, called: name, context: context)
            if let word { words.insert(word) }
        }
        return words
    }

    private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: Identifier, called name: String, context: String
    ) -> Word? {
        if let word = Word(rawValue: text.name) { return word }
        report(
            "Invalid value for \"\(name)\"",
            "There is no such value as \"\(text.name)\"."
                + suggestion(
                    for: text.name, among: Word.allCases.map(\.rawValue),
                    orElse: "Possible values are"),
            at: text.range, in: context)
        return nil
    }

    mutating func globs(
        _ name: String, _ kind: Glob.Kind, in body: Body, context: String
    ) -> [Glob]? {
        strings(name, in: body, context: context)?.compactMap {
            glob($0, kind, context: context)
        }
    }

    mutating func glob(_ pattern: Identifier, _ kind: Glob.Kind, context: String) -> Glob? {
        let text = pattern.name
        guard !text.isEmpty else {
            report(
                "Empty pattern", "An empty pattern matches nothing. Write \"*\" for anything.",
                at: pattern.range, in: context)
            return nil
        }
        // The work of a match grows with the pattern; no name of Terraform's comes near this.
        guard text.utf8.count <= 1000 else {
            report(
                "Pattern too long", "A pattern has at most 1000 bytes.", at: pattern.range,
                in: context)
            return nil
        }
        let glob = Glob(text, kind)
        guard glob.isComplete else {
            report(
                "Unclosed index",
                "The index that \"[\" opens has no \"]\", so that no address matches. Write "
                    + "[0], [\"key\"], or [*] for any index.",
                at: pattern.range, in: context)
            return nil
        }
        return glob
    }

    mutating func attributePath(_ name: Identifier, context: String) -> AttributePath? {
        if let path = AttributePath(name.name) { return path }
        report(
            "Invalid attribute path",
            "The path to an attribute is made of names with dots between them, such as "
                + "settings.deletion_protection; blocks and lists on the way need no index.",
            at: name.range, in: context)
        return nil
    }

    mutating func bool(_ name: String, in body: Body, context: String) -> Bool? {
        guard let attribute = body.attribute(named: name),
            let value = constant(attribute.expression, context: context)
        else { return nil }
        if case .bool(let bool) = value { return bool }
        report(
            "Inappropriate value for \"\(name)\"", "true or false is required, without quotes.",
            at: attribute.expression.range, in: context)
        return nil
    }

    mutating func integer(
        _ name: String, in body: Body, from least: Int, to most: Int? = nil, context: String
    ) -> Int? {
        guard let attribute = body.attribute(named: name),
            let value = constant(attribute.expression, context: context)
        else { return nil }
        if case .number(let text) = value, let number = Int(text), number >= least,
            number <= most ?? Int.max
        {
            return number
        }
        let range = most.map { "from \(least) to \($0)" } ?? "not below \(least)"
        report(
            "Inappropriate value for \"\(name)\"",
            "A whole number \(range) is required, without quotes.",
            at: attribute.expression.range, in: context)
        return nil
    }

    /// The keys of an object, which are different, with their values.
    mutating func members(
        of attribute: Attribute, like example: String, _ context: String
    ) -> [(name: Identifier, value: Expression)] {
        let expression = attribute.expression
        let name = attribute.name.name
        guard case .object(let items) = expression.withoutParentheses.kind else {
            guard constant(expression, context: context) != nil else { return [] }
            report(
                "Inappropriate value for \"\(name)\"",
                "An object is required: \(name) = \(example).", at: expression.range, in: context)
            return []
        }
        guard !items.isEmpty else {
            report(
                "Empty object for \"\(name)\"",
                "An object without members says nothing. Write \(name) = \(example), or remove "
                    + "the argument.", at: expression.range, in: context)
            return []
        }
        var members: [(name: Identifier, value: Expression)] = []
        for item in items {
            let key: Identifier
            switch item.key {
            case .name(let name): key = name
            case .expression(let expression):
                guard let text = string(expression, called: name, context: context) else {
                    continue
                }
                key = text
            }
            if members.contains(where: { $0.name.name == key.name }) {
                report(
                    "Duplicate key", "The key \"\(key.name)\" stands here twice. Remove one.",
                    at: key.range, in: context)
                continue
            }
            members.append((key, item.value))
        }
        return members
    }

    /// The value of an expression that is made of literals; what else stands there is reported.
    mutating func constant(_ expression: Expression, context: String) -> Value? {
        do {
            return try expression.constantValue()
        } catch {
            var diagnostic = error
            diagnostic.context = diagnostic.context ?? context
            diagnostics.append(diagnostic)
            return nil
        }
    }

    private mutating func string(
        _ expression: Expression, called name: String, context: String
    ) -> Identifier? {
        if let text = expression.plainText {
            return Identifier(name: text, range: expression.range)
        }
        guard let value = constant(expression, context: context) else { return nil }
        if case .string(let text) = value { return Identifier(name: text, range: expression.range) }
        report(
            "Inappropriate value for \"\(name)\"", "A string is required, in quotes.",
            at: expression.range, in: context)
        return nil
    }
}

extension Expression {
    fileprivate var withoutParentheses: Expression {
        var expression = self
        while case .parentheses(let inner) = expression.kind { expression = inner }
        return expression
    }
}
