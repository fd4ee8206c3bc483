/// Where in the document a value that may be kept is.
struct KeptRange {
    let start: Int
    let end: Int
    let lineBreaks: Int
    let lineStart: Int
}

/// What becomes of a text that may be kept.
enum KeptTextUse {
    case copy
    /// Nothing, once it is known to mean one thing.
    case check
}

extension JSONCursor {
    /// The text of a pinned value, once it is known to mean one thing.
    ///
    /// Its objects have no key twice and its strings no half of a surrogate pair. A message names
    /// `part`: `change.before`.
    mutating func keptText(
        _ range: KeptRange?, _ part: String, _ use: KeptTextUse = .copy
    ) throws(ReadingFailure) -> JSONText? {
        guard let range else { return nil }
        let start = window.index(of: range.start)
        let end = window.index(of: range.end)
        do throws(ReadingFailure) {
            try keptTextCheck.check(window, from: start, to: end)
        } catch {
            guard case .unreadable(_, let offset) = error else { throw error }
            // Back to where it is, for the line and the way to it.
            faultyPart = part
            lineBreaks = range.lineBreaks
            lineStart = range.lineStart
            for index in start..<window.index(of: offset) where window[index] == .lineFeed {
                lineBreaks += 1
                lineStart = range.start + index - start + 1
            }
            throw error
        }
        return switch use {
        case .copy: JSONText(bytes: window.copy(range.start..<range.end))
        case .check: nil
        }
    }
}

/// Looks for what the grammar allows and a judgement cannot have, in a text known to follow the
/// grammar.
///
/// Terraform writes the keys of an object in the order of their bytes. As long as each key is
/// greater than the one before it none is there twice, and there is nothing to compare; the keys of
/// an object in another order are compared at its end.
struct KeptTextCheck {
    /// An object or array that is open.
    private struct Level {
        let isObject: Bool
        /// Where its keys begin among those of all open objects.
        let firstKey: Int
        var isAscending = true
    }

    /// Where a key is, between its quotes.
    private struct Key {
        let start: Int
        let end: Int
        let hasEscape: Bool
    }

    /// How deep a value that is kept may nest.
    ///
    /// Less than what is passed over, because those who look at it may do so with a function that
    /// calls itself; more than the 700 levels that Terraform was seen to plan.
    static let depthLimit = 2_000

    // Kept from one text to the next for their memory.
    private var levels: [Level] = []
    private var keys: [Key] = []

    mutating func check(
        _ window: borrowing ByteWindow, from start: Int, to end: Int
    ) throws(ReadingFailure) {
        levels.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        var isKeyNext = false
        var index = start
        while index < end {
            if levels.count >= Self.depthLimit {
                throw .unreadable(
                    .nestedTooDeeply(limit: Self.depthLimit),
                    at: window.documentOffset(of: index))
            }
            switch window[index] {
            case .leftBrace:
                levels.append(Level(isObject: true, firstKey: keys.count))
                isKeyNext = true
            case .leftBracket:
                levels.append(Level(isObject: false, firstKey: keys.count))
                isKeyNext = false
            case .rightBrace, .rightBracket:
                let level = levels.removeLast()
                if !level.isAscending { try compare(keys[level.firstKey...], window) }
                keys.removeLast(keys.count - level.firstKey)
                isKeyNext = false
            case .comma:
                isKeyNext = levels.last?.isObject ?? false
            case .quote:
                let key = string(window, at: index)
                if key.hasEscape { _ = try text(key, window) }
                if isKeyNext { append(key, window) }
                isKeyNext = false
                index = key.end
            default:
                break
            }
            index += 1
        }
    }

    /// The string whose opening quote is at an index.
    private func string(_ window: borrowing ByteWindow, at quote: Int) -> Key {
        var index = quote + 1
        var hasEscape = false
        while true {
            index = window.endOfPlainText(from: index)
            switch window[index] {
            case .quote: return Key(start: quote + 1, end: index, hasEscape: hasEscape)
            case .backslash:
                hasEscape = true
                index += 2
            default: index += 1
            }
        }
    }

    private mutating func append(_ key: Key, _ window: borrowing ByteWindow) {
        let last = levels.count - 1
        if levels[last].isAscending, keys.count > levels[last].firstKey {
            levels[last].isAscending = isAscending(keys[keys.count - 1], key, window)
        }
        keys.append(key)
    }

    private func isAscending(_ left: Key, _ right: Key, _ window: borrowing ByteWindow) -> Bool {
        // What an escape stands for has another place in the order than its own bytes.
        if left.hasEscape || right.hasEscape { return false }
        let count = min(left.end - left.start, right.end - right.start)
        for index in 0..<count {
            let (a, b) = (window[left.start + index], window[right.start + index])
            if a != b { return a < b }
        }
        return left.end - left.start < right.end - right.start
    }

    private func compare(
        _ keys: ArraySlice<Key>, _ window: borrowing ByteWindow
    ) throws(ReadingFailure) {
        var seen = ByteStringTable()
        for key in keys {
            let name = try text(key, window)
            if !seen.insert(name).isNew {
                throw .unreadable(.duplicateKey(name), at: window.documentOffset(of: key.start - 1))
            }
        }
    }

    private func text(
        _ key: Key, _ window: borrowing ByteWindow
    ) throws(ReadingFailure) -> ByteString {
        let start = window.documentOffset(of: key.start)
        let raw = window.copy(start..<window.documentOffset(of: key.end))
        return ByteString(bytes: try unescape(raw, at: start))
    }
}
