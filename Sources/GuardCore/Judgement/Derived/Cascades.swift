import TerraformPlan

/// Finds what changes because a generated value is made anew.
///
/// A `random_id` or a `tls_private_key` holds nothing, and others are named by it or opened with it:
/// replacing it replaces them. Which ones they are is told by the value itself, which stands in their
/// attributes before and not after, however it got there: through locals, variables and modules, of
/// which a plan keeps no trace.
///
/// ```
///     random_id.suffix       hex    = "a1b2c3d4"          → (known after apply)
///     aws_s3_bucket.courses  bucket = "courses-a1b2c3d4"  → (known after apply)
/// ```
///
/// A value is looked for by its first bytes, all values at once, so that many generators cost no more
/// than one.
struct Cascades {
    /// Shorter values are found everywhere.
    private static let leastLength = 6
    private static let mostGenerators = 1000

    /// Where the generators stand that are replaced, with their values.
    private var generators: [(position: Int, values: [[UInt8]])] = []
    /// Where the rows stand that may follow from them.
    private var followers: [Int] = []

    struct Link {
        let generator: Int
        let follower: Int
    }

    /// Takes note of a row.
    mutating func note(
        _ row: ResourceChange, _ effects: EffectSet, _ description: ResourceDescription,
        at position: Int
    ) {
        let isReplaced = effects.contains(EffectSet(.replace))
        if isReplaced, generators.count < Self.mostGenerators {
            let values = description.relations.generated.flatMap { row.before?.parts(at: $0) ?? [] }
                .compactMap(\.stringContent).filter { $0.count >= Self.leastLength }
            if !values.isEmpty { generators.append((position, values)) }
        }
        if isReplaced || effects.contains(EffectSet(.update)) { followers.append(position) }
    }

    /// Adds what stands among rows that follow.
    mutating func join(_ other: Cascades, shiftedBy shift: Int) {
        let room = Self.mostGenerators - generators.count
        generators += other.generators.prefix(room).map { ($0.position + shift, $0.values) }
        followers += other.followers.map { $0 + shift }
    }

    /// Who follows from whom, in the order of the plan: each follower from one generator.
    func links(among changes: [JudgedChange]) -> [Link] {
        guard !generators.isEmpty else { return [] }
        var search = ValueSearch(length: Self.leastLength)
        for (position, values) in generators {
            for value in values { search.add(value, of: position) }
        }
        return followers.compactMap { follower in
            let row = changes[follower].change
            guard let before = row.before, let after = row.after else { return nil }
            let old = search.owner(in: before.bytes, besides: follower) { value in
                !search.isIn(after.bytes, value)
            }
            return old.map { Link(generator: $0, follower: follower) }
        }
    }
}

extension JSONText {
    /// A string as it is written between its quotes, which is how it stands in other strings too.
    fileprivate var stringContent: [UInt8]? {
        guard bytes.first == UInt8(ascii: "\"") else { return nil }
        return Array(bytes.dropFirst().dropLast())
    }
}

/// Looks for many values in a text at once.
private struct ValueSearch {
    private let length: Int
    private var values: [[UInt8]: [(value: [UInt8], owner: Int)]] = [:]
    /// Whether any value begins with two bytes that add up to this: most places are passed over by it.
    private var beginnings = [Bool](repeating: false, count: 1 << 16)

    init(length: Int) {
        self.length = length
    }

    mutating func add(_ value: [UInt8], of owner: Int) {
        beginnings[Int(value[0]) << 8 | Int(value[1])] = true
        values[Array(value[..<length]), default: []].append((value, owner))
    }

    /// The owner of the first value in a text that is accepted.
    func owner(in text: [UInt8], besides other: Int, accept: ([UInt8]) -> Bool) -> Int? {
        var found: Int?
        visit(text) { value, owner in
            guard owner != other, accept(value) else { return true }
            found = owner
            return false
        }
        return found
    }

    func isIn(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
        var isFound = false
        visit(text) { value, _ in
            isFound = value == wanted
            return !isFound
        }
        return isFound
    }

    /// Visits what is found in a text until told to stop.
    private func visit(_ text: [UInt8], _ goesOn: ([UInt8], Int) -> Bool) {
        guard text.count >= length else { return }
        for start in 0...(text.count - length) {
            guard beginnings[Int(text[start]) << 8 | Int(text[start + 1])],
                let candidates = values[Array(text[start..<start + length])]
            else { continue }
            for (value, owner) in candidates where text[start...].starts(with: value) {
                guard goesOn(value, owner) else { return }
            }
        }
    }
}
