import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// A plan that was read twice: as terraform shows it, and as its own file says.
///
/// What is applied is the file. Objects, actions and version are compared: where the two readings
/// differ, there is no verdict. Values, variables and provisioners are told by `show` alone.
struct ExaminedPlan: Sendable {
    /// What terraform shows.
    var plan: Plan
    /// What the file says; nil where it is a bookmark or encrypted, so that only terraform reads it.
    var saved: SavedPlan?
    var concerns: [RunConcern]
}

/// Reads a sealed plan twice.
///
/// - Parameters:
///   - sealed: the plan.
///   - show: `terraform show -json` of it.
///   - module: the folder it would be applied in.
/// - Returns: both readings, which agree.
/// - Throws: a refusal where it cannot be read, or where the readings differ.
func examine(
    _ sealed: borrowing SealedFile, shownBy show: Command, in module: RootModule
) throws(Refusal) -> ExaminedPlan {
    var concerns: [RunConcern] = []
    var saved: SavedPlan?
    let bytes = try refusing { () throws(SystemError) in
        try sealed.open().readAll(limit: largestPlanFile)
    }
    do throws(SavedPlanError) {
        saved = try readSavedPlan(bytes)
    } catch {
        switch error.reason {
        case .cloudBookmark:
            concerns.append(.singleReading("the file is a bookmark of a plan in HCP Terraform"))
        case .encryptedPlan:
            concerns.append(.singleReading("OpenTofu has encrypted the file"))
        case .empty, .json, .notAnArchive, .missingMember, .strayData, .directoryDamaged,
            .memberDamaged, .memberTwice, .wrongSize, .wrongChecksum, .tooLarge,
            .unsupportedArchive, .malformedPlan, .fieldTwice, .unknownVersion, .unknownAction,
            .unknownMode, .state:
            throw Refusal(.unreadablePlan, error.summary, error.detail)
        }
    }

    var plan = try readPlan(sealed, shownBy: show)
    if let saved {
        try refuseDisagreement(plan, saved)
        plan.addVanished(saved)
        try plan.addRemovedProvisioners(bytes)
        plan.stateStore = saved.backend?.stateStore
        concerns += strangeness(of: saved, in: module)
    }
    plan.stateStore = plan.stateStore ?? module.stateStore
    if !sealed.isSealed { concerns.append(.unsealed) }
    return ExaminedPlan(plan: plan, saved: saved, concerns: concerns)
}

/// Refuses a plan about which terraform shows something else than its file says.
private func refuseDisagreement(_ plan: Plan, _ saved: SavedPlan) throws(Refusal) {
    let differing = saved.disagreements(with: plan)
    if let first = differing.first {
        let more = differing.count > 1 ? ", and of \(differing.count - 1) more" : ""
        throw Refusal(
            .unreadablePlan, "The plan and what terraform shows of it differ",
            "terraform show says something else of \(TerminalText.printable(first.address.bytes))"
                + "\(more) than the plan's file, and the file is what would be applied. Look which "
                + "program stands under terraform's name, and make the plan again.")
    }
    // What kind of thing an object is follows from its address, and decides which rules hold.
    for row in plan.changes + plan.drift
    where NormalizedAddress(row.address).resource?.type != row.type {
        throw Refusal(
            .unreadablePlan, "The plan and what terraform shows of it differ",
            "terraform show calls \(TerminalText.printable(row.address.bytes)) a "
                + "\(TerminalText.printable(row.type.bytes)). Look which program stands under "
                + "terraform's name, and make the plan again.")
    }
    if let shown = plan.terraformVersion, shown != saved.terraformVersion {
        throw Refusal(
            .unreadablePlan, "The plan and what terraform shows of it differ",
            "The file was made by version \(TerminalText.printable(saved.terraformVersion.bytes)), "
                + "and terraform show speaks of \(TerminalText.printable(shown.bytes)). Look which "
                + "program stands under terraform's name, and make the plan again.")
    }
    if saved.isErrored {
        throw Refusal(
            .unreadablePlan, "The plan is incomplete",
            "Planning ended with an error, so the file says only half of what would happen. Mend "
                + "what terraform complained of and plan again.")
    }
}

