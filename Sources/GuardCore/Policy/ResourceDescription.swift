import TerraformPlan

/// What one `resource` block says of a type.
struct ResourceBlock: Sendable {
    var category: Category?
    var severity: Severity?
    var identity: [AttributePath] = []
    var protections: [Predicate] = []
    var disarms: [Predicate] = []
    var recovery: String?
    /// What the provider makes of an argument that is not there.
    var defaults: [(path: AttributePath, value: AttributeValue)] = []
    var harms: [Harm] = []
    var overwrites: [Overwrite] = []
    var relations = ResourceRelations()
}

/// What the catalog knows of a type beside the type itself.
struct ResourceRelations: Sendable {
    /// Whether it is a lock on something else, so that deleting it is the disarm.
    var isLock = false
    /// What it holds that a plan does not list: `"every resource of the group"`.
    var container: String?
    /// The attributes that others are named by or opened with, where it makes them up.
    var generated: [AttributePath] = []
    /// The attributes that, where they are set, make it a copy of another.
    var replicaOf: [AttributePath] = []
    /// The attribute that names what it is a backup of, and the types that can be.
    var backupOf: [(path: AttributePath, types: [String])] = []
    /// Automated backups go with it where one of these holds; nil where it has none.
    var backupsDie: [Predicate]?
    /// Deleting it leaves a last backup behind where all of these hold; nil where it never does.
    var finalSnapshot: [Predicate]?
    /// What a backend's configuration calls it: type `s3`, argument `bucket`.
    var backends: [(type: String, argument: String)] = []
    /// The attributes whose change replaces it.
    var forceNew: [AttributePath] = []

    /// Takes over what another block says and this one does not.
    mutating func formUnion(_ other: ResourceRelations) {
        isLock = isLock || other.isLock
        container = container ?? other.container
        generated += other.generated
        replicaOf += other.replicaOf
        backupOf += other.backupOf
        backupsDie = backupsDie ?? other.backupsDie
        finalSnapshot = finalSnapshot ?? other.finalSnapshot
        backends += other.backends
        forceNew += other.forceNew
    }
}

extension ResourceBlock {
    /// Without what makes a loss look smaller than it would without the block: that it is a copy, that
    /// a last backup stays behind, that the provider guards it by itself, that a new one is as good.
    var withoutRelief: ResourceBlock {
        var block = self
        block.defaults = []
        block.relations.replicaOf = []
        block.relations.backupsDie = nil
        block.relations.finalSnapshot = nil
        if block.severity == .low { block.severity = nil }
        return block
    }
}

/// What the `resource` blocks of the layers say, by type.
struct DescribedTypes: Sendable {
    private var names = ByteStringTable()
    private var blocks: [[LayeredBlock]] = []

    /// A block, and the layer that says it.
    struct LayeredBlock: Sendable {
        let origin: PolicyOrigin
        let block: ResourceBlock

        var layer: PolicyLayer { origin.layer }
    }

    /// In the order in which each was first described.
    var types: [ByteString] { names.strings }

    /// The blocks about a type, in the order of the sources.
    subscript(type: ByteString) -> [LayeredBlock] { names.place(of: type).map { blocks[$0] } ?? [] }

    mutating func append(_ block: ResourceBlock, of origin: PolicyOrigin, to type: ByteString) {
        let (place, isNew) = names.insert(type)
        if isNew { blocks.append([]) }
        blocks[place].append(LayeredBlock(origin: origin, block: block))
    }
}

/// What is known of a type, after every block about it has been heard.
///
/// A block adds and never takes away, so that no project makes its database a harmless thing:
///
/// - the strictest severity counts, whoever says it;
/// - a rule that names any category that any block gives the type is about it; shown is the one that
///   came with the strictest severity;
/// - protections, disarms and identities are those of all blocks; the identities that a nearer layer
///   gives are tried first;
/// - what makes a loss look smaller is the catalog's and root's to say; of a type of which they say
///   nothing, it is for who owns the project, as an override of what the built-in policy says.
///
/// A type that no block describes has no severity, and is never safe.
///
/// A class, because it is handed around for every row of a plan.
final class ResourceDescription: Sendable {
    let category: Category?
    let categories: WordSet<Category>
    let severity: Severity?
    let identity: [AttributePath]
    let protections: [Predicate]
    let disarms: [Predicate]
    let recovery: String?
    let defaults: [(path: AttributePath, value: AttributeValue)]
    let harms: [Harm]
    let overwrites: [Overwrite]
    let relations: ResourceRelations
    /// Whether it is what is known of an object that is a copy of another.
    let isOfReplica: Bool

    /// - Parameter blocks: nearest layer first.
    init(_ blocks: [ResourceBlock]) {
        var category: Category?
        var categories = WordSet<Category>()
        var severity: Severity?
        var relations = ResourceRelations()
        for block in blocks {
            if let named = block.category {
                categories.insert(named)
                if category == nil { category = named }
            }
            if let said = block.severity, severity.map({ $0 < said }) ?? true {
                severity = said
                category = block.category ?? category
            }
            relations.formUnion(block.relations)
        }
        // Who says that a type holds data does not mean what is said of one that holds none.
        recovery =
            blocks.first {
                $0.recovery != nil && ($0.category == nil || $0.category == category)
            }?.recovery
        self.category = category
        self.categories = categories
        self.severity = severity
        self.relations = relations
        identity = blocks.flatMap(\.identity)
        protections = blocks.flatMap(\.protections)
        disarms = blocks.flatMap(\.disarms)
        defaults = blocks.flatMap(\.defaults)
        harms = blocks.flatMap(\.harms)
        overwrites = blocks.flatMap(\.overwrites)
        isOfReplica = false
    }

    private init(ofReplicaOf description: ResourceDescription, severity: Severity?) {
        category = description.category
        categories = description.categories
        self.severity = severity
        identity = description.identity
        protections = description.protections
        disarms = description.disarms
        recovery = description.recovery
        defaults = description.defaults
        harms = description.harms
        overwrites = description.overwrites
        relations = description.relations
        isOfReplica = true
    }

    /// What is known of an object that is a copy of another: losing it is one step less severe, and
    /// still nothing that a new one makes good.
    var ofReplica: ResourceDescription {
        switch severity {
        case .critical: ResourceDescription(ofReplicaOf: self, severity: .high)
        case .high: ResourceDescription(ofReplicaOf: self, severity: .medium)
        case .medium, .low, nil: ResourceDescription(ofReplicaOf: self, severity: severity)
        }
    }

    /// Whether any block describes the type.
    var isKnown: Bool { category != nil || severity != nil }
}
