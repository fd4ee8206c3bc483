/// Reads the values of which SSH's formats are made (RFC 4251, section 5).
struct SSHWire {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) {
        rest = ArraySlice(Array(bytes))
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// So many bytes as they are; nil where there are fewer.
    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func number() -> UInt32? {
        bytes(4)?.reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func string() -> [UInt8]? {
        number().flatMap { bytes(Int($0)) }
    }

    mutating func text() -> String? {
        string().flatMap { String(validating: $0, as: UTF8.self) }
    }
}

/// Decodes Base64 (RFC 4648, section 4), as strictly as it is written.
///
/// - Returns: nil for anything that an encoder would not have written.
func decodedBase64(_ text: some Collection<UInt8>) -> [UInt8]? {
    let text = Array(text)
    let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard text.count % 4 == 0, padding <= 2 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var pending: UInt32 = 0
    var bits = 0
    for byte in text.dropLast(padding) {
        guard let digit = base64Digit(byte) else { return nil }
        pending = pending << 6 | UInt32(digit)
        bits += 6
        if bits >= 8 {
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
            pending &= (1 << UInt32(bits)) - 1
        }
    }
    // What is left of the last digit is nothing but zeros, or two texts would be the same bytes.
    return pending == 0 ? bytes : nil
}

private func base64Digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    case _: nil
    }
}
