package import Diagnostics
import TerraformPlan

extension Policy {
    /// An exception that ends within so many days is told of.
    private static let daysOfNotice = 14

    /// What is no error and yet hardly meant: what has ended or is about to, what nothing can match.
    package func lint(at now: Moment?) -> [Diagnostic] {
        var warnings = relaxations.compactMap { $0.warning(at: now, noticeDays: Self.daysOfNotice) }
        warnings += observations.compactMap { $0.warning(at: now, noticeDays: Self.daysOfNotice) }
        var catalog = KnownTypes(self)
        let scoped =
            rules.map { ("rule", $0.source, $0.scope) }
            + limits.map { ("limit", $0.source, $0.scope) }
            + relaxations.map { ($0.kind.rawValue, $0.source, $0.scope) }
        for (kind, source, scope) in scoped where !source.isShipped {
            warnings += catalog.warnings(about: scope, of: source, kind)
        }
        return warnings + warningsAboutEffects + warningsAboutWhatIsUnused(at: now)
    }
}

extension RuleSource {
    /// Of a shipped policy, which a project neither wrote nor can mend.
    var isShipped: Bool { layerName.hasPrefix("builtin:") }

    func warning(_ kind: String, _ summary: String, _ detail: String) -> Diagnostic {
        Diagnostic(
            summary, detail: detail, severity: .warning, at: range, in: "\(kind) \"\(name)\"")
    }
}

extension Relaxation {
    fileprivate func warning(at now: Moment?, noticeDays: Int) -> Diagnostic? {
        guard let expiry, let now else { return nil }
        if expiry.end <= now {
            return source.warning(
                kind.rawValue, "Exception that has ended",
                "It ended on \(expiry.text) and has no effect any more. Remove it, or decide anew.")
        }
        let left = expiry.end.secondsSinceEpoch - now.secondsSinceEpoch
        guard left <= Int64(noticeDays) * 86_400 else { return nil }
        return source.warning(
            kind.rawValue, "Exception that is about to end",
            "It ends on \(expiry.text). From then on the rules it names count again as they stand.")
    }
}

extension Observation {
    fileprivate func warning(at now: Moment?, noticeDays: Int) -> Diagnostic? {
        guard let now else { return nil }
        if expiry.end <= now {
            return Diagnostic(
                "Observation that has ended",
                detail: "It ended on \(expiry.text), and the policy holds. Remove the block.",
                severity: .warning, at: source.range)
        }
        let left = expiry.end.secondsSinceEpoch - now.secondsSinceEpoch
        guard left <= Int64(noticeDays) * 86_400 else { return nil }
        return Diagnostic(
            "Observation that is about to end",
            detail: "It ends on \(expiry.text). From then on the policy stops what it says.",
            severity: .warning, at: source.range)
    }
}

/// The types that the catalogs and the `resource` blocks describe.
private struct KnownTypes {
    private let providers: Set<String>
    private let types: [(name: [UInt8], description: ResourceDescription)]

    init(_ policy: Policy) {
        providers = Set(policy.catalogs.providers)
        var names = Set(policy.resources.keys)
        for provider in policy.catalogs.providers {
            guard let file = policy.catalogs.file(of: provider) else { continue }
            names.formUnion(CatalogText(file).types)
        }
        var index = RuleIndex(typesOf: policy)
        types = names.sorted().map { ($0.bytes, index.description(of: $0)) }
    }

    mutating func warnings(
        about scope: Scope, of source: RuleSource, _ kind: String
    ) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        let unknown = (scope.types ?? []).filter(isUnknown)
        for pattern in unknown {
            warnings.append(
                source.warning(
                    kind, "Type that no catalog knows",
                    "No type of that provider's catalog matches \"\(pattern.text)\"."
                        + didYouMean(
                            pattern.text,
                            among: types.map { String(decoding: $0.name, as: UTF8.self) }
                        )
                        + " If it is right, describe it with a resource block."))
        }
        let isNarrowedByCatalog = scope.categories != nil || scope.severities != nil
        if isNarrowedByCatalog, unknown.isEmpty,
            !types.contains(where: { scope.isAbout(type: $0.name, $0.description) })
        {
            warnings.append(
                source.warning(
                    kind, "Nothing can match",
                    "No known type has all that \"types\", \"categories\" and \"severities\" ask "
                        + "for together. A type that no catalog knows has neither category nor "
                        + "severity."))
        }
        let both = Set(scope.during ?? []).intersection(scope.outside ?? [])
        if let during = scope.during, !during.isEmpty, Set(during) == both {
            warnings.append(
                source.warning(
                    kind, "Nothing can match",
                    "The same windows stand in \"during\" and in \"outside\", and no time is in "
                        + "and out of one."))
        }
        return warnings
    }

    /// Whether a pattern is about a provider that has a catalog, and names nothing in it.
    private func isUnknown(_ pattern: Glob) -> Bool {
        let literal = pattern.text.prefix { $0 != "*" && $0 != "?" }
        guard let underscore = literal.firstIndex(of: "_"),
            providers.contains(String(literal[..<underscore]))
        else { return false }
        return !types.contains { pattern.matches($0.name) }
    }
}
