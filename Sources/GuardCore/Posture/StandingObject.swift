package import TerraformPlan

/// An object of a state, seen before anybody wants to destroy it: what guards it, what goes with it
/// and what brings it back.
package struct StandingObject: Sendable {
    package let address: ByteString
    package let type: ByteString
    package let category: Category?
    package let severity: Severity?
    /// Whether any layer or catalog describes its type.
    package let isKnown: Bool
    package let recovery: String?
    /// The protections that it does not have, and what disarms it; nil where its values are not known.
    package let gaps: [String]?
    /// What only shows when everything in the state goes together.
    package let circumstances: [Circumstance]

    /// Whether losing it is losing what a new one does not bring back.
    package var isPrecious: Bool { severity.map { $0 >= .high } ?? false }
}

/// Looks at every object of a state, as if all of them were destroyed at once.
///
/// - Parameters:
///   - rows: the managed objects, each with the values that the state has of it.
///   - policy: all layers.
///   - facts: of the folder.
/// - Returns: them in the same order.
package func standingObjects(
    _ rows: [ResourceChange], under policy: Policy, facts: RunFacts
) -> [StandingObject] {
    var plan = Plan(formatVersion: "", terraformVersion: nil)
    plan.changes = rows.map { $0.with([.delete], after: .null) }
    let verdict = judge(plan, under: policy, facts: facts)
    var index = RuleIndex(typesOf: policy)
    return verdict.changes.map { judged in
        let description = index.description(of: judged.change.type)
        return StandingObject(
            address: judged.change.address, type: judged.change.type, category: judged.category,
            severity: judged.severity, isKnown: description.isKnown, recovery: judged.recovery,
            gaps: judged.change.before.map(description.gaps),
            circumstances: judged.circumstances)
    }
}

extension ResourceDescription {
    /// What does not protect an object, and what makes its loss worse.
    fileprivate func gaps(in object: JSONText) -> [String] {
        let holds = { (predicate: Predicate) in
            let values = object.values(at: predicate.path)
            let meaning = self.defaultValue(of: predicate.path) ?? .null
            return (values.isEmpty ? [.null] : values).contains { value in
                predicate.holds(for: value == .null ? meaning : value)
            }
        }
        let missing = protections.filter { !holds($0) }.map { $0.words + " is missing" }
        return missing + disarms.filter(holds).map(\.words)
    }
}

extension Predicate {
    /// `deletion_protection = true`.
    fileprivate var words: String {
        switch valueText {
        case "set", "not set": path.text
        case let value: "\(path.text) = \(value)"
        }
    }
}

extension ResourceChange {
    /// The same object with something else done to it.
    func with(_ actions: [ChangeAction], after: JSONText) -> ResourceChange {
        var row = self
        row.actions = actions
        row.after = after
        return row
    }
}
