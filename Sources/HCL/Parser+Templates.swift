import Diagnostics

extension Parser {
    /// A template before its directives are paired: what the source holds, one after another.
    private enum Piece {
        /// One token of text: a line of a heredoc, or the part of it before a sequence.
        case text(String)
        case interpolation(Expression)
        case directive(Directive, range: SourceRange)
    }

    private enum Directive {
        case `if`(Expression)
        case `else`
        case endif
        case `for`(key: Identifier?, value: Identifier, Expression)
        case endfor
    }

    /// A quoted template or a heredoc.
    mutating func parseTemplate() throws(SyntaxError) -> Expression {
        let opening = read()
        let isHeredoc = opening.kind == .openHeredoc
        var pieces = try parsePieces(until: isHeredoc ? .closeHeredoc : .closeQuote)
        if isHeredoc, file.bytes[opening.start + 2] == UInt8(ascii: "-") {
            removeIndentation(&pieces)
        }
        let range = range(from: opening.start)
        return try build(.template(try pair(pieces)), range: range)
    }

    /// A quoted string in which no sequence may stand.
    mutating func parseLabel() throws(SyntaxError) -> Identifier {
        let opening = read()
        var label = ""
        while read(.closeQuote) == nil {
            guard let token = read(.text) else {
                throw reportNext(
                    "Invalid label",
                    detail: "A label is plain text, in which no template sequence can stand. To"
                        + " write the characters themselves, double the first: \"$${\".")
            }
            label += unescaped(token, isQuoted: true)
        }
        return Identifier(name: label, range: range(from: opening.start))
    }

    // MARK: Pieces

