import TerraformPlan

/// Finds the attributes in which the values before and after a change differ.
///
/// The two texts are walked side by side, and no tree is built: Terraform writes the attributes of
/// both in one order, and nearly all of them alike. What is written alike is the same; what is not is
/// looked into, and compared as the values that it says. Where the attributes stand in another order
/// than on the other side, or are not there, they are sorted first.
///
/// ```
///     before          {"id":"a","size":1,"tags":{"Name":"x"}}
///     after           {"id":"a","size":2,"tags":{"Name":"x","Team":"y"}}
///     after_unknown   {"arn":true}                     size, tags.Team, arn
/// ```
struct ValueComparison {
    private var paths = PathList()
    /// Where there are more paths, nobody reads them.
    private let limit: Int
    private var isOver = false
    /// Where the walk is.
    private var path: [UInt8] = []

    /// Keys may be as long as the plan, and stand in the path of everything below them.
    private static let byteLimit = 1 << 24

    /// What stands deeper is compared as a whole, and counts as changed where it has parts.
    private static let depthLimit = 100

    /// What is unknown of a value afterwards.
    private enum Mask {
        case nothing
        case everything
        /// What the mask at an offset of its text says, which is no truth value.
        case parts(at: Int)

        /// What it says of each part that it does not name.
        var ofParts: Mask {
            switch self {
            case .everything: .everything
            case .nothing, .parts: .nothing
            }
        }
    }

    /// Two values and a mask, each by where it begins in its text; nil stands for one that is not
    /// there.
    private struct Pair {
        var old: Int?
        var new: Int?
        var mask: Mask
    }

    /// The paths of a change; nil where there are more than the limit.
    static func paths(of change: ResourceChange, limit: Int) -> PathList? {
        let before = change.before?.bytes ?? []
        let after = change.after?.bytes ?? []
        let unknown = change.afterUnknown?.bytes ?? []
        var comparison = ValueComparison(limit: limit)
        let pair = Pair(
            old: before.isEmpty ? nil : 0, new: after.isEmpty ? nil : 0,
            mask: unknown.isEmpty ? .nothing : mask(at: 0, in: unknown.span))
        comparison.compare(pair, before.span, after.span, unknown.span, depth: 0)
        return comparison.isOver ? nil : comparison.paths
    }

    private init(limit: Int) {
        self.limit = limit
        path.reserveCapacity(128)
    }

    private mutating func compare(
        _ pair: Pair, _ old: Span<UInt8>, _ new: Span<UInt8>, _ unknown: Span<UInt8>, depth: Int
    ) {
        guard depth < Self.depthLimit else { return compareWhole(pair, old, new) }
        switch (Shape(of: pair.old, in: old), Shape(of: pair.new, in: new)) {
        case (.object, .object), (.filledObject, .object), (.object, .filledObject),
            (.filledObject, .filledObject), (.filledObject, .null), (.null, .filledObject):
            compareMembers(pair, old, new, unknown, depth: depth)
        case (.array, .array), (.filledArray, .array), (.array, .filledArray),
            (.filledArray, .filledArray), (.filledArray, .null), (.null, .filledArray):
            compareElements(pair, old, new, unknown, depth: depth)
        case (let was, let now):
            compareWhole(pair, old, new)
            // One kind of value in the place of another: what the one had is gone, and what the other
            // has is new.
            if was.isFilled, now != .null {
                let gone = Pair(old: pair.old, new: nil, mask: .nothing)
                compare(gone, old, new, unknown, depth: depth)
            }
            if now.isFilled, was != .null {
                let come = Pair(old: nil, new: pair.new, mask: pair.mask)
                compare(come, old, new, unknown, depth: depth)
            }
        }
    }

    /// What a value is to a comparison.
    private enum Shape {
        case null
        case scalar
        case array
        case filledArray
        case object
        case filledObject

