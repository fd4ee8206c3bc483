/// Text on a terminal: what may be sent there, and how many cells it takes.
///
/// A plan names things as strangers have named them. Such a name must not move the cursor, reverse
/// the line it stands in, or look like another; so whatever does not show as itself is written as
/// the escape sequence by which HCL names it.
package enum TerminalText {
    // MARK: Making text harmless

    /// One line of text in which nothing is hidden.
    ///
    /// Newlines, tabs, controls, direction marks, characters without width or meaning, and bytes
    /// that are not UTF-8 become `\n`, `\t`, `\u001b`, `\U000e0041` or `\xff`. So does what the log
    /// of a pipeline would obey. A backslash stays: this is for reading, not for reading back.
    package static func printable(_ bytes: [UInt8]) -> String {
        // Nearly every name is plain ASCII.
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            let text = String(decoding: bytes, as: UTF8.self)
            return bytes.contains(UInt8(ascii: "#")) ? withoutLogCommands(text) : text
        }
        var result = ""
        var decoder = PrintableText()
        var position = 0
        while position < bytes.count {
            var iterator = bytes[position..<min(position + 4, bytes.count)].makeIterator()
            var utf8 = UTF8()
            if case .scalarValue(let scalar) = utf8.decode(&iterator) {
                position += UTF8.width(scalar)
                var next: Unicode.Scalar?
                if position < bytes.count {
                    var rest = bytes[position..<min(position + 4, bytes.count)].makeIterator()
                    var ahead = UTF8()
                    if case .scalarValue(let scalar) = ahead.decode(&rest) { next = scalar }
                }
                decoder.append(scalar, before: next, to: &result)
            } else {
                decoder.appendEscape("\\x", UInt32(bytes[position]), digits: 2, to: &result)
                position += 1
            }
        }
        return withoutLogCommands(result)
    }

    /// The text without what programs that show the log of a pipeline take for a command, wherever in
    /// a line it stands.
    ///
    /// `##[add-mask]…` (`ActionCommand.cs` of GitHub's runner), `##vso[…` (`Command.cs` of Azure's
    /// agent), `##teamcity[…`. With them a name could hide from the log what is lost. `::`, a command
    /// only where a line begins, is for those who make the lines.
    private static func withoutLogCommands(_ text: String) -> String {
        var result: [UInt8] = []
        // Where the second of two `#` is, as long as only letters follow.
        var hash: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "#"):
                hash = result.last == byte ? result.count : nil
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                break
            case UInt8(ascii: "["):
                if let hash { result.replaceSubrange(hash...hash, with: "\\u0023".utf8) }
                hash = nil
            case _:
                hash = nil
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// One line of text in which nothing is hidden.
    package static func printable(_ text: String) -> String { printable(Array(text.utf8)) }

    // MARK: Measuring

    /// How many cells of a terminal the text takes.
    ///
    /// Counted by what is seen as one character (grapheme clusters, UAX #29): an emoji takes two
    /// however many code points it is joined from.
    package static func width(of text: String) -> Int {
        // Nearly every word is plain ASCII, of which each byte is seen as one.
        for byte in text.utf8 where byte < 0x20 || byte >= 0x7F {
            return text.reduce(0) { $0 + $1.cells }
        }
        return text.utf8.count
    }

    /// The text if it fits, or as much of it as does, with an ellipsis.
    package static func truncated(_ text: String, to cells: Int) -> String {
        // Bytes are never fewer than cells.
        if text.utf8.count <= cells || width(of: text) <= cells { return text }
        var result = ""
        var used = 1
        for character in text {
            used += character.cells
            if used > cells { break }
            result.append(character)
        }
        return cells > 0 ? result + "…" : ""
    }

    /// The text in lines of so many cells, broken at spaces; a longer word has a line of its own.
    package static func wrapped(_ text: String, to cells: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let word = String(word)
            let width = width(of: word)
            if !line.isEmpty, used + 1 + width > cells {
                lines.append(line)
                line = ""
                used = 0
            }
            if line.isEmpty {
                line = word
                used = width
            } else {
                line += " " + word
                used += 1 + width
            }
        }
        return lines + [line]
    }
}

