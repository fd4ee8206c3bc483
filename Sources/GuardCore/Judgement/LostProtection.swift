import TerraformPlan

extension ResourceDescription {
    /// Whether an update, or the new object of a replacement, is less protected than the old one.
    ///
    /// Today disarmed, tomorrow deleted: a `deletion_protection` that goes from true to false
    /// destroys nothing in its own plan.
    ///
    /// - Something of `protected_by` holds before and not after. A value that is null or unknown
    ///   afterwards does not hold.
    /// - Something of `disarmed_by` holds after and not before. A value that is unknown afterwards
    ///   holds, and so does one that has become null: what the provider makes of a missing argument
    ///   is not in the plan, and for a protection it is rarely the safe end.
    ///
    /// Where a path leads to several values, as in nested blocks, they are counted.
    func weakensProtection(in change: ResourceChange) -> Bool {
        let before = change.before ?? .null
        let after = change.after ?? .null
        return protections.contains { protection in
            let old = values(at: protection.path, in: before)
            let new = values(at: protection.path, in: after)
            return old.count(where: protection.holds) > new.count(where: protection.holds)
        }
            || disarms.contains { disarm in
                let old = values(at: disarm.path, in: before)
                let new = values(at: disarm.path, in: after)
                var possible = new.count(where: disarm.holds)
                let nullCount = new.count { $0 == .null }
                if nullCount > 0 {
                    // What is unknown is not in `after`, and so is among the nulls.
                    let unknownCount = change.afterUnknown?.markCount(at: disarm.path) ?? 0
                    let newNullCount =
                        disarm.saysWhatNullMeans ? 0 : nullCount - old.count { $0 == .null }
                    possible += max(unknownCount, newNullCount)
                }
                return possible > old.count(where: disarm.holds)
            }
    }

    /// The values a predicate is about; a list without elements is as good as null.
    private func values(at path: AttributePath, in object: JSONText) -> [AttributeValue] {
        let values = object.values(at: path)
        return values.isEmpty ? [.null] : values
    }
}

extension JSONText {
    fileprivate static let null = JSONText(bytes: Array("null".utf8))
}
