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
            let old = before.members
            let new = after.members
            guard old.count == new.count else { return nil }
            for (old, new) in zip(old, new) {
                guard before.bytes[old.key] == after.bytes[new.key] else { return nil }
                if before.bytes[old.value] != after.bytes[new.value] {
                    names.append(after.bytes[new.key])
                }
            }
        }
        // Another way to write a name.
        return names.contains { $0.contains(UInt8(ascii: "\\")) } ? nil : names
    }
}

extension JSONText {
    fileprivate var isObject: Bool { bytes.first == UInt8(ascii: "{") }
}
