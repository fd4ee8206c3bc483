import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// A plan with everything that has become known of it, on its way to an apply.
struct JudgedPlan {
    let examined: ExaminedPlan
    let verdict: Verdict
    let module: RootModule
    let request: ApplyRequest
    /// The environment for plan, show and apply.
    let environment: Environment
    let policy: Policy
    let signers: TrustedSigners?
    /// Whether the policy blocks it for a person at a terminal as well.
    var stopsAPerson = false

    /// Whether typing is not enough, because there are others who can be asked.
    var needsOthers: Bool { verdict.decision == .approve && verdict.facts.hasApprovers }
}

extension GuardedRun {
    /// What an approval of a run is about: its changes in full, and what it is a run of.
    ///
    /// Terraform shows the plan once more, for what a judgement does not need.
    ///
    /// - Parameters:
    ///   - sealed: the plan.
    ///   - judged: what was made of it.
    /// - Returns: the request, complete but for who approves it.
    /// - Throws: a refusal where it cannot be worked out.
    func approvalRequest(
        for sealed: borrowing SealedFile, _ judged: JudgedPlan
    ) throws(Refusal) -> ApprovalRequest {
        let show = program.command(
            judged.request.showArguments(sealed.path.description),
            environment: judged.environment)
        let details = try readDetails(of: sealed, shownBy: show)
        let saved = judged.examined.saved
        guard
            let changes = ChangeList(
                judged.examined.plan, details, mode: saved?.mode ?? judged.request.mode)
        else {
            throw Refusal(
                .unreadablePlan, "The plan cannot be approved",
                "A number or a name in it has no canonical form, so that nobody could sign it.")
        }
        let backend = saved?.backend
        let settings = backend.flatMap { decodeMessagePack($0.configuration) }
        let run = RunIdentity(
            changes: changes.digest,
            // A bookmark names a run in HCP Terraform, and is as good as a plan.
            plan: try sha256(of: sealed),
            lineage: saved.map(\.state.lineage).flatMap { $0.bytes.isEmpty ? nil : $0 },
            serial: saved?.state.serial, backend: backend?.type ?? judged.module.backend ?? "local",
            backendConfiguration: backendDigest(settings ?? judged.module.backendSettings),
            workspace: backend.flatMap { $0.workspace.bytes.isEmpty ? nil : $0.workspace }
                ?? judged.module.workspace,
            accounts: accountNames(of: judged.examined.plan, under: judged.policy),
            environments: judged.verdict.environments.map(\.name).sorted(),
            terraformVersion: judged.examined.plan.terraformVersion ?? "",
            dependencyLock: try lockDigest(in: judged.module),
            policies: uniqueSorted(judged.verdict.policies.map { "\($0.layer):\($0.sha256)" }))
        let actors = judged.verdict.facts.actors.words.map(\.rawValue).sorted()
        return ApprovalRequest(
            changes: changes, run: run,
            requester: ApprovalStatement.Requester(
                user: userName(), host: String(decoding: Host.name, as: UTF8.self),
                actors: actors))
    }

    private func readDetails(
        of sealed: borrowing SealedFile, shownBy command: Command
    ) throws(Refusal) -> PlanDetails {
        var show = try refusing { () throws(SystemError) in
            try ChildProcess(
                command,
                descriptors: ChildDescriptors(
                    input: .null, output: .pipe, error: .inherited, shared: [sealed.descriptor]))
        }
        guard let output = show.takeOutput() else { throw .internalError("A pipe has no end.") }
        var details: PlanDetails?
        do throws(PlanReadingError<SystemError>) {
            var source = DescriptorSource(output)
            details = try readPlanDetails(from: &source)
        } catch {
            // It showed the same plan a moment ago.
            details = nil
        }
        let end = try refusing { () throws(SystemError) in try show.wait() }
        guard let details, end == .exited(0) else {
            throw Refusal(
                .unreadablePlan, "Terraform cannot show the plan again",
                "What it shows is not what it showed a moment ago. Run the command again.")
        }
        return details
    }
}

/// The SHA-256 of `.terraform.lock.hcl`; nil where there is none.
func lockDigest(in module: RootModule) throws(Refusal) -> String? {
    try refusing { () throws(SystemError) -> String? in
        let path = module.directory.appending(".terraform.lock.hcl")
        guard try path.factsIfThere() != nil else { return nil }
        return sha256(of: try readFile(path, limit: 64 << 20))
    }
}

/// A digest of a backend's settings, without those that are nobody else's business.
///
/// Credentials belong to who runs terraform, and differ from person to person.
func backendDigest(_ settings: JSONValue?) -> String {
    guard case .object(let members)? = settings else { return sha256(of: []) }
    let kept = members.filter { member in
        let name = member.key.description.lowercased()
        return member.value != .null
            && !credentialWords.contains(where: { name.holds($0) })
    }
    return CanonicalJSON.digest(of: .object(kept)) ?? sha256(of: [])
}

/// What the names of backends' credentials have in them (Terraform's `internal/backend/remote-state`).
private let credentialWords = [
    "access_key", "secret", "token", "password", "credential", "private_key", "encryption_key",
    "conn_str", "certificate", "profile", "client_id",
]

func uniqueSorted(_ texts: [String]) -> [String] {
    var result: [String] = []
    for text in texts.sorted() where result.last != text { result.append(text) }
    return result
}
