import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// Stands in front of terraform for one invocation.
struct GuardedRun: Sendable {
    let options: GuardOptions
    let program: TerraformProgram
    let invocation: TerraformInvocation
    let environment: Environment
    let console: Console

    /// Lets terraform run, or refuses.
    ///
    /// - Returns: terraform's exit status, where this process still exists afterwards.
    /// - Throws: why terraform did not run.
    func run() throws(Refusal) -> Int32 {
        // Whatever the subcommand, its log would be appended to that file.
        for name in ["TF_LOG_PATH", "TF_TEMP_LOG_PATH"] {
            guard let log = environment[name], !log.isEmpty else { continue }
            try refuseProtected(log, of: name)
        }
        // A shell's completion: terraform looks at these variables and not at its arguments. It gets
        // none, so that a version which does not know them does nothing either.
        guard environment["COMP_LINE"] == nil else {
            var completing = environment
            completing.remove(prefix: "TF_CLI_ARGS")
            try passOn([], environment: completing)
        }
        guard case .command(let command) = invocation.kind else {
            try passOn(invocation.arguments, environment: environment)
        }
        if options.asksForApproval {
            switch command.subcommand.route {
            case .apply, .surgery: break
            case .pass, .local, .initialise, .plan:
                throw .usage(
                    "Nothing to request",
                    "tfguard request is about a plan, or about what changes the state without one: "
                        + "tfguard request PLAN, tfguard request apply with its flags, or tfguard "
                        + "request state rm ADDRESS and the like.")
            }
        }
        switch command.subcommand.route {
        case .pass, .local:
            try passOn(invocation.arguments, environment: environment)
        case .initialise:
            return try initialise(command)
        case .plan:
            guard let out = command.value("out") else {
                try passOn(invocation.arguments, environment: environment)
            }
            return try plan(command, out: out)
        case .apply(let mode):
            let request = try ApplyRequest(command, mode: mode, chdir: invocation.chdir)
            return try apply(request)
        case .surgery(let kind):
            return try operate(kind, command)
        }
    }

    /// Refuses a log onto a file that matters; terraform opens it before it minds `-chdir`.
    private func refuseProtected(_ log: [UInt8], of name: String) throws(Refusal) {
        let module = try RootModule(chdir: invocation.chdir, environment: environment)
        let directory = try refusing { () throws(SystemError) in
            try FilePath.currentDirectory()
        }
        try ProtectedFiles(of: module, policies: options.policies)
            .refuse(log, of: name, relativeTo: directory)
    }

    /// Becomes terraform, which keeps process id, streams and signals.
    func passOn(_ arguments: [String], environment: Environment) throws(Refusal) -> Never {
        do throws(SystemError) {
            try replaceProcess(with: program.command(arguments, environment: environment))
        } catch {
            throw Refusal(.programMissing, "Terraform cannot be run", "\(error)")
        }
    }

