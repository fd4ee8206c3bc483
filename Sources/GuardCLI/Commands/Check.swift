import Diagnostics
import GuardCore
import GuardSystem
import Synchronization
import TerraformPlan

/// `tfguard check`: judges plans and applies none.
struct CheckRun: Sendable {
    let options: CheckOptions
    let environment: Environment
    /// Looked at once: it means to walk over all processes that this one descends from.
    let asking: (actors: WordSet<Actor>, signals: [ActorSignal])
    private let others: OtherPolicies

    init(options: CheckOptions, environment: Environment) {
        self.options = options
        self.environment = environment
        asking = detectActors(.now(environment))
        others = OtherPolicies(askedBy: asking.actors)
    }

    /// Judges every plan, prints the verdicts on standard output, and writes the reports.
    ///
    /// - Returns: the exit status over all plans.
    /// - Throws: why none could be judged.
    func run() throws(Refusal) -> ExitStatus {
        let console = Console(.error, environment: environment, hasColor: !options.noColor)
        let module = try RootModule(chdir: options.chdir, environment: environment)
        let inputs = findPlans(options.plans)
        let reports = try CheckReports(
            options, of: inputs, in: module, environment: environment)
        let (loaded, large) = try loadPolicy(besides: inputs, in: module)
        console.write(loaded.warnings)
        let policy = loaded.policy
        let facts = RunFacts(
            in: module, under: policy, concerns: loaded.concerns, environment, askedBy: asking)

        let readings = large.map { [$0] } ?? readings(of: inputs, in: module)
        let checked = Mutex([CheckedInput?](repeating: nil, count: inputs.count))
        onAllProcessors(inputs.count) { number in
            let result = check(
                inputs[number], in: module, under: policy, facts, for: reports,
                reading: readings?[number], adoption: adoption(of: readings, besides: number),
                isAlone: inputs.count == 1)
            checked.withLock { $0[number] = result }
        }
        let plans = checked.withLock { $0 }.compactMap { $0 }
        for plan in plans { console.write(plan.diagnostics) }
        guard !plans.isEmpty else {
            throw Refusal(
                .unreadablePlan, "No plan",
                "None of the files below what was named is a plan.")
        }
        try reports.write(plans)
        leaveToTheSystem(policy)
        leaveToTheSystem(readings)
        return overall(plans.map(\.status))
    }

    /// Judges one plan, on all processors where it is alone, and writes its part of every report.
    ///
    /// - Returns: nil for a file that nobody named and that is no plan.
    private func check(
        _ input: PlanInput, in module: RootModule, under policy: Policy, _ facts: RunFacts,
        for reports: CheckReports, reading: Reading?, adoption: Adoption, isAlone: Bool
    ) -> CheckedInput? {
        let outcome: CheckedPlan.Outcome
        let status: ExitStatus
        var diagnostics: [Diagnostic] = []
        do throws(Refusal) {
            let reading = reading ?? self.reading(of: input, in: module)
            let examined: ExaminedPlan
            let digest: String?
            switch reading {
            case .success(let plan, let found): (examined, digest) = (plan, found)
            case .failure(let refusal): throw refusal
            }
            var facts = facts
            facts.add(examined.concerns)
            facts.take(examined, nil, in: module)
            let state = try knownState(of: examined, in: module, under: policy)
            facts.take(state)
            diagnostics = state.warnings
            let verdict = try judgeWithEvidence(
                examined.plan, under: policy, facts: facts, adoption: adoption,
                split: isAlone ? .onAllProcessors : .none, in: module)
            outcome = .judged(verdict, PlanIdentity(examined, digest: digest, in: module))
            status = self.status(of: verdict.decision)
        } catch {
            if case .perhaps = input, error.status == .unreadablePlan { return nil }
            diagnostics = error.diagnostics
            let message = error.diagnostics.map { "\($0.summary). \($0.detail)" }
            outcome = .failed(
                status: Int(error.status.rawValue), message: message.joined(separator: " "))
            status = error.status
        }
        let plan = CheckedPlan(name: input.name, outcome: outcome)
        if isAlone { leaveToTheSystem(plan) }
        return CheckedInput(
            summary: plan.summary(for: reports.formats), parts: reports.parts(on: plan),
            status: status,
            diagnostics: diagnostics)
    }

