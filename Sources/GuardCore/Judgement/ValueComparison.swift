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
    private let before: [UInt8]
    private let after: [UInt8]
    private let unknown: [UInt8]
    /// Where there are more paths, nobody reads them.
    private let limit: Int

    private var paths = PathList()
    private var isOver = false
    /// Where the walk is.
    private var path: [UInt8] = []

    /// What stands deeper is compared as a whole, and counts as changed where it has parts.
    private static let depthLimit = 100

    /// What a value is to a comparison.
    private enum Shape {
        case null
        case scalar
        case array
        case object
    }

    /// What of a value is unknown afterwards.
    fileprivate enum Mask {
        case nothing
        case everything
        /// What the mask at an offset of its text says, which is no truth value.
        case parts(at: Int)
    }

    init(of change: ResourceChange, limit: Int) {
        before = change.before?.bytes ?? []
        after = change.after?.bytes ?? []
        unknown = change.afterUnknown?.bytes ?? []
        self.limit = limit
    }

    /// The paths; nil where there are more than the limit.
    mutating func run() -> PathList? {
        compare(
            before.isEmpty ? nil : 0, after.isEmpty ? nil : 0,
            unknown.isEmpty ? .nothing : mask(at: 0), depth: 0)
        return isOver ? nil : paths
    }

    /// Compares two values; nil stands for one that is not there.
    private mutating func compare(_ old: Int?, _ new: Int?, _ mask: Mask, depth: Int) {
        guard depth < Self.depthLimit else { return compareWhole(old, new, mask) }
        switch (shape(of: old, in: before), shape(of: new, in: after)) {
        case (.object, .object): compareMembers(old, new, mask, depth: depth)
        case (.array, .array): compareElements(old, new, mask, depth: depth)
        case (.object, .null) where hasParts(old, in: before):
            compareMembers(old, nil, mask, depth: depth)
        case (.null, .object) where hasParts(new, in: after):
            compareMembers(nil, new, mask, depth: depth)
        case (.array, .null) where hasParts(old, in: before):
            compareElements(old, nil, mask, depth: depth)
        case (.null, .array) where hasParts(new, in: after):
            compareElements(nil, new, mask, depth: depth)
        case (_, _): compareWhole(old, new, mask)
        }
    }

    private func shape(of place: Int?, in text: [UInt8]) -> Shape {
        guard let place else { return .null }
        return switch text[place] {
        case UInt8(ascii: "n"): .null
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "{"): .object
        case _: .scalar
        }
    }

    private func hasParts(_ place: Int?, in text: [UInt8]) -> Bool {
        place.map { firstPart(ofContainerAt: $0, in: text.span) != nil } ?? false
    }

    // MARK: Values without parts

    private mutating func compareWhole(_ old: Int?, _ new: Int?, _ mask: Mask) {
        switch mask {
        case .everything: appendPath()
        case .nothing, .parts: if !isEqual(old, new) { appendPath() }
        }
    }

    private mutating func appendPath() {
        guard paths.count < limit else {
            isOver = true
            return
        }
        paths.append(path)
    }

    /// Whether two values without parts are the same; values with parts never are.
    private func isEqual(_ old: Int?, _ new: Int?) -> Bool {
        switch (shape(of: old, in: before), shape(of: new, in: after)) {
        case (.null, .null): return true
        case (.scalar, .scalar):
            guard let old, let new else { return false }
            let oldText = before[old..<end(ofValueAt: old, in: before.span)]
            let newText = after[new..<end(ofValueAt: new, in: after.span)]
            if oldText.elementsEqual(newText) { return true }
            // One string can be written in several ways; of numbers the text counts.
            guard oldText.first == UInt8(ascii: "\""), newText.first == UInt8(ascii: "\""),
                oldText.contains(UInt8(ascii: "\\")) || newText.contains(UInt8(ascii: "\\"))
            else { return false }
            return text(ofString: oldText) == text(ofString: newText)
        case (_, _): return false
        }
    }

    /// What a string says that stands between its quotes.
    private func text(ofString quoted: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let bare = quoted.dropFirst().dropLast()
        guard bare.contains(UInt8(ascii: "\\")),
            case .string(let text) = JSONText(bytes: Array(quoted)).value
        else { return bare }
        return text.bytes[...]
    }

    // MARK: Lists

    private mutating func compareElements(_ old: Int?, _ new: Int?, _ mask: Mask, depth: Int) {
        var oldPlace = old.flatMap { firstPart(ofContainerAt: $0, in: before.span) }
        var newPlace = new.flatMap { firstPart(ofContainerAt: $0, in: after.span) }
        var maskPlace: Int?
        if case .parts(let place) = mask, unknown[place] == UInt8(ascii: "[") {
            maskPlace = firstPart(ofContainerAt: place, in: unknown.span)
        }
        let length = path.count
        var index = 0
        while oldPlace != nil || newPlace != nil || maskPlace != nil, !isOver {
            let part = maskPlace.map { self.mask(at: $0) } ?? mask.ofParts
            let ends = ends(of: oldPlace, newPlace, part, depth: depth + 1)
            if !ends.areAlike {
                path += Array("[\(index)]".utf8)
                compare(oldPlace, newPlace, part, depth: depth + 1)
                path.removeLast(path.count - length)
            }
            oldPlace = ends.old.flatMap { nextPart(after: $0, in: before.span) }
            newPlace = ends.new.flatMap { nextPart(after: $0, in: after.span) }
            maskPlace = maskPlace.flatMap {
                nextPart(after: end(ofValueAt: $0, in: unknown.span), in: unknown.span)
            }
            index += 1
        }
    }

    // MARK: Objects

    private mutating func compareMembers(_ old: Int?, _ new: Int?, _ mask: Mask, depth: Int) {
        var masks = MemberMasks()
        if case .parts(let place) = mask, unknown[place] == UInt8(ascii: "{") {
            masks = MemberMasks(
                members(from: firstPart(ofContainerAt: place, in: unknown.span), unknown))
        }
        var oldPlace = old.flatMap { firstPart(ofContainerAt: $0, in: before.span) }
        var newPlace = new.flatMap { firstPart(ofContainerAt: $0, in: after.span) }
        // As long as both sides have the same attributes in the same order.
        while let oldKey = oldPlace, let newKey = newPlace, !isOver {
            let keyEnd = end(ofStringAt: oldKey, in: before.span)
            guard isSameText(oldKey..<keyEnd, at: newKey) else { break }
            let oldValue = value(afterKeyEndingAt: keyEnd, in: before.span)
            let newValue = value(
                afterKeyEndingAt: newKey + keyEnd - oldKey, in: after.span)
            var part = mask.ofParts
            if !masks.isEmpty, let place = masks.take(text(ofString: before[oldKey..<keyEnd])) {
                part = self.mask(at: place)
            }
            let ends = ends(of: oldValue, newValue, part, depth: depth + 1)
            if !ends.areAlike {
                compare(
                    text(ofString: before[oldKey..<keyEnd]), oldValue, newValue, part, depth: depth)
            }
            oldPlace = ends.old.flatMap { nextPart(after: $0, in: before.span) }
            newPlace = ends.new.flatMap { nextPart(after: $0, in: after.span) }
        }
        compareRest(
            members(from: oldPlace, before), members(from: newPlace, after), &masks, mask.ofParts,
            depth: depth)
        for member in masks.rest where !isOver {
            compare(member.key, nil, nil, self.mask(at: member.value), depth: depth)
        }
    }

    /// Compares the members of two objects that do not stand side by side.
    private mutating func compareRest(
        _ old: [Member], _ new: [Member], _ masks: inout MemberMasks, _ mask: Mask, depth: Int
    ) {
        var old = old.inOrder[...]
        var new = new.inOrder[...]
        while !isOver {
            var oldMember = old.first
            var newMember = new.first
            if let first = oldMember, let second = newMember {
                if first.precedes(second) {
                    newMember = nil
                } else if second.precedes(first) {
                    oldMember = nil
                }
            }
            guard let key = (oldMember ?? newMember)?.key else { return }
            if oldMember != nil { old.removeFirst() }
            if newMember != nil { new.removeFirst() }
            let part = masks.take(key).map { self.mask(at: $0) } ?? mask
            compare(key, oldMember?.value, newMember?.value, part, depth: depth)
        }
    }

    /// Compares two members of one name.
    private mutating func compare(
        _ key: ArraySlice<UInt8>, _ old: Int?, _ new: Int?, _ mask: Mask, depth: Int
    ) {
        let length = path.count
        ChangedPaths.append(key, to: &path)
        compare(old, new, mask, depth: depth + 1)
        path.removeLast(path.count - length)
    }

    /// A member of an object: what its key says, and where its value begins.
    fileprivate struct Member {
        let key: ArraySlice<UInt8>
        let value: Int

        func precedes(_ other: Member) -> Bool { key.lexicographicallyPrecedes(other.key) }
    }

    /// The members from one on.
    private func members(from start: Int?, _ bytes: [UInt8]) -> [Member] {
        var members: [Member] = []
        var place = start
        while let key = place {
            let keyEnd = end(ofStringAt: key, in: bytes.span)
            let value = value(afterKeyEndingAt: keyEnd, in: bytes.span)
            members.append(Member(key: text(ofString: bytes[key..<keyEnd]), value: value))
            place = nextPart(after: end(ofValueAt: value, in: bytes.span), in: bytes.span)
        }
        return members
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

        var rest: [Member] { members.indices.filter { !isTaken[$0] }.map { members[$0] } }

        /// Where the mask of a member begins.
        mutating func take(_ key: ArraySlice<UInt8>) -> Int? {
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

    // MARK: Texts

    /// Where two values end, and whether they are written alike, with nothing in them that is unknown
    /// or too deep.
    private func ends(
        of old: Int?, _ new: Int?, _ mask: Mask, depth: Int
    ) -> (old: Int?, new: Int?, areAlike: Bool) {
        guard let old else { return (nil, new.map { end(ofValueAt: $0, in: after.span) }, false) }
        let (oldEnd, height) = extent(ofValueAt: old, in: before.span)
        guard let new else { return (oldEnd, nil, false) }
        let newEnd = new + oldEnd - old
        guard isSameText(old..<oldEnd, at: new), isEnd(newEnd) else {
            return (oldEnd, end(ofValueAt: new, in: after.span), false)
        }
        switch mask {
        case .nothing: return (oldEnd, newEnd, depth + height <= Self.depthLimit)
        case .everything, .parts: return (oldEnd, newEnd, false)
        }
    }

    /// Whether what stands in the first text stands at a place of the second, too.
    private func isSameText(_ range: Range<Int>, at place: Int) -> Bool {
        let old = before.span
        let new = after.span
        guard place + range.count <= new.count else { return false }
        var offset = 0
        while offset < range.count {
            guard old[range.lowerBound + offset] == new[place + offset] else { return false }
            offset += 1
        }
        return true
    }

    /// Whether no value of the second text goes on there.
    private func isEnd(_ place: Int) -> Bool {
        guard place < after.count else { return true }
        return switch after[place] {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0a, 0x0d: true
        case _: false
        }
    }

    private func mask(at place: Int) -> Mask {
        switch unknown[place] {
        case UInt8(ascii: "t"): .everything
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            holdsTrue(at: place, in: unknown.span) ? .parts(at: place) : .nothing
        case _: .nothing
        }
    }
}

extension ValueComparison.Mask {
    /// What it says of each part that it does not name.
    fileprivate var ofParts: ValueComparison.Mask {
        switch self {
        case .everything: .everything
        case .nothing, .parts: .nothing
        }
    }
}

extension [ValueComparison.Member] {
    /// Sorted by their keys, as Terraform writes them.
    fileprivate var inOrder: [ValueComparison.Member] {
        var place = 1
        while place < count, self[place - 1].precedes(self[place]) { place += 1 }
        return place >= count ? self : sorted { $0.precedes($1) }
    }
}
