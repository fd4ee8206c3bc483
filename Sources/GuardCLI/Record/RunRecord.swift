import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// What is known of a run's state and of its record before it is judged.
struct RunRecord: Sendable {
    let place: RecordPlace
    let settings: RecordSettings
    /// Where the state is kept on this machine, as the record's lines name it.
    let statePlace: ByteString
    var state: StateFacts
    /// SHA-256 of this machine's id; nil where it has none.
    let machine: String?
    /// Who asks: which programs may be run depends on it.
    let actors: WordSet<Actor>
    /// What is odd about the record itself, and not yet judged.
    let concerns: [RunConcern]

    /// The program that says as whom terraform would act; nil where the policy names none.
    func identityProgram(_ environment: Environment) -> PolicyProgram? {
        settings.identity.map {
            PolicyProgram(words: $0, environment: environment, actors: actors)
        }
    }

    /// Whether the state was never changed from this machine, as far as the record goes.
    var isNewMachine: Bool {
        guard let machine, let history = state.history else { return true }
        return !history.machines.contains(machine)
    }

    /// An intent without an outcome, whose process is gone.
    var unfinished: UnfinishedIntent? {
        guard let intent = state.history?.unfinished else { return nil }
        let isHere = intent.host == String(decoding: Host.name, as: UTF8.self)
        if isHere,
            Host.isRunning(Int32(truncatingIfNeeded: intent.process), since: intent.processStart)
        {
            return nil
        }
        return intent
    }
}

extension GuardedRun {
    /// Looks up what the record and the pins say of the state that a plan was made from.
    ///
    /// Of a plan that only terraform can read, nobody knows which state that is.
    func record(
        of examined: ExaminedPlan, in module: RootModule, _ settings: RecordSettings,
        for actors: WordSet<Actor>
    ) throws(Refusal) -> RunRecord {
        try record(
            of: module, settings, for: actors, lineage: examined.saved?.state.lineage,
            serial: examined.saved?.state.serial,
            resources: examined.saved?.previousState.managedCount)
    }

    /// Looks up what the record and the pins say of the state.
    ///
    /// - Parameters:
    ///   - module: whose state it is.
    ///   - settings: where the policy wants the record.
    ///   - actors: who asks.
    ///   - lineage: of the state; empty where it has none yet, nil where it is not known.
    ///   - serial: of the state.
    ///   - resources: how many managed objects it holds.
    /// - Returns: what is known.
    /// - Throws: a refusal where the record or the pins cannot be read.
    func record(
        of module: RootModule, _ settings: RecordSettings, for actors: WordSet<Actor>,
        lineage: ByteString?, serial: UInt64?, resources: Int?
    ) throws(Refusal) -> RunRecord {
        let place = try RecordPlace(path: settings.path, environment: environment)
        var concerns: [RunConcern] = []
        if let why = try fetchRecord(settings, at: place, for: actors) {
            concerns.append(.unfetchedRecord(why))
        }
        let identity = module.backendIdentity(environment)
        let statePlace = module.statePlace(identity)
        let look = try RecordLook(of: lineage ?? "", at: statePlace, in: place)
        if let damage = look.damage { concerns.append(.damagedRecord(damage)) }
        return RunRecord(
            place: place, settings: settings, statePlace: statePlace,
            state: try StateFacts(
                of: module, at: identity, lineage: lineage, serial: serial, resources: resources,
                history: look.history, askedBy: actors),
            machine: machineFingerprint(), actors: actors, concerns: concerns)
    }
}

extension GuardedRun {
    /// Fetches the record where it is kept elsewhere.
    ///
    /// Without it nobody knows whether the state is an old one: where the policy demands a record,
    /// nothing goes on.
    ///
    /// - Returns: why it could not be fetched; nil where it was, or where it is kept here alone.
    private func fetchRecord(
        _ settings: RecordSettings, at place: RecordPlace, for actors: WordSet<Actor>
    ) throws(Refusal) -> String? {
        for block in settings.withoutEffect {
            console.write(
                "tfguard: \(block) does not count: others than root could have written it.\n")
        }
        guard let words = settings.sync else { return nil }
        let program = PolicyProgram(words: words, environment: environment, actors: actors)
        let sync = RecordSync(program: program, place: place)
        var file = try RecordFile.open(place, largestFile: nil, patience: RecordSync.turn)
        var outcome = sync.fetch(into: &file)
        if outcome != .done { outcome = sync.fetch(into: &file) }
        // What is odd about it is for the judgement: the next look at the record has to find it.
        if !file.oddities.isEmpty {
            for oddity in file.oddities { console.write([oddity.note(at: place)]) }
            try file.tellOddities()
            // The next fetch would put it aside where only this machine has it.
            _ = sync.store(file)
        }
        let why: String
        switch outcome {
        case .done: return nil
        case .overtaken: why = "\(words[0]) was overtaken twice"
        case .failed(let how): why = how
        }
        guard !settings.isRequired else {
            throw .unrecorded(
                "The record could not be fetched, and the policy demands it: \(why).")
        }
        return why
    }
}

/// A digest that tells this machine from others, and from which its id cannot be told.
func machineFingerprint() -> String? {
    Host.machineID.map { String(sha256Text(Array("tfguard machine ".utf8) + $0).prefix(32)) }
}

extension RootModule {
    /// What the record calls the place of the chosen workspace's state.
    ///
    /// A local file has the same name in many folders, so the folder is part of it.
    func statePlace(_ identity: BackendIdentity) -> ByteString {
        var text = Array("\(identity.digest)\n".utf8) + workspace.bytes
        if identity.type == "local" { text += [0x0a] + directory.bytes }
        return ByteString(String(sha256Text(text).prefix(32)))
    }

    /// The file of the chosen workspace's state, where it lies on this machine.
    var localState: FilePath? {
        guard backend == nil || backend == "local" else { return nil }
        let setting = { (name: ByteString) -> FilePath? in
            guard let text = backendSettings?[name]?.textBytes, !text.bytes.isEmpty else {
                return nil
            }
            return FilePath(bytes: text.bytes)
        }
        if workspace == "default" {
            return directory.appending(setting("path") ?? "terraform.tfstate")
        }
        guard let name = FilePath(bytes: workspace.bytes) else { return nil }
        return directory.appending(setting("workspace_dir") ?? "terraform.tfstate.d")
            .appending(name).appending("terraform.tfstate")
    }
}
