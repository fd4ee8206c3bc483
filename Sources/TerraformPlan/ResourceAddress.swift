extension ResourceChange {
    /// The address, put together from its parts as Terraform does.
    ///
    /// Needed for `resource_drift` of Terraform 0.15 and 1.0, whose rows have all of the parts and no
    /// `address`.
    var composedAddress: ByteString {
        resourceAddress(module: moduleAddress, mode: mode, type: type, name: name, index: index)
    }
}

/// A resource instance's address: `internal/addrs/resource.go` and `instance_key.go`.
///
/// `index` is a string or a number in JSON; null is none.
func resourceAddress(
    module: ByteString?, mode: ResourceMode, type: ByteString, name: ByteString, index: JSONText?
) -> ByteString {
    var bytes: [UInt8] = []
    if let module, !module.bytes.isEmpty { bytes += module.bytes + [.point] }
    bytes += Array(mode.addressPrefix.utf8) + type.bytes + [.point] + name.bytes
    switch index?.value {
    case .string(let key): bytes += [.leftBracket] + quotedKey(key) + [.rightBracket]
    case .number(let number): bytes += [.leftBracket] + number.bytes + [.rightBracket]
    case nil, .null, .bool, .array, .object: break
    }
    return ByteString(bytes: bytes)
}

extension ResourceMode {
    var addressPrefix: String {
        switch self {
        case .managed: ""
        case .data: "data."
        case .ephemeral: "ephemeral."
        }
    }

    /// The mode of the resource that an address names.
    ///
    /// Module calls come first: `module.NAME.`, or `module.NAME["key"].`, where a key may hold
    /// anything.
    package init(ofAddress address: ByteString) {
        var rest = address.bytes[...]
        let module = Array("module.".utf8)
        while rest.starts(with: module) {
            rest = rest.dropFirst(module.count).drop { $0 != .point && $0 != .leftBracket }
            if rest.first == .leftBracket { rest = rest.dropKey() }
            rest = rest.dropFirst()
        }
        self =
            Self.allCases.first {
                !$0.addressPrefix.isEmpty && rest.starts(with: Array($0.addressPrefix.utf8))
            } ?? .managed
    }
}

extension ArraySlice<UInt8> {
    /// What comes behind an instance key in brackets.
    fileprivate func dropKey() -> ArraySlice<UInt8> {
        var rest = dropFirst()
        guard rest.first == .quote else { return rest.drop { $0 != .rightBracket }.dropFirst() }
        rest = rest.dropFirst()
        while let byte = rest.first, byte != .quote {
            rest = rest.dropFirst(byte == .backslash ? 2 : 1)
        }
        return rest.dropFirst(2)
    }
}

/// An instance key as it stands in an address: `internal/addrs/instance_key.go`, `toHCLQuotedString`.
private func quotedKey(_ key: ByteString) -> [UInt8] {
    var text = "\""
    let scalars = Array(key.description.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case "\"", "\\": text += "\\" + String(scalar)
        case "$", "%":
            text.unicodeScalars.append(scalar)
            // Doubled where it would open a template.
            if index + 1 < scalars.count, scalars[index + 1] == "{" {
                text.unicodeScalars.append(scalar)
            }
        default: text += isPrintable(scalar) ? String(scalar) : escape(scalar)
        }
    }
    return Array((text + "\"").utf8)
}

/// What Go's `unicode.IsPrint` calls printable: letters, marks, numbers, punctuation, symbols, and of
/// white space the ASCII space.
private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol:
        true
    case .spaceSeparator: scalar == " "
    case .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse,
        .unassigned:
        false
    @unknown default: false
    }
}

private func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let width = scalar.value > 0xffff ? 8 : 4
    let zeros = String(repeating: "0", count: width - digits.count)
    return (width == 8 ? "\\U" : "\\u") + zeros + digits
}