        /// Whether it has parts.
        var isFilled: Bool {
            switch self {
            case .filledArray, .filledObject: true
            case .null, .scalar, .array, .object: false
            }
        }

        init(of place: Int?, in text: Span<UInt8>) {
            guard let place else {
                self = .null
                return
            }
            switch text[place] {
            case UInt8(ascii: "n"): self = .null
            case UInt8(ascii: "["):
                self = firstPart(ofContainerAt: place, in: text) == nil ? .array : .filledArray
            case UInt8(ascii: "{"):
                self = firstPart(ofContainerAt: place, in: text) == nil ? .object : .filledObject
            case _: self = .scalar
            }
        }
    }

    // MARK: Values without parts

    private mutating func compareWhole(_ pair: Pair, _ old: Span<UInt8>, _ new: Span<UInt8>) {
        switch pair.mask {
        case .everything: appendPath()
        case .nothing, .parts: if !Self.isEqual(pair, old, new) { appendPath() }
        }
    }

    private mutating func appendPath() {
        guard paths.count < limit, paths.byteCount + path.count <= Self.byteLimit else {
            isOver = true
            return
        }
        paths.append(path)
    }

    /// Whether two values without parts are the same; values with parts never are.
    private static func isEqual(_ pair: Pair, _ old: Span<UInt8>, _ new: Span<UInt8>) -> Bool {
        switch (Shape(of: pair.old, in: old), Shape(of: pair.new, in: new)) {
        case (.null, .null): return true
        case (.scalar, .scalar):
            guard let oldStart = pair.old, let newStart = pair.new else { return false }
            let oldRange = oldStart..<end(ofValueAt: oldStart, in: old)
            let newRange = newStart..<end(ofValueAt: newStart, in: new)
            if oldRange.count == newRange.count, old.isSame(oldRange, as: new, at: newStart) {
                return true
            }
            // One string can be written in several ways; of numbers the text counts.
            guard old[oldStart] == UInt8(ascii: "\""), new[newStart] == UInt8(ascii: "\""),
                old.holdsEscape(in: oldRange) || new.holdsEscape(in: newRange)
            else { return false }
            return old.text(ofStringAt: oldRange) == new.text(ofStringAt: newRange)
        case (_, _): return false
        }
    }

    // MARK: Lists

    private mutating func compareElements(
        _ pair: Pair, _ old: Span<UInt8>, _ new: Span<UInt8>, _ unknown: Span<UInt8>, depth: Int
    ) {
        var part = Pair(
            old: Self.first(pair.old, old), new: Self.first(pair.new, new), mask: .nothing)
        var maskPlace: Int?
        if case .parts(let place) = pair.mask, unknown[place] == UInt8(ascii: "[") {
            maskPlace = firstPart(ofContainerAt: place, in: unknown)
        }
        let length = path.count
        var index = 0
        while part.old != nil || part.new != nil || maskPlace != nil, !isOver {
            part.mask = maskPlace.map { Self.mask(at: $0, in: unknown) } ?? pair.mask.ofParts
            let ends = Ends(of: part, old, new, depth: depth + 1)
            if !ends.areAlike {
                path += Array("[\(index)]".utf8)
                compare(part, old, new, unknown, depth: depth + 1)
                path.removeLast(path.count - length)
            }
            part.old = Self.next(ends.old, old)
            part.new = Self.next(ends.new, new)
            maskPlace = maskPlace.flatMap {
                nextPart(after: end(ofValueAt: $0, in: unknown), in: unknown)
            }
            index += 1
        }
    }

    private static func first(_ container: Int?, _ text: Span<UInt8>) -> Int? {
        guard let container, text[container] != UInt8(ascii: "n") else { return nil }
        return firstPart(ofContainerAt: container, in: text)
    }

    private static func next(_ end: Int?, _ text: Span<UInt8>) -> Int? {
        guard let end else { return nil }
        return nextPart(after: end, in: text)
    }

    // MARK: Objects

