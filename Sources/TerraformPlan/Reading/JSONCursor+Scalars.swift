/// A string of the document: where it is between its quotes.
struct Text {
    /// The document's offset of the byte behind the opening quote.
    let start: Int
    let count: Int
    let hasEscape: Bool
}

extension JSONCursor {
    /// Passes over a string whose opening quote is the next byte.
    mutating func scanString() throws(ReadingFailure) -> Text {
        window.position += 1
        return try scanRestOfString(from: window.offset)
    }

    /// Passes over what is left of a string, to behind its closing quote.
    mutating func scanRestOfString(from start: Int) throws(ReadingFailure) -> Text {
        var hasEscape = false
        while true {
            window.position = window.endOfPlainText(from: window.position)
            guard let byte = try window.peek() else {
                throw .unreadable(.unexpectedEnd, at: window.offset)
            }
            switch byte {
            case .quote:
                let count = window.offset - start
                window.position += 1
                return Text(start: start, count: count, hasEscape: hasEscape)
            case .backslash:
                hasEscape = true
                try scanEscape()
            case 0x00..<0x20:
                throw .unreadable(.controlCharacter(byte), at: window.offset)
            case 0x80...0xff:
                try scanMultibyteCharacter()
            default:
                window.position += 1
            }
        }
    }

    private mutating func scanEscape() throws(ReadingFailure) {
        guard try window.look(ahead: 2) else {
            throw .unreadable(.unexpectedEnd, at: window.offset + window.limit - window.position)
        }
        switch window[window.position + 1] {
        case .quote, .backslash, .slash, .smallB, .smallF, .smallN, .smallR, .smallT:
            window.position += 2
        case .smallU:
            guard try window.look(ahead: 6) else {
                throw .unreadable(
                    .unexpectedEnd, at: window.offset + window.limit - window.position)
            }
            for index in 2..<6
            where window[window.position + index].hexadecimalValue == nil {
                throw .unreadable(.invalidEscape, at: window.offset)
            }
            window.position += 6
        default:
            throw .unreadable(.invalidEscape, at: window.offset)
        }
    }

    private mutating func scanMultibyteCharacter() throws(ReadingFailure) {
        let isWhole = try window.look(ahead: 4)
        let count = window.multibyteLength(at: window.position)
        if count == 0 {
            let rest = window.position..<window.limit
            let isCutOff = !isWhole && rest.allSatisfy { window[$0] >= 0x80 }
            throw isCutOff
                ? .unreadable(.unexpectedEnd, at: window.offset + rest.count)
                : .unreadable(.invalidUTF8, at: window.offset)
        }
        window.position += count
    }

    /// What a pinned string says, without its escapes.
    func decode(_ text: Text) throws(ReadingFailure) -> [UInt8] {
        let range = text.start..<text.start + text.count
        guard text.hasEscape else { return window.copy(range) }
        return try unescape(window.copy(range), at: text.start)
    }
}

/// A string's text without its escapes.
///
/// `raw` is what stands between the quotes, and `offset` is where in the document that is. It is known
/// to follow the grammar, but for files that somebody else than a plan's reader looks into: there a
/// backslash at the very end stands for itself.
func unescape(_ raw: [UInt8], at offset: Int) throws(ReadingFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
        let byte = raw[index]
        guard byte == .backslash, index + 1 < raw.count else {
            bytes.append(byte)
            index += 1
            continue
        }
        switch raw[index + 1] {
        case .smallB: bytes.append(0x08)
        case .smallF: bytes.append(0x0c)
        case .smallN: bytes.append(.lineFeed)
        case .smallR: bytes.append(.carriageReturn)
        case .smallT: bytes.append(.tab)
        case .smallU:
            let (scalar, length) = try unescapeUnicode(raw, at: index, offset: offset)
            bytes.append(contentsOf: String(scalar).utf8)
            index += length
            continue
        case let other:
            bytes.append(other)
        }
        index += 2
    }
    return bytes
}

/// The character of `\uXXXX`, or of two such that are a surrogate pair, and its length as written.
private func unescapeUnicode(
    _ raw: [UInt8], at index: Int, offset: Int
) throws(ReadingFailure) -> (Unicode.Scalar, Int) {
    func codeUnit(_ index: Int) -> UInt32? {
        guard index + 6 <= raw.count, raw[index] == .backslash, raw[index + 1] == .smallU else {
            return nil
        }
        return raw[index + 2..<index + 6].reduce(0) { $0 << 4 | ($1.hexadecimalValue ?? 0) }
    }
    let first = codeUnit(index) ?? 0
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard first < 0xdc00, let second = codeUnit(index + 6), 0xdc00...0xdfff ~= second,
        let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    else {
        throw .unreadable(.loneSurrogate, at: offset + index)
    }
    return (scalar, 12)
}

