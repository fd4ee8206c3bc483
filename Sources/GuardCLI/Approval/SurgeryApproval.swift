import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// A subcommand that changes state without a plan, on its way to being carried out.
struct JudgedOperation {
    let operation: Operation
    let verdict: Verdict
    let request: SurgeryRequest
    let site: SurgerySite
    let signers: TrustedSigners?
    /// Whether the policy blocks it for a person at a terminal as well.
    var stopsAPerson = false

    /// Whether typing is not enough, because there are others who can be asked.
    var needsOthers: Bool {
        guard verdict.decision == .approve, verdict.facts.hasApprovers else { return false }
        // Nobody can sign for what names no state; there a person types.
        return request.command != .`init` && request.command != .test
    }
}

extension GuardedRun {
    /// Sees to it that the approvals that were given are enough for a subcommand, and uses them up.
    ///
    /// - Returns: those that count.
    /// - Throws: a refusal that says of each approval why it does not count.
    func satisfyByApprovals(_ judged: JudgedOperation) throws(Refusal) -> ApprovedRun {
        guard let signers = judged.signers else { throw .nobodyMayApprove }
        guard let demand = demand(of: judged, by: signers.rules) else {
            throw stopped(judged.verdict, .blocked, stopsAPerson: judged.stopsAPerson)
        }
        switch try approvalRequest(for: judged) {
        case .failure(let fault):
            throw Refusal(.approvalNeeded, "Nobody can sign for this", fault.words)
        case .success(let request):
            return ApprovedRun(
                approvals: try useApprovals(
                    of: request.run, judged.verdict, by: signers, demand: demand,
                    under: judged.site.policy),
                changes: request.run.changes)
        }
    }

    /// Prints the verdict with what to hand on, writes a request where somebody could approve it, and
    /// refuses.
    func stopped(
        _ judged: JudgedOperation, _ status: ExitStatus
    ) throws(Refusal) -> Refusal {
        guard let signers = judged.signers,
            let demand = demand(of: judged, by: signers.rules)
        else { return stopped(judged.verdict, status, stopsAPerson: judged.stopsAPerson) }
        switch try approvalRequest(for: judged) {
        case .success(let request):
            return stopped(
                judged.verdict, status, stopsAPerson: judged.stopsAPerson,
                request: WrittenRequest(
                    path: try write(request), keptPlan: nil, lifts: demand.lifts,
                    count: demand.count))
        case .failure(let fault):
            guard judged.needsOthers else {
                return stopped(judged.verdict, status, stopsAPerson: judged.stopsAPerson)
            }
            console.write(
                humanReport(judged.verdict, width: console.width, style: console.style))
            return Refusal(status, "Nobody can sign for this", fault.words)
        }
    }

    /// `tfguard request` with such a subcommand: writes the request, and does nothing else.
    func writeRequest(_ judged: JudgedOperation) throws(Refusal) {
        let rules = judged.signers?.rules ?? judged.site.policy.approvalRules ?? .withoutBlock
        guard let demand = demand(of: judged, by: rules) else {
            throw stopped(judged.verdict, .blocked, stopsAPerson: judged.stopsAPerson)
        }
        let request: ApprovalRequest
        switch try approvalRequest(for: judged) {
        case .failure(let fault):
            throw Refusal(.approvalNeeded, "Nobody can sign for this", fault.words)
        case .success(let made): request = made
        }
        let written = WrittenRequest(
            path: try write(request), keptPlan: nil, lifts: demand.lifts, count: demand.count)
        console.write(humanReport(judged.verdict, width: console.width, style: console.style))
        tellOf(written, judged.verdict)
    }

    /// What approvals of it have to be; nil where none could let it pass.
    private func demand(
        of judged: JudgedOperation, by rules: ApprovalRules
    ) -> ApprovalDemand? {
        guard judged.verdict.decision == .block else {
            return ApprovalDemand(rules, for: judged.verdict.decision)
        }
        return judged.site.policy.breakGlass(for: judged.verdict).map { ApprovalDemand(rules, $0) }
    }

