import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// The record with everybody who hears of its lines.
struct RecordStore {
    private let place: RecordPlace
    private let settings: RecordSettings
    private let actors: WordSet<Actor>
    /// What the verdict has told already.
    private var told: [RunConcern] = []
    private let environment: Environment
    private let console: Console

    /// How long whoever hears of a line may take: an apply does not wait for a log server.
    private static let patience = Duration.seconds(2)

    init(
        _ place: RecordPlace, _ settings: RecordSettings, for actors: WordSet<Actor>,
        environment: Environment, console: Console
    ) {
        self.place = place
        self.settings = settings
        self.actors = actors
        self.environment = environment
        self.console = console
    }

    init(_ record: RunRecord, environment: Environment, console: Console) {
        self.init(
            record.place, record.settings, for: record.actors, environment: environment,
            console: console)
        told = record.concerns
    }

    /// Writes a line, and tells of it.
    ///
    /// - Parameters:
    ///   - members: what it says.
    ///   - look: whether it is about a run that a person let pass in spite of what is odd about the
    ///     record.
    /// - Returns: the line.
    /// - Throws: a refusal where it could not be written. That somebody could not be told is none.
    func write(
        _ members: [UInt8], look: DamageLook = .none
    ) throws(Refusal) -> RecordedLine {
        let lines = try append(members, look: look)
        var unheard: [String] = []
        for line in lines.all {
            unheard += settings.commands.compactMap { command in
                let run = program(command).run(input: line.text, within: Self.patience)
                return run.termination == .exited(0) ? nil : run.words
            }
        }
        let line = lines.line
        guard !unheard.isEmpty else { return line }
        var json = JSONWriter()
        json.members { json in
            json.member("kind", "unheard")
            json.member("time", (try? Instant.now())?.description)
            json.member("line", line.number)
            json.member("why", texts: unheard)
        }
        console.write(
            "tfguard: line \(line.number) of the record was not forwarded: "
                + unheard.joined(separator: "; ") + "\n")
        // Where not even that can be written, the line itself has been.
        _ = try? append(json.bytes)
        return line
    }

    private func program(_ words: [String]) -> PolicyProgram {
        PolicyProgram(words: words, environment: environment, actors: actors)
    }

    /// Adds the line here, and where the record is kept as well.
    ///
    /// Somebody else may have stored a line meanwhile: then this one is written anew behind it.
    private func append(
        _ members: [UInt8], look: DamageLook = .none
    ) throws(Refusal) -> RecordedLines {
        guard let words = settings.sync else {
            var file = try RecordFile.open(place)
            return try append(members, look: look, to: &file)
        }
        // What is fetched is one file, and nothing of it is put aside.
        var file = try RecordFile.open(
            place, largestFile: nil, patience: RecordSync.turn)
        let sync = RecordSync(program: program(words), place: place)
        var lines = try append(members, look: look, to: &file)
        do throws(Refusal) {
            for _ in 0..<RecordSync.mostTries {
                switch sync.store(file) {
                case .done: return lines
                case .failed(let why):
                    guard !settings.isRequired else {
                        throw .unrecorded("The record could not be stored: \(why).")
                    }
                    console.write("tfguard: the record was not stored: \(why).\n")
                    return lines
                case .overtaken:
                    guard case .done = sync.fetch(into: &file, without: lines.all),
                        file.head.digest != lines.line.digest
                    else { continue }
                    lines = try append(members, look: look, to: &file)
                }
            }
            throw .unrecorded("Others stored the record at the same time, again and again.")
        } catch {
            // Else the next run would be told that nobody knows how this one ended.
            if let intent = AuditLine(lines.line.text.dropLast()), intent.kind == "intent" {
                _ = try? file.append(unstarted(intent))
            }
            throw error
        }
    }

    private func append(
        _ members: [UInt8], look: DamageLook, to file: inout RecordFile
    ) throws(Refusal) -> RecordedLines {
        for oddity in file.oddities where !told.contains(where: oddity.isTold) {
            console.write([oddity.note(at: place)])
        }
        return try file.append(members, look: look)
    }

    /// The outcome of an intent that came to nothing.
    private func unstarted(_ intent: AuditLine) -> [UInt8] {
        var json = JSONWriter()
        json.members { json in
            json.member("kind", "outcome")
            json.member("lineage", intent.lineage)
            json.member("place", intent.place)
            json.member("time", (try? Instant.now())?.description)
            json.member("intent", intent.number)
            json.member("started", false)
        }
        return json.bytes
    }
}
