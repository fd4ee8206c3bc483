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
    /// When it was written, as it says; nil where that is not among its first members.
    package let time: ByteString?
    /// All of it, without the line break.
    package let text: [UInt8]

    /// What stands before the first line.
    package static let start = ByteString(String(repeating: "0", count: 64))

    /// More lines than anybody writes; a number of 15 digits.
    package static let largestNumber = 999_999_999_999_999

    private static let numberKey = Array("{\"number\":".utf8)
    private static let previousKey = Array(",\"previous\":\"".utf8)
    private static let digestKey = Array(",\"sha256\":\"".utf8)
    private static let timeKey = Array("\"time\":\"".utf8)
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
        guard let header = AuditLineHeader(text.span) else { return nil }
        let text = Array(text)
        number = header.number
        previous = ByteString(bytes: Array(text[header.previous]))
        digest = ByteString(bytes: Array(text[header.digest]))
        var subject = SubjectReader(text[header.members])
        kind = subject.take("kind")?.description ?? ""
        lineage = subject.take("lineage") ?? ""
        place = subject.take("place") ?? ""
        time = subject.take("time")
        self.text = text
    }

    /// The line as a tree.
    package var value: JSONValue { JSONText(bytes: text).value }

    /// Whether its digest is that of its content; of its neighbours that says nothing.
    package var isAsWritten: Bool {
        var hash = SHA256()
        hash.update(text.span.extracting(0..<(text.count - Self.tailCount)))
        return hexadecimal(hash.finish()) == digest.bytes
    }

    /// Where the parts of a line lie that chain it.
    struct AuditLineHeader {
        let number: Int
        let previous: Range<Int>
        let digest: Range<Int>
        let members: Range<Int>
        /// What the digest is of.
        let content: Range<Int>

        init?(_ text: Span<UInt8>) {
            guard text.holds(AuditLine.numberKey, at: 0) else { return nil }
            var index = AuditLine.numberKey.count
            var number = 0
            let firstDigit = index
            while index < text.count, (0x30...0x39).contains(text[index]) {
                guard index - firstDigit < 15 else { return nil }
                number = number * 10 + Int(text[index] - 0x30)
                index += 1
            }
            guard index > firstDigit, text.holds(AuditLine.previousKey, at: index) else {
                return nil
            }
            let previous = index + AuditLine.previousKey.count
            let contentEnd = text.count - AuditLine.tailCount
            guard contentEnd > previous + 66, text.isHexadecimal(at: previous),
                text[previous + 64] == UInt8(ascii: "\""), text[previous + 65] == UInt8(ascii: ","),
                text.holds(AuditLine.digestKey, at: contentEnd)
            else { return nil }
            let digest = contentEnd + AuditLine.digestKey.count
            guard text.isHexadecimal(at: digest), text[digest + 64] == UInt8(ascii: "\""),
                text[digest + 65] == UInt8(ascii: "}")
            else { return nil }
            self.number = number
            self.previous = previous..<(previous + 64)
            self.digest = digest..<(digest + 64)
            members = (previous + 66)..<contentEnd
            content = 0..<contentEnd
        }

        /// When the line was written, as it says among its first members: the digits of
        /// `2026-01-31T23:59:59Z` as one number.
        func time(in text: Span<UInt8>) -> UInt64? {
            let key = AuditLine.timeKey
            // Behind kind, lineage and place, none of which is long.
            let end = min(members.upperBound, members.lowerBound + 400) - key.count - 20
            var index = members.lowerBound
            while index < end {
                guard text[index] == UInt8(ascii: "\""), text.holds(key, at: index) else {
                    index += 1
                    continue
                }
                var digits: UInt64 = 0
                let start = index + key.count
                for place in start..<(start + 20) {
                    guard (0x30...0x39).contains(text[place]) else { continue }
                    // A time has fourteen digits, whatever else stands in its place.
                    guard digits <= 9_999_999_999_999 else { return nil }
                    digits = digits * 10 + UInt64(text[place] - 0x30)
                }
                return digits > 9_999_999_999_999 ? digits : nil
            }
            return nil
        }
    }
}

extension Span<UInt8> {
    /// Whether 64 hexadecimal digits stand at an offset.
    fileprivate func isHexadecimal(at offset: Int) -> Bool {
        guard offset + 64 <= count else { return false }
        for index in offset..<(offset + 64) {
            guard (0x30...0x39).contains(self[index]) || (0x61...0x66).contains(self[index]) else {
                return false
            }
        }
        return true
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
