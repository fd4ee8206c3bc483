import Diagnostics

/// Splits a file of HCL native syntax into tokens (hclsyntax/spec.md, "Lexical Elements").
///
/// Templates nest without bound, `"${"${x}"}"`, so the lexer keeps a stack of what it is in instead
/// of calling itself. What it cannot read it reports and hands on as `.invalid`; a quoted string
/// that its line does not close is closed there, because the next line is most often innocent.
struct Lexer {
    private let file: SourceFile
    private let bytes: [UInt8]
    private var offset = 0
    private var modes: [Mode] = [.expressions(openBraces: 0, start: 0)]

    private(set) var tokens: [Token] = []
    private(set) var diagnostics: [Diagnostic] = []

    private enum Mode {
        /// Bodies and expressions; a brace that closes none of `openBraces` ends the sequence that
        /// `start` opened.
        case expressions(openBraces: Int, start: Int)
        case quoted(start: Int)
        case heredoc(start: Int, marker: Range<Int>)
    }

    init(_ file: SourceFile) {
        self.file = file
        bytes = file.bytes
    }

    /// Reads the whole file.
    ///
    /// The last token is `.end`, and there is no other.
    mutating func run() {
        checkCharacters()
        while offset < bytes.count, let mode = modes.last {
            // Somebody has given us something that is no HCL at all.
            if diagnostics.count >= 100 {
                modes.removeLast(modes.count - 1)
                offset = bytes.count
                append(.invalid, length: 0)
                break
            }
            switch mode {
            case .expressions(let openBraces, let start):
                readExpressionToken(openBraces: openBraces, start: start)
            case .quoted(let start):
                readQuotedToken(start: start)
            case .heredoc(let start, let marker):
                readHeredocToken(start: start, marker: marker)
            }
        }
        reportUnclosed()
        tokens.append(Token(kind: .end, start: bytes.count, end: bytes.count))
    }

    // MARK: Characters