    /// The pipeline, in this order and nowhere else.
    private func apply(_ request: ApplyRequest) throws(Refusal) -> Int32 {
        let module = try RootModule(chdir: request.chdir, environment: environment)
        let policy = try loadPolicy(for: module)
        console.write(policy.warnings)
        let inner = try innerEnvironment(
            environment, for: module, allowsOverrides: options.allowsDevelopmentOverrides)
        let variables = try VariableFiles(of: request, in: module)
        let request = variables.request
        let git = GitQuestion(of: module.directory)

        var planning: Int32 = 0
        guard
            let plan = try takePlan(
                request, in: module, environment: inner, shared: variables.descriptors,
                status: &planning)
        else { return planning }
        let path = plan.path.description
        let planDigest = try sha256(of: plan)
        let digest = plan.isSealed ? nil : planDigest
        let examined = try examine(
            plan, shownBy: program.command(request.showArguments(path), environment: inner),
            in: module)
        let changes = examined.plan

        let concerns =
            examined.concerns + options.concerns + policy.concerns
            + (request.isLocked ? [] : [.unlocked])
            + (try foreignState(examined, request, environment: inner))
        let signers = try trustedSigners(policy.policy)
        var facts = facts(in: module, under: policy.policy, concerns: concerns)
        let record = try record(
            of: examined, in: module, policy.policy.recordSettings, for: facts.actors)
        facts.concerns += record.concerns
        facts.take(examined, request, in: module)
        facts.hasApprovers = signers?.areAnchored ?? false
        facts.state = record.state
        facts.state?.isOfSavedPlan = request.planFile != nil
        var verdict = judge(changes, under: policy.policy, facts: facts)
        if !verdict.demandedProofs.isEmpty {
            facts.proofs =
                EvidenceRun(
                    policy: policy.policy, verdict: verdict, module: module, environment: inner,
                    console: console,
                    rehearsals: try rehearsals(of: plan, verdict, policy.policy, signers)
                ).proofs()
            verdict = judge(changes, under: policy.policy, facts: facts)
        }
        var judged = JudgedPlan(
            examined: examined, verdict: verdict, module: module, request: request,
            environment: inner, policy: policy.policy, signers: signers)
        (facts.actors, facts.signals) = ([.human], [])
        judged.stopsAPerson =
            verdict.decision == .block
            && judge(changes, under: policy.policy, facts: facts).decision == .block
        if options.asksForApproval { return try writeRequest(plan, judged) }
        let repository = git.answer()
        let attempt = { (settlement: Intent.Settlement) in
            var intent = Intent(
                verdict, record, invocation, git: repository,
                principal: principal(record.identityProgram(environment), of: changes, inner),
                settlement: settlement, by: program)
            intent.planDigest = planDigest
            return intent
        }
        let approved = try recordingRefusal(of: attempt) { () throws(Refusal) in
            try satisfy(plan, judged)
        }

        let takesVariables = takesVariablesBesidePlan(changes.terraformVersion)
        let applying = program.command(
            request.applyArguments(
                path, passesVariables: takesVariables || request.planFile != nil),
            environment: inner)
        var intent = attempt(settlement(of: verdict, approved, request, changes))
        intent.changesDigest = approved?.changes
        intent.approvals = approved?.approvals ?? []
        intent.configuration = (try? plan.open().readAll(limit: largestPlanFile))
            .flatMap(ConfigurationDigests.init(savedPlan:))
        try refuseWithoutReader()
        let command = try gated(applying, by: policy.policy, verdict.facts.actors)
        try refuseIfChanged(plan, since: digest)
        return try recording(intent, in: module, inner) { () throws(SystemError) in
            try runInForeground(command, shared: [plan.descriptor] + variables.descriptors)
        }
    }

    /// Who or what let a plan pass.
    private func settlement(
        of verdict: Verdict, _ approved: ApprovedRun?, _ request: ApplyRequest, _ plan: Plan
    ) -> Intent.Settlement {
        if approved != nil { return verdict.decision == .block ? .brokeGlass : .approved }
        if verdict.decision >= .confirm { return .typed }
        return request.planFile == nil && !request.isAutoApproved && plan.changesSomething
            ? .answered : .policy
    }
}

extension GuardedRun {
    /// The policy of a folder for whoever asks.
    func loadPolicy(
        for module: RootModule
    ) throws(Refusal) -> (policy: Policy, warnings: [Diagnostic], concerns: [RunConcern]) {
        try GuardCLI.loadPolicy(
            for: module.directory, extra: options.policies,
            askedBy: detectActors(.now(environment)).actors)
    }

    /// What is known of this run besides its plan.
    func facts(
        in module: RootModule, under policy: Policy, concerns: [RunConcern] = []
    ) -> RunFacts {
        var facts = RunFacts(in: module, under: policy, concerns: concerns, environment)
        facts.plannedState = PlannedState(
            backend: module.backend ?? "local", backendSettings: module.backendSettings)
        return facts
    }
}

// MARK: - The plan

