import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// What `tfguard pin` is to do.
struct PinOptions: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        /// The state that is there.
        case pin
        /// A state that is still to come, until a date.
        case new(until: String?)
        case remove
    }

    var action = Action.pin
    /// A workspace or a pattern, in the place of the chosen one.
    var workspace: String?
    var program = Program.named("terraform")
    var noColor = false
    /// `-approval=FILE`: what others have signed.
    var approvals: [String] = []
    /// The root modules' folders; the current one where none is named.
    var folders: [String] = []
}

/// `tfguard pin`: writes down which state belongs to a folder, so that another one is noticed.
///
/// To pin what has no pin is nobody's loss. To change or remove a pin, or to say that a state which the
/// record knows is to begin anew, a person types, and others sign where the policy demands it.
struct PinRun: Sendable {
    let options: PinOptions
    let environment: Environment
    /// Looked at once: it means to walk over all processes that this one descends from.
    let asking: (actors: WordSet<Actor>, signals: [ActorSignal])

    init(options: PinOptions, environment: Environment) {
        self.options = options
        self.environment = environment
        asking = detectActors(.now(environment))
    }

    /// Days until which a new state is expected, where nobody says.
    private static let daysOfGrace: Int64 = 30

    func run() throws(Refusal) -> ExitStatus {
        for folder in options.folders.isEmpty ? ["."] : options.folders { try pin(folder) }
        return .success
    }

    private func pin(_ folder: String) throws(Refusal) {
        let module = try RootModule(chdir: folder, environment: environment)
        let workspace = options.workspace ?? module.workspace.description
        // An agent does not choose by whose rules it may change a pin.
        let loaded = try loadPolicy(for: module.directory, extra: [], askedBy: asking.actors)
        let policy = loaded.policy
        let record = try RecordPlace(path: policy.recordSettings.path, environment: environment)
        let identity = module.backendIdentity(environment)
        let statePlace = module.statePlace(identity)
        let place = PinPlace(in: module.directory)
        var pins = try place.read()
        let old = pins.pins.first { $0.workspace == workspace }
        let isPattern = workspace.contains("*") || workspace.contains("?")

        var made: Pin?
        var lineage: ByteString = ""
        switch options.action {
        case .remove:
            guard old != nil else { return try say(folder, "workspace \(workspace) has no pin.") }
        case .new(let until):
            let end: String
            if let until { end = until } else { end = try dateOfGrace() }
            made = Pin(
                workspace: workspace, backend: identity.type.description,
                location: identity.location, configuration: identity.digest,
                expectation: .new(until: end))
        case .pin:
            if !isPattern { lineage = try lineageNow(folder, module) }
            made = Pin(
                workspace: workspace, backend: identity.type.description,
                location: identity.location, configuration: identity.digest,
                expectation: isPattern ? .any : .lineage(lineage))
        }
        let history = try RecordFile.history(of: lineage, at: statePlace, in: record)
        // A state that is to begin anew a second time is expected anew, too.
        var isMissed = false
        if case .new = options.action, let history, history.resources ?? 0 > 0 {
            isMissed = history.pinSinceState != made?.digest
        }
        let standing = try StandingPins(
            of: workspace, in: pins, testimony: place.testimony(askedBy: asking.actors))
        // A file that was changed by hand says so already, and nobody has vouched for it.
        let unvouched = standing.governing.first { other in
            made.map { $0 != other && !place.isVouched($0, insteadOf: other, history) } ?? false
        }
        if let made, made == old, !isMissed, unvouched == nil, !standing.isDoubtful {
            return try say(folder, "workspace \(workspace) is pinned so already.")
        }

        let state = try StateFacts(
            of: module, at: identity, lineage: lineage, serial: nil, resources: nil,
            history: history, askedBy: asking.actors)
        var before = (old == made ? unvouched : nil) ?? standing.governing.first
        if before == nil { before = standing.covered.first }
        if case .remove = options.action { before = old }
        // A new stack's first state is what its pin was waiting for.
        var fulfilled: Pin?
        if let pin = before, case .pin = options.action, let made,
            pin.awaits(made, lineage, history)
        {
            (fulfilled, before) = (pin, nil)
        }
        var isMeant = before == nil && !standing.isDoubtful
        if case .new = options.action, (history?.resources ?? 0) > 0 { isMeant = false }
        // A pin that the record knows was taken away by somebody, wherever it is missing now.
        let isOfChosen = workspace == module.workspace.description || isPattern
        if isOfChosen, standing.governing.isEmpty, let last = history?.pins.last, !last.isEmpty,
            last != made?.digest
        {
            isMeant = false
        }
        var settlement: PinSettlement?
        if !isMeant {
            settlement = try settle(
                PinChange(
                    module: module, policy: policy, concerns: loaded.concerns, state: state,
                    workspace: workspace,
                    old: before, new: made)
            ) { () throws(Refusal) in
                try askPerson(workspace, from: before, to: made, history, in: module)
            }
        }

        pins.pins.removeAll { $0.workspace == workspace }
        if let made { pins.pins.append(made) }
        // Recorded first: a pin that the record does not know was changed by somebody else.
        try write(
            made, fulfilled, lineage, statePlace, module, settlement, to: record,
            policy.recordSettings)
        try place.write(pins)
        try say(
            folder,
            (made.map(words) ?? "workspace \(workspace) has no pin any more.")
                + " Commit .tfguard.lock.hcl."
                + (isOwnWord ? " For an agent or a script it counts once it is reviewed." : ""))
    }

