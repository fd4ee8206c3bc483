/// Decodes one value of MessagePack, as `github.com/zclconf/go-cty` writes a backend's settings.
///
/// Numbers become their decimal text; binary data and extensions, which stand for values that are
/// not known, become null.
///
/// - Returns: the value, or nil where the bytes are no value, or more than one.
package func decodeMessagePack(_ bytes: [UInt8]) -> JSONValue? {
    var decoder = MessagePackDecoder(rest: bytes[...])
    guard let value = decoder.value(depth: 0), decoder.rest.isEmpty else { return nil }
    return value
}

/// The format: <https://github.com/msgpack/msgpack/blob/master/spec.md>.
private struct MessagePackDecoder {
    var rest: ArraySlice<UInt8>

    /// Settings of backends nest twice at most.
    private static let depthLimit = 32

    mutating func value(depth: Int) -> JSONValue? {
        guard depth < Self.depthLimit, let byte = rest.popFirst() else { return nil }
        switch byte {
        case 0x00...0x7f: return .number(ByteString(String(byte)))
        case 0x80...0x8f: return object(count: Int(byte & 0x0f), depth: depth)
        case 0x90...0x9f: return array(count: Int(byte & 0x0f), depth: depth)
        case 0xa0...0xbf: return string(count: Int(byte & 0x1f))
        case 0xc0: return .null
        case 0xc2: return .bool(false)
        case 0xc3: return .bool(true)
        case 0xc4, 0xc5, 0xc6: return skip(length(1 << (byte - 0xc4)))
        case 0xc7, 0xc8, 0xc9: return skip(length(1 << (byte - 0xc7)).map { $0 + 1 })
        case 0xca:
            return unsigned(4).map { float(Double(Float(bitPattern: UInt32($0)))) }
        case 0xcb: return unsigned(8).map { float(Double(bitPattern: $0)) }
        case 0xcc, 0xcd, 0xce, 0xcf:
            return unsigned(1 << (byte - 0xcc)).map { .number(ByteString(String($0))) }
        case 0xd0, 0xd1, 0xd2, 0xd3:
            let size = 1 << (byte - 0xd0)
            return unsigned(size).map { raw in
                let shift = UInt64(64 - 8 * size)
                return .number(ByteString(String(Int64(bitPattern: raw << shift) >> shift)))
            }
        case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8: return skip((1 << (byte - 0xd4)) + 1)
        case 0xd9, 0xda, 0xdb: return length(1 << (byte - 0xd9)).flatMap { string(count: $0) }
        case 0xdc, 0xdd:
            return length(2 << (byte - 0xdc)).flatMap { array(count: $0, depth: depth) }
        case 0xde, 0xdf:
            return length(2 << (byte - 0xde)).flatMap { object(count: $0, depth: depth) }
        case 0xe0...0xff: return .number(ByteString(String(Int8(bitPattern: byte))))
        case _: return nil
        }
    }

    private func float(_ value: Double) -> JSONValue {
        // A whole number is written without a fraction, as JSON has it.
        let whole = Int64(exactly: value)
        return .number(ByteString(whole.map { String($0) } ?? "\(value)"))
    }

    private mutating func unsigned(_ size: Int) -> UInt64? {
        guard rest.count >= size else { return nil }
        let value = rest.prefix(size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(size)
        return value
    }

    private mutating func length(_ size: Int) -> Int? {
        unsigned(size).flatMap { Int(exactly: $0) }
    }

    private mutating func skip(_ count: Int?) -> JSONValue? {
        guard let count, rest.count >= count else { return nil }
        rest = rest.dropFirst(count)
        return .null
    }

    private mutating func string(count: Int) -> JSONValue? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return .string(ByteString(bytes: Array(rest.prefix(count))))
    }

    private mutating func array(count: Int, depth: Int) -> JSONValue? {
        // Each element has a byte at least.
        guard rest.count >= count else { return nil }
        var elements: [JSONValue] = []
        for _ in 0..<count {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        }
        return .array(elements)
    }

    private mutating func object(count: Int, depth: Int) -> JSONValue? {
        guard rest.count >= 2 * count else { return nil }
        var members: [JSONValue.Member] = []
        for _ in 0..<count {
            guard case .string(let key)? = value(depth: depth + 1),
                let value = value(depth: depth + 1)
            else { return nil }
            members.append(JSONValue.Member(key: key, value: value))
        }
        return .object(members)
    }
}
