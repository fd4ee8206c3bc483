import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// Where there is no other word of the system's policy: what the remote's default branch was at when
/// it was last fetched.
let defaultTrustedReference = "refs/remotes/origin/HEAD"

/// Whether a policy file is the one that a trusted reference has in its place.
///
/// Every repository around it has to have it so: no folder vouches for itself by becoming one, nor
/// does one that somebody makes around it. A link leads to another file than the one that was looked
/// at. Only a file that says something which has to be anchored is worth asking git about.
func isCommitted(_ path: FilePath, _ bytes: [UInt8], in reference: String) -> Bool {
    guard wordsToAnchor.contains(where: { bytes.firstIndex(of: Array($0.utf8)) != nil }) else {
        return false
    }
    do {
        let folder = try (path.parent ?? "/").resolved()
        guard let name = FilePath(bytes: path.lastComponent) else { return false }
        let place = folder.appending(name)
        guard try path.resolved() == place else { return false }
        return try isCommitted(bytes, at: place, in: reference)
    } catch {
        // What cannot be proved is not proved.
        return false
    }
}

private func isCommitted(
    _ bytes: [UInt8], at place: FilePath, in reference: String
) throws(GitFailure) -> Bool {
    let repositories = GitRepository.all(around: place.parent ?? "/")
    for repository in repositories {
        guard let relative = repository.relative(place),
            try repository.file(relative, in: reference, limit: largestPolicy) == bytes,
            try repository.hasReference(reference)
        else { return false }
    }
    return !repositories.isEmpty
}

/// The blocks that relax, name a program or a signer, or say where a run belongs.
private let wordsToAnchor = [
    "override", "exception", "observe", "environment", "evidence", "identity", "apply", "audit",
    "approvals", "break_glass", "rehearsal", "extends",
]

/// The project's policy as a commit has it, whatever lies in the folder: a pull request does not
/// bring its own.
struct PolicyRevision: Sendable {
    /// As it was typed.
    let name: String
    /// The first decides where two have a file in the same place.
    private let places: [Place]

    private struct Place: Sendable {
        let repository: GitRepository
        let commit: String
    }

    /// - Throws: a refusal where there is no such commit, or where the name can mean another one.
    init(_ name: String, around directory: FilePath) throws(Refusal) {
        guard let repository = GitRepository.outermost(around: directory) else {
            throw Refusal(
                .policyError, "No repository for -policy-ref",
                "\(directory) lies in no git repository, or there is no git in /usr/bin.")
        }
        var meaning = MeantCommit.missing
        try collecting { meaning = try repository.meaning(of: name) }
        let commit: String
        switch meaning {
        case .commit(let hash): commit = hash
        case .missing:
            throw Refusal(
                .policyError, "No such commit",
                "-policy-ref names \"\(name)\", which the repository in \(repository.folder) does "
                    + "not have. A shallow clone has little: fetch it first, or name one that is "
                    + "there.")
        case .several(let names):
            throw Refusal(
                .policyError, "A name that means more than one commit",
                "-policy-ref names \"\(name)\", which can mean \(names.joined(separator: " or ")). "
                    + "Whoever may push a tag could choose the policy that way. Write the full "
                    + "name of the one that is meant, such as refs/remotes/origin/main, or a whole "
                    + "hash.")
        }
        self.name = name
        places = [Place(repository: repository, commit: commit)]
    }

    /// What references name in the repositories that a folder lies in.
    ///
    /// - Parameters:
    ///   - name: what a reader knows it by.
    ///   - references: a reference of each, the one first whose word comes before that of the others.
    /// - Throws: an error where one of them names no commit.
    init(
        _ name: String, in references: [(repository: GitRepository, name: String)]
    ) throws(GitFailure) {
        self.name = name
        var places: [Place] = []
        for (repository, reference) in references {
            guard let commit = try repository.commit(reference) else {
                throw .withoutTree(repository.folder, revision: reference)
            }
            places.append(Place(repository: repository, commit: commit))
        }
        self.places = places
    }

    /// Whether a path lies in the repository, so that the commit says what is there.
    func holds(_ path: FilePath) -> Bool {
        let path = path.withoutDots
        return places.contains { $0.repository.relative(path) != nil }
    }

