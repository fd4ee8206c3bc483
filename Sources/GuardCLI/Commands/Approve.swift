import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// `tfguard approve`: shows a person what somebody else is about to do, has them type what is lost,
/// and has their key sign it.
///
/// Nothing of what is shown comes from the requester's words: the list of changes is judged here, by
/// the catalog and the policies of this machine, and the digest that is signed is made from it anew.
struct ApproveRun: Sendable {
    let options: ApproveOptions
    let environment: Environment

    /// Shows, asks, signs.
    ///
    /// - Returns: success, once the approval is written.
    /// - Throws: why there is none.
    func run() throws(Refusal) -> ExitStatus {
        let console = Console(.error, environment: environment, hasColor: !options.noColor)
        let actors = detectActors(.now(environment))
        guard actors.actors == [.human] else {
            let facts = RunFacts(
                actors: actors.actors, signals: actors.signals, workspace: nil, directory: nil)
            throw Refusal(
                .confirmationNeeded, "Only a person approves",
                "This was run by \(asking(facts) ?? "nobody"). Whoever approves reads what is lost "
                    + "and types it, in a terminal of their own.")
        }
        let path = try requestPath()
        let request = try readRequest(path)
        let folder = try refusing { () throws(SystemError) in
            try FilePath.currentDirectory().resolved()
        }
        let policy = try loadPolicy(for: folder, extra: options.policies)
        let verdict = try verdict(of: request, under: policy.policy)
        guard let challenge = Challenge(for: verdict) else {
            throw .internalError("A verdict that asks has no challenge.")
        }
        let terms = try terms(policy.policy)
        let key = try signingKey(options.key, environment)
        let keygen = try SSHKeygen(
            policy.policy.approvalRules?.sshKeygen.flatMap { FilePath(bytes: $0.bytes) })
        let place = ConfirmationPlace(
            name: path.description, backend: request.run.backend, accounts: request.run.accounts,
            preface: introduction(request, terms, width: min(console.width, 80)))
        try haveTyped(challenge, verdict, at: place, hasColor: console.style == .coloured)

        let statement = try statement(request, terms)
        guard let message = statement.bytes else {
            throw .usage("A reason that is no text", "Write it in UTF-8.")
        }
        let signature = try keygen.sign(message, with: key, environment: environment)
        try look(at: signature, request, policy.policy, console)
        guard let bytes = Approval(statement: statement, signature: signature).bytes else {
            throw .internalError("An approval has no canonical form.")
        }
        let out = try write(bytes, beside: path)
        var block = TextBlock(width: console.width)
        block.paragraph([
            .prose("Approved until \(statement.expires.inRFC3339). ", .strong),
            .prose("Hand back "), .exact(out.bytes, .strong),
            .prose(
                request.changes.arguments == nil
                    ? ": with -approval=FILE, exactly this plan can be applied, once."
                    : ": with -approval=FILE, exactly this command can be run, once."),
        ])
        try refusing { () throws(SystemError) in
            try StandardStream.output.write(Array(block.rendered(.plain).utf8))
        }
        return .success
    }

    // MARK: What is approved

    private func requestPath() throws(Refusal) -> FilePath {
        guard let typed = FilePath(options.request) else {
            throw .usage("No request", "\"\(options.request)\" names no file.")
        }
        return try refusing { () throws(SystemError) in
            try FilePath.currentDirectory().appending(typed)
        }
    }

    private func readRequest(_ path: FilePath) throws(Refusal) -> ApprovalRequest {
        let bytes = try refusing { () throws(SystemError) -> [UInt8] in
            guard try path.facts().kind == .file else { throw SystemError(.read, path, code: 22) }
            return try readFile(path, limit: 1 << 30)
        }
        guard let request = ApprovalRequest(bytes) else {
            throw Refusal(
                .unreadablePlan, "Not a request",
                "\(path) is not what tfguard request writes, or has been changed since: its digest "
                    + "is not that of its changes. Ask for it once more.")
        }
        return request
    }

    /// What is thought of the changes here: every loss is asked about, whatever the policies let pass,
    /// because somebody else's stopped it.
    private func verdict(
        of request: ApprovalRequest, under policy: Policy
    ) throws(Refusal) -> Verdict {
        var facts = RunFacts(
            actors: WordSet(request.requester.actors.compactMap(Actor.init(rawValue:))),
            workspace: request.run.workspace, directory: nil, now: .now)
        facts.statedEnvironments = request.run.environments
        facts.hasApprovers = true
        var verdict: Verdict
        if let surgery = request.changes.surgery {
            verdict = judge(surgery, under: policy, facts: facts)
        } else if var plan = request.changes.plan {
            plan.terraformVersion = request.run.terraformVersion
            // What stays as it is has no row in the list.
            facts.knowsUnchanged = false
            verdict = judge(plan, under: policy, facts: facts)
        } else {
            throw Refusal(
                .unreadablePlan, "A request that is not understood",
                "Its list of changes is not one that this version of tfguard writes.")
        }
        for index in verdict.changes.indices
        where verdict.changes[index].isLoss || verdict.command != nil {
            verdict.changes[index].decision = max(verdict.changes[index].decision, .confirm)
        }
        verdict.decision = .approve
        return verdict
    }

