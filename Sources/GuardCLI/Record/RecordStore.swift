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

    private func append(_ members: [UInt8]) throws(Refusal) -> RecordedLine {
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
