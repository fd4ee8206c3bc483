/// A set of words of a closed kind, as the bits of one number.
///
/// No `Set`: before the first of a kind is made, the runtime looks through all conformances of the
/// program for the one that the words hash by, which takes longer than to read a small plan. The
/// parameter has no constraint for the same reason; what needs one stands in extensions.
package struct WordSet<Word>: Sendable {
    private var bits: UInt32 = 0

    package init() {}

    package var isEmpty: Bool { bits == 0 }

    package func isSubset(of other: WordSet) -> Bool { bits & ~other.bits == 0 }

    package func isDisjoint(with other: WordSet) -> Bool { bits & other.bits == 0 }
}

/// A word that a `WordSet` can hold.
package protocol NumberedWord {
    /// Its place among all words of its kind, below 32.
    var number: Int { get }
}

extension NumberedWord where Self: CaseIterable & Equatable {
    package var number: Int {
        var number = 0
        for word in Self.allCases {
            if word == self { return number }
            number += 1
        }
        preconditionFailure("a word is one of its kind")
    }
}

extension WordSet where Word: NumberedWord {
    package init(_ words: [Word]) {
        for word in words { insert(word) }
    }

    package func contains(_ word: Word) -> Bool { bits & Self.bit(of: word) != 0 }

    package mutating func insert(_ word: Word) { bits |= Self.bit(of: word) }

    private static func bit(of word: Word) -> UInt32 {
        precondition(word.number < UInt32.bitWidth, "a kind has more words than bits")
        return 1 << UInt32(word.number)
    }
}

extension WordSet where Word: NumberedWord & CaseIterable {
    /// In the order in which their kind declares them.
    package var words: [Word] { Word.allCases.filter(contains) }
}

extension WordSet: Equatable {
    package static func == (left: WordSet, right: WordSet) -> Bool { left.bits == right.bits }
}

extension WordSet: ExpressibleByArrayLiteral where Word: NumberedWord {
    package init(arrayLiteral words: Word...) {
        self.init(words)
    }
}
