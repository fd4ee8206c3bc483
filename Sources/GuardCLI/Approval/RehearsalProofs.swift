import GuardCore
import GuardSystem
import TerraformPlan

/// What was given of rehearsals, and what comes of it for a change.
struct RehearsalProofs: Sendable {
    private let check: RehearsalCheck
    private var verified: [VerifiedRehearsal] = []
    /// Why each of the others counts for nothing.
    private var refused: [String] = []

    fileprivate init(_ check: RehearsalCheck) {
        self.check = check
    }

    fileprivate mutating func add(
        _ rehearsal: Rehearsal, _ signers: TrustedSigners?, _ keygen: SSHKeygen
    ) throws(Refusal) {
        guard let signers else {
            refused.append("no policy says whose signatures count")
            return
        }
        let statement = rehearsal.statement
        switch try signers.verify(rehearsal.signature, over: statement.bytes, with: keygen) {
        case .failure(let fault): refused.append(fault.asEnd)
        case .success(let signer):
            verified.append(VerifiedRehearsal(statement: statement, signer: signer))
        }
    }

    /// Whether a block's rehearsal was given that proves something about a change.
    func outcome(of block: RehearsalBlock, for change: JudgedChange) -> Proof.Outcome {
        if let fault = check.fault(of: change) { return .fails(fault) }
        var faults = refused
        for rehearsal in verified {
            guard let fault = check.fault(of: rehearsal, for: block, change.change) else {
                return .holds
            }
            faults.append(fault)
        }
        guard !faults.isEmpty else {
            return .fails(
                "no rehearsal was given: tfguard rehearsal writes one where it was applied, and "
                    + "-approval=FILE gives it")
        }
        return .fails(faults.joined(separator: "; "))
    }
}

extension GuardedRun {
    /// Reads the rehearsals that were given, where a rule asks for any.
    ///
    /// - Throws: a refusal where no signature can be verified at all.
    func rehearsals(
        of plan: borrowing SealedFile, _ verdict: Verdict, _ policy: Policy,
        _ signers: TrustedSigners?
    ) throws(Refusal) -> RehearsalProofs? {
        let isAsked = verdict.demandedProofs.contains { demand in
            !policy.rehearsals(for: demand, actors: verdict.facts.actors).isEmpty
        }
        guard isAsked else { return nil }
        let rules = signers?.rules ?? .withoutBlock
        let now = Moment.now
        let configuration = (try? plan.open().readAll(limit: largestPlanFile))
            .flatMap(ConfigurationDigests.init(savedPlan:))
        var proofs = RehearsalProofs(
            RehearsalCheck(
                configuration: configuration?.rehearsed, facts: verdict.facts, rules: rules,
                applier: ApplierFacts(
                    user: userName(), keys: rules.allowsSelf ? [] : keysOfApplier(), now: now,
                    latestRecord: try UsedApprovals(now: now).latest, usedNonces: [])))
        let given = signedFiles.compactMap { readRehearsal($0) }
        guard !given.isEmpty else { return proofs }
        let keygen = try SSHKeygen(rules.sshKeygen.flatMap { FilePath(bytes: $0.bytes) })
        for rehearsal in given { try proofs.add(rehearsal, signers, keygen) }
        return proofs
    }
}

extension TakesApprovals {
    /// Nil where a file holds no rehearsal.
    func readRehearsal(_ name: String) -> Rehearsal? {
        guard let path = FilePath(name), (try? path.facts())?.kind == .file,
            let bytes = try? readFile(path, limit: 1 << 20)
        else { return nil }
        return Rehearsal(bytes)
    }
}

extension ApprovalFault {
    /// As the end of a sentence.
    fileprivate var asEnd: String {
        let text = words.hasSuffix(".") ? String(words.dropLast()) : words
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
