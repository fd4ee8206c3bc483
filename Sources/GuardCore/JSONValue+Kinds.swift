package import TerraformPlan

// What a document of tfguard's own holds at a place; nil, or nothing, where it is of another kind.

extension JSONValue {
    package var text: String? { textBytes?.description }

    package var textBytes: ByteString? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    package var number: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text.description)
    }

    package var unsigned: UInt64? {
        guard case .number(let text) = self else { return nil }
        return UInt64(text.description)
    }

    package var flag: Bool? {
        guard case .bool(let flag) = self else { return nil }
        return flag
    }

    package var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    package var members: [Member] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    package var texts: [String] { elements.compactMap(\.text) }

    /// Whether a mask (`before_sensitive`, `after_unknown`) marks any part of a value.
    package var marksAnything: Bool {
        switch self {
        case .bool(let flag): flag
        case .array(let elements): elements.contains(where: \.marksAnything)
        case .object(let members): members.contains(where: \.value.marksAnything)
        case .null, .number, .string: false
        }
    }
}