extension Plan {
    /// Adds the objects that a refresh did not find and that no drift is shown for.
    ///
    /// A plan made with `-destroy` shows none of them, and applying it drops them from the state.
    fileprivate mutating func addVanished(_ saved: SavedPlan) {
        let known = Set(
            drift.filter { $0.actions.contains(.delete) }
                .map { StateObjectKey(address: $0.address, deposed: $0.deposed) })
        drift += saved.vanished.filter { !known.contains($0.key) }
            .map { $0.row([.delete], values: nil) }
    }
}

/// What is odd about applying this plan in this folder.
///
/// Terraform takes the backend from the plan, whatever folder it is applied in; the workspace it
/// takes, before 1.15, from the folder (hashicorp/terraform #37954).
func strangeness(of saved: SavedPlan, in module: RootModule) -> [RunConcern] {
    guard let backend = saved.backend else {
        return [.singleReading("its state store is not compared with the folder's")]
    }
    var concerns: [RunConcern] = []
    if !backend.workspace.bytes.isEmpty, backend.workspace != module.workspace {
        concerns.append(.otherWorkspace(planned: backend.workspace, chosen: module.workspace))
    }
    let chosen = module.backend ?? "local"
    if backend.type != chosen {
        concerns.append(.otherBackend(planned: backend.type, chosen: chosen))
    } else if let difference = difference(between: backend, and: module) {
        concerns.append(
            .otherBackend(planned: backend.type, chosen: chosen, setting: difference))
    }
    return concerns
}

/// The first setting in which a plan's backend and the folder's differ; nil where none does.
///
/// Settings that one side leaves open, as those that come from the environment, are not compared.
/// The values may be credentials: only the setting's name is told.
private func difference(
    between planned: SavedBackend, and module: RootModule
) -> ByteString? {
    guard case .object(let members)? = decodeMessagePack(planned.configuration) else {
        return "configuration, which cannot be read"
    }
    for member in members {
        let standard = defaultSetting(member.key, planned)
        let ours = module.backendSettings?[member.key].flatMap(\.unlessNull) ?? standard
        guard let ours, let theirs = member.value.unlessNull ?? standard else { continue }
        if ours != theirs { return member.key }
    }
    return nil
}

/// What Terraform's local backend takes where nothing is configured
/// (`internal/backend/local/backend.go`).
private func defaultSetting(_ key: ByteString, _ backend: SavedBackend) -> JSONValue? {
    guard backend.type == "local" else { return nil }
    return switch key {
    case "path": .string("terraform.tfstate")
    case "workspace_dir": .string("terraform.tfstate.d")
    case _: nil
    }
}

extension SavedBackend {
    /// Nil where its settings cannot be read.
    fileprivate var stateStore: StateStore? {
        decodeMessagePack(configuration).map { StateStore(type: type, arguments: $0) }
    }
}

extension RootModule {
    /// Where the folder's state is; nil where nothing says so, as with the local backend.
    var stateStore: StateStore? {
        guard let backend, let backendSettings else { return nil }
        return StateStore(type: backend, arguments: backendSettings)
    }
}

extension JSONValue {
    fileprivate var unlessNull: JSONValue? { self == .null ? nil : self }
}

extension SavedPlan {
    /// How many managed objects stand in only one of the two: the state that the plan was made from,
    /// before it was refreshed, and this one.
    ///
    /// Terraform writes the former with the moves of the configuration carried out.
    func differences(from objects: [StateObject], moved plan: Plan) -> Int {
        var moves: [StateObjectKey: ByteString] = [:]
        for row in plan.changes {
            guard let previous = row.previousAddress else { continue }
            moves[StateObjectKey(address: previous, deposed: row.deposed)] = row.address
        }
        let planned = Set(previousState.objects.filter { $0.mode == .managed }.map(Stand.init))
        let managed = objects.filter { $0.mode == .managed }
        let now = Set(managed.map(Stand.init))
        let afterMoves = Set(
            managed.map { object in
                let address = moves[object.key] ?? object.address
                return Stand(
                    key: StateObjectKey(address: address, deposed: object.deposed), id: object.id)
            })
        return min(
            planned.symmetricDifference(now).count,
            planned.symmetricDifference(afterMoves).count)
    }

    /// An object by its place in the state and its identity in the real world.
    private struct Stand: Hashable {
        let key: StateObjectKey
        let id: JSONText?

        init(key: StateObjectKey, id: JSONText?) {
            self.key = key
            self.id = id
        }

        init(_ object: StateObject) {
            self.init(key: object.key, id: object.id)
        }
    }
}
