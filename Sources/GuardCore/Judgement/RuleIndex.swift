import Diagnostics
import TerraformPlan

/// The rules and limits that are about this run, and what is known of each type it meets.
///
/// A plan may have a hundred thousand rows and few types, so everything that depends on the type
/// alone is worked out once for each: its description, and the rules its name, category and severity
/// leave.
struct RuleIndex {
    private let rules: [Rule]
    /// What of the addresses of each rule an index of them looks for.
    private let triples: [[UInt32]?]
    let limits: [Limit]
    private let policy: Policy
    /// The types that were met, with what is known of each, and of copies of each.
    private var types = ByteStringTable()
    private var entries: [Entry] = []
    private var replicas: [Entry?] = []
    /// The catalogs that were read, of few providers.
    private var catalogs: [(provider: String, text: CatalogText)] = []
    /// The built-in catalogs that were read.
    private(set) var digests: [PolicyDigest] = []
    /// The providers whose catalog has an error in what was read of it, with the error.
    private(set) var unreadable: [(provider: String, reason: String)] = []
    /// The settings of providers that make a deletion worse, and are so in this run.
    private(set) var settings: [(setting: ProviderSetting, state: ProviderSettingState)] = []
    private let providerConfiguration: JSONText?
    /// Who asks.
    private let actors: WordSet<Actor>

    /// What is known of a type.
    final class Entry: Sendable {
        let description: ResourceDescription
        /// The rules that may be about a resource of the type.
        let rules: [Rule]
        /// The actions of each of them, side by side, because most rules are about other actions
        /// than a row's.
        let actions: [EffectSet]
        /// Which of them may be about an address.
        let addresses: AddressIndex
        /// The limits that may be, as positions in `limits`.
        let limits: [Int]
        /// The settings of its provider that make its loss worse.
        let settings: [ProviderSetting]

        init(
            _ description: ResourceDescription, rules: [Rule], triples: [[UInt32]?], limits: [Int],
            settings: [ProviderSetting]
        ) {
            self.description = description
            self.settings = settings
            self.rules = rules
            self.limits = limits
            actions = rules.map(\.scope.actions)
            addresses = AddressIndex(requiring: triples)
        }
    }

    /// - Parameters:
    ///   - policy: all layers.
    ///   - run: what of them is about this run.
    ///   - providerConfiguration: how the plan says that its providers are configured.
    init(_ policy: Policy, in run: JudgedRun, providerConfiguration: JSONText? = nil) {
        self.policy = policy
        actors = run.facts.actors
        self.providerConfiguration = providerConfiguration
        rules = policy.rules.filter { run.mayConcern($0.scope, of: $0.source.origin) }
            .map { rule in
                let exceptions = rule.exceptions.filter {
                    run.isCovered(by: $0, of: rule.source.origin)
                }
                let isCertain =
                    rule.decision >= .confirm
                    || run.isCovered(by: rule.scope, of: rule.source.origin)
                return exceptions.count == rule.exceptions.count && isCertain
                    ? rule : Rule(rule, exceptions: exceptions, isCertain: isCertain)
            }
        triples = rules.map { AddressIndex.triples(of: $0.scope.addresses) }
        limits = policy.limits.filter { run.mayConcern($0.scope, of: $0.source.origin) }
            .map { limit in
                Limit(
                    limit,
                    exceptions: limit.exceptions.filter {
                        run.isCovered(by: $0, of: limit.source.origin)
                    })
            }
    }

    /// An index of no rules: what is known of types by who asks.
    init(typesOf policy: Policy, askedBy actors: WordSet<Actor> = [.human]) {
        self.policy = policy
        self.actors = actors
        providerConfiguration = nil
        rules = []
        triples = []
        limits = []
    }

    mutating func entry(for type: ByteString) -> Entry {
        entries[place(of: type)]
    }

