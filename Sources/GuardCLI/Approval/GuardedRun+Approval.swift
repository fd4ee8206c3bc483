import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// A request that was written for somebody else to approve.
struct WrittenRequest {
    /// Where it lies, as it is to be typed.
    let path: FilePath
    /// The plan that will be applied once it is approved, where that is not the one that was named.
    let keptPlan: FilePath?
    let lifts: ApprovalStatement.Lifting
    /// How many have to approve.
    let count: Int
}

/// What others have signed for a run.
struct ApprovedRun {
    let approvals: [VerifiedApproval]
    /// The digest of the changes that they have seen.
    let changes: String
}

extension GuardedRun {
    /// Sees to it that the approvals that were given are enough, and uses them up.
    ///
    /// - Returns: those that count.
    /// - Throws: a refusal that says of each approval why it does not count.
    func satisfyByApprovals(
        _ sealed: borrowing SealedFile, _ judged: JudgedPlan
    ) throws(Refusal) -> ApprovedRun {
        let decision = judged.verdict.decision
        guard let signers = judged.signers else { throw .nobodyMayApprove }
        let demand: ApprovalDemand
        if decision == .block {
            guard let breakGlass = judged.policy.breakGlass(for: judged.verdict) else {
                throw try stopped(sealed, judged, .blocked)
            }
            demand = ApprovalDemand(signers.rules, breakGlass)
        } else {
            demand = ApprovalDemand(signers.rules, for: decision)
        }
        let run = try approvalRequest(for: sealed, judged).run
        return ApprovedRun(
            approvals: try useApprovals(
                of: run, judged.verdict, by: signers, demand: demand, under: judged.policy),
            changes: run.changes)
    }
}

// MARK: - Asking for an approval

extension GuardedRun {
    /// `tfguard request`: writes the request, whatever the verdict is, and applies nothing.
    func writeRequest(
        _ sealed: borrowing SealedFile, _ judged: JudgedPlan
    ) throws(Refusal) -> Int32 {
        let rules = judged.signers?.rules ?? judged.policy.approvalRules ?? .withoutBlock
        var demand = ApprovalDemand(rules, for: judged.verdict.decision)
        var lifts = ApprovalStatement.Lifting.approve
        switch judged.verdict.decision {
        case .allow, .warn, .confirm, .approve: break
        case .block:
            guard let breakGlass = judged.policy.breakGlass(for: judged.verdict) else {
                throw stopped(
                    judged.verdict, .blocked, stopsAPerson: judged.stopsAPerson)
            }
            demand = ApprovalDemand(rules, breakGlass)
            lifts = .breakGlass
        }
        console.write(humanReport(judged.verdict, width: console.width, style: console.style))
        let written = try writeRequest(sealed, judged, lifts: lifts, demand: demand)
        tellOf(written, judged.verdict)
        return ExitStatus.success.rawValue
    }

    /// Says what was written for somebody else to approve, and what comes next.
    func tellOf(_ request: WrittenRequest, _ verdict: Verdict) {
        let folder = try? FilePath.currentDirectory()
        console.write(
            "\n"
                + handOver(
                    verdict, request, apply: applyWords(request),
                    in: folder.map { ByteString(bytes: $0.bytes) }, width: console.width,
                    style: console.style))
    }

    /// The command that applies exactly what was judged, once it is approved.
    func applyWords(_ request: WrittenRequest) -> [ByteString] {
        let approval = Array("-approval=".utf8) + request.path.bytes + Array(".approval".utf8)
        let front: [ByteString] = [
            "tfguard", ByteString(bytes: approval), ByteString(bytes: program.calledAs),
        ]
        guard let plan = request.keptPlan else {
            return front + invocation.arguments.map { ByteString($0) }
        }
        let leading = invocation.chdir.map { [ByteString("-chdir=\($0)")] } ?? []
        return front + leading + ["apply", ByteString(bytes: plan.bytes)]
    }

    /// Prints the verdict with what to hand on, writes a request where somebody could approve it, and
    /// refuses.
    func stopped(
        _ sealed: borrowing SealedFile, _ judged: JudgedPlan, _ status: ExitStatus
    ) throws(Refusal) -> Refusal {
        let request = try requestIfOfUse(sealed, judged)
        return stopped(
            judged.verdict, status, stopsAPerson: judged.stopsAPerson, request: request)
    }

