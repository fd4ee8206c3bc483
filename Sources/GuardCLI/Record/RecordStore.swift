import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

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
            unheard += record.settings.commands.compactMap { command in
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
        PolicyProgram(words: words, environment: environment, actors: record.actors)
    }

    /// Adds the line here, and where the record is kept as well.
    ///
    /// Somebody else may have stored a line meanwhile: then this one is written anew behind it.
    private func append(
        _ members: [UInt8], look: DamageLook = .none
    ) throws(Refusal) -> RecordedLines {
        guard let words = record.settings.sync else {
            var file = try RecordFile.open(record.place)
            return try append(members, look: look, to: &file)
        }
        // What is fetched is one file, and nothing of it is put aside.
        var file = try RecordFile.open(
            record.place, largestFile: nil, patience: RecordSync.turn)
        let sync = RecordSync(program: program(words), place: record.place)
        var lines = try append(members, look: look, to: &file)
        do throws(Refusal) {
            for _ in 0..<RecordSync.mostTries {
                switch sync.store(file) {
                case .done: return lines
                case .failed(let why):
                    guard !record.settings.isRequired else {
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
            if AuditLine(lines.line.text.dropLast())?.kind == "intent" {
                _ = try? file.append(unstarted(lines.line.number))
            }
            throw error
        }
    }

    private func append(
        _ members: [UInt8], look: DamageLook, to file: inout RecordFile
    ) throws(Refusal) -> RecordedLines {
        for oddity in file.oddities { console.write([oddity.note(at: record.place)]) }
        return try file.append(members, look: look)
    }

    /// The outcome of an intent that came to nothing.
    private func unstarted(_ intent: Int) -> [UInt8] {
        var json = JSONWriter()
        json.members { json in
            json.member("kind", "outcome")
            json.member("lineage", record.state.lineage ?? "")
            json.member("place", record.statePlace)
            json.member("time", (try? Instant.now())?.description)
            json.member("intent", intent)
            json.member("started", false)
        }
        return json.bytes
    }
}
