import TerraformPlan

/// The environments a run belongs to: those that any layer's definitions match, and production by
/// its usual names until a policy defines it.
///
/// Environments only tighten, so what is not known counts as matched: without a workspace every
/// definition that asks for one matches, and the usual names of production may be meant. For the
/// same reason no file takes an environment away from another one that it could not relax:
///
/// - production's usual names go only where the system's or a project's policy defines it, and for
///   an agent only where that file is anchored;
/// - a fallback stands until a file that is no nearer than its own says where the run belongs.
///
/// - Returns: sorted by name, each with the first thing it was recognised by.
func recognisedEnvironments(
    _ definitions: [EnvironmentDefinition], of plan: Plan, facts: RunFacts
) -> [RecognisedEnvironment] {
    if let stated = facts.statedEnvironments {
        return stated.sorted().map { RecognisedEnvironment(name: $0, by: "the request") }
    }
    var recognised = RecognisedNames()
    var certain: [PolicyOrigin] = []
    for definition in definitions {
        guard let found = definition.evidence(in: plan, facts) else { continue }
        if !recognised.contains(definition.name) { recognised.add(definition.name, found.words) }
        if found.isCertain { certain.append(definition.origin) }
    }
    let isProductionDefined = definitions.contains { definition in
        guard definition.name == "production" else { return false }
        return switch definition.origin.layer {
        case .system, .project: definition.origin.isTrusted(by: facts.actors)
        case .flag, .builtin: false
        }
    }
    var isUsualProduction = false
    if !isProductionDefined, !recognised.contains("production"),
        let found = usualProductionName(in: plan, facts)
    {
        recognised.add("production", found.words)
        isUsualProduction = found.isCertain
    }
    for definition in definitions
    where definition.isFallback && !recognised.contains(definition.name) && !isUsualProduction
        && !certain.contains(where: { $0.mayRelax(definition.origin) })
    {
        recognised.add(definition.name, "fallback")
    }
    return recognised.environments.sorted { $0.name < $1.name }
}

/// The environments that were found so far, which are few.
private struct RecognisedNames {
    private(set) var environments: [RecognisedEnvironment] = []

    func contains(_ name: String) -> Bool { environments.contains { $0.name == name } }

    mutating func add(_ name: String, _ words: String) {
        environments.append(RecognisedEnvironment(name: name, by: words))
    }
}

/// An environment that what relaxes may rely on, and the file that says so.
struct ReliableEnvironment {
    let name: String
    let origin: PolicyOrigin
}

/// The environments a run belongs to with certainty.
///
/// Variables alone make nothing certain: whoever types the command sets them as he likes. A fallback
/// counts where the run was found to belong to nothing else, and all that was asked is known.
func reliableEnvironments(
    _ definitions: [EnvironmentDefinition], of plan: Plan, facts: RunFacts,
    recognised: [RecognisedEnvironment]
) -> [ReliableEnvironment] {
    let isAllKnown = facts.workspace != nil && facts.directory != nil
    return definitions.compactMap { definition in
        let isMatched = definition.matches.contains { match in
            match.namesAPlace
                && match.evidence(in: plan, facts, from: definition.directory)?.isCertain == true
        }
        let isOnlyFallback =
            definition.isFallback && isAllKnown
            && recognised.allSatisfy { $0.by == "fallback" }
        guard isMatched || isOnlyFallback else { return nil }
        return ReliableEnvironment(name: definition.name, origin: definition.origin)
    }
}

extension EnvironmentDefinition {
    /// What the first of its blocks that matches recognises the run by.
    fileprivate func evidence(in plan: Plan, _ facts: RunFacts) -> Evidence? {
        for match in matches {
            if let found = match.evidence(in: plan, facts, from: directory) { return found }
        }
        return nil
    }
}

/// What a run was recognised by.
struct Evidence {
    let words: String
    /// False where something is not known and counts as matched.
    let isCertain: Bool

    static func unknown(_ what: String) -> Evidence {
        Evidence(words: "\(what) that is not known", isCertain: false)
    }
}

extension EnvironmentMatch {
    /// What the block matches the run by; nil where it does not.
    fileprivate func evidence(
        in plan: Plan, _ facts: RunFacts, from folder: ByteString?
    ) -> Evidence? {
        var all: [Evidence] = []
        if let workspace {
            guard let found = self.evidence(of: facts.workspace, workspace) else { return nil }
            all.append(found)
        }
        if let directory {
            guard let found = self.evidence(of: facts.directory, directory, from: folder) else {
                return nil
            }
            all.append(found)
        }
        if let backend {
            guard let found = self.evidence(ofBackend: facts.plannedState, backend) else {
                return nil
            }
            all.append(found)
        }
        if let account {
            guard let found = self.evidence(ofAccounts: facts.accounts, account) else { return nil }
            all.append(found)
        }
        for (name, values) in variables {
            guard facts.knowsVariables else {
                all.append(.unknown("a value of the variable \"\(name)\""))
                continue
            }
            guard let variable = plan.variables.first(where: { $0.name == name }),
                let found = evidence(of: variable, values)
            else { return nil }
            all.append(found)
        }
        // What is not known, if anything is not, is what a reader has to hear.
        return all.first { !$0.isCertain } ?? all.first
    }

    private func evidence(of workspace: ByteString?, _ patterns: [Glob]) -> Evidence? {
        guard let workspace else { return .unknown("a workspace") }
        guard patterns.contains(where: { $0.matches(workspace.bytes) }) else { return nil }
        return Evidence(words: "workspace \"\(workspace)\"", isCertain: true)
    }

