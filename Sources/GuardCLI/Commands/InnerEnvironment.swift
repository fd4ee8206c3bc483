import GuardSystem
import TerraformPlan

/// The one environment for plan, show and apply: the caller's, without what could make any of them
/// do something else than its arguments say.
///
/// - Parameters:
///   - environment: the caller's.
///   - module: whose workspace is pinned, so that nobody changes it between plan and apply.
/// - Throws: a refusal where a variable would put other code or another target in terraform's
///   place.
func innerEnvironment(
    _ environment: Environment, for module: RootModule
) throws(Refusal) -> Environment {
    for name in environment.names.map({ String(decoding: $0, as: UTF8.self) }) {
        guard let value = environment[name], !value.isEmpty else { continue }
        if name.hasPrefix("LD_") || name.hasPrefix("DYLD_") {
            throw .usage(
                "\(name) is set",
                "It can put other code into terraform. Unset it for this command.")
        }
        if overrides.contains(name) {
            throw .usage(
                "\(name) is set",
                "It puts a provider or plugin of somebody's choice in the place of the one that "
                    + "the lock file names. Unset it for this command.")
        }
    }
    if let log = environment["TF_LOG_PATH"], !log.isEmpty {
        try refuseProtected(log, of: "TF_LOG_PATH", relativeTo: nil)
    }

    var inner = environment
    // Spliced into the arguments already, as terraform would have done.
    inner.remove(prefix: "TF_CLI_ARGS")
    // They turn terraform into the completer of a shell, which does nothing and succeeds.
    for name in ["COMP_LINE", "COMP_POINT", "COMP_TYPE", "COMP_KEY"] { inner.remove(name) }
    if let workspace = module.pinnedWorkspace {
        inner.set("TF_WORKSPACE", to: workspace.bytes)
    }
    return inner
}

/// Variables that replace a plugin by another program.
private let overrides: Set<String> = [
    "TF_REATTACH_PROVIDERS", "TF_CLOUD_PLUGIN_DEV_OVERRIDE", "TF_STACKS_PLUGIN_DEV_OVERRIDE",
    "TF_POLICY_PLUGIN", "TERRAFORM_RPCAPI_COOKIE",
]

/// Refuses a file to be written that terraform or tfguard lives by.
///
/// - Parameters:
///   - name: the path as given.
///   - flag: what it was given to.
///   - directory: what it is relative to, where not this process's folder.
func refuseProtected(
    _ name: [UInt8], of flag: String, relativeTo directory: FilePath?
) throws(Refusal) {
    guard let typed = FilePath(bytes: name) else {
        throw .usage("\(flag) names no file", "Name another one.")
    }
    let path = directory?.appending(typed) ?? typed
    // What lies behind a link counts, and so does the name of what is not there yet.
    let real = (try? path.resolved()) ?? path
    for candidate in [path, real] where isProtected(candidate) {
        throw .usage(
            "\(flag) would overwrite \(path)",
            "A state, a policy or a lock file lives there. Name another file.")
    }
}

/// Whether a file's name is that of something terraform or tfguard lives by.
private func isProtected(_ path: FilePath) -> Bool {
    let name = String(decoding: path.lastComponent, as: UTF8.self).lowercased()
    let names: Set<String> = [
        "tfguard.hcl", ".tfguard.lock.hcl", ".terraform.lock.hcl", "allowed_signers",
        ".terraform.tfstate.lock.info",
    ]
    if names.contains(name) || name.contains(".tfstate") { return true }
    if name.hasSuffix(".tf") || name.hasSuffix(".tfvars") || name.hasSuffix(".tf.json") {
        return true
    }
    return path.bytes.starts(with: "/etc/tfguard/".utf8)
}
