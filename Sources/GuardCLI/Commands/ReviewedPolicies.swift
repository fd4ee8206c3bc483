import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// The project's policies as a second person has seen them: as git has them at the trusted reference.
///
/// An agent that edits or removes a `tfguard.hcl` would choose its own judge. Where what lies in the
/// folder is not what was reviewed, both versions count for it, and the strictest wins:
///
/// ```
///     origin/HEAD                     the folder               what counts
///     live/tfguard.hcl  block         live/tfguard.hcl warn    both
///     tfguard.hcl       block         –                        the reviewed one
///     –                               live/eu/tfguard.hcl      what lies there, as far as it tightens
/// ```
///
/// What relaxes never comes from a reviewed version: where the file was changed, it has to be
/// reviewed anew. Of several repositories around the folder each has its say, so that one which
/// somebody makes now takes nothing away from what the others have.
struct ReviewedPolicies {
    private let trees: [ReviewedTree]
    /// What vouches for a file; never what merely stands for it.
    private let reference: String
    /// What is to be said of repositories that do not tell what was reviewed.
    let doubts: [RunConcern]
    /// Those that there are, the nearest first.
    private let files: [FilePath]

    /// - Returns: nil where the folder lies in no repository.
    /// - Throws: an error where git cannot say what a revision has.
    init?(of directory: FilePath, trusting reference: String) throws {
        let folders = GitRepository.folders(around: directory)
        guard !folders.isEmpty else { return nil }
        let places = policyPlaces(from: directory)
        var trees: [ReviewedTree] = []
        var unread = folders
        for repository in GitRepository.all(around: directory) {
            guard
                let tree = try ReviewedTree(of: repository, trusting: reference, listing: places)
            else { continue }
            unread.removeAll { $0 == repository.folder }
            if !tree.reference.isEmpty { trees.append(tree) }
        }
        self.trees = trees
        self.reference = reference
        let listed = trees.flatMap(\.files).map(\.path)
        files = places.filter { listed.contains($0) }
        var doubts = unread.map {
            RunConcern.policyUnreviewed(in: ByteString(bytes: $0.bytes), .unreadable)
        }
        for tree in trees where tree.isLastCommit {
            let isAnyThere = try places.contains { try $0.factsIfThere(links: .refuse) != nil }
            guard isAnyThere || !files.isEmpty else { continue }
            doubts.append(
                .policyUnreviewed(
                    in: ByteString(bytes: tree.repository.folder.bytes), .lastCommit))
        }
        self.doubts = doubts
    }

    /// All files, those of the folder and the reviewed ones, the nearest first.
    func places(besides here: [FilePath], from directory: FilePath) -> [FilePath] {
        policyPlaces(from: directory).filter { here.contains($0) || files.contains($0) }
    }

    /// The nearest that is none of some places, and the name of the reference that has it.
    func first(besides others: [FilePath]) -> (path: FilePath, reference: String)? {
        guard let path = files.first(where: { !others.contains($0) }) else { return nil }
        let tree = trees.first { $0.files.contains { $0.path == path } }
        return tree.map { (path, $0.name) }
    }

    /// The reviewed versions, where anything is not as it was reviewed.
    ///
    /// - Parameters:
    ///   - places: all files, by their distance.
    ///   - current: what lies in the folder now, or what the commit has in its place.
    ///   - named: that commit.
    /// - Returns: what counts besides, and what is to be said; neither where all is as it was
    ///   reviewed.
    /// - Throws: a refusal where one of them cannot be read.
    func sources(
        at places: [FilePath], besides current: PolicyFamily, asOf named: PolicyRevision? = nil
    ) throws -> (sources: [PolicySource], concerns: [RunConcern]) {
        let added = places.filter { path in
            !files.contains(path) && trees.contains { $0.repository.relative(path) != nil }
        }
        guard try !added.isEmpty || !isPlainlyAsReviewed(asOf: named) else { return ([], doubts) }
        var sources: [PolicySource] = []
        var changed = added
        for tree in trees {
            let others = trees.filter { $0.repository.folder != tree.repository.folder }
            // What the first of them has goes by the short name.
            let label = sources.isEmpty ? tree.name : "\(tree.name) of \(tree.repository.folder)"
            let revision = try PolicyRevision(
                label, in: ([tree] + others).map { ($0.repository, $0.reference) })
            var family = PolicyFamily(revision: revision, trusting: reference)
            for (distance, path) in places.enumerated() where files.contains(path) {
                try family.add(path, layer: .project, distance: distance)
            }
            for path in family.files where revision.holds(path) && !changed.contains(path) {
                if try revision.bytes(of: path) != bytesNow(of: path, asOf: named) {
                    changed.append(path)
                }
            }
            // Shipped policies, and files outside the repositories, are the same in all.
            sources += family.sources.filter { source in
                !current.sources.contains { $0.file.isSame(as: source.file) }
                    && !sources.contains { $0.says(what: source) }
            }
            .map { $0.reviewed(at: label) }
        }
        guard !changed.isEmpty else { return ([], doubts) }
        let paths = changed.map { ByteString(bytes: $0.bytes) }.sorted()
        let revised = RunConcern.policyRevised(
            paths: paths, reference: ByteString(trees.first?.name ?? ""))
        return (sources, doubts + [revised])
    }

