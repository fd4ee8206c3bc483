import Diagnostics
import GuardCore
import GuardSystem
import Synchronization
import TerraformPlan

/// `tfguard check -history=DIR`: what a policy would have said of plans that were made before.
///
/// Each plan is judged as if a person had asked when it was made, in the workspace it was made for;
/// what it has to do with this folder's state is not looked at.
struct HistoryRun: Sendable {
    let folder: String
    let options: CheckOptions
    let environment: Environment

    /// What may be an old plan.
    private struct File {
        let path: FilePath
        /// Whether its name or its beginning says so; other JSON is a plan where it can be read as one.
        let isCertain: Bool
    }

    /// One old plan.
    fileprivate struct Judged {
        let name: FilePath
        let moment: Moment
        let verdict: Verdict
    }

    /// Judges every plan below the folder and prints what became of them.
    ///
    /// - Returns: success: what has been applied is not stopped any more.
    /// - Throws: a refusal where there is no plan.
    func run() throws(Refusal) -> ExitStatus {
        let console = Console(.error, environment: environment, hasColor: !options.noColor)
        let module = try RootModule(chdir: options.chdir, environment: environment)
        let policy = try options.loadPolicy(for: module.directory)
        console.write(policy.warnings)
        var files: [File] = []
        var others = 0
        let top = try refusing { () throws(SystemError) -> FilePath in
            guard let path = FilePath(folder) else { throw SystemError(.open, nil, code: 2) }
            return path
        }
        try collectFiles(below: top, depth: 0, into: &files, others: &others)
        let (paths, rules) = (files, policy.policy)
        let results = Mutex([Result<Judged, Refusal>?](repeating: nil, count: paths.count))
        onAllProcessors(paths.count) { number in
            let result = Result<Judged, Refusal> { () throws(Refusal) in
                try judgement(of: paths[number].path, in: module, under: rules)
            }
            results.withLock { $0[number] = result }
        }
        var judged: [Judged] = []
        var unread = 0
        for (file, result) in zip(files, results.withLock { $0 }) {
            switch result {
            case .success(let found): judged.append(found)
            case .failure(let why) where file.isCertain || why.status != .unreadablePlan:
                unread += 1
            case .failure, nil: others += 1
            }
        }
        guard !judged.isEmpty else {
            throw .usage(
                "No plan below \(folder)",
                "-history reads saved plans and the output of terraform show -json, and found none "
                    + "that can be read.")
        }
        judged.sort { $0.moment < $1.moment }
        let text = report(judged, unread: unread, others: others)
        try refusing { () throws(SystemError) in
            try StandardStream.output.write(Array(text.utf8))
        }
        return .success
    }

    // MARK: - Reading

    /// Adds what looks like a plan, and counts the other files.
    private func collectFiles(
        below folder: FilePath, depth: Int, into files: inout [File], others: inout Int
    ) throws(Refusal) {
        guard depth < 32 else { return }
        let names = try refusing { () throws(SystemError) in try folder.entries() }
        for name in names where name.bytes.first != UInt8(ascii: ".") {
            let path = folder.appending(name)
            let kind = try refusing { () throws(SystemError) in
                try path.facts(links: .refuse).kind
            }
            switch kind {
            case .folder:
                try collectFiles(below: path, depth: depth + 1, into: &files, others: &others)
            case .file:
                switch try planInput(path) {
                case .file: files.append(File(path: path, isCertain: true))
                case .perhaps: files.append(File(path: path, isCertain: false))
                case .standardInput, .nothing, nil: others += 1
                }
            case .symbolicLink, .pipe, .socket, .characterDevice, .blockDevice, .unknown: break
            }
        }
    }

    private func judgement(
        of path: FilePath, in module: RootModule, under policy: Policy
    ) throws(Refusal) -> Judged {
        let (start, modified) = try refusing { () throws(SystemError) in
            let file = try FileDescriptor.open(path)
            var window = [UInt8](repeating: 0, count: 2)
            var space = window.mutableSpan
            let count = try file.read(into: &space)
            return (Array(window[..<count]), try file.facts().modified)
        }
        var examined: ExaminedPlan
        if start == Array("PK".utf8) {
            let program = try TerraformProgram(options.program, path: environment["PATH"] ?? [])
            let inner = try innerEnvironment(environment, for: module)
            let real = try refusing { () throws(SystemError) in try path.resolved() }
            let sealed = try sealedPlan(at: real, limit: largestPlanFile)
            let leading = options.chdir.map { ["-chdir=\($0)"] } ?? []
            let show = program.command(
                leading + ["show", "-json", sealed.path.description], environment: inner)
            examined = try examine(sealed, shownBy: show, in: module)
        } else {
            var source = DescriptorSource(
                try refusing { () throws(SystemError) in try FileDescriptor.open(path) })
            let plan = try readPlanText(from: &source, name: path.description)
            examined = ExaminedPlan(plan: plan, saved: nil, concerns: [])
        }
        let made = examined.plan.timestamp.flatMap { Moment(inRFC3339: $0.description) }
        let moment = made ?? Moment(secondsSinceEpoch: modified / 1_000_000_000)
        var facts = RunFacts(
            actors: [.human], workspace: module.workspace,
            directory: ByteString(bytes: module.directory.bytes), now: moment)
        if let workspace = examined.saved?.backend?.workspace, !workspace.bytes.isEmpty {
            facts.workspace = workspace
        }
        facts.take(examined, nil, in: module)
        return Judged(
            name: path, moment: moment,
            verdict: judge(examined.plan, under: policy, facts: facts))
    }

    // MARK: - Printing

    private func report(_ judged: [Judged], unread: Int, others: Int) -> String {
        let asking = judged.filter { $0.verdict.decision.asks }
        let stopping = judged.filter { $0.verdict.decision == .block }
        let passing = judged.count - asking.count - stopping.count
        let most = 3
        let named = stopping.prefix(most).map { "\($0.what), \($0.moment.dayInWords)" }
        let more = stopping.count > most ? "; and \(stopping.count - most) more" : ""
        let stops = stopping.isEmpty ? "" : " (\(named.joined(separator: "; "))\(more))"
        var text =
            "\(judged.count) \(judged.count == 1 ? "plan" : "plans"): \(passing) pass, "
            + "\(asking.count) ask, \(stopping.count) stop\(stops)\n"
        if unread > 0 {
            text += "\(unread) more cannot be read, and \(unread == 1 ? "is" : "are") not judged.\n"
        }
        if others > 0 {
            text += "\(others) other \(others == 1 ? "file is no plan" : "files are no plans").\n"
        }
        for plan in judged where plan.verdict.decision > .warn {
            let rules = plan.verdict.findings.filter { $0.decision == plan.verdict.decision }
                .map(\.rule)
            text += "  \(plan.verdict.decision)  \(plan.moment.dayInWords)  \(plan.name)  "
            text += "\(rules.first ?? ""): \(plan.what)\n"
        }
        return text
    }
}

extension HistoryRun.Judged {
    /// What the first of the strictest findings is about, by its name in the real world.
    fileprivate var what: String {
        let first = verdict.changes.first { $0.decision == verdict.decision }
        guard let first else { return "the whole plan" }
        return TerminalText.printable((first.identity ?? first.change.address).bytes)
    }
}

extension Decision {
    fileprivate var asks: Bool {
        switch self {
        case .confirm, .approve: true
        case .allow, .warn, .block: false
        }
    }
}
