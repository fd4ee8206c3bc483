import TerraformPlan

extension JSONText {
    /// A value of the text in the form that all equal values have (`CanonicalJSON`); as it stands where
    /// it has none.
    ///
    /// Terraform writes nearly every value so, and then nothing is copied; but it escapes some
    /// characters that need it in HTML alone (encoding/json of Go):
    ///
    /// ```
    ///     {"Name":"x","Team":"a"}             as it stands
    ///     {"Name":"x","Team":"\u003ca\u003e"} {"Name":"x","Team":"<a>"}
    ///     { "Team": "a", "Name": "x" }        {"Name":"x","Team":"a"}
    /// ```
    func canonicalText(of range: Range<Int>) -> ArraySlice<UInt8> {
        switch bytes.span.writing(of: range) {
        case .canonical: break
        case .escaping: return bytes.span.withoutNeedlessEscapes(in: range)[...]
        case .other:
            let value = JSONText(bytes: Array(bytes[range])).value
            if let text = CanonicalJSON.bytes(of: value) { return text[...] }
        }
        return bytes[range]
    }

    /// What a key says, of which the range is without the quotes.
    func keyText(of range: Range<Int>) -> ArraySlice<UInt8> {
        guard bytes.span.holdsEscape(in: range) else { return bytes[range] }
        return bytes.span.text(ofStringAt: range.lowerBound - 1..<range.upperBound + 1)[...]
    }
}

/// What a value's text is to its canonical form, as far as that is seen at the first sight.
private enum Writing {
    case canonical
    /// But for characters that are escaped and need not be.
    case escaping
    case other
}

extension Span<UInt8> {
    fileprivate func writing(of range: Range<Int>) -> Writing {
        var writing = Writing.canonical
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
                    else { return .other }
                    keys.append(string)
                } else {
                    switch self.writing(ofStringAt: string) {
                    case .canonical: break
                    case .escaping: writing = .escaping
                    case .other: return .other
                    }
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
                guard isSmallInteger(in: start..<offset) else { return .other }
            case _: return .other
            }
        }
        return writing
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

    private func writing(ofStringAt string: Range<Int>) -> Writing {
        var writing = Writing.canonical
        var offset = string.lowerBound
        while offset < string.upperBound {
            guard self[offset] == UInt8(ascii: "\\") else {
                offset += 1
                continue
            }
            switch self[offset + 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "r"),
                UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
                break
            case UInt8(ascii: "/"):
                writing = .escaping
            case UInt8(ascii: "u") where plainCharacter(escapedAt: offset) != nil:
                writing = .escaping
            case _: return .other
            }
            offset += 2
        }
        return writing
    }

    /// The ASCII character of `\u003c`, where it needs no escape.
    private func plainCharacter(escapedAt offset: Int) -> UInt8? {
        guard self[offset + 2] == UInt8(ascii: "0"), self[offset + 3] == UInt8(ascii: "0"),
            let high = digit(at: offset + 4), let low = digit(at: offset + 5)
        else { return nil }
        let character = high << 4 | low
        switch character {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return nil
        case 0x20...0x7f: return character
        case _: return nil
        }
    }

    private func digit(at offset: Int) -> UInt8? {
        switch self[offset] {
        case let byte where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte: byte - 0x30
        case let byte where UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte: byte - 0x61 + 10
        case let byte where UInt8(ascii: "A")...UInt8(ascii: "F") ~= byte: byte - 0x41 + 10
        case _: nil
        }
    }

    fileprivate func withoutNeedlessEscapes(in range: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = self[offset]
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                offset += 1
                continue
            }
            let kind = self[offset + 1]
            offset += 2
            if kind == UInt8(ascii: "/") {
                text.append(kind)
            } else if kind == UInt8(ascii: "u"), let plain = plainCharacter(escapedAt: offset - 2) {
                text.append(plain)
                offset += 4
            } else {
                text.append(byte)
                text.append(kind)
            }
        }
        return text
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
