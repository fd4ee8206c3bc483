package import TerraformPlan

/// Judges a plan: every rule of every layer against every row; the strictest decision wins.
///
/// What no rule matches is allowed where it is harmless (`no-op`, `read`, `create`, `update`, `move`
/// and `import`) and otherwise confirmed; what is not understood is blocked.
///
/// - Parameters:
///   - plan: what Terraform would do.
///   - policy: all layers.
///   - facts: what else is known of the run.
///   - adoption: what other plans import of what this one lets go of.
///   - split: who judges which rows, which no verdict depends on.
/// - Returns: what is to happen, and why.
package func judge(
    _ plan: Plan, under policy: Policy, facts: RunFacts, adoption: Adoption = .none,
    split: RowSplit = .none
) -> Verdict {
    var facts = facts
    if policy.environments.contains(where: { $0.matches.contains { $0.account != nil } }) {
        facts.accounts = Accounts(of: plan, by: policy.accountSources())
    }
    let environments = recognisedEnvironments(policy.environments, of: plan, facts: facts)
        .joined(with: facts.state?.history)
    let run = JudgedRun(plan, under: policy, facts: facts, environments: environments)
    let conditions = ConditionFacts(plan, in: run)
    var judgement = Judgement(
        RuleIndex(policy, in: run, providerConfiguration: plan.providerConfiguration),
        RelaxationIndex(policy.relaxations, in: run, conditions), conditions, CreatedObjects(plan),
        stateStore: plan.stateStore)
    judgement.adoption = adoption
    judgement.proofs = ProofIndex(facts.proofs)
    judgement.judgeRows(of: plan, split)
    judgement.judgeTogether()
    judgement.judgeWhole(plan, in: environments, knowsUnchanged: facts.knowsUnchanged)
    let isProduction = environments.contains { $0.name == "production" }
    for concern in facts.concerns { judgement.note(concern.finding(isProduction: isProduction)) }
    if let state = facts.state, state.isJudged {
        judgement.judge(state, by: policy.states, in: run)
    }
    let observed = ObservedFindings(policy, in: run)
        .lower(&judgement.findings, of: &judgement.changes, &judgement.decision)
    if !facts.hasApprovers { judgement.judgeApproval(by: facts.actors) }
    var verdict = Verdict(
        decision: judgement.decision, facts: facts, environments: environments,
        changes: judgement.changes, findings: judgement.findings, counts: judgement.counts,
        terraformVersion: plan.terraformVersion,
        policies: policy.digests + judgement.index.digests,
        relaxations: judgement.relaxations.notes + observed)
    verdict.demandedProofs = judgement.demandedProofs
    return verdict
}

/// A judgement while it is made.
struct Judgement: Sendable {
    var index: RuleIndex
    var relaxations: RelaxationIndex
    let conditions: ConditionFacts
    let created: CreatedObjects
    let stateStore: StateStore?
    var changes: [JudgedChange] = []
    var findings: [Finding] = []
    var counts = ChangeCounts()
    /// Filled as rules are met that want one.
    private(set) var demandedProofs: [ProofDemand] = []
    var proofs = ProofIndex([])
    /// The strictest of all findings.
    var decision = Decision.allow

    /// What other plans import of what this one lets go of.
    var adoption = Adoption.none

    private var renames = RenameSearch()
    private var backups = LostBackups()
    private var cascades = Cascades()

    /// How many changes each limit is about, by its position.
    private var limited: [Int]
    /// Objects that were there before, as far as the rows tell.
    private var priorRows = 0
    /// Objects that are gone from the real world.
    private var goneCount = 0
    /// Objects that no longer are in the state afterwards, nor a successor of theirs.
    private var removedCount = 0

    init(
        _ index: RuleIndex, _ relaxations: RelaxationIndex, _ conditions: ConditionFacts,
        _ created: CreatedObjects, stateStore: StateStore?
    ) {
        self.stateStore = stateStore
        self.created = created
        self.index = index
        self.relaxations = relaxations
        self.conditions = conditions
        limited = Array(repeating: 0, count: index.limits.count)
    }

    // MARK: Rows

    /// An object of a plan: one that `create_before_destroy` left behind has the address of its
    /// successor.
    fileprivate struct ObjectKey: Hashable {
        let address: ByteString
        let deposed: ByteString?

        init(_ change: ResourceChange) {
            address = change.address
            deposed = change.deposed
        }
    }