extension GuardedRun {
    /// A saved plan's bytes, or a plan that terraform makes now with the user's own flags; sealed.
    ///
    /// - Parameters:
    ///   - request: what was asked for.
    ///   - module: the root module.
    ///   - environment: the one for plan, show and apply.
    ///   - shared: descriptors that the planning needs.
    ///   - status: terraform's, where it made no plan; it has said why.
    /// - Returns: the plan, or nil where terraform made none.
    /// - Throws: a refusal where there is nothing to judge.
    private func takePlan(
        _ request: ApplyRequest, in module: RootModule, environment: Environment,
        shared: [Int32], status: inout Int32
    ) throws(Refusal) -> SealedFile? {
        if let name = request.planFile {
            return try sealedPlan(at: name, relativeTo: module.directory)
        }
        try refuseRemoteBackend(module)
        PrivateFolder.sweep()
        let folder = try refusing { () throws(SystemError) in try PrivateFolder() }
        let file = folder.path.appending("plan")
        var planning = environment
        // Otherwise terraform says how to apply the file, which is about to be gone.
        if planning["TF_IN_AUTOMATION"]?.isEmpty ?? true {
            planning.set("TF_IN_AUTOMATION", to: Array("1".utf8))
        }
        let command = program.command(
            request.planArguments(out: file.description), environment: planning)
        let run = try refusing { () throws(SystemError) in
            try runInForeground(command, shared: shared, outlivesTerminal: false)
        }
        // Somebody wanted this to end, though terraform may have finished its plan all the same.
        guard !run.wasInterrupted else {
            throw Refusal(.declined, "Interrupted", "Nothing was changed.")
        }
        status = run.termination.exitStatus
        guard run.termination == .exited(0) else { return nil }
        return try refusing { () throws(SystemError) in
            let bytes = try FileDescriptor.openFile(file, links: .refuse)
            return try SealedFile(copying: bytes, limit: largestPlanFile)
        }
    }

    /// Whether a saved plan starts from the objects that the state has now.
    ///
    /// Terraform compares lineage and serial alone, and nothing at all where the plan was made from
    /// an empty state (hashicorp/terraform #24078).
    private func foreignState(
        _ examined: ExaminedPlan, _ request: ApplyRequest, environment: Environment
    ) throws(Refusal) -> [RunConcern] {
        guard request.planFile != nil, let saved = examined.saved else { return [] }
        let leading = request.chdir.map { ["-chdir=\($0)"] } ?? []
        let pulled = try ask(leading + ["state", "pull"], environment)
        guard pulled.termination == .exited(0) else {
            return [.singleReading("the state could not be read to compare it with the plan's")]
        }
        let objects =
            pulled.output.contains { $0 > 0x20 }
            ? try stateFile(pulled.output, name: "what terraform state pull prints").objects : []
        let differences = saved.differences(from: objects, moved: examined.plan)
        return differences == 0 ? [] : [.otherState(differences: differences)]
    }

    /// Refuses a copy that the kernel did not keep from being changed, and that has been.
    func refuseIfChanged(
        _ plan: borrowing SealedFile, since digest: String?
    ) throws(Refusal) {
        guard let digest, try sha256(of: plan) != digest else { return }
        throw Refusal(
            .stale, "The plan has been changed",
            "Its copy is not the one that was judged. Plan again, and find out who writes to this "
                + "user's private folders.")
    }

    /// Terraform 1.10 wants the values of ephemeral variables again; older ones refuse any.
    private func takesVariablesBesidePlan(_ version: ByteString?) -> Bool {
        guard let version, program.tool == "Terraform" else { return false }
        let parts = version.description.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
        return parts.count == 2 && (parts[0] > 1 || (parts[0] == 1 && parts[1] >= 10))
    }
}

/// Takes the bytes of a saved plan over.
func sealedPlan(at name: String, relativeTo directory: FilePath) throws(Refusal) -> SealedFile {
    guard let typed = FilePath(name) else { throw .usage("No plan", "\"\(name)\" names no file.") }
    return try sealedPlan(at: directory.appending(typed), limit: largestPlanFile)
}

/// Takes the bytes of a saved plan over.
///
/// - Parameters:
///   - path: where it lies.
///   - limit: more bytes than this are refused.
/// - Returns: the copy.
/// - Throws: a refusal where it cannot be read.
func sealedPlan(at path: FilePath, limit: Int) throws(Refusal) -> SealedFile {
    do throws(SystemError) {
        let file = try FileDescriptor.openFile(path)
        return try SealedFile(copying: file, limit: limit)
    } catch {
        throw Refusal(
            .unreadablePlan, "The plan cannot be read",
            "\(error) Name a plan file that terraform plan -out has written.")
    }
}

