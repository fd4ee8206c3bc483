/// The keys of one kind of object, as the reader looks for them.
protocol PlanKey: CaseIterable, RawRepresentable<String>, Sendable {
    static var table: KeyTable<Self> { get }
}

/// The keys of one kind of object, prepared for comparing.
///
/// Keys mostly come in the order in which Terraform writes them, which is the order of the cases:
/// the search begins behind the key that was found last, and mostly ends there.
struct KeyTable<Key: PlanKey>: Sendable {
    private struct Entry: Sendable {
        let key: Key
        let bytes: [UInt8]
    }

    private let entries: [Entry]

    init() {
        entries = Key.allCases.map { Entry(key: $0, bytes: Array($0.rawValue.utf8)) }
        precondition(entries.count <= 64, "the keys that were seen are bits of one word")
    }

    /// The key that a pinned string without escapes is, and its number.
    func match(_ window: borrowing ByteWindow, _ text: Text, guess: Int) -> (Key, Int)? {
        let start = window.index(of: text.start)
        var index = guess
        for _ in entries.indices {
            if index >= entries.count { index = 0 }
            let entry = entries[index]
            if entry.bytes.count == text.count, window.matches(entry.bytes, at: start) {
                return (entry.key, index)
            }
            index += 1
        }
        return nil
    }

    /// The key that a decoded string is, and its number.
    func match(_ bytes: [UInt8]) -> (Key, Int)? {
        entries.firstIndex { $0.bytes == bytes }.map { (entries[$0].key, $0) }
    }
}

extension ByteWindow {
    /// Whether these bytes stand at an index.
    func matches(_ bytes: [UInt8], at start: Int) -> Bool {
        var index = 0
        while index < bytes.count {
            if bytes[index] != self[start + index] { return false }
            index += 1
        }
        return true
    }
}