    /// Judges one plan and prints why each change is judged as it is.
    ///
    /// - Parameter address: the one change that is asked about.
    /// - Returns: success, whatever the verdict is: nothing was asked but why.
    /// - Throws: why it could not be judged.
    func explain(_ address: String?) throws(Refusal) -> ExitStatus {
        let module = try RootModule(chdir: options.chdir, environment: environment)
        let policy = try options.loadPolicy(for: module.directory, askedBy: asking.actors)
        let input = findPlans([options.plans[0]])[0]
        let (examined, _) = try read(input, in: module)
        var facts = RunFacts(
            in: module, under: policy.policy, concerns: policy.concerns, environment,
            askedBy: asking)
        facts.add(examined.concerns)
        facts.take(examined, nil, in: module)
        let state = try knownState(of: examined, in: module, under: policy.policy)
        facts.take(state)
        let verdict = judge(examined.plan, under: policy.policy, facts: facts)
        let console = Console(.output, environment: environment, hasColor: !options.noColor)
        let tracer = PolicyTracer(examined.plan, under: policy.policy, facts: facts)
        let explained = explanation(
            of: verdict, address: address, width: console.width, tracer: tracer)
        guard let text = explained else {
            throw .usage(
                "No such change",
                "The plan changes nothing at \"\(address ?? "")\". Write the whole address, with "
                    + "its module and index, in quotes where a shell needs them.")
        }
        let bytes = Array(text.rendered(console.style).utf8)
        try refusing { () throws(SystemError) in try StandardStream.output.write(bytes) }
        return .success
    }

    private func knownState(
        of examined: ExaminedPlan, in module: RootModule, under policy: Policy
    ) throws(Refusal) -> KnownPlanState {
        var state = try KnownPlanState(
            of: examined, in: module, isNamed: options.chdir != nil, policy.recordSettings,
            environment, askedBy: asking.actors)
        state.facts?.isOfSavedPlan = true
        return state
    }

    /// No `Result`: its parameters would have the runtime look for what makes them errors.
    enum Reading: Sendable {
        case success(ExaminedPlan, digest: String?)
        case failure(Refusal)
    }

    /// The plans, where they are few enough to be held beside each other: then what one lets go of
    /// another may import.
    ///
    /// An object goes from one state to another by two plans, and hardly by more than these.
    private func readings(of inputs: [PlanInput], in module: RootModule) -> [Reading]? {
        guard (2...8).contains(inputs.count) else { return nil }
        let readings = Mutex([Reading?](repeating: nil, count: inputs.count))
        onAllProcessors(inputs.count) { number in
            let reading = reading(of: inputs[number], in: module)
            readings.withLock { $0[number] = reading }
        }
        return readings.withLock { $0 }.compactMap { $0 }
    }

    func reading(of input: PlanInput, in module: RootModule) -> Reading {
        do throws(Refusal) {
            let (examined, digest) = try read(input, in: module)
            return .success(examined, digest: digest)
        } catch {
            return .failure(error)
        }
    }

    /// What the other plans import.
    private func adoption(of readings: [Reading]?, besides number: Int) -> Adoption {
        guard let readings, readings.count > 1 else { return .none }
        return Adoption(
            by: readings.enumerated().compactMap { other, reading in
                guard other != number, case .success(let examined, _) = reading else { return nil }
                return examined.plan
            })
    }

    /// A plan, and the SHA-256 of its file where it is a saved one.
    private func read(
        _ input: PlanInput, in module: RootModule
    ) throws(Refusal) -> (examined: ExaminedPlan, digest: String?) {
        switch input {
        case .nothing(_, let refusal): throw refusal
        case .standardInput:
            var source = StandardInputSource()
            let plan = try readPlanText(
                from: &source, name: "standard input", keeping: .ofLosses)
            return (ExaminedPlan(plan, in: module), nil)
        case .file(let path), .perhaps(let path):
            let doubts = try doubtsOfPolicy(besides: path, in: module)
            var (examined, digest) = try read(path, as: input, in: module)
            examined.concerns += doubts
            return (examined, digest)
        }
    }

    /// What is to be said of the rules of a plan's folder, where nobody said which are meant.
    private func doubtsOfPolicy(
        besides path: FilePath, in module: RootModule
    ) throws(Refusal) -> [RunConcern] {
        guard options.chdir == nil, options.projectPolicy == nil else { return [] }
        return try others.refuse(path, judgedIn: module.directory)
    }

    private func read(
        _ path: FilePath, as input: PlanInput, in module: RootModule
    ) throws(Refusal) -> (examined: ExaminedPlan, digest: String?) {
        let real = try refusingPlan { () throws(SystemError) in
            try FilePath.currentDirectory().appending(path)
        }
        if try refusingPlan({ () throws(SystemError) in try isSavedPlan(real) }) {
            return try readSaved(real, in: module)
        }
        let file = try refusingPlan { () throws(SystemError) in
            try FileDescriptor.open(real)
        }
        // Of several plans each has a processor to itself.
        if case .file = input, options.plans.count == 1,
            let size = largeSize(of: file)
        {
            let plan = try LargePlanFile(file, size: size).plan(name: path.description)
            return (ExaminedPlan(plan, in: module), nil)
        }
        var source = DescriptorSource(file)
        let plan = try readPlanText(
            from: &source, name: path.description, keeping: .ofLosses)
        return (ExaminedPlan(plan, in: module), nil)
    }

    /// The size of a file that is worth two threads.
    private func largeSize(of file: borrowing FileDescriptor) -> Int? {
        guard let facts = try? file.facts(), facts.kind == .file,
            facts.size >= LargePlanFile.leastSize
        else { return nil }
        return facts.size
    }

