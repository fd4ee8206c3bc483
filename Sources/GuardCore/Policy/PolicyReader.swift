import Diagnostics
import HCL
import TerraformPlan

/// Reads policy files into typed values, and collects everything that is wrong with them.
///
/// Nothing is skipped: a rule that is ignored is an open door, so what this version does not know,
/// or knows and does not judge yet, is an error like a misspelling.
struct PolicyReader {
    var diagnostics: [Diagnostic] = []
    var policy = Policy()
    /// What a catalog says of the provider itself.
    var providerSettings: [ProviderSetting] = []

    /// The patterns of overrides and exceptions, each of which has to reach some rule.
    var namedRules: [(pattern: Identifier, relaxation: Relaxation, context: String)] = []

    /// The proofs that rules name.
    var namedProofs: [(name: Identifier, context: String)] = []

    /// The windows that blocks name, with the origin of each block.
    var namedWindows: [(name: Identifier, origin: PolicyOrigin, context: String)] = []
    /// That of the file being read.
    private(set) var origin = PolicyOrigin(layer: .builtin, distance: 0, isAnchored: true)

    /// Every block that has a name, by kind, owner and name.
    ///
    /// The owner is the layer, or the file where only that may not say a thing twice.
    private var labels = ByteStringTable()
    private var labelRanges: [SourceRange] = []
    /// The environments that rules and limits name, which some layer has to define.
    var namedEnvironments: [(name: Identifier, context: String)] = []
    private var hasSyntaxErrors = false
    private var hasRules = false

    /// The blocks that files hold now of which there is a reviewed version as well.
    var currentBlocks: [(place: String, text: ArraySlice<UInt8>)] = []

    /// The first block of each kind that a file may have once.
    var singleBlocks: [(kind: String, owner: String, range: SourceRange)] = []

    mutating func read(_ source: PolicySource) {
        policy.digests.append(PolicyDigest(of: source.file, layer: source.layer))
        origin = source.origin
        guard let body = syntaxTree(of: source.file) else { return }
        checkNames(in: body, against: .file, context: nil)
        checkExtends(in: body, of: source)
        checkTrustedReference(in: body, of: source)
        for block in body.blocks where !isLeftOut(block, of: source) {
            switch block.type.name {
            case "rule": readRule(block, from: source)
            case "limit": readLimit(block, from: source)
            case "environment": readEnvironment(block, from: source)
            case "resource": readResource(block, from: source)
            case "command": readCommand(block, from: source)
            case "window": readWindow(block, from: source)
            case "observe": readObservation(block, from: source)
            case "override": readRelaxation(.override, block, from: source)
            case "exception": readRelaxation(.exception, block, from: source)
            case "approvals": readApprovals(block, from: source)
            case "break_glass": readBreakGlass(block, from: source)
            case "state": readState(block, from: source)
            case "audit": readAudit(block, from: source)
            case "identity": readIdentity(block, from: source)
            case "evidence": readEvidence(block, from: source)
            case "apply": readApply(block, from: source)
            case "rehearsal": readRehearsal(block, from: source)
            case _: break
            }
        }
    }

    /// What a file extends has been found and read outside; here only what is no list of texts, and
    /// what a shipped policy, which has no folder, would extend.
    private mutating func checkExtends(in body: Body, of source: PolicySource) {
        let context = "the list of what this file extends"
        guard let names = strings("extends", in: body, context: context),
            source.directory == nil, let first = names.first
        else { return }
        report(
            "Extension of a shipped policy", "A shipped policy extends nothing.", at: first.range)
    }

    /// What only all layers together can get wrong.
    mutating func checkTheWhole() {
        guard !hasSyntaxErrors else { return }
        if !hasRules {
            diagnostics.append(
                Diagnostic(
                    "No rules",
                    detail: "None of the policy's layers holds a rule, so that nothing would be "
                        + "judged. Write at least one rule block."))
        }
        checkReachOfRelaxations()
        checkProofs()
        checkWindows()
        // Production is recognised by its usual names where nobody defines it.
        var defined = ByteStringTable()
        defined.insert("production")
        for environment in policy.environments { defined.insert(ByteString(environment.name)) }
        for (name, context) in namedEnvironments
        where defined.place(of: ByteString(name.name)) == nil {
            report(
                "Reference to an undefined environment",
                "No layer of the policy defines an environment \"\(name.name)\"."
                    + suggestion(
                        for: name.name, among: defined.strings.sorted().map(\.description),
                        orElse: "Defined are"),
                at: name.range, in: context)
        }
    }

