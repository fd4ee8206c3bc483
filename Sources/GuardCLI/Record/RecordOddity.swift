import Diagnostics
import GuardCore
import GuardSystem

/// What is odd about the end of a record when somebody is about to write to it; a line tells of each.
enum RecordOddity: Equatable, Sendable {
    /// Somebody was cut off in the middle of a line, by a loss of power or a full disk.
    case torn(bytes: Int)
    /// Lines are missing or were changed: a person has to look.
    case damage(String)
    /// Lines that only this machine had did not follow what was fetched.
    case aside(FilePath)
    /// The last line was written later than now.
    case clock(last: Moment, now: Moment)

    /// Whether the clock has gone back since the last line; nil where it has not.
    init?(after last: Moment) {
        guard let now = Moment.now, now.isBehind(last) else { return nil }
        self = .clock(last: last, now: now)
    }

    /// The line that tells of it.
    var members: [UInt8] {
        var json = JSONWriter()
        json.members { json in
            json.member("kind", kind)
            json.member("time", (try? Instant.now())?.description)
            json.member("found", words)
        }
        return json.bytes
    }

    private var kind: String {
        switch self {
        case .torn, .damage: "damage"
        case .aside: "aside"
        case .clock: "clock"
        }
    }

    private var words: String {
        switch self {
        case .torn(let count):
            "A line had been cut off in the middle, and its \(count) bytes were taken away."
        case .damage(let found): found
        case .aside(let path):
            "Lines that only this machine had did not follow the record that was fetched; they were "
                + "put aside in \(path)."
        case .clock(let last, let now):
            "The clock has been set back: the line before was written at \(last.inRFC3339), and it "
                + "is \(now.inRFC3339) now."
        }
    }

    /// Whether a verdict with this in it has told of it.
    func isTold(by concern: RunConcern) -> Bool {
        guard case .damage(let found) = self else { return false }
        return concern == .damagedRecord(found)
    }

    /// What whoever is writing is told.
    func note(at place: RecordPlace) -> Diagnostic {
        switch self {
        case .torn:
            Diagnostic(
                "A line of the record was cut off",
                detail:
                    "\(words) Somebody was stopped while writing to \(place.file), by a loss of "
                    + "power perhaps; the lines before it are whole.", severity: .warning)
        case .damage:
            Diagnostic(
                "The record is damaged",
                detail:
                    "\(words) Somebody has written to \(place.file), or it was lost. tfguard log "
                    + "verify says where the damage begins.", severity: .warning)
        case .aside:
            Diagnostic("The record was replaced", detail: words, severity: .warning)
        case .clock:
            Diagnostic(
                "The clock has been set back",
                detail: "\(words) The order of the record is that of its lines.", severity: .warning
            )
        }
    }
}
