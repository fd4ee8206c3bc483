import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// An intent that has been written, for which an outcome is still to come.
struct RecordedIntent: Sendable {
    let line: Int
    let record: RunRecord
    /// Whether something would be lost.
    let hasLosses: Bool
}

extension GuardedRun {
    /// Does something that changes a state, with an intent before it and an outcome after it.
    ///
    /// - Parameters:
    ///   - intent: what is about to be done.
    ///   - module: whose state it is.
    ///   - inner: what terraform is asked with.
    ///   - body: runs terraform.
    /// - Returns: terraform's exit status.
    /// - Throws: a refusal where the intent cannot be written, or where terraform did not start.
    func recording(
        _ intent: Intent, in module: RootModule, _ inner: Environment,
        _ body: () throws(SystemError) -> ForegroundRun
    ) throws(Refusal) -> Int32 {
        let recorded = try write(intent)
        let stopwatch = Stopwatch()
        let result: Result<ForegroundRun, SystemError>
        do throws(SystemError) {
            result = .success(try body())
        } catch {
            result = .failure(error)
        }
        if case .failure(let error) = result, error.operation == .wait {
            // Without an outcome the next run says that nobody knows how this one ended.
            throw Refusal(
                .declined, "How terraform ended is not known",
                "\(error) It was started, and may still be running. Look at what it said, and at "
                    + "terraform plan, before anything else.")
        }
        writeOutcome(
            try? result.get(), of: recorded, after: stopwatch.seconds, in: module, inner)
        switch result {
        case .success(let run): return run.termination.exitStatus
        case .failure(let error): throw .system("\(error)")
        }
    }

    /// Writes down what is about to be done, before it is done.
    ///
    /// - Returns: what the outcome refers to.
    /// - Throws: a refusal where it cannot be written: then nothing is to be done.
    private func write(_ intent: Intent) throws(Refusal) -> RecordedIntent {
        if let unfinished = intent.record.unfinished {
            console.write(unfinishedNote(unfinished))
        }
        let time = try refusing { () throws(SystemError) in try Instant.now().description }
        let store = RecordStore(intent.record, environment: environment, console: console)
        let line = try store.write(intent.members(at: time), look: intent.look)
        return RecordedIntent(
            line: line.number, record: intent.record,
            hasLosses: intent.verdict.changes.contains(where: \.isLoss))
    }

    /// Writes down how it ended.
    ///
    /// It has been done by then, so that nothing is refused any more: what cannot be written is told.
    ///
    /// - Parameters:
    ///   - run: how terraform ended; nil where it did not start.
    ///   - intent: what was about to be done.
    ///   - seconds: how long it took.
    ///   - module: whose state is looked at once more.
    ///   - inner: what terraform is asked with.
    private func writeOutcome(
        _ run: ForegroundRun?, of intent: RecordedIntent, after seconds: Int,
        in module: RootModule, _ inner: Environment
    ) {
        let record = intent.record
        let here = module.localState.flatMap { path in
            (try? readFile(path, limit: largestState)).flatMap { try? readStateFile($0) }
        }
        var json = JSONWriter()
        json.members { json in
            json.member("kind", "outcome")
            json.member("lineage", here?.lineage ?? record.state.lineage ?? "")
            json.member("place", record.statePlace)
            json.member("time", (try? Instant.now())?.description)
            json.member("intent", intent.line)
            json.member("started", run != nil)
            json.member("status", run.map { Int($0.termination.exitStatus) })
            json.member("interrupted", run?.wasInterrupted)
            json.member("seconds", seconds)
            json.member("state") { $0.write(here) }
            if intent.hasLosses {
                json.member("go_back_to") { json in
                    json.member("location", record.state.location)
                    json.member("lineage", record.state.lineage)
                    json.member("serial", record.state.serial.flatMap { Int(exactly: $0) })
                }
            }
        }
        do throws(Refusal) {
            let store = RecordStore(record, environment: environment, console: console)
            var line = try store.write(json.bytes)
            if here == nil, module.localState == nil, run != nil,
                let state = try? pulledState(inner)
            {
                line = try store.write(observation(of: state, intent))
            }
            console.write(
                "tfguard: recorded, line \(line.number), head \(shortHead(line.digest))\n")
        } catch {
            console.write(error.diagnostics)
            console.write(
                "tfguard: terraform has run; how it ended could not be written to the record.\n")
        }
    }

    private func pulledState(_ inner: Environment) throws(Refusal) -> StateFile? {
        let leading = invocation.chdir.map { ["-chdir=\($0)"] } ?? []
        let pulled = try ask(leading + ["state", "pull"], inner)
        guard pulled.termination == .exited(0), pulled.output.contains(where: { $0 > 0x20 }) else {
            return nil
        }
        return try? readStateFile(pulled.output)
    }

    /// The state as it was left: of a remote one it is asked for only now, after the outcome has
    /// been written.
    private func observation(of state: StateFile, _ intent: RecordedIntent) -> [UInt8] {
        var json = JSONWriter()
        json.members { json in
            json.member("kind", "state")
            json.member("lineage", state.lineage)
            json.member("place", intent.record.statePlace)
            json.member("time", (try? Instant.now())?.description)
            json.member("intent", intent.line)
            json.member("state") { $0.write(state) }
        }
        return json.bytes
    }

    private func unfinishedNote(_ intent: UnfinishedIntent) -> [Diagnostic] {
        let lost =
            intent.losses.isEmpty
            ? ""
            : " It would have lost \(intent.losses.prefix(3).joined(separator: ", "))"
                + (intent.losses.count > 3 ? " and \(intent.losses.count - 3) more." : ".")
        return [
            Diagnostic(
                "An earlier run has no outcome",
                detail: "\(intent.user) began \"\(intent.command)\" on \(intent.host) at "
                    + "\(intent.time), and nothing says how it ended.\(lost) What it did is not "
                    + "known: look at the plan with that in mind. (Line \(intent.number) of the "
                    + "record.)", severity: .warning)
        ]
    }
}

/// As much of a digest as tells it from every other.
func shortHead(_ digest: ByteString) -> String {
    String(decoding: digest.bytes.prefix(32), as: UTF8.self)
}

extension JSONWriter {
    fileprivate mutating func write(_ state: StateFile?) {
        member("lineage", state?.lineage)
        member("serial", state.flatMap { Int(exactly: $0.serial) })
        member("resources", state?.managedCount)
    }
}