    /// Reads a file of `resource` blocks, and of one about their provider.
    mutating func readCatalog(_ file: SourceFile) {
        let source = PolicySource(layer: .builtin, file: file, directory: nil)
        guard let body = syntaxTree(of: file) else { return }
        checkNames(in: body, against: .catalog, context: nil)
        for block in body.blocks {
            switch block.type.name {
            case "resource": readResource(block, from: source)
            case "provider": readProvider(block)
            case _: break
            }
        }
    }

    private mutating func syntaxTree(of file: SourceFile) -> Body? {
        let (body, problems) = parse(file)
        diagnostics += problems
        guard !problems.contains(where: { $0.severity == .error }) else {
            hasSyntaxErrors = true
            return nil
        }
        return body
    }

    // MARK: Blocks

    private mutating func readRule(_ block: Block, from source: PolicySource) {
        hasRules = true
        guard let label = label(of: block, owner: source.layerName) else { return }
        let context = "rule \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .rule, context: context)
        let scope = readScope(body, context: context)
        let exceptions = readExceptions(in: body, context: context)
        let decision = readDecision(in: body, of: block, context: context)
        let reason = string("reason", in: body, context: context)
        let remedy = string("remedy", in: body, context: context)
        let unless = readProofs(in: body, context: context)
        guard let decision else { return }
        if decision < .confirm { refuseSelfDeclared(scope, in: body, context: context) }
        policy.rules.append(
            Rule(
                source: ruleSource(label, source), scope: scope, exceptions: exceptions,
                decision: decision, reason: reason ?? "The rule \"\(label.name)\" says so.",
                remedy: remedy, unless: unless))
    }

    private mutating func readExceptions(in body: Body, context: String) -> [Scope] {
        var exceptions: [Scope] = []
        for block in body.blocks where block.type.name == "except" {
            if let exception = readExcept(block, context: context) { exceptions.append(exception) }
        }
        return exceptions
    }

    private mutating func readExcept(_ block: Block, context: String) -> Scope? {
        refuseLabels(of: block, context: context)
        checkNames(in: block.body, against: .except, context: context)
        if block.body.attributes.isEmpty, block.body.blocks.isEmpty {
            report(
                "Empty except block",
                "An except block that names nothing would except everything. Say what the rule is "
                    + "not about: types = [\"aws_ecs_service\"], for example.",
                at: block.headerRange, in: context)
            return nil
        }
        let scope = readScope(block.body, context: context)
        refuseSelfDeclared(scope, in: block.body, context: context)
        return scope
    }

    private mutating func readLimit(_ block: Block, from source: PolicySource) {
        guard let label = label(of: block, owner: source.layerName) else { return }
        let context = "limit \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .limit, context: context)
        let scope = readScope(body, context: context)
        let exceptions = readExceptions(in: body, context: context)
        let maximum = integer("max", in: body, from: 0, context: context)
        let percent = integer("percent", in: body, from: 1, to: 100, context: context)
        let floor = integer("floor", in: body, from: 0, context: context)
        if body.attribute(named: "max") == nil, body.attribute(named: "percent") == nil {
            report(
                "Missing required argument",
                "A limit says how much is too much: max = 20 for a number of changes, "
                    + "percent = 30 for a share of the prior state, or both.",
                at: block.headerRange, in: context)
        }
        if let floor = body.attribute(named: "floor"), body.attribute(named: "percent") == nil {
            report(
                "Argument without effect",
                "\"floor\" is the size of the prior state from which on \"percent\" counts, and "
                    + "this limit has no \"percent\". Add it, or remove \"floor\".",
                at: floor.name.range, in: context)
        }
        let decision = readDecision(in: body, of: block, context: context)
        let reason = string("reason", in: body, context: context)
        let remedy = string("remedy", in: body, context: context)
        guard let decision else { return }
        policy.limits.append(
            Limit(
                source: ruleSource(label, source), scope: scope, exceptions: exceptions,
                maximum: maximum, percent: percent, floor: floor ?? 0, decision: decision,
                reason: reason,
                remedy: remedy))
    }