    /// What only terraform can show: a zip, a bookmark of HCP Terraform's, what OpenTofu encrypted.
    ///
    /// A pipe is not looked into: what was read of it could not be read again.
    func isSavedPlan(_ path: FilePath) throws(SystemError) -> Bool {
        guard try path.facts().kind == .file else { return false }
        let file = try FileDescriptor.openFile(path)
        var window = [UInt8](repeating: 0, count: 32)
        var space = window.mutableSpan
        let count = try file.read(into: &space)
        // Both write their first key first, and no plan has a key of that name.
        return ["PK", "{\"remote_plan_format\":", "{\"meta\":"].contains {
            window[..<count].starts(with: $0.utf8)
        }
    }

    /// Has terraform show a saved plan.
    private func readSaved(
        _ path: FilePath, in module: RootModule
    ) throws(Refusal) -> (examined: ExaminedPlan, digest: String?) {
        let program = try TerraformProgram(options.program, path: environment["PATH"] ?? [])
        let inner = try innerEnvironment(environment, for: module)
        let sealed = try sealedPlan(at: path, limit: largestPlanFile)
        let leading = options.chdir.map { ["-chdir=\($0)"] } ?? []
        let show = program.command(
            leading + ["show", "-json", sealed.path.description], environment: inner)
        let examined = try examine(sealed, shownBy: show, in: module)
        return (examined, try sha256(of: sealed))
    }

    private func refusingPlan<Result: ~Copyable>(
        _ body: () throws(SystemError) -> Result
    ) throws(Refusal) -> Result {
        do throws(SystemError) {
            return try body()
        } catch {
            throw .unreadablePlan(error)
        }
    }

    // MARK: - Statuses

    private func status(of decision: Decision) -> ExitStatus {
        guard options.failsOn.isReached(by: decision) else { return .success }
        return switch decision {
        case .allow, .warn: .success
        case .confirm: .confirmationNeeded
        case .approve: .approvalNeeded
        case .block: .blocked
        }
    }

    /// The largest status from 64 up, else that of the strictest decision.
    private func overall(_ statuses: [ExitStatus]) -> ExitStatus {
        statuses.max { $0.rawValue < $1.rawValue } ?? .internalError
    }
}

extension Refusal {
    /// A file that was named as a plan.
    static func unreadablePlan(_ error: SystemError) -> Refusal {
        Refusal(
            .unreadablePlan, "The plan cannot be read",
            "\(error) Name a saved plan, the output of terraform show -json, or -.")
    }
}

extension RunFacts {
    /// Adds what is not said already of all plans.
    fileprivate mutating func add(_ more: [RunConcern]) {
        concerns += more.filter { !concerns.contains($0) }
    }
}

extension ExaminedPlan {
    /// A plan's JSON alone, whose file is not at hand.
    fileprivate init(_ plan: Plan, in module: RootModule) {
        self.init(plan: plan, saved: nil, concerns: [])
        self.plan.stateStore = module.stateStore
    }
}

extension PlanIdentity {
    /// What is known of a plan that was examined.
    fileprivate init(_ examined: ExaminedPlan, digest: String?, in module: RootModule) {
        self.init()
        self.digest = digest
        backend = (examined.saved?.backend?.type ?? module.backend)?.description
        guard let saved = examined.saved else { return }
        if !saved.state.lineage.bytes.isEmpty { lineage = saved.state.lineage.description }
        serial = Int(exactly: saved.state.serial)
        isStateEmpty = saved.previousState.objects.isEmpty
    }
}

extension CheckOptions {
    typealias LoadedPolicy = (policy: Policy, warnings: [Diagnostic], concerns: [RunConcern])

    /// The policy of a folder for who asks, or that of the commit which `-policy-ref` names.
    func loadPolicy(
        for directory: FilePath, askedBy actors: WordSet<Actor> = [.human]
    ) throws(Refusal) -> LoadedPolicy {
        if let projectPolicy {
            guard policyReference == nil else {
                throw .usage(
                    "-policy-ref beside -project-policy",
                    "Both say what the project's policy is. Give one of them.")
            }
            let loaded = try GuardCLI.loadPolicy(inPlaceOfProject: projectPolicy, extra: policies)
            let concern = RunConcern.policyReplaced(by: ByteString(projectPolicy))
            return (loaded.policy, loaded.warnings, [concern])
        }
        guard let policyReference else {
            return try GuardCLI.loadPolicy(
                for: directory, extra: policies, askedBy: actors)
        }
        let revision = try PolicyRevision(policyReference, around: directory)
        let loaded = try GuardCLI.loadPolicy(
            for: directory, extra: policies, askedBy: actors, asOf: revision)
        let changed = try revision.changed(from: directory).map { ByteString(bytes: $0.bytes) }
        let concern = RunConcern.policyChanged(
            paths: changed, reference: ByteString(policyReference))
        let concerns = (changed.isEmpty ? [] : [concern]) + loaded.concerns
        return (loaded.policy, loaded.warnings, concerns)
    }
}
