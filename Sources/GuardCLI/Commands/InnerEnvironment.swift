import Diagnostics
import GuardSystem
import TerraformPlan

/// The one environment for plan, show and apply: the caller's, without what could make any of them
/// do something else than its arguments say.
///
/// - Parameters:
///   - environment: the caller's.
///   - module: whose workspace is pinned, so that nobody changes it between plan and apply.
///   - allowsOverrides: whether providers under development are let in; a concern says so.
/// - Returns: what each of them is started with.
/// - Throws: a refusal where a variable would put other code or another target in terraform's
///   place.
func innerEnvironment(
    _ environment: Environment, for module: RootModule, allowsOverrides: Bool = false
) throws(Refusal) -> Environment {
    for name in environment.names.map({ String(decoding: $0, as: UTF8.self) }) {
        guard let value = environment[name], !value.isEmpty else { continue }
        // Build servers set the library path for their Python; it is left out, not refused.
        if name == "LD_LIBRARY_PATH" { continue }
        if name.hasPrefix("LD_") || name.hasPrefix("DYLD_") {
            throw .usage(
                "\(name) is set",
                "It can put other code into terraform. Unset it for this command.")
        }
        if allowsOverrides, name == "TF_REATTACH_PROVIDERS" { continue }
        if overrides.contains(name) {
            throw .usage(
                "\(name) is set",
                "It puts a provider or plugin of somebody's choice in the place of the one that "
                    + "the lock file names. Unset it for this command."
                    + (name == "TF_REATTACH_PROVIDERS" ? developersWay : ""))
        }
    }
    if !allowsOverrides { try refuseDevelopmentOverrides(environment) }

    var inner = environment
    inner.remove("LD_LIBRARY_PATH")
    // Spliced into the arguments already, as terraform would have done.
    inner.remove(prefix: "TF_CLI_ARGS")
    // They turn terraform into the completer of a shell, which does nothing and succeeds.
    for name in ["COMP_LINE", "COMP_POINT", "COMP_TYPE", "COMP_KEY"] { inner.remove(name) }
    if let workspace = module.pinnedWorkspace {
        inner.set("TF_WORKSPACE", to: workspace.bytes)
    }
    return inner
}

/// Refuses a CLI configuration that puts a provider of somebody's choice in the place of the one
/// that the lock file names (`provider_installation { dev_overrides { … } }`).
///
/// The files are those of Terraform's `internal/command/cliconfig/cliconfig.go` and OpenTofu's. A
/// file that only speaks of overrides in a comment is refused as well: this does not parse.
private func refuseDevelopmentOverrides(_ environment: Environment) throws(Refusal) {
    var files: [FilePath] = []
    let named = ["TF_CLI_CONFIG_FILE", "TERRAFORM_CONFIG"].compactMap { name in
        environment[name].flatMap(FilePath.init(bytes:))
    }
    if let chosen = named.first {
        files = [chosen]
    } else if let home = environment["HOME"].flatMap(FilePath.init(bytes:)) ?? Host.passwordHome {
        files = [".terraformrc", ".tofurc"].map { home.appending($0) }
        for folder: FilePath in [".terraform.d", ".config/opentofu"] {
            let names = (try? home.appending(folder).entries()) ?? []
            files += names.filter { name in
                [".tfrc", ".tfrc.json"].contains { name.bytes.ends(with: $0) }
            }
            .map { home.appending(folder).appending($0) }
            files.append(home.appending(folder).appending("tofurc"))
        }
    }
    if let folder = environment["XDG_CONFIG_HOME"].flatMap(FilePath.init(bytes:)) {
        files.append(folder.appending("opentofu/tofurc"))
    }
    for file in files {
        let text = try refusing("Terraform would read it.") { () throws(SystemError) -> [UInt8] in
            guard let facts = try file.factsIfThere() else { return [] }
            // The usual way to say that there is to be no such file.
            if try facts.identity == FilePath("/dev/null").facts().identity { return [] }
            return try readFile(file, limit: 4 << 20)
        }
        // A name may be spelled with escapes, of which such a file needs none.
        let spelled = String(decoding: text, as: UTF8.self)
        guard !["dev_overrides", "\\u", "\\U"].contains(where: spelled.holds) else {
            throw .usage(
                "Provider development overrides in \(file)",
                "They put a provider of somebody's choice in the place of the one that the lock "
                    + "file names. Take dev_overrides out of that file, or name another with "
                    + "TF_CLI_CONFIG_FILE." + developersWay)
        }
    }
}

/// What to do where an override is meant.
private let developersWay =
    " If you are developing that provider, put -dev-overrides before the subcommand: outside "
    + "production a person can then confirm what it does."

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool {
        suffix(text.utf8.count).elementsEqual(text.utf8)
    }
}

/// Variables that replace a plugin by another program.
private let overrides: Set<String> = [
    "TF_REATTACH_PROVIDERS", "TF_CLOUD_PLUGIN_DEV_OVERRIDE", "TF_STACKS_PLUGIN_DEV_OVERRIDE",
    "TF_POLICY_PLUGIN", "TERRAFORM_RPCAPI_COOKIE",
]
