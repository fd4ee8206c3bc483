import Diagnostics

extension Parser {
    /// Reads `operation ("?" expression ":" expression)?`.
    mutating func parseExpression() throws(SyntaxError) -> Expression {
        if let text = readPlainText() { return text }
        return try nested { (parser) throws(SyntaxError) in try parser.parseConditional() }
    }

    private mutating func parseConditional() throws(SyntaxError) -> Expression {
        let condition = try parseOperation(bindingAtLeast: 1)
        guard let question = read(.question) else { return condition }
        let yes = try parseExpression()
        guard read(.colon) != nil else {
            throw reportNext(
                "Missing second result of conditional",
                detail: "The question mark on \(line(at: question.start)) wants two results with a"
                    + " colon between them: condition ? this : that.")
        }
        let no = try parseExpression()
        return try build(
            .conditional(condition, then: yes, else: no), range: condition.range.union(no.range))
    }

    /// Operators of one precedence bind from left to right (precedence climbing).
    private mutating func parseOperation(
        bindingAtLeast minimum: Int
    ) throws(SyntaxError) -> Expression {
        var left = try parseTerm()
        while let (operation, precedence) = binaryOperator(next.kind), precedence >= minimum {
            read()
            let right = try parseOperation(bindingAtLeast: precedence + 1)
            left = try build(
                .binary(left, operation, right), range: left.range.union(right.range))
        }
        return left
    }

    private func binaryOperator(
        _ kind: Token.Kind
    ) -> (operation: BinaryOperator, precedence: Int)? {
        switch kind {
        case .or: (.or, 1)
        case .and: (.and, 2)
        case .equal: (.equal, 3)
        case .notEqual: (.notEqual, 3)
        case .less: (.less, 4)
        case .lessOrEqual: (.lessOrEqual, 4)
        case .greater: (.greater, 4)
        case .greaterOrEqual: (.greaterOrEqual, 4)
        case .plus: (.add, 5)
        case .minus: (.subtract, 5)
        case .star: (.multiply, 6)
        case .slash: (.divide, 6)
        case .percent: (.modulo, 6)
        case .identifier, .number, .newline, .end, .invalid, .openQuote, .closeQuote, .openHeredoc,
            .closeHeredoc, .text, .openInterpolation, .openDirective, .closeSequence, .openBrace,
            .closeBrace, .openBracket, .closeBracket, .openParenthesis, .closeParenthesis, .assign,
            .colon, .doubleColon, .comma, .dot, .ellipsis, .arrow, .question, .bang:
            nil
        }
    }

    /// A unary operator binds tighter than any between two operands, and looser than a step.
    private mutating func parseTerm() throws(SyntaxError) -> Expression {
        let operation: UnaryOperator
        switch next.kind {
        case .minus: operation = .negate
        case .bang: operation = .not
        default: return try parseSteps(after: try parsePrimary())
        }
        let start = read().start
        let operand = try nested { (parser) throws(SyntaxError) in try parser.parseTerm() }
        return try build(.unary(operation, operand), range: range(from: start))
    }

    // MARK: Primary expressions

    private mutating func parsePrimary() throws(SyntaxError) -> Expression {
        let token = next
        switch token.kind {
        case .number:
            read()
            return Expression(.number(text(of: token)), range: token.range(in: file))
        case .identifier:
            read()
            return try parseName(token)
        case .openQuote, .openHeredoc: return try parseTemplate()
        case .openParenthesis: return try parseParentheses()
        case .openBracket: return try parseTuple()
        case .openBrace: return try parseObject()
        case .invalid:
            // Reported, and in the place of a value: what follows can still be read.
            read()
            return Expression(.invalid, range: token.range(in: file))
        default: throw reportNoExpression()
        }
    }

    private mutating func reportNoExpression() -> SyntaxError {
        switch next.kind {
        case .newline, .end:
            return report(
                "Missing expression",
                detail: "A value is expected before the end of the line.",
                at: SourceRange(file: file, start: next.start, end: next.start))
        case .assign where previous.kind == .equal || previous.kind == .notEqual:
            return report(
                "Unsupported operator",
                detail: "HCL compares with \"==\" and \"!=\", always by value and by type.",
                at: previous.range(in: file).union(nextRange))
        default:
            return reportNext(
                "Invalid expression", detail: "A value is expected here.")
        }
    }

