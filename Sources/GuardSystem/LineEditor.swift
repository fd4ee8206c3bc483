/// A line as it is typed, key by key.
///
/// The keys are those of a terminal's own line editing (termios(3)): Backspace, Ctrl-W for a word,
/// Ctrl-U for the line, Ctrl-D for the end. Cursor keys do nothing. Between `ESC [ 200 ~` and
/// `ESC [ 201 ~` the terminal sends what has been pasted (xterm's bracketed paste mode).
struct LineEditor {
    private(set) var line: [UInt8] = []
    private let prompt: [UInt8]
    private let limit: Int
    private var state = State.typing

    private enum State: Equatable {
        case typing
        /// Inside a character of several bytes: those that are there, and how many it will have.
        case character([UInt8], count: Int)
        /// After ESC.
        case escape
        /// After `ESC O`: one more key.
        case singleShift
        /// After `ESC [`, with what has followed.
        case sequence([UInt8])
        /// In a paste; the last bytes of it, to see its end.
        case paste([UInt8])
    }

    init(prompt: [UInt8], limit: Int) {
        // Only the prompt's last line is before the cursor.
        self.prompt = Array(prompt[(prompt.lastIndex(of: newline).map { $0 + 1 } ?? 0)...])
        self.limit = limit
    }

    /// Shows the prompt and the line anew where the cursor is.
    var redrawn: [UInt8] {
        [carriageReturn] + prompt + Self.shown(line) + Array("\u{1B}[K".utf8)
    }

    /// Takes one byte of input, and appends to `echo` what is to be shown for it.
    ///
    /// - Returns: nil while the line goes on.
    mutating func press(_ byte: UInt8, echo: inout [UInt8]) -> TypedLine? {
        switch state {
        case .typing:
            return type(byte, echo: &echo)
        case .character(let begun, let count):
            guard byte & 0xc0 == 0x80 else {
                // Never a character: its bytes count all the same, and this one begins anew.
                state = .typing
                insert(begun, echo: &echo)
                return type(byte, echo: &echo)
            }
            let bytes = begun + [byte]
            guard bytes.count == count else {
                state = .character(bytes, count: count)
                return nil
            }
            state = .typing
            insert(bytes, echo: &echo)
        case .escape:
            switch byte {
            case UInt8(ascii: "["): state = .sequence([])
            case UInt8(ascii: "O"): state = .singleShift
            case 0x1b: break
            default: state = .typing
            }
        case .singleShift:
            state = .typing
        case .sequence(let parameters):
            guard (0x40...0x7e).contains(byte) else {
                // No sequence is that long; what is left of it is not remembered.
                state = .sequence(parameters.count < 16 ? parameters + [byte] : parameters)
                return nil
            }
            let isPaste = byte == UInt8(ascii: "~") && parameters == Array("200".utf8)
            state = isPaste ? .paste([]) : .typing
        case .paste(let last):
            let end = Array("\u{1B}[201~".utf8)
            let last = Array((last + [byte]).suffix(end.count))
            state = .paste(last)
            return last == end ? .pasted : nil
        }
        return nil
    }

    private mutating func type(_ byte: UInt8, echo: inout [UInt8]) -> TypedLine? {
        switch byte {
        case carriageReturn, newline:
            return .line(line)
        case 0x04 where line.isEmpty:  // Ctrl-D
            return .endOfInput
        case 0x08, 0x7f:  // Backspace
            erase(echo: &echo)
        case 0x15:  // Ctrl-U
            line = []
            echo += redrawn
        case 0x17:  // Ctrl-W
            while line.last == UInt8(ascii: " ") { line.removeLast() }
            while let last = line.last, last != UInt8(ascii: " ") { line.removeLast() }
            echo += redrawn
        case 0x1b:
            state = .escape
        case 0x00..<0x20:
            echo.append(bell)
        case 0x20..<0x7f:
            insert([byte], echo: &echo)
        case 0xc2..<0xe0:
            state = .character([byte], count: 2)
        case 0xe0..<0xf0:
            state = .character([byte], count: 3)
        case 0xf0..<0xf5:
            state = .character([byte], count: 4)
        default:
            insert([byte], echo: &echo)
        }
        return nil
    }

    private mutating func insert(_ bytes: [UInt8], echo: inout [UInt8]) {
        guard line.count + bytes.count <= limit else {
            echo.append(bell)
            return
        }
        line += bytes
        echo += Self.shown(bytes)
    }

    private mutating func erase(echo: inout [UInt8]) {
        guard let last = line.last else {
            echo.append(bell)
            return
        }
        if last < 0x80 {
            line.removeLast()
            echo += Array("\u{8} \u{8}".utf8)
        } else {
            // How many columns a character takes is not known here, so all is shown anew.
            var characters = String(decoding: line, as: UTF8.self).unicodeScalars
            let isText = Array(String(characters).utf8) == line
            characters.removeLast()
            line = isText ? Array(String(characters).utf8) : Array(line.dropLast())
            echo += redrawn
        }
    }

    /// Typed text as a terminal may get it: never a character that it would act upon or hide.
    private static func shown(_ bytes: [UInt8]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            text.append(scalar.isVisible ? scalar : "\u{FFFD}")
        }
        return Array(String(text).utf8)
    }
}

extension Unicode.Scalar {
    /// It leaves a mark or a space on a screen, and does nothing else to it.
    var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
            .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
            .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator:
            true
        @unknown default:
            false
        }
    }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let bell: UInt8 = 0x07
