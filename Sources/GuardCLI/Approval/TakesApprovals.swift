import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// Something that others can sign for, with what they have signed.
protocol TakesApprovals {
    /// The files of `-approval`.
    var approvals: [String] { get }
    var environment: Environment { get }
    var console: Console { get }
}

extension GuardedRun: TakesApprovals {
    var approvals: [String] { options.approvals }
}

extension TakesApprovals {
    /// The signers of a policy; nil where it speaks of none.
    ///
    /// - Throws: a refusal where a list of them has a fault.
    func trustedSigners(_ policy: Policy) throws(Refusal) -> TrustedSigners? {
        guard let rules = policy.approvalRules else { return nil }
        return try TrustedSigners(rules)
    }

    /// Those of the signed files that hold no rehearsal.
    var approvalFiles: [String] { signedFiles.filter { readRehearsal($0) == nil } }

    /// The files of `-approval`, or those that `TFGUARD_APPROVALS` names.
    var signedFiles: [String] {
        guard approvals.isEmpty else { return approvals }
        let value = environment["TFGUARD_APPROVALS"] ?? []
        return value.split(separator: UInt8(ascii: ":")).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Verifies the approvals that were given, and uses them up where they are enough.
    ///
    /// - Returns: those that count.
    /// - Throws: a refusal that says of each approval why it does not count.
    func useApprovals(
        of run: RunIdentity, _ verdict: Verdict, by signers: TrustedSigners,
        demand: ApprovalDemand, under policy: Policy
    ) throws(Refusal) -> [VerifiedApproval] {
        let keygen = try SSHKeygen(signers.rules.sshKeygen.flatMap { FilePath(bytes: $0.bytes) })
        var verified: [VerifiedApproval] = []
        var refused: [(name: String, why: String)] = []
        for name in approvalFiles {
            switch try readApproval(name) {
            case .failure(let fault): refused.append((name, fault.words))
            case .success(let approval):
                switch try signers.verify(approval, name: name, with: keygen) {
                case .failure(let fault): refused.append((name, fault.words))
                case .success(let approval): verified.append(approval)
                }
            }
        }
        let now = Moment.now
        let used = try UsedApprovals(now: now)
        let recorded = try RecordedApprovals(
            in: RecordPlace(path: policy.recordSettings.path, environment: environment),
            among: verified.map(\.statement.nonce), now: now)
        let check = ApprovalCheck(
            of: run, by: verified, demand: demand,
            applier: ApplierFacts(
                user: userName(), keys: demand.allowsSelf ? [] : keysOfApplier(), now: now,
                latestRecord: recorded.later ?? used.latest,
                usedNonces: used.nonces + recorded.nonces,
                isAgent: verdict.facts.actors.contains(.agent)))
        refused += check.refused
        guard check.isSatisfied else {
            console.write(humanReport(verdict, width: console.width, style: console.style))
            throw Refusal(
                verdict.decision == .block ? .blocked : .approvalNeeded,
                refused.map { Diagnostic("\(singleLine($0.name)) does not count", detail: $0.why) }
                    + [tooFew(check, demand)])
        }
        for approval in check.accepted { try used.use(approval.statement) }
        console.write(
            approvedWords(check.accepted, demand.lifts, width: console.width, style: console.style))
        return check.accepted
    }

    private func tooFew(_ check: ApprovalCheck, _ demand: ApprovalDemand) -> Diagnostic {
        let have = check.accepted.count
        let people = demand.count == 1 ? "1 approval" : "\(demand.count) people's approvals"
        let detail =
            have == 0
            ? "It needs \(people), and none that was given counts."
            : "It needs \(people), and \(have) \(have == 1 ? "counts" : "count"): "
                + check.accepted.map(\.principal).joined(separator: ", ") + "."
        return Diagnostic(
            demand.lifts == .breakGlass ? "Blocked" : "Not approved",
            detail: detail + " Nothing was changed.")
    }

    private func readApproval(_ name: String) throws(Refusal) -> Result<Approval, ApprovalFault> {
        guard let path = FilePath(name) else { return .failure(ApprovalFault("It names no file.")) }
        let bytes: [UInt8]
        do throws(SystemError) {
            guard try path.facts().kind == .file else {
                return .failure(ApprovalFault("It is no file."))
            }
            bytes = try readFile(path, limit: 1 << 20)
        } catch {
            return .failure(ApprovalFault("\(error)"))
        }
        guard let approval = Approval(bytes) else {
            return .failure(
                ApprovalFault("It is not what tfguard approve writes, or has been changed since."))
        }
        return .success(approval)
    }

    /// The keys that whoever applies could sign with: those in the agent that SSH would ask, and those
    /// of the usual folder, because a variable that leads to the agent can be left out.
    func keysOfApplier() -> [[UInt8]] {
        keysInAgent() + (Host.passwordHome.map { publicKeys(in: $0.appending(".ssh")) } ?? [])
    }

    private func keysInAgent() -> [[UInt8]] {
        guard let socket = environment["SSH_AUTH_SOCK"], !socket.isEmpty,
            let program: FilePath = Optional("/usr/bin/ssh-add"), (try? isAnchored(program)) == true
        else { return [] }
        var inner = Environment()
        inner.set("SSH_AUTH_SOCK", to: socket)
        let listed = try? capture(Command(program, ["-L"], environment: inner), limit: 1 << 20)
        return listed.map { publicKeys(listedIn: $0.output) } ?? []
    }

    /// Writes a request into the folder where the command was typed.
    func write(_ request: ApprovalRequest) throws(Refusal) -> FilePath {
        guard let bytes = request.bytes else {
            throw .internalError("A request has no canonical form.")
        }
        return try refusing("The request for an approval cannot be written.") {
            () throws(SystemError) in
            let path = try FilePath.currentDirectory().appending("tfguard-request.json")
            // What somebody else put under that name stays.
            if try path.factsIfThere(links: .refuse) != nil {
                let there = try readFile(path, limit: 1 << 30, links: .refuse)
                guard there.isEmpty || ApprovalRequest(there) != nil else {
                    throw SystemError(.create, path, code: 17)
                }
            }
            try path.replaceFile(with: bytes)
            return path
        }
    }
}
