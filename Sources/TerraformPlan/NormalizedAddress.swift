/// An address in one spelling, for comparing.
///
/// Terraform escapes an instance key by what its version of Unicode holds for printable, so one key
/// can be spelled in two ways: here the keys are decoded, and written as hexadecimal digits.
///
///     module.app["a.b"].aws_instance.web[0]      as Terraform writes it
///     module.app["612e62"].aws_instance.web[0]   normalized
package struct NormalizedAddress: Hashable, Sendable {
    private let bytes: [UInt8]

    package init(_ address: ByteString) {
        var normalized: [UInt8] = []
        var rest = address.bytes[...]
        while let byte = rest.popFirst() {
            normalized.append(byte)
            guard byte == .quote else { continue }
            let end = endOfQuoted(rest)
            for byte in instanceKey(rest[..<end]) {
                normalized += [hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 15)]
            }
            normalized.append(.quote)
            rest = rest[min(end + 1, rest.endIndex)...]
        }
        bytes = normalized
    }

    /// Whether the other address is this one, or stands for something inside it: an instance of a
    /// resource, a resource of a module.
    package func contains(_ other: NormalizedAddress) -> Bool {
        guard other.bytes.starts(with: bytes) else { return false }
        guard other.bytes.count > bytes.count else { return true }
        // The instances of a module are modules of their own; those of a resource are parts of it.
        return switch other.bytes[bytes.count] {
        case .point: true
        case .leftBracket: !isModule
        case _: false
        }
    }

    /// Every address that contains this one, itself included: the outermost first.
    ///
    /// Where many addresses are looked up among many others, these are few.
    package var enclosing: [NormalizedAddress] {
        let ends = bytes.indices.filter { bytes[$0] == .point || bytes[$0] == .leftBracket }
        return ends.map { NormalizedAddress(normalized: Array(bytes[..<$0])) }
            .filter { $0.contains(self) } + [self]
    }

    private init(normalized bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The type and the name of the resource; nil where it is none's address.
    package var resource: (type: ByteString, name: ByteString)? {
        let words = bytes.split(separator: .point).map { $0.prefix { $0 != .leftBracket } }
        guard words.count >= 2, !isModule else { return nil }
        return (
            ByteString(bytes: Array(words[words.count - 2])),
            ByteString(bytes: Array(words[words.count - 1]))
        )
    }

    private var isModule: Bool {
        let words = bytes.split(separator: .point, omittingEmptySubsequences: false)
        let keywords = words.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        return words.count.isMultiple(of: 2)
            && keywords.allSatisfy { $0.elementsEqual("module".utf8) }
    }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? .digit0 + value : UInt8(ascii: "a") + value - 10
}

/// The index of the quote that ends a quoted text, or the end where there is none.
private func endOfQuoted(_ text: ArraySlice<UInt8>) -> Int {
    var isEscaped = false
    for (index, byte) in zip(text.indices, text) {
        if isEscaped {
            isEscaped = false
        } else if byte == .backslash {
            isEscaped = true
        } else if byte == .quote {
            return index
        }
    }
    return text.endIndex
}

/// What an instance key says: Terraform's `internal/addrs/instance_key.go`, `toHCLQuotedString`.
private func instanceKey(_ quoted: ArraySlice<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    for byte in unescapeGoText(quoted) {
        // `$${` and `%%{` stand for what would open a template.
        let count = key.count
        if byte == .leftBrace, count >= 2, key[count - 1] == key[count - 2],
            key[count - 1] == UInt8(ascii: "$") || key[count - 1] == UInt8(ascii: "%")
        {
            key.removeLast()
        }
        key.append(byte)
    }
    return key
}

/// What a text says that Go's `strconv.Quote` has written, without its quotes.
///
/// An escape that is none stands for itself: nobody writes one, and nothing is found then.
package func unescapeGoText(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
        guard byte == .backslash, let escape = rest.popFirst() else {
            result.append(byte)
            continue
        }
        switch escape {
        case UInt8(ascii: "a"): result.append(7)
        case UInt8(ascii: "b"): result.append(8)
        case UInt8(ascii: "f"): result.append(12)
        case UInt8(ascii: "n"): result.append(.lineFeed)
        case UInt8(ascii: "r"): result.append(.carriageReturn)
        case UInt8(ascii: "t"): result.append(.tab)
        case UInt8(ascii: "v"): result.append(11)
        case UInt8(ascii: "x"): result += takeNumber(2, of: &rest).map { [UInt8($0 & 0xff)] } ?? []
        case UInt8(ascii: "u"): result += takeScalar(4, of: &rest)
        case UInt8(ascii: "U"): result += takeScalar(8, of: &rest)
        case let other: result.append(other)
        }
    }
    return result
}

private func takeScalar(_ digits: Int, of text: inout ArraySlice<UInt8>) -> [UInt8] {
    guard let scalar = takeNumber(digits, of: &text).flatMap(Unicode.Scalar.init) else { return [] }
    return Array(String(Character(scalar)).utf8)
}

private func takeNumber(_ digits: Int, of text: inout ArraySlice<UInt8>) -> UInt32? {
    let number = UInt32(String(decoding: text.prefix(digits), as: UTF8.self), radix: 16)
    guard let number, text.count >= digits else { return nil }
    text = text.dropFirst(digits)
    return number
}
