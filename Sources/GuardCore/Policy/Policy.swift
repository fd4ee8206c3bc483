package import Diagnostics
package import TerraformPlan

/// Which layer a policy file belongs to.
package enum PolicyLayer: String, CaseIterable, Sendable {
    case system
    case project
    case flag
    case builtin
}

/// A policy file as it was found, before it is read.
package struct PolicySource: Sendable {
    package let layer: PolicyLayer
    package let file: SourceFile
    /// Its name without the commit that it is of, the same for every version of it.
    package let place: String
    /// The real path of the folder that holds it, which `directory` globs are relative to; nil for
    /// a built-in one.
    package let directory: ByteString?
    /// How many project files stand nearer to the root module, or nearer than the file that this one
    /// belongs to: what a project file relaxes never reaches a file further up.
    package let distance: Int
    /// Whether nobody but root could have written the file, or put another in its place; or else a
    /// second person has seen it.
    package let isAnchored: Bool
    /// Whether it is anchored by git's word alone, which whoever writes to `.git` can forge.
    package let isCommitted: Bool
    /// Whether the file is one of the shipped ones, which belongs to the layer that extends it.
    package let isShipped: Bool
    /// The reference whose version of the file this is, where that counts beside the one that lies in
    /// the folder, and only tightens; nil for every other file.
    package let reviewedAt: String?

    package init(
        layer: PolicyLayer, file: SourceFile, place: String? = nil, directory: ByteString?,
        distance: Int = 0, isAnchored: Bool = false, isCommitted: Bool = false,
        isShipped: Bool = false, reviewedAt: String? = nil
    ) {
        self.layer = layer
        self.file = file
        self.place = place ?? file.name
        self.directory = directory
        self.distance = distance
        self.isAnchored = isAnchored
        self.isCommitted = isCommitted
        self.isShipped = isShipped
        self.reviewedAt = reviewedAt
    }

    var origin: PolicyOrigin {
        PolicyOrigin(
            layer: layer, distance: distance,
            isAnchored: isAnchored || layer == .system || layer == .builtin,
            isCommitted: isCommitted, isReviewed: reviewedAt != nil)
    }

    /// The layer as a finding names it: `project`, `builtin:default`, `project at origin/HEAD`.
    var layerName: String {
        switch layer {
        case .system, .project, .flag:
            (isShipped ? file.name : layer.rawValue) + (reviewedAt.map { " at \($0)" } ?? "")
        case .builtin: file.name
        }
    }
}

/// All layers of policy, read and checked.
package struct Policy: Sendable {
    package var digests: [PolicyDigest] = []

    var rules: [Rule] = []
    var limits: [Limit] = []
    var commands: [CommandRule] = []
    var relaxations: [Relaxation] = []
    var observations: [Observation] = []
    var windows: [Window] = []
    var approvals: [ApprovalsBlock] = []
    var breakGlasses: [BreakGlass] = []
    var states: [StateRule] = []
    var audits: [AuditBlock] = []
    var identities: [IdentityBlock] = []
    var evidences: [EvidenceBlock] = []
    var rehearsals: [RehearsalBlock] = []
    var applies: [ApplyBlock] = []
    /// What was handed in of the time zones that windows name.
    var timeZones: [String: TimeZone] = [:]
    var environments: [EnvironmentDefinition] = []
    /// Every `when`, for what has to be known to decide them.
    var conditions: [Condition] = []
    /// What the `resource` blocks of the layers say, by type, in the order of the sources.
    var resources = DescribedTypes()
    /// The built-in catalogs: a judgement reads what they say of the types it meets.
    var catalogs: Catalogs = [:]
}

/// Reads all layers.
///
/// - Parameters:
///   - sources: system files first, then project files from the nearest to the root module outward,
///     then `-policy` files, then the built-in ones.
///   - catalogs: the text of each `policies/catalog/<provider>.hcl`.
/// - Returns: the policy, or nil where any diagnostic is an error.
package func readPolicy(
    _ sources: [PolicySource], catalogs: Catalogs
) -> (policy: Policy?, diagnostics: [Diagnostic]) {
    var reader = PolicyReader()
    if sources.contains(where: { $0.reviewedAt != nil }) { reader.rememberBlocks(of: sources) }
    for source in sources { reader.read(source) }
    reader.checkTheWhole()
    guard !reader.diagnostics.contains(where: { $0.severity == .error }) else {
        return (nil, reader.diagnostics)
    }
    var policy = reader.policy
    policy.catalogs = catalogs
    return (policy, reader.diagnostics)
}