    /// Writes a request where a signature could let the run pass; nil where none could.
    private func requestIfOfUse(
        _ sealed: borrowing SealedFile, _ judged: JudgedPlan
    ) throws(Refusal) -> WrittenRequest? {
        guard let signers = judged.signers else { return nil }
        let lifts: ApprovalStatement.Lifting
        var demand = ApprovalDemand(signers.rules, for: judged.verdict.decision)
        if judged.verdict.decision == .block {
            guard let breakGlass = judged.policy.breakGlass(for: judged.verdict) else { return nil }
            lifts = .breakGlass
            demand = ApprovalDemand(signers.rules, breakGlass)
        } else {
            lifts = .approve
        }
        return try writeRequest(sealed, judged, lifts: lifts, demand: demand)
    }

    /// Writes `tfguard-request.json` into the folder where the command was typed, and keeps the plan.
    func writeRequest(
        _ sealed: borrowing SealedFile, _ judged: JudgedPlan,
        lifts: ApprovalStatement.Lifting, demand: ApprovalDemand
    ) throws(Refusal) -> WrittenRequest {
        let request = try approvalRequest(for: sealed, judged)
        let path = try write(request)
        return try refusing("The request for an approval cannot be written.") {
            () throws(SystemError) in
            var kept: FilePath?
            if judged.request.planFile == nil, let digest = request.run.plan, let now = Moment.now {
                KeptPlans.sweep(now: now)
                kept = try KeptPlans.keep(
                    sealed, digest: digest,
                    until: Moment(secondsSinceEpoch: now.secondsSinceEpoch + demand.valid + 86_400))
            }
            return WrittenRequest(path: path, keptPlan: kept, lifts: lifts, count: demand.count)
        }
    }

    /// Refuses where somebody else has written the state since it was judged.
    ///
    /// Typing takes minutes, and an approval hours.
    func refuseIfStateMoved(_ judged: JudgedPlan) throws(Refusal) {
        guard let saved = judged.examined.saved else { return }
        let leading = judged.request.chdir.map { ["-chdir=\($0)"] } ?? []
        let pulled = try ask(leading + ["state", "pull"], judged.environment)
        guard pulled.termination == .exited(0) else {
            throw Refusal(
                .stale, "The state cannot be read any more",
                "terraform state pull ended with status \(pulled.termination.exitStatus). Nothing "
                    + "was changed.")
        }
        let isThere = pulled.output.contains { $0 > 0x20 }
        let now =
            isThere ? try stateFile(pulled.output, name: "what terraform state pull prints") : nil
        let planned = saved.state
        // A plan made where there was no state has neither lineage nor serial.
        guard
            planned.lineage.bytes.isEmpty
                ? now?.objects.isEmpty ?? true
                : now?.lineage == planned.lineage && now?.serial == planned.serial
        else {
            throw Refusal(
                .stale, "The state has changed meanwhile",
                "Somebody else has written it since it was judged. Nothing was changed. Plan "
                    + "again, and it is judged anew.")
        }
    }
}

extension Refusal {
    /// An approval was given where nobody could give one.
    static var nobodyMayApprove: Refusal {
        Refusal(
            .approvalNeeded, "Nobody may approve",
            "No policy says whose approvals count. Add to /etc/tfguard/tfguard.hcl: approvals { "
                + "signers = \"\(ApprovalRules.usualSigners)\" }.")
    }
}

/// The line about each approval that counts: `Approved by ada@example.com: OPS-123`.
func approvedWords(
    _ approvals: [VerifiedApproval], _ lifts: ApprovalStatement.Lifting, width: Int,
    style: TextStyle
) -> String {
    var block = TextBlock(width: width)
    let (verb, tone): (String, TextTone) =
        switch lifts {
        case .approve: ("Approved by", .strong)
        case .breakGlass: ("BLOCK LIFTED by", .danger)
        }
    for approval in approvals {
        block.paragraph([
            .prose("tfguard: \(verb) ", tone), .exact(Array(approval.principal.utf8), tone),
            .prose(": "), .exact(Array(approval.statement.reason.utf8)),
        ])
    }
    return block.rendered(style)
}
