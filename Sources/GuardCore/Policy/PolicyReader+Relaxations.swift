import Diagnostics
import HCL

// `override` and `exception`: the only blocks that take something away, so that what they leave in
// doubt is an error.
extension PolicyReader {
    mutating func readRelaxation(
        _ kind: Relaxation.Kind, _ block: Block, from source: PolicySource
    ) {
        guard source.layer != .flag else {
            report(
                "A -policy file can only tighten",
                "What is given on the command line relaxes nothing. Move the \(kind.rawValue) to "
                    + "the project's tfguard.hcl.",
                at: block.headerRange)
            return
        }
        guard let label = label(of: block, owner: source.layerName) else { return }
        let context = "\(kind.rawValue) \"\(label.name)\""
        let body = block.body
        let grammar =
            switch kind {
            case .override: BodyGrammar.override
            case .exception: BodyGrammar.exception
            }
        checkNames(in: body, against: grammar, context: context)
        let patterns = readRules(in: body, of: block, from: source, context: context)
        let scope = readScope(body, context: context)
        refuseSelfDeclared(scope, in: body, context: context)
        if body.attribute(named: "environments") == nil, body.attribute(named: "addresses") == nil {
            report(
                "Relaxation without a place",
                "An \(kind.rawValue) has to say where it counts, so that it never counts "
                    + "everywhere: environments = [\"preview\"], or addresses = "
                    + "[\"aws_db_instance.legacy\"].",
                at: block.headerRange, in: context)
        }
        let expiry = readExpiry(of: kind, in: body, of: block, context: context)
        let decision = readDecision(in: body, of: block, context: context)
        if decision == .block, let attribute = body.attribute(named: "decision") {
            report(
                "Relaxation without effect",
                "Nothing is stricter than \"block\", so this lowers nothing. Write what is to "
                    + "happen instead: \"allow\", \"warn\", \"confirm\" or \"approve\".",
                at: attribute.expression.range, in: context)
        }
        let reason = string("reason", in: body, context: context)
        guard let decision, kind == .override || expiry != nil else { return }
        let relaxation = Relaxation(
            kind: kind, source: ruleSource(label, source), rules: patterns.map(\.glob),
            scope: scope, decision: decision, reason: reason, expiry: expiry)
        policy.relaxations.append(relaxation)
        namedRules += patterns.map { ($0.name, relaxation, context) }
    }

    /// The patterns of `rules`; a name without a layer is one of the file's own layer, and `**` is
    /// every rule of all.
    private mutating func readRules(
        in body: Body, of block: Block, from source: PolicySource, context: String
    ) -> [(name: Identifier, glob: Glob)] {
        guard body.attribute(named: "rules") != nil else {
            report(
                "Missing required argument",
                "The argument \"rules\" is required: it names the rules that count for less, such "
                    + "as [\"builtin:default/loss\"].",
                at: block.headerRange, in: context)
            return []
        }
        var patterns: [(name: Identifier, glob: Glob)] = []
        for name in strings("rules", in: body, context: context) ?? [] {
            let text =
                name.name.contains("/") || name.name.hasPrefix("**") || name.name.isEmpty
                ? name.name : source.layerName + "/" + name.name
            let qualified = Identifier(name: text, range: name.range)
            if let glob = glob(qualified, .path, context: context) {
                patterns.append((qualified, glob))
            }
        }
        return patterns
    }

    private mutating func readExpiry(
        of kind: Relaxation.Kind, in body: Body, of block: Block, context: String
    ) -> Expiry? {
        guard kind == .exception else { return nil }
        guard body.attribute(named: "until") != nil else {
            report(
                "Missing required argument",
                "The argument \"until\" is required: an exception ends on a date, such as "
                    + "until = \"2026-12-31\". What is to stay for good is an override.",
                at: block.headerRange, in: context)
            return nil
        }
        return readExpiry(in: body, context: context)
    }

    /// The date of `until`, which is there.
    mutating func readExpiry(in body: Body, context: String) -> Expiry? {
        guard let attribute = body.attribute(named: "until"),
            let text = string("until", in: body, context: context)
        else { return nil }
        if let expiry = Expiry(text) { return expiry }
        report(
            "Invalid date",
            "A date is required, such as \"2026-12-31\", which ends at 24:00 UTC; or a time with "
                + "its offset, such as \"2026-12-31T18:00:00+01:00\".",
            at: attribute.expression.range, in: context)
        return nil
    }

    /// Reports every pattern that reaches no rule: somebody believes that it does.
    mutating func checkReachOfRelaxations() {
        guard !namedRules.isEmpty else { return }
        let known = policy.relaxable
        for (pattern, relaxation, context) in namedRules {
            let glob = Glob(pattern.name, .path)
            let named = known.filter { glob.matches(Array($0.qualifiedName.utf8)) }
            if named.contains(where: relaxation.reaches) { continue }
            let kind = relaxation.kind.rawValue
            guard let rule = named.first else {
                report(
                    "Reference to an undefined rule",
                    "No layer of the policy has a rule, limit or command block \"\(pattern.name)\"."
                        + suggestion(
                            for: pattern.name,
                            among: known.filter { relaxation.source.origin.mayRelax($0.origin) }
                                .map(\.qualifiedName), orElse: "This \(kind) can reach"),
                    at: pattern.range, in: context)
                continue
            }
            let owner =
                switch rule.layer {
                case .system: "the system's policy, which nothing below it relaxes"
                case .project: "a file further up, which nothing below it relaxes"
                case .flag: "a -policy file, which only the system's policy relaxes"
                case .builtin: "the built-in policy"
                }
            report(
                "Rule out of reach",
                "\"\(rule.qualifiedName)\" belongs to \(owner). Ask whoever keeps that file for "
                    + "the \(kind), or remove it here.",
                at: pattern.range, in: context)
        }
    }
}

extension Policy {
    /// Everything that an override or exception can name.
    var relaxable: [RuleSource] {
        rules.map(\.source) + limits.map(\.source) + commands.map(\.source)
            + states.flatMap { state in state.decisions.map { state.source(for: $0.oddity) } }
            + [.everythingGoes] + RuleSource.derived
    }
}