    /// What an approval of a subcommand is about: its argument list, the objects that it is about, and
    /// the state as it is now.
    ///
    /// - Returns: the request, or why nobody can sign for it.
    private func approvalRequest(
        for judged: JudgedOperation
    ) throws(Refusal) -> Result<ApprovalRequest, ApprovalFault> {
        let (operation, request, module) = (judged.operation, judged.request, judged.site.module)
        switch request.command {
        case .`init`, .test, .pin:
            return .failure(
                ApprovalFault(
                    "An approval names one state, and \(request.command.rawValue) is not "
                        + "about one."))
        case .stateRemove, .stateMove, .statePush, .replaceProvider, .import, .taint, .untaint,
            .forceUnlock, .workspaceDelete:
            break
        }
        // What is pushed is signed for by its bytes, under the name that was typed.
        let named = operation.pushed == nil ? operation.positionals : request.positionals
        let arguments =
            [program.tool == "OpenTofu" ? "tofu" : "terraform"]
            + request.arguments(named, isConfirmed: true)
        guard masked(arguments) == arguments else {
            return .failure(
                ApprovalFault(
                    "Whoever approves sees the whole command, and the value of a -var may be a "
                        + "secret. Give it in a file, with -var-file."))
        }
        guard let state = try stateToSign(judged)?.file, !state.lineage.bytes.isEmpty else {
            return .failure(
                ApprovalFault(
                    "An approval names the state that it is about by its lineage, and there is "
                        + "none yet."))
        }
        guard let changes = ChangeList(operation.surgery, arguments: arguments) else {
            return .failure(
                ApprovalFault(
                    "A number or a name in it has no canonical form, so that nobody could sign it.")
            )
        }
        var plan = Plan(formatVersion: "", terraformVersion: nil)
        plan.changes = operation.surgery.changes
        let run = RunIdentity(
            changes: changes.digest, plan: operation.pushed, lineage: state.lineage,
            serial: state.serial, backend: module.backend ?? "local",
            backendConfiguration: backendDigest(module.backendSettings),
            workspace: operation.workspace ?? module.workspace,
            accounts: accountNames(of: plan, under: judged.site.policy),
            environments: judged.verdict.environments.map(\.name).sorted(),
            terraformVersion: try programVersion(judged.site.environment),
            dependencyLock: try lockDigest(in: module),
            policies: uniqueSorted(judged.verdict.policies.map { "\($0.layer):\($0.sha256)" }),
            operation: changes.operation)
        return .success(
            ApprovalRequest(
                changes: changes, run: run,
                requester: ApprovalStatement.Requester(
                    user: userName(), host: String(decoding: Host.name, as: UTF8.self),
                    actors: judged.verdict.facts.actors.words.map(\.rawValue).sorted())))
    }

    /// The state that the subcommand changes; nil where there is none.
    private func stateToSign(_ judged: JudgedOperation) throws(Refusal) -> ObservedState? {
        if let state = judged.operation.state { return state }
        var environment = judged.site.environment
        if let workspace = judged.operation.workspace {
            // Terraform makes a workspace that is not there as soon as it is asked for its state.
            guard
                try workspaces(judged.request, environment).contains(workspace.description)
            else { return nil }
            environment.set("TF_WORKSPACE", to: workspace.bytes)
        }
        return try observedState(judged.request, environment, withValues: false)
    }

    /// The version of terraform: there is no plan that would name it.
    private func programVersion(_ environment: Environment) throws(Refusal) -> ByteString {
        var environment = environment
        // Nobody is to be asked over the network whether there is a newer one.
        environment.set("CHECKPOINT_DISABLE", to: Array("1".utf8))
        let run = try ask(["version", "-json"], environment)
        guard run.termination == .exited(0),
            case .string(let version)? = JSONText(bytes: run.output).value["terraform_version"]
        else {
            throw Refusal(
                .unreadablePlan, "Terraform does not say its version",
                "terraform version -json ended with status \(run.termination.exitStatus), and an "
                    + "approval is for one version. Nothing was changed.")
        }
        return version
    }
}
