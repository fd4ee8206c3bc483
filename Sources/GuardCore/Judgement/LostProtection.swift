import TerraformPlan

extension ResourceDescription {
    /// The attributes by which an update, or the new object of a replacement, is less protected than
    /// the old one.
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
    /// Where the catalog knows what the provider makes of a missing argument, null is that. Where a
    /// path leads to several values, as in nested blocks, they are counted.
    func lostProtections(
        in change: ResourceChange, _ changed: ChangedNames
    ) -> [AttributePath] {
        guard !protections.isEmpty || !disarms.isEmpty else { return [] }
        let before = change.before ?? .null
        let after = change.after ?? .null
        var lost: [AttributePath] = []
        for protection in protections where changed.mayHold(protection.path) {
            let old = values(at: protection.path, in: before)
            let new = values(
                at: protection.path, in: after, unknownCount: unknownCount(protection.path, change))
            if old.count(where: protection.holds) > new.count(where: protection.holds) {
                lost.append(protection.path)
            }
        }
        for disarm in disarms where changed.mayHold(disarm.path) && isNewly(disarm, in: change) {
            lost.append(disarm.path)
        }
        return lost
    }

    /// Whether what is dangerous holds more often after a change than before, or may.
    func isNewly(_ disarm: Predicate, in change: ResourceChange) -> Bool {
        // What is unknown is not in `after`, and so is among the nulls.
        let unknownCount = unknownCount(disarm.path, change)
        let old = values(at: disarm.path, in: change.before ?? .null)
        let new = values(
            at: disarm.path, in: change.after ?? .null, unknownCount: unknownCount)
        var possible = new.count(where: disarm.holds)
        let nullCount = new.count { $0 == .null }
        if nullCount > 0 {
            let newNullCount =
                disarm.saysWhatNullMeans ? 0 : nullCount - old.count { $0 == .null }
            possible += max(unknownCount, newNullCount)
        }
        return possible > old.count(where: disarm.holds)
    }

    private func unknownCount(_ path: AttributePath, _ change: ResourceChange) -> Int {
        change.afterUnknown?.markCount(at: path) ?? 0
    }

    /// The values a predicate is about; a list without elements is as good as null, and null is what
    /// the provider makes of it.
    private func values(
        at path: AttributePath, in object: JSONText, unknownCount: Int = 0
    ) -> [AttributeValue] {
        let values = object.values(at: path)
        guard unknownCount == 0, let meaning = defaultValue(of: path) else {
            return values.isEmpty ? [.null] : values
        }
        return values.isEmpty ? [meaning] : values.map { $0 == .null ? meaning : $0 }
    }

    /// What the provider makes of a missing argument, where the catalog knows.
    func defaultValue(of path: AttributePath) -> AttributeValue? {
        defaults.first { $0.path.text == path.text }?.value
    }
}

extension JSONText {
    static let null = JSONText(bytes: Array("null".utf8))
}