/// What has been written before decides whether a mark or a joiner has something to belong to.
private struct PrintableText {
    private var previous: Unicode.Scalar?
    private var marks = 0

    mutating func append(
        _ scalar: Unicode.Scalar, before next: Unicode.Scalar?, to result: inout String
    ) {
        switch scalar {
        case " "..."~":
            result.unicodeScalars.append(scalar)
            previous = scalar
            marks = 0
        case "\n": appendEscape("\\n", to: &result)
        case "\r": appendEscape("\\r", to: &result)
        case "\t": appendEscape("\\t", to: &result)
        case _ where shows(scalar, before: next):
            result.unicodeScalars.append(scalar)
            let isMark = scalar.isMark
            marks = isMark ? marks + 1 : 0
            if !isMark { previous = scalar }
        case _ where scalar.value > 0xFFFF:
            appendEscape("\\U", scalar.value, digits: 8, to: &result)
        default: appendEscape("\\u", scalar.value, digits: 4, to: &result)
        }
    }

    mutating func appendEscape(
        _ prefix: String, _ value: UInt32, digits: Int, to result: inout String
    ) {
        let text = String(value, radix: 16)
        let zeros = String(repeating: "0", count: max(0, digits - text.count))
        appendEscape(prefix + zeros + text, to: &result)
    }

    private mutating func appendEscape(_ escape: String, to result: inout String) {
        result += escape
        previous = nil
        marks = 0
    }

    /// Whether a terminal shows this character as what it is.
    private func shows(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
        let properties = scalar.properties
        switch scalar {
        case "\u{FE0E}", "\u{FE0F}":
            // Chooses between the two looks of an emoji.
            return previous?.isPictograph ?? false
        case "\u{200D}":
            // Joins two emoji into one.
            return (previous?.isPictograph ?? false) && (next?.isPictograph ?? false)
        case "\u{2800}":
            // Braille without any dot.
            return false
        case _ where scalar.isHangulContinuation: return previous?.beginsHangul ?? false
        default: break
        }
        if properties.isDefaultIgnorableCodePoint { return false }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            return false
        case .nonspacingMark, .enclosingMark, .spacingMark:
            // Without a letter it falls on whatever stands before the text; and no language piles
            // up more than a few.
            return previous != nil && marks < 4
        case .spaceSeparator:
            // The ideographic space is as visible as any; the others pass for an ordinary one.
            return scalar == "\u{3000}"
        default: return true
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: value == 0x200D || isHangulContinuation
        }
    }

    /// A vowel or final of Hangul, which is drawn into the square of the consonant before it.
    fileprivate var isHangulContinuation: Bool {
        (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }

    fileprivate var beginsHangul: Bool {
        (0x1100...0x115E).contains(value) || (0xA960...0xA97C).contains(value)
            || (0xAC00...0xD7A3).contains(value)
    }

    /// An emoji that is no digit or sign of ASCII.
    fileprivate var isPictograph: Bool { value > 0x7F && properties.isEmoji }

    /// What a terminal gives this code point when it stands alone.
    fileprivate var cells: Int {
        if value < 0x300 { return value >= 0x20 && value != 0x7F ? 1 : 0 }
        if isHangulContinuation { return 0 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator,
            .paragraphSeparator:
            return 0
        default: return isWide(value) ? 2 : 1
        }
    }
}

extension Character {
    fileprivate var cells: Int {
        let scalars = unicodeScalars
        // Emoji and text presentation (UTS #51, 1.4.3).
        if scalars.dropFirst().contains("\u{FE0F}") { return 2 }
        if scalars.dropFirst().contains("\u{FE0E}") { return 1 }
        // Joined emoji, flags and skin tones are drawn as one; letters beside each other.
        return scalars.first?.isPictograph ?? false
            ? scalars.reduce(0) { max($0, $1.cells) } : scalars.reduce(0) { $0 + $1.cells }
    }
}
