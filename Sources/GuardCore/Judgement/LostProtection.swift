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
            count(protection, in: before) > count(protection, in: after)
        }
            || disarms.contains { disarm in
                let unknowns = change.afterUnknown?.markCount(at: disarm.path) ?? 0
                let nulls = max(0, nullCount(disarm, in: after) - nullCount(disarm, in: before))
                // What is unknown is not in `after` either, and so is among the nulls.
                let possible = count(disarm, in: after) + max(unknowns, nulls)
                return possible > count(disarm, in: before)
            }
    }

    private func count(_ predicate: Predicate, in object: JSONText) -> Int {
        values(of: predicate, in: object).count { predicate.holds(for: $0) }
    }

    /// How many nulls there are that the predicate says nothing about itself.
    private func nullCount(_ predicate: Predicate, in object: JSONText) -> Int {
        if predicate.holds(for: .null) || predicate.isAboutPresence { return 0 }
        return values(of: predicate, in: object).count { $0 == .null }
    }

    /// The values a predicate is about; a list without elements is as good as null.
    private func values(of predicate: Predicate, in object: JSONText) -> [AttributeValue] {
        let values = object.values(at: predicate.path)
        return values.isEmpty ? [.null] : values
    }
}

extension JSONText {
    fileprivate static let null = JSONText(bytes: Array("null".utf8))
}