    /// Whether nobody may have looked at a pin that somebody else is to believe.
    private var isOwnWord: Bool {
        switch options.action {
        case .new: !asking.actors.isDisjoint(with: [.agent, .unattended])
        case .pin, .remove: false
        }
    }

    /// The lineage of the state that is there.
    private func lineageNow(
        _ folder: String, _ module: RootModule
    ) throws(Refusal) -> ByteString {
        var state: [UInt8] = []
        if let path = module.localState {
            state = try refusing { () throws(SystemError) in
                try path.factsIfThere() == nil ? [] : try readFile(path, limit: largestState)
            }
        } else {
            let program = try TerraformProgram(options.program, path: environment["PATH"] ?? [])
            let inner = try innerEnvironment(environment, for: module)
            let command = program.command(
                ["-chdir=\(folder)", "state", "pull"], environment: inner)
            let pulled = try refusing { () throws(SystemError) in
                try capture(command, limit: largestState)
            }
            guard pulled.termination == .exited(0) else {
                Console(.error, environment: environment)
                    .write(String(decoding: pulled.error, as: UTF8.self))
                throw Refusal(
                    .unreadablePlan, "Terraform cannot read the state",
                    "terraform state pull ended with status \(pulled.termination.exitStatus); "
                        + "what it said stands above. Run terraform init first.")
            }
            state = pulled.output
        }
        guard state.contains(where: { $0 > 0x20 }) else {
            throw Refusal(
                .declined, "There is no state to pin",
                "Nothing has been applied in \(module.directory) yet. To say that a new state is "
                    + "to come, run tfguard pin -new.")
        }
        return try stateFile(state, name: "the state").lineage
    }

    private func dateOfGrace() throws(Refusal) -> String {
        let now = try refusing { () throws(SystemError) in try Instant.now() }
        let then = Instant(secondsSinceEpoch: now.secondsSinceEpoch + Self.daysOfGrace * 86_400)
        return String(then.description.prefix(10))
    }

    // MARK: A person