    /// Reports what may stand nowhere in a file, once for the whole of it: text that is not UTF-8,
    /// control characters, and those that make a line look different from what it is.
    private mutating func checkCharacters() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            report(
                "Unexpected byte order mark",
                detail: "The file begins with a Unicode byte order mark, which HCL does not permit."
                    + " Save it as UTF-8 without one.", 0, 3)
            offset = 3
        }
        var position = endOfPlainText(from: offset)
        while position < bytes.count, diagnostics.count < 10 {
            let byte = bytes[position]
            if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                position = endOfPlainText(from: position)
                continue
            }
            guard let (scalar, length) = scalar(at: position) else {
                report(
                    "Invalid character encoding",
                    detail: "The file must be UTF-8, and here it is not: the byte"
                        + " 0x\(hexadecimal(byte, digits: 2)) belongs to no character.",
                    position, position + 1)
                position += 1
                // One message for a run of them, such as a whole word of Latin-1.
                while position < bytes.count, bytes[position] >= 0x80 { position += 1 }
                continue
            }
            let isControl = scalar.properties.generalCategory == .control
            if isControl || scalar.properties.isBidiControl {
                report(
                    "Invalid character",
                    detail: isControl
                        ? "The control character \(name(of: scalar)) may not stand in a policy."
                            + " In quotes it can be written as an escape sequence."
                        : "The character \(name(of: scalar)) changes the order in which text is"
                            + " displayed, so that what is read is not what is meant. In quotes it"
                            + " can be written as an escape sequence.",
                    position, position + length)
                // One message for a line, which is full of them or of one.
                position = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                continue
            }
            position += length
        }
    }

    /// Where printable ASCII and the ends of its lines end: nearly always at the end of the file.
    private func endOfPlainText(from start: Int) -> Int {
        let bytes = bytes
        let text = bytes.span
        var position = start
        while position < text.count {
            let byte = text[position]
            guard byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09
            else { break }
            position += 1
        }
        return position
    }

    /// The character at `position`, or nil where the bytes are not UTF-8 (RFC 3629).
    private func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        let first = bytes[position]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        var iterator = bytes[position..<min(position + 4, bytes.count)].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, UTF8.width(scalar))
    }

    private func byte(at position: Int) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    // MARK: Bodies and expressions

    private mutating func readExpressionToken(openBraces: Int, start: Int) {
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
            repeat { offset += 1 } while offset < bytes.count && bytes[offset] == byte
        case UInt8(ascii: "\n"): readNewline(length: 1)
        case UInt8(ascii: "\r") where self.byte(at: offset + 1) == UInt8(ascii: "\n"):
            readNewline(length: 2)
        case UInt8(ascii: "#"): skipLineComment()
        case UInt8(ascii: "/") where self.byte(at: offset + 1) == UInt8(ascii: "/"):
            skipLineComment()
        case UInt8(ascii: "/") where self.byte(at: offset + 1) == UInt8(ascii: "*"):
            skipInlineComment()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
        case UInt8(ascii: "\""):
            append(.openQuote, length: 1)
            modes.append(.quoted(start: offset - 1))
        case UInt8(ascii: "<") where self.byte(at: offset + 1) == UInt8(ascii: "<"): openHeredoc()
        case UInt8(ascii: "{"):
            append(.openBrace, length: 1)
            modes[modes.count - 1] = .expressions(openBraces: openBraces + 1, start: start)
        case UInt8(ascii: "}") where openBraces == 0 && modes.count > 1:
            append(.closeSequence, length: 1)
            modes.removeLast()
        case UInt8(ascii: "}"):
            append(.closeBrace, length: 1)
            modes[modes.count - 1] = .expressions(openBraces: max(openBraces - 1, 0), start: start)
        case UInt8(ascii: "~")
        where openBraces == 0 && modes.count > 1 && self.byte(at: offset + 1) == UInt8(ascii: "}"):
            append(.closeSequence, length: 2)
            modes.removeLast()
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"):
            readIdentifier()
        case 0x80...:
            if startsIdentifier(at: offset) != nil { readIdentifier() } else { readInvalid() }
        default: readPunctuation(byte)
        }
    }

    private mutating func append(_ kind: Token.Kind, length: Int) {
        tokens.append(Token(kind: kind, start: offset, end: offset + length))
        offset += length
    }

    /// One token for any number of line ends, so that the parser never has to look past two.
    private mutating func readNewline(length: Int) {
        if let last = tokens.last, case .newline = last.kind {
            offset += length
        } else {
            append(.newline, length: length)
        }
    }

    /// Leaves the line's end to be read: a line comment counts as one.
    private mutating func skipLineComment() {
        let bytes = bytes
        let text = bytes.span
        var position = offset
        while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
        offset = position
        if offset > 0, offset < bytes.count, bytes[offset - 1] == UInt8(ascii: "\r") { offset -= 1 }
    }

    private mutating func skipInlineComment() {
        let start = offset
        offset += 2
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "*"), byte(at: offset + 1) == UInt8(ascii: "/") {
                offset += 2
                return
            }
            offset += 1
        }
        report(
            "Unterminated comment",
            detail: "The comment that opens here is not closed before the end of the file. Close it"
                + " with \"*/\", or begin each of its lines with \"#\".", start, start + 2)
        tokens.append(Token(kind: .invalid, start: start, end: start + 2))
    }

    /// Reads `digit+ ("." digit+)? ([eE] [+-]? digit+)?`.
    private mutating func readNumber() {
        let start = offset
        skipDigits()
        if bytes[offset...].first == UInt8(ascii: "."), isDigit(at: offset + 1) {
            offset += 1
            skipDigits()
        }
        if let mark = byte(at: offset), mark | 0x20 == UInt8(ascii: "e") {
            let sign = byte(at: offset + 1)
            let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
            if isDigit(at: offset + (isSigned ? 2 : 1)) {
                offset += isSigned ? 2 : 1
                skipDigits()
            }
        }
        guard startsIdentifier(at: offset) != nil || isDigit(afterDotAt: offset) else {
            tokens.append(Token(kind: .number, start: start, end: offset))
            return
        }
        // `10GB`, `0x1F`, `1_000`, `1.2.3`: the whole of it is what somebody meant as one value.
        while startsIdentifier(at: offset) != nil || isDigit(afterDotAt: offset)
            || isDigit(at: offset)
        {
            offset += identifierContinuation(at: offset) ?? 1
        }
        report(
            "Invalid number",
            detail: "A number is written with decimal digits, with an optional fraction and an"
                + " optional exponent. If this is meant to be text, put it in quotes.",
            start, offset)
        tokens.append(Token(kind: .invalid, start: start, end: offset))
    }

    private mutating func skipDigits() {
        while isDigit(at: offset) { offset += 1 }
    }

    private func isDigit(at position: Int) -> Bool {
        guard let byte = byte(at: position) else { return false }
        return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private func isDigit(afterDotAt position: Int) -> Bool {
        byte(at: position) == UInt8(ascii: ".") && isDigit(at: position + 1)
    }

    /// `ID_Start (ID_Continue | "-")*` of UAX #31, and an underscore may stand first.
    private mutating func readIdentifier() {
        let start = offset
        skipIdentifier()
        tokens.append(Token(kind: .identifier, start: start, end: offset))
    }

    private mutating func skipIdentifier() {
        offset += startsIdentifier(at: offset) ?? 0
        skipNameCharacters()
        while let length = identifierContinuation(at: offset) { offset += length }
    }

    /// Steps over those of ASCII with which an identifier goes on: nearly always all.
    private mutating func skipNameCharacters() {
        let bytes = bytes
        let text = bytes.span
        var position = offset
        loop: while position < text.count {
            switch text[position] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                position += 1
            case _: break loop
            }
        }
        offset = position
    }

    /// The length of the character at `position` if an identifier can begin with it.
    private func startsIdentifier(at position: Int) -> Int? {
        guard let byte = byte(at: position) else { return nil }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"):
            return 1
        case 0x80...:
            guard let (scalar, length) = scalar(at: position), scalar.properties.isIDStart else {
                return nil
            }
            return length
        default: return nil
        }
    }

    /// The length of the character at `position` if an identifier can go on with it.
    private func identifierContinuation(at position: Int) -> Int? {
        guard let byte = byte(at: position) else { return nil }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            return 1
        case 0x80...:
            guard let (scalar, length) = scalar(at: position), scalar.properties.isIDContinue else {
                return nil
            }
            return length
        default: return nil
        }
    }

    private mutating func readPunctuation(_ byte: UInt8) {
        let next = self.byte(at: offset + 1)
        switch byte {
        case UInt8(ascii: "["): append(.openBracket, length: 1)
        case UInt8(ascii: "]"): append(.closeBracket, length: 1)
        case UInt8(ascii: "("): append(.openParenthesis, length: 1)
        case UInt8(ascii: ")"): append(.closeParenthesis, length: 1)
        case UInt8(ascii: ","): append(.comma, length: 1)
        case UInt8(ascii: "*"): append(.star, length: 1)
        case UInt8(ascii: "/"): append(.slash, length: 1)
        case UInt8(ascii: "%"): append(.percent, length: 1)
        case UInt8(ascii: "+"): append(.plus, length: 1)
        case UInt8(ascii: "-"): append(.minus, length: 1)
        case UInt8(ascii: "?"): append(.question, length: 1)
        case UInt8(ascii: ":"):
            if next == UInt8(ascii: ":") {
                append(.doubleColon, length: 2)
            } else {
                append(.colon, length: 1)
            }
        case UInt8(ascii: "."):
            if next == UInt8(ascii: "."), self.byte(at: offset + 2) == UInt8(ascii: ".") {
                append(.ellipsis, length: 3)
            } else {
                append(.dot, length: 1)
            }
        case UInt8(ascii: "="):
            switch next {
            case UInt8(ascii: "="): append(.equal, length: 2)
            case UInt8(ascii: ">"): append(.arrow, length: 2)
            default: append(.assign, length: 1)
            }
        case UInt8(ascii: "!"):
            append(
                next == UInt8(ascii: "=") ? .notEqual : .bang,
                length: next == UInt8(ascii: "=") ? 2 : 1)
        case UInt8(ascii: "<"):
            append(
                next == UInt8(ascii: "=") ? .lessOrEqual : .less,
                length: next == UInt8(ascii: "=") ? 2 : 1)
        case UInt8(ascii: ">"):
            append(
                next == UInt8(ascii: "=") ? .greaterOrEqual : .greater,
                length: next == UInt8(ascii: "=") ? 2 : 1)
        case UInt8(ascii: "&"):
            reportBitwise(doubled: next == byte, "&&", "and")
            append(.and, length: next == byte ? 2 : 1)
        case UInt8(ascii: "|"):
            reportBitwise(doubled: next == byte, "||", "or")
            append(.or, length: next == byte ? 2 : 1)
        case UInt8(ascii: ";"):
            report(
                "Invalid character",
                detail: "A semicolon separates nothing in HCL. Put each argument and each block on"
                    + " a line of its own.", offset, offset + 1)
            append(.newline, length: 1)
        case UInt8(ascii: "'"): readWronglyQuoted(closing: "'", "Single quotes")
        case UInt8(ascii: "`"): readWronglyQuoted(closing: "`", "Backticks")
        default: readInvalid()
        }
    }

    private mutating func reportBitwise(doubled: Bool, _ meant: String, _ word: String) {
        guard !doubled else { return }
        report(
            "Unsupported operator",
            detail: "HCL has no bitwise operators. Did you mean \"\(meant)\", the logical"
                + " \(word)?", offset, offset + 1)
    }

    /// Text in marks that quote nothing: reported as a whole where the line closes them.
    private mutating func readWronglyQuoted(closing: Unicode.Scalar, _ what: String) {
        let start = offset
        let mark = Array(String(closing).utf8)
        var position = offset + (scalar(at: offset)?.length ?? 1)
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
            if bytes[position...].starts(with: mark) {
                offset = position + mark.count
                break
            }
            position += 1
        }
        if offset == start { offset += scalar(at: offset)?.length ?? 1 }
        report(
            "Invalid quotes",
            detail: "\(what) do not quote text in HCL. Put it in straight double quotes: \".",
            start, offset)
        tokens.append(Token(kind: .invalid, start: start, end: offset))
    }

    private mutating func readInvalid() {
        guard let (scalar, length) = scalar(at: offset) else {
            // Not UTF-8, which `checkCharacters` has reported.
            append(.invalid, length: 1)
            return
        }
        switch scalar {
        case "\u{201C}", "\u{201D}": readWronglyQuoted(closing: "\u{201D}", "Curly quotes")
        case "\u{2018}", "\u{2019}": readWronglyQuoted(closing: "\u{2019}", "Curly quotes")
        default: readMeaningless(scalar, length: length)
        }
    }

    private mutating func readMeaningless(_ scalar: Unicode.Scalar, length: Int) {
        let properties = scalar.properties
        let isControl = properties.generalCategory == .control && scalar != "\r"
        if isControl || properties.isBidiControl {
            // Reported by `checkCharacters`, and nothing that anybody meant as a value.
            offset += length
        } else if properties.isWhitespace {
            report(
                "Invalid character",
                detail: "The white space \(name(of: scalar)) has no meaning here. Use ordinary"
                    + " spaces.", offset, offset + length)
            // A carriage return alone ended a line once.
            if scalar == "\r" { append(.newline, length: 1) } else { offset += length }
        } else {
            // A run of them is one mistake.
            let follows = tokens.last.map { $0.kind == .invalid && $0.end == offset } ?? false
            if !follows {
                report(
                    "Invalid character",
                    detail: "The character \(name(of: scalar)) has no meaning here.",
                    offset, offset + length)
            }
            append(.invalid, length: length)
        }
    }

    // MARK: Templates

    private mutating func readQuotedToken(start: Int) {
        let textStart = offset
        while true {
            skipPlainText()
            guard offset < bytes.count else { break }
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                appendText(from: textStart)
                append(.closeQuote, length: 1)
                modes.removeLast()
                return
            case UInt8(ascii: "\\") where !isNewline(at: offset + 1):
                offset = min(offset + 2, bytes.count)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                appendText(from: textStart)
                closeAtLineEnd(start: start)
                return
            default:
                if openSequence(textStart: textStart) { return }
            }
        }
        appendText(from: textStart)
    }

    /// Steps over what means nothing in a template: most of it.
    private mutating func skipPlainText() {
        let bytes = bytes
        let text = bytes.span
        var position = offset
        loop: while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
                UInt8(ascii: "$"), UInt8(ascii: "%"):
                break loop
            case _: position += 1
            }
        }
        offset = position
    }

    /// Steps over a character that is no sequence's start, or opens the sequence.
    private mutating func openSequence(textStart: Int) -> Bool {
        let byte = bytes[offset]
        guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") else {
            offset += 1
            return false
        }
        if self.byte(at: offset + 1) == byte, self.byte(at: offset + 2) == UInt8(ascii: "{") {
            offset += 3
            return false
        }
        guard self.byte(at: offset + 1) == UInt8(ascii: "{") else {
            offset += 1
            return false
        }
        appendText(from: textStart)
        modes.append(.expressions(openBraces: 0, start: offset))
        append(
            byte == UInt8(ascii: "$") ? .openInterpolation : .openDirective,
            length: self.byte(at: offset + 2) == UInt8(ascii: "~") ? 3 : 2)
        return true
    }

    private mutating func appendText(from start: Int) {
        if start < offset { tokens.append(Token(kind: .text, start: start, end: offset)) }
    }

    private func isNewline(at position: Int) -> Bool {
        let byte = byte(at: position)
        return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// A quoted string may not go on in the next line.
    ///
    /// If it stands in a sequence of another string of this line, as in `"${name"`, then the brace
    /// is what is missing, and both end here.
    private mutating func closeAtLineEnd(start: Int) {
        if modes.count > 2, case .expressions(_, let sequence) = modes[modes.count - 2],
            !bytes[sequence..<offset].contains(UInt8(ascii: "\n"))
        {
            reportUnclosedSequence(sequence)
            modes.removeLast(modes.count - 1)
            return
        }
        report(
            "Unclosed string",
            detail: "A quoted string must be closed on the line it begins on. For several lines use"
                + " a heredoc (\"<<EOT\"), or write \\n where a new line is meant.", start, offset)
        append(.closeQuote, length: 0)
        modes.removeLast()
    }

    /// `<<EOT` or `<<-EOT`, with nothing after it on its line.
    private mutating func openHeredoc() {
        let start = offset
        offset += byte(at: offset + 2) == UInt8(ascii: "-") ? 3 : 2
        let markerStart = offset
        skipIdentifier()
        let marker = markerStart..<offset
        if byte(at: offset) == UInt8(ascii: "\r") { offset += 1 }
        guard !marker.isEmpty, byte(at: offset) == UInt8(ascii: "\n") else {
            offset = marker.upperBound
            report(
                "Invalid heredoc",
                detail: "A heredoc opens with \"<<\" or \"<<-\" and a marker such as EOT, and"
                    + " nothing may follow on that line, not even a space.", start, offset)
            tokens.append(Token(kind: .invalid, start: start, end: offset))
            return
        }
        offset += 1
        tokens.append(Token(kind: .openHeredoc, start: start, end: offset))
        modes.append(.heredoc(start: start, marker: marker))
    }

    /// One line of a heredoc, or the part of it before a sequence.
    private mutating func readHeredocToken(start: Int, marker: Range<Int>) {
        let textStart = offset
        if bytes[offset - 1] == UInt8(ascii: "\n"), let closing = lineHolds(only: marker) {
            offset = closing
            append(.closeHeredoc, length: marker.count)
            modes.removeLast()
            // What follows the marker is space, and then the newline that ends the argument.
            return
        }
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\n") {
                offset += 1
                appendText(from: textStart)
                return
            }
            if openSequence(textStart: textStart) { return }
        }
        appendText(from: textStart)
    }

    /// Where the marker stands, if this line holds it and nothing else but spaces, and ends.
    private func lineHolds(only marker: Range<Int>) -> Int? {
        var position = offset
        while let byte = byte(at: position), byte == 0x20 || byte == 0x09 { position += 1 }
        let found = position
        guard bytes[position...].starts(with: bytes[marker]) else { return nil }
        position += marker.count
        while let byte = byte(at: position), byte == 0x20 || byte == 0x09 || byte == 0x0D {
            position += 1
        }
        return byte(at: position) == UInt8(ascii: "\n") ? found : nil
    }

    // MARK: Reports

    /// What the end of the file leaves open: the innermost is told, the rest follows from it.
    private mutating func reportUnclosed() {
        guard modes.count > 1, let mode = modes.last else { return }
        switch mode {
        case .expressions(_, let start):
            reportUnclosedSequence(start)
        case .quoted(let start):
            report(
                "Unclosed string",
                detail: "There is no closing quote before the end of the file.", start, offset)
            tokens.append(Token(kind: .invalid, start: start, end: start + 1))
        case .heredoc(let start, let marker):
            let text = String(decoding: bytes[marker], as: UTF8.self)
            report(
                "Unterminated heredoc",
                detail: "The heredoc must end with a line that holds only its marker, \(text),"
                    + " and there is none before the end of the file. That line itself must end"
                    + " with a newline.", start, marker.upperBound)
            tokens.append(Token(kind: .invalid, start: start, end: marker.upperBound))
        }
    }

    /// Puts one invalid token in the place of all that was read as if it stood in the sequence.
    private mutating func reportUnclosedSequence(_ start: Int) {
        while let last = tokens.last, last.start >= start { tokens.removeLast() }
        tokens.append(Token(kind: .invalid, start: start, end: start + 2))
        let opener = bytes[start] == UInt8(ascii: "$") ? "$" : "%"
        report(
            "Unclosed template sequence",
            detail: "There is no closing brace for the sequence that opens here. If \"\(opener){\""
                + " is meant as text, write \"\(opener)\(opener){\".", start, start + 2)
    }

    private mutating func report(_ summary: String, detail: String, _ start: Int, _ end: Int) {
        diagnostics.append(
            Diagnostic(
                summary, detail: detail, at: SourceRange(file: file, start: start, end: end)))
    }
}

/// How a message names a character that may be invisible: `U+202E (RIGHT-TO-LEFT OVERRIDE)`.
private func name(of scalar: Unicode.Scalar) -> String {
    let code = "U+" + hexadecimal(scalar.value, digits: 4)
    if let name = scalar.properties.name { return "\(code) (\(name))" }
    return code
}

private func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
