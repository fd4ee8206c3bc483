package import TerraformPlan

/// What one attribute of a change comes to, beyond what Terraform calls the change.
package struct Consequence: Sendable {
    package enum Kind: Sendable {
        case lose
        case disarm
        /// Hard to take back, and nothing is asked about it.
        case warn
        /// Creating the object wipes what is there already.
        case overwrite
    }

    package let kind: Kind
    /// The attribute: `settings.tier`; empty where it is the whole object.
    package let path: String
    /// The values, where there is one of each and neither may be a secret.
    package let values: Values?
    /// One sentence; nil where the attribute says it all.
    package let says: String?

    package struct Values: Sendable {
        package let before: JSONText
        /// Nil where it is known only after the apply.
        package let after: JSONText?
    }
}

extension ResourceDescription {
    /// What a row, of which Terraform says these effects, comes to by the catalog's word.
    func consequences(
        of change: ResourceChange, _ effects: EffectSet, created: CreatedObjects
    ) -> [Consequence] {
        if effects.contains(EffectSet(.update)) {
            return consequences(of: change, Harm.Kind.allCases)
        }
        if effects.contains(EffectSet(.replace)) { return consequences(of: change, [.disarm]) }
        if effects.contains(EffectSet(.create)) { return overwrites(by: change, created) }
        let losses = EffectSet([.delete, .forget, .driftLoss])
        if relations.isLock, !effects.isDisjoint(with: losses) {
            return [
                Consequence(
                    kind: .disarm, path: "", values: nil,
                    says: "What it locks can be deleted or changed from then on.")
            ]
        }
        return []
    }

    private func consequences(
        of change: ResourceChange, _ kinds: [Harm.Kind]
    ) -> [Consequence] {
        guard !protections.isEmpty || !disarms.isEmpty || !harms.isEmpty else { return [] }
        let changed = ChangedNames(of: change)
        return disarms(in: change, changed) + harms(in: change, kinds, changed)
    }

    private func disarms(in change: ResourceChange, _ changed: ChangedNames) -> [Consequence] {
        lostProtections(in: change, changed).map { path in
            Consequence(
                kind: .disarm, path: path.text, values: Consequence.Values(path, of: change),
                says: nil)
        }
    }

    private func harms(
        in change: ResourceChange, _ kinds: [Harm.Kind], _ changed: ChangedNames
    ) -> [Consequence] {
        var found: [Consequence] = []
        // By their places, because to hold one in hand is to count the references of all it is made of.
        for place in harms.indices
        where kinds.contains(harms[place].kind) && changed.mayHold(harms[place].path)
            && strikes(harms[place], change)
        {
            let harm = harms[place]
            found.append(
                Consequence(
                    kind: harm.kind.consequence, path: harm.path.text,
                    values: Consequence.Values(harm.path, of: change), says: harm.says))
        }
        return found
    }

    private func strikes(_ harm: Harm, _ change: ResourceChange) -> Bool {
        guard let part = ChangedPart(harm.path, line: harm.line, of: change) else { return false }
        if !harm.from.isEmpty {
            let old = change.before?.values(at: harm.path) ?? []
            let isMeant = old.contains { value in
                guard let text = value.text else { return false }
                return harm.from.contains { $0.matches(text) }
            }
            guard isMeant else { return false }
        }
        if let to = harm.to, !isNewly(to, in: change) { return false }
        return part.isStruck(by: harm, defaults: defaultValue(of: harm.path))
            && holds(harm.conditions, after: change)
    }

    /// Whether predicates hold of the object afterwards, or may.
    private func holds(_ conditions: [Predicate], after change: ResourceChange) -> Bool {
        conditions.allSatisfy { condition in
            if let mask = change.afterUnknown, mask.markCount(at: condition.path) > 0 {
                return true
            }
            let values = change.after?.values(at: condition.path) ?? []
            let meaning = defaultValue(of: condition.path) ?? .null
            return (values.isEmpty ? [.null] : values).contains { value in
                condition.holds(for: value == .null ? meaning : value)
            }
        }
    }

    private func overwrites(
        by change: ResourceChange, _ created: CreatedObjects
    ) -> [Consequence] {
        overwrites.compactMap { overwrite in
            guard holds(overwrite.conditions, after: change),
                !overwrite.onto.contains(where: { created.holds($0, of: change) })
            else { return nil }
            return Consequence(
                kind: overwrite.kind == .warn ? .warn : .overwrite, path: "", values: nil,
                says: overwrite.says)
        }
    }
}

extension ProviderSetting {
    /// What it makes of a loss.
    var consequence: Consequence {
        Consequence(kind: .disarm, path: "", values: nil, says: says)
    }
}

extension Consequence {
    /// The effect that rules name it by; nil for what is only told.
    var effect: Effect? {
        switch kind {
        case .lose, .overwrite: .lose
        case .disarm: .disarm
        case .warn: nil
        }
    }
}

extension Consequence.Values {
    /// Nil where there are several, or where a mask does not say that they may be shown.
    init?(_ path: AttributePath, of change: ResourceChange) {
        guard let masks = change.beforeSensitive, masks.markCount(at: path) == 0,
            let masksAfter = change.afterSensitive, masksAfter.markCount(at: path) == 0
        else { return nil }
        let old = change.before?.parts(at: path) ?? []
        let new = change.after?.parts(at: path) ?? []
        guard old.count <= 1, new.count <= 1 else { return nil }
        before = old.first ?? .null
        let isUnknown = change.afterUnknown.map { $0.markCount(at: path) > 0 } ?? false
        after = isUnknown ? nil : new.first ?? .null
    }
}

extension Harm.Kind {
    fileprivate var consequence: Consequence.Kind {
        switch self {
        case .lose: .lose
        case .disarm: .disarm
        case .warn: .warn
        }
    }
}

extension AttributeValue {
    /// As Terraform would write it in a text.
    var text: [UInt8]? {
        switch self {
        case .null, .object: nil
        case .bool(let bool): Array((bool ? "true" : "false").utf8)
        case .number(let text), .string(let text): text
        }
    }
}