    /// What the effects of a row depend on beside the row.
    struct RowContext: Sendable {
        fileprivate let gone: Set<ObjectKey>
        fileprivate let provisioned: Set<ByteString>
    }

    mutating func judgeRows(of plan: Plan, _ split: RowSplit) {
        let lost = plan.drift.filter { $0.actions.contains(.delete) }
        var gone = Set(lost.map(ObjectKey.init))
        goneCount = gone.count
        judge(plan.changes, by: RowContext(gone: gone, provisioned: plan.provisioned), split)
        // What only drift knows: no row will build it anew.
        if !gone.isEmpty { gone.subtract(plan.changes.map(ObjectKey.init)) }
        for row in lost where gone.remove(ObjectKey(row)) != nil {
            let deposed: EffectSet = row.deposed == nil ? [] : EffectSet(.deposed)
            judge(row, EffectSet(.driftLoss).union(deposed))
        }
        for invocation in plan.invocations { judge(row(for: invocation), EffectSet(.invoke)) }
        for deferred in plan.deferred { judge(deferred.change, EffectSet(.deferred)) }
        for invocation in plan.deferredInvocations {
            judge(row(for: invocation), EffectSet(.deferred))
        }
        counts.noOp += plan.noOpCount
    }

    mutating func judge(_ rows: ArraySlice<ResourceChange>, by context: RowContext) {
        changes.reserveCapacity(changes.count + rows.count)
        for row in rows {
            let isGone = !context.gone.isEmpty && context.gone.contains(ObjectKey(row))
            judge(row, effects(of: row, isGone: isGone, provisioned: context.provisioned))
        }
    }

    /// Adds the judgement of the rows that follow, which was made by itself.
    mutating func join(_ part: Judgement) {
        renames.join(part.renames, shiftedBy: changes.count)
        backups.join(part.backups, shiftedBy: changes.count)
        cascades.join(part.cascades, shiftedBy: changes.count)
        relaxations.join(part.relaxations)
        changes += part.changes
        findings += part.findings
        demandedProofs += part.demandedProofs
        counts.add(part.counts)
        for position in limited.indices { limited[position] += part.limited[position] }
        priorRows += part.priorRows
        removedCount += part.removedCount
        decision = max(decision, part.decision)
    }

    /// An invocation changes no object; its row says what is invoked.
    private func row(for invocation: ActionInvocation) -> ResourceChange {
        ResourceChange(
            address: invocation.address, type: invocation.type, name: "", providerName: "",
            actions: [.noOp])
    }

    private mutating func judge(_ row: ResourceChange, _ understood: EffectSet?) {
        let entry = index.entry(for: row)
        guard var effects = understood else {
            blockWhatIsNotUnderstood(row, entry.description)
            return
        }
        if adoption.takesOver(row) {
            effects.subtract(EffectSet(.forget))
            effects.formUnion(EffectSet(.handover))
        }
        var consequences = entry.description.consequences(of: row, effects, created: created)
        if !effects.isDisjoint(with: EffectSet([.delete, .replace])) {
            consequences += entry.settings.map(\.consequence)
        }
        effects.formUnion(EffectSet(consequences.compactMap(\.effect)))
        count(effects)
        for position in entry.limits
        where index.limits[position].isAbout(row, effects, entry.description, conditions) {
            limited[position] += 1
        }

        var change = JudgedChange(
            change: row, effects: effects.effects, category: entry.description.category,
            severity: entry.description.severity,
            identity: entry.description.identity(of: row), decision: .allow, rules: [],
            recovery: entry.description.recovery)
        change.consequences = consequences
        var unmatched = effects.subtracting(.harmless)
        for position in entry.addresses.candidates(for: row.address.bytes)
        where !entry.actions[position].isDisjoint(with: effects) {
            let rule = entry.rules[position]
            guard let (matched, doubt) = rule.match(row, effects, entry.description, conditions)
            else { continue }
            let fault = faultOfProofs(of: rule, row)
            if !rule.unless.isEmpty, fault == nil { continue }
            // A `-policy` file can only tighten: it passes nothing that would be confirmed;
            // nor does a rule whose condition nobody could decide, or in an environment that is not
            // certain.
            if rule.decision >= .confirm
                || rule.source.layer != .flag && doubt == nil && rule.isCertain
            {
                unmatched.subtract(matched)
            }
            let decision = decision(of: rule, row, matched, entry.description)
            guard decision > .allow else { continue }
            note(
                Finding(
                    rule: rule.source.name, layer: rule.source.layerName, decision: decision,
                    address: row.address, deposed: row.deposed, effect: matched.gravest,
                    reason: rule.reason
                        + (doubt.map { " (Its condition counts as true: \($0).)" } ?? "")
                        + (fault.map { " (Not proven: \($0).)" } ?? ""),
                    remedy: rule.remedy),
                of: rule.source.qualifiedName, in: &change)
        }
        for consequence in consequences where consequence.kind == .warn {
            note(own: .risk(consequence, of: row), in: &change)
        }
        if let effect = unmatched.gravest {
            note(own: .unmatched(effect, of: row, entry.description), in: &change)
        }
        note(circumstancesOf: row, effects, entry.description, in: &change)
        renames.note(row, change.effects, at: changes.count)
        backups.note(effects, entry, at: changes.count)
        cascades.note(row, effects, entry.description, at: changes.count)
        changes.append(change)
    }

