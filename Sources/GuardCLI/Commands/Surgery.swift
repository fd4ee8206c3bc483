import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// A subcommand that changes state without a plan, with everything that is needed to judge it and to
/// carry it out.
struct Operation {
    var surgery: Surgery
    /// What the subcommand is to be about.
    var positionals: [String]
    /// The state that was looked at, to be looked at again.
    var state: ObservedState?
    /// The workspace that it is about, where that is not the chosen one.
    var workspace: ByteString?
    /// The SHA-256 of a state that is pushed.
    var pushed: String?
}

extension GuardedRun {
    /// Judges a subcommand that changes state without a plan, and runs what was judged.
    ///
    /// - Parameters:
    ///   - kind: which of them.
    ///   - command: the subcommand with its flags.
    /// - Returns: terraform's exit status.
    /// - Throws: why terraform did not run.
    func operate(
        _ kind: SurgeryCommand, _ command: TerraformInvocation.Command
    ) throws(Refusal) -> Int32 {
        if command.bool("dry-run") ?? false {
            try passOn(invocation.arguments, environment: environment)
        }
        let request = try SurgeryRequest(kind, command, chdir: invocation.chdir)
        let module = try RootModule(chdir: invocation.chdir, environment: environment)
        if let report = command.value("junit-xml") {
            try ProtectedFiles(of: module, policies: options.policies)
                .refuse(Array(report.utf8), of: "-junit-xml", relativeTo: module.directory)
        }
        let policy = try loadPolicy(for: module)
        console.write(policy.warnings)
        let inner = try surgeryEnvironment(for: kind, in: module)
        let site = SurgerySite(
            module: module, policy: policy.policy, concerns: policy.concerns, environment: inner)

        if kind == .statePush { return try push(request, at: site) }
        var status: Int32 = 0
        guard let operation = try prepare(request, at: site, status: &status) else { return status }
        guard let settled = try settle(operation, request, at: site) else {
            return ExitStatus.success.rawValue
        }
        let arguments = request.arguments(operation.positionals, isConfirmed: settled.isConfirmed)
        // It keeps its states to itself, and what becomes of this one is not its business.
        if kind == .test { try passOn(arguments, environment: inner) }
        try refuseWithoutReader()
        return try recording(settled.intent, in: module, inner) { () throws(SystemError) in
            try runInForeground(program.command(arguments, environment: inner))
        }
    }

    /// What the subcommand comes to; nil where terraform says itself that it cannot be done.
    private func prepare(
        _ request: SurgeryRequest, at site: SurgerySite, status: inout Int32
    ) throws(Refusal) -> Operation? {
        switch request.command {
        case .stateRemove: try removal(request, at: site, status: &status)
        case .stateMove: try move(request, at: site, status: &status)
        case .taint: try taint(request, at: site)
        case .import: importing(request)
        case .workspaceDelete: try deletion(request, at: site, status: &status)
        case .test: try testing(request, at: site)
        case .untaint, .forceUnlock, .replaceProvider, .`init`, .statePush:
            Operation(
                surgery: Surgery(request.command, flags: request.decidingFlags),
                positionals: request.positionals)
        }
    }

