import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

// What is known of a state by reading alone: nothing is written, nobody is asked.

extension StateFacts {
    /// Looks up what the pins say of a state.
    ///
    /// - Parameters:
    ///   - module: whose state it is.
    ///   - identity: where it is kept.
    ///   - lineage: of the state; empty where it has none yet, nil where it is not known.
    ///   - serial: of the state.
    ///   - resources: how many managed objects it holds.
    ///   - history: what the record says of it, if anything.
    ///   - actors: who asks.
    /// - Throws: a refusal where the pins cannot be read.
    init(
        of module: RootModule, at identity: BackendIdentity, lineage: ByteString?, serial: UInt64?,
        resources: Int?, history: RecordHistory?, askedBy actors: WordSet<Actor>
    ) throws(Refusal) {
        let place = PinPlace(in: module.directory)
        let pin = try place.fact(for: module.workspace, history, askedBy: actors)
        self.init(
            backend: identity.type, location: identity.location, configuration: identity.digest,
            workspace: module.workspace, lineage: lineage, serial: serial, resources: resources,
            pin: pin, history: history)
        // An agent does not say itself that nothing is missing.
        if resources ?? 0 == 0, !actors.isDisjoint(with: [.agent, .unattended]),
            case .pinned(let pin) = pin, case .new = pin.expectation
        {
            isPinReviewed = try place.isReviewed(pin, for: module.workspace)
        }
    }
}

/// The state that a plan would change, for those who only look at the plan.
struct KnownPlanState {
    /// Nil where neither plan nor folder says which state that is.
    var facts: StateFacts?
    /// What is odd about the record itself.
    let concerns: [RunConcern]
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
    ///   - actors: who asks.
    /// - Throws: a refusal where the pins cannot be read.
    init(
        of examined: ExaminedPlan, in module: RootModule, isNamed: Bool,
        _ settings: RecordSettings, _ environment: Environment, askedBy actors: WordSet<Actor>
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
            (facts, concerns, warnings) = (nil, [], [])
            return
        }
        let lineage = saved?.state.lineage
        let look: RecordLook?
        do throws(Refusal) {
            look = try RecordLook(
                of: lineage ?? "", at: module.statePlace(identity),
                in: RecordPlace(path: settings.path, environment: environment))
            warnings = []
        } catch  where error.status == .unrecorded {
            // An apply would refuse; to look at a plan nobody needs a home.
            look = nil
            warnings = [
                Diagnostic(
                    "The record was not read",
                    detail: "Not checked: whether the state is an old one, and who changed it. "
                        + "tfguard log says what is in the way.", severity: .warning)
            ]
        } catch {
            throw error
        }
        concerns = look?.damage.map { [.damagedRecord($0)] } ?? []
        facts = try StateFacts(
            of: module, at: identity, lineage: lineage, serial: saved?.state.serial,
            resources: saved?.previousState.managedCount, history: look?.history,
            askedBy: actors)
    }
}

extension RunFacts {
    /// Takes over what is known of the state, and what is odd about the record that tells of it.
    mutating func take(_ known: KnownPlanState) {
        state = known.facts
        concerns += known.concerns
    }
}
