import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// `tfguard check`: judges plans and applies none.
struct CheckRun: Sendable {
    let options: CheckOptions
    let environment: Environment

    /// Judges every plan and prints the verdicts on standard output.
    ///
    /// - Returns: the exit status over all plans.
    /// - Throws: why none could be judged.
    func run() throws(Refusal) -> ExitStatus {
        let console = Console(.error, environment: environment, hasColor: !options.noColor)
        let module = try RootModule(chdir: options.chdir, environment: environment)
        let policy = try options.loadPolicy(for: module.directory)
        console.write(policy.warnings)
        var facts = facts(in: module, under: policy.policy)
        facts.concerns = policy.concerns

        var checked: [CheckedPlan] = []
        var statuses: [ExitStatus] = []
        for name in options.plans {
            let outcome: CheckedPlan.Outcome
            do throws(Refusal) {
                let (examined, digest) = try read(name, in: module)
                var facts = facts
                facts.concerns += examined.concerns
                facts.take(examined, nil, in: module)
                let verdict = judge(examined.plan, under: policy.policy, facts: facts)
                let identity = PlanIdentity(examined, digest: digest, in: module)
                outcome = .judged(verdict, identity)
                statuses.append(status(of: verdict.decision))
            } catch {
                console.write(error.diagnostics)
                let message = error.diagnostics.map { "\($0.summary). \($0.detail)" }
                outcome = .failed(
                    status: Int(error.status.rawValue), message: message.joined(separator: " "))
                statuses.append(error.status)
            }
            checked.append(CheckedPlan(name: ByteString(name), outcome: outcome))
        }
        try report(checked)
        return overall(statuses)
    }

    /// Judges one plan and prints why each change is judged as it is.
    ///
    /// - Parameter address: the one change that is asked about.
    /// - Returns: success, whatever the verdict is: nothing was asked but why.
    /// - Throws: why it could not be judged.
    func explain(_ address: String?) throws(Refusal) -> ExitStatus {
        let module = try RootModule(chdir: options.chdir, environment: environment)
        let policy = try options.loadPolicy(for: module.directory)
        let (examined, _) = try read(options.plans[0], in: module)
        var facts = facts(in: module, under: policy.policy)
        facts.concerns = policy.concerns + examined.concerns
        facts.take(examined, nil, in: module)
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

    private func facts(in module: RootModule, under policy: Policy) -> RunFacts {
        let actors = detectActors(.now(environment))
        var facts = RunFacts(
            actors: actors.actors, signals: actors.signals, workspace: module.workspace,
            directory: ByteString(bytes: module.directory.bytes), now: .now)
        facts.isRoot = Host.userID == 0
        if policy.readsVersionControl {
            facts.versionControl = versionControlFacts(of: module.directory, environment)
        }
        return facts
    }

    private func report(_ checked: [CheckedPlan]) throws(Refusal) {
        var bytes: [UInt8] = []
        switch options.format {
        case .json:
            if checked.count == 1, case .judged(let verdict, let identity)? = checked.first?.outcome
            {
                bytes = jsonReport(verdict, of: identity)
            } else {
                bytes = jsonReport(checked)
            }
        case .text:
            let console = Console(.output, environment: environment, hasColor: !options.noColor)
            var reports: [String] = []
            for plan in checked {
                guard case .judged(let verdict, _) = plan.outcome else { continue }
                reports.append(
                    humanReport(
                        verdict, of: plan.name, width: console.width, style: console.style))
            }
            bytes = Array(reports.joined(separator: "\n").utf8)
        }
        // A verdict that could not be delivered is none.
        try refusing { () throws(SystemError) in try StandardStream.output.write(bytes) }
    }

    /// A plan, and the SHA-256 of its file where it is a saved one.
    private func read(
        _ name: String, in module: RootModule
    ) throws(Refusal) -> (examined: ExaminedPlan, digest: String?) {
        guard name != "-" else {
            var source = StandardInputSource()
            let plan = try readPlanText(from: &source, name: "standard input")
            return (ExaminedPlan(plan, in: module), nil)
        }
        guard let path = FilePath(name) else {
            throw Refusal(.unreadablePlan, "No plan", "\"\(name)\" names no file.")
        }
        let real = try refusingPlan { () throws(SystemError) in
            try FilePath.currentDirectory().appending(path)
        }
        if try refusingPlan({ () throws(SystemError) in try isSavedPlan(real) }) {
            return try readSaved(real, in: module)
        }
        var source = DescriptorSource(
            try refusingPlan { () throws(SystemError) in try FileDescriptor.open(real) })
        return (ExaminedPlan(try readPlanText(from: &source, name: name), in: module), nil)
    }

    /// A zip.
    ///
    /// A pipe is not looked into: what was read of it could not be read again.
    private func isSavedPlan(_ path: FilePath) throws(SystemError) -> Bool {
        guard try path.facts().kind == .file else { return false }
        let file = try FileDescriptor.openFile(path)
        var window: [UInt8] = [0, 0]
        var space = window.mutableSpan
        let count = try file.read(into: &space)
        return window[..<count].elementsEqual("PK".utf8)
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
            throw Refusal(
                .unreadablePlan, "The plan cannot be read",
                "\(error) Name a saved plan, the output of terraform show -json, or -.")
        }
    }

    // MARK: - Statuses

    private func status(of decision: Decision) -> ExitStatus {
        let status: ExitStatus
        let threshold: FailureThreshold
        switch decision {
        case .allow, .warn: return .success
        case .confirm: (status, threshold) = (.confirmationNeeded, .confirm)
        case .approve: (status, threshold) = (.approvalNeeded, .approve)
        case .block: (status, threshold) = (.blocked, .block)
        }
        return threshold.rank >= options.failsOn.rank ? status : .success
    }

    /// The largest status from 64 up, else that of the strictest decision.
    private func overall(_ statuses: [ExitStatus]) -> ExitStatus {
        statuses.max { $0.rawValue < $1.rawValue } ?? .internalError
    }
}

extension FailureThreshold {
    fileprivate var rank: Int {
        switch self {
        case .confirm: 0
        case .approve: 1
        case .block: 2
        }
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
    /// The policy of a folder, or that of the commit which `-policy-ref` names.
    func loadPolicy(
        for directory: FilePath
    ) throws(Refusal) -> (policy: Policy, warnings: [Diagnostic], concerns: [RunConcern]) {
        guard let policyReference else {
            let loaded = try GuardCLI.loadPolicy(for: directory, extra: policies)
            return (loaded.policy, loaded.warnings, [])
        }
        let revision = try PolicyRevision(policyReference, around: directory)
        let loaded = try GuardCLI.loadPolicy(for: directory, extra: policies, asOf: revision)
        let changed = try revision.changed(from: directory).map { ByteString(bytes: $0.bytes) }
        let concern = RunConcern.policyChanged(
            paths: changed, reference: ByteString(policyReference))
        return (loaded.policy, loaded.warnings, changed.isEmpty ? [] : [concern])
    }
}