    /// Sees to it that what the verdict demands has been done, or refuses.
    ///
    /// - Returns: whether somebody has seen to what is lost, and what is to be written down; nil where
    ///   only a request was to be written.
    func settle(
        _ operation: Operation, _ request: SurgeryRequest, at site: SurgerySite
    ) throws(Refusal) -> SettledOperation? {
        let signers = try trustedSigners(site.policy)
        var facts = facts(
            in: site.module, under: site.policy,
            concerns: options.concerns + site.concerns + (request.isLocked ? [] : [.unlocked]))
        if let workspace = operation.workspace { facts.workspace = workspace }
        let observed = operation.workspace == nil ? operation.state : nil
        var record = try record(
            of: site.module, site.policy.recordSettings,
            lineage: observed.map { $0.file?.lineage ?? "" }, serial: observed?.file?.serial,
            resources: observed?.managedCount)
        record.state.isJudged = false
        facts.state = record.state
        facts.hasApprovers = signers?.areAnchored ?? false
        let verdict = judge(operation.surgery, under: site.policy, facts: facts)
        var judged = JudgedOperation(
            operation: operation, verdict: verdict, request: request, site: site, signers: signers)
        if verdict.decision == .block {
            (facts.actors, facts.signals) = ([.human], [])
            judged.stopsAPerson =
                judge(operation.surgery, under: site.policy, facts: facts).decision == .block
        }
        if options.asksForApproval {
            try writeRequest(judged)
            return nil
        }
        let settled = { (settlement: Intent.Settlement, approved: ApprovedRun?) in
            var intent = Intent(
                verdict, record, invocation,
                git: GitQuestion(of: site.module.directory).answer(),
                principal: principal(
                    record.settings.identity,
                    of: Plan(formatVersion: "", terraformVersion: nil),
                    site.environment),
                settlement: settlement, by: program)
            intent.changesDigest = approved?.changes
            intent.approvals = approved?.approvals ?? []
            return SettledOperation(isConfirmed: settlement != .policy, intent: intent)
        }
        let hasApprovals = !approvalFiles.isEmpty
        var approved: ApprovedRun?
        switch verdict.decision {
        case .allow:
            return settled(.policy, nil)
        case .warn:
            console.write(humanReport(verdict, width: console.width, style: console.style))
            return settled(.policy, nil)
        case .confirm where !hasApprovals, .approve where !hasApprovals && !judged.needsOthers:
            guard verdict.facts.actors == [.human], request.mayAsk else {
                throw try stopped(
                    judged, verdict.decision == .approve ? .approvalNeeded : .confirmationNeeded)
            }
            try confirmByTyping(verdict, mayAsk: request.mayAsk, in: site.module)
        case .approve where !hasApprovals:
            throw try stopped(judged, .approvalNeeded)
        case .block where !hasApprovals:
            throw try stopped(judged, .blocked)
        case .confirm, .approve, .block:
            approved = try satisfyByApprovals(judged)
        }
        // Somebody may have taken minutes to type.
        if let state = operation.state {
            let now = try observedState(request, state.environment, withValues: false)
            guard now.isSame(as: state) else {
                throw Refusal(
                    .stale, "The state has changed meanwhile",
                    "Somebody else has written it since it was judged. Nothing was changed. Run "
                        + "the command again, and it is judged anew.")
            }
        }
        guard approved != nil else { return settled(.typed, nil) }
        return settled(verdict.decision == .block ? .brokeGlass : .approved, approved)
    }

    /// The environment for the subcommand and everything that is asked before it.
    private func surgeryEnvironment(
        for kind: SurgeryCommand, in module: RootModule
    ) throws(Refusal) -> Environment {
        var inner = try innerEnvironment(
            environment, for: module, allowsOverrides: options.allowsDevelopmentOverrides)
        // `init` chooses a workspace itself where the one that was chosen is not in the new backend.
        if kind == .`init`, environment["TF_WORKSPACE"]?.isEmpty ?? true {
            inner.remove("TF_WORKSPACE")
        }
        return inner
    }
}

/// A subcommand that may be carried out.
struct SettledOperation {
    /// Whether somebody has typed it or signed for it, so that terraform need not ask once more.
    let isConfirmed: Bool
    /// What is to be written down before it is.
    let intent: Intent
}

/// Where a subcommand is run: everything that is the same for all of its steps.
struct SurgerySite {
    let module: RootModule
    let policy: Policy
    let concerns: [RunConcern]
    let environment: Environment
}

// MARK: - What each of them is about

