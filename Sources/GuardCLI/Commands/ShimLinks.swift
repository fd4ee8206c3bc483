import GuardCore
import GuardSystem
import TerraformPlan

/// The names under which tfguard stands in front of terraform and tofu.
let shimNames: [FilePath] = ["terraform", "tofu"]

/// What lies in a folder under a name that a shim would have.
enum ShimPlace: Equatable {
    case free
    /// A link to a tfguard, or to where one was.
    case link(to: FilePath)
    /// Something that tfguard did not put there.
    case taken

    init(_ path: FilePath) {
        guard let facts = try? path.facts(links: .refuse) else {
            self = .free
            return
        }
        guard facts.kind == .symbolicLink, let target = try? path.linkTarget() else {
            self = .taken
            return
        }
        let folder = path.parent ?? "/"
        if let program = try? Executable(at: folder.appending(target)) {
            self = program.isGuard && !program.isScript ? .link(to: target) : .taken
        } else {
            // It leads nowhere: the tfguard that it led to has been moved or removed.
            self = target.lastComponent.elementsEqual("tfguard".utf8) ? .link(to: target) : .taken
        }
    }
}

/// The path by which links are to lead to this program.
///
/// The one that the user knows it by, where that leads here: package managers put each version into
/// a folder of its own and keep one link for all, and a shim that leads to a version that is gone is
/// passed over in `PATH`.
///
/// - Parameter environment: `PATH` counts.
/// - Returns: the path.
/// - Throws: a refusal where this program does not know where it lies.
func shimTarget(_ environment: Environment) throws(Refusal) -> FilePath {
    let ours = try refusing { () throws(SystemError) in try Executable.current() }
    let known = Executable.all(named: Array("tfguard".utf8), inPath: environment["PATH"] ?? [])
        .first { $0.identity == ours.identity }
    guard known == nil else { return known?.path ?? ours.path }
    if let called = processArguments().first, called.contains(UInt8(ascii: "/")),
        let typed = FilePath(bytes: called), let here = try? FilePath.currentDirectory(),
        let program = try? Executable(at: here.appending(typed)),
        program.identity == ours.identity,
        let folder = try? program.path.parent?.resolved(),
        let name = FilePath(bytes: program.path.lastComponent),
        name == "tfguard"
    {
        return folder.appending(name)
    }
    return ours.path
}

/// The caller's home, where links of their own may lie: `$HOME`, as their shell has it.
///
/// Nothing is decided by what lies there. Where `HOME` says nothing, or leads to another user's
/// folder as it may after sudo(8), the user database counts; nil where neither helps.
func homeFolder(_ environment: Environment) -> FilePath? {
    let named = environment["HOME"].flatMap(FilePath.init(bytes:))
    return [named, Host.passwordHome].compactMap { $0 }.first { home in
        guard home.isAbsolute, let facts = try? home.facts() else { return false }
        return facts.kind == .folder && facts.owner == Host.userID
    }
}

/// Where `tfguard shim install` puts its links if it is told no other place: `~/.tfguard/bin`.
func usualShimFolder(_ environment: Environment) -> FilePath? {
    homeFolder(environment).map { $0.appending(".tfguard/bin") }
}

/// A private folder with a shim under each of these names, which stays.
///
/// It stays because whoever uses it becomes another program and cannot remove it; a program that
/// lives longer than its folder would find the real terraform behind it. So it lies in the user's
/// home, where nothing cleans up; and each tfguard has its own, so that none redirects another's.
///
/// - Parameters:
///   - names: of the shims.
///   - environment: `HOME` counts.
/// - Returns: the folder.
/// - Throws: a refusal where none can be made that is safe from others.
func standingShims(_ names: [FilePath], _ environment: Environment) throws(Refusal) -> FilePath {
    let target = try shimTarget(environment)
    var digest = SHA256()
    digest.update(target.bytes)
    let mark = digest.finish().prefix(8).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    return try refusing { () throws(SystemError) in
        let folder = try standingFolder(mark, environment)
        for name in names {
            let place = folder.appending(name)
            if (try? place.linkTarget()) != target { try place.replaceLink(to: target) }
        }
        return folder
    }
}

private func standingFolder(
    _ mark: String, _ environment: Environment
) throws(SystemError) -> FilePath {
    guard let own = FilePath("tfguard-\(Host.userID)-shims"), let name = FilePath(mark) else {
        preconditionFailure("a number is a name")
    }
    // A colon would make two folders of it on PATH.
    if let home = homeFolder(environment), !home.bytes.contains(UInt8(ascii: ":")),
        (try? home.facts())?.isWritableByOthers == false,
        let ours = try? userFolder(".tfguard", below: home),
        let all = try? userFolder("with", below: ours)
    {
        return try userFolder(name, below: all)
    }
    return try userFolder(name, below: try userFolder(own))
}