    /// Whether no file is another one, and none extends any: the usual case, with few questions to git.
    private func isPlainlyAsReviewed(asOf named: PolicyRevision?) throws -> Bool {
        for tree in trees {
            for file in tree.files {
                guard !file.isLink else { return false }
                let bytes = try tree.repository.bytes(of: file, limit: largestPolicy)
                guard try bytesNow(of: file.path, asOf: named) == bytes,
                    bytes.firstIndex(of: Array("extends".utf8)) == nil
                else { return false }
            }
        }
        return true
    }

    /// Nil where nothing is there.
    private func bytesNow(of path: FilePath, asOf named: PolicyRevision?) throws -> [UInt8]? {
        if let named, named.holds(path) { return try named.bytes(of: path) }
        guard try path.factsIfThere() != nil else { return nil }
        return try readFile(path, limit: largestPolicy)
    }
}

/// What one repository has of the policies, at the reference that says what was reviewed.
struct ReviewedTree {
    let repository: GitRepository
    /// A full name; empty where nothing was committed yet.
    let reference: String
    /// The policies, without what they extend.
    let files: [GitRepository.Listed]

    /// No reference of a remote is there, so that the last commit stands for it.
    var isLastCommit: Bool { reference == Self.lastCommit }

    private static let lastCommit = "HEAD"

    /// What a reader knows the reference by.
    var name: String {
        let remotes = "refs/remotes/"
        return reference.hasPrefix(remotes)
            ? String(reference.dropFirst(remotes.count)) : reference
    }

    /// Asks git, which answers at once where the reference is there.
    ///
    /// Where the default branch of `origin` is not known, a branch of a usual name stands for it, of
    /// another remote if need be, or the only one that was fetched; and where there is none of these,
    /// the last commit.
    ///
    /// - Returns: nil where git cannot read the repository.
    /// - Throws: an error where it cannot say what the reference has.
    init?(
        of repository: GitRepository, trusting reference: String, listing places: [FilePath]
    ) throws(GitFailure) {
        self.repository = repository
        let paths = places.compactMap { repository.relative($0) }
        if let files = try repository.listing(of: paths, in: reference),
            try repository.hasReference(reference)
        {
            self.reference = reference
            self.files = files
            return
        }
        guard let known = try repository.references(matching: [reference, "refs/remotes"]) else {
            return nil
        }
        var found = known.contains(reference) ? reference : nil
        // A hash.
        if found == nil, !reference.hasPrefix("refs/"), try repository.commit(reference) != nil {
            found = reference
        }
        if found == nil, reference == defaultTrustedReference {
            found = Self.usual(among: known.filter { $0.hasPrefix("refs/remotes/") })
        }
        if found == nil, try repository.commit(Self.lastCommit) != nil { found = Self.lastCommit }
        self.reference = found ?? ""
        files =
            try found.map { name throws(GitFailure) in
                try repository.existing(paths, in: name)
            } ?? []
    }
}

extension ReviewedTree {
    /// The branch of a remote that is most likely the one to which changes are reviewed.
    private static func usual(among branches: [String]) -> String? {
        for name in ["/HEAD", "/main", "/master"] {
            let named = branches.filter { $0.hasSuffix(name) }
            let origin = "refs/remotes/origin" + name
            if let found = named.contains(origin) ? origin : named.min() { return found }
        }
        return branches.count == 1 ? branches[0] : nil
    }
}

extension SourceFile {
    fileprivate func isSame(as other: SourceFile) -> Bool {
        name == other.name && bytes == other.bytes
    }
}

extension PolicySource {
    /// Whether another repository has the same in the same folder.
    fileprivate func says(what other: PolicySource) -> Bool {
        file.bytes == other.file.bytes && directory == other.directory
    }

    fileprivate func reviewed(at name: String) -> PolicySource {
        PolicySource(
            layer: layer, file: file, place: place, directory: directory, distance: distance,
            isAnchored: isAnchored, isCommitted: isCommitted, isShipped: isShipped,
            reviewedAt: name)
    }
}
