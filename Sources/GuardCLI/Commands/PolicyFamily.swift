import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// Policy files with everything they extend.
///
/// A file that is extended belongs to the layer of the file that extends it, as far up as that one.
/// Where two extend the same, it belongs to the one that fewer others can relax, once.
struct PolicyFamily {
    private(set) var sources: [PolicySource] = []
    private var places: [Member: Int] = [:]
    /// The commit that the project's files are read from; nil for the files as they are.
    private let revision: PolicyRevision?
    /// The reference that is trusted, where that is known from elsewhere.
    private let reference: String?

    init(revision: PolicyRevision? = nil, trusting reference: String? = nil) {
        self.revision = revision
        self.reference = reference
    }

    /// A file by its real path, or a shipped policy by its name.
    private enum Member: Hashable {
        case file(FilePath)
        case shipped(String)
    }

    /// The real paths of those that are files.
    var files: [FilePath] {
        places.keys.compactMap { member in
            switch member {
            case .file(let path): path
            case .shipped: nil
            }
        }
    }

    /// Files that extend one another are few; more are a mistake.
    private static let mostFiles = 100

    /// Adds a file and what it extends.
    ///
    /// - Throws: a refusal where any of them cannot be read, or extends itself.
    mutating func add(_ path: FilePath, layer: PolicyLayer, distance: Int = 0) throws {
        let source = try read(path, layer: layer, distance: distance)
        try add(source, as: member(at: path), extendedBy: [])
    }

    private func read(
        _ path: FilePath, layer: PolicyLayer, distance: Int
    ) throws -> PolicySource {
        if layer == .project, let revision, revision.holds(path) {
            return try revision.source(at: path, distance: distance, trusting: trustedReference)
        }
        return try policySource(
            at: path, layer: layer, distance: distance, trusting: trustedReference)
    }

    private func member(at path: FilePath) throws(SystemError) -> Member {
        if let revision, revision.holds(path) { return .file(path.withoutDots) }
        return .file(try path.resolved())
    }

    /// The reference that the system's files name, or the remote's default branch.
    var trustedReference: String {
        reference ?? sources.lazy.filter { $0.layer == .system }.compactMap {
            trustedReferenceName(in: $0.file)
        }
        .first ?? defaultTrustedReference
    }

    private mutating func add(
        _ source: PolicySource, as member: Member, extendedBy chain: [Member]
    ) throws {
        if let place = places[member] {
            guard source.isHarderToRelax(than: sources[place]) else { return }
            sources[place] = source
        } else {
            guard sources.count < Self.mostFiles else {
                throw Refusal(
                    .policyError, "Too many policy files",
                    "More than \(Self.mostFiles) files extend one another.")
            }
            places[member] = sources.count
            sources.append(source)
        }
        for entry in extensions(of: source.file) {
            try add(entry, of: source, chain: chain + [member])
        }
    }

    private mutating func add(
        _ entry: PolicyExtension, of source: PolicySource, chain: [Member]
    ) throws {
        let extended: PolicySource
        let member: Member
        switch entry.target {
        case .shipped(let name):
            extended = try shippedPolicy(name, extendedBy: source, at: entry.range)
            member = .shipped(name)
        case .file(let text):
            guard let typed = FilePath(text), let folder = source.directory,
                let base = FilePath(bytes: folder.bytes)
            else {
                throw refusal(
                    "No such policy", "\"\(text)\" names no file.", at: entry.range)
            }
            let path = base.appending(typed)
            do throws(SystemError) {
                member = try self.member(at: path)
            } catch {
                throw refusal(
                    "No such policy",
                    "\(error) A path is relative to the folder of the file that names it; a shipped "
                        + "policy is written \"builtin:strict\".",
                    at: entry.range)
            }
            extended = try read(path, layer: source.layer, distance: source.distance)
        }
        guard !chain.contains(member) else {
            throw refusal(
                "Policy that extends itself",
                "\(extended.file.name) leads back to itself. Take it out of one of the files.",
                at: entry.range)
        }
        try add(extended, as: member, extendedBy: chain)
    }

    private func shippedPolicy(
        _ name: String, extendedBy source: PolicySource, at range: SourceRange
    ) throws(Refusal) -> PolicySource {
        guard name != "default" else {
            throw refusal(
                "Policy that is there already",
                "builtin:default is always a layer. Take it out of the list.", at: range)
        }
        guard let bytes = EmbeddedFiles.bytes(of: "\(name).hcl"),
            shippedPolicyNames.contains(name)
        else {
            let names = shippedPolicyNames.map { "\"builtin:\($0)\"" }.joined(separator: ", ")
            throw refusal(
                "No such policy",
                "There is no shipped policy \"\(name)\"."
                    + didYouMean(name, among: shippedPolicyNames)
                    + " Those that exist are \(names).",
                at: range)
        }
        return PolicySource(
            layer: source.layer, file: SourceFile(name: "builtin:\(name)", bytes: bytes),
            directory: nil, distance: source.distance, isAnchored: source.isAnchored,
            isCommitted: source.isCommitted, isShipped: true)
    }

    private func refusal(_ summary: String, _ detail: String, at range: SourceRange) -> Refusal {
        Refusal(.policyError, [Diagnostic(summary, detail: detail, at: range)])
    }
}

/// The shipped policies that a policy can extend.
let shippedPolicyNames: [String] = EmbeddedFiles.paths
    .filter { $0.hasSuffix(".hcl") && !$0.contains("/") && $0 != "default.hcl" }
    .map { String($0.dropLast(".hcl".count)) }

extension PolicySource {
    /// Whether fewer others can relax it: the system alone, or files further up.
    fileprivate func isHarderToRelax(than other: PolicySource) -> Bool {
        (layer.hardness, distance) > (other.layer.hardness, other.distance)
    }
}

extension PolicyLayer {
    fileprivate var hardness: Int {
        switch self {
        case .builtin: 0
        case .project: 1
        case .flag: 2
        case .system: 3
        }
    }
}
