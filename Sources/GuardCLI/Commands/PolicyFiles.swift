import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// Finds and reads every policy file that has a say, in the order of the layers.
///
/// - Parameters:
///   - directory: the root module's real path.
///   - extra: the files of `-policy`, as typed.
/// - Returns: the policy, with warnings that do not keep it from being used.
/// - Throws: a refusal with every error that was found.
func loadPolicy(
    for directory: FilePath, extra: [String]
) throws(Refusal) -> (policy: Policy, warnings: [Diagnostic]) {
    try loadPolicy(for: directory, extra: extra, asOf: nil)
}

/// The same with the project's files as a commit has them, or as they are where that is nil.
func loadPolicy(
    for directory: FilePath, extra: [String], asOf revision: PolicyRevision?
) throws(Refusal) -> (policy: Policy, warnings: [Diagnostic]) {
    var family = PolicyFamily(revision: revision)
    try collecting {
        for path in try systemPolicies() { try family.add(path, layer: .system) }
        let files = try projectPolicies(from: directory, asOf: revision)
        for (distance, path) in files.enumerated() {
            try family.add(path, layer: .project, distance: distance)
        }
        for name in extra { try family.add(flag: name) }
    }
    return try policy(adding: family.sources)
}

extension PolicyFamily {
    /// Adds the file of a `-policy`.
    fileprivate mutating func add(flag name: String) throws {
        guard let path = FilePath(name), try path.factsIfThere() != nil else {
            throw Refusal(
                .policyError, "No policy of that name",
                "-policy names \"\(name)\", and there is no such file. Nothing is applied "
                    + "without the policy that was asked for.")
        }
        try add(path, layer: .flag)
    }
}

/// The policy of a folder for who asks, with what is to be said of it.
///
/// - Parameters:
///   - directory: the root module's real path.
///   - extra: the files of `-policy`, as typed.
///   - actors: who asks. What an agent, or a script that nobody watches, may have changed itself counts
///     beside what was reviewed.
///   - revision: the commit whose files are the project's; nil for the files as they are.
/// - Returns: the policy, with warnings that do not keep it from being used.
/// - Throws: a refusal with every error that was found.
func loadPolicy(
    for directory: FilePath, extra: [String], askedBy actors: WordSet<Actor>,
    asOf revision: PolicyRevision? = nil
) throws(Refusal) -> (policy: Policy, warnings: [Diagnostic], concerns: [RunConcern]) {
    guard !actors.isDisjoint(with: [.agent, .unattended]) else {
        let loaded = try loadPolicy(for: directory, extra: extra, asOf: revision)
        return (loaded.policy, loaded.warnings, [])
    }
    var sources: [PolicySource] = []
    var concerns: [RunConcern] = []
    try collecting {
        var family = PolicyFamily(revision: revision)
        for path in try systemPolicies() { try family.add(path, layer: .system) }
        let reviewed = try ReviewedPolicies(of: directory, trusting: family.trustedReference)
        let here = try projectPolicies(from: directory, asOf: revision)
        let places = reviewed?.places(besides: here, from: directory) ?? here
        for (distance, path) in places.enumerated() where here.contains(path) {
            try family.add(path, layer: .project, distance: distance)
        }
        let earlier = try reviewed?.sources(at: places, besides: family, asOf: revision)
        for name in extra { try family.add(flag: name) }
        sources = family.sources + (earlier?.sources ?? [])
        concerns = earlier?.concerns ?? []
    }
    let loaded = try policy(adding: sources)
    return (loaded.policy, loaded.warnings, concerns)
}

/// The policy that holds with a file in the project's place.
///
/// For commands that apply nothing.
///
/// - Throws: a refusal with every error that was found.
func loadPolicy(
    inPlaceOfProject name: String, extra: [String] = []
) throws(Refusal) -> (policy: Policy, warnings: [Diagnostic]) {
    var family = PolicyFamily()
    try collecting {
        for path in try systemPolicies() { try family.add(path, layer: .system) }
        guard let path = FilePath(name) else {
            throw Refusal(.policyError, "No policy of that name", "\"\(name)\" names no file.")
        }
        try family.add(path, layer: .project)
        for name in extra { try family.add(flag: name) }
    }
    return try policy(adding: family.sources)
}

