/// The fields of one message in the wire format of Protocol Buffers (protobuf.dev, "Encoding").
struct ProtobufMessage {
    enum Value {
        case number(UInt64)
        case bytes(ArraySlice<UInt8>)
        /// A fixed 32- or 64-bit number, which nothing that is read here has.
        case fixed
    }

    /// The bytes end within a field, or are none.
    struct Malformed: Error {}

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The next field, or nil at the end.
    mutating func next() throws(Malformed) -> (field: UInt64, value: Value)? {
        guard position < bytes.endIndex else { return nil }
        let tag = try varint()
        let field = tag >> 3
        guard field > 0, field < 1 << 29 else { throw Malformed() }
        switch tag & 7 {
        case 0: return (field, .number(try varint()))
        case 1:
            _ = try take(8)
            return (field, .fixed)
        case 2:
            let count = try varint()
            guard count <= UInt64(bytes.count) else { throw Malformed() }
            return (field, .bytes(try take(Int(count))))
        case 5:
            _ = try take(4)
            return (field, .fixed)
        // Groups, which proto3 does not have.
        default: throw Malformed()
        }
    }

    private mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
        guard count <= bytes.endIndex - position else { throw Malformed() }
        defer { position += count }
        return bytes[position..<position + count]
    }

    private mutating func varint() throws(Malformed) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: 0 as UInt64, to: 70, by: 7) {
            guard position < bytes.endIndex else { throw Malformed() }
            let byte = bytes[position]
            position += 1
            // The tenth byte has room for one bit.
            guard shift < 63 || byte <= 1 else { throw Malformed() }
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        throw Malformed()
    }
}
