import GuardCore
import GuardSystem
import TerraformPlan

/// The end of a record as it is found, and what is odd about it.
struct RecordEnd {
    /// The line that the next one follows.
    private(set) var head: (number: Int, digest: ByteString)
    /// When that was written, as it says itself.
    private(set) var time: Moment?
    /// What somebody has done to the record, or has happened to it, in a sentence.
    private(set) var damage: String?
    /// Damage of which earlier lines tell, and which nobody has looked at yet.
    private(set) var open: OpenDamage?
    /// How many bytes of a line were left behind by whoever was cut off while writing it.
    private(set) var torn = 0

    /// Looks at the record.
    ///
    /// The second head is read first: whoever writes adds the line before it moves the head on, so that
    /// a record which is being written to is never one that lacks lines.
    init(_ place: RecordPlace) throws(SystemError) {
        let kept = try RecordFile.certainHead(at: place.head)
        var lines: [UInt8] = []
        if try place.file.factsIfThere(links: .refuse) != nil {
            var reader = try BackwardLines(place.file)
            torn = reader.torn
            lines = try reader.next() ?? []
        }
        if lines.isEmpty, let older = try place.olderFiles().last {
            var reader = try BackwardLines(older)
            lines = try reader.next() ?? []
        }
        let texts = lines.split(separator: 0x0a)
        guard let text = texts.last else {
            head = kept ?? (0, AuditLine.start)
            if let kept, kept.number > 0 {
                damage = "The record is gone; its last line was number \(kept.number)."
            }
            return
        }
        guard let line = AuditLine(text), line.isAsWritten else {
            let number = AuditLine(text)?.number ?? 0
            head = kept ?? (number, AuditLine.start)
            damage = "The last line of the record has been changed."
            return
        }
        head = (line.number, line.digest)
        let value = line.value
        time = line.time.flatMap { Moment(inRFC3339: $0.description) }
        open = OpenDamage(value["damage"])
        guard let kept else {
            damage =
                "The second head of the record is gone: nothing says whether line \(line.number) "
                + "was its last."
            return
        }
        if kept.number > line.number {
            head = kept
            damage =
                "The record ends with line \(line.number), and line \(kept.number) was its last: "
                + "somebody has cut it off."
        } else if !texts.lazy.compactMap({ AuditLine($0) })
            .allSatisfy({ $0.number != kept.number || $0.digest == kept.digest })
        {
            damage =
                "Line \(kept.number) of the record is not the one that was written: somebody has "
                + "written its end anew."
        }
    }
}

/// Damage that the record tells of, and that nobody has looked at yet: every line repeats it until a
/// person has confirmed a run in spite of it.
///
///     …,"damage":{"line":12,"found":"The record ends with line 9, …"},"sha256":"…"}
struct OpenDamage: Equatable, Sendable {
    /// Which line tells of it.
    let line: Int
    let found: String

    init(line: Int, found: String) {
        self.line = line
        self.found = found
    }

    /// Nil where a line repeats none.
    init?(_ value: JSONValue?) {
        guard let line = value?["line"]?.number, let found = value?["found"]?.text else {
            return nil
        }
        self.init(line: line, found: found)
    }

    /// The member of a line that repeats it, with the comma before.
    var member: [UInt8] {
        var json = JSONWriter()
        json.members { json in
            json.member("damage") { json in
                json.member("line", line)
                json.member("found", found)
            }
        }
        return [UInt8(ascii: ",")] + json.bytes
    }
}

extension RecordFile {
    /// What the record knows of a state; nil where it says nothing.
    ///
    /// - Throws: a refusal where the record cannot be read.
    static func history(
        of lineage: ByteString, at state: ByteString, in place: RecordPlace
    ) throws(Refusal) -> RecordHistory? {
        try RecordLook(of: lineage, at: state, in: place).history
    }
}

/// What a record says of a state, and what somebody has to know about the record itself.
struct RecordLook {
    /// Nil where it says nothing of the state.
    let history: RecordHistory?
    /// In a sentence; nil where the record is as it was written, as far as its end tells.
    let damage: String?

    /// Looks, and writes nothing.
    ///
    /// - Parameters:
    ///   - lineage: of the state; empty where it has none yet.
    ///   - state: where it is kept.
    ///   - place: where the record lies.
    /// - Throws: a refusal where the record cannot be read.
    init(of lineage: ByteString, at state: ByteString, in place: RecordPlace) throws(Refusal) {
        var reader = HistoryReader(lineage: lineage, place: state)
        let end: RecordEnd
        do throws(SystemError) {
            end = try Self.certainEnd(place)
            try Self.read(place, &reader)
        } catch {
            throw .unrecorded("\(error) Without the record it is not known what this state was.")
        }
        history = reader.history
        damage =
            end.damage ?? end.open.map {
                "\($0.found) (Line \($0.line) of the record tells of it.)"
            }
            ?? reader.changed.map { number in
                "Line \(number) of the record, which tells what this state was, has been changed."
            }
    }

    /// What is odd is looked at once more while nobody writes.
    private static func certainEnd(_ place: RecordPlace) throws(SystemError) -> RecordEnd {
        if let end = try? RecordEnd(place), end.damage == nil { return end }
        let lock = try RecordFile.lock(place, patience: RecordSync.turn)
        let end = try RecordEnd(place)
        _ = consume lock
        return end
    }

    /// Reads backward, until what is known of the state is complete.
    ///
    /// The newest file is opened first: one that is put aside meanwhile is found among the older ones.
    private static func read(
        _ place: RecordPlace, _ reader: inout HistoryReader
    ) throws(SystemError) {
        if try place.file.factsIfThere(links: .refuse) != nil {
            var lines = try BackwardLines(place.file)
            while !reader.isComplete, let bytes = try lines.next() { reader.read(bytes) }
        }
        guard !reader.isComplete else { return }
        for file in try place.olderFiles().reversed() {
            var lines = try BackwardLines(file)
            while !reader.isComplete, let bytes = try lines.next() { reader.read(bytes) }
            if reader.isComplete { return }
        }
    }
}
