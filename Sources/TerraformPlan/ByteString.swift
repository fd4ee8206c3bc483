/// Text of a plan as its UTF-8 bytes.
///
/// Two of them are equal when their bytes are. Swift's `String` compares by canonical equivalence,
/// and an address in NFC and one in NFD are two addresses to Terraform.
package struct ByteString: Hashable, Comparable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ string: String) {
        bytes = Array(string.utf8)
    }

    package static func < (left: ByteString, right: ByteString) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension ByteString: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}

extension ByteString: CustomStringConvertible {
    package var description: String { String(decoding: bytes, as: UTF8.self) }
}
