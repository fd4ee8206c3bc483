package import TerraformPlan

/// One line of the record: a JSON object whose first members chain it to the line before it, and
/// whose last one is the digest of everything in front of that.
///
///     {"number":7,"previous":"5f2a…","kind":"intent","lineage":"…","place":"…",…,"sha256":"9c41…"}
///      ‾‾‾‾‾‾‾‾‾‾  ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾  what it is about ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾  ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾
///      counts up   "sha256" of line 6                                          SHA-256 of the bytes
///                                                                              before `,"sha256"`
///
/// A line that is changed contradicts its own digest, and one that is missing, added or moved the
/// number and digest of its neighbours. Whoever recomputes all that follows is found by an anchor
/// outside alone. `sed 's/,"sha256":"[0-9a-f]*"}$//' | tr -d '\n' | sha256sum` says the same of a line.
package struct AuditLine: Sendable {
    package let number: Int
    /// The digest of the line before; 64 zeros where there is none.
    package let previous: ByteString
    /// Its own.
    package let digest: ByteString
    package let kind: String
    /// The state that it is about: its lineage, and where it is kept.
    package let lineage: ByteString
    package let place: ByteString
    /// All of it, without the line break.
    package let text: [UInt8]

    /// What stands before the first line.
    package static let start = ByteString(String(repeating: "0", count: 64))

    private static let numberKey = Array("{\"number\":".utf8)
    private static let previousKey = Array(",\"previous\":\"".utf8)
    private static let digestKey = Array(",\"sha256\":\"".utf8)
    /// From the comma before the digest's key to the closing brace.
    private static let tailCount = digestKey.count + 64 + 2

    /// Writes a line.
    ///
    /// - Parameters:
    ///   - number: one more than that of the line before.
    ///   - previous: the digest of the line before.
    ///   - members: the other members, as JSON without the braces, beginning with those that say what
    ///     the line is about.
    /// - Returns: the bytes with their line break, and the digest.
    package static func sealed(
        number: Int, previous: ByteString, members: [UInt8]
    ) -> (text: [UInt8], digest: ByteString) {
        var text = numberKey + Array(String(number).utf8) + previousKey + previous.bytes
        text.append(UInt8(ascii: "\""))
        text.append(UInt8(ascii: ","))
        text += members
        var hash = SHA256()
        hash.update(text)
        let digest = hexadecimal(hash.finish())
        return (text + digestKey + digest + Array("\"}\n".utf8), ByteString(bytes: digest))
    }

    /// Understands a line, without its line break; nil where it is none.
    ///
    /// What it says of itself is read; whether it is true is the chain's to tell.
    package init?(_ text: ArraySlice<UInt8>) {
        guard let header = AuditLineHeader(text) else { return nil }
        number = header.number
        previous = ByteString(bytes: Array(text[header.previous]))
        digest = ByteString(bytes: Array(text[header.digest]))
        var subject = SubjectReader(text[header.members])
        kind = subject.take("kind")?.description ?? ""
        lineage = subject.take("lineage") ?? ""
        place = subject.take("place") ?? ""
        self.text = Array(text)
    }

    /// The line as a tree.
    package var value: JSONValue { JSONText(bytes: text).value }

    /// Where the parts of a line lie that chain it.
    struct AuditLineHeader {
        let number: Int
        let previous: Range<Int>
        let digest: Range<Int>
        let members: Range<Int>
        /// What the digest is of.
        let content: Range<Int>

        init?(_ text: ArraySlice<UInt8>) {
            guard text.starts(with: AuditLine.numberKey) else { return nil }
            var index = text.startIndex + AuditLine.numberKey.count
            var number = 0
            let firstDigit = index
            while index < text.endIndex, (0x30...0x39).contains(text[index]) {
                guard index - firstDigit < 15 else { return nil }
                number = number * 10 + Int(text[index] - 0x30)
                index += 1
            }
            guard index > firstDigit, text[index...].starts(with: AuditLine.previousKey) else {
                return nil
            }
            let previous = index + AuditLine.previousKey.count
            let contentEnd = text.endIndex - AuditLine.tailCount
            guard contentEnd > previous + 66, isHexadecimal(text[previous..<(previous + 64)]),
                text[(previous + 64)...].starts(with: [UInt8(ascii: "\""), UInt8(ascii: ",")]),
                text[contentEnd...].starts(with: AuditLine.digestKey)
            else { return nil }
            let digest = contentEnd + AuditLine.digestKey.count
            guard isHexadecimal(text[digest..<(digest + 64)]),
                text[digest + 64] == UInt8(ascii: "\""), text[digest + 65] == UInt8(ascii: "}")
            else { return nil }
            self.number = number
            self.previous = previous..<(previous + 64)
            self.digest = digest..<(digest + 64)
            members = (previous + 66)..<contentEnd
            content = text.startIndex..<contentEnd
        }
    }
}

/// Reads the first members of a line, in their order, without making a tree of the rest.
private struct SubjectReader {
    private var rest: ArraySlice<UInt8>

    init(_ members: ArraySlice<UInt8>) {
        rest = members
    }

    /// The value of the next member, if it is called so and is a text without escapes.
    mutating func take(_ name: String) -> ByteString? {
        let key = Array("\"\(name)\":\"".utf8)
        guard rest.starts(with: key) else { return nil }
        let value = rest.dropFirst(key.count)
        guard let end = value.firstIndex(of: UInt8(ascii: "\"")),
            !value[..<end].contains(UInt8(ascii: "\\"))
        else { return nil }
        rest = value[(end + 1)...]
        if rest.first == UInt8(ascii: ",") { rest = rest.dropFirst() }
        return ByteString(bytes: Array(value[..<end]))
    }
}

/// Two digits for each byte.
package func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return text
}

/// The SHA-256 of some bytes: 64 hexadecimal digits.
package func sha256Text(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return String(decoding: hexadecimal(hash.finish()), as: UTF8.self)
}

private func isHexadecimal(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}
