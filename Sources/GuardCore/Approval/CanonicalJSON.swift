package import TerraformPlan

/// The one way to write a JSON value: the bytes over which digests and signatures are made.
///
/// The layout is that of RFC 8785: no white space, members ordered by their keys, and in a string
/// no escape that JSON does not demand. Two things differ, because a plan is no document of a browser:
///
/// - Keys are ordered by their UTF-8 bytes, as Terraform orders them, and not by UTF-16 units.
/// - A number is written as RFC 8785 writes it, and is not rounded to 64 bits on the way: Terraform's
///   numbers have any precision, and two of them that differ must not come out alike.
///
/// ```
///     { "b" : 1.50, "a" : [ "\u00e9\/", 10e2, null ] }
///     {"a":["é/",1000,null],"b":1.5}
/// ```
///
/// A member that is absent is not one that is null. Tests/GuardCoreTests/Fixtures/canonical-json.json
/// has examples, for who implements this elsewhere.
package enum CanonicalJSON {
    /// What nests deeper is refused: those who look at a value do so with a function that calls
    /// itself.
    private static let depthLimit = 2_100

    /// The bytes of a value.
    ///
    /// - Returns: nil where it has none: a key stands in an object twice, a text is not UTF-8, a
    ///   number is none or beyond all measure, or it nests too deeply.
    package static func bytes(of value: JSONValue) -> [UInt8]? {
        var writer = CanonicalWriter()
        guard writer.append(value, depth: depthLimit) else { return nil }
        return writer.bytes
    }

    /// The value of bytes that are in this form.
    ///
    /// - Returns: nil where they are not, even where they are valid JSON otherwise: whoever reads
    ///   them with another reader then reads the same.
    package static func value(of bytes: [UInt8]) -> JSONValue? {
        guard isShallow(bytes) else { return nil }
        let value = JSONText(bytes: bytes).value
        // Whatever the reader made of the bytes, only canonical ones come out of it again.
        return self.bytes(of: value) == bytes ? value : nil
    }

    /// The SHA-256 of a value's bytes: 64 hexadecimal digits; nil where it has none.
    package static func digest(of value: JSONValue) -> String? {
        bytes(of: value).map { sha256(of: $0) }
    }

    private static func isShallow(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        var isInString = false
        var isEscaped = false
        for byte in bytes {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isInString
            case UInt8(ascii: "\""): isInString.toggle()
            case _ where isInString: break
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case _: break
            }
            guard depth <= depthLimit else { return false }
        }
        return true
    }
}

/// The SHA-256 of some bytes: 64 hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    let digits = hash.finish().map { (byte: UInt8) in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return digits.joined()
}

private struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []

    /// Whether the value has a canonical form.
    mutating func append(_ value: JSONValue, depth: Int) -> Bool {
        guard depth > 0 else { return false }
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let text):
            guard let number = Decimal(text.bytes)?.canonicalText else { return false }
            bytes += number
        case .string(let text): return append(text)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                guard append(element, depth: depth - 1) else { return false }
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members): return append(members, depth: depth)
        }
        return true
    }

    private mutating func append(_ members: [JSONValue.Member], depth: Int) -> Bool {
        bytes.append(UInt8(ascii: "{"))
        var previous: ByteString?
        for member in members.sorted(by: { $0.key < $1.key }) {
            guard previous != member.key else { return false }
            if previous != nil { bytes.append(UInt8(ascii: ",")) }
            previous = member.key
            guard append(member.key) else { return false }
            bytes.append(UInt8(ascii: ":"))
            guard append(member.value, depth: depth - 1) else { return false }
        }
        bytes.append(UInt8(ascii: "}"))
        return true
    }

    private mutating func append(_ text: ByteString) -> Bool {
        guard String(validating: text.bytes, as: UTF8.self) != nil else { return false }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.bytes {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0a: bytes += "\\n".utf8
            case 0x0c: bytes += "\\f".utf8
            case 0x0d: bytes += "\\r".utf8
            case 0..<0x20:
                bytes += (byte < 16 ? "\\u000" : "\\u00").utf8
                bytes += String(byte, radix: 16).utf8
            case _: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return true
    }
}