// MARK: Numbers and literals

extension JSONCursor {
    /// Passes over a number that begins with the next byte.
    mutating func scanNumber() throws(ReadingFailure) {
        if try window.peek() == .minus { window.position += 1 }
        if try window.peek() == .digit0 {
            window.position += 1
        } else {
            try scanDigits()
        }
        if try window.peek() == .point {
            window.position += 1
            try scanDigits()
        }
        if let byte = try window.peek(), byte == .smallE || byte == .capitalE {
            window.position += 1
            if let sign = try window.peek(), sign == .plus || sign == .minus {
                window.position += 1
            }
            try scanDigits()
        }
        // `01` and `1.2.3` are told apart from two values here, where it is known what was meant.
        if let byte = try window.peek(), byte.isDigit || byte == .point {
            throw .unreadable(.invalidNumber, at: window.offset)
        }
    }

    /// Passes over digits, of which there must be one.
    private mutating func scanDigits() throws(ReadingFailure) {
        guard let first = try window.peek() else {
            throw .unreadable(.unexpectedEnd, at: window.offset)
        }
        guard first.isDigit else { throw .unreadable(.invalidNumber, at: window.offset) }
        window.position += 1
        while let byte = try window.peek(), byte.isDigit { window.position += 1 }
    }

    /// Passes over `true`, `false` or `null`, of which the first letter is there.
    mutating func scanLiteral(_ literal: StaticString) throws(ReadingFailure) {
        let start = window.offset
        let count = literal.utf8CodeUnitCount
        var index = 0
        while index < count {
            guard let byte = try window.peek() else {
                throw .unreadable(.unexpectedEnd, at: window.offset)
            }
            // SAFETY: the index is less than the literal's length.
            let wanted = unsafe literal.utf8Start[index]
            guard byte == wanted else {
                throw .unreadable(.invalidLiteral, at: start)
            }
            window.position += 1
            index += 1
        }
    }
}

// MARK: Bytes of strings

extension ByteWindow {
    /// The first place from an index on that needs a thought within a string.
    ///
    /// That is, anything but printable ASCII without `"` and `\`; or the end of the window.
    func endOfPlainText(from start: Int) -> Int {
        #if arch(x86_64)
        endOfPlainText(from: start, SSE2Classifier.self)
        #else
        endOfPlainText(from: start, PortableClassifier.self)
        #endif
    }

    @inline(__always)
    func endOfPlainText<Classifier: BlockClassifier>(from start: Int, _: Classifier.Type) -> Int {
        var index = start
        while index < limit {
            // SAFETY: the padding is longer than 16 bytes, and its zeros are no plain text.
            let count = unsafe Classifier.plainTextCount(of: base + index)
            index &+= count
            if count < Classifier.plainTextWidth { break }
        }
        return index
    }

    /// How long the UTF-8 sequence of two or more bytes at an index is; 0 where it is none.
    ///
    /// The table is that of RFC 3629, section 4. Behind the end of the document are zeros, which
    /// continue nothing.
    func multibyteLength(at index: Int) -> Int {
        func isContinuation(_ ahead: Int) -> Bool { self[index + ahead] & 0xc0 == 0x80 }
        let second = self[index + 1]
        switch self[index] {
        case 0xc2...0xdf:
            return isContinuation(1) ? 2 : 0
        case 0xe0:
            return 0xa0...0xbf ~= second && isContinuation(2) ? 3 : 0
        case 0xed:
            return 0x80...0x9f ~= second && isContinuation(2) ? 3 : 0
        case 0xe1...0xef:
            return isContinuation(1) && isContinuation(2) ? 3 : 0
        case 0xf0:
            return 0x90...0xbf ~= second && isContinuation(2) && isContinuation(3) ? 4 : 0
        case 0xf1...0xf3:
            return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : 0
        case 0xf4:
            return 0x80...0x8f ~= second && isContinuation(2) && isContinuation(3) ? 4 : 0
        default:
            return 0
        }
    }
}
