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

extension ByteString {
    package func hash(into hasher: inout Hasher) {
        hasher.combine(bytes.span)
    }
}

extension Hasher {
    /// Mixes in text, eight bytes at a time: an array's own way is to mix in each by itself, which
    /// takes several times as long.
    package mutating func combine(_ text: Span<UInt8>) {
        combine(text.count)
        var index = 0
        while index < text.count {
            var word: UInt64 = 0
            for place in index..<Swift.min(index + 8, text.count) {
                word = word << 8 | UInt64(text[place])
            }
            combine(word)
            index += 8
        }
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
