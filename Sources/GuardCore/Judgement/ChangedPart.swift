import TerraformPlan

/// What stands at one path of an object before and after a change.
struct ChangedPart {
    /// What there was, and what there will be; null and what is empty are nothing.
    let before: [JSONValue]
    let after: [JSONValue]
    /// Whether any of it is known only after the apply.
    let isUnknown: Bool

    /// Nil where nothing changes there, as in most updates: then no tree is built.
    init?(_ path: AttributePath, line: String? = nil, of change: ResourceChange) {
        let before = change.before?.parts(at: path) ?? []
        let after = change.after?.parts(at: path) ?? []
        isUnknown = change.afterUnknown.map { $0.markCount(at: path) > 0 } ?? false
        guard isUnknown || before != after else { return nil }
        self.before = before.map { Self.value(of: $0, line: line) }.filter { !$0.isNothing }
        self.after = after.map { Self.value(of: $0, line: line) }.filter { !$0.isNothing }
        guard isUnknown || self.before != self.after else { return nil }
    }

    /// Whether it changes in the way that the catalog names.
    ///
    /// What is unknown may be anything, and so it is: but what was not there before can neither
    /// shrink nor go.
    func isStruck(by harm: Harm, defaults: AttributeValue?) -> Bool {
        guard let trigger = harm.trigger else { return true }
        return switch trigger {
        case .changes: !before.isEmpty
        case .shrinks: becomesLess(from: before, to: after, harm, defaults)
        case .grows: becomesLess(from: after, to: before, harm, defaults)
        case .removed: !before.isEmpty && (isUnknown || lacks(after, of: before, key: harm.key))
        case .added: isUnknown || lacks(before, of: after, key: harm.key)
        }
    }

    /// The value, or that of one line `key=value` of a text.
    private static func value(of text: JSONText, line: String?) -> JSONValue {
        guard let line else { return text.value }
        guard case .string(let text) = text.value else { return .null }
        for row in text.bytes.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
            let parts = row.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false
            ).map { $0.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } }
            if parts.count == 2, parts[0].elementsEqual(line.utf8) {
                return .string(ByteString(bytes: parts[1]))
            }
        }
        return .null
    }

    // MARK: Elements

    /// Whether something of `whole` is not in `rest`.
    ///
    /// Objects without a key are only counted: one that has changed is the same one as far as anybody
    /// can tell.
    private func lacks(_ rest: [JSONValue], of whole: [JSONValue], key: String?) -> Bool {
        let rest = rest.flatMap { $0.names(key) }
        let whole = whole.flatMap { $0.names(key) }
        let isCounted = (rest + whole).contains { if case .object = $0 { true } else { false } }
        return isCounted ? rest.count < whole.count : whole.contains { !rest.contains($0) }
    }

    // MARK: Extents

    /// Whether one of several extents is smaller afterwards.
    ///
    /// They are compared in the order of their size, because a list may be sorted anew. Where nothing
    /// means without end, one that is added has shrunk from that.
    private func becomesLess(
        from old: [JSONValue], to new: [JSONValue], _ harm: Harm, _ nothing: AttributeValue?
    ) -> Bool {
        var old = old.flatMap(\.scalars)
        var new = new.flatMap(\.scalars)
        let nothing = nothing ?? .null
        let count = max(old.count, new.count, 1)
        if nothing != .null || harm.forever.contains(.null) {
            old += Array(repeating: nothing, count: count - old.count)
            new += Array(repeating: nothing, count: count - new.count)
        } else {
            // What became of it is not in the plan, and rarely the long end.
            if old.isEmpty { return false }
            if isUnknown || new.isEmpty { return true }
        }
        if isUnknown { return true }
        let before = old.compactMap { extent($0, harm) }.sorted(by: Self.isLonger)
        let after = new.compactMap { extent($0, harm) }.sorted(by: Self.isLonger)
        guard before.count == old.count, after.count == new.count else { return true }
        return zip(before, after).contains { before, after in
            after.isLess(than: before) ?? true
        }
    }

    private func extent(_ value: AttributeValue, _ harm: Harm) -> Extent? {
        let isEndless = harm.forever.contains { forever in
            forever == value
                || Extent(forever).flatMap { left in Extent(value).map { left == $0 } } ?? false
        }
        return isEndless ? .endless : Extent(value)
    }

    private static func isLonger(_ left: Extent, _ right: Extent) -> Bool {
        right.isLess(than: left) ?? false
    }
}

extension JSONValue {
    /// Null, an empty text, list or map.
    fileprivate var isNothing: Bool {
        switch self {
        case .null: true
        case .string(let text): text.bytes.isEmpty
        // A nested block without arguments is a list of one empty object, and is there.
        case .array(let elements): elements.allSatisfy { $0 == .null }
        case .object(let members): members.isEmpty
        case .bool, .number: false
        }
    }

    /// The elements of a list, the keys of a map, or itself; of objects, the attribute that names
    /// them.
    fileprivate func names(_ key: String?) -> [JSONValue] {
        switch self {
        case .array(let elements):
            return elements.map { element in key.flatMap { element[ByteString($0)] } ?? element }
        case .object(let members):
            if let key, let name = self[ByteString(key)] { return [name] }
            return members.filter { !$0.value.isNothing }.map { .string($0.key) }
        case .null:
            return []
        case .bool, .number, .string:
            return [self]
        }
    }

    fileprivate var scalars: [AttributeValue] {
        switch self {
        case .null: [.null]
        case .bool(let bool): [.bool(bool)]
        case .number(let text): [.number(text.bytes)]
        case .string(let text): [.string(text.bytes)]
        case .array(let elements): elements.flatMap(\.scalars)
        case .object: [.object]
        }
    }
}
