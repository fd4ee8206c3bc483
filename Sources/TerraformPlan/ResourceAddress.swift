extension ResourceChange {
    /// The address, put together from its parts as Terraform does.
    ///
    /// Needed for `resource_drift` of Terraform 0.15 and 1.0, whose rows have all of the parts and no
    /// `address`.
    var composedAddress: ByteString {
        var bytes: [UInt8] = []
        if let moduleAddress { bytes += moduleAddress.bytes + [.point] }
        switch mode {
        case .managed: break
        case .data: bytes += Array("data.".utf8)
        case .ephemeral: bytes += Array("ephemeral.".utf8)
        }
        bytes += type.bytes + [.point] + name.bytes
        switch index?.value {
        case .string(let key):
            bytes += [.leftBracket] + quotedKey(key) + [.rightBracket]
        case .number(let number):
            bytes += [.leftBracket] + number.bytes + [.rightBracket]
        case nil, .null, .bool, .array, .object:
            break
        }
        return ByteString(bytes: bytes)
    }
}

/// An instance key as it stands in an address: `internal/addrs/instance_key.go`, `toHCLQuotedString`.
private func quotedKey(_ key: ByteString) -> [UInt8] {
    var bytes: [UInt8] = [.quote]
    for (index, byte) in key.bytes.enumerated() {
        switch byte {
        case .lineFeed: bytes += Array("\\n".utf8)
        case .carriageReturn: bytes += Array("\\r".utf8)
        case .tab: bytes += Array("\\t".utf8)
        case .quote, .backslash: bytes += [.backslash, byte]
        case UInt8(ascii: "$"), UInt8(ascii: "%"):
            let opensTemplate =
                index + 1 < key.bytes.count && key.bytes[index + 1] == .leftBrace
            bytes += opensTemplate ? [byte, byte] : [byte]
        default: bytes.append(byte)
        }
    }
    return bytes + [.quote]
}
