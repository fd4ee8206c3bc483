/// One JSON value of a plan as its own text, which the reader has found valid and free of duplicate
/// keys.
///
/// Kept as text because most of it is never looked at, and because a number stays what Terraform
/// wrote: `1e400` and forty digits pass through.
package struct JSONText: Hashable, Sendable {
    package let bytes: [UInt8]

    /// - Parameter bytes: exactly one valid JSON value, without white space around it.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The value as a tree.
    package var value: JSONValue { .null }
}

/// A JSON value as a tree.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The number's own text.
    case number(ByteString)
    case string(ByteString)
    case array([JSONValue])
    /// Members in the order of the text.
    case object([Member])

    package struct Member: Hashable, Sendable {
        package let key: ByteString
        package let value: JSONValue

        package init(key: ByteString, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The member of an object, or nil where there is none or this is no object.
    package subscript(key: ByteString) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}
