import TerraformPlan

/// The way to an attribute of an object, such as `settings.deletion_protection_enabled`.
///
/// Lists on the way are looked through, because a nested block is a list of one element to
/// Terraform: the path leads to that attribute of every element. `[*]` may say so and need not. A
/// key with dots in it stands in brackets: `config['retention.ms']`; `*` is any key.
struct AttributePath: Sendable {
    let text: String
    fileprivate let names: [[UInt8]]

    /// The attribute of the object itself that it leads to, or through.
    var first: [UInt8] { names[0] }

    var steps: ArraySlice<ByteString> { names.map(ByteString.init(bytes:))[...] }

    /// Nil where a part between two dots is empty, or holds an index.
    init?(_ text: String) {
        self.text = text
        var rest = Array(text.utf8)[...]
        var key: [UInt8]?
        if rest.suffix(2).elementsEqual("']".utf8), let start = Self.keyStart(in: rest) {
            key = Array(rest[(start + 2)...].dropLast(2))
            rest = rest[..<start]
        }
        var names: [[UInt8]] = []
        for part in rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            var name = Array(part)
            while name.suffix(3) == [UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "]")] {
                name.removeLast(3)
            }
            guard !name.isEmpty, !name.contains(UInt8(ascii: "[")) else { return nil }
            names.append(name)
        }
        if let key {
            guard !key.isEmpty, !key.contains(UInt8(ascii: "'")) else { return nil }
            names.append(key)
        }
        self.names = names
    }

    /// Where `['` stands.
    private static func keyStart(in text: ArraySlice<UInt8>) -> Int? {
        text.indices.dropLast().first {
            text[$0] == UInt8(ascii: "[") && text[$0 + 1] == UInt8(ascii: "'")
        }
    }
}

/// What stands at the end of an attribute path.
enum AttributeValue: Equatable {
    case null
    case bool(Bool)
    /// The number's own text.
    case number([UInt8])
    case string([UInt8])
    case object
}

extension JSONText {
    /// The values at the end of a path, in the order of the text; lists at its end are looked
    /// through too.
    ///
    /// An attribute that is not there, and an attribute of null, is null; an empty list has no
    /// value.
    func values(at path: AttributePath) -> [AttributeValue] {
        var values: [AttributeValue] = []
        walk(path) { text, place in
            switch place {
            case .missing, .onTheWay: values.append(.null)
            case .atTheEnd(let offset): values.append(attributeValue(at: offset, in: text))
            }
        }
        return values
    }

    /// The values at the end of a path as their own text; a list at its end is one of them.
    func parts(at path: AttributePath) -> [JSONText] {
        var parts: [JSONText] = []
        walk(path, throughLastList: false) { text, place in
            guard case .atTheEnd(let offset) = place else { return }
            let range = offset..<end(ofValueAt: offset, in: text)
            parts.append(JSONText(bytes: text.copy(of: range)))
        }
        return parts
    }

    /// How often a mask such as `after_unknown` marks the attribute, a part of it, or what holds it.
    func markCount(at path: AttributePath) -> Int {
        var count = 0
        walk(path) { text, place in
            switch place {
            case .missing: break
            case .onTheWay(let offset), .atTheEnd(let offset):
                if holdsTrue(at: offset, in: text) { count += 1 }
            }
        }
        return count
    }

    /// The members of an object: each key as it stands between its quotes, and each value.
    var members: [(key: Range<Int>, value: Range<Int>)] {
        let text = bytes.span
        guard !text.isEmpty, text[0] == UInt8(ascii: "{") else { return [] }
        var members: [(key: Range<Int>, value: Range<Int>)] = []
        var place = firstPart(ofContainerAt: 0, in: text)
        while let key = place {
            let keyEnd = end(ofStringAt: key, in: text)
            let start = GuardCore.value(afterKeyEndingAt: keyEnd, in: text)
            let valueEnd = end(ofValueAt: start, in: text)
            members.append((key + 1..<keyEnd - 1, start..<valueEnd))
            place = nextPart(after: valueEnd, in: text)
        }
        return members
    }

    /// A string, number or truth value as Terraform would write it in a string.
    var scalarText: [UInt8]? {
        switch attributeValue(at: 0, in: bytes.span) {
        case .string(let string): string
        case .number(let number): number
        case .bool(let bool): Array((bool ? "true" : "false").utf8)
        case .null, .object: nil
        }
    }

