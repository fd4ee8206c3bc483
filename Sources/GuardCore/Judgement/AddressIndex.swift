/// Which of many rules may be about an address, without asking each.
///
/// Nearly every pattern has three bytes on end that an address must have to match. One walk over the
/// address finds the rules whose bytes it has; only those are matched:
///
/// ```
///     module.*.aws_*.team_7_*     must have "_7_"
///     module.legacy[*].**         must have "cy["
///     **                          may match anything
/// ```
struct AddressIndex {
    /// The rules that have to be asked whatever the address is.
    private var always: RuleNumbers
    /// The bytes that are looked for, three on end as one number, with the rules of each.
    private var triples: [(bytes: UInt32, rules: RuleNumbers)] = []
    /// Where each of them is among `triples`.
    ///
    /// A power of two of places, at most a quarter of them taken, so that most of an address is passed
    /// over with one look each. Where one is taken, the next is tried.
    private var slots: [Int32] = []

    /// - Parameter triples: the bytes that are looked for, for each rule; nil for one that always has
    ///   to be asked.
    init(requiring triples: [[UInt32]?]) {
        always = RuleNumbers(below: triples.count)
        for (rule, triples) in triples.enumerated() {
            guard let triples else {
                always.insert(rule)
                continue
            }
            for triple in triples { insert(triple, of: rule, below: always.capacity) }
        }
    }

    /// Three bytes of each pattern that every address has which matches it; nil where one needs none.
    static func triples(of patterns: [Glob]?) -> [UInt32]? {
        guard let patterns else { return nil }
        var triples: [UInt32] = []
        for pattern in patterns {
            guard let triple = pattern.requiredTriple else { return nil }
            triples.append(triple)
        }
        return triples
    }

    private mutating func insert(_ triple: UInt32, of rule: Int, below count: Int) {
        if triples.count * 4 >= slots.count {
            slots = Array(repeating: -1, count: max(256, slots.count * 2))
            for place in triples.indices { slots[slot(for: triples[place].bytes)] = Int32(place) }
        }
        let slot = slot(for: triple)
        if slots[slot] < 0 {
            slots[slot] = Int32(triples.count)
            triples.append((triple, RuleNumbers(below: count)))
        }
        triples[Int(slots[slot])].rules.insert(rule)
    }

    /// The numbers of the rules that may be about an address.
    func candidates(for address: [UInt8]) -> RuleNumbers {
        guard !triples.isEmpty else { return always }
        var found = always
        var triple: UInt32 = 0
        let address = address.span
        for index in 0..<address.count {
            triple = (triple << 8 | UInt32(address[index])) & 0xff_ffff
            guard index >= 2 else { continue }
            let place = slots[slot(for: triple)]
            if place >= 0 { found.formUnion(triples[Int(place)].rules) }
        }
        return found
    }

    /// Where the place of three bytes stands, or would stand.
    private func slot(for triple: UInt32) -> Int {
        // Knuth, "The Art of Computer Programming", volume 3, 6.4: multiplicative hashing.
        var slot = Int((triple &* 2_654_435_761) >> 12) & (slots.count - 1)
        while slots[slot] >= 0, triples[Int(slots[slot])].bytes != triple {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}

/// Some of the rules of an index, in their order.
///
/// The first 64, which most policies do not have, are the bits of one number.
struct RuleNumbers: Sequence, IteratorProtocol {
    private var first: UInt64 = 0
    private var others: [UInt64]
    /// How many rules come before those that are still in `first`.
    private var base = 0

    /// None of so many rules.
    init(below count: Int) {
        others = count > 64 ? Array(repeating: 0, count: (count - 1) / 64) : []
    }

    /// Of how many rules it can be some.
    var capacity: Int { (others.count + 1) * 64 }

    mutating func insert(_ rule: Int) {
        if rule < 64 {
            first |= 1 << UInt64(rule)
        } else {
            others[rule / 64 - 1] |= 1 << UInt64(rule % 64)
        }
    }

    mutating func formUnion(_ numbers: RuleNumbers) {
        first |= numbers.first
        for word in others.indices { others[word] |= numbers.others[word] }
    }

    mutating func next() -> Int? {
        while first == 0 {
            guard base / 64 < others.count else { return nil }
            first = others[base / 64]
            base += 64
        }
        let bit = first.trailingZeroBitCount
        first &= first - 1
        return base + bit
    }
}