/// The real paths of the policy files that hold, as far as they can be read.
func policyFilesInUse(for directory: FilePath, extra: [String]) -> [FilePath] {
    var family = PolicyFamily()
    for path in (try? systemPolicies()) ?? [] { try? family.add(path, layer: .system) }
    let here = (try? projectPolicies(from: directory, asOf: nil)) ?? []
    for path in here + extra.compactMap({ FilePath($0) }) {
        try? family.add(path, layer: .project)
    }
    return family.files + here + extra.compactMap { FilePath($0) }
}

/// Turns whatever keeps a policy from being read into a refusal.
func collecting(_ body: () throws -> Void) throws(Refusal) {
    do {
        try body()
    } catch let refusal as Refusal {
        throw refusal
    } catch let failure as GitFailure {
        throw failure.refusal
    } catch let error as SystemError {
        throw Refusal(
            .policyError, "A policy cannot be read",
            "\(error) Nothing is applied under half of a policy: make it readable, or remove it.")
    } catch {
        throw .internalError("\(error)")
    }
}

/// The built-in policy with these layers in front of it.
///
/// - Throws: a refusal with every error that was found.
func policy(
    adding sources: [PolicySource]
) throws(Refusal) -> (policy: Policy, warnings: [Diagnostic]) {
    var sources = sources
    if let bytes = EmbeddedFiles.bytes(of: "default.hcl") {
        let file = SourceFile(name: "builtin:default", bytes: bytes)
        sources.append(PolicySource(layer: .builtin, file: file, directory: nil))
    }
    let (read, diagnostics) = readPolicy(sources, catalogs: embeddedCatalogs)
    guard var policy = read else { throw Refusal(.policyError, diagnostics) }
    let missing = policy.takeTimeZones(timeZoneFiles(policy.timeZoneNames))
    guard missing.isEmpty else { throw Refusal(.policyError, missing) }
    return (policy, diagnostics)
}

/// The catalogs that are part of the binary.
let embeddedCatalogs = Catalogs(
    names: {
        EmbeddedFiles.paths.filter { $0.hasPrefix("catalog/") && $0.hasSuffix(".hcl") }
            .map { String($0.dropFirst("catalog/".count).dropLast(".hcl".count)) }
    },
    fetch: { provider in
        let path = "catalog/\(provider).hcl"
        guard let file = EmbeddedFile(path) else { return nil }
        return StandingText(name: "builtin:\(path)") { file.read($0) }
    })

/// The rules of time zones, from the machine's database.
///
/// No variable of the environment says where it lies: whoever sets one could open a freeze.
private func timeZoneFiles(_ names: [String]) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in names {
        guard let path = FilePath("/usr/share/zoneinfo/" + name) else { continue }
        files[name] = try? readFile(path, limit: 1 << 20)
    }
    return files
}

/// The largest policy file that is read, in bytes.
///
/// A larger one was not written by a person.
let largestPolicy = 4 << 20

/// The reference that the system's policies trust.
func systemTrustedReference() throws -> String {
    var family = PolicyFamily()
    for path in try systemPolicies() { try family.add(path, layer: .system) }
    return family.trustedReference
}

/// Every `*.hcl` in `/etc/tfguard`, by name.
///
/// A folder or file there that another user than root could change is refused rather than left
/// out: somebody meant it to hold.
private func systemPolicies() throws -> [FilePath] {
    let folder: FilePath = "/etc/tfguard"
    guard try folder.factsIfThere(links: .refuse) != nil else { return [] }
    try refuseUnlessRootAloneWrites(folder)
    return try folder.entries()
        .filter { $0.bytes.suffix(4).elementsEqual(".hcl".utf8) }
        .map { folder.appending($0) }
}

/// Refuses a path when it, or any folder it is reached through, could be changed by others.
private func refuseUnlessRootAloneWrites(_ path: FilePath) throws {
    guard let part = try firstNotRootsAlone(of: path.resolved()) else { return }
    throw Refusal(
        .policyError, "The system policy is not root's alone",
        "\(path) could be changed by others than root, because of \(part). "
            + "Give it to root and take the write permission of group and others away.")
}

/// The first part of an absolute path, from the file upward, that others than root could change.
func firstNotRootsAlone(of path: FilePath) throws(SystemError) -> FilePath? {
    var current: FilePath? = path
    while let part = current {
        let facts = try part.facts(links: .refuse)
        // Nobody has permissions on a link; its folder says who may put another in its place.
        let isWritable = facts.kind != .symbolicLink && facts.isWritableByOthers
        guard facts.owner == 0, !isWritable else { return part }
        current = part.parent
    }
    return nil
}

