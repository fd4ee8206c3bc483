package import Diagnostics

/// Reads a file of HCL native syntax.
///
/// Recovers from errors and reports as many as it finds in one run; the tree is complete exactly
/// when no diagnostic is an error.
package func parse(_ file: SourceFile) -> (body: Body, diagnostics: [Diagnostic]) {
    var parser = Parser(file)
    let body = parser.parseFile()
    return (body, parser.sortedDiagnostics(in: body))
}

/// Reads a file that holds one expression and nothing else.
func parseExpression(_ file: SourceFile) -> (expression: Expression, diagnostics: [Diagnostic]) {
    var parser = Parser(file)
    let expression = parser.parseWholeExpression()
    return (expression, parser.sortedDiagnostics(in: nil))
}

/// A recursive-descent parser of HCL native syntax.
///
/// This is the grammar it accepts, which is that of hclsyntax/spec.md (hashicorp/hcl), with what
/// the specification says in prose. `NL` is the end of a line, and counts only where it is written
/// here: between `( )`, `[ ]` and the braces of a sequence or a `for`, lines may end anywhere.
///
/// ```
/// file        = item*
/// item        = attribute (NL | end of file) | block (NL | end of file)
/// attribute   = name "=" expression
/// block       = name (name | string)* "{" (attribute? | NL item*) "}"
///
/// expression  = operation ("?" expression ":" expression)?
/// operation   = term (operator term)*          * / %  bind tightest, then  + -  > >= < <=
///                                              == !=  &&  ||; each from left to right
/// term        = ("-" | "!") term | primary step*
/// step        = "." name | "." digits | "[" expression "]"
///             | "." "*" ("." name | "." digits)* | "[" "*" "]" step*
/// primary     = number | "true" | "false" | "null" | name | template | "(" expression ")"
///             | name ("::" name)* "(" (expression ("," expression)* ("," | "...")?)? ")"
///             | "[" (expression ("," expression)* ","?)? "]"
///             | "{" (element (("," | NL) element)* ("," | NL)?)? "}"
///             | "[" for expression condition? "]"
///             | "{" for expression "=>" expression "..."? condition? "}"
/// element     = expression ("=" | ":") expression     a bare name is the key itself
/// for         = "for" name ("," name)? "in" expression ":"
/// condition   = "if" expression
///
/// template    = '"' part* '"'                  no line ends but in a sequence
///             | "<<" "-"? name NL part* name   "-": less the indentation all lines share
/// part        = text | "${" expression "}"
///             | "%{" "if" expression "}" part* ("%{" "else" "}" part*)? "%{" "endif" "}"
///             | "%{" "for" name ("," name)? "in" expression "}" part* "%{" "endfor" "}"
///                                              "{~" and "~}" drop the space outside them
/// ```
///
/// A syntax error is reported where it is found and then thrown to the enclosing item of a body,
/// which is skipped: to the end of its line, or of the brackets it has opened, or, where those never
/// close, to the next line that is indented no deeper and begins as an item does.
struct Parser {
    let file: SourceFile
    private let tokens: [Token]
    private var position = 0
    /// How many tokens were given back, to be read again after an error.
    private var givenBack = 0
    private(set) var diagnostics: [Diagnostic]

    /// Whether the end of a line is no more than space.
    private var skipsNewlines = false
    /// How deep the grammar's rules stand in one another.
    private var nesting = 0
    /// The outermost block that is being read, for messages.
    private var context: String?
    /// The first block whose closing brace is indented otherwise than the block: where braces do
    /// not add up, that is where to look.
    private var suspect: (block: Int, brace: Int)?

    /// The rules call each other, so depth is bounded: nobody nests a policy this deeply.
    private static let maximumNesting = 200
    /// How high a tree may be: steps such as `.a.b.c` are read in a loop, and still stand in one
    /// another.
    private static let maximumHeight = 250
    /// How many operators may follow one another.
    private static let maximumChain = 1_000
    /// More errors than anybody reads.
    private static let maximumDiagnostics = 50

    /// Thrown when an error has been reported, to leave the item it is in.
    struct SyntaxError: Error {}

    init(_ file: SourceFile) {
        var lexer = Lexer(file)
        lexer.run()
        self.file = file
        tokens = lexer.tokens
        diagnostics = lexer.diagnostics
    }

