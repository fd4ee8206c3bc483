import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// Asks the programs of `evidence` blocks for the proofs that rules want, one change after another.
///
/// A proof is exit status 0. A program that fails, is late, or is not there proves nothing, and the
/// rule holds.
struct EvidenceRun: Sendable {
    let policy: Policy
    let verdict: Verdict
    let module: RootModule
    /// The environment for plan, show and apply.
    let environment: Environment
    let console: Console
    /// What was applied elsewhere; nil where nobody looked.
    var rehearsals: RehearsalProofs?

    /// More changes than this are not proven one by one.
    private static let most = 100
    /// What a program says is kept up to here.
    private static let outputLimit = 64 << 10

    func proofs() -> [Proof] {
        var proofs: [Proof] = []
        for demand in verdict.demandedProofs {
            guard proofs.count < Self.most else {
                proofs.append(
                    Proof(demand: demand, outcome: .fails("too many changes want a proof")))
                continue
            }
            proofs.append(Proof(demand: demand, outcome: outcome(of: demand)))
        }
        return proofs
    }

    private func outcome(of demand: ProofDemand) -> Proof.Outcome {
        let blocks = policy.evidence(for: demand, actors: verdict.facts.actors)
        let rehearsed = policy.rehearsals(for: demand, actors: verdict.facts.actors)
        guard !blocks.isEmpty || !rehearsed.isEmpty else {
            return .fails("nobody whose word counts here says how it is proven")
        }
        for block in blocks {
            let outcome = run(block, for: demand)
            tell(block.name, demand, outcome.proof, output: outcome.output)
            if case .fails = outcome.proof { return outcome.proof }
        }
        for block in rehearsed {
            let outcome = rehearse(block, for: demand)
            tell(block.name, demand, outcome)
            if case .fails = outcome { return outcome }
        }
        return .holds
    }

    private func rehearse(_ block: RehearsalBlock, for demand: ProofDemand) -> Proof.Outcome {
        guard let rehearsals else { return .fails("only an apply looks at rehearsals") }
        guard let change = verdict.changes.first(where: { $0.change.isAbout(demand) }) else {
            return .fails("it is about no change of a resource")
        }
        return rehearsals.outcome(of: block, for: change)
    }

    private func run(
        _ block: EvidenceBlock, for demand: ProofDemand
    ) -> (proof: Proof.Outcome, output: [UInt8]) {
        let isMachine = !verdict.facts.actors.isSubset(of: [.human, .ci])
        let surroundings = EvidenceSurroundings(
            environment: environment, directory: module.directory)
        guard
            let program = programPath(
                block.command[0], relativeTo: block.directory,
                path: isMachine ? systemFolders : environment["PATH"] ?? [])
        else { return (.fails("\(block.command[0]) is not there"), []) }
        if isMachine,
            let file = surroundings.firstReplaceable(program, block.command.dropFirst())
        {
            return (.fails("\(file) could have been changed by whoever asks"), [])
        }
        guard let change = verdict.changes.first(where: { $0.change.isAbout(demand) }),
            let input = evidenceInput(for: change, of: verdict)
        else { return (.fails("the change cannot be written down"), []) }
        let command = Command(
            program, Array(block.command.dropFirst()),
            environment: isMachine ? surroundings.hardened : environment,
            directory: module.directory)
        do throws(SystemError) {
            let run = try capture(
                command, feeding: input, within: .seconds(block.timeout), limit: Self.outputLimit)
            let outcome: Proof.Outcome =
                switch run.termination {
                case .exited(0)?: .holds
                case .exited(let status)?: .fails("it ended with status \(status)")
                case .signalled(let signal)?: .fails("signal \(signal) ended it")
                case nil: .fails("it was not done within \(inWords(seconds: block.timeout))")
                }
            return (outcome, run.output)
        } catch {
            return (.fails("\(error)"), [])
        }
    }

    /// `tfguard: Proof fresh-snapshot of aws_db_instance.main holds.`, and what the program said.
    private func tell(
        _ name: String, _ demand: ProofDemand, _ outcome: Proof.Outcome, output: [UInt8] = []
    ) {
        var text = TextBlock(width: console.width)
        let end: TextRun =
            switch outcome {
            case .holds: .prose(" holds.", .strong)
            case .fails(let why): .prose(" does not hold: \(why).", .caution)
            }
        text.paragraph([
            .prose("tfguard: Proof \(name) of "), .exact(demand.address.bytes), end,
        ])
        for line in output.split(separator: UInt8(ascii: "\n")).prefix(5) {
            text.paragraph([.spaces(2), .exact(Array(line.prefix(400)), .faint)])
        }
        console.write(text.rendered(console.style))
    }
}

extension ResourceChange {
    fileprivate func isAbout(_ demand: ProofDemand) -> Bool {
        address == demand.address && deposed == demand.deposed
    }
}

/// Where a program lies that a policy names: a path is relative to the policy's file, a bare name is
/// looked up in `PATH`.
///
/// - Returns: nil where it is not there, or cannot be run.
func programPath(
    _ name: String, relativeTo folder: ByteString?, path: [UInt8]
) -> FilePath? {
    guard name.utf8.contains(UInt8(ascii: "/")) else {
        return Executable.all(named: Array(name.utf8), inPath: path).first?.path
    }
    guard let typed = FilePath(name) else { return nil }
    let base = folder.flatMap { FilePath(bytes: $0.bytes) }
    guard let place = base?.appending(typed) ?? (typed.isAbsolute ? typed : nil) else { return nil }
    return (try? Executable(at: place))?.path
}

extension CheckRun {
    /// Judges, and has the policy's programs prove what its rules want proven, where that was asked
    /// for: a check runs nobody's programs by itself.
    func judgeWithEvidence(
        _ plan: Plan, under policy: Policy, facts: RunFacts, adoption: Adoption,
        split: RowSplit, in module: RootModule
    ) throws(Refusal) -> Verdict {
        let verdict = judge(
            plan, under: policy, facts: facts, adoption: adoption, split: split)
        guard options.runsEvidence, !verdict.demandedProofs.isEmpty else { return verdict }
        var facts = facts
        facts.proofs =
            EvidenceRun(
                policy: policy, verdict: verdict, module: module,
                environment: try innerEnvironment(environment, for: module),
                console: Console(.error, environment: environment, hasColor: !options.noColor)
            ).proofs()
        return judge(plan, under: policy, facts: facts, adoption: adoption, split: split)
    }
}
