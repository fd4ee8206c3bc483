/// Different byte strings in the order in which they came, found by what they are.
///
/// No `Set` or `Dictionary`: before the first of a kind is made, the runtime looks through all
/// conformances of the program for the one that its keys hash by, which takes longer than to read a
/// small plan. A few are compared one by one; more are found by a table of places in which, where one
/// is taken, the next is tried:
///
/// ```
///     strings   ["aws_instance", "aws_s3_bucket", …]
///     slots     [-1, 1, -1, 0, …]       a power of two, at most half full
/// ```
package struct ByteStringTable: Sendable {
    package private(set) var strings: [ByteString] = []
    private var slots: [Int32] = []

    /// So many are compared one by one.
    private static let mostSearched = 8

    package init() {}

    package var count: Int { strings.count }

    /// Which of the strings it is; nil where it is none of them.
    package func place(of string: ByteString) -> Int? {
        guard !slots.isEmpty else { return strings.firstIndex(of: string) }
        let found = Int(slots[slot(for: string)])
        return found < 0 ? nil : found
    }

    /// Adds a string, unless it is one of them.
    ///
    /// - Returns: its place, and whether it was added.
    @discardableResult
    package mutating func insert(_ string: ByteString) -> (place: Int, isNew: Bool) {
        if let place = place(of: string) { return (place, false) }
        strings.append(string)
        if strings.count > Self.mostSearched, strings.count * 2 > slots.count {
            slots = Array(repeating: -1, count: max(64, slots.count * 2))
            for place in strings.indices { slots[slot(for: strings[place])] = Int32(place) }
        } else if !slots.isEmpty {
            slots[slot(for: string)] = Int32(strings.count - 1)
        }
        return (strings.count - 1, true)
    }

    /// Where the string's place stands, or would stand.
    private func slot(for string: ByteString) -> Int {
        // Seeded for each run, so that nobody can choose strings which fall on one place.
        var hasher = Hasher()
        hasher.combine(string.bytes.span)
        var slot = hasher.finalize() & (slots.count - 1)
        while slots[slot] >= 0, strings[Int(slots[slot])] != string {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}