    /// Why the proofs that a rule wants do not all hold for a row that it matches; nil where they do,
    /// or where it wants none.
    private mutating func faultOfProofs(of rule: Rule, _ row: ResourceChange) -> String? {
        guard !rule.unless.isEmpty else { return nil }
        let demands = rule.demands(for: row)
        if rule.decision > .allow { demandedProofs += demands }
        return proofs.fault(of: demands)
    }

    /// What a rule decides about a row that it matches, after overrides and exceptions.
    private mutating func decision(
        of rule: Rule, _ row: ResourceChange, _ effects: EffectSet,
        _ description: ResourceDescription
    ) -> Decision {
        guard !relaxations.isEmpty, rule.decision > .allow else { return rule.decision }
        return relaxations.relaxed(
            rule, by: relaxations.about(rule.source), row, effects, description)
    }

    /// Shows what each word of a row says, because nobody knows what they come to together.
    private mutating func blockWhatIsNotUnderstood(
        _ row: ResourceChange, _ description: ResourceDescription
    ) {
        var effects: EffectSet = row.deposed == nil ? [] : EffectSet(.deposed)
        for action in row.actions { effects.formUnion(GuardCore.effects(of: action)) }
        count(effects)
        var change = JudgedChange(
            change: row, effects: effects.effects, category: description.category,
            severity: description.severity, identity: description.identity(of: row),
            decision: .allow, rules: [], recovery: description.recovery)
        note(own: .notUnderstood(row), in: &change)
        changes.append(change)
    }

    /// Adds what a rule found about one row.
    private mutating func note(
        _ finding: Finding, of rule: String, in change: inout JudgedChange
    ) {
        change.decision = max(change.decision, finding.decision)
        change.rules.append(rule)
        note(finding)
    }

    /// Adds what tfguard itself found about one row.
    private mutating func note(own finding: Finding, in change: inout JudgedChange) {
        note(finding, of: finding.layer + "/" + finding.rule, in: &change)
    }

    /// Adds what was found about the whole plan, as far as overrides and exceptions leave it.
    private mutating func note(_ finding: Finding, relaxedFor rule: RuleSource) {
        var finding = finding
        finding.decision = relaxations.relaxed(finding.decision, of: rule)
        if finding.decision > .allow { note(finding) }
    }

    /// Adds what is odd about the state.
    mutating func judge(_ state: StateFacts, by rules: [StateRule], in run: JudgedRun) {
        let findings = stateFindings(
            rules, about: state, in: run, &relaxations, isIdle: changes.isEmpty)
        for finding in findings { note(finding) }
    }

    mutating func note(_ finding: Finding) {
        decision = max(decision, finding.decision)
        findings.append(finding)
    }

    // MARK: Beyond the row

    /// Adds what an object is to others, and to this run.
    private mutating func note(
        circumstancesOf row: ResourceChange, _ effects: EffectSet,
        _ description: ResourceDescription, in change: inout JudgedChange
    ) {
        guard !effects.isDisjoint(with: EffectSet.losses.union(EffectSet(.disarm))) else { return }
        if description.isOfReplica { change.circumstances.append(.replica) }
        if let words = description.relations.container,
            !effects.isDisjoint(with: EffectSet([.delete, .replace]))
        {
            change.circumstances.append(.container(words))
            note(.container(row, words), .container, effects, description, in: &change)
        }
        if let argument = description.stateArgument(of: row, in: stateStore) {
            change.circumstances.append(.holdsState(argument: argument))
            change.severity = .critical
            note(.ownState(row, effects), .ownState, effects, description, in: &change)
        }
    }

