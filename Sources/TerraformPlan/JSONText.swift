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
    ///
    /// The text is known to be valid; where it is not, because somebody else made it, what cannot be
    /// understood is null. What nests deeper than 10,000 levels is empty, because a tree is taken apart
    /// again by a function that calls itself.
    package var value: JSONValue {
        var parser = JSONTextParser(bytes: bytes)
        return parser.value()
    }
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

/// Makes a tree of a valid text, with a stack of its own because the text decides how deep it is.
private struct JSONTextParser {
    let bytes: [UInt8]
    private var index = 0

    private static let depthLimit = 10_000

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A container that is open, and where its parts begin among those of all open containers.
    private struct Level {
        let isObject: Bool
        let firstValue: Int
        let firstKey: Int
    }

    mutating func value() -> JSONValue {
        var levels: [Level] = []
        var values: [JSONValue] = []
        var keys: [ByteString] = []
        while index < bytes.count {
            switch bytes[index] {
            case let bracket where bracket == .leftBrace || bracket == .leftBracket:
                guard levels.count < Self.depthLimit else {
                    skipContainer()
                    values.append(bracket == .leftBrace ? .object([]) : .array([]))
                    continue
                }
                levels.append(
                    Level(
                        isObject: bracket == .leftBrace, firstValue: values.count,
                        firstKey: keys.count))
                index += 1
            case .rightBrace, .rightBracket:
                index += 1
                guard let level = levels.popLast() else { return .null }
                let elements = values[level.firstValue...]
                let names = keys[level.firstKey...]
                let value: JSONValue =
                    level.isObject
                    ? .object(zip(names, elements).map { JSONValue.Member(key: $0, value: $1) })
                    : .array(Array(elements))
                values.removeSubrange(level.firstValue...)
                keys.removeSubrange(level.firstKey...)
                values.append(value)
            case .comma, .colon, .space, .tab, .lineFeed, .carriageReturn:
                index += 1
            case let first:
                let scalar = scalar(first)
                // In an object there is a key before each value.
                if let level = levels.last, level.isObject,
                    keys.count - level.firstKey == values.count - level.firstValue,
                    case .string(let key) = scalar
                {
                    keys.append(key)
                } else {
                    values.append(scalar)
                }
            }
        }
        return values.first ?? .null
    }

    private mutating func skipContainer() {
        var depth = 0
        repeat {
            switch bytes[index] {
            case .leftBrace, .leftBracket: depth += 1
            case .rightBrace, .rightBracket: depth -= 1
            case .quote: skipString()
            default: break
            }
            index += 1
        } while depth > 0 && index < bytes.count
    }

    /// To the closing quote, or to the end where there is none.
    private mutating func skipString() {
        index += 1
        while index < bytes.count, bytes[index] != .quote {
            index += bytes[index] == .backslash ? 2 : 1
        }
    }

    private mutating func scalar(_ first: UInt8) -> JSONValue {
        let start = index
        guard first == .quote else {
            while index < bytes.count, !isDelimiter(bytes[index]) { index += 1 }
            switch first {
            case .smallT: return .bool(true)
            case .smallF: return .bool(false)
            case .smallN: return .null
            default: return .number(ByteString(bytes: Array(bytes[start..<index])))
            }
        }
        skipString()
        let end = min(index, bytes.count)
        index += 1
        guard let text = try? unescape(Array(bytes[start + 1..<end]), at: start + 1) else {
            return .null
        }
        return .string(ByteString(bytes: text))
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case .comma, .rightBrace, .rightBracket, .space, .tab, .lineFeed, .carriageReturn: true
        default: false
        }
    }
}
