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
    private var always: [Int] = []
    private var byBytes: [UInt32: [Int]] = [:]
    /// Whether any three bytes with this sum are looked for: most places are passed over by it.
    private var isWanted: [Bool] = []

    /// - Parameter patterns: those of each rule; nil for a rule about any address.
    init(_ patterns: [[Glob]?]) {
        for (rule, globs) in patterns.enumerated() {
            let triples = globs.map { $0.compactMap(\.requiredTriple) } ?? []
            guard let globs, triples.count == globs.count else {
                always.append(rule)
                continue
            }
            if isWanted.isEmpty { isWanted = Array(repeating: false, count: 1 << 12) }
            for triple in triples where byBytes[triple]?.last != rule {
                byBytes[triple, default: []].append(rule)
                isWanted[Self.sum(triple)] = true
            }
        }
    }

    /// The positions of the rules that may be about an address, in their order.
    func candidates(for address: [UInt8]) -> [Int] {
        guard !isWanted.isEmpty else { return always }
        var found: [Int] = []
        var triple: UInt32 = 0
        for (index, byte) in address.enumerated() {
            triple = (triple << 8 | UInt32(byte)) & 0xff_ffff
            if index >= 2, isWanted[Self.sum(triple)], let rules = byBytes[triple] {
                found += rules
            }
        }
        guard !found.isEmpty else { return always }
        found = (found + always).sorted()
        var last = -1
        return found.filter { rule in
            defer { last = rule }
            return rule != last
        }
    }

    private static func sum(_ triple: UInt32) -> Int {
        Int(truncatingIfNeeded: (triple &* 2_654_435_761) >> 20)
    }
}
