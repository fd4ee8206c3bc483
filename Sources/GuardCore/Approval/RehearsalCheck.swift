package import TerraformPlan

/// A rehearsal whose signature is good: what was signed, and by whom.
package struct VerifiedRehearsal: Sendable {
    package let statement: RehearsalStatement
    package let signer: VerifiedSigner

    package init(statement: RehearsalStatement, signer: VerifiedSigner) {
        self.statement = statement
        self.signer = signer
    }
}

/// Whether a rehearsal proves something about a change of a run.
///
/// A rule's `unless` takes a rule away, so that every doubt leaves it in place: only what follows from
/// the module sources has been rehearsed by applying them elsewhere.
package struct RehearsalCheck: Sendable {
    /// What is to be applied now; nil where nobody knows.
    let configuration: RehearsedConfiguration?
    let lineage: ByteString?
    let planning: PlanningFacts
    let actors: WordSet<Actor>
    let rules: ApprovalRules
    let applier: ApplierFacts

    package init(
        configuration: RehearsedConfiguration?, facts: RunFacts, rules: ApprovalRules,
        applier: ApplierFacts
    ) {
        self.configuration = configuration
        lineage = facts.plannedState?.lineage
        planning = facts.planning
        actors = facts.actors
        self.rules = rules
        self.applier = applier
    }

    /// Why nothing that happened elsewhere proves anything about a change; nil where it may.
    package func fault(of judged: JudgedChange) -> String? {
        guard configuration != nil else {
            return "the plan holds no configuration that could be compared"
        }
        guard planning.mode == .normal else {
            return "only an ordinary apply is rehearsed, and no destroy"
        }
        guard planning.replaces?.isEmpty == true else { return "-replace is not rehearsed" }
        let change = judged.change
        guard change.deposed == nil, !judged.effects.contains(.driftLoss) else {
            return "it comes from this state alone"
        }
        switch change.actionReason?.description {
        case nil, "replace_because_cannot_update", "replace_by_triggers",
            "delete_because_no_resource_config", "delete_because_no_module",
            "delete_because_wrong_repetition", "delete_because_count_index",
            "delete_because_each_key", "delete_because_no_move_target":
            return nil
        case let reason?:
            return "terraform's reason (\(reason)) is one of this state alone"
        }
    }

    /// Why a rehearsal is none for a block and a change; nil where it is one.
    package func fault(
        of rehearsal: VerifiedRehearsal, for block: RehearsalBlock, _ change: ResourceChange
    ) -> String? {
        let statement = rehearsal.statement
        guard statement.environments.contains(block.environment) else {
            return "it was in \(statement.environments.joined(separator: " and ")), and not in "
                + block.environment
        }
        guard statement.configuration.modules == configuration?.modules else {
            return "other module sources were applied there"
        }
        guard !needsRoot(change) || statement.configuration.root == configuration?.root else {
            return "it follows from the root module, and another one was applied there"
        }
        guard let lineage, !statement.lineage.bytes.isEmpty else {
            return "nobody knows whether it was of this very state"
        }
        guard lineage != statement.lineage else { return "it was of this very state" }
        return faultOfTime(statement, block) ?? faultOfSigner(rehearsal)
    }

    /// Whether the files of the called modules do not tell why a change is made.
    ///
    /// What is in a module goes away, and does not come back, because of who calls it.
    private func needsRoot(_ change: ResourceChange) -> Bool {
        guard let module = change.moduleAddress, !module.bytes.isEmpty else { return true }
        return !change.actions.contains(.create) && !change.actions.contains(.update)
    }

    private func faultOfTime(_ statement: RehearsalStatement, _ block: RehearsalBlock) -> String? {
        guard let now = applier.now else { return "this machine does not know the time" }
        if let latest = applier.latestRecord, now < latest {
            return "this machine's clock has been set back"
        }
        guard statement.applied <= now else {
            return "it is said to have been at \(statement.applied.inRFC3339), which is to come"
        }
        guard now.secondsSinceEpoch - statement.applied.secondsSinceEpoch <= block.within else {
            return "it was at \(statement.applied.inRFC3339), longer ago than "
                + inWords(seconds: block.within)
        }
        return nil
    }

    private func faultOfSigner(_ rehearsal: VerifiedRehearsal) -> String? {
        let signer = rehearsal.signer
        guard signer.isAnchored else {
            return "\(signer.principal) stands in a list of signers that others than root could "
                + "have written"
        }
        if !rules.allowsSelf {
            if isSame(signer.principal, as: applier.user) {
                return "\(signer.principal) has signed it, who applies this"
            }
            if applier.keys.contains(signer.key.blob) {
                return "it is signed with a key that whoever applies has in an agent of their own"
            }
        }
        let isOfAgent =
            actors.contains(.agent)
            || rehearsal.statement.by.actors.contains(Actor.agent.rawValue)
        if rules.touch ?? isOfAgent, !signer.isTouched {
            return "nobody touched a hardware key for its signature"
        }
        if rules.pin, !signer.isVerified {
            return "nobody entered a hardware key's PIN for its signature"
        }
        return nil
    }
}
