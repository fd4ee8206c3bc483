package import TerraformPlan

/// How a plan was made, as far as it is known; nil is not known.
package struct PlanningFacts: Sendable {
    package var mode: PlanMode?
    /// The addresses of `-target`.
    package var targets: [ByteString]?
    /// The addresses of OpenTofu's `-exclude`.
    package var excludes: [ByteString]?
    /// The addresses of `-replace`.
    package var replaces: [ByteString]?
    /// False with `-refresh=false`.
    package var isRefreshed: Bool?
    /// False with `-lock=false`.
    package var isLocked: Bool?

    package init(
        mode: PlanMode? = nil, targets: [ByteString]? = nil, excludes: [ByteString]? = nil,
        replaces: [ByteString]? = nil, isRefreshed: Bool? = nil, isLocked: Bool? = nil
    ) {
        self.mode = mode
        self.targets = targets
        self.excludes = excludes
        self.replaces = replaces
        self.isRefreshed = isRefreshed
        self.isLocked = isLocked
    }
}

/// What is known of the state that a plan would change; nil is not known.
package struct PlannedState: Sendable {
    /// `s3`, `local`.
    package var backend: ByteString?
    /// The backend's configuration.
    ///
    /// May hold credentials: compared, never printed, never kept.
    package var backendSettings: JSONValue?
    package var lineage: ByteString?
    package var serial: UInt64?
    /// Managed objects before the plan.
    package var resourceCount: Int?
    package var isEmpty: Bool?

    package init(
        backend: ByteString? = nil, backendSettings: JSONValue? = nil, lineage: ByteString? = nil,
        serial: UInt64? = nil, resourceCount: Int? = nil, isEmpty: Bool? = nil
    ) {
        self.backend = backend
        self.backendSettings = backendSettings
        self.lineage = lineage
        self.serial = serial
        self.resourceCount = resourceCount
        self.isEmpty = isEmpty
    }
}

/// What git and the pipeline say of the folder.
///
/// Declared by whoever runs tfguard, so that it only ever tightens.
package struct VersionControlFacts: Sendable {
    package var branch: ByteString?
    package var commit: ByteString?
    /// Nil where it is not known.
    package var isDirty: Bool?
    /// Its number.
    package var pullRequest: ByteString?
    /// The address of whoever made the commit.
    package var author: ByteString?

    package init(
        branch: ByteString? = nil, commit: ByteString? = nil, isDirty: Bool? = nil,
        pullRequest: ByteString? = nil, author: ByteString? = nil
    ) {
        self.branch = branch
        self.commit = commit
        self.isDirty = isDirty
        self.pullRequest = pullRequest
        self.author = author
    }
}