    private mutating func compareMembers(
        _ pair: Pair, _ old: Span<UInt8>, _ new: Span<UInt8>, _ unknown: Span<UInt8>, depth: Int
    ) {
        var masks = MemberMasks()
        if case .parts(let place) = pair.mask, unknown[place] == UInt8(ascii: "{") {
            masks = MemberMasks(Member.all(from: Self.first(place, unknown), in: unknown))
        }
        var oldPlace = Self.first(pair.old, old)
        var newPlace = Self.first(pair.new, new)
        // As long as both sides have the same attributes in the same order.
        while let oldKey = oldPlace, let newKey = newPlace, !isOver {
            let keyEnd = end(ofStringAt: oldKey, in: old)
            guard old.isSame(oldKey..<keyEnd, as: new, at: newKey) else { break }
            var part = Pair(
                old: value(afterKeyEndingAt: keyEnd, in: old),
                new: value(afterKeyEndingAt: newKey + keyEnd - oldKey, in: new),
                mask: pair.mask.ofParts)
            if !masks.isEmpty, let place = masks.take(old.text(ofStringAt: oldKey..<keyEnd)) {
                part.mask = Self.mask(at: place, in: unknown)
            }
            let ends = Ends(of: part, old, new, depth: depth + 1)
            if !ends.areAlike {
                compare(
                    keyAt: oldKey..<keyEnd, in: old, part, old, new, unknown, depth: depth)
            }
            oldPlace = Self.next(ends.old, old)
            newPlace = Self.next(ends.new, new)
        }
        if oldPlace != nil || newPlace != nil {
            var oldRest = Member.all(from: oldPlace, in: old).inOrder[...]
            var newRest = Member.all(from: newPlace, in: new).inOrder[...]
            while let (key, old: oldValue, new: newValue) = Member.next(of: &oldRest, &newRest),
                !isOver
            {
                var part = Pair(old: oldValue, new: newValue, mask: pair.mask.ofParts)
                if !masks.isEmpty, let place = masks.take(key) {
                    part.mask = Self.mask(at: place, in: unknown)
                }
                compare(key, part, old, new, unknown, depth: depth)
            }
        }
        for member in masks.rest where !isOver {
            let part = Pair(old: nil, new: nil, mask: Self.mask(at: member.value, in: unknown))
            compare(member.key, part, old, new, unknown, depth: depth)
        }
    }

    /// Compares two members of one name, which stands in a text.
    private mutating func compare(
        keyAt range: Range<Int>, in text: Span<UInt8>, _ pair: Pair, _ old: Span<UInt8>,
        _ new: Span<UInt8>, _ unknown: Span<UInt8>, depth: Int
    ) {
        guard !text.holdsEscape(in: range) else {
            return compare(text.text(ofStringAt: range), pair, old, new, unknown, depth: depth)
        }
        let length = path.count
        ChangedPaths.append(
            text.extracting((range.lowerBound + 1)..<(range.upperBound - 1)), to: &path)
        compare(pair, old, new, unknown, depth: depth + 1)
        path.removeLast(path.count - length)
    }

    /// Compares two members of one name.
    private mutating func compare(
        _ key: [UInt8], _ pair: Pair, _ old: Span<UInt8>, _ new: Span<UInt8>,
        _ unknown: Span<UInt8>, depth: Int
    ) {
        let length = path.count
        ChangedPaths.append(key.span, to: &path)
        compare(pair, old, new, unknown, depth: depth + 1)
        path.removeLast(path.count - length)
    }

    // MARK: Texts

    /// Where two values end, and whether they are written alike, with nothing in them that is unknown
    /// or too deep.
    private struct Ends {
        let old: Int?
        let new: Int?
        let areAlike: Bool

