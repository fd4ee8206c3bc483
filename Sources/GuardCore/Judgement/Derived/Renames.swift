import TerraformPlan

/// Finds what a plan deletes at one address and creates at another.
///
/// Terraform tells objects apart by their addresses: who renames a resource, moves it into a module
/// or changes its `count` to `for_each` deletes it, unless a `moved` block says that it is the same.
///
/// A delete and a create of one type are a pair where nearly all attributes that are known of the
/// new object are those of the old one, and no name of the thing itself differs. Candidates are
/// found by attributes that few objects share, so that ten thousand objects are not compared with
/// ten thousand others:
///
/// ```
///     deleted                      created
///     a["x"]  { size 1, zone z }   b["x"]  { size 1, zone z }
///     a["y"]  { size 1, zone z }   b["y"]  { size 1, zone z }
///
///     size 1    a["x"] a["y"]          says nothing about which is which
///     key "x"   a["x"]                 leads from b["x"] to a["x"] alone
/// ```
struct RenameSearch {
    /// More than this is not looked through: it is advice, and a plan that large has other problems.
    private static let mostRows = 2000
    /// An attribute that more objects share leads to none of them.
    private static let mostSharers = 4
    /// Of a hundred attributes that are known, this many must be the same.
    private static let leastLikeness = 80

    /// Where the candidates stand among the rows of the plan.
    private var deleted: [Int] = []
    private var created: [Int] = []

    /// Takes note of a row.
    mutating func note(_ row: ResourceChange, _ effects: [Effect], at position: Int) {
        guard row.mode == .managed, row.deposed == nil else { return }
        if effects.contains(.delete), row.before != nil, deleted.count < Self.mostRows {
            deleted.append(position)
        } else if effects.contains(.create), row.after != nil, created.count < Self.mostRows {
            created.append(position)
        }
    }

    /// Adds what stands among rows that follow.
    mutating func join(_ other: RenameSearch, shiftedBy shift: Int) {
        deleted += other.deleted.prefix(Self.mostRows - deleted.count).map { $0 + shift }
        created += other.created.prefix(Self.mostRows - created.count).map { $0 + shift }
    }

    /// The position of each deleted row that looks like a created one, with the block that says so.
    func pairs(
        among changes: [JudgedChange], describedBy description: (ByteString) -> ResourceDescription
    ) -> [(position: Int, block: MovedBlock)] {
        // Most plans do only one of the two, and need no dictionaries.
        guard !deleted.isEmpty, !created.isEmpty else { return [] }
        let createdByType = Dictionary(grouping: created) { changes[$0].change.type }
        var pairs: [(from: Int, to: Int)] = []
        for (type, old) in Dictionary(grouping: deleted, by: { changes[$0].change.type }) {
            guard let new = createdByType[type] else { continue }
            pairs += self.pairs(
                from: old, to: new, among: changes, description(type).identity)
        }
        pairs.sort { $0.from < $1.from }
        return blocks(
            for: pairs.map { (changes[$0.from].change.address, changes[$0.to].change.address) }
        ).enumerated().map { (pairs[$0.offset].from, $0.element) }
    }

    // MARK: Pairs

    private func pairs(
        from old: [Int], to new: [Int], among changes: [JudgedChange], _ names: [AttributePath]
    ) -> [(from: Int, to: Int)] {
        // Single members of the rows throughout: a row that is copied is a dozen references counted.
        let oldTraits = old.map { Traits(of: changes, at: $0, changes[$0].change.before) }
        var owners: [UInt64: [Int]] = [:]
        for (owner, traits) in oldTraits.enumerated() {
            for trait in traits.all where owners[trait, default: []].count <= Self.mostSharers {
                owners[trait, default: []].append(owner)
            }
        }
        var taken = [Bool](repeating: false, count: old.count)
        var votes = [Int](repeating: 0, count: old.count)
        var pairs: [(from: Int, to: Int)] = []
        for position in new {
            let after = changes[position].change.after
            let traits = Traits(of: changes, at: position, after)
            var candidates: [Int] = []
            for trait in traits.all {
                guard let sharers = owners[trait], sharers.count <= Self.mostSharers else {
                    continue
                }
                for owner in sharers where !taken[owner] {
                    if votes[owner] == 0 { candidates.append(owner) }
                    votes[owner] += 1
                }
            }
            let likely = candidates.filter { owner in
                // Most are not, and their names are looked up in texts.
                guard isLike(oldTraits[owner], traits, least: 1) else { return false }
                switch naming(changes[old[owner]].change.before, after, names) {
                case .same: return true
                case .unknown: return isLike(oldTraits[owner], traits, least: 2)
                case .different: return false
                }
            }
            // Where two are as likely, nobody can say which it is.
            if let best = likely.max(by: { votes[$0] < votes[$1] }),
                likely.count(where: { votes[$0] == votes[best] }) == 1
            {
                taken[best] = true
                pairs.append((old[best], position))
            }
            for owner in candidates { votes[owner] = 0 }
        }
        return pairs
    }

