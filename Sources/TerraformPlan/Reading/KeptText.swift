/// Where in the document a value that may be kept is.
struct KeptRange {
    let start: Int
    let end: Int
    let lineBreaks: Int
    let lineStart: Int
}

extension JSONCursor {
    /// The text of a pinned value, once it is known to mean one thing.
    ///
    /// Its objects have no key twice and its strings no half of a surrogate pair. A message names
    /// `part`: `change.before`.
    mutating func keptText(_ range: KeptRange?, _ part: String) throws(ReadingFailure) -> JSONText?
    {
        guard let range else { return nil }
        let bytes = window.copy(range.start..<range.end)
        if let (reason, index) = KeptTextCheck(bytes: bytes).firstFault() {
            let before = bytes[..<index]
            let breaks = before.count { $0 == .lineFeed }
            goBack(
                to: part, lineBreaks: range.lineBreaks + breaks,
                lineStart: before.lastIndex(of: .lineFeed).map { range.start + $0 + 1 }
                    ?? range.lineStart)
            throw .unreadable(reason, at: range.start + index)
        }
        return JSONText(bytes: bytes)
    }
}

/// Looks for what the grammar allows and a judgement cannot have, in a text known to follow the
/// grammar.
///
/// Terraform writes the keys of an object in the order of their bytes. As long as each key is
/// greater than the one before it none is there twice, and nothing need be remembered; the keys of
/// an object in another order are compared at its end.
private struct KeptTextCheck {
    let bytes: [UInt8]

    /// An object or array that is open.
    private struct Level {
        let isObject: Bool
        /// Where its keys begin among those of all open objects.
        let firstKey: Int
        var isAscending = true
    }

    private struct Key {
        let start: Int
        let end: Int
        let hasEscape: Bool
    }

    func firstFault() -> (PlanError.Reason, at: Int)? {
        var levels: [Level] = []
        var keys: [Key] = []
        var isKeyNext = false
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case .leftBrace:
                levels.append(Level(isObject: true, firstKey: keys.count))
                isKeyNext = true
            case .leftBracket:
                levels.append(Level(isObject: false, firstKey: keys.count))
                isKeyNext = false
            case .rightBrace, .rightBracket:
                if let level = levels.popLast() {
                    let own = keys[level.firstKey...]
                    if !level.isAscending, let fault = firstDuplicate(own) { return fault }
                    keys.removeSubrange(level.firstKey...)
                }
                isKeyNext = false
            case .comma:
                isKeyNext = levels.last?.isObject ?? false
            case .quote:
                let start = index + 1
                var hasEscape = false
                index = start
                while bytes[index] != .quote {
                    if bytes[index] == .backslash {
                        hasEscape = true
                        index += 1
                    }
                    index += 1
                }
                if hasEscape, case .failure(let fault) = text(start, index) { return fault }
                if isKeyNext {
                    isKeyNext = false
                    let key = Key(start: start, end: index, hasEscape: hasEscape)
                    let last = levels.count - 1
                    if levels[last].isAscending, keys.count > levels[last].firstKey {
                        levels[last].isAscending = isAscending(keys[keys.count - 1], key)
                    }
                    keys.append(key)
                }
            default:
                break
            }
            index += 1
        }
        return nil
    }

    private func isAscending(_ left: Key, _ right: Key) -> Bool {
        // What an escape stands for has another place in the order than its own bytes.
        if left.hasEscape || right.hasEscape { return false }
        return bytes[left.start..<left.end]
            .lexicographicallyPrecedes(bytes[right.start..<right.end])
    }

    private func firstDuplicate(_ keys: ArraySlice<Key>) -> (PlanError.Reason, at: Int)? {
        var seen: Set<ByteString> = []
        for key in keys {
            guard case .success(let name) = text(key.start, key.end) else { continue }
            if !seen.insert(name).inserted { return (.duplicateKey(name), at: key.start - 1) }
        }
        return nil
    }

    private func text(_ start: Int, _ end: Int) -> Decoded {
        do throws(ReadingFailure) {
            return .success(ByteString(bytes: try unescape(Array(bytes[start..<end]), at: start)))
        } catch {
            switch error {
            case .unreadable(let reason, let place): return .failure((reason, at: place))
            case .source: preconditionFailure("no source is read here")
            }
        }
    }

    private enum Decoded {
        case success(ByteString)
        case failure((PlanError.Reason, at: Int))
    }
}
