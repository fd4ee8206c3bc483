import GuardCore
import GuardSystem
import TerraformPlan

/// The objects of a state, as far as they can be known without a credential.
enum KnownState {
    /// They were read.
    case read(objects: [ResourceChange], from: String)
    /// Only the configuration says what there would be; why the state says nothing.
    case configured(objects: [ResourceChange], because: String)

    var objects: [ResourceChange] {
        switch self {
        case .read(let objects, _), .configured(let objects, _): objects
        }
    }

    var isRead: Bool {
        switch self {
        case .read: true
        case .configured: false
        }
    }
}

/// Reads the state that is named, or the one that a local backend keeps in a file.
///
/// - Parameters:
///   - named: the value of `-state`.
///   - module: whose state it is.
///   - survey: its configuration.
/// - Returns: its objects.
/// - Throws: a refusal where a file is there and cannot be understood.
func knownState(
    _ named: String?, of module: RootModule, _ survey: ConfigurationSurvey
) throws(Refusal) -> KnownState {
    if let named {
        let bytes = try stateBytes(named)
        return .read(
            objects: try objects(in: bytes, name: named == "-" ? "standard input" : named),
            from: named == "-" ? "standard input" : named)
    }
    let type = survey.backend?.name ?? module.backend?.description ?? "local"
    guard type == "local" else {
        return .configured(
            objects: survey.objects,
            because: "The state is kept by the backend \(type), which asks for credentials. "
                + "terraform show -json | tfguard posture -state=- counts it")
    }
    let path = localStatePath(of: module, survey)
    let there = try refusing { () throws(SystemError) -> [UInt8]? in
        guard try path.factsIfThere() != nil else { return nil }
        return try readFile(path, limit: largestState)
    }
    guard let there, there.contains(where: { $0 > 0x20 }) else {
        return .configured(
            objects: survey.objects,
            because: "The backend is local, and there is no state file here: it lies on another "
                + "machine, or nothing has been applied yet")
    }
    return .read(
        objects: try objects(in: there, name: path.description),
        from: path.name(below: module.directory))
}

private func stateBytes(_ name: String) throws(Refusal) -> [UInt8] {
    try refusing { () throws(SystemError) in
        if name == "-" { return try standardInput() }
        guard let path = FilePath(name) else { throw SystemError(.open, nil, code: 2) }
        return try readFile(path, limit: largestState)
    }
}

private func standardInput() throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var window = [UInt8](repeating: 0, count: 262_144)
    while bytes.count <= largestState {
        var space = window.mutableSpan
        let count = try StandardStream.input.read(into: &space)
        guard count > 0 else { return bytes }
        bytes += window[..<count]
    }
    throw SystemError(.read, nil, code: 27)
}

/// What `terraform show -json` prints, or a state file as it lies on the disk.
private func objects(in bytes: [UInt8], name: String) throws(Refusal) -> [ResourceChange] {
    // Only a state file has its own version, and only `show` has that of its format.
    if let shown = readShownObjects(bytes) {
        let root = JSONText(bytes: bytes).value
        // A plan has no values of a state, and would count as nothing at all.
        guard root["resource_changes"] == nil, root["planned_values"] == nil else {
            throw Refusal(
                .unreadablePlan, "That is a plan",
                "\(singleLine(name)) holds a plan, and what is counted is a state: terraform show "
                    + "-json without a plan prints it.")
        }
        if root["format_version"] != nil { return shown }
    }
    let file = try stateFile(bytes, name: name)
    // The reader has found it valid, and lists each instance of each resource in the file's order.
    let values = instances(of: JSONText(bytes: bytes).value)
    let areTold = values.count == file.objects.count
    return file.objects.enumerated().compactMap { position, object in
        guard object.mode == .managed, object.deposed == nil else { return nil }
        var row = object.row([.noOp], values: nil)
        if areTold { row.before = values[position]?.asJSONText }
        return row
    }
}

/// The attributes of every instance (Terraform's `internal/states/statefile/version4.go`).
private func instances(of state: JSONValue) -> [JSONValue?] {
    guard case .array(let resources)? = state["resources"] else { return [] }
    return resources.flatMap { resource -> [JSONValue?] in
        guard case .array(let instances)? = resource["instances"] else { return [] }
        return instances.map { $0["attributes"] }
    }
}

private func localStatePath(of module: RootModule, _ survey: ConfigurationSurvey) -> FilePath {
    let path = { (name: String) -> FilePath? in
        if let text = survey.backend?.text(name) { return FilePath(text) }
        guard case .string(let text)? = module.backendSettings?[ByteString(name)] else {
            return nil
        }
        return FilePath(bytes: text.bytes)
    }
    guard module.workspace != "default", let workspace = FilePath(bytes: module.workspace.bytes)
    else { return module.directory.appending(path("path") ?? "terraform.tfstate") }
    return module.directory.appending(path("workspace_dir") ?? "terraform.tfstate.d")
        .appending(workspace).appending("terraform.tfstate")
}

extension ConfigurationSurvey {
    /// The resources that the configuration names, of whose values nothing is known.
    fileprivate var objects: [ResourceChange] {
        resources.map { resource in
            ResourceChange(
                address: ByteString("\(resource.type).\(resource.name)"),
                type: ByteString(resource.type), name: ByteString(resource.name),
                providerName: "", actions: [.noOp])
        }
    }
}

extension FilePath {
    /// The path without the folder, where it lies below it.
    func name(below folder: FilePath) -> String {
        let prefix = folder.bytes + [UInt8(ascii: "/")]
        guard bytes.starts(with: prefix) else { return description }
        return String(decoding: bytes.dropFirst(prefix.count), as: UTF8.self)
    }
}
