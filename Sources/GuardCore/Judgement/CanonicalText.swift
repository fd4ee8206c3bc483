import TerraformPlan

extension JSONText {
    /// A value of the text in the form that all equal values have (`CanonicalJSON`); as it stands where
    /// it has none.
    ///
    /// Terraform writes nearly every value so, and then nothing is copied:
    ///
    /// ```
    ///     {"Name":"x","Team":"a"}             as it stands
    ///     { "Team": "\u0061", "Name": "x" }   {"Name":"x","Team":"a"}
    /// ```
    func canonicalText(of range: Range<Int>) -> ArraySlice<UInt8> {
        guard !bytes.span.isPlainlyCanonical(in: range),
            let text = CanonicalJSON.bytes(of: JSONText(bytes: Array(bytes[range])).value)
        else { return bytes[range] }
        return text[...]
    }

    /// What a key says, of which the range is without the quotes.
    func keyText(of range: Range<Int>) -> ArraySlice<UInt8> {
        guard bytes.span.holdsEscape(in: range) else { return bytes[range] }
        return bytes.span.text(ofStringAt: range.lowerBound - 1..<range.upperBound + 1)[...]
    }
}

extension Span<UInt8> {
    /// Whether a value is in the canonical form at the first sight; a few that are are not found to be.
    fileprivate func isPlainlyCanonical(in range: Range<Int>) -> Bool {
        // Of each container that is open the last key, where it is an object that has had one.
        var keys: [Range<Int>?] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let start = offset
            switch self[offset] {
            case UInt8(ascii: "\""):
                offset = end(ofStringAt: start, in: self)
                let string = start..<offset
                if offset < range.upperBound, self[offset] == UInt8(ascii: ":") {
                    guard !holdsEscape(in: string), let last = keys.popLast(),
                        last.map({ isOrdered($0, before: string) }) ?? true
                    else { return false }
                    keys.append(string)
                } else if !hasCanonicalEscapes(in: string) {
                    return false
                }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                keys.append(nil)
                offset += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = keys.popLast()
                offset += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                offset += 1
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                offset = end(ofValueAt: start, in: self)
                guard isSmallInteger(in: start..<offset) else { return false }
            case _: return false
            }
        }
        return true
    }

    /// Whether two keys, in their quotes and without escapes, are in the order of their bytes.
    private func isOrdered(_ key: Range<Int>, before other: Range<Int>) -> Bool {
        let first = extracting(key.lowerBound + 1..<key.upperBound - 1)
        let second = extracting(other.lowerBound + 1..<other.upperBound - 1)
        for place in 0..<Swift.min(first.count, second.count) where first[place] != second[place] {
            return first[place] < second[place]
        }
        return first.count < second.count
    }

    /// Whether a string escapes nothing but what has to be, in the short way.
    private func hasCanonicalEscapes(in string: Range<Int>) -> Bool {
        var offset = string.lowerBound
        while offset < string.upperBound {
            guard self[offset] == UInt8(ascii: "\\") else {
                offset += 1
                continue
            }
            switch self[offset + 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "r"),
                UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
                offset += 2
            case _: return false
            }
        }
        return true
    }

    /// Whether a number is written with digits alone, so few that nobody writes it in another way.
    private func isSmallInteger(in number: Range<Int>) -> Bool {
        guard number.count <= 15 else { return false }
        for offset in number {
            switch self[offset] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where self[offset + 1] != UInt8(ascii: "0"): break
            case _: return false
            }
        }
        return true
    }
}