    private mutating func parsePieces(until closing: Token.Kind) throws(SyntaxError) -> [Piece] {
        var pieces: [Piece] = []
        var dropsLeadingSpace = false
        while read(closing) == nil {
            let token = next
            switch token.kind {
            case .text:
                read()
                var text = unescaped(token, isQuoted: closing == .closeQuote)
                if dropsLeadingSpace { text = text.withoutLeadingSpace }
                dropsLeadingSpace = false
                pieces.append(.text(text))
            case .openInterpolation, .openDirective:
                read()
                // `${~` drops the space before it, `~}` the space after it, each in one token.
                if token.end - token.start == 3, !dropsLeadingSpace,
                    case .text(let text)? = pieces.last
                {
                    pieces[pieces.count - 1] = .text(text.withoutTrailingSpace)
                }
                let piece = try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
                    token.kind == .openInterpolation
                        ? Piece.interpolation(try parser.parseExpression())
                        : try parser.parseDirective(token)
                }
                pieces.append(piece)
                let end = try readSequenceEnd(token)
                dropsLeadingSpace = end.end - end.start == 2
            default:
                // Text, sequences and the end are all the lexer finds in a template.
                throw SyntaxError()
            }
        }
        return pieces
    }

    private mutating func readSequenceEnd(_ opening: Token) throws(SyntaxError) -> Token {
        try withNewlines(skipped: true) { (parser) throws(SyntaxError) in
            if let end = parser.read(.closeSequence) { return end }
            let dollar = parser.file.bytes[opening.start] == UInt8(ascii: "$") ? "$" : "%"
            throw parser.reportNext(
                "Extra characters in template sequence",
                detail: "The closing brace of the sequence is expected here. If \"\(dollar){\" is"
                    + " meant as text, for another language, write \"\(dollar)\(dollar){\".")
        }
    }

    /// What stands between `%{` and `}`.
    private mutating func parseDirective(_ opening: Token) throws(SyntaxError) -> Piece {
        guard let keyword = read(.identifier) else {
            throw reportNext(
                "Invalid template directive",
                detail: "\"%{\" begins a directive: if, else, endif, for or endfor.")
        }
        let directive: Directive
        switch text(of: keyword) {
        case "if": directive = .if(try parseExpression())
        case "else": directive = .else
        case "endif": directive = .endif
        case "endfor": directive = .endfor
        case "for":
            let (key, value, collection) = try parseForNames()
            directive = .for(key: key, value: value, collection)
        case let other:
            let suggestion = didYouMean(other, among: ["if", "else", "endif", "for", "endfor"])
            throw report(
                "Invalid template directive",
                detail: "There is no directive \"\(other)\".\(suggestion)",
                at: keyword.range(in: file))
        }
        return .directive(directive, range: range(from: opening.start))
    }

    // MARK: Directives

    /// A directive whose end has not been found yet.
    private struct OpenDirective {
        let directive: Directive
        let range: SourceRange
        /// What came before it, in the template around it.
        var before: [TemplatePart]
        /// What stands before the `else`, once that has been read.
        var then: [TemplatePart]?
    }

    /// Finds the end of each directive, and joins texts that follow one another.
    private mutating func pair(_ pieces: [Piece]) throws(SyntaxError) -> [TemplatePart] {
        var open: [OpenDirective] = []
        var parts: [TemplatePart] = []
        var text = ""
        for piece in pieces {
            if case .text(let more) = piece {
                text += more
                continue
            }
            parts.append(text: &text)
            switch piece {
            case .text: break
            case .interpolation(let expression): parts.append(.interpolation(expression))
            case .directive(let directive, let range):
                try pair(directive, range, &open, &parts)
            }
        }
        parts.append(text: &text)
        if let last = open.last {
            let end = if case .if = last.directive { "endif" } else { "endfor" }
            throw report(
                "Unclosed template directive",
                detail: "The template ends without the \"%{ \(end) }\" of this directive.",
                at: last.range)
        }
        return parts
    }

    private mutating func pair(
        _ directive: Directive, _ range: SourceRange, _ open: inout [OpenDirective],
        _ parts: inout [TemplatePart]
    ) throws(SyntaxError) {
        switch directive {
        case .if, .for:
            guard open.count < 100 else {
                throw report(
                    "Too deeply nested",
                    detail: "More than 100 directives stand in one another here.", at: range)
            }
            open.append(OpenDirective(directive: directive, range: range, before: parts))
            parts = []
        case .else:
            guard case .if? = open.last?.directive, open.last?.then == nil else {
                throw reportUnpaired("else", range, inside: open.last)
            }
            open[open.count - 1].then = parts
            parts = []
        case .endif:
            guard case .if(let condition)? = open.last?.directive else {
                throw reportUnpaired("endif", range, inside: open.last)
            }
            var finished = open.removeLast()
            swap(&parts, &finished.before)
            let body = finished.before
            let (yes, no) = if let then = finished.then { (then, body) } else { (body, []) }
            parts.append(.conditional(condition, then: yes, else: no))
        case .endfor:
            guard case .for(let key, let value, let collection)? = open.last?.directive else {
                throw reportUnpaired("endfor", range, inside: open.last)
            }
            var finished = open.removeLast()
            swap(&parts, &finished.before)
            parts.append(.loop(key: key, value: value, collection, body: finished.before))
        }
    }

    private mutating func reportUnpaired(
        _ name: String, _ range: SourceRange, inside open: OpenDirective?
    ) -> SyntaxError {
        let detail =
            switch open?.directive {
            case .if where name == "else": "This 'if' has an \"else\" already."
            case .if: "The 'if' of \(line(at: open?.range.start ?? 0)) is still open."
            case .for: "The 'for' of \(line(at: open?.range.start ?? 0)) is still open."
            case .else, .endif, .endfor, nil: "No directive is open that it could belong to."
            }
        return report(
            "Unexpected \(name) directive",
            detail: detail + " Each 'if' ends with \"endif\", each 'for' with \"endfor\".",
            at: range)
    }

    // MARK: Indentation

    /// Removes from the lines of a `<<-` heredoc the space that all of them begin with.
    ///
    /// Only the source counts, never what a sequence comes to; a line of nothing but space does not
    /// count, and a line that begins with a sequence has no space to remove.
    private func removeIndentation(_ pieces: inout [Piece]) {
        var least = Int.max
        var leading: [Int] = []
        var beginsLine = true
        for (index, piece) in pieces.enumerated() {
            guard case .text(let text) = piece else {
                if beginsLine { least = 0 }
                beginsLine = false
                continue
            }
            let endsLine = text.utf8.last == UInt8(ascii: "\n")
            if beginsLine {
                let rest = text.withoutLeadingSpace
                if !(rest.isEmpty && endsLine) {
                    least = min(least, text.count - rest.count)
                    leading.append(index)
                }
            }
            beginsLine = endsLine
        }
        for index in leading {
            guard case .text(let text) = pieces[index] else { continue }
            pieces[index] = .text(String(text.dropFirst(least)))
        }
    }

    // MARK: Escapes

    /// The text that a token of a template stands for.
    mutating func unescaped(_ token: Token, isQuoted: Bool) -> String {
        let bytes = file.bytes[token.start..<token.end]
        let isPlain = !bytes.contains { byte in
            byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%")
        }
        if isPlain { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = token.start
        while position < token.end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\"), isQuoted {
                position = appendEscape(at: position, until: token.end, to: &result)
            } else if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"),
                bytes[position...].starts(with: [byte, byte, UInt8(ascii: "{")])
            {
                result += [byte, UInt8(ascii: "{")]
                position += 3
            } else {
                result.append(byte)
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Reads the escape sequence at `position`, and returns where it ends.
    private mutating func appendEscape(
        at position: Int, until end: Int, to result: inout [UInt8]
    ) -> Int {
        guard position + 1 < end else { return end }
        let selector = file.bytes[position + 1]
        switch selector {
        case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
        case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(selector)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = selector == UInt8(ascii: "u") ? 4 : 8
            let digits = file.bytes[(position + 2)..<end].prefix(count).prefix { $0.isHexadecimal }
            let escape = SourceRange(
                file: file, start: position, end: position + 2 + digits.count)
            guard digits.count == count else {
                report(
                    "Invalid escape sequence",
                    detail: count == 4
                        ? "Four hexadecimal digits must follow \\u."
                        : "Eight hexadecimal digits must follow \\U.", at: escape)
                return escape.end
            }
            let text = String(decoding: digits, as: UTF8.self)
            guard let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init) else {
                report(
                    "Invalid escape sequence",
                    detail: "U+\(text) is no Unicode character.", at: escape)
                return escape.end
            }
            result += Array(String(scalar).utf8)
            return escape.end
        default:
            // The whole character after the backslash, which may be several bytes long.
            var next = position + 2
            while next < end, file.bytes[next] & 0xC0 == 0x80 { next += 1 }
            report(
                "Invalid escape sequence",
                detail: "A backslash begins one of \\n, \\r, \\t, \\\", \\\\, \\uNNNN and"
                    + " \\UNNNNNNNN. For a backslash itself write \\\\.",
                at: SourceRange(file: file, start: position, end: next))
            return next
        }
        return position + 2
    }
}

extension [TemplatePart] {
    /// Takes the text, if there is any.
    fileprivate mutating func append(text: inout String) {
        if !text.isEmpty { append(.text(text)) }
        text = ""
    }
}

extension String {
    fileprivate var withoutLeadingSpace: String {
        String(unicodeScalars.drop { $0.properties.isWhitespace })
    }

    fileprivate var withoutTrailingSpace: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.reversed().drop { $0.properties.isWhitespace }.reversed()))
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