    /// Has a person type that a pin is to be changed.
    private func askPerson(
        _ workspace: String, from old: Pin?, to new: Pin?, _ history: RecordHistory?,
        in module: RootModule
    ) throws(Refusal) {
        let phrase = "\(new == nil ? "unpin" : "pin") \(workspace)"
        var screen = ["This is \(module.directory), workspace \(workspace)."]
        if let old { screen.append("Its state is pinned: \(words(old))") }
        if let history, let count = history.resources, count > 0 {
            screen.append(
                "The record knows a state there that held \(count) resource\(count == 1 ? "" : "s")"
                    + (history.time.map { " on \($0)" } ?? "") + ".")
        }
        screen.append(new.map { "From now on: \(words($0))" } ?? "From now on any state passes.")
        guard asking.actors == [.human], let terminal = try? Terminal() else {
            throw Refusal(
                .confirmationNeeded, "A person has to change a pin",
                screen.map(printable).joined(separator: " ")
                    + " The pin stays as it is. A person runs this at a terminal and types "
                    + "\"\(phrase)\".")
        }
        screen.append("Nothing has changed yet, and Ctrl-C keeps it so.")
        let isTyped = try refusing { () throws(SystemError) in
            try hasTyped(phrase, below: screen, at: terminal)
        }
        guard isTyped else {
            throw Refusal(.declined, "Not confirmed", "The pin stays as it is.")
        }
    }

    private func hasTyped(
        _ phrase: String, below screen: [String], at terminal: borrowing Terminal
    ) throws(SystemError) -> Bool {
        guard let turn = try TerminalTurn.take(at: terminal, within: turnPatience) else {
            return false
        }
        var block = TextBlock(width: console.width)
        let queue = queueWords(hasWaited: turn.hasWaited, waiting: turn.waiting)
        for line in (queue.map { [$0] } ?? []) + screen { block.paragraph([.prose(line)]) }
        try terminal.write(Array(("\n" + block.rendered(.plain)).utf8))
        let prompt = "Type \"\(phrase)\" to change it\n> "
        for _ in 0..<3 {
            switch try terminal.readLine(prompt: Array(prompt.utf8), timeout: .seconds(600)) {
            case .line(let bytes) where bytes == Array(phrase.utf8): return true
            case .line, .pasted: try terminal.write(Array("That is not it.\n".utf8))
            case .endOfInput, .interrupted, .timedOut, .hungUp: return false
            }
        }
        return false
    }

    // MARK: Words

    private func words(_ pin: Pin) -> String {
        let place = printable(pin.location ?? pin.backend)
        return switch pin.expectation {
        case .lineage(let lineage):
            "workspace \(printable(pin.workspace)) is \(place), lineage "
                + "\(printable(lineage.description))."
        case .new(let until):
            "workspace \(printable(pin.workspace)) is a new state in \(place), until \(until)."
        case .any: "workspaces \(printable(pin.workspace)) are in \(place)."
        }
    }

    private func say(_ folder: String, _ text: String) throws(Refusal) {
        let console = Console(.output, environment: environment, hasColor: !options.noColor)
        var block = TextBlock(width: console.width)
        block.paragraph([.shown(printable(folder)), .prose(": \(text)")])
        try refusing { () throws(SystemError) in
            try StandardStream.output.write(Array(block.rendered(console.style).utf8))
        }
    }

    /// Has the record know of the pin.
    private func write(
        _ pin: Pin?, _ fulfilled: Pin?, _ lineage: ByteString, _ statePlace: ByteString,
        _ module: RootModule,
        _ settlement: PinSettlement?, to place: RecordPlace, _ settings: RecordSettings
    ) throws(Refusal) {
        var json = JSONWriter()
        json.members { json in
            json.member("kind", "pin")
            json.member("lineage", lineage)
            json.member("place", statePlace)
            json.member("time", (try? Instant.now())?.description)
            json.member("user", userName())
            json.member("host", ByteString(bytes: Host.name))
            json.member("directory", ByteString(bytes: module.directory.bytes))
            json.member("workspace", pin?.workspace ?? module.workspace.description)
            json.member("pin_sha256", pin?.digest ?? "")
            json.member("fulfils", fulfilled?.digest)
            if case .typed? = settlement {
                json.member("typed", true)
            } else {
                json.member("typed", false)
            }
            let approvals = settlement?.approvals ?? []
            json.member("approved_by", texts: approvals.map(\.principal))
            json.member("nonces", texts: approvals.map(\.statement.nonce))
        }
        let store = RecordStore(
            place, settings, for: asking.actors, environment: environment, console: console)
        _ = try store.write(json.bytes)
    }
}
