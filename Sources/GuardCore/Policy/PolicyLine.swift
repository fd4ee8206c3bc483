/// One block of a policy in words, for somebody who asks what holds.
package struct PolicyLine: Equatable, Sendable {
    /// `system`, `project`, `builtin:strict`.
    package let layer: String
    /// `rule "no-database-loss"`.
    package let block: String
    /// Nil for a block that decides nothing.
    package let decision: Decision?
    /// What it is about, in words of the policy.
    package let about: String
}

extension Policy {
    /// Everything that takes effect, in the order of the layers.
    ///
    /// - Parameter now: what has ended by then is told so.
    /// - Returns: a line for each block.
    package func lines(at now: Moment? = nil) -> [PolicyLine] {
        var lines = environments.map { environment in
            PolicyLine(
                layer: environment.origin.layer.rawValue,
                block: "environment \"\(environment.name)\"", decision: nil,
                about: environment.inWords)
        }
        lines += windows.map { window in
            PolicyLine(
                layer: window.source.layerName, block: "window \"\(window.source.name)\"",
                decision: nil, about: window.inWords)
        }
        lines += rules.map { rule in
            let exceptions = rule.exceptions.map { "; except " + $0.inWordsOfExcept }.joined()
            let unless =
                rule.unless.isEmpty ? "" : "; unless " + rule.unless.joined(separator: " ")
            return PolicyLine(
                layer: rule.source.layerName, block: "rule \"\(rule.source.name)\"",
                decision: rule.decision, about: rule.scope.inWords + exceptions + unless)
        }
        lines += limits.map { limit in
            let maximum = limit.maximum.map { "more than \($0)" }
            let share = limit.percent.map { "\($0) percent of \(limit.floor) or more" }
            let much = [maximum, share].compactMap { $0 }.joined(separator: ", or ")
            return PolicyLine(
                layer: limit.source.layerName, block: "limit \"\(limit.source.name)\"",
                decision: limit.decision, about: "\(much): \(limit.scope.inWords)")
        }
        lines += commands.map { command in
            PolicyLine(
                layer: command.source.layerName, block: "command \"\(command.source.name)\"",
                decision: command.decision, about: command.inWords)
        }
        lines += states.flatMap { state in
            state.decisions.map { oddity, decision in
                let backends = oddity == .otherBackend ? state.backends : nil
                let words = backends.map { "not \($0.joined(separator: " "))" }
                return PolicyLine(
                    layer: state.layerName, block: "state \(oddity.rawValue)", decision: decision,
                    about: [words, state.scope.inWordsOfWhere].compactMap { $0 }
                        .filter { !$0.isEmpty }.joined(separator: ", "))
            }
        }
        lines += relaxations.map { relaxation in
            let rules = relaxation.rules.map(\.text).joined(separator: " ")
            let until = relaxation.expiry.map { $0.inWords(at: now) } ?? ""
            let anchor =
                relaxation.source.origin.isAnchored ? "" : "; not for agents: not anchored"
            return PolicyLine(
                layer: relaxation.source.layerName,
                block: "\(relaxation.kind.rawValue) \"\(relaxation.source.name)\"",
                decision: relaxation.decision,
                about: "\(rules)\(until): \(relaxation.scope.inWords)\(anchor)")
        }
        lines += observations.map { observation in
            let anchor =
                observation.source.origin.isAnchored ? "" : "; not for agents: not anchored"
            return PolicyLine(
                layer: observation.source.layerName, block: "observe", decision: .warn,
                about: "everything" + observation.expiry.inWords(at: now) + anchor)
        }
        lines += rehearsals.map { rehearsal in
            let anchor = rehearsal.origin.isAnchored ? "" : "; not for agents: not anchored"
            return PolicyLine(
                layer: rehearsal.origin.layer.rawValue, block: "rehearsal \"\(rehearsal.name)\"",
                decision: nil,
                about: "applied in \(rehearsal.environment) within "
                    + inWords(seconds: rehearsal.within) + anchor)
        }
        lines += linesOfWhatDecidesNothing
        let order = ["system", "project", "flag"]
        // Each layer once: the files above, then the shipped ones as they come.
        var layers = order.filter { name in lines.contains { $0.layer == name } }
        for line in lines where !layers.contains(line.layer) { layers.append(line.layer) }
        return layers.flatMap { name in lines.filter { $0.layer == name } }
    }