        init(of pair: Pair, _ old: Span<UInt8>, _ new: Span<UInt8>, depth: Int) {
            guard let oldStart = pair.old, let newStart = pair.new else {
                self.old = pair.old.map { end(ofValueAt: $0, in: old) }
                self.new = pair.new.map { end(ofValueAt: $0, in: new) }
                areAlike = false
                return
            }
            let (oldEnd, height) = extent(ofValueAt: oldStart, in: old)
            self.old = oldEnd
            let newEnd = newStart + oldEnd - oldStart
            guard old.isSame(oldStart..<oldEnd, as: new, at: newStart),
                newEnd == new.count || isDelimiter(new[newEnd])
            else {
                self.new = end(ofValueAt: newStart, in: new)
                areAlike = false
                return
            }
            self.new = newEnd
            switch pair.mask {
            case .nothing: areAlike = depth + height <= ValueComparison.depthLimit
            case .everything, .parts: areAlike = false
            }
        }
    }

    private static func mask(at place: Int, in unknown: Span<UInt8>) -> Mask {
        switch unknown[place] {
        case UInt8(ascii: "t"): .everything
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            holdsTrue(at: place, in: unknown) ? .parts(at: place) : .nothing
        case _: .nothing
        }
    }
}

/// A member of an object: what its key says, and where its value begins.
private struct Member {
    let key: [UInt8]
    let value: Int

    func precedes(_ other: Member) -> Bool { key.lexicographicallyPrecedes(other.key) }

    /// The members from one on.
    static func all(from start: Int?, in text: Span<UInt8>) -> [Member] {
        var members: [Member] = []
        var place = start
        while let key = place {
            let keyEnd = end(ofStringAt: key, in: text)
            let start = GuardCore.value(afterKeyEndingAt: keyEnd, in: text)
            members.append(Member(key: text.text(ofStringAt: key..<keyEnd), value: start))
            place = nextPart(after: end(ofValueAt: start, in: text), in: text)
        }
        return members
    }

    /// Takes the first name of two lists in order, with the values of that name.
    static func next(
        of old: inout ArraySlice<Member>, _ new: inout ArraySlice<Member>
    ) -> (key: [UInt8], old: Int?, new: Int?)? {
        guard let oldMember = old.first else {
            return new.popFirst().map { ($0.key, nil, $0.value) }
        }
        guard let newMember = new.first, !oldMember.precedes(newMember) else {
            old.removeFirst()
            return (oldMember.key, oldMember.value, nil)
        }
        new.removeFirst()
        guard !newMember.precedes(oldMember) else { return (newMember.key, nil, newMember.value) }
        old.removeFirst()
        return (oldMember.key, oldMember.value, newMember.value)
    }
}

extension [Member] {
    /// Sorted by their keys, as Terraform writes them.
    fileprivate var inOrder: [Member] {
        var place = 1
        while place < count, self[place - 1].precedes(self[place]) { place += 1 }
        return place >= count ? self : sorted { $0.precedes($1) }
    }
}

/// The masks of the members of an object, of which each is taken once.
private struct MemberMasks {
    private var members: [Member] = []
    private var isTaken: [Bool] = []
    /// Where the next is, if it comes in the same order.
    private var next = 0

    init() {}

    init(_ members: [Member]) {
        self.members = members.inOrder
        isTaken = Array(repeating: false, count: members.count)
    }

    var isEmpty: Bool { members.isEmpty }

    var rest: [Member] {
        isEmpty ? [] : members.indices.filter { !isTaken[$0] }.map { members[$0] }
    }

    /// Where the mask of a member begins.
    mutating func take(_ key: [UInt8]) -> Int? {
        if next == members.count || members[next].key != key {
            var range = members.startIndex..<members.endIndex
            while !range.isEmpty {
                let middle = (range.lowerBound + range.upperBound) / 2
                if members[middle].key.lexicographicallyPrecedes(key) {
                    range = (middle + 1)..<range.upperBound
                } else {
                    range = range.lowerBound..<middle
                }
            }
            next = range.lowerBound
        }
        guard next < members.count, members[next].key == key else { return nil }
        isTaken[next] = true
        next += 1
        return members[next - 1].value
    }
}