    /// Adds what only shows when rows are seen together.
    mutating func judgeTogether() {
        let renamed = renames.pairs(among: changes) { index.entry(for: $0).description }
        for (position, block) in renamed {
            changes[position].circumstances.append(.renamed(block))
            note(.rename(of: changes[position].change, block), .rename, at: position)
        }
        judgeBackups()
        judgeCascades()
    }

    private mutating func judgeBackups() {
        let lastCopies = backups.lastCopies(among: changes)
        for position in lastCopies { changes[position].circumstances.append(.lastCopy) }
        var pairs = backups.pairs(among: changes)[...]
        var originals: [Int] = []
        while let first = pairs.first {
            let all = pairs.prefix { $0.original == first.original }
            pairs = pairs.dropFirst(all.count)
            for pair in all {
                changes[pair.backup].circumstances.append(
                    .originalGoes(changes[first.original].change.address))
            }
            changes[first.original].circumstances.append(
                .backupGoes(changes[first.backup].change.address, others: all.count - 1))
            originals.append(first.original)
        }
        for position in Set(lastCopies + originals).sorted() {
            let row = changes[position].change
            let description = index.entry(for: row).description
            if description.isOfReplica || description.leavesLastBackup(of: row) { continue }
            note(
                .dataWithBackups(changes[position]), .dataWithBackups, at: position)
        }
    }

    private mutating func judgeCascades() {
        var followers: [Int: [Int]] = [:]
        for link in cascades.links(among: changes) {
            changes[link.follower].circumstances.append(
                .draggedAlong(by: changes[link.generator].change.address))
            followers[link.generator, default: []].append(link.follower)
        }
        for (generator, dragged) in followers.sorted(by: { $0.key < $1.key }) {
            let gravest =
                dragged.min { changes[$0].gravity > changes[$1].gravity } ?? generator
            changes[generator].circumstances.append(
                .dragsAlong(dragged.count, gravest: changes[gravest].change.address))
            note(
                .cascade(
                    changes[generator].change, of: dragged.count,
                    decision: changes[gravest].decision),
                .cascade, at: generator)
        }
    }

    /// Adds what was derived about a row that has been judged.
    private mutating func note(_ finding: Finding, _ rule: RuleSource, at position: Int) {
        var change = changes[position]
        note(
            finding, rule, EffectSet(change.effects), index.entry(for: change.change).description,
            in: &change)
        changes[position] = change
    }

    /// Adds what was derived about a row, as far as overrides and exceptions leave it.
    private mutating func note(
        _ finding: Finding, _ rule: RuleSource, _ effects: EffectSet,
        _ description: ResourceDescription, in change: inout JudgedChange
    ) {
        var finding = finding
        finding.decision = relaxations.relaxed(
            finding.decision, of: rule, change.change, effects, description)
        if finding.decision > .allow { note(finding, of: rule.qualifiedName, in: &change) }
    }

    // MARK: Counting

    private mutating func count(_ effects: EffectSet) {
        for effect in effects.effects { counts.add(effect) }
        let hasBefore = EffectSet([.noOp, .update, .delete, .replace, .forget, .driftLoss])
        if !effects.isDisjoint(with: hasBefore), !effects.contains(EffectSet(.import)) {
            priorRows += 1
        }
        let goes = EffectSet([.delete, .forget, .driftLoss])
        if !effects.isDisjoint(with: goes),
            effects.isDisjoint(with: EffectSet([.create, .replace]))
        {
            removedCount += 1
        }
    }

    // MARK: The whole plan