// MARK: - Satisfying the verdict

extension GuardedRun {
    /// Sees to it that what the verdict demands has been done, or refuses.
    ///
    /// - Returns: what others have signed for it; nil where they did not have to.
    private func satisfy(
        _ sealed: borrowing SealedFile, _ judged: JudgedPlan
    ) throws(Refusal) -> ApprovedRun? {
        let verdict = judged.verdict
        var approved: ApprovedRun?
        let hasApprovals = !approvalFiles.isEmpty
        switch verdict.decision {
        case .allow:
            if !verdict.relaxations.isEmpty {
                console.write(humanReport(verdict, width: console.width, style: console.style))
            }
            try askTerraformsQuestion(judged.examined.plan, judged.request, in: judged.module)
            return nil
        case .warn:
            warn(verdict)
            try askTerraformsQuestion(judged.examined.plan, judged.request, in: judged.module)
            return nil
        case .confirm where !hasApprovals, .approve where !hasApprovals && !judged.needsOthers:
            guard verdict.facts.actors == [.human], judged.request.mayAsk else {
                let status: ExitStatus =
                    verdict.decision == .approve ? .approvalNeeded : .confirmationNeeded
                throw try stopped(sealed, judged, status)
            }
            try confirmByTyping(
                verdict, mayAsk: judged.request.mayAsk, in: judged.module,
                accounts: accountNames(of: judged.examined.plan, under: judged.policy))
        case .approve where !hasApprovals:
            throw try stopped(sealed, judged, .approvalNeeded)
        case .block where !hasApprovals:
            throw try stopped(sealed, judged, .blocked)
        case .confirm, .approve, .block:
            approved = try satisfyByApprovals(sealed, judged)
        }
        try refuseIfStateMoved(judged)
        return approved
    }

    /// Says what is warned of: in one line where it is only the state.
    private func warn(_ verdict: Verdict) {
        let isBrief = verdict.relaxations.isEmpty && verdict.hasOnlyStateNotes
        if isBrief, let note = stateNote(verdict.findings) {
            var line = TextBlock(width: console.width)
            line.paragraph([.prose("tfguard: \(note)")])
            console.write(line.rendered(console.style))
        } else {
            console.write(humanReport(verdict, width: console.width, style: console.style))
        }
    }

    /// Has a person type what is lost, or refuses.
    func confirmByTyping(
        _ verdict: Verdict, mayAsk: Bool, in module: RootModule, accounts: [String] = []
    ) throws(Refusal) {
        let status: ExitStatus =
            verdict.decision == .approve ? .approvalNeeded : .confirmationNeeded
        guard verdict.facts.actors == [.human], mayAsk,
            let challenge = Challenge(for: verdict)
        else { throw stopped(verdict, status) }
        let outcome: ConfirmationOutcome
        do throws(SystemError) {
            outcome = try confirm(
                verdict, challenge,
                at: ConfirmationPlace(
                    name: module.directory.description, backend: module.backend,
                    accounts: accounts),
                hasColor: console.style == .coloured)
        } catch {
            throw Refusal(
                status, "Nobody could be asked",
                "\(error) What is to be lost has to be typed at a terminal. Nothing was changed.")
        }
        switch outcome {
        case .typed: break
        case .declined(let why):
            // Terraform has made a plan for this: to say that it did not run would not be true.
            throw Refusal(.declined, "Not confirmed", "\(why) Nothing was changed.")
        case .occupied: throw stopped(verdict, status)
        }
    }

