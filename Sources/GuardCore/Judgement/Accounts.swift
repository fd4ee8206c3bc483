import TerraformPlan

/// The accounts that a plan is about, as far as it says.
struct Accounts: Sendable {
    /// What a provider's own configuration says, or objects that are there already.
    var known: [ByteString] = []
    /// What the configuration takes from variables, which whoever types the command sets as he likes.
    var claimed: [ByteString] = []
    /// Whether anything of the plan is in an account at all, as far as the catalog knows of any.
    var isAboutAny = false

    /// Looks for them.
    ///
    /// - Parameters:
    ///   - plan: its provider configurations, and the changed objects as they are.
    ///   - sources: where the catalog says to look.
    init(of plan: Plan, by sources: [AccountSource]) {
        for configuration in plan.providerConfigurations {
            for source in sources where configuration.name == ByteString(source.provider) {
                isAboutAny = true
                for path in source.settings {
                    note(source, configuration.expressions.values(along: path.steps), plan)
                }
            }
        }
        let prefixes = sources.map { Array(($0.provider + "_").utf8) }
        for row in plan.changes {
            for (source, prefix) in zip(sources, prefixes)
            where row.type.bytes.starts(with: prefix) {
                isAboutAny = true
                guard let before = row.before else { continue }
                for path in source.attributes {
                    for case .string(let text) in before.values(at: path) {
                        if let account = source.account(in: text) { add(account) }
                    }
                }
            }
        }
    }

    /// One setting of a provider: `{"constant_value": …}` or `{"references": ["var.account"]}`.
    private mutating func note(_ source: AccountSource, _ settings: [JSONValue], _ plan: Plan) {
        for setting in settings {
            for text in setting["constant_value"]?.scalarTexts ?? [] {
                if let account = source.account(in: text) { add(account) }
            }
            for reference in setting["references"]?.scalarTexts ?? [] where reference.isVariable {
                let name = ByteString(bytes: Array(reference.dropFirst(4)))
                guard let variable = plan.variables.first(where: { $0.name == name }) else {
                    continue
                }
                for text in variable.value?.value.scalarTexts ?? [] {
                    if let account = source.account(in: text), !claimed.contains(account) {
                        claimed.append(account)
                    }
                }
            }
        }
    }

    private mutating func add(_ account: ByteString) {
        if !known.contains(account) { known.append(account) }
    }
}

/// One entry of a plan's `configuration.provider_config`.
private struct ProviderConfiguration {
    let name: ByteString
    let expressions: JSONValue
}

extension Plan {
    fileprivate var providerConfigurations: [ProviderConfiguration] {
        guard case .object(let members)? = providerConfiguration?.value else { return [] }
        return members.compactMap { member in
            guard case .string(let name)? = member.value["name"],
                let expressions = member.value["expressions"]
            else { return nil }
            return ProviderConfiguration(name: name, expressions: expressions)
        }
    }
}

extension [UInt8] {
    fileprivate var isVariable: Bool { starts(with: "var.".utf8) && count > 4 }
}

extension JSONValue {
    /// What stands at the end of a path, with lists on the way looked through.
    func values(along steps: ArraySlice<ByteString>) -> [JSONValue] {
        // Configurations and backends nest no deeper than a person writes; a path is short.
        if case .array(let elements) = self, !steps.isEmpty {
            return elements.flatMap { element in
                if case .array = element { return [JSONValue]() }
                return element.values(along: steps)
            }
        }
        guard let step = steps.first else { return [self] }
        guard let next = self[step] else { return [] }
        return next.values(along: steps.dropFirst())
    }

    /// A string or number, or those of a list.
    fileprivate var scalarTexts: [[UInt8]] {
        switch self {
        case .string(let text), .number(let text): [text.bytes]
        case .array(let elements):
            elements.compactMap { element in
                switch element {
                case .string(let text), .number(let text): text.bytes
                case .null, .bool, .array, .object: nil
                }
            }
        case .null, .bool, .object: []
        }
    }
}