    mutating func judgeWhole(
        _ plan: Plan, in environments: [RecognisedEnvironment], knowsUnchanged: Bool
    ) {
        // The prior state of a plan is the refreshed one: what is gone is not in it any more. Where it
        // is not told, or tells less, the rows do.
        let told = max((plan.priorStateCount ?? 0) + goneCount, priorRows + plan.noOpCount)
        let priorCount = knowsUnchanged ? told : nil
        for (limit, count) in zip(index.limits, limited) {
            if let finding = limit.finding(count: count, of: priorCount) {
                note(finding, relaxedFor: limit.source)
            }
        }
        let isCollapse =
            if let priorCount {
                goneCount > 0
                    && (goneCount >= priorCount
                        || goneCount >= 3 && goneCount * 100 >= priorCount * 30)
            } else {
                goneCount >= 3
            }
        if isCollapse {
            note(.collapse(gone: goneCount, of: priorCount))
        }
        if let priorCount, removedCount > 0, removedCount >= priorCount {
            note(
                .everythingGoes(removedCount, of: environments.map(\.name)),
                relaxedFor: .everythingGoes)
        }
        if !plan.unknownKeys.isEmpty { note(.unknownKeys(plan.unknownKeys)) }
        if plan.isComplete == false { note(.incomplete) }
        for (setting, state) in index.settings where state == .written {
            note(.unsafeSetting(setting))
        }
        for (provider, reason) in index.unreadable { note(.unreadableCatalog(provider, reason)) }
    }

    /// What `approve` comes to while nobody is configured who could approve: a person may type, and
    /// nobody else goes on.
    mutating func judgeApproval(by actors: WordSet<Actor>) {
        if decision == .approve, actors != [.human] { note(.nobodyCanApprove) }
    }
}

extension Rule {
    /// The effects of a row that the rule is about; nil where it is not about the row.
    ///
    /// Its type has been looked at, and the run. With it comes why its condition could not be decided,
    /// where it only counts as true.
    fileprivate func match(
        _ row: ResourceChange, _ effects: EffectSet, _ description: ResourceDescription,
        _ conditions: ConditionFacts
    ) -> (effects: EffectSet, doubt: String?)? {
        guard let matched = scope.match(row, effects) else { return nil }
        let isExcepted = exceptions.contains {
            $0.coversWholly(row, effects, description, conditions)
        }
        guard !isExcepted else { return nil }
        guard let condition = scope.when else { return (matched, nil) }
        switch conditions.outcome(of: condition, row, effects, description) {
        case .holds: return (matched, nil)
        case .fails: return nil
        case .undecided(let why): return (matched, why)
        }
    }
}

extension Limit {
    /// Whether a row is one of those that the limit counts.
    fileprivate func isAbout(
        _ row: ResourceChange, _ effects: EffectSet, _ description: ResourceDescription,
        _ conditions: ConditionFacts
    ) -> Bool {
        guard scope.match(row, effects) != nil,
            !exceptions.contains(where: { $0.coversWholly(row, effects, description, conditions) })
        else { return false }
        return scope.when.map {
            conditions.outcome(of: $0, row, effects, description) != .fails
        } ?? true
    }
}

extension Scope {
    /// The effects of a row that are named, where everything but the condition holds.
    fileprivate func match(_ row: ResourceChange, _ effects: EffectSet) -> EffectSet? {
        let matched = actions.intersection(effects)
        guard !matched.isEmpty, isAbout(address: row.address.bytes) else { return nil }
        if let attributes, !ChangedPaths(of: row).containsMatch(of: attributes) { return nil }
        return matched
    }

    /// Whether what relaxes covers all of some effects of a row.
    ///
    /// It relaxes, so every effect has to be named, and every changed attribute, and every category.
    func coversWholly(
        _ row: ResourceChange, _ effects: EffectSet, _ description: ResourceDescription,
        _ conditions: ConditionFacts
    ) -> Bool {
        guard effects.subtracting(EffectSet(.deposed)).isSubset(of: actions),
            isAbout(type: row.type.bytes, description), isAbout(address: row.address.bytes)
        else { return false }
        if let categories, !description.categories.isSubset(of: categories) { return false }
        if let attributes, !ChangedPaths(of: row).isCovered(by: attributes) { return false }
        return when.map { conditions.outcome(of: $0, row, effects, description) == .holds } ?? true
    }
}

extension JudgedChange {
    /// What is decided about it first, how severe it is second.
    fileprivate var gravity: (Decision, Severity) { (decision, severity ?? .low) }
}

extension EffectSet {
    /// The effect a finding names: a loss before anything else.
    fileprivate var gravest: Effect? {
        intersection(.losses).effects.first ?? effects.first
    }
}
