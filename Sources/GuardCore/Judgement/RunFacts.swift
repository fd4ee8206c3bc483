package import TerraformPlan

/// Who is asking.
///
/// A rule matches when it names any actor of the run.
package enum Actor: String, CaseIterable, NumberedWord, Sendable {
    case human
    case agent
    case ci
    case unattended
}

/// What was seen that made somebody an actor: a variable's name, or a sentence.
package struct ActorSignal: Hashable, Sendable {
    package let actor: Actor
    package let signal: String

    package init(actor: Actor, signal: String) {
        self.actor = actor
        self.signal = signal
    }
}

/// What is known of a run besides its plan.
///
/// Gathered outside, because nothing here reads a file, a clock or the environment.
package struct RunFacts: Sendable {
    /// `[.human]`, or any of the others together.
    package var actors: WordSet<Actor>
    package var signals: [ActorSignal]
    /// Nil where it cannot be determined, which counts as matched in what tightens.
    package var workspace: ByteString?
    /// The root module's real path, absolute; nil where it cannot be determined.
    package var directory: ByteString?
    /// What else was found about the run.
    package var concerns: [RunConcern]
    /// Nil where nobody knows the time, which tightens like anything that is not known.
    package var now: Moment?

    /// The environments where somebody else has recognised them, as an approver's run is told; nil
    /// where they are to be recognised.
    package var statedEnvironments: [String]?
    /// What has been proven for the rules that want a proof.
    package var proofs: [Proof] = []
    /// Whether anchored signers are there who could approve.
    package var hasApprovers = false
    /// The state that the run would change, where somebody looked at it.
    package var state: StateFacts?

    /// False where there is no plan to tell the variables' values, which then count as matched in
    /// what tightens.
    package var knowsVariables = true
    /// False where the changes alone are told, as to an approver: nobody knows then what else the state
    /// has, and which share of it they are.
    package var knowsUnchanged = true
    /// Whether root runs it, who can change what only root can change.
    package var isRoot = false
    /// Looked for in the plan where an environment asks for them.
    var accounts: Accounts?
    package var planning = PlanningFacts()
    /// What conditions and environments see of the state.
    package var plannedState: PlannedState?
    /// Nil where nobody asked.
    package var versionControl: VersionControlFacts?

    package init(
        actors: WordSet<Actor>, signals: [ActorSignal] = [], workspace: ByteString?,
        directory: ByteString?, concerns: [RunConcern] = [], now: Moment? = nil
    ) {
        self.actors = actors
        self.signals = signals
        self.workspace = workspace
        self.directory = directory
        self.concerns = concerns
        self.now = now
    }
}