    /// How many blocks of each kind a layer holds: `2 rules, 1 limit`.
    package func count(in layer: PolicyLayer) -> String {
        let counts = [
            ("rule", rules.count { $0.source.layerName == layer.rawValue }),
            ("limit", limits.count { $0.source.layerName == layer.rawValue }),
            ("command", commands.count { $0.source.layerName == layer.rawValue }),
            ("environment", environments.count { $0.origin.layer == layer }),
            ("window", windows.count { $0.source.layerName == layer.rawValue }),
            ("override or exception", relaxations.count { $0.source.layerName == layer.rawValue }),
            ("observe block", observations.count { $0.source.layerName == layer.rawValue }),
        ]
        let words = counts.filter { $0.1 > 0 }.map { kind, count in
            kind == "override or exception"
                ? "\(count) of what relaxes" : "\(count) \(kind)\(count == 1 ? "" : "s")"
        }
        return words.isEmpty ? "nothing" : words.joined(separator: ", ")
    }
}

extension Expiry {
    /// ` until 2026-12-31`, with a word where that is over.
    fileprivate func inWords(at now: Moment?) -> String {
        let isOver = now.map { end <= $0 } ?? false
        return " until \(text)" + (isOver ? ", which is over, so that it has no effect" : "")
    }
}

extension Window {
    /// `mon tue, 22:00 to 06:00, 2026-12-18 to 2027-01-04, Europe/Berlin`.
    fileprivate var inWords: String {
        func clock(_ seconds: Int) -> String {
            let parts = [seconds / 3600, seconds / 60 % 60]
            return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        }
        func date(_ day: CalendarDay) -> String {
            let moment = Moment(secondsSinceEpoch: Int64(day.number) * 86_400)
            return String(moment.inRFC3339.prefix(10))
        }
        var parts: [String] = []
        if days.words.count < Weekday.allCases.count {
            let names = Weekday.allCases.filter(days.contains).map(\.rawValue)
            parts.append(names.joined(separator: " "))
        }
        if (from, to) != (0, 86_400) { parts.append("\(clock(from)) to \(clock(to))") }
        parts += (dates ?? []).map { range in
            range.lowerBound == range.upperBound
                ? date(range.lowerBound) : "\(date(range.lowerBound)) to \(date(range.upperBound))"
        }
        return (parts + [timeZone]).joined(separator: ", ")
    }
}

extension EnvironmentDefinition {
    fileprivate var inWords: String {
        var words = matches.map { match in
            var parts: [String] = []
            if let workspace = match.workspace {
                parts.append("workspace " + workspace.map(\.text).joined(separator: " "))
            }
            if let directory = match.directory {
                parts.append("directory " + directory.map(\.text).joined(separator: " "))
            }
            if let account = match.account {
                parts.append("account " + account.map(\.text).joined(separator: " "))
            }
            for (name, values) in match.backend ?? [] {
                parts.append(
                    "backend \(name.text) " + values.map(\.text).joined(separator: " "))
            }
            for (name, values) in match.variables {
                parts.append("variable \(name) " + values.map(\.text).joined(separator: " "))
            }
            return parts.joined(separator: " and ")
        }
        if isFallback { words.append("what no environment matches") }
        return words.joined(separator: ", or ")
    }
}

extension CommandRule {
    /// `-force-copy -migrate-state, in production`.
    fileprivate var inWords: String {
        let flags = flags.map { $0.sorted().map { "-\($0)" }.joined(separator: " ") } ?? ""
        return [flags, scope.inWordsOfWhere].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension Scope {
    /// Where and by whom; empty where that is not narrowed.
    fileprivate var inWordsOfWhere: String { inWords == "everything" ? "" : inWordsOfExcept }

    /// What an `except` block names.
    fileprivate var inWordsOfExcept: String {
        let everything = "everything, "
        return inWords.hasPrefix(everything)
            ? String(inWords.dropFirst(everything.count)) : inWords
    }

    /// `delete replace, data backup, in production, by agent`.
    fileprivate var inWords: String {
        var parts: [String] = []
        func add(_ name: String, _ words: [String]?) {
            guard let words else { return }
            parts.append((name.isEmpty ? [] : [name]).joined() + words.joined(separator: " "))
        }
        add("", actions == .all ? ["everything"] : actions.effects.map(\.rawValue))
        add(
            "", categories.map { found in Category.allCases.filter(found.contains).map(\.rawValue) }
        )
        add(
            "", severities.map { found in Severity.allCases.filter(found.contains).map(\.rawValue) }
        )
        add("types ", types?.map(\.text))
        add("addresses ", addresses?.map(\.text))
        add("changing ", attributes?.map(\.text))
        add("in ", environments?.sorted())
        add("by ", actors.map { found in Actor.allCases.filter(found.contains).map(\.rawValue) })
        add("during ", during)
        add("outside ", outside)
        if when != nil { parts.append("under a condition") }
        return parts.joined(separator: ", ")
    }
}
