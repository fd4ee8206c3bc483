import Diagnostics
import HCL
import TerraformPlan

/// An `account` block of the catalog: where a provider says which account a plan is about.
struct AccountSource: Sendable {
    /// The first word of its resource types, and the name of its configuration: `aws`.
    let provider: String
    let settings: [AttributePath]
    let attributes: [AttributePath]
    let patterns: [RegularExpression]

    /// The account that a text names; nil where it names none.
    func account(in text: [UInt8]) -> ByteString? {
        let text = String(decoding: text, as: UTF8.self)
        for pattern in patterns {
            if let account = pattern.firstGroup(in: text) { return ByteString(account) }
        }
        return nil
    }
}

extension BodyGrammar {
    static let account = BodyGrammar(
        subject: "An account block", attributes: ["settings", "attributes", "patterns"])
}

extension Policy {
    /// The catalog's `account` blocks, read when an environment asks for an account.
    ///
    /// - Returns: nothing where there are none, and so no account is known.
    func accountSources() -> [AccountSource] {
        guard let file = catalogs.file(of: "accounts") else { return [] }
        var reader = PolicyReader()
        return reader.readAccounts(file)
    }
}

extension PolicyReader {
    /// Reads a file of `account` blocks.
    mutating func readAccounts(_ file: SourceFile) -> [AccountSource] {
        let (body, problems) = parse(file)
        diagnostics += problems
        var sources: [AccountSource] = []
        checkNames(
            in: body, against: BodyGrammar(subject: "A catalog", blocks: ["account"]),
            context: nil)
        for block in body.blocks {
            guard let label = label(of: block, owner: file.name) else { continue }
            let context = "account \"\(label.name)\""
            checkNames(in: block.body, against: .account, context: context)
            let paths = { (names: [Identifier]?) in names ?? [] }
            let settings = paths(strings("settings", in: block.body, context: context))
                .compactMap { attributePath($0, context: context) }
            let attributes = paths(strings("attributes", in: block.body, context: context))
                .compactMap { attributePath($0, context: context) }
            var patterns: [RegularExpression] = []
            for text in paths(strings("patterns", in: block.body, context: context)) {
                if let pattern = RegularExpression(validating: text.name) {
                    patterns.append(pattern)
                } else {
                    report(
                        "Invalid regular expression", "It cannot be read.", at: text.range,
                        in: context)
                }
            }
            sources.append(
                AccountSource(
                    provider: label.name, settings: settings, attributes: attributes,
                    patterns: patterns))
        }
        return sources
    }
}
