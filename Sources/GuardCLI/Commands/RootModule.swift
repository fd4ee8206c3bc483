import GuardSystem
import TerraformPlan

/// The folder terraform works in, and what is chosen there.
struct RootModule: Sendable {
    /// Its real path.
    let directory: FilePath
    /// `$TF_DATA_DIR`, or `.terraform`.
    let dataDirectory: FilePath
    /// The workspace that terraform will use; as bytes, because older versions take any.
    let workspace: ByteString
    /// The backend of the last `init`, such as `s3`; nil where that says nothing, as with the local
    /// one.
    let backend: ByteString?
    /// Its settings.
    ///
    /// May hold credentials: compared, never printed, never kept.
    let backendSettings: JSONValue?

    /// Looks.
    ///
    /// - Parameters:
    ///   - chdir: the directory of `-chdir=`.
    ///   - environment: `TF_WORKSPACE` and `TF_DATA_DIR` count.
    /// - Throws: a refusal where the folder or its choices cannot be read.
    init(chdir: String?, environment: Environment) throws(Refusal) {
        do throws(SystemError) {
            let start = try FilePath.currentDirectory()
            guard let typed = FilePath(chdir ?? ".") else {
                throw SystemError(.open, nil, code: 2)
            }
            directory = try start.appending(typed).resolved()
        } catch {
            throw Refusal(
                .usage, "No such folder", "\(error) The root module's folder has to be there.")
        }
        let data = environment["TF_DATA_DIR"].flatMap(FilePath.init(bytes:)) ?? ".terraform"
        dataDirectory = directory.appending(data)

        do throws(SystemError) {
            if let chosen = environment["TF_WORKSPACE"], !chosen.isEmpty {
                workspace = ByteString(bytes: chosen)
            } else if let chosen = try readIfThere(dataDirectory.appending("environment")) {
                let name = trimmed(chosen)
                workspace = name.isEmpty ? "default" : ByteString(bytes: name)
            } else {
                workspace = "default"
            }
            let settings = try readIfThere(dataDirectory.appending("terraform.tfstate"))
            let described = settings.map { JSONText(bytes: trimmed($0)).value["backend"] } ?? nil
            backend = described?.type
            backendSettings = described?["config"]
        } catch {
            throw .system("\(error)", "Without it the workspace is not known.")
        }
    }

    /// What `TF_WORKSPACE` is set to for plan, show and apply.
    ///
    /// HCP Terraform's own workspaces are named by the configuration, and there `default` would be
    /// another one.
    var pinnedWorkspace: ByteString? {
        let isCloud = backend == "cloud" || backend == "remote"
        return isCloud && workspace == "default" ? nil : workspace
    }
}

/// Refuses to apply through the backend `remote`, which cannot save a plan: nothing could be judged
/// that is then applied (Terraform's `internal/backend/remote/backend_plan.go`).
func refuseRemoteBackend(_ module: RootModule) throws(Refusal) {
    guard module.backend == "remote" else { return }
    throw .usage(
        "The remote backend saves no plan",
        "What is judged has to be what is applied, and this backend applies only plans that it "
            + "makes itself. Write a cloud block in its place, terraform { cloud { organization = "
            + "… } }, and run terraform init; tfguard check judges the JSON of its plans.")
}

private func readIfThere(_ path: FilePath) throws(SystemError) -> [UInt8]? {
    guard try path.factsIfThere() != nil else { return nil }
    return try readFile(path, limit: 64 << 20)
}

/// Without the white space that Go's `strings.TrimSpace` takes off.
private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0d).contains(byte) }
    let front = bytes.drop(while: isSpace)
    guard let last = front.lastIndex(where: { !isSpace($0) }) else { return [] }
    return Array(front[...last])
}

extension JSONValue {
    /// `backend.type` of `.terraform/terraform.tfstate` (Terraform's `internal/command/workdir`).
    fileprivate var type: ByteString? {
        guard case .string(let type)? = self["type"] else { return nil }
        return type
    }
}
