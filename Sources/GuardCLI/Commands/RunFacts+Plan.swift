import GuardCore
import GuardSystem
import TerraformPlan

extension RunFacts {
    /// What is known of a run in a folder besides its plan.
    init(
        in module: RootModule, under policy: Policy, concerns: [RunConcern],
        _ environment: Environment,
        askedBy actors: (actors: WordSet<Actor>, signals: [ActorSignal])? = nil
    ) {
        let actors = actors ?? detectActors(.now(environment))
        self.init(
            actors: actors.actors, signals: actors.signals, workspace: module.workspace,
            directory: ByteString(bytes: module.directory.bytes), concerns: concerns, now: .now)
        isRoot = Host.userID == 0
        if policy.readsVersionControl {
            versionControl = versionControlFacts(of: module.directory, environment)
        }
    }

    /// Takes what is known of how a plan was made and of the state it would change.
    ///
    /// - Parameters:
    ///   - examined: the plan.
    ///   - request: what it is to be applied by; nil where it is only looked at.
    ///   - module: the folder it would be applied in.
    mutating func take(_ examined: ExaminedPlan, _ request: ApplyRequest?, in module: RootModule) {
        let saved = examined.saved
        let isOurs = request.map { $0.planFile == nil } ?? false
        planning = PlanningFacts(
            mode: saved?.mode ?? (isOurs ? request?.mode : nil),
            targets: saved?.targets ?? (isOurs ? request?.values(of: "target") : nil),
            excludes: saved?.excluded ?? (isOurs ? request?.values(of: "exclude") : nil),
            // Terraform before 1.12 leaves them out of the file.
            replaces: (saved?.forcedReplacements ?? [])
                + (isOurs ? request?.values(of: "replace") ?? [] : []),
            isRefreshed: request?.isRefreshed, isLocked: request?.isLocked ?? true)
        plannedState = PlannedState(examined, in: module)
    }
}

extension PlannedState {
    /// What a plan's own file says comes first: apply takes it from there.
    init(_ examined: ExaminedPlan, in module: RootModule) {
        self.init(backend: module.backend, backendSettings: module.backendSettings)
        resourceCount = examined.plan.priorStateCount
        guard let saved = examined.saved else { return }
        if let planned = saved.backend {
            backend = planned.type
            backendSettings = decodeMessagePack(planned.configuration) ?? backendSettings
        }
        lineage = saved.state.lineage
        serial = saved.state.serial
        resourceCount = saved.previousState.managedCount
        isEmpty = saved.previousState.objects.isEmpty
    }
}

extension ApplyRequest {
    /// The values of a flag of the planning that may stand several times.
    fileprivate func values(of flag: String) -> [ByteString] {
        let prefix = "-\(flag)="
        return planFlags.filter { $0.hasPrefix(prefix) }
            .map { ByteString(String($0.dropFirst(prefix.count))) }
    }
}