    private func isLike(_ old: Traits, _ new: Traits, least: Int) -> Bool {
        let same = new.attributeCount(sharedWith: old)
        return same >= least && same * 100 >= new.attributes.count * Self.leastLikeness
    }

    /// Whether two objects are called the same in the real world.
    private enum Naming {
        case same
        /// The new one's name is made up by the provider.
        case unknown
        /// What has another name is another thing, whatever else is the same.
        case different
    }

    private func naming(
        _ old: JSONText?, _ new: JSONText?, _ names: [AttributePath]
    ) -> Naming {
        var naming = Naming.unknown
        for path in names {
            let after = new?.values(at: path) ?? []
            if after.allSatisfy({ $0 == .null }) { continue }
            guard after == old?.values(at: path) else { return .different }
            naming = .same
        }
        return naming
    }
}

/// What is known of one object, each trait as its hash.
///
/// A hash of 64 bits, seeded for each run so that nobody can choose traits which share one: to look
/// up and compare the texts themselves takes five times as long. Values that are equal have one hash,
/// however they are written.
private struct Traits {
    /// The attributes that say something; null, `false` and what is empty most objects have.
    ///
    /// Sorted.
    private(set) var attributes: [UInt64] = []
    private(set) var all: [UInt64]

    private enum Kind: UInt8 {
        case name
        case module
        case index
        case attribute
    }

    init(of changes: [JudgedChange], at position: Int, _ object: JSONText?) {
        all = [
            Self.hash(.name, changes[position].change.name.bytes[...]),
            Self.hash(.module, changes[position].change.moduleAddress?.bytes[...] ?? []),
        ]
        if let index = changes[position].change.index {
            all.append(Self.hash(.index, index.canonicalText(of: 0..<index.bytes.count)))
        }
        guard let object else { return }
        for member in object.members {
            let value = object.canonicalText(of: member.value)
            guard !Self.isMeaningless(value) else { continue }
            attributes.append(Self.hash(.attribute, object.keyText(of: member.key), value))
        }
        all += attributes
        attributes.sort()
    }

    /// How many attributes another object has too.
    func attributeCount(sharedWith other: Traits) -> Int {
        var count = 0
        var place = 0
        for attribute in attributes {
            while place < other.attributes.count, other.attributes[place] < attribute {
                place += 1
            }
            if place < other.attributes.count, other.attributes[place] == attribute { count += 1 }
        }
        return count
    }

    private static func hash(
        _ kind: Kind, _ text: ArraySlice<UInt8>, _ value: ArraySlice<UInt8> = []
    ) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(kind.rawValue)
        hasher.combine(text.span)
        hasher.combine(value.span)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// Whether it is null, `false`, zero or empty.
    private static func isMeaningless(_ value: ArraySlice<UInt8>) -> Bool {
        switch value.count {
        case 1: value.elementsEqual("0".utf8)
        case 2: ["[]", "{}", "\"\""].contains { value.elementsEqual($0.utf8) }
        case 4: value.elementsEqual("null".utf8)
        case 5: value.elementsEqual("false".utf8)
        case _: false
        }
    }
}

// MARK: - The blocks

/// One block for each pair, as large as they can be: where several objects go from one module to
/// another, the module moves.
private func blocks(for pairs: [(from: ByteString, to: ByteString)]) -> [MovedBlock] {
    let moves = pairs.map { moduleMove(from: $0.from, to: $0.to) }
    var counts: [MovedBlock: Int] = [:]
    for move in moves {
        if let move { counts[move, default: 0] += 1 }
    }
    return zip(pairs, moves).map { pair, move in
        if let move, counts[move, default: 0] > 1 { return move }
        return MovedBlock(from: pair.from, to: pair.to)
    }
}

/// The modules of two addresses that are the same but for these; nil where they differ otherwise.
private func moduleMove(from: ByteString, to: ByteString) -> MovedBlock? {
    var old = steps(of: from.bytes)
    var new = steps(of: to.bytes)
    while let last = old.last, old.count > 1, new.count > 1, new.last == last {
        old.removeLast()
        new.removeLast()
    }
    // A module's address is a row of `module.NAME`.
    guard old.count.isMultiple(of: 2), new.count.isMultiple(of: 2),
        old.count >= 2, old[old.count - 2].elementsEqual("module".utf8),
        new.count >= 2, new[new.count - 2].elementsEqual("module".utf8)
    else { return nil }
    return MovedBlock(
        from: ByteString(bytes: Array(old.joined(separator: [UInt8(ascii: ".")]))),
        to: ByteString(bytes: Array(new.joined(separator: [UInt8(ascii: ".")]))))
}

/// The parts of an address between its dots; a key in quotes may hold dots of its own.
private func steps(of address: [UInt8]) -> [ArraySlice<UInt8>] {
    var steps: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in address.enumerated() {
        switch byte {
        case _ where isEscaped: isEscaped = false
        case UInt8(ascii: "\\") where isQuoted: isEscaped = true
        case UInt8(ascii: "\""): isQuoted.toggle()
        case UInt8(ascii: ".") where !isQuoted:
            steps.append(address[start..<index])
            start = index + 1
        case _: break
        }
    }
    return steps + [address[start...]]
}