extension GuardedRun {
    /// `taint`: the next apply replaces the object.
    private func taint(
        _ request: SurgeryRequest, at site: SurgerySite
    ) throws(Refusal) -> Operation {
        let state = try observedState(request, site.environment, withValues: true)
        let key = request.positionals.first.map { StateObjectKey(address: ByteString($0)) }
        let rows = state.objects.filter { $0.key == key }.map { object in
            var row = state.row(for: object, [.delete, .create])
            row.actionReason = "replace_because_tainted"
            // The new one is to be as the old one: nothing is taken off it.
            row.after = row.before
            row.afterSensitive = row.beforeSensitive
            return row
        }
        guard !rows.isEmpty else {
            throw .usage(
                "No such object",
                "The state has no object at the address that terraform taint was given. Write it "
                    + "as terraform state list does.")
        }
        return operation(request, rows, state)
    }

    /// `test`: what is created and destroyed is the tests' own; what provisioners run is not.
    private func testing(
        _ request: SurgeryRequest, at site: SurgerySite
    ) throws(Refusal) -> Operation {
        let addresses = try refusing { () throws(SystemError) in
            try site.module.provisionedResources()
        }
        let rows = addresses.map { address in
            let parts = NormalizedAddress(address).resource
            return ResourceChange(
                address: address, type: parts?.type ?? "", name: parts?.name ?? "",
                providerName: "", actions: [.create])
        }
        var surgery = Surgery(request.command, flags: request.decidingFlags, changes: rows)
        surgery.provisioned = Set(addresses)
        return Operation(surgery: surgery, positionals: request.positionals)
    }

    /// `import`: an object that was somebody's becomes Terraform's.
    private func importing(_ request: SurgeryRequest) -> Operation {
        let address = ByteString(request.positionals.first ?? "")
        let parts = NormalizedAddress(address).resource
        let row = ResourceChange(
            address: address, type: parts?.type ?? "", name: parts?.name ?? "", providerName: "",
            actions: [.noOp], importing: JSONText(bytes: Array("{}".utf8)))
        return Operation(
            surgery: Surgery(request.command, flags: request.decidingFlags, changes: [row]),
            positionals: request.positionals)
    }

    /// `workspace delete`: with `-force`, the state goes with everything in it.
    ///
    /// Without it terraform refuses itself where anything is left.
    ///
    /// - Parameters:
    ///   - request: what was asked for.
    ///   - site: where.
    ///   - status: terraform's, where there is no such workspace; it has said so.
    /// - Returns: nil where there is none.
    /// - Throws: a refusal where nobody can say.
    private func deletion(
        _ request: SurgeryRequest, at site: SurgerySite, status: inout Int32
    ) throws(Refusal) -> Operation? {
        let name = request.positionals.first ?? ""
        var operation = Operation(
            surgery: Surgery(request.command, flags: request.decidingFlags),
            positionals: request.positionals, workspace: ByteString(name))
        // Terraform makes a workspace that is not there as soon as it is asked for its state.
        guard try workspaces(request, site.environment).contains(name) else {
            guard !options.asksForApproval else { return operation }
            // Without -force: one that somebody makes now is not deleted with anything in it.
            let command = program.command(request.withoutForce, environment: site.environment)
            status = try refusing { () throws(SystemError) in
                try runInForeground(command).termination.exitStatus
            }
            return nil
        }
        guard request.flagNames.contains("force") else { return operation }
        var environment = site.environment
        environment.set("TF_WORKSPACE", to: Array(name.utf8))
        let state = try observedState(request, environment, withValues: true)
        operation.surgery.changes = state.objects.map { state.forgetting($0) }
        operation.surgery.stateCount = state.managedCount
        if !state.objects.isEmpty { operation.surgery.hazards = [.discards(state.objects.count)] }
        operation.state = state
        return operation
    }

    /// An operation on some objects of the state.
    func operation(
        _ request: SurgeryRequest, _ rows: [ResourceChange], _ state: ObservedState
    ) -> Operation {
        Operation(
            surgery: Surgery(
                request.command, flags: request.decidingFlags, changes: rows,
                stateCount: state.managedCount),
            positionals: request.positionals, state: state)
    }
}
