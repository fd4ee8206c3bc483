import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

// What is known of a state by reading alone: nothing is written, nobody is asked.

extension StateFacts {
    /// Looks up what pins and record say of a state.
    ///
    /// - Parameters:
    ///   - module: whose state it is.
    ///   - identity: where it is kept.
    ///   - lineage: of the state; empty where it has none yet, nil where it is not known.
    ///   - serial: of the state.
    ///   - resources: how many managed objects it holds.
    ///   - place: where the record lies; nil where it is not to be read.
    /// - Throws: a refusal where the record or the pins cannot be read.
    init(
        of module: RootModule, at identity: BackendIdentity, lineage: ByteString?, serial: UInt64?,
        resources: Int?, recordedIn place: RecordPlace?
    ) throws(Refusal) {
        var history: RecordHistory?
        if let place {
            history = try RecordFile.history(
                of: lineage ?? "", at: module.statePlace(identity), in: place)
        }
        let pin = try PinPlace(in: module.directory)
            .fact(for: module.workspace, known: history?.pins ?? [])
        self.init(
            backend: identity.type, location: identity.location, configuration: identity.digest,
            workspace: module.workspace, lineage: lineage, serial: serial, resources: resources,
            pin: pin, history: history)
    }
}

/// The state that a plan would change, for those who only look at the plan.
struct KnownPlanState {
    /// Nil where neither plan nor folder says which state that is.
    let facts: StateFacts?
    /// What could not be looked at.
    let warnings: [Diagnostic]

    /// Looks.
    ///
    /// A saved plan names its backend, its lineage and its serial itself. Of a plan in JSON nobody
    /// knows them: there the folder's backend counts, where somebody has named the folder and run
    /// `init` in it.
    ///
    /// - Parameters:
    ///   - examined: the plan.
    ///   - module: the folder it would be applied in.
    ///   - isNamed: whether somebody has said that it is this folder.
    ///   - settings: where the policy wants the record.
    ///   - environment: what a backend takes its settings from.
    /// - Throws: a refusal where the pins cannot be read.
    init(
        of examined: ExaminedPlan, in module: RootModule, isNamed: Bool,
        _ settings: RecordSettings, _ environment: Environment
    ) throws(Refusal) {
        let saved = examined.saved
        let identity: BackendIdentity
        if let backend = saved?.backend {
            identity = BackendIdentity(
                type: backend.type, configured: decodeMessagePack(backend.configuration),
                environment)
        } else if isNamed, module.backend != nil {
            identity = module.backendIdentity(environment)
        } else {
            (facts, warnings) = (nil, [])
            return
        }
        let facts = { (place: RecordPlace?) throws(Refusal) -> StateFacts in
            try StateFacts(
                of: module, at: identity, lineage: saved?.state.lineage,
                serial: saved?.state.serial, resources: saved?.previousState.managedCount,
                recordedIn: place)
        }
        do throws(Refusal) {
            self.facts = try facts(RecordPlace(path: settings.path, environment: environment))
            warnings = []
        } catch  where error.status == .unrecorded {
            // An apply would refuse; to look at a plan nobody needs a home.
            self.facts = try facts(nil)
            warnings = [
                Diagnostic(
                    "The record was not read",
                    detail: "Not checked: whether the state is an old one, and who changed it. "
                        + "tfguard log says what is in the way.", severity: .warning)
            ]
        } catch {
            throw error
        }
    }
}