    private func evidence(
        of directory: ByteString?, _ patterns: [Glob], from folder: ByteString?
    ) -> Evidence? {
        guard let directory else { return .unknown("a directory") }
        for pattern in patterns {
            if pattern.text.utf8.first == UInt8(ascii: "/") {
                guard pattern.matches(directory.bytes) else { continue }
                return Evidence(words: "directory \"\(directory)\"", isCertain: true)
            }
            if let below = directory.relative(to: folder) {
                // The policy's own folder is ".", and nothing below it.
                guard pattern.matches(below.bytes) || below == "" && pattern.matches([0x2e]) else {
                    continue
                }
                return Evidence(
                    words: below == "" ? "directory \".\"" : "directory \"\(below)\"",
                    isCertain: true)
            }
            // Not below the policy's folder: what may stand anywhere may stand anywhere.
            guard pattern.text.hasPrefix("**"), pattern.matches(Array(directory.bytes.dropFirst()))
            else { continue }
            return Evidence(words: "directory \"\(directory)\"", isCertain: true)
        }
        return nil
    }

    /// The value of a variable may be a secret, and no mask says so: only its name is told.
    private func evidence(of variable: Variable, _ patterns: [Glob]) -> Evidence? {
        guard let value = variable.value else {
            return .unknown("a value of the variable \"\(variable.name)\"")
        }
        guard let text = value.scalarText, patterns.contains(where: { $0.matches(text) }) else {
            return nil
        }
        return Evidence(words: "variable \"\(variable.name)\"", isCertain: true)
    }
}

extension ByteString {
    /// The rest of a path below a folder, empty for the folder itself; nil outside it.
    fileprivate func relative(to folder: ByteString?) -> ByteString? {
        guard var prefix = folder?.bytes else { return nil }
        if bytes == prefix { return "" }
        if prefix.last != UInt8(ascii: "/") { prefix.append(UInt8(ascii: "/")) }
        guard bytes.starts(with: prefix) else { return nil }
        return ByteString(bytes: Array(bytes.dropFirst(prefix.count)))
    }
}

// MARK: Production's usual names

/// Production, as people name it who have not defined it.
///
/// The words are `prod`, `production`, `prods`, `prd` and `live`, in either case, with a number
/// behind them or without, between anything that is neither letter nor digit: `prod`, `eu-prod-2`,
/// `PRD`, `acme_production`. Not where `non`, `not`, `no` or `pre` stands before the word, and not as
/// part of one, so that `non-prod`, `preprod`, `nonprod` and `product` are something else.
///
/// They are looked for in the workspace, in every part of the root module's path, in the place of the
/// state that the backend is configured with, and in variables
/// that are called `env`, `environment`, `stage` and the like. `live` does not count in a path:
/// Terragrunt's layout keeps every environment in a folder of that name.
private func usualProductionName(in plan: Plan, _ facts: RunFacts) -> Evidence? {
    if let workspace = facts.workspace, namesProduction(workspace.bytes, in: usualWords) {
        return Evidence(words: "workspace \"\(workspace)\"", isCertain: true)
    }
    if let directory = facts.directory, namesProduction(directory.bytes, in: usualPathWords) {
        return Evidence(words: "directory \"\(directory)\"", isCertain: true)
    }
    for name in usualBackendSettings {
        guard let path = AttributePath(name) else { continue }
        for case .string(let text) in facts.plannedState?.backendSettings?.values(along: path.steps)
            ?? []
        where namesProduction(text.bytes, in: usualPathWords) {
            return Evidence(words: "backend \(name)", isCertain: true)
        }
    }
    for variable in plan.variables where isUsualVariable(variable.name) {
        guard let text = variable.value?.scalarText, namesProduction(text, in: usualWords) else {
            continue
        }
        return Evidence(words: "variable \"\(variable.name)\"", isCertain: true)
    }
    if facts.workspace == nil { return .unknown("a workspace") }
    if facts.directory == nil { return .unknown("a directory") }
    return nil
}

/// What backends call the place of a state.
private let usualBackendSettings = ["key", "prefix", "path", "workspaces.name"]

private let usualPathWords = ["prod", "production", "prods", "prd"]
private let usualWords = usualPathWords + ["live"]
private let negations = ["non", "not", "no", "pre"]

private func namesProduction(_ text: [UInt8], in words: [String]) -> Bool {
    var isNegated = false
    for word in text.split(whereSeparator: { !isLetterOrDigit($0) }) {
        let lowercased = String(decoding: word, as: UTF8.self).lowercased()
        let trailing = lowercased.utf8.reversed().prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        if !isNegated, words.contains(String(lowercased.dropLast(trailing.count))) { return true }
        isNegated = negations.contains(lowercased)
    }
    return false
}

private func isUsualVariable(_ name: ByteString) -> Bool {
    let usual = [
        "env", "environment", "stage", "env_name", "environment_name", "stage_name", "env_type",
        "environment_type", "deploy_env", "deployment_environment", "deployment_stage",
        "target_env", "target_environment", "workspace", "tf_env", "app_env",
    ]
    return usual.contains(
        String(name.description.lowercased().map { $0 == "-" ? "_" : $0 }))
}

/// Letters beyond ASCII count as letters.
private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        true
    case _:
        false
    }
}
