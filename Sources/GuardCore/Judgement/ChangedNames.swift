import TerraformPlan

/// The attributes of an object that a change may give another value, by the first name of their paths.
///
/// Of an update most attributes stay as they are, and the catalog asks about a dozen of each object:
/// what stays is passed over without looking for it in the text again and again.
///
/// ```
///     before          { "size": 1, "tags": {} }
///     after           { "size": 2, "tags": {} }
///     after_unknown   { "arn": true }                 size, arn
/// ```
struct ChangedNames {
    /// Nil where the texts are not alike enough to tell: then any attribute may have changed.
    private let names: [ArraySlice<UInt8>]?

    init(of change: ResourceChange) {
        names = Self.names(of: change)
    }

    /// Whether anything at a path may have changed.
    func mayHold(_ path: AttributePath) -> Bool {
        guard let names else { return true }
        return path.first == [UInt8(ascii: "*")] || names.contains { $0.elementsEqual(path.first) }
    }

    private static func names(of change: ResourceChange) -> [ArraySlice<UInt8>]? {
        guard let before = change.before, let after = change.after, before.isObject, after.isObject
        else { return nil }
        var names: [ArraySlice<UInt8>] = []
        if let unknown = change.afterUnknown, !unknown.bytes.elementsEqual("false".utf8) {
            guard unknown.isObject else { return nil }
            for member in unknown.members
            where !unknown.bytes[member.value].elementsEqual("false".utf8) {
                names.append(unknown.bytes[member.key])
            }
        }
        if before.bytes != after.bytes {
            guard appendChanged(of: before.bytes, after.bytes, to: &names) else { return nil }
        }
        // Another way to write a name.
        return names.contains { $0.contains(UInt8(ascii: "\\")) } ? nil : names
    }
}

extension ChangedNames {
    /// Adds the names of the members that are written otherwise; false where the two objects do not
    /// have the same names in the same order.
    private static func appendChanged(
        of before: [UInt8], _ after: [UInt8], to names: inout [ArraySlice<UInt8>]
    ) -> Bool {
        let (old, new) = (before.span, after.span)
        var oldPlace = firstPart(ofContainerAt: 0, in: old)
        var newPlace = firstPart(ofContainerAt: 0, in: new)
        while let oldKey = oldPlace, let newKey = newPlace {
            let oldKeyEnd = end(ofStringAt: oldKey, in: old)
            let length = oldKeyEnd - oldKey
            guard old.isSame(oldKey..<oldKeyEnd, as: new, at: newKey) else { return false }
            let oldValue = value(afterKeyEndingAt: oldKeyEnd, in: old)
            let newValue = value(afterKeyEndingAt: newKey + length, in: new)
            let oldEnd = end(ofValueAt: oldValue, in: old)
            let newEnd = end(ofValueAt: newValue, in: new)
            if oldEnd - oldValue != newEnd - newValue
                || !old.isSame(oldValue..<oldEnd, as: new, at: newValue)
            {
                names.append(after[(newKey + 1)..<(newKey + length - 1)])
            }
            oldPlace = nextPart(after: oldEnd, in: old)
            newPlace = nextPart(after: newEnd, in: new)
        }
        return oldPlace == nil && newPlace == nil
    }
}

extension JSONText {
    fileprivate var isObject: Bool { bytes.first == UInt8(ascii: "{") }
}
