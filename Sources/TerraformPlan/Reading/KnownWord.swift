/// A word that the reader looks for: a key of one kind of object, an action, a mode.
protocol KnownWord: CaseIterable, Equatable, RawRepresentable<String>, Sendable {
    /// The words prepared for comparing: a `static let`, made at the first use.
    static var table: WordTable<Self> { get }
}

extension KnownWord {
    /// The word that is one of all cases, by its number.
    static func spelling(of index: Int) -> String {
        allCases.dropFirst(index).first?.rawValue ?? ""
    }
}

/// The words of one kind, prepared for comparing.
///
/// Keys mostly come in the order in which Terraform writes them, which is the order of the cases:
/// the search begins behind the key that was found last, and mostly ends there.
struct WordTable<Word: KnownWord>: Sendable {
    private let words: [Word]
    private let spellings: [Spelling]

    init() {
        words = Array(Word.allCases)
        spellings = words.map { Spelling($0.rawValue) }
        precondition(words.count <= 64, "the keys that were seen are bits of one machine word")
    }

    /// The word that a pinned string without escapes is, and its number.
    ///
    /// `guess` is the number to look at first.
    func find(_ text: Text, in window: borrowing ByteWindow, guess: Int) -> (Word, Int)? {
        guard text.count <= Letters.limit else { return nil }
        let letters = Letters(window, at: window.index(of: text.start), count: text.count)
        var index = guess
        for _ in 0..<spellings.count {
            if index >= spellings.count { index = 0 }
            if spellings[index].count == text.count, spellings[index].letters == letters {
                return (words[index], index)
            }
            index += 1
        }
        return nil
    }

    /// The word that a decoded string is, and its number.
    func find(_ bytes: [UInt8]) -> (Word, Int)? {
        words.firstIndex { Array($0.rawValue.utf8) == bytes }.map { (words[$0], $0) }
    }
}

/// How a word is written.
///
/// Not a part of the generic table: an array of what depends on its parameter would have the runtime
/// look through all conformances of the program when it is made, for longer than a small plan takes.
private struct Spelling: Sendable {
    let count: Int
    let letters: Letters

    init(_ word: String) {
        count = word.utf8.count
        precondition(count <= Letters.limit)
        var letters = Letters()
        for (index, byte) in word.utf8.enumerated() { letters.set(index, to: byte) }
        self.letters = letters
    }
}

/// Up to 32 letters in four machine words, so that comparing is four comparisons; zeros follow.
private struct Letters: Equatable {
    static let limit = 32

    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    private var fourth: UInt64 = 0

    init() {}

    init(_ window: borrowing ByteWindow, at start: Int, count: Int) {
        // A shift by 64 and more leaves nothing.
        first = window.machineWord(at: start) & ~(~0 << UInt64(count * 8))
        if count <= 8 { return }
        second = window.machineWord(at: start + 8) & ~(~0 << UInt64(count * 8 - 64))
        if count <= 16 { return }
        third = window.machineWord(at: start + 16) & ~(~0 << UInt64(count * 8 - 128))
        fourth = window.machineWord(at: start + 24) & ~(~0 << UInt64(max(0, count * 8 - 192)))
    }

    mutating func set(_ index: Int, to byte: UInt8) {
        let bits = UInt64(byte) << UInt64(index % 8 * 8)
        switch index / 8 {
        case 0: first |= bits
        case 1: second |= bits
        case 2: third |= bits
        default: fourth |= bits
        }
    }
}

extension ByteWindow {
    /// Eight bytes at an index, the first one lowest.
    func machineWord(at index: Int) -> UInt64 {
        assert(index >= 0 && index + 8 <= limit + Self.padding)
        // SAFETY: the index is at most 24 bytes behind the window's end; the padding is longer.
        return unsafe base.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    }
}
