import TerraformPlan

// Where the parts of a JSON value end in its text, which is known to be valid: most of a plan is passed
// over, and no tree is built of it.

/// The offset after a value.
func end(ofValueAt start: Int, in text: Span<UInt8>) -> Int {
    var offset = start
    var depth = 0
    while offset < text.count {
        switch text[offset] {
        case UInt8(ascii: "\""):
            offset = end(ofStringAt: offset, in: text)
            if depth == 0 { return offset }
            continue
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if depth == 0 { return offset }
            depth -= 1
            if depth == 0 { return offset + 1 }
        case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0a, 0x0d:
            if depth == 0 { return offset }
        default:
            break
        }
        offset += 1
    }
    return offset
}

/// The offset after a string's closing quote.
func end(ofStringAt start: Int, in text: Span<UInt8>) -> Int {
    var offset = start + 1
    while true {
        let byte = text[offset]
        if byte == UInt8(ascii: "\"") { return offset + 1 }
        offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
}

func skippingSpace(_ start: Int, in text: Span<UInt8>) -> Int {
    var offset = start
    while offset < text.count {
        switch text[offset] {
        case 0x20, 0x09, 0x0a, 0x0d: offset += 1
        default: return offset
        }
    }
    return offset
}

/// The offset after a value, and how many containers stand in one another there.
func extent(ofValueAt start: Int, in text: Span<UInt8>) -> (end: Int, height: Int) {
    guard text[start] == UInt8(ascii: "{") || text[start] == UInt8(ascii: "[") else {
        return (end(ofValueAt: start, in: text), 0)
    }
    var offset = start
    var depth = 0
    var height = 0
    while offset < text.count {
        switch text[offset] {
        case UInt8(ascii: "\""):
            offset = end(ofStringAt: offset, in: text)
            continue
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            height = max(height, depth)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if depth == 0 { return (offset + 1, height) }
        default:
            break
        }
        offset += 1
    }
    return (offset, height)
}

/// Where the first part of a container begins; nil where it has none.
func firstPart(ofContainerAt start: Int, in text: Span<UInt8>) -> Int? {
    part(at: start + 1, in: text)
}

/// Where the part after one that ends at `end` begins; nil where it was the last.
func nextPart(after end: Int, in text: Span<UInt8>) -> Int? {
    let offset = skippingSpace(end, in: text)
    guard offset < text.count, text[offset] == UInt8(ascii: ",") else { return nil }
    return part(at: offset + 1, in: text)
}

private func part(at start: Int, in text: Span<UInt8>) -> Int? {
    let offset = skippingSpace(start, in: text)
    guard offset < text.count, text[offset] != UInt8(ascii: "}"), text[offset] != UInt8(ascii: "]")
    else { return nil }
    return offset
}

/// Where the value of a member begins, whose key ends at `keyEnd`.
func value(afterKeyEndingAt keyEnd: Int, in text: Span<UInt8>) -> Int {
    skippingSpace(skippingSpace(keyEnd, in: text) + 1, in: text)
}

/// Whether a mask holds a `true` anywhere in a value.
func holdsTrue(at start: Int, in text: Span<UInt8>) -> Bool {
    let after = end(ofValueAt: start, in: text)
    var offset = start
    while offset < after {
        switch text[offset] {
        case UInt8(ascii: "\""): offset = end(ofStringAt: offset, in: text)
        case UInt8(ascii: "t"): return true
        default: offset += 1
        }
    }
    return false
}

/// Whether a number or a literal ends before a byte.
func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0a, 0x0d: true
    case _: false
    }
}

extension Span<UInt8> {
    func holdsEscape(in range: Range<Int>) -> Bool {
        for index in range where self[index] == UInt8(ascii: "\\") { return true }
        return false
    }

    /// What a string says, of which the range holds the quotes, too.
    func text(ofStringAt range: Range<Int>) -> [UInt8] {
        if holdsEscape(in: range), case .string(let text) = JSONText(bytes: copy(of: range)).value {
            return text.bytes
        }
        return copy(of: (range.lowerBound + 1)..<(range.upperBound - 1))
    }

    func copy(of range: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for index in range { bytes.append(self[index]) }
        return bytes
    }

    /// Whether what stands here stands at a place of another text, too.
    func isSame(_ range: Range<Int>, as other: Span<UInt8>, at place: Int) -> Bool {
        guard place + range.count <= other.count else { return false }
        let distance = place - range.lowerBound
        for index in range where self[index] != other[index + distance] { return false }
        return true
    }

    /// Whether some bytes stand at an offset.
    func holds(_ bytes: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset + bytes.count <= count else { return false }
        let wanted = bytes.span
        for index in 0..<wanted.count where self[offset + index] != wanted[index] { return false }
        return true
    }
}