/// Whether nobody but root could have put a program where a path leads.
func isRootsAlone(_ path: FilePath) -> Bool {
    do throws(SystemError) {
        return try firstNotRootsAlone(of: path.resolved()) == nil
    } catch {
        return false
    }
}

/// Whether nobody but root could have written a policy file, or put another in its place.
///
/// Both ways to it count: a user's own link to a file of root's names another policy than root meant
/// for that place.
func isAnchored(_ path: FilePath) throws(SystemError) -> Bool {
    let real = try path.resolved()
    let folder = try (path.parent ?? "/").resolved()
    let named = path.lastComponent.isEmpty ? nil : FilePath(bytes: path.lastComponent)
    guard let named else { return false }
    guard try firstNotRootsAlone(of: folder.appending(named)) == nil else { return false }
    return try firstNotRootsAlone(of: real) == nil
}

/// Every `tfguard.hcl` from the root module's folder up to `/`, the nearest first.
///
/// A `.git` on the way hides nothing above it. Under Terragrunt the root module is a copy inside
/// `.terragrunt-cache`, where a module could bring a policy of its own: the search starts at the
/// folder that holds the cache.
func projectPolicies(
    from directory: FilePath, asOf revision: PolicyRevision?
) throws -> [FilePath] {
    let places = policyPlaces(from: directory)
    let committed = try revision?.existing(among: places) ?? []
    var paths: [FilePath] = []
    for path in places {
        // A link that leads nowhere is a policy that is missing, and no absence of one.
        let isThere =
            if let revision, revision.holds(path) {
                committed.contains(path)
            } else {
                try path.factsIfThere(links: .refuse) != nil
            }
        if isThere { paths.append(path) }
    }
    return paths
}

/// The nearest policy of those that count in a folder and that are none of these.
func firstPolicy(
    from directory: FilePath, besides others: [FilePath]
) throws(SystemError) -> FilePath? {
    for place in policyPlaces(from: directory) where !others.contains(place) {
        if try place.factsIfThere(links: .refuse) != nil { return place }
    }
    return nil
}

/// Where a project's policies can lie, the nearest first.
func policyPlaces(from directory: FilePath) -> [FilePath] {
    var paths: [FilePath] = []
    var folder: FilePath? = outsideTerragruntCache(directory)
    while let current = folder {
        paths.append(current.appending("tfguard.hcl"))
        folder = current.parent
    }
    return paths
}

/// The folder that holds the outermost `.terragrunt-cache` on the way, or the folder itself.
private func outsideTerragruntCache(_ directory: FilePath) -> FilePath {
    var result = directory
    var folder: FilePath? = directory
    while let current = folder {
        if current.lastComponent.elementsEqual(".terragrunt-cache".utf8),
            let parent = current.parent
        {
            result = parent
        }
        folder = current.parent
    }
    return result
}

/// Reads a policy file; one of the system's layer only where root alone can write it.
///
/// - Parameters:
///   - path: where it lies.
///   - layer: what it belongs to.
///   - distance: how many project files stand nearer.
///   - reference: the version of it at this one is trusted.
/// - Returns: the file.
/// - Throws: an error where it cannot be read.
func policySource(
    at path: FilePath, layer: PolicyLayer, distance: Int = 0,
    trusting reference: String = defaultTrustedReference
) throws -> PolicySource {
    if layer == .system { try refuseUnlessRootAloneWrites(path) }
    let facts = try path.facts()
    guard facts.kind == .file else {
        throw Refusal(
            .policyError, "A policy is no file",
            "\(path) is not a regular file. Nothing is applied without the policy that should be "
                + "there.")
    }
    let real = try path.resolved()
    guard facts.size <= largestPolicy else {
        throw Refusal.policyTooLarge(
            "\(path)", "Make it smaller, or divide it into files that it extends.")
    }
    let bytes = try readFile(real, limit: largestPolicy)
    let isRoots = try isAnchored(path)
    let isCommitted = !isRoots && isCommitted(path, bytes, in: reference)
    return PolicySource(
        layer: layer, file: SourceFile(name: path.description, bytes: bytes),
        directory: real.parent.map { ByteString(bytes: $0.bytes) }, distance: distance,
        isAnchored: isRoots || isCommitted, isCommitted: isCommitted)
}