    /// Where a path has led to.
    private enum Place {
        case missing
        /// A value that is no object, before the end of the path: nothing is below it, but a mask's
        /// `true` marks everything below it.
        case onTheWay(Int)
        case atTheEnd(Int)
    }

    /// Visits what a path leads to.
    ///
    /// The text is scanned and no tree is built: most objects are large, most paths lead to one of
    /// their first attributes, and a plan may hold a hundred thousand of them. What is still to be
    /// visited stands in a list, because arrays may nest deeper than a stack.
    private func walk(
        _ path: AttributePath, throughLastList: Bool = true, visit: (Span<UInt8>, Place) -> Void
    ) {
        let text = bytes.span
        var rest: [(offset: Int, depth: Int)] = []
        var next: (offset: Int, depth: Int)? = (0, 0)
        while let (offset, depth) = next ?? rest.popLast() {
            next = nil
            switch text[offset] {
            case UInt8(ascii: "[") where throughLastList || depth < path.names.count:
                for element in elements(ofArrayAt: offset, in: text).reversed() {
                    rest.append((element, depth))
                }
            case UInt8(ascii: "{") where depth < path.names.count:
                if path.names[depth] == [UInt8(ascii: "*")] {
                    for member in memberOffsets(ofObjectAt: offset, in: text).reversed() {
                        rest.append((member, depth + 1))
                    }
                } else if let member = member(path.names[depth], ofObjectAt: offset, in: text) {
                    next = (member, depth + 1)
                } else {
                    visit(text, .missing)
                }
            default:
                visit(text, depth == path.names.count ? .atTheEnd(offset) : .onTheWay(offset))
            }
        }
    }
}

// MARK: Finding the way in the bytes of one valid JSON value

private func attributeValue(at offset: Int, in text: Span<UInt8>) -> AttributeValue {
    switch text[offset] {
    case UInt8(ascii: "n"): .null
    case UInt8(ascii: "t"): .bool(true)
    case UInt8(ascii: "f"): .bool(false)
    case UInt8(ascii: "\""):
        .string(text.text(ofStringAt: offset..<end(ofStringAt: offset, in: text)))
    case UInt8(ascii: "{"), UInt8(ascii: "["): .object
    default: .number(text.copy(of: offset..<end(ofValueAt: offset, in: text)))
    }
}

/// Where each element of an array begins.
private func elements(ofArrayAt start: Int, in text: Span<UInt8>) -> [Int] {
    var elements: [Int] = []
    var place = firstPart(ofContainerAt: start, in: text)
    while let element = place {
        elements.append(element)
        place = nextPart(after: end(ofValueAt: element, in: text), in: text)
    }
    return elements
}

/// Where the value of each member begins.
private func memberOffsets(ofObjectAt start: Int, in text: Span<UInt8>) -> [Int] {
    var members: [Int] = []
    var place = firstPart(ofContainerAt: start, in: text)
    while let key = place {
        let member = value(afterKeyEndingAt: end(ofStringAt: key, in: text), in: text)
        members.append(member)
        place = nextPart(after: end(ofValueAt: member, in: text), in: text)
    }
    return members
}

/// Where the value of a member begins.
private func member(
    _ name: [UInt8], ofObjectAt start: Int, in text: Span<UInt8>
) -> Int? {
    var place = firstPart(ofContainerAt: start, in: text)
    while let key = place {
        let keyEnd = end(ofStringAt: key, in: text)
        let member = value(afterKeyEndingAt: keyEnd, in: text)
        if isString(key..<keyEnd, equalTo: name, in: text) { return member }
        place = nextPart(after: end(ofValueAt: member, in: text), in: text)
    }
    return nil
}

private func isString(_ range: Range<Int>, equalTo name: [UInt8], in text: Span<UInt8>) -> Bool {
    // An escaped character is longer than its UTF-8, so what is shorter than the name differs.
    guard range.count >= name.count + 2 else { return false }
    if range.count == name.count + 2 {
        for index in name.indices where text[range.lowerBound + 1 + index] != name[index] {
            return false
        }
        return true
    }
    return text.holdsEscape(in: range) && text.text(ofStringAt: range) == name
}