    /// Those of some paths where the commit has anything, in their order.
    func existing(among paths: [FilePath]) throws(GitFailure) -> [FilePath] {
        var found: [FilePath] = []
        for place in places {
            let names = paths.compactMap { place.repository.relative($0.withoutDots) }
            found += try place.repository.existing(names, in: place.commit).map(\.path)
        }
        return paths.filter { found.contains($0.withoutDots) }
    }

    /// What the commit has at a path; nil where that is nothing.
    func bytes(of path: FilePath) throws(GitFailure) -> [UInt8]? {
        switch try found(at: path) {
        case .file(let bytes, _): bytes
        case .nothing, .link: nil
        }
    }

    /// What the commit has at a path, behind its links.
    private enum Found {
        /// A file, and where it lies.
        case file([UInt8], at: FilePath)
        case nothing
        /// A link to what the commit does not have.
        case link(at: FilePath, to: FilePath, isWithin: Bool)
    }

    private func found(at path: FilePath) throws(GitFailure) -> Found {
        var result = Found.nothing
        for place in places {
            let found = try self.found(at: path.withoutDots, of: place)
            switch (found, result) {
            case (.file, _): return found
            case (.link, .nothing): result = found
            case (.link, _), (.nothing, _): break
            }
        }
        return result
    }

    private func found(at path: FilePath, of place: Place) throws(GitFailure) -> Found {
        let repository = place.repository
        var path = path
        var last = Found.nothing
        // As many links as Linux follows (path_resolution(7)).
        for _ in 0..<40 {
            guard let relative = repository.relative(path),
                let entry = try repository.entry(relative, in: place.commit, limit: largestPolicy)
            else { break }
            switch entry {
            case .file(let bytes): return .file(bytes, at: path)
            case .link(let target):
                guard let target = FilePath(bytes: target), let folder = path.parent else {
                    return last
                }
                let end = folder.appending(target).withoutDots
                last = .link(at: path, to: end, isWithin: repository.relative(end) != nil)
                path = end
            }
        }
        return last
    }

    func source(
        at path: FilePath, distance: Int, trusting reference: String
    ) throws -> PolicySource {
        let path = path.withoutDots
        switch try found(at: path) {
        case .file(let bytes, let place):
            let isCommitted = (try? GuardCLI.isCommitted(bytes, at: place, in: reference)) ?? false
            return PolicySource(
                layer: .project, file: SourceFile(name: "\(path) at \(name)", bytes: bytes),
                place: path.description,
                directory: place.parent.map { ByteString(bytes: $0.bytes) }, distance: distance,
                isAnchored: isCommitted, isCommitted: isCommitted)
        case .nothing:
            throw Refusal(
                .policyError, "No such policy",
                "\(name) has no file \(path). A path is relative to the folder of the file that "
                    + "names it.")
        case .link(let link, let target, let isWithin):
            throw Refusal(
                .policyError, "A policy leads elsewhere",
                "At \(name), \(link) is a link to \(target), "
                    + (isWithin
                        ? "where \(name) has no file. "
                        : "outside the repository, where git cannot say what was reviewed. ")
                    + "Nothing is applied under half of a policy: commit a file in the link's place."
            )
        }
    }

    /// The policies of a folder that are not as the commit has them.
    func changed(from directory: FilePath) throws(Refusal) -> [FilePath] {
        var changed: [FilePath] = []
        try collecting {
            var folder: FilePath? = directory
            while let current = folder, holds(current.appending("tfguard.hcl")) {
                let path = current.appending("tfguard.hcl")
                let there =
                    try path.factsIfThere() == nil ? nil : readFile(path, limit: largestPolicy)
                if try bytes(of: path) != there { changed.append(path) }
                folder = current.parent
            }
        }
        return changed
    }
}

extension FilePath {
    /// An absolute path without `.` and `..`, by its text alone.
    var withoutDots: FilePath {
        var parts: [ArraySlice<UInt8>] = []
        for part in bytes.split(separator: UInt8(ascii: "/")) {
            if part.elementsEqual("..".utf8) {
                _ = parts.popLast()
            } else if !part.elementsEqual(".".utf8) {
                parts.append(part)
            }
        }
        return FilePath(bytes: parts.flatMap { [UInt8(ascii: "/")] + $0 }) ?? "/"
    }
}
