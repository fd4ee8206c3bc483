import TerraformPlan

@testable import GuardCore

/// What a change changes, found the plain way: both values as trees, and their members in
/// dictionaries.
struct PlainChangedPaths {
    /// Nil where there are more than anybody reads.
    private let paths: [[UInt8]]?

    private static let limit = 10_000
    private static let depthLimit = 100

    private struct Pair {
        let path: [UInt8]
        let depth: Int
        let before: JSONValue?
        let after: JSONValue?
        let unknown: JSONValue?
    }

    init(of change: ResourceChange) {
        var changed: [[UInt8]] = []
        var rest = [
            Pair(
                path: [], depth: 0, before: change.before?.value, after: change.after?.value,
                unknown: change.afterUnknown?.value)
        ]
        while let pair = rest.popLast() {
            if pair.depth < Self.depthLimit, let parts = Self.parts(of: pair) {
                rest += parts
            } else {
                if pair.unknown == .bool(true) || !Self.isEqual(pair.before, pair.after) {
                    changed.append(pair.path)
                }
                if pair.depth < Self.depthLimit { rest += Self.exchanged(pair) }
            }
            guard changed.count <= Self.limit else {
                paths = nil
                return
            }
        }
        paths = changed
    }

    /// What one kind of value had, and what the other one in its place has.
    private static func exchanged(_ pair: Pair) -> [Pair] {
        guard pair.before ?? .null != .null, pair.after ?? .null != .null else { return [] }
        let gone = Pair(
            path: pair.path, depth: pair.depth, before: pair.before, after: nil, unknown: nil)
        let come = Pair(
            path: pair.path, depth: pair.depth, before: nil, after: pair.after,
            unknown: pair.unknown)
        return (parts(of: gone) ?? []) + (parts(of: come) ?? [])
    }

    func containsMatch(of patterns: [Glob]) -> Bool {
        paths?.contains { path in Self.matches(path, patterns) } ?? true
    }

    func isCovered(by patterns: [Glob]) -> Bool {
        guard let paths, !paths.isEmpty else { return false }
        return paths.allSatisfy { path in Self.matches(path, patterns) }
    }

    var list: [ByteString]? { paths?.map(ByteString.init(bytes:)).sorted() }

    private static func matches(_ path: [UInt8], _ patterns: [Glob]) -> Bool {
        var prefixes: [[UInt8]] = [path]
        for index in path.indices.dropFirst()
        where path[index] == UInt8(ascii: ".") || path[index] == UInt8(ascii: "[") {
            prefixes.append(Array(path[..<index]))
        }
        return prefixes.contains { prefix in
            let bare = ByteString(bytes: prefix).withoutInstanceKeys.bytes
            return patterns.contains { $0.matches(prefix) || $0.matches(bare) }
        }
    }

    private static func parts(of pair: Pair) -> [Pair]? {
        switch (pair.before ?? .null, pair.after ?? .null) {
        case (.object(let before), .object(let after)):
            members(of: pair, before, after)
        case (.object(let before), .null) where !before.isEmpty:
            members(of: pair, before, [])
        case (.null, .object(let after)) where !after.isEmpty:
            members(of: pair, [], after)
        case (.array(let before), .array(let after)):
            elements(of: pair, before, after)
        case (.array(let before), .null) where !before.isEmpty:
            elements(of: pair, before, [])
        case (.null, .array(let after)) where !after.isEmpty:
            elements(of: pair, [], after)
        case (_, _):
            nil
        }
    }

    private static func members(
        of pair: Pair, _ before: [JSONValue.Member], _ after: [JSONValue.Member]
    ) -> [Pair] {
        let old = values(before)
        let new = values(after)
        var unknown: [ByteString: JSONValue] = [:]
        if case .object(let members)? = pair.unknown { unknown = values(members) }
        let keys = Set(old.keys).union(new.keys).union(unknown.keys)
        return keys.map { key in
            Pair(
                path: pair.path + step(key, isFirst: pair.path.isEmpty), depth: pair.depth + 1,
                before: old[key], after: new[key],
                unknown: pair.unknown == .bool(true) ? .bool(true) : unknown[key])
        }
    }

    private static func elements(
        of pair: Pair, _ before: [JSONValue], _ after: [JSONValue]
    ) -> [Pair] {
        var unknown: [JSONValue] = []
        if case .array(let elements)? = pair.unknown { unknown = elements }
        return (0..<max(before.count, after.count, unknown.count)).map { index in
            Pair(
                path: pair.path + Array("[\(index)]".utf8), depth: pair.depth + 1,
                before: index < before.count ? before[index] : nil,
                after: index < after.count ? after[index] : nil,
                unknown: pair.unknown == .bool(true)
                    ? .bool(true) : index < unknown.count ? unknown[index] : nil)
        }
    }

    private static func values(_ members: [JSONValue.Member]) -> [ByteString: JSONValue] {
        Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private static func step(_ key: ByteString, isFirst: Bool) -> [UInt8] {
        let special = Array(".[]\"\\".utf8)
        if !key.bytes.isEmpty, key.bytes.allSatisfy({ $0 > 0x20 && !special.contains($0) }) {
            return isFirst ? key.bytes : [UInt8(ascii: ".")] + key.bytes
        }
        let quoted = key.bytes.flatMap { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                ? [UInt8(ascii: "\\"), byte] : [byte]
        }
        return Array("[\"".utf8) + quoted + Array("\"]".utf8)
    }

    private static func isEqual(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
        switch (left ?? .null, right ?? .null) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (_, _): false
        }
    }
}
