import Diagnostics
import GuardCore
import GuardSystem

/// The record with everybody who hears of its lines.
struct RecordStore {
    private let record: RunRecord
    private let environment: Environment
    private let console: Console

    /// How long whoever hears of a line may take: an apply does not wait for a log server.
    private static let patience = Duration.seconds(2)

    init(_ record: RunRecord, environment: Environment, console: Console) {
        self.record = record
        self.environment = environment
        self.console = console
    }

    /// Writes a line, and tells of it.
    ///
    /// - Throws: a refusal where it could not be written. That somebody could not be told is none.
    func write(_ members: [UInt8]) throws(Refusal) -> RecordedLine {
        let line = try append(members)
        let unheard = record.settings.commands.compactMap { command -> String? in
            let run = runProgram(command, input: line.text, environment, within: Self.patience)
            return run.termination == .exited(0) ? nil : run.words
        }
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

    /// Adds the line here, and where the record is kept as well.
    ///
    /// Somebody else may have stored a line meanwhile: then this one is written anew behind it.
    private func append(_ members: [UInt8]) throws(Refusal) -> RecordedLine {
        guard let program = record.settings.sync else { return try appendHere(members) }
        let sync = RecordSync(program: program, place: record.place, environment: environment)
        var line = try appendHere(members)
        for _ in 0..<RecordSync.mostTries {
            switch sync.store() {
            case .done: return line
            case .failed(let why):
                guard !record.settings.isRequired else {
                    throw .unrecorded("The record could not be stored: \(why).")
                }
                console.write("tfguard: the record was not stored: \(why).\n")
                return line
            case .overtaken:
                guard case .done = sync.fetch() else { continue }
                line = try appendHere(members)
            }
        }
        throw .unrecorded("Others stored the record at the same time, again and again.")
    }

    private func appendHere(_ members: [UInt8]) throws(Refusal) -> RecordedLine {
        var file = try RecordFile.open(record.place)
        if let damage = file.damage { console.write([damageNote(damage, at: record.place)]) }
        return try file.append(members)
    }

    private func damageNote(_ damage: String, at place: RecordPlace) -> Diagnostic {
        Diagnostic(
            "The record is damaged",
            detail: "\(damage) Somebody has written to \(place.file), or it was lost. tfguard log "
                + "verify says where the damage begins.", severity: .warning)
    }
}
