import HCL

/// A `when`, with what it reads: nothing else is worked out for it.
struct Condition: Sendable {
    let expression: Expression
    /// Each variable with the first attribute that is named of it; nil for all of them.
    private let reads: [(variable: String, attribute: String?)]

    init(_ expression: Expression) {
        self.expression = expression
        reads = expression.references.map { reference in
            (reference.variable.name, reference.path.dropFirst().first?.name)
        }
    }

    /// Whether it reads a variable, or what it may read of it.
    func reads(_ variable: String, _ attribute: String? = nil) -> Bool {
        reads.contains { read in
            read.variable == variable
                && (attribute == nil || read.attribute == nil || read.attribute == attribute)
        }
    }
}

extension Condition {
    /// The variables there are, each with the attributes it has; none are listed of what is a value
    /// itself.
    static let vocabulary: [String: Set<String>] = [
        "change": [
            "address", "type", "name", "module", "provider", "actions", "effects", "reason",
            "before", "after", "after_unknown", "changed", "replace_paths", "importing", "deposed",
            "previous_address", "category", "severity", "identity", "protections_lost",
        ],
        "plan": [
            "mode", "targets", "excludes", "replaces", "refreshed", "locked", "counts",
            "workspace", "terraform_version", "variables",
        ],
        "state": ["backend", "lineage", "serial", "resources", "empty"],
        "vcs": ["branch", "commit", "dirty", "pull_request", "author"],
        "environments": [], "actors": [], "time": [],
    ]
}

extension Policy {
    /// Whether any condition asks what git says of the folder, which takes a process to find out.
    package var readsVersionControl: Bool { conditions.contains { $0.reads("vcs") } }
}
