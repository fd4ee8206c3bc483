import TerraformPlan

/// The way to an attribute of an object, such as `settings.deletion_protection_enabled`.
///
/// Lists on the way are looked through, because a nested block is a list of one element to
/// Terraform: the path leads to that attribute of every element. `[*]` may say so and need not.
struct AttributePath: Sendable {
    let text: String
    fileprivate let names: [[UInt8]]

    /// Nil where a part between two dots is empty, or holds an index.
    init?(_ text: String) {
        self.text = text
        var names: [[UInt8]] = []
        for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        {
            var name = Array(part)
            while name.suffix(3) == [UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "]")] {
                name.removeLast(3)
            }
            guard !name.isEmpty, !name.contains(UInt8(ascii: "[")) else { return nil }
            names.append(name)
        }
        self.names = names
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
        walk(path) { scanner, place in
            switch place {
            case .missing, .onTheWay: values.append(.null)
            case .atTheEnd(let offset): values.append(scanner.value(at: offset))
            }
        }
        return values
    }

    /// How often a mask such as `after_unknown` marks the attribute, a part of it, or what holds it.
    func markCount(at path: AttributePath) -> Int {
        var count = 0
        walk(path) { scanner, place in
            switch place {
            case .missing: break
            case .onTheWay(let offset), .atTheEnd(let offset):
                if scanner.holdsTrue(at: offset) { count += 1 }
            }
        }
        return count
    }

    /// Visits what a path leads to.
    ///
    /// The text is scanned and no tree is built: most objects are large, most paths lead to one of
    /// their first attributes, and a plan may hold a hundred thousand of them. What is still to be
    /// visited stands in a list, because arrays may nest deeper than a stack.
    private func walk(
        _ path: AttributePath, visit: (_ scanner: JSONScanner, _ place: JSONScanner.Place) -> Void
    ) {
        let scanner = JSONScanner(bytes: bytes)
        var rest: [(offset: Int, depth: Int)] = [(0, 0)]
        while let (offset, depth) = rest.popLast() {
            switch bytes[offset] {
            case UInt8(ascii: "["):
                for element in scanner.elements(ofArrayAt: offset).reversed() {
                    rest.append((element, depth))
                }
            case UInt8(ascii: "{") where depth < path.names.count:
                if let member = scanner.member(path.names[depth], ofObjectAt: offset) {
                    rest.append((member, depth + 1))
                } else {
                    visit(scanner, .missing)
                }
            default:
                visit(scanner, depth == path.names.count ? .atTheEnd(offset) : .onTheWay(offset))
            }
        }
    }
}

/// Finds its way in the bytes of one valid JSON value.
struct JSONScanner {
    let bytes: [UInt8]

    /// Where a path has led to.
    enum Place {
        case missing
        /// A value that is no object, before the end of the path: nothing is below it, but a mask's
        /// `true` marks everything below it.
        case onTheWay(Int)
        case atTheEnd(Int)
    }

    /// Where each element of an array begins.
    func elements(ofArrayAt start: Int) -> [Int] {
        var elements: [Int] = []
        var offset = skippingSpace(start + 1)
        while bytes[offset] != UInt8(ascii: "]") {
            elements.append(offset)
            offset = skippingSpace(end(ofValueAt: offset))
            if bytes[offset] == UInt8(ascii: ",") { offset = skippingSpace(offset + 1) }
        }
        return elements
    }

    /// Where the value of a member begins.
    func member(_ name: [UInt8], ofObjectAt start: Int) -> Int? {
        var offset = skippingSpace(start + 1)
        while bytes[offset] != UInt8(ascii: "}") {
            let keyEnd = end(ofValueAt: offset)
            let key = offset..<keyEnd
            offset = skippingSpace(skippingSpace(keyEnd) + 1)
            if isKey(key, equalTo: name) { return offset }
            offset = skippingSpace(end(ofValueAt: offset))
            if bytes[offset] == UInt8(ascii: ",") { offset = skippingSpace(offset + 1) }
        }
        return nil
    }

    func value(at offset: Int) -> AttributeValue {
        switch bytes[offset] {
        case UInt8(ascii: "n"): .null
        case UInt8(ascii: "t"): .bool(true)
        case UInt8(ascii: "f"): .bool(false)
        case UInt8(ascii: "\""): .string(string(in: offset..<end(ofValueAt: offset)))
        case UInt8(ascii: "{"), UInt8(ascii: "["): .object
        default: .number(Array(bytes[offset..<end(ofValueAt: offset)]))
        }
    }

    /// Whether a mask holds a `true` anywhere.
    func holdsTrue(at start: Int) -> Bool {
        let end = end(ofValueAt: start)
        var offset = start
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\""): offset = self.end(ofValueAt: offset)
            case UInt8(ascii: "t"): return true
            default: offset += 1
            }
        }
        return false
    }

    /// The offset after a value.
    private func end(ofValueAt start: Int) -> Int {
        var offset = start
        var depth = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                while bytes[offset] != UInt8(ascii: "\"") {
                    offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
                }
                if depth == 0 { return offset + 1 }
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

    private func skippingSpace(_ start: Int) -> Int {
        var offset = start
        while offset < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[offset]) { offset += 1 }
        return offset
    }

    private func isKey(_ range: Range<Int>, equalTo name: [UInt8]) -> Bool {
        let key = bytes[range].dropFirst().dropLast()
        return key.contains(UInt8(ascii: "\\"))
            ? string(in: range) == name : key.elementsEqual(name)
    }

    private func string(in range: Range<Int>) -> [UInt8] {
        let inside = bytes[range].dropFirst().dropLast()
        guard inside.contains(UInt8(ascii: "\\")) else { return Array(inside) }
        guard case .string(let string) = JSONText(bytes: Array(bytes[range])).value else {
            return []
        }
        return string.bytes
    }
}