    // MARK: How it is approved

    /// For how long, and to lift what.
    private struct Terms {
        let lifts: ApprovalStatement.Lifting
        let valid: Int64
    }

    private func terms(_ policy: Policy) throws(Refusal) -> Terms {
        let rules = policy.approvalRules ?? .withoutBlock
        let usual = options.breaksGlass ? 30 * 60 : rules.valid
        return Terms(
            lifts: options.breaksGlass ? .breakGlass : .approve, valid: options.valid ?? usual)
    }

    private func statement(
        _ request: ApprovalRequest, _ terms: Terms
    ) throws(Refusal) -> ApprovalStatement {
        guard let now = Moment.now else {
            throw .system("This machine does not know the time.")
        }
        var generator = SystemRandomNumberGenerator()
        let nonce = (0..<32).map { _ in
            String(UInt8.random(in: 0..<16, using: &generator), radix: 16)
        }
        return ApprovalStatement(
            run: request.run, requester: request.requester, lifts: terms.lifts,
            reason: options.reason, notBefore: now,
            expires: Moment(secondsSinceEpoch: now.secondsSinceEpoch + terms.valid),
            nonce: nonce.joined())
    }

    private func introduction(
        _ request: ApprovalRequest, _ terms: Terms, width: Int
    ) -> TextBlock {
        var block = TextBlock(width: width)
        let requester = request.requester
        let actors = requester.actors.joined(separator: " and ")
        block.paragraph([
            .exact(Array("\(requester.user)@\(requester.host)".utf8), .strong),
            .prose(
                " (\(singleLine(actors))) asks for your signature, valid for "
                    + "\(inWords(seconds: terms.valid)). What follows is made from the list of changes."
            ),
        ])
        if let arguments = request.changes.arguments {
            let command = shellCommand(arguments.map { ByteString($0) }, in: nil)
            block.paragraph([.prose("The command: "), .exact(Array(command.utf8), .strong)])
        }
        if terms.lifts == .breakGlass {
            block.paragraph([
                .prose("It lifts what the policy blocks, and the record will say so.", .danger)
            ])
        }
        return block
    }

    private func haveTyped(
        _ challenge: Challenge, _ verdict: Verdict, at place: ConfirmationPlace, hasColor: Bool
    ) throws(Refusal) {
        var shown = verdict
        (shown.facts.actors, shown.facts.signals) = ([.human], [])
        let outcome: ConfirmationOutcome
        do throws(SystemError) {
            outcome = try confirm(shown, challenge, at: place, hasColor: hasColor)
        } catch {
            throw Refusal(.confirmationNeeded, "Nobody could be asked", "\(error)")
        }
        switch outcome {
        case .typed: return
        case .declined(let why):
            throw Refusal(.declined, "Not approved", "\(why) Nothing was signed.")
        case .occupied:
            throw Refusal(
                .confirmationNeeded, "Nobody could be asked",
                "Others asked at this terminal for ten minutes. Nothing was signed.")
        }
    }

    /// Says so at once where the signature will not do.
    private func look(
        at signature: [UInt8], _ request: ApprovalRequest, _ policy: Policy, _ console: Console
    ) throws(Refusal) {
        guard let read = try? SSHSignature(armoured: signature) else {
            throw Refusal(
                .declined, "Not signed", "What ssh-keygen wrote is no signature that tfguard knows."
            )
        }
        let isFromAgent = request.requester.actors.contains(Actor.agent.rawValue)
        let touch = policy.approvalRules?.touch ?? (isFromAgent || options.breaksGlass)
        guard touch, !read.isTouched else { return }
        console.write([
            Diagnostic(
                "A key that nobody touched",
                detail: "Where \(options.breaksGlass ? "a block is lifted" : "an agent asks"), a "
                    + "hardware key has to be touched unless the policy says touch = false. This "
                    + "approval may be refused.", severity: .warning)
        ])
    }

    private func write(_ bytes: [UInt8], beside path: FilePath) throws(Refusal) -> FilePath {
        try refusing("Nothing was handed on.") { () throws(SystemError) in
            if let name = options.out, let typed = FilePath(name) {
                let out = try FilePath.currentDirectory().appending(typed)
                guard try out.createFile(with: bytes) else {
                    throw SystemError(.create, out, code: 17)
                }
                return out
            }
            // Several people may sign in one folder.
            for number in 1...100 {
                let suffix = number == 1 ? ".approval" : ".\(number).approval"
                guard let out = FilePath(bytes: path.bytes + Array(suffix.utf8)) else { break }
                if try out.createFile(with: bytes) { return out }
            }
            throw SystemError(.create, path, code: 17)
        }
    }
}
