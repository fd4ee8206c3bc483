import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// The files that terraform and tfguard live by, which no flag and no variable may have written to.
///
/// A file is known by what it is called, by where the folder's backend and policies say it lies, and
/// by being the same file under another name: a link, or a second name of it (link(2)).
struct ProtectedFiles {
    private let paths: [FilePath]
    private let identities: [FileFacts.Identity]

    /// - Parameters:
    ///   - module: whose states and configuration they are.
    ///   - policies: the files of `-policy`.
    init(of module: RootModule, policies: [String]) {
        var paths = module.localStates + policyFilesInUse(for: module.directory, extra: policies)
        paths.append(module.dataDirectory.appending("environment"))
        paths.append(module.dataDirectory.appending("terraform.tfstate"))
        paths.append(module.dataDirectory.appending("modules/modules.json"))
        for name in (try? module.directory.entries()) ?? [] where isCalledProtected(name) {
            paths.append(module.directory.appending(name))
        }
        self.paths = paths.map(\.settled)
        identities = paths.compactMap { try? $0.facts().identity }
    }

    /// Refuses a file to be written that is one of them.
    ///
    /// - Parameters:
    ///   - name: the path as given.
    ///   - flag: what it was given to.
    ///   - directory: what it is relative to.
    /// - Throws: a refusal where it is one.
    func refuse(
        _ name: [UInt8], of flag: String, relativeTo directory: FilePath
    ) throws(Refusal) {
        guard let typed = FilePath(bytes: name) else {
            throw .usage("\(flag) names no file", "Name another one.")
        }
        let path = directory.appending(typed)
        guard isProtected(path) else { return }
        throw .usage(
            "\(flag) would overwrite \(path)",
            "A state, a policy, a lock file or the configuration lives there. Name another file.")
    }

    private func isProtected(_ path: FilePath) -> Bool {
        let settled = path.settled
        if [path, settled].contains(where: isCalledProtected) || paths.contains(settled) {
            return true
        }
        guard let identity = try? path.facts().identity else { return false }
        return identities.contains(identity)
    }
}

/// Whether a file is called as something that terraform or tfguard lives by.
private func isCalledProtected(_ path: FilePath) -> Bool {
    let name = String(decoding: path.lastComponent, as: UTF8.self).lowercased()
    let names = [
        "tfguard.hcl", ".tfguard.lock.hcl", ".terraform.lock.hcl", "allowed_signers",
        ".terraform.tfstate.lock.info",
    ]
    let endings = [".tf", ".tf.json", ".tofu", ".tofu.json", ".tfvars", ".tfvars.json"]
    // The record, with its older files and what lies beside it.
    return names.contains(name) || name.holds(".tfstate") || name.hasPrefix("audit.jsonl")
        || endings.contains(where: name.hasSuffix)
        || path.bytes.starts(with: "/etc/tfguard/".utf8)
}

extension RootModule {
    /// The states of the local backend, of every workspace, with their backups.
    ///
    /// Where another backend is configured these are what it was before, and what `init` would
    /// migrate from.
    var localStates: [FilePath] {
        let isLocal = backend == "local"
        let path = (isLocal ? setting("path") : nil) ?? "terraform.tfstate"
        let workspaces = directory.appending(
            (isLocal ? setting("workspace_dir") : nil) ?? "terraform.tfstate.d")
        let names = (try? workspaces.entries()) ?? []
        let states =
            [directory.appending(path)]
            + names.map { workspaces.appending($0).appending("terraform.tfstate") }
        return states.flatMap { state in
            [state] + [FilePath(bytes: state.bytes + Array(".backup".utf8))].compactMap { $0 }
        }
    }

    private func setting(_ name: ByteString) -> FilePath? {
        guard case .string(let value)? = backendSettings?[name] else { return nil }
        return FilePath(bytes: value.bytes)
    }
}

extension FilePath {
    /// The absolute path of the file that would be written: without links, and where nothing is there
    /// yet, the place in its folder.
    var settled: FilePath { settled(linksLeft: 40) }

    private func settled(linksLeft: Int) -> FilePath {
        if let real = try? resolved() { return real }
        // A link that leads nowhere has what is written appear at its other end.
        if linksLeft > 0, let target = try? linkTarget() {
            return (parent ?? "/").appending(target).settled(linksLeft: linksLeft - 1)
        }
        guard let folder = try? (parent ?? "/").resolved(),
            let name = FilePath(bytes: lastComponent)
        else { return self }
        return folder.appending(name)
    }
}
