import HCL
import TerraformPlan

/// A `when`, with what it reads: nothing else is worked out for it.
struct Condition: Sendable {
    let expression: Expression
    /// Each variable with the first attribute that is named of it; nil for all of them.
    private let reads: [(variable: String, attribute: String?)]

    /// The attributes that are named of the object before and after; nil where any may be read.
    let partsOfBefore: [ByteString]?
    let partsOfAfter: [ByteString]?

    init(_ expression: Expression) {
        self.expression = expression
        let references = expression.references
        reads = references.map { reference in
            (reference.variable.name, reference.path.dropFirst().first?.name)
        }
        partsOfBefore = references.parts(of: "before")
        partsOfAfter = references.parts(of: "after")
    }

    /// Whether it reads a variable, or what it may read of it.
    func reads(_ variable: String, _ attribute: String? = nil) -> Bool {
        reads.contains { read in
            read.variable == variable
                && (attribute == nil || read.attribute == nil || read.attribute == attribute)
        }
    }
}

extension [Reference] {
    /// The attributes that are named of an attribute of the change; nil where any may be read.
    fileprivate func parts(of attribute: String) -> [ByteString]? {
        var parts: [ByteString] = []
        for path in map(\.path) where path[0].name == "change" {
            guard path.count > 1 else { return nil }
            guard path[1].name == attribute else { continue }
            // A name beyond ASCII can be spelled in several ways, of which bytes know nothing.
            guard path.count > 2, path[2].name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
            parts.append(ByteString(path[2].name))
        }
        return parts
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
