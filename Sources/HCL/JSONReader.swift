/// Reads JSON (RFC 8259) into values, for `jsondecode`.
///
/// As strict as the RFC; of two members with one name the last counts, as in Terraform.
struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    /// Whether something was refused that is JSON, and deeper or longer than anything is here.
    private(set) var isBeyondLimits = false

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The one value the text holds, or nil where the text is no JSON.
    mutating func readDocument() -> Value? {
        guard let value = readValue() else { return nil }
        skipSpace()
        return position == bytes.count ? value : nil
    }

    private mutating func readValue() -> Value? {
        skipSpace()
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "{"): return nested { $0.readObject() }
        case UInt8(ascii: "["): return nested { $0.readArray() }
        case UInt8(ascii: "\""): return readString().map { .string($0) }
        case UInt8(ascii: "t"): return read("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return read("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return read("null") ? .null : nil
        default: return readNumber()
        }
    }

    private mutating func nested(_ read: (inout JSONReader) -> Value?) -> Value? {
        guard depth < 200 else {
            isBeyondLimits = true
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return read(&self)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
            position += 1
        }
    }

    private mutating func read(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    private mutating func readObject() -> Value? {
        var builder = ObjectBuilder()
        skipSpace()
        if read("}") { return .object([]) }
        repeat {
            skipSpace()
            guard let key = readString() else { return nil }
            skipSpace()
            guard read(":"), let value = readValue() else { return nil }
            builder.set(key, to: value)
            skipSpace()
        } while read(",")
        return read("}") ? .object(builder.items) : nil
    }

    private mutating func readArray() -> Value? {
        var elements: [Value] = []
        skipSpace()
        if read("]") { return .tuple([]) }
        repeat {
            guard let value = readValue() else { return nil }
            elements.append(value)
            skipSpace()
        } while read(",")
        return read("]") ? .tuple(elements) : nil
    }

    /// Reads `"-"? (0 | [1-9] digit*) ("." digit+)? ([eE] sign? digit+)?`.
    private mutating func readNumber() -> Value? {
        let start = position
        _ = read("-")
        let isZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
        guard let whole = skipDigits(), !isZero || whole == 1 else { return nil }
        if read(".") { guard skipDigits() != nil else { return nil } }
        if read("e") || read("E") {
            if !read("+") { _ = read("-") }
            guard skipDigits() != nil else { return nil }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let number = Number(decimal: text) else {
            isBeyondLimits = true
            return nil
        }
        return .number(number.canonicalText)
    }

    /// Steps over digits, and returns how many they are; nil for none.
    private mutating func skipDigits() -> Int? {
        let count = bytes[position...].prefix {
            $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
        }.count
        position += count
        return count > 0 ? count : nil
    }

    private mutating func readString() -> String? {
        guard read("\"") else { return nil }
        var result: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = readEscape() else { return nil }
                result += Array(String(scalar).utf8)
            case 0..<0x20: return nil
            default: result.append(byte)
            }
        }
        return nil
    }

    private mutating func readEscape() -> Unicode.Scalar? {
        guard position < bytes.count else { return nil }
        position += 1
        switch bytes[position - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return readCodeUnits()
        default: return nil
        }
    }

    /// One or, for a surrogate pair, two code units of UTF-16; half a pair is no character.
    private mutating func readCodeUnits() -> Unicode.Scalar? {
        guard let first = readCodeUnit() else { return nil }
        if let scalar = Unicode.Scalar(first) { return scalar }
        let before = position
        if UTF16.isLeadSurrogate(UInt16(first)), read("\\u"), let second = readCodeUnit(),
            UTF16.isTrailSurrogate(UInt16(second))
        {
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        }
        position = before
        return "\u{FFFD}"
    }

    private mutating func readCodeUnit() -> UInt32? {
        let digits = bytes[position...].prefix(4)
        let text = String(decoding: digits, as: UTF8.self)
        // A sign is no digit, whatever the initialiser thinks.
        guard text.utf8.count == 4,
            text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let unit = UInt32(text, radix: 16)
        else { return nil }
        position += 4
        return unit
    }
}
