import Diagnostics
import TerraformPlan

// What can match and still has no effect, or another one than was meant.
extension Policy {
    var warningsAboutEffects: [Diagnostic] {
        var found: [Diagnostic] = []
        for rule in rules where !rule.source.isShipped {
            found += warnings(aboutValuesOf: rule.scope, "rule", rule.source)
            if let stricter = rules.first(where: { rule.isOvershadowed(by: $0) }) {
                found.append(
                    rule.source.warning(
                        "rule", "Rule without effect",
                        "Whatever it matches, \"\(stricter.source.qualifiedName)\" matches too and "
                            + "says \(stricter.decision), which is stricter than \(rule.decision). "
                            + "To ask for less, write an override; else remove the rule."))
            }
            if rule.decision < .confirm {
                found += warnings(aboutEnvironmentsOf: rule.scope, "rule", rule.source)
            }
        }
        for limit in limits where !limit.source.isShipped {
            found += warnings(aboutValuesOf: limit.scope, "limit", limit.source)
        }
        for relaxation in relaxations where !relaxation.source.isShipped {
            let kind = relaxation.kind.rawValue
            found += warnings(aboutValuesOf: relaxation.scope, kind, relaxation.source)
            found += warnings(aboutEnvironmentsOf: relaxation.scope, kind, relaxation.source)
            if !lowersAnything(relaxation) {
                found.append(
                    relaxation.source.warning(
                        kind, "Relaxation without effect",
                        "None of the rules it names says more than \(relaxation.decision), so that "
                            + "there is nothing to lower."))
            }
        }
        return found
    }

    /// An object that is gone afterwards has no values then.
    private func warnings(
        aboutValuesOf scope: Scope, _ kind: String, _ source: RuleSource
    ) -> [Diagnostic] {
        let gone = EffectSet([.delete, .forget, .driftLoss])
        guard let condition = scope.when, condition.reads("change", "after"),
            !condition.reads("change", "before"), scope.actions != .all,
            !scope.actions.isDisjoint(with: gone)
        else { return [] }
        return [
            source.warning(
                kind, "Value that is not there",
                "The condition reads change.after, and what is deleted or forgotten has none: every "
                    + "attribute of it is null. Read change.before for what is lost.")
        ]
    }

    /// What relaxes wants to be certain, and variables are whatever somebody types.
    private func warnings(
        aboutEnvironmentsOf scope: Scope, _ kind: String, _ source: RuleSource
    ) -> [Diagnostic] {
        guard let named = scope.environments else { return [] }
        let uncertain = named.sorted().filter { name in
            let definitions = environments.filter { $0.name == name }
            return !definitions.isEmpty
                && definitions.allSatisfy { definition in
                    !definition.isFallback
                        && !definition.matches.contains { $0.namesAPlace }
                }
        }
        guard uncertain.count == named.count, let first = uncertain.first else { return [] }
        return [
            source.warning(
                kind, "Environment that is never certain",
                "\"\(first)\" is recognised by variables alone, which whoever types the command sets "
                    + "as he likes. What lets something pass does not count there: add a workspace, "
                    + "a directory, an account or a backend to its match block.")
        ]
    }

    private func lowersAnything(_ relaxation: Relaxation) -> Bool {
        let decisions =
            rules.map { ($0.source, $0.decision) } + limits.map { ($0.source, $0.decision) }
            + commands.map { ($0.source, $0.decision) }
            + [(RuleSource.everythingGoes, Decision.confirm)]
        return decisions.contains { source, decision in
            decision > relaxation.decision && relaxation.reaches(source)
        }
    }
}

extension Rule {
    /// Whether another rule matches all that this one does, and is stricter.
    fileprivate func isOvershadowed(by other: Rule) -> Bool {
        // What allows speaks of effects that nobody else has spoken of; that is no duplicate.
        decision > .allow && other.decision > decision && other.exceptions.isEmpty
            && scope.isWithin(other.scope)
    }
}

extension Scope {
    /// Whether another scope covers all of this one, as far as their words tell.
    func isWithin(_ other: Scope) -> Bool {
        actions.isSubset(of: other.actions) && Self.isWithin(categories, other.categories)
            && Self.isWithin(severities, other.severities)
            && Self.isWithin(environments, other.environments)
            && Self.isWithin(actors, other.actors) && Self.isWithin(types, other.types)
            && Self.isWithin(addresses, other.addresses)
            && Self.isWithin(attributes, other.attributes)
            && other.during == nil && other.outside == nil && other.when == nil
    }

    private static func isWithin<Word: Hashable>(_ left: Set<Word>?, _ right: Set<Word>?) -> Bool {
        guard let right else { return true }
        return left?.isSubset(of: right) ?? false
    }

    private static func isWithin(_ left: [Glob]?, _ right: [Glob]?) -> Bool {
        guard let right else { return true }
        guard let left else { return false }
        return left.allSatisfy { narrow in
            let isLiteral = !narrow.text.contains { "*?[".contains($0) }
            return right.contains { wide in
                wide.text == narrow.text || isLiteral && wide.matches(Array(narrow.text.utf8))
            }
        }
    }
}
