package import Diagnostics

/// The built-in catalogs, one for each provider.
///
/// They are large, and a plan has a few providers: each is fetched when something of its provider is
/// met, and most never are.
package struct Catalogs: Sendable {
    private let names: @Sendable () -> [String]
    private let fetch: @Sendable (String) -> StandingText?

    /// - Parameters:
    ///   - names: the providers that have a catalog.
    ///   - fetch: the text of `policies/catalog/<provider>.hcl`, or nil where there is none.
    package init(
        names: @escaping @Sendable () -> [String],
        fetch: @escaping @Sendable (String) -> StandingText?
    ) {
        self.names = names
        self.fetch = fetch
    }

    /// In alphabetical order.
    ///
    /// `accounts.hcl` lies beside them, and is about all of them.
    package var providers: [String] { names().filter { $0 != "accounts" }.sorted() }

    /// A copy of a catalog.
    package func file(of provider: String) -> SourceFile? { fetch(provider)?.file }

    func text(of provider: String) -> StandingText? { fetch(provider) }

    /// The provider that a type belongs to by its name: `aws` for `aws_instance`.
    static func provider(of type: some Collection<UInt8>) -> String {
        String(decoding: type.prefix { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }
}

extension Catalogs: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, SourceFile)...) {
        self.init(elements)
    }

    package init(_ files: [(String, SourceFile)]) {
        self.init(
            names: { files.map(\.0) },
            fetch: { provider in
                files.first { $0.0 == provider }.map { StandingText($0.1) }
            })
    }
}
