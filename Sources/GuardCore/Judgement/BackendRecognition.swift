import TerraformPlan

extension EnvironmentMatch {
    /// What the backend block's patterns come to: a setting that is not configured, or that comes
    /// from the environment, is not known.
    ///
    /// Values may be credentials: only the names of settings are told.
    func evidence(
        ofBackend state: PlannedState?, _ patterns: [(name: AttributePath, values: [Glob])]
    ) -> Evidence? {
        guard let type = state?.backend else { return .unknown("a backend") }
        var unknown: String?
        for (name, globs) in patterns {
            if name.text == "type" {
                guard globs.contains(where: { $0.matches(type.bytes) }) else { return nil }
                continue
            }
            guard let settings = state?.backendSettings else {
                unknown = unknown ?? name.text
                continue
            }
            let values = settings.values(along: name.steps)
            // A backend of another type does not have the setting at all.
            guard !values.isEmpty else { return nil }
            let isMatched = values.contains { value in
                value.scalar.map { text in globs.contains { $0.matches(text) } } ?? false
            }
            if isMatched { continue }
            guard values.contains(.null) else { return nil }
            unknown = unknown ?? name.text
        }
        if let unknown { return .unknown("the backend's \(unknown)") }
        let names = patterns.map(\.name.text).joined(separator: " and ")
        return Evidence(words: "backend \(names)", isCertain: true)
    }

    /// Any of the accounts a plan is about suffices, and all of them have to be known ones for what
    /// relaxes.
    func evidence(ofAccounts accounts: Accounts?, _ patterns: [Glob]) -> Evidence? {
        if let accounts, !accounts.isAboutAny { return nil }
        guard let accounts, !(accounts.known.isEmpty && accounts.claimed.isEmpty) else {
            return .unknown("an account")
        }
        func matches(_ account: ByteString) -> Bool {
            patterns.contains { $0.matches(account.bytes) }
        }
        let all = accounts.known + accounts.claimed
        guard let found = all.first(where: matches) else { return nil }
        return Evidence(
            words: "account \"\(found)\"",
            isCertain: accounts.claimed.isEmpty && all.allSatisfy(matches))
    }
}

extension JSONValue {
    /// A string, number or truth value as a backend block would have it in a string.
    fileprivate var scalar: [UInt8]? {
        switch self {
        case .string(let text), .number(let text): text.bytes
        case .bool(let bool): Array((bool ? "true" : "false").utf8)
        case .null, .array, .object: nil
        }
    }
}
