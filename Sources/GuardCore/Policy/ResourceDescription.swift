/// What one `resource` block says of a type.
struct ResourceBlock: Sendable {
    var category: Category?
    var severity: Severity?
    var identity: [AttributePath] = []
    var protections: [Predicate] = []
    var disarms: [Predicate] = []
    var recovery: String?
}

/// What is known of a type, after every block about it has been heard.
///
/// A block adds and never takes away, so that no project makes its database a harmless thing:
///
/// - the strictest severity counts, whoever says it;
/// - a rule that names any category that any block gives the type is about it; shown is the one that
///   came with the strictest severity;
/// - protections, disarms and identities are those of all blocks; the identities that a nearer layer
///   gives are tried first.
///
/// A type that no block describes has no severity, and is never safe.
struct ResourceDescription: Sendable {
    private(set) var category: Category?
    private(set) var categories: Set<Category> = []
    private(set) var severity: Severity?
    private(set) var identity: [AttributePath] = []
    private(set) var protections: [Predicate] = []
    private(set) var disarms: [Predicate] = []
    private(set) var recovery: String?

    /// - Parameter blocks: nearest layer first.
    init(_ blocks: [ResourceBlock]) {
        for block in blocks {
            if let category = block.category {
                categories.insert(category)
                if self.category == nil { self.category = category }
            }
            if let severity = block.severity, self.severity.map({ $0 < severity }) ?? true {
                self.severity = severity
                category = block.category ?? category
            }
            identity += block.identity
            protections += block.protections
            disarms += block.disarms
            recovery = recovery ?? block.recovery
        }
    }

    /// Whether any block describes the type.
    var isKnown: Bool { category != nil || severity != nil }
}
