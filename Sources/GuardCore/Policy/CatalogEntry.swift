package import TerraformPlan

/// What is known of a resource type, for people: the answer of `tfguard policy catalog TYPE`.
package struct CatalogEntry: Sendable {
    package let type: ByteString
    package let category: Category?
    package let severity: Severity?
    package let recovery: String?
    /// Labels and what stands behind them: `Guarded by` and `deletion_protection = true`.
    package let facts: [(label: String, lines: [String])]
}

/// How many types the catalog of each provider describes.
package struct CatalogCount: Sendable {
    package let provider: String
    package let types: Int
}

extension Policy {
    /// What all layers and the built-in catalog know of a type; nil where none describes it.
    package func catalogEntry(for type: String) -> CatalogEntry? {
        var index = RuleIndex(typesOf: self)
        let description = index.description(of: ByteString(type))
        guard description.isKnown else { return nil }
        return CatalogEntry(
            type: ByteString(type), category: description.category,
            severity: description.severity, recovery: description.recovery,
            facts: description.facts.filter { !$0.lines.isEmpty })
    }

    /// The types that some layer or catalog describes, of one provider or of all.
    package func catalogTypes(of provider: String? = nil) -> [String] {
        let providers = provider.map { [$0] } ?? catalogs.providers
        var types = resources.types.filter { type in
            provider.map { Catalogs.provider(of: type.bytes) == $0 } ?? true
        }
        for provider in providers {
            types += catalogs.text(of: provider).map { CatalogText($0).types } ?? []
        }
        types.sort()
        return types.indices.filter { $0 == 0 || types[$0] != types[$0 - 1] }
            .map { types[$0].description }
    }

    /// The built-in catalogs by size.
    package var catalogCounts: [CatalogCount] {
        catalogs.providers.compactMap { provider in
            guard let text = catalogs.text(of: provider) else { return nil }
            return CatalogCount(provider: provider, types: CatalogText(text).types.count)
        }.sorted { ($1.types, $0.provider) < ($0.types, $1.provider) }
    }
}

extension ResourceDescription {
    /// Everything but category, severity and recovery, in words.
    fileprivate var facts: [(label: String, lines: [String])] {
        let losses = harms.filter { $0.kind == .lose }
        let disarms = harms.filter { $0.kind == .disarm }
        let risks = harms.filter { $0.kind == .warn }
        return [
            ("Named by", identity.map(\.text)),
            ("Holds", [relations.container].compactMap { $0 }),
            ("Locks", relations.isLock ? ["something else: deleting it is the disarm"] : []),
            ("Guarded by", protections.map(\.text)),
            ("Disarmed by", self.disarms.map(\.text) + disarms.map(\.summary)),
            ("Lost by", losses.map(\.summary) + overwrites.map(\.summary)),
            ("Hard to undo", risks.map(\.summary)),
            (
                "Backup of",
                relations.backupOf.map { "\($0.path.text) (\($0.types.joined(separator: ", ")))" }
            ),
            ("Backups go", relations.backupsDie.map { $0.map(\.conditionText) } ?? []),
            ("Last backup", relations.finalSnapshot.map { $0.map(\.conditionText) } ?? []),
            ("Copy where set", relations.replicaOf.map(\.text)),
            ("Others use its", relations.generated.map(\.text)),
            ("State backend", relations.backends.map { "\($0.type): \($0.argument)" }),
            ("Replaced by", relations.forceNew.map(\.text)),
        ]
    }
}

extension Harm {
    /// `retention_in_days shrinks: Events older than that are deleted.`.
    fileprivate var summary: String {
        var words = [path.text]
        if let line { words.append("(\(line))") }
        if !from.isEmpty { words.append("from " + from.map(\.text).joined(separator: ", ")) }
        switch trigger {
        case .shrinks: words.append("shrinks")
        case .grows: words.append("grows")
        case .removed: words.append("is removed, or something of it")
        case .added: words.append("is added, or something to it")
        case .changes: words.append("changes")
        case nil: break
        }
        if let to { words.append("becomes \(to.valueText)") }
        return words.joined(separator: " ") + ": " + says
    }
}

extension Overwrite {
    fileprivate var summary: String { "its creation: \(says)" }
}

extension Predicate {
    /// `deletion_protection = true`.
    fileprivate var text: String {
        switch valueText {
        case "set": "\(path.text) is set"
        case "not set": "\(path.text) is not set"
        case let value: "\(path.text) = \(value)"
        }
    }

    /// The predicate; `always` for one that every object fulfils.
    fileprivate var conditionText: String {
        holdsAlways ? "always" : "where \(text)"
    }
}