    /// Gathers what is known of a type, if nobody has asked for it before.
    mutating func learn(_ type: ByteString) {
        _ = place(of: type)
    }

    private mutating func place(of type: ByteString) -> Int {
        let (place, isNew) = types.insert(type)
        guard isNew else { return place }
        // Before anything else: it reads the catalog, and with it the provider's settings.
        let description = description(of: type)
        entries.append(entry(for: type, description))
        replicas.append(nil)
        return place
    }

    /// What is known of an object: of one that is a copy, that it is.
    mutating func entry(for row: ResourceChange) -> Entry {
        let place = place(of: row.type)
        let entry = entries[place]
        guard !entry.description.relations.replicaOf.isEmpty, entry.description.isReplica(row)
        else { return entry }
        if let known = replicas[place] { return known }
        let replica = self.entry(for: row.type, entry.description.ofReplica)
        replicas[place] = replica
        return replica
    }

    private func entry(for type: ByteString, _ description: ResourceDescription) -> Entry {
        let about = rules.indices.filter { rules[$0].scope.isAbout(type: type.bytes, description) }
        return Entry(
            description, rules: about.map { rules[$0] }, triples: about.map { triples[$0] },
            limits: limits.indices.filter {
                limits[$0].scope.isAbout(type: type.bytes, description)
            },
            settings: settings.map(\.setting).filter { setting in
                setting.types.contains { $0.matches(type.bytes) }
            })
    }

    /// What the layers say of a type, from the one that counts most in a question of taste, such as
    /// which attribute names the thing.
    mutating func description(of type: ByteString) -> ResourceDescription {
        let builtin = catalogBlock(for: type)
        let said = policy.resources[type].map { described in
            mayRelieve(described, of: type, inCatalog: builtin != nil)
                ? described
                : DescribedTypes.LayeredBlock(
                    origin: described.origin, block: described.block.withoutRelief)
        }
        let near = said.filter { $0.layer == .system } + said.filter { $0.layer == .project }
        let far = said.filter { $0.layer == .builtin } + said.filter { $0.layer == .flag }
        return ResourceDescription(
            near.map(\.block) + (builtin.map { [$0] } ?? []) + far.map(\.block))
    }

    /// Whether a block may make the loss of a type look smaller.
    private func mayRelieve(
        _ described: DescribedTypes.LayeredBlock, of type: ByteString, inCatalog isKnown: Bool
    ) -> Bool {
        switch described.layer {
        case .builtin, .system:
            return true
        case .flag:
            return false
        case .project:
            let others = policy.resources[type]
            return !isKnown && described.origin.isTrusted(by: actors)
                && others.allSatisfy { other in
                    other.layer != .builtin && described.origin.mayRelax(other.origin)
                }
        }
    }

    /// What the catalog of the type's provider says.
    private mutating func catalogBlock(for type: ByteString) -> ResourceBlock? {
        let provider = Catalogs.provider(of: type.bytes)
        guard let place = catalog(of: provider) else { return nil }
        let (block, diagnostics) = catalogs[place].text.block(for: type)
        if let error = diagnostics.first(where: { $0.severity == .error }) {
            unreadable.append((provider, error.summary))
        }
        return block
    }

    /// Where the catalog of a provider is among those that were read.
    private mutating func catalog(of provider: String) -> Int? {
        if let known = catalogs.firstIndex(where: { $0.provider == provider }) { return known }
        guard let text = policy.catalogs.text(of: provider) else { return nil }
        digests.append(PolicyDigest(of: text, layer: .builtin))
        let catalog = CatalogText(text)
        catalogs.append((provider, catalog))
        let (found, diagnostics) = catalog.settings()
        if let error = diagnostics.first(where: { $0.severity == .error }) {
            unreadable.append((provider, error.summary))
        }
        for setting in found {
            let state = setting.state(in: providerConfiguration, provider: provider)
            if state != .safe { settings.append((setting, state)) }
        }
        return catalogs.count - 1
    }
}
