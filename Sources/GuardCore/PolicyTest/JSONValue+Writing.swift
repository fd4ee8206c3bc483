import HCL
package import TerraformPlan

extension JSONValue {
    /// What an HCL literal is in a plan.
    init(_ value: Value) {
        switch value {
        case .null, .unknown: self = .null
        case .bool(let bool): self = .bool(bool)
        case .number(let text): self = .number(ByteString(text))
        case .string(let text): self = .string(ByteString(text))
        case .tuple(let elements): self = .array(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(
                members.map { Member(key: ByteString($0.key), value: JSONValue($0.value)) })
        }
    }

    /// As its text.
    package var asJSONText: JSONText {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return JSONText(bytes: bytes)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += Array("null".utf8)
        case .bool(let bool): bytes += Array((bool ? "true" : "false").utf8)
        case .number(let text): bytes += text.bytes
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (number, element) in elements.enumerated() {
                if number > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (number, member) in members.enumerated() {
                if number > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: ByteString, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes += [UInt8(ascii: "\\"), byte]
            case ..<0x20:
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            case _:
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