    private mutating func parseName(_ token: Token) throws(SyntaxError) -> Expression {
        if next.kind == .openParenthesis || next.kind == .doubleColon {
            return try parseCall(token)
        }
        let range = token.range(in: file)
        let name = text(of: token)
        switch name {
        case "true": return Expression(.bool(true), range: range)
        case "false": return Expression(.bool(false), range: range)
        case "null": return Expression(.null, range: range)
        default: return Expression(.variable(name), range: range)
        }
    }

    private mutating func parseParentheses() throws(SyntaxError) -> Expression {
        let opening = read()
        return try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
            let inner = try parser.parseExpression()
            guard parser.read(.closeParenthesis) != nil else {
                throw parser.reportUnclosed(
                    opening, "parenthesis", expecting: "A closing parenthesis is expected here.")
            }
            return try parser.build(.parentheses(inner), range: parser.range(from: opening.start))
        }
    }

    /// The closing bracket of `opening` does not follow.
    private mutating func reportUnclosed(
        _ opening: Token, _ bracket: String, expecting detail: String
    ) -> SyntaxError {
        guard
            next.kind == .end || next.kind == .newline || nextBeginsItem
                || next.kind == .closeBrace || next.kind == .closeSequence
        else { return reportNext("Missing \(bracket)", detail: detail) }
        return report(
            "Unclosed \(bracket)",
            detail: next.kind == .end
                ? "It is not closed before the end of the file."
                : "It is not closed before \(line(at: next.start)).", at: opening.range(in: file))
    }

    // MARK: Calls

    /// Reads `name ("::" name)* "(" …` after the first name.
    private mutating func parseCall(_ first: Token) throws(SyntaxError) -> Expression {
        while read(.doubleColon) != nil {
            guard read(.identifier) != nil else {
                throw reportNext(
                    "Missing function name",
                    detail: "After \"::\" the name of a function is expected.")
            }
        }
        let nameRange = range(from: first.start)
        let name = Identifier(
            name: text(of: nameRange), range: nameRange)
        guard let opening = read(.openParenthesis) else {
            throw reportNext(
                "Missing parenthesis",
                detail: "The arguments of a function stand in parentheses: \(name.name)(…).")
        }
        return try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
            try parser.parseArguments(of: name, opening)
        }
    }

    private mutating func parseArguments(
        of name: Identifier, _ opening: Token
    ) throws(SyntaxError) -> Expression {
        var arguments: [Expression] = []
        var expandsLast = false
        while next.kind != .closeParenthesis {
            arguments.append(try parseElement(of: opening, "parenthesis"))
            if read(.ellipsis) != nil {
                expandsLast = true
                guard next.kind == .closeParenthesis else {
                    throw reportNext(
                        "Missing parenthesis",
                        detail: "Only the last argument can be expanded with \"...\", so a closing"
                            + " parenthesis must follow.")
                }
            } else if next.kind != .closeParenthesis {
                try readSeparator("argument", of: opening, "parenthesis")
            }
        }
        read()
        return try build(
            .call(name, arguments: arguments, expandsLast: expandsLast),
            range: range(from: name.range.start))
    }

    /// An element of a tuple or an argument, if something that can be one follows.
    private mutating func parseElement(
        of opening: Token, _ bracket: String
    ) throws(SyntaxError) -> Expression {
        if next.kind == .end || next.kind == .closeBrace || nextBeginsItem {
            throw reportUnclosed(opening, bracket, expecting: "")
        }
        return try parseExpression()
    }

    /// The comma between two elements.
    ///
    /// Where one is missing that is told, and reading goes on as if it were there.
    private mutating func readSeparator(
        _ element: String, of opening: Token, _ bracket: String
    ) throws(SyntaxError) {
        if read(.comma) != nil { return }
        if nextBeginsItem { throw reportUnclosed(opening, bracket, expecting: "") }
        switch next.kind {
        case .openQuote, .openHeredoc, .number, .identifier, .openBrace:
            report(
                "Missing comma",
                detail: "A comma is required between one \(element) and the next.",
                at: SourceRange(file: file, start: previous.end, end: previous.end))
        default:
            throw reportUnclosed(
                opening, bracket,
                expecting: "A comma and another \(element), or the closing \(bracket), is expected"
                    + " here.")
        }
    }

    // MARK: Tuples and objects

    private mutating func parseTuple() throws(SyntaxError) -> Expression {
        let opening = read()
        return try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
            if parser.isKeyword("for") { return try parser.parseFor(opening) }
            var elements: [Expression] = []
            while parser.next.kind != .closeBracket {
                elements.append(try parser.parseElement(of: opening, "bracket"))
                if parser.next.kind != .closeBracket {
                    try parser.readSeparator("element", of: opening, "bracket")
                }
            }
            parser.read()
            return try parser.build(.tuple(elements), range: parser.range(from: opening.start))
        }
    }

    private mutating func parseObject() throws(SyntaxError) -> Expression {
        let opening = read()
        let isFor = try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
            parser.isKeyword("for")
        }
        if isFor {
            return try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
                try parser.parseFor(opening)
            }
        }
        return try withNewlines(skipped: false) { (parser) throws(SyntaxError) in
            try parser.parseItems(of: opening)
        }
    }

    private mutating func parseItems(of opening: Token) throws(SyntaxError) -> Expression {
        var items: [ObjectItem] = []
        while true {
            _ = read(.newline)
            if read(.closeBrace) != nil { break }
            if next.kind == .end { throw reportUnclosed(opening, "brace", expecting: "") }
            let key = try parseKey()
            guard read(.assign) != nil || read(.colon) != nil else {
                throw reportNext(
                    "Missing equals sign",
                    detail: "An equals sign and a value are expected after the key. A key that"
                        + " contains dots or spaces must be quoted.")
            }
            items.append(ObjectItem(key: key, value: try parseExpression()))
            switch next.kind {
            case .comma, .newline: read()
            case .closeBrace: break
            default:
                throw reportUnclosed(
                    opening, "brace",
                    expecting: "A comma or the end of the line must follow each element.")
            }
        }
        return try build(.object(items), range: range(from: opening.start))
    }

    /// A bare name, which is the key itself, or any other expression.
    private mutating func parseKey() throws(SyntaxError) -> ObjectKey {
        let key = try parseExpression()
        switch key.kind {
        case .variable(let name): return .name(Identifier(name: name, range: key.range))
        case .null, .bool:
            return .name(Identifier(name: text(of: key.range), range: key.range))
        case .attribute:
            report(
                "Ambiguous key",
                detail: "Put the key in quotes if it is a name that contains a dot, or in"
                    + " parentheses if it is an expression.", at: key.range)
            return .expression(key)
        case .number, .template, .tuple, .object, .index, .splat, .splatElement, .call, .unary,
            .binary, .conditional, .forTuple, .forObject, .parentheses, .invalid:
            return .expression(key)
        }
    }

    // MARK: For expressions

    /// The rest of `[for …]` or `{for …}`, with line ends as space.
    private mutating func parseFor(_ opening: Token) throws(SyntaxError) -> Expression {
        read()
        let (key, value, collection) = try parseForNames()
        guard read(.colon) != nil else {
            throw reportFor("A colon is expected after the collection.")
        }
        let makesObject = opening.kind == .openBrace
        let first = try parseExpression()
        var second: Expression?
        if let arrow = read(.arrow) {
            second = try parseExpression()
            if !makesObject {
                report(
                    "Invalid 'for' expression",
                    detail: "A key and \"=>\" can stand only between braces, where an object is"
                        + " built; here a tuple is.",
                    at: first.range.union(arrow.range(in: file)))
            }
        } else if makesObject {
            report(
                "Invalid 'for' expression",
                detail: "Between braces an object is built, which needs a key for each value:"
                    + " KEY => VALUE.", at: first.range)
        }
        var groups = false
        if let ellipsis = read(.ellipsis) {
            groups = true
            if !makesObject {
                report(
                    "Invalid 'for' expression",
                    detail: "Values are grouped with \"...\" by their keys, and a tuple has none.",
                    at: ellipsis.range(in: file))
            }
        }
        let condition = readKeyword("if") ? try parseExpression() : nil
        guard read(makesObject ? .closeBrace : .closeBracket) != nil else {
            throw reportUnclosed(
                opening, makesObject ? "brace" : "bracket",
                expecting: "The 'for' expression ends before this.")
        }
        let clause = ForClause(key: key, value: value, collection: collection, condition: condition)
        let range = range(from: opening.start)
        guard makesObject else { return try build(.forTuple(clause, value: first), range: range) }
        return try build(
            .forObject(clause, key: first, value: second ?? first, groups: groups), range: range)
    }

    /// `name ("," name)? "in" expression`, in an expression or a directive.
    mutating func parseForNames() throws(SyntaxError) -> (
        key: Identifier?, value: Identifier, collection: Expression
    ) {
        guard let first = read(.identifier) else {
            throw reportFor("The name of a variable is expected after 'for'.")
        }
        var names = [identifier(first)]
        if read(.comma) != nil {
            guard let second = read(.identifier) else {
                throw reportFor("The name of a second variable is expected after the comma.")
            }
            names.append(identifier(second))
        }
        guard readKeyword("in") else {
            throw reportFor("The word 'in' is expected after the names of the variables.")
        }
        let collection = try parseExpression()
        return (names.count == 2 ? names[0] : nil, names[names.count - 1], collection)
    }

    private mutating func reportFor(_ detail: String) -> SyntaxError {
        reportNext("Invalid 'for' expression", detail: detail)
    }

    // MARK: Steps

    /// Attributes, indexes and splats that follow an operand.
    private mutating func parseSteps(
        after operand: Expression
    ) throws(SyntaxError) -> Expression {
        var result = operand
        while true {
            switch next.kind {
            case .dot:
                read()
                if let star = read(.star) {
                    result = try parseAttributeSplat(of: result, star)
                } else {
                    result = try parseAttribute(of: result)
                }
            case .openBracket:
                let opening = read()
                if next.kind == .star, isFollowed(by: .closeBracket) {
                    read()
                    read()
                    return try parseFullSplat(of: result, opening)
                }
                result = try parseIndex(of: result, opening)
            default: return result
            }
        }
    }

    /// `name`, or digits as HIL wrote an index, after a dot.
    private mutating func parseAttribute(
        of operand: Expression
    ) throws(SyntaxError) -> Expression {
        let start = operand.range.start
        if let name = read(.identifier) {
            return try build(
                .attribute(operand, identifier(name)), range: range(from: start))
        }
        guard next.kind == .number else {
            throw reportNext(
                "Invalid attribute name",
                detail: "After a dot the name of an attribute is expected. A name that contains"
                    + " other characters than letters, digits, \"_\" and \"-\" is written in"
                    + " brackets and quotes: [\"…\"].")
        }
        let number = read()
        let digits = text(of: number)
        guard digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            let indexes = digits.split(separator: ".").map { "[\($0)]" }.joined()
            throw report(
                "Invalid index",
                detail: "Two indexes cannot follow each other with dots, because that reads as a"
                    + " number. Write them in brackets: \(indexes).",
                at: number.range(in: file))
        }
        let index = Expression(.number(digits), range: number.range(in: file))
        return try build(.index(operand, index), range: range(from: start))
    }

    /// `.*` takes only attributes and legacy indexes along.
    private mutating func parseAttributeSplat(
        of operand: Expression, _ star: Token
    ) throws(SyntaxError) -> Expression {
        var rest = Expression(.splatElement, range: star.range(in: file))
        while read(.dot) != nil {
            if next.kind == .star {
                throw report(
                    "Nested splat",
                    detail: "An attribute splat cannot stand in another. Use \"[*]\", or a 'for'"
                        + " expression.", at: nextRange)
            }
            rest = try parseAttribute(of: rest)
        }
        return try build(
            .splat(operand, rest: rest, isFull: false), range: range(from: operand.range.start))
    }

    /// `[*]` takes along all that follows.
    private mutating func parseFullSplat(
        of operand: Expression, _ opening: Token
    ) throws(SyntaxError) -> Expression {
        let element = Expression(.splatElement, range: range(from: opening.start))
        let rest = try nested { (parser) throws(SyntaxError) in
            try parser.parseSteps(after: element)
        }
        return try build(
            .splat(operand, rest: rest, isFull: true), range: range(from: operand.range.start))
    }

    private mutating func parseIndex(
        of operand: Expression, _ opening: Token
    ) throws(SyntaxError) -> Expression {
        let key = try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
            let key = try parser.parseElement(of: opening, "bracket")
            guard parser.read(.closeBracket) != nil else {
                throw parser.reportUnclosed(
                    opening, "bracket", expecting: "The closing bracket of the index is expected.")
            }
            return key
        }
        return try build(.index(operand, key), range: range(from: operand.range.start))
    }
}
