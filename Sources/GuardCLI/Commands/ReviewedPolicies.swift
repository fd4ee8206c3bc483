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
/// reviewed anew.
struct ReviewedPolicies {
    private let revision: PolicyRevision
    private let reference: String
    /// Those that there are, the nearest first.
    private let files: [FilePath]

    /// - Returns: nil where no repository around the folder has the reference.
    init?(of directory: FilePath, trusting reference: String) throws {
        guard let revision = try PolicyRevision(trusted: reference, around: directory) else {
            return nil
        }
        self.revision = revision
        self.reference = reference
        files = try projectPolicies(from: directory, asOf: revision).filter(revision.holds)
    }

    /// All files, those of the folder and the reviewed ones, the nearest first.
    func places(besides here: [FilePath], from directory: FilePath) -> [FilePath] {
        policyPlaces(from: directory).filter { here.contains($0) || files.contains($0) }
    }

    /// The reviewed versions, where anything is not as it was reviewed.
    ///
    /// - Parameters:
    ///   - places: all files, by their distance.
    ///   - current: what lies in the folder now.
    /// - Returns: nil where all is as it was reviewed.
    /// - Throws: a refusal where one of them cannot be read.
    func sources(
        at places: [FilePath], besides current: PolicyFamily
    ) throws -> (sources: [PolicySource], concern: RunConcern)? {
        let added = places.filter { revision.holds($0) && !files.contains($0) }
        guard try !added.isEmpty || !isPlainlyAsReviewed() else { return nil }
        var family = PolicyFamily(revision: revision, trusting: reference)
        for (distance, path) in places.enumerated() where files.contains(path) {
            try family.add(path, layer: .project, distance: distance)
        }
        var changed = added
        for path in family.files where revision.holds(path) {
            if try revision.bytes(of: path) != bytesNow(of: path) { changed.append(path) }
        }
        guard !changed.isEmpty else { return nil }
        // Shipped policies, and files outside the repository, are the same in both.
        let same = current.sources.map(\.file.name)
        let sources = family.sources
            .filter { !same.contains($0.file.name) }
            .map { $0.reviewed(at: revision.name) }
        let paths = changed.map { ByteString(bytes: $0.bytes) }.sorted()
        return (
            sources,
            .policyRevised(paths: paths, reference: ByteString(revision.name))
        )
    }

    /// Whether no file is another one, and none extends any: the usual case, with few questions to git.
    private func isPlainlyAsReviewed() throws(SystemError) -> Bool {
        for path in files {
            guard let bytes = try revision.bytes(of: path), try bytesNow(of: path) == bytes,
                bytes.firstIndex(of: Array("extends".utf8)) == nil
            else { return false }
        }
        return true
    }

    /// Nil where nothing is there.
    private func bytesNow(of path: FilePath) throws(SystemError) -> [UInt8]? {
        guard try path.factsIfThere() != nil else { return nil }
        return try readFile(path, limit: largestPolicy)
    }
}

extension PolicySource {
    fileprivate func reviewed(at name: String) -> PolicySource {
        PolicySource(
            layer: layer, file: file, directory: directory, distance: distance,
            isAnchored: isAnchored, isCommitted: isCommitted, isShipped: isShipped,
            reviewedAt: name)
    }
}