    /// All that was reported, in the order of the source.
    ///
    /// The lexer knows no blocks, so what it reported is told here what encloses it.
    func sortedDiagnostics(in body: Body?) -> [Diagnostic] {
        let complete = diagnostics.map { diagnostic in
            guard diagnostic.context == nil, let place = diagnostic.range?.start,
                let block = body?.blocks.first(where: { place < $0.body.range.end }),
                block.body.range.start <= place
            else { return diagnostic }
            var copy = diagnostic
            copy.context = text(of: block.headerRange)
            return copy
        }
        // Swift's sort is stable: of several at one place, the first found stays first.
        return complete.sorted { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
    }

    // MARK: Tokens

    private var nextIndex: Int {
        // There is never more than one newline in a row, and the last token is none.
        skipsNewlines && tokens[position].kind == .newline ? position + 1 : position
    }

    var next: Token { tokens[nextIndex] }

    var nextRange: SourceRange { next.range(in: file) }

    /// The token that was read last.
    var previous: Token { tokens[max(position - 1, 0)] }

    @discardableResult
    mutating func read() -> Token {
        let index = nextIndex
        // The end can be read any number of times.
        position = tokens[index].kind == .end ? index : index + 1
        return tokens[index]
    }

    /// Reads the next token if it is of this kind.
    mutating func read(_ kind: Token.Kind) -> Token? {
        next.kind == kind ? read() : nil
    }

    /// Whether the token after the next is of this kind.
    func isFollowed(by kind: Token.Kind) -> Bool {
        nextIndex + 1 < tokens.count && tokens[nextIndex + 1].kind == kind
    }

    func isKeyword(_ word: String) -> Bool {
        next.kind == .identifier && file.bytes[next.start..<next.end].elementsEqual(word.utf8)
    }

    mutating func readKeyword(_ word: String) -> Bool {
        guard isKeyword(word) else { return false }
        read()
        return true
    }

    /// Reads a quoted text without sequences that is all of an expression.
    ///
    /// Nearly every value of a policy is one, or a list of such: none of the grammar's rules has to be
    /// asked what else it could be.
    mutating func readPlainText() -> Expression? {
        let start = nextIndex
        guard tokens[start].kind == .openQuote, nesting < Self.maximumNesting,
            start + 3 < tokens.count, tokens[start + 1].kind == .text,
            tokens[start + 2].kind == .closeQuote
        else { return nil }
        switch tokens[start + 3].kind {
        case .comma, .closeBracket, .closeBrace, .closeParenthesis, .end: break
        case .newline where !skipsNewlines: break
        case _: return nil
        }
        position = start + 3
        let text = unescaped(tokens[start + 1], isQuoted: true)
        return Expression(
            .template(text.isEmpty ? [] : [.text(text)]), range: range(from: tokens[start].start))
    }

    func text(of token: Token) -> String { text(of: token.range(in: file)) }

    func text(of range: SourceRange) -> String {
        String(decoding: file.bytes[range.start..<range.end], as: UTF8.self)
    }

    func identifier(_ token: Token) -> Identifier {
        Identifier(name: text(of: token), range: token.range(in: file))
    }

    func range(from start: Int) -> SourceRange {
        SourceRange(file: file, start: start, end: max(start, previous.end))
    }

    /// Reads with line ends as space, or as what they are, and then as before.
    mutating func withNewlines<Result>(
        skipped: Bool, _ rule: (inout Parser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        let before = skipsNewlines
        skipsNewlines = skipped
        defer { skipsNewlines = before }
        return try rule(&self)
    }

    /// Goes one rule deeper.
    mutating func nested<Result>(
        _ rule: (inout Parser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        guard nesting < Self.maximumNesting else {
            throw report(
                "Too deeply nested",
                detail: "More than \(Self.maximumNesting) blocks, brackets or operators stand in"
                    + " one another here. Nothing that deep is read.", at: nextRange)
        }
        nesting += 1
        defer { nesting -= 1 }
        return try rule(&self)
    }

    /// Makes an expression of those that were read, if it does not get too high or too long.
    mutating func build(
        _ kind: Expression.Kind, range: SourceRange
    ) throws(SyntaxError) -> Expression {
        let expression = Expression(kind, range: range)
        if expression.height > Self.maximumHeight {
            throw report(
                "Too deeply nested",
                detail: "More than \(Self.maximumHeight) expressions stand in one another, or steps"
                    + " follow one another, here. Nothing that deep is read.", at: range)
        }
        if expression.chainLength > Self.maximumChain {
            throw report(
                "Too long an expression",
                detail: "More than \(Self.maximumChain) operators follow one another here. Where"
                    + " many values are compared, use a list and contains().", at: range)
        }
        return expression
    }

    // MARK: Reports

    /// Reports an error, and returns what to throw if reading cannot go on.
    @discardableResult
    mutating func report(
        _ summary: String, detail: String, at range: SourceRange
    ) -> SyntaxError {
        if diagnostics.count < Self.maximumDiagnostics {
            diagnostics.append(Diagnostic(summary, detail: detail, at: range, in: context))
        } else {
            // Whatever follows would say no more: the rest of the file is not read.
            position = tokens.count - 1
        }
        return SyntaxError()
    }

    /// Reports what stands next, unless the lexer has done so.
    @discardableResult
    mutating func reportNext(_ summary: String, detail: String) -> SyntaxError {
        if next.kind == .invalid { return SyntaxError() }
        return report(summary, detail: detail, at: nextRange)
    }

    /// How a message names a line of this file.
    func line(at offset: Int) -> String { "line \(file.line(at: offset))" }

    // MARK: Bodies

    mutating func parseFile() -> Body {
        var body = OpenBody(range: SourceRange(file: file, start: 0, end: file.bytes.count))
        repeat {
            parseItems(into: &body)
            if next.kind == .closeBrace {
                report(
                    "Unexpected closing brace",
                    detail: "No block is open that this brace could close." + suspicion,
                    at: nextRange)
                read()
                skipLine()
            }
        } while next.kind != .end
        return body.body
    }

    mutating func parseWholeExpression() -> Expression {
        do throws(SyntaxError) {
            return try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
                let expression = try parser.parseExpression()
                if parser.next.kind != .end {
                    throw parser.reportNext(
                        "Extra characters after expression",
                        detail: "The expression ends before this.")
                }
                return expression
            }
        } catch {
            return Expression(
                .invalid, range: SourceRange(file: file, start: 0, end: file.bytes.count))
        }
    }

    /// Reads items up to a closing brace or the end of the file, which are left to be read.
    private mutating func parseItems(into body: inout OpenBody, endsWithoutNewline: Bool = false) {
        while true {
            let start = nextIndex
            switch next.kind {
            case .closeBrace, .end: return
            case .newline: read()
            default:
                do throws(SyntaxError) {
                    try parseItem(into: &body)
                    try expectLineEnd(endsWithoutNewline: endsWithoutNewline)
                } catch {
                    skipItem(from: start)
                }
            }
        }
    }

    private mutating func parseItem(into body: inout OpenBody) throws(SyntaxError) {
        guard next.kind == .identifier else { throw reportNoItem() }
        let name = identifier(read())
        switch next.kind {
        case .assign:
            read()
            try parseAttribute(name, into: &body)
        case .openBrace, .openQuote, .identifier:
            body.body.blocks.append(try parseBlock(name))
        case .colon, .equal:
            throw report(
                "Missing equals sign",
                detail: "An argument is set with a single equals sign, \"=\".", at: nextRange)
        case .newline, .end:
            throw report(
                "Argument or block definition required",
                detail: "A name alone sets nothing. Set an argument with an equals sign,"
                    + " \"\(name.name) = …\", or open a block with a brace.", at: name.range)
        default:
            throw reportNext(
                "Argument or block definition required",
                detail: "After the name \"\(name.name)\" an equals sign is expected, which sets an"
                    + " argument, or a brace, which opens a block.")
        }
    }

    private mutating func reportNoItem() -> SyntaxError {
        switch next.kind {
        case .openQuote:
            reportNext(
                "Invalid argument name",
                detail: "The names of arguments and blocks are not quoted.")
        default:
            reportNext(
                "Argument or block definition required",
                detail: "An argument or a block must begin here, with its name.")
        }
    }

    private mutating func parseAttribute(
        _ name: Identifier, into body: inout OpenBody
    ) throws(SyntaxError) {
        if let earlier = body.start(of: name.name) {
            report(
                "Argument set twice",
                detail: "\"\(name.name)\" has been set on \(line(at: earlier))."
                    + " An argument can be set only once.", at: name.range)
        }
        let start = next.start
        do throws(SyntaxError) {
            let expression = try parseExpression()
            body.append(Attribute(name: name, expression: expression))
        } catch {
            // The name is known, and what reads the body must not miss it.
            let range = SourceRange(file: file, start: start, end: max(start, previous.end))
            body.append(Attribute(name: name, expression: Expression(.invalid, range: range)))
            throw error
        }
    }

    private mutating func expectLineEnd(endsWithoutNewline: Bool) throws(SyntaxError) {
        switch next.kind {
        case .newline, .end: return
        case .closeBrace:
            if !endsWithoutNewline {
                report(
                    "Missing newline",
                    detail: "In a block of several lines the closing brace stands on a line of its"
                        + " own.", at: nextRange)
            }
        case .comma:
            throw report(
                "Unexpected comma",
                detail: "Arguments are not separated by commas. Put each on a line of its own.",
                at: nextRange)
        case .assign:
            throw report(
                "Unexpected equals sign",
                detail: "One line sets one argument. To compare two values, write \"==\".",
                at: nextRange)
        case .identifier where isKeyword("and") || isKeyword("or"):
            let meant = isKeyword("and") ? "&&" : "||"
            throw report(
                "Unsupported operator",
                detail: "HCL has no operator of that name. Did you mean \"\(meant)\"?",
                at: nextRange)
        default:
            throw reportNext(
                "Missing newline",
                detail: "An argument or a block must be followed by the end of its line.")
        }
    }

    // MARK: Blocks

    private mutating func parseBlock(_ type: Identifier) throws(SyntaxError) -> Block {
        let labels = try parseLabels(of: type)
        let header = SourceRange(
            file: file, start: type.range.start, end: labels.last?.range.end ?? type.range.end)
        let outermost = context
        if context == nil { context = text(of: header) }
        defer { context = outermost }

        let opening = read()
        var body = OpenBody(range: opening.range(in: file))
        try nested { (parser) throws(SyntaxError) in
            switch parser.next.kind {
            case .newline, .end, .closeBrace: parser.parseItems(into: &body)
            default: try parser.parseOnLine(into: &body)
            }
        }
        if let closing = read(.closeBrace) {
            if suspect == nil, isFirstOfLine(closing),
                indentation(closing.start) != indentation(header.start)
            {
                suspect = (header.start, closing.start)
            }
        } else {
            // Only the end of the file comes here, so there is nothing to skip.
            reportUnclosed(opening, of: header)
        }
        body.body.range = range(from: opening.start)
        return Block(type: type, labels: labels, body: body.body, headerRange: header)
    }

    /// Labels up to the opening brace, which is left to be read.
    private mutating func parseLabels(of type: Identifier) throws(SyntaxError) -> [Identifier] {
        var labels: [Identifier] = []
        while true {
            switch next.kind {
            case .openBrace: return labels
            case .identifier: labels.append(identifier(read()))
            case .openQuote: labels.append(try parseLabel())
            case .assign:
                throw report(
                    "Invalid block definition",
                    detail: "A block has no equals sign: after \"\(type.name)\" and its labels its"
                        + " opening brace is expected.", at: nextRange)
            case .newline where isFollowed(by: .openBrace):
                report(
                    "Invalid block definition",
                    detail: "The opening brace of a block stands on the line of its type and"
                        + " labels.", at: tokens[nextIndex + 1].range(in: file))
                read()
            case .newline, .end:
                let header = range(from: type.range.start)
                throw report(
                    "Invalid block definition",
                    detail: labels.count == 1
                        ? "If \"\(type.name)\" is an argument, set it with an equals sign. If it is"
                            + " a block, its opening brace belongs on this line."
                        : "The opening brace of the block is missing.", at: header)
            default:
                throw reportNext(
                    "Invalid block definition",
                    detail: "A label or the opening brace of the block \"\(type.name)\" is expected"
                        + " here.")
            }
        }
    }

    /// `{ name = value }`: one argument, closed on the same line.
    private mutating func parseOnLine(into body: inout OpenBody) throws(SyntaxError) {
        guard next.kind == .identifier else { throw reportNoItem() }
        let first = next
        if isFollowed(by: .openBrace) || isFollowed(by: .openQuote) || isFollowed(by: .identifier) {
            read()
            report(
                "Invalid single-line block",
                detail: "A block on a single line holds one argument and no block. Put what is in"
                    + " it on lines of their own.", at: first.range(in: file).union(nextRange))
            position -= 1
            return parseItems(into: &body, endsWithoutNewline: true)
        }
        try parseItem(into: &body)
        switch next.kind {
        case .closeBrace: return
        case .comma:
            report(
                "Invalid single-line block",
                detail: "A block on a single line holds only one argument. For several, put each on"
                    + " a line of its own.", at: nextRange)
            while read(.comma) != nil {
                guard next.kind == .identifier, isFollowed(by: .assign) else { break }
                try parseItem(into: &body)
            }
        case .newline:
            report(
                "Invalid single-line block",
                detail: "A block whose argument stands on the line of its opening brace must be"
                    + " closed on that line. Put the argument on a line of its own.", at: nextRange)
        case .end: return
        default:
            throw reportNext(
                "Invalid single-line block",
                detail: "After its only argument the block must be closed.")
        }
        parseItems(into: &body, endsWithoutNewline: true)
    }

    private mutating func reportUnclosed(_ opening: Token, of header: SourceRange) {
        // A string or heredoc that never ends has taken the braces with it, and is reported.
        if tokens.dropLast().last?.kind == .invalid { return }
        var detail =
            "There is no closing brace for the block that opens on \(line(at: opening.start))."
        if let line = lineOutdented(after: opening, asMuchAs: header.start) {
            detail += " By the indentation it is missing before line \(line)."
        } else {
            detail += suspicion
        }
        report("Unclosed block", detail: detail, at: opening.range(in: file))
    }

    /// Where braces seem to have gone wrong.
    private var suspicion: String {
        guard let suspect else { return "" }
        return " By the indentation, the brace on \(line(at: suspect.brace)) was not meant to close"
            + " the block of \(line(at: suspect.block))."
    }

    private func lineOutdented(after opening: Token, asMuchAs start: Int) -> Int? {
        let column = indentation(start)
        let index = tokens.indices.first { index in
            tokens[index].start > opening.start && beginsItem(index, indentedAtMost: column)
        }
        return index.map { file.line(at: tokens[$0].start) }
    }

    // MARK: Recovery

    /// Skips what is left of an item in which an error was reported.
    private mutating func skipItem(from start: Int) {
        guard diagnostics.count < Self.maximumDiagnostics else {
            position = tokens.count - 1
            return
        }
        let column = indentation(tokens[start].start)
        var open = 0
        var index = start
        while true {
            switch tokens[index].kind {
            case .end:
                position = index
                return
            case .newline where index >= position && open <= 0:
                position = index
                return
            case .newline where index > start && beginsItem(index + 1, indentedAtMost: column):
                // What has been read beyond it was read in error. Where errors stand in one another,
                // each gives back what those in it have read again: there has to be an end to it.
                givenBack += max(0, position - index)
                position = givenBack <= 4 * tokens.count ? index : tokens.count - 1
                return
            case .closeBrace where open <= 0 && index >= position:
                position = index
                return
            case .openBrace, .openBracket, .openParenthesis, .openInterpolation, .openDirective:
                open += 1
            case .closeBrace, .closeBracket, .closeParenthesis, .closeSequence: open -= 1
            default: break
            }
            index += 1
        }
    }

    private mutating func skipLine() {
        while next.kind != .newline, next.kind != .end { read() }
    }

    /// Whether the token is the first of its line, indented at most so much, and begins an argument
    /// or a block, or closes a block that is indented less.
    private func beginsItem(_ index: Int, indentedAtMost column: Int) -> Bool {
        guard index + 1 < tokens.count, isFirstOfLine(tokens[index]) else { return false }
        switch tokens[index].kind {
        case .closeBrace: return indentation(tokens[index].start) < column
        case .identifier:
            guard indentation(tokens[index].start) <= column else { return false }
            switch tokens[index + 1].kind {
            case .assign, .openBrace, .openQuote, .identifier: return true
            default: return false
            }
        default: return false
        }
    }

    /// Whether the next token begins a line as an argument or a block does: then the bracket that is
    /// open was not meant to be.
    var nextBeginsItem: Bool { beginsItem(nextIndex, indentedAtMost: .max) }

    private func isFirstOfLine(_ token: Token) -> Bool {
        let before = token.start - indentation(token.start)
        return before == 0 || file.bytes[before - 1] == UInt8(ascii: "\n")
    }

    /// How much space is before `offset` on its line.
    private func indentation(_ offset: Int) -> Int {
        var start = offset
        while start > 0, file.bytes[start - 1] == 0x20 || file.bytes[start - 1] == 0x09 {
            start -= 1
        }
        return offset - start
    }
}

/// A body that is being read.
struct OpenBody {
    var body: Body
    /// Where each name was set, once there are so many attributes that searching them again for each
    /// would take long.
    private var starts: [String: Int] = [:]

    /// Bodies of policies have fewer, and a dictionary costs more than it saves them.
    private static let mostSearched = 32

    init(range: SourceRange) {
        body = Body(attributes: [], blocks: [], range: range)
    }

    /// Adds an attribute; of two with one name the first stays.
    mutating func append(_ attribute: Attribute) {
        guard start(of: attribute.name.name) == nil else { return }
        body.attributes.append(attribute)
        switch body.attributes.count {
        case ...Self.mostSearched: break
        case Self.mostSearched + 1:
            for attribute in body.attributes {
                starts[attribute.name.name] = attribute.range.start
            }
        case _: starts[attribute.name.name] = attribute.range.start
        }
    }

    /// Where an attribute of this name was set.
    func start(of name: String) -> Int? {
        body.attributes.count <= Self.mostSearched
            ? body.attribute(named: name)?.range.start : starts[name]
    }
}
