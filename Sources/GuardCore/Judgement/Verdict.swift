package import TerraformPlan

/// What tfguard thinks of a plan: everything that is shown, recorded and acted upon.
package struct Verdict: Sendable {
    package var decision: Decision
    package var facts: RunFacts
    /// The environments the run belongs to, each with what it was recognised by.
    package var environments: [RecognisedEnvironment]
    /// Every row that is not a plain no-op, in plan order; then what has no row of its own: objects
    /// that only drift knows, invocations, deferred changes.
    package var changes: [JudgedChange]
    package var findings: [Finding]
    /// The overrides and exceptions that are about something in the plan.
    package var relaxations: [RelaxationNote]
    package var counts: ChangeCounts
    package var terraformVersion: ByteString?
    /// The proofs that rules want for changes they are about.
    package var demandedProofs: [ProofDemand] = []
    /// What is judged instead of a plan, where it is no plan.
    package var command: SurgeryCommand?
    /// Every policy file that was read.
    package var policies: [PolicyDigest]

    package init(
        decision: Decision, facts: RunFacts, environments: [RecognisedEnvironment],
        changes: [JudgedChange], findings: [Finding], counts: ChangeCounts,
        terraformVersion: ByteString?, policies: [PolicyDigest],
        relaxations: [RelaxationNote] = []
    ) {
        self.decision = decision
        self.facts = facts
        self.environments = environments
        self.changes = changes
        self.findings = findings
        self.relaxations = relaxations
        self.counts = counts
        self.terraformVersion = terraformVersion
        self.policies = policies
    }
}

/// An environment a run belongs to.
package struct RecognisedEnvironment: Hashable, Sendable {
    package let name: String
    /// In words: `workspace "prod"`, `directory "live/prod"`, `fallback`.
    package let by: String

    package init(name: String, by: String) {
        self.name = name
        self.by = by
    }
}

/// One row with what was made of it.
package struct JudgedChange: Sendable {
    package var change: ResourceChange
    package var effects: [Effect]
    package var category: Category?
    package var severity: Severity?
    /// The real name of the thing, such as a bucket's; nil where none is known or it is sensitive.
    package var identity: ByteString?
    package var decision: Decision
    /// Qualified names of the rules that decided anything but `allow`.
    package var rules: [String]
    /// What the catalog says of recovering it.
    package var recovery: String?
    /// What single attributes of the change come to.
    package var consequences: [Consequence] = []
    /// What only a look at the whole plan tells about it.
    package var circumstances: [Circumstance] = []

    package init(
        change: ResourceChange, effects: [Effect], category: Category?, severity: Severity?,
        identity: ByteString?, decision: Decision, rules: [String], recovery: String?
    ) {
        self.change = change
        self.effects = effects
        self.category = category
        self.severity = severity
        self.identity = identity
        self.decision = decision
        self.rules = rules
        self.recovery = recovery
    }

    /// Whether an object is destroyed, or dropped from the state.
    package var isLoss: Bool {
        effects.contains { effect in
            switch effect {
            case .delete, .replace, .forget, .driftLoss, .lose: true
            case .noOp, .create, .update, .read, .import, .move, .invoke, .deferred, .disarm,
                .runsCode, .deposed, .handover:
                false
            }
        }
    }
}

/// One thing a rule, or tfguard itself, found.
package struct Finding: Sendable {
    /// `no-database-loss`.
    package var rule: String
    /// `builtin:default`, `project`, `system`, `flag`, or `tfguard` for what no policy can change.
    package var layer: String
    package var decision: Decision
    /// What it would decide, where the policy is only observed.
    package var observed: Decision?
    /// Nil where the finding is about the whole plan.
    package var address: ByteString?
    package var deposed: ByteString?
    package var effect: Effect?
    package var reason: String
    package var remedy: String?

    package init(
        rule: String, layer: String, decision: Decision, address: ByteString? = nil,
        deposed: ByteString? = nil, effect: Effect? = nil, reason: String, remedy: String? = nil
    ) {
        self.rule = rule
        self.layer = layer
        self.decision = decision
        self.address = address
        self.deposed = deposed
        self.effect = effect
        self.reason = reason
        self.remedy = remedy
    }
}

/// How many rows of each kind a plan has.
package struct ChangeCounts: Equatable, Sendable {
    package var create = 0
    package var update = 0
    package var replace = 0
    package var delete = 0
    package var forget = 0
    package var read = 0
    package var `import` = 0
    package var move = 0
    package var noOp = 0

    package init() {}
}