    private mutating func readEnvironment(_ block: Block, from source: PolicySource) {
        guard let label = label(of: block, owner: source.layer.rawValue + source.file.name) else {
            return
        }
        let context = "environment \"\(label.name)\""
        let body = block.body
        checkNames(in: body, against: .environment, context: context)
        let isFallback = bool("fallback", in: body, context: context) ?? false
        let matches = body.blocks.filter { $0.type.name == "match" }
        if matches.isEmpty, body.attribute(named: "fallback") == nil {
            report(
                "Environment that nothing matches",
                "An environment needs a match block, or fallback = true for what no environment "
                    + "matches. Write, for example: match { workspace = [\"prod\"] }.",
                at: block.headerRange, in: context)
        }
        var definition: [EnvironmentMatch] = []
        for block in matches {
            definition.append(readMatch(block, from: source, context: context))
        }
        policy.environments.append(
            EnvironmentDefinition(
                name: label.name, origin: source.origin, directory: source.directory,
                matches: definition, isFallback: isFallback, range: block.headerRange))
    }

    private mutating func readMatch(
        _ block: Block, from source: PolicySource, context: String
    ) -> EnvironmentMatch {
        refuseLabels(of: block, context: context)
        let body = block.body
        checkNames(in: body, against: .match, context: context)
        if body.attributes.isEmpty, body.blocks.isEmpty {
            report(
                "Empty match block",
                "A match block that names nothing would match every run. Name a workspace, a "
                    + "directory or a variable; for every run write fallback = true instead.",
                at: block.headerRange, in: context)
        }
        var match = EnvironmentMatch()
        match.workspace = globs("workspace", .name, in: body, context: context)
        if let patterns = strings("directory", in: body, context: context) {
            match.directory = patterns.compactMap {
                directoryGlob($0, from: source, context: context)
            }
        }
        match.account = globs("account", .name, in: body, context: context)
        if let settings = body.attribute(named: "backend") {
            match.backend = readBackend(settings, context: context)
        }
        if let variables = body.attribute(named: "variable") {
            for (name, value) in members(of: variables, like: "{ region = [\"eu-*\"] }", context) {
                guard
                    let patterns = strings(
                        of: value, called: "variable", context: context)
                else { continue }
                match.variables.append(
                    (
                        ByteString(name.name),
                        patterns.compactMap { glob($0, .name, context: context) }
                    ))
            }
        }
        return match
    }

    private mutating func readBackend(
        _ attribute: Attribute, context: String
    ) -> [(name: AttributePath, values: [Glob])] {
        var settings: [(name: AttributePath, values: [Glob])] = []
        for (name, value) in members(of: attribute, like: "{ key = [\"prod/*\"] }", context) {
            guard let path = attributePath(name, context: context),
                let patterns = strings(of: value, called: "backend", context: context)
            else { continue }
            settings.append((path, patterns.compactMap { glob($0, .name, context: context) }))
        }
        return settings
    }

    private mutating func directoryGlob(
        _ pattern: Identifier, from source: PolicySource, context: String
    ) -> Glob? {
        var text = pattern.name[...]
        while text.hasPrefix("./") { text = text.dropFirst(2) }
        while text.count > 1, text.hasSuffix("/") { text = text.dropLast() }
        let isAnywhere = text.hasPrefix("/") || text.hasPrefix("**")
        switch source.layer {
        case .project, .flag:
            break
        case .system, .builtin:
            guard isAnywhere else {
                report(
                    "Directory that nothing can match",
                    "A directory is relative to the folder of its policy file, and no root module "
                        + "lies there. Begin it with / or with **/.",
                    at: pattern.range, in: context)
                return nil
            }
        }
        if text.split(separator: "/").contains("..") {
            report(
                "Directory that nothing can match",
                "A directory is compared with a real path, which never holds \"..\". Write the "
                    + "path from the folder of this file downward, or an absolute one.",
                at: pattern.range, in: context)
            return nil
        }
        return glob(
            Identifier(name: String(text), range: pattern.range), .path, context: context)
    }

    // MARK: What blocks have in common