    /// Prints the verdict with what to hand on, and refuses.
    ///
    /// - Parameters:
    ///   - verdict: what was judged.
    ///   - status: what the process exits with.
    ///   - stopsAPerson: whether a person at a terminal would be blocked as well.
    ///   - request: what was written for somebody else to approve.
    /// - Returns: the refusal, whose words have been printed.
    func stopped(
        _ verdict: Verdict, _ status: ExitStatus, stopsAPerson: Bool = false,
        request: WrittenRequest? = nil
    ) -> Refusal {
        console.write(humanReport(verdict, width: console.width, style: console.style))
        if let request {
            tellOf(request, verdict)
            return Refusal(status, [])
        }
        // The arguments are as typed, so the folder is the one they were typed in.
        let folder = try? FilePath.currentDirectory()
        let words = ["tfguard"] + [String(decoding: program.calledAs, as: UTF8.self)]
        console.write(
            "\n"
                + handOver(
                    verdict, stopsAPerson: stopsAPerson,
                    command: (words + invocation.arguments).map { ByteString($0) },
                    in: folder.map { ByteString(bytes: $0.bytes) }, width: console.width,
                    style: console.style))
        return Refusal(status, [])
    }

    /// Terraform's own question, where terraform would ask it.
    ///
    /// tfguard is never laxer than terraform: what needs no confirmation still gets it, in its
    /// words, read where terraform reads it.
    private func askTerraformsQuestion(
        _ plan: Plan, _ request: ApplyRequest, in module: RootModule
    ) throws(Refusal) {
        guard request.planFile == nil, !request.isAutoApproved, plan.changesSomething else {
            return
        }
        guard request.mayAsk else {
            throw Refusal(
                .confirmationNeeded, "Not approved",
                "Terraform would ask before it applies this, and -input=false forbids to ask. Give "
                    + "-auto-approve, or leave -input=false out.")
        }
        let turn = try turnForTerraformsQuestion()
        let output = Console(.output, environment: environment, hasColor: request.hasColor)
        let question = TerraformQuestion(
            request.mode,
            workspace: module.workspace == "default" ? nil : module.workspace.description,
            tool: program.tool)
        output.write(question.prompt(hasColor: output.style == .coloured))
        let answer = try refusing { () throws(SystemError) in try readAnswer() }
        _ = consume turn
        guard let answer else {
            output.write("\n")
            throw Refusal(
                .declined, "error asking for approval: EOF",
                "Nobody answered on standard input. Nothing was changed.")
        }
        guard answer.elementsEqual("yes".utf8) else {
            output.write("\n\(question.cancelled)\n")
            throw Refusal(.declined, [])
        }
        output.write("\n")
    }

    /// One line of standard input without the white space at its end, and not a byte more.
    ///
    /// A line that does not end is no answer to terraform either (`internal/command/ui_input.go`).
    private func readAnswer() throws(SystemError) -> [UInt8]? {
        var line: [UInt8] = []
        var byte: [UInt8] = [0]
        while line.count < 4096 {
            var space = byte.mutableSpan
            guard try StandardStream.input.read(into: &space) == 1 else { return nil }
            if byte[0] == UInt8(ascii: "\n") { break }
            line.append(byte[0])
        }
        while let last = line.last, last == 0x20 || (0x09...0x0d).contains(last) {
            line.removeLast()
        }
        return line
    }
}

extension Plan {
    /// Whether terraform would ask before it applies this: `CanApply` of Terraform's
    /// `internal/plans/plan.go`.
    fileprivate var changesSomething: Bool {
        if let isApplyable { return isApplyable }
        return !changes.isEmpty || !invocations.isEmpty
            || outputChanges.contains { $0.actions != [.noOp] }
            || (!hasResourceChanges && !drift.isEmpty)
    }
}

extension Surroundings {
    /// What is seen now.
    static func now(_ environment: Environment) -> Surroundings {
        Surroundings(
            variables: environment, ancestors: Host.ancestors,
            markers: sandboxMarkers.filter { marker in
                FilePath(marker).map { (try? $0.factsIfThere()) != nil } ?? false
            },
            hasTerminal: (try? Terminal())?.isForeground ?? false,
            isInitialUserNamespace: Host.isInInitialUserNamespace)
    }
}

extension GuardOptions {
    /// What stands in the way of a run because of them.
    var concerns: [RunConcern] { allowsDevelopmentOverrides ? [.developmentOverrides] : [] }
}
