import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// A change of a pin, and where it is made.
struct PinChange {
    let module: RootModule
    let policy: Policy
    /// What is odd about the policy.
    let concerns: [RunConcern]
    let state: StateFacts
    let workspace: String
    /// What is pinned, here or in the last commit.
    let old: Pin?
    /// What is to be pinned; nil for nothing.
    let new: Pin?
}

/// Who has seen to it that a pin may be changed.
enum PinSettlement {
    /// A person has typed it.
    case typed
    /// Others have signed for it.
    case approved([VerifiedApproval])

    var approvals: [VerifiedApproval] {
        switch self {
        case .typed: []
        case .approved(let approvals): approvals
        }
    }
}

extension PinRun: TakesApprovals {
    var approvals: [String] { options.approvals }
    var console: Console { Console(.error, environment: environment, hasColor: !options.noColor) }

    /// Sees to it that what the policy demands before a pin is changed has been done, or refuses.
    ///
    /// It is judged as a subcommand is that changes a state without a plan: by the `command` blocks,
    /// and confirmed where none says more.
    func settle(
        _ change: PinChange, typing: () throws(Refusal) -> Void
    ) throws(Refusal) -> PinSettlement {
        let signers = try trustedSigners(change.policy)
        var facts = RunFacts(
            in: change.module, under: change.policy, concerns: change.concerns, environment,
            askedBy: asking)
        facts.plannedState = PlannedState(
            backend: change.module.backend ?? "local",
            backendSettings: change.module.backendSettings)
        // The pin of production is production's, whichever workspace is chosen now.
        facts.workspace = ByteString(change.workspace)
        facts.state = change.state
        facts.state?.isJudged = false
        facts.hasApprovers = signers?.areAnchored ?? false
        let surgery = Surgery(
            .pin, flags: flags,
            hazards: [.repins(from: change.old?.inFull, to: change.new?.inFull)])
        let verdict = judge(surgery, under: change.policy, facts: facts)
        guard approvalFiles.isEmpty else {
            return try .approved(approved(change, surgery, verdict, signers))
        }
        switch verdict.decision {
        case .confirm where facts.hasApprovers && facts.actors != [.human]:
            throw try handedOn(change, surgery, verdict, signers)
        case .allow, .warn, .confirm:
            break
        case .approve where !facts.hasApprovers:
            break
        case .approve:
            throw try handedOn(change, surgery, verdict, signers)
        case .block:
            console.write(humanReport(verdict, width: console.width, style: console.style))
            throw Refusal(.blocked, "The pin stays as it is", "The policy blocks its change.")
        }
        try typing()
        return .typed
    }

    private var flags: Set<String> {
        switch options.action {
        case .pin: []
        case .new: ["new"]
        case .remove: ["remove"]
        }
    }

    /// The approvals that count, where they are enough.
    private func approved(
        _ change: PinChange, _ surgery: Surgery, _ verdict: Verdict, _ signers: TrustedSigners?
    ) throws(Refusal) -> [VerifiedApproval] {
        guard let signers else { throw .nobodyMayApprove }
        guard verdict.decision < .block else {
            console.write(humanReport(verdict, width: console.width, style: console.style))
            throw Refusal(.blocked, "The pin stays as it is", "The policy blocks its change.")
        }
        return try useApprovals(
            of: try request(change, surgery, verdict).run, verdict, by: signers,
            demand: ApprovalDemand(signers.rules, for: verdict.decision), under: change.policy)
    }

    /// Writes what others are to sign, and says what comes next.
    ///
    /// - Returns: the refusal, whose words have been printed.
    private func handedOn(
        _ change: PinChange, _ surgery: Surgery, _ verdict: Verdict, _ signers: TrustedSigners?
    ) throws(Refusal) -> Refusal {
        guard let signers else { throw .nobodyMayApprove }
        console.write(humanReport(verdict, width: console.width, style: console.style))
        let written = WrittenRequest(
            path: try write(try request(change, surgery, verdict)), keptPlan: nil, lifts: .approve,
            count: ApprovalDemand(signers.rules, for: verdict.decision).count)
        let approval = Array("-approval=".utf8) + written.path.bytes + Array(".approval".utf8)
        let words =
            arguments(of: change).map { ByteString($0) } + [ByteString(bytes: approval)]
            + [ByteString(bytes: change.module.directory.bytes)]
        console.write(
            "\n"
                + handOver(
                    verdict, written, apply: words, in: nil, width: console.width,
                    style: console.style))
        return Refusal(
            verdict.decision == .approve ? .approvalNeeded : .confirmationNeeded, [])
    }

    /// What an approval of it is about: the pin as it is and as it is to be.
    ///
    /// There may be no state yet, or the pin may name another one than is there: so the lineage is
    /// the pin's own.
    private func request(
        _ change: PinChange, _ surgery: Surgery, _ verdict: Verdict
    ) throws(Refusal) -> ApprovalRequest {
        let module = change.module
        guard let changes = ChangeList(surgery, arguments: arguments(of: change)) else {
            throw Refusal(
                .approvalNeeded, "Nobody can sign for this",
                "A name in the pin has no canonical form.")
        }
        let run = RunIdentity(
            changes: changes.digest, plan: change.new?.digest,
            lineage: change.new?.lineage ?? change.old?.lineage ?? "", serial: nil,
            backend: module.backend ?? "local",
            backendConfiguration: backendDigest(module.backendSettings),
            workspace: ByteString(change.workspace),
            accounts: accountNames(
                of: Plan(formatVersion: "", terraformVersion: nil), under: change.policy),
            environments: verdict.environments.map(\.name).sorted(), terraformVersion: "",
            dependencyLock: try lockDigest(in: module),
            policies: uniqueSorted(verdict.policies.map { "\($0.layer):\($0.sha256)" }),
            operation: changes.operation)
        return ApprovalRequest(
            changes: changes, run: run,
            requester: ApprovalStatement.Requester(
                user: userName(), host: String(decoding: Host.name, as: UTF8.self),
                actors: verdict.facts.actors.words.map(\.rawValue).sorted()))
    }

    /// The command that changes exactly this, whatever was typed and whatever day it is.
    private func arguments(of change: PinChange) -> [String] {
        var words = ["tfguard", "pin"]
        switch options.action {
        case .pin: break
        case .remove: words.append("-remove")
        case .new:
            words.append("-new")
            if case .new(let until)? = change.new?.expectation { words.append("-until=\(until)") }
        }
        return words + ["-workspace=\(change.workspace)"]
    }
}

extension Pin {
    fileprivate var lineage: ByteString? {
        guard case .lineage(let lineage) = expectation else { return nil }
        return lineage
    }

    /// All that is compared, for who signs.
    fileprivate var inFull: String {
        let place = "\(backend) \(location ?? "(no location)"), configuration \(configuration)"
        return switch expectation {
        case .lineage(let lineage): "\(place), lineage \(lineage)"
        case .new(let until): "\(place), a new state until \(until)"
        case .any: "\(place), any lineage"
        }
    }
}