    mutating func readScope(_ body: Body, context: String) -> Scope {
        var scope = Scope()
        if let actions = strings("actions", in: body, context: context) {
            scope.actions = []
            for action in actions {
                scope.actions.formUnion(effect(named: action, context: context) ?? [])
            }
        }
        scope.categories = words("categories", in: body, context: context)
        scope.severities = words("severities", in: body, context: context)
        scope.actors = words("actors", in: body, context: context)
        scope.types = globs("types", .name, in: body, context: context)
        scope.addresses = globs("addresses", .address, in: body, context: context)
        scope.attributes = globs("attributes", .address, in: body, context: context)
        if let environments = strings("environments", in: body, context: context) {
            namedEnvironments += environments.map { ($0, context) }
            scope.environments = environments.map(\.name)
        }
        scope.during = windows("during", in: body, context: context)
        scope.outside = windows("outside", in: body, context: context)
        scope.when = readCondition(in: body, context: context)
        return scope
    }

    private mutating func windows(_ name: String, in body: Body, context: String) -> [String]? {
        guard let names = strings(name, in: body, context: context) else { return nil }
        namedWindows += names.map { ($0, origin, context) }
        return names.map(\.name)
    }

    private mutating func effect(named name: Identifier, context: String) -> EffectSet? {
        if name.name == "*" { return .all }
        // "no-op" is what a rule can never be about: such rows are not even kept.
        // Not by `rawValue`: for so many words that makes a dictionary of them first.
        if let effect = Effect.allCases.first(where: { $0.rawValue == name.name }), effect != .noOp
        {
            return EffectSet(effect)
        }
        let known = Effect.allCases.filter { $0 != .noOp }.map(\.rawValue) + ["*"]
        report(
            "Unknown action",
            "There is no action \"\(name.name)\"."
                + suggestion(for: name.name, among: known, orElse: "Possible actions are"),
            at: name.range, in: context)
        return nil
    }

    mutating func readDecision(
        in body: Body, of block: Block, context: String
    ) -> Decision? {
        // A misspelled one has been reported as such.
        let isWritten =
            body.attribute(named: "decision") != nil
            || body.attributes.contains {
                nameSuggestion(for: $0.name.name, among: BodyGrammar.rule.attributes) == "decision"
            }
        if !isWritten {
            report(
                "Missing required argument",
                "The argument \"decision\" is required: it says what happens, and is one of "
                    + "\(list(Decision.allCases.map(\.rawValue))).",
                at: block.headerRange, in: context)
        }
        return word("decision", in: body, context: context)
    }

    func ruleSource(_ label: Identifier, _ source: PolicySource) -> RuleSource {
        RuleSource(
            name: label.name, origin: source.origin, layerName: source.layerName,
            range: label.range)
    }

    /// The one label of a block, which nothing else of its owner has.
    mutating func label(of block: Block, owner: String) -> Identifier? {
        let kind = block.type.name
        guard let label = block.labels.first else {
            report(
                "Missing name for \(kind)",
                "A \(kind) block needs one label in quotes: \(kind) \"name\" { … }.",
                at: block.headerRange)
            return nil
        }
        if let second = block.labels.dropFirst().first {
            report(
                "Extraneous label for \(kind)", "A \(kind) block has one label. Remove this one.",
                at: second.range)
            return nil
        }
        guard !label.name.isEmpty, label.name.utf8.allSatisfy(Self.isAllowedInLabel) else {
            report(
                "Invalid name for \(kind)",
                "A name consists of letters from a to z, digits, \"_\", \"-\" and \".\".",
                at: label.range)
            return nil
        }
        // No name holds a space.
        let (number, isNew) = labels.insert(ByteString("\(label.name) \(kind) \(owner)"))
        guard isNew else {
            let first = labelRanges[number]
            report(
                "Duplicate \(kind) \"\(label.name)\"",
                "A \(kind) of this name stands at \(place(of: first)) already. Give one of them "
                    + "another name, or make them one block.",
                at: label.range)
            return nil
        }
        labelRanges.append(label.range)
        return label
    }

    mutating func refuseLabels(of block: Block, context: String) {
        guard let label = block.labels.first else { return }
        let kind = block.type.name
        report(
            "Extraneous label for \(kind)", "A block of type \"\(kind)\" has no label. Remove it.",
            at: label.range, in: context)
    }

    private static func isAllowedInLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        case _:
            false
        }
    }

    func place(of range: SourceRange) -> String {
        "\(range.file.name) line \(range.file.line(at: range.start))"
    }
}
