import Diagnostics
import TerraformPlan

// What is defined and never used, and what takes itself away: somebody believes that it holds.
extension Policy {
    func warningsAboutWhatIsUnused(at now: Moment?) -> [Diagnostic] {
        unusedEnvironments + windowWarnings(at: now) + unusedProofs + emptiedRules + repeatedRules
    }

    /// Everything that is narrowed, exceptions of rules and limits among it.
    private var scopes: [Scope] {
        rules.map(\.scope) + rules.flatMap(\.exceptions) + limits.map(\.scope)
            + limits.flatMap(\.exceptions) + commands.map(\.scope) + states.map(\.scope)
            + relaxations.map(\.scope)
    }

    /// Production is named by the built-in policy, whoever defines it.
    private var unusedEnvironments: [Diagnostic] {
        guard !conditions.contains(where: { $0.reads("environments") }) else { return [] }
        var named = scopes.compactMap(\.environments).flatMap { $0 }
        named += breakGlasses.compactMap(\.environments).flatMap { $0 }
        named += rehearsals.map(\.environment)
        return environments.filter { $0.origin.layer != .builtin && !named.contains($0.name) }
            .map { environment in
                Diagnostic(
                    "Environment that nothing names",
                    detail:
                        "No rule, limit or other block names \"\(environment.name)\", so that it "
                        + "changes nothing to belong to it. Write "
                        + "environments = [\"\(environment.name)\"] in the blocks that are about it, "
                        + "or remove it.",
                    severity: .warning, at: environment.range)
            }
    }

    private func windowWarnings(at now: Moment?) -> [Diagnostic] {
        let named = scopes.flatMap { ($0.during ?? []) + ($0.outside ?? []) }
        return windows.filter { !$0.source.isShipped }.compactMap { window in
            if !named.contains(window.source.name) {
                return window.source.warning(
                    "window", "Window that nothing names",
                    "Hours by themselves change nothing. Name it in \"during\" or \"outside\" of a "
                        + "rule, or remove it.")
            }
            guard let now, let last = window.dates?.map(\.upperBound).max(),
                let zone = timeZone(of: window)
            else { return nil }
            // A window across midnight ends on the day after its last one.
            guard last < zone.wallTime(at: now).day.before else { return nil }
            return window.source.warning(
                "window", "Window that is over",
                "Its last day has passed, so that it is never open again. Give it new dates, or "
                    + "remove it with what names it.")
        }
    }

    private var unusedProofs: [Diagnostic] {
        let wanted = rules.flatMap(\.unless)
        func warning(_ kind: String, _ name: String, _ range: SourceRange) -> Diagnostic {
            Diagnostic(
                "Proof that no rule wants",
                detail:
                    "Nothing asks for it. Write unless = [\"\(name)\"] in the rule that it is to "
                    + "lift, or remove it.",
                severity: .warning, at: range, in: "\(kind) \"\(name)\"")
        }
        return evidences.filter { !wanted.contains($0.name) }
            .map { warning("evidence", $0.name, $0.range) }
            + rehearsals.filter { !wanted.contains($0.name) }
            .map { warning("rehearsal", $0.name, $0.range) }
    }

    /// Rules whose `except` covers all that they are about.
    private var emptiedRules: [Diagnostic] {
        let excepting =
            rules.map { ("rule", $0.source, $0.scope, $0.exceptions) }
            + limits.map { ("limit", $0.source, $0.scope, $0.exceptions) }
        return excepting.filter { !$0.1.isShipped }.compactMap { kind, source, scope, exceptions in
            guard exceptions.contains(where: scope.isWithin) else { return nil }
            return source.warning(
                kind, "Nothing can match",
                "An except block covers all that the \(kind) is about. Narrow it: what it names is "
                    + "taken away.")
        }
    }

    /// Rules that say what an earlier one of their own layer says.
    private var repeatedRules: [Diagnostic] {
        var found: [Diagnostic] = []
        for (number, rule) in rules.enumerated() where !rule.source.isShipped {
            let earlier = rules[..<number].first { other in
                other.decision == rule.decision
                    && other.source.layerName == rule.source.layerName
                    && other.exceptions.isEmpty && other.unless.isEmpty
                    && rule.exceptions.isEmpty && rule.unless.isEmpty
                    && rule.scope.isWithin(other.scope) && other.scope.isWithin(rule.scope)
            }
            guard let earlier else { continue }
            found.append(
                rule.source.warning(
                    "rule", "Rule that stands there twice",
                    "\"\(earlier.source.name)\" is about the same and says \(rule.decision) as well. "
                        + "Remove one of them."))
        }
        return found
    }
}
