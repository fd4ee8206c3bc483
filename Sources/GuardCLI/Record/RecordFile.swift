import GuardCore
import GuardSystem
import TerraformPlan

/// The record, open to be written to: nobody else writes while this is held.
struct RecordFile: ~Copyable {
    /// The last line: what the next one follows.
    private(set) var head: (number: Int, digest: ByteString)
    /// What is odd about the end of the record; it is written down with the next line.
    private(set) var oddities: [RecordOddity] = []
    /// What every line repeats until a person has looked.
    private var damage: OpenDamage?
    let place: RecordPlace
    private var file: AppendOnlyFile
    /// A larger file is put aside, and a new one begun; nil for never.
    private let largestFile: Int?
    private let lock: FileLock

    /// Waits for its turn and opens the record.
    ///
    /// - Parameters:
    ///   - place: where it lies.
    ///   - largestFile: how large a file may become before a new one is begun; nil for any size.
    ///   - patience: how long to wait for others.
    /// - Returns: the record, which nobody else writes to meanwhile.
    /// - Throws: a refusal where it cannot be written to.
    static func open(
        _ place: RecordPlace, largestFile: Int? = 8 << 20, patience: Duration = .seconds(30)
    ) throws(Refusal) -> RecordFile {
        do throws(SystemError) {
            let lock = try lock(place, patience: patience)
            var file = try AppendOnlyFile(place.file)
            let end = try RecordEnd(place)
            var oddities: [RecordOddity] = []
            if end.torn > 0 {
                try file.drop(last: end.torn)
                oddities.append(.torn(bytes: end.torn))
            }
            if let damage = end.damage { oddities.append(.damage(damage)) }
            if let time = end.time, let oddity = RecordOddity(after: time) {
                oddities.append(oddity)
            }
            return RecordFile(end, oddities, place, file, largestFile: largestFile, lock)
        } catch {
            throw .unwritable(error)
        }
    }

    /// The lock that whoever writes has to hold.
    static func lock(
        _ place: RecordPlace, patience: Duration = .seconds(30)
    ) throws(SystemError) -> FileLock {
        if let (base, name) = place.folder { _ = try userFolder(name, below: base) }
        guard let lock = try FileLock.take(place.lock, within: patience) else {
            throw SystemError(.lock, place.lock, code: SystemError.timedOut)
        }
        return lock
    }

    private init(
        _ end: RecordEnd, _ oddities: [RecordOddity], _ place: RecordPlace,
        _ file: consuming AppendOnlyFile, largestFile: Int?, _ lock: consuming FileLock
    ) {
        head = end.head
        damage = end.open
        self.oddities = oddities
        self.place = place
        self.file = file
        self.largestFile = largestFile
        self.lock = lock
    }

    /// Adds a line, behind one for each thing that is odd about those before.
    ///
    /// - Parameters:
    ///   - members: what it says, without the members that chain it.
    ///   - look: whether it is about a run that a person let pass in spite of what is odd.
    /// - Returns: what was written; the last one is that line.
    /// - Throws: a refusal where it could not be written; then nothing of it is there.
    mutating func append(
        _ members: [UInt8], look: DamageLook = .none
    ) throws(Refusal) -> RecordedLines {
        do throws(SystemError) {
            let lines = try writeOddities()
            if look == .taken { damage = nil }
            if let largestFile, file.size > largestFile { try turnOver() }
            return RecordedLines(before: lines, line: try write(members + (damage?.member ?? [])))
        } catch {
            throw .unwritable(error)
        }
    }

    /// Writes down what is odd, with no line behind it.
    mutating func tellOddities() throws(Refusal) {
        do throws(SystemError) {
            _ = try writeOddities()
        } catch {
            throw .unwritable(error)
        }
    }

    private mutating func writeOddities() throws(SystemError) -> [RecordedLine] {
        var lines: [RecordedLine] = []
        while let oddity = oddities.first {
            if case .damage(let found) = oddity {
                damage = OpenDamage(line: head.number + 1, found: found)
            }
            lines.append(try write(oddity.members + (damage?.member ?? [])))
            oddities.removeFirst()
        }
        return lines
    }

    /// Goes on with what now stands in the record's place.
    mutating func reopen() throws(SystemError) {
        file = try AppendOnlyFile(place.file)
        let end = try RecordEnd(place)
        (head, damage) = (end.head, end.open)
        oddities = end.damage.map { [.damage($0)] } ?? []
    }

    /// Has the next line follow one that tells of this.
    mutating func note(_ oddity: RecordOddity) {
        oddities.append(oddity)
    }

    private mutating func write(_ members: [UInt8]) throws(SystemError) -> RecordedLine {
        // Before the first line, so that whoever ends up with lines and no head has lost it.
        if head.number == 0, try Self.certainHead(at: place.head) == nil {
            try place.head.replaceContents(with: headText(head))
        }
        let line = AuditLine.sealed(
            number: head.number + 1, previous: head.digest, members: members)
        try file.append(line.text)
        head = (head.number + 1, line.digest)
        // The second head follows the first: where it cannot, or is lost with the power, it is an
        // older one, and the record is still whole. So nobody waits for the disk once more.
        let text = headText(head)
        if (try? place.head.overwrite(with: text)) != true {
            try? place.head.replaceContents(with: text)
        }
        return RecordedLine(number: head.number, digest: head.digest, text: line.text)
    }

    /// Puts the file aside; the first line of the new one follows its last.
    private mutating func turnOver() throws(SystemError) {
        let last = try place.olderFiles().last.map { path in
            Int(String(decoding: path.bytes.suffix(6), as: UTF8.self)) ?? 0
        }
        try place.file.move(to: place.name(ofOlder: (last ?? 0) + 1))
        file = try AppendOnlyFile(place.file)
    }

    /// The last line by what is kept beside the record; nil where nothing is, or no line was written.
    static func secondHead(_ place: RecordPlace) -> (number: Int, digest: ByteString)? {
        guard let head = head(at: place.head), head.number > 0 else { return nil }
        return head
    }

    /// The head that a file keeps; nil where there is none.
    static func head(at path: FilePath) -> (number: Int, digest: ByteString)? {
        try? certainHead(at: path)
    }

    /// The head that a file keeps; nil where there is certainly none.
    ///
    /// - Throws: an error where the file cannot be read.
    static func certainHead(
        at path: FilePath
    ) throws(SystemError) -> (number: Int, digest: ByteString)? {
        guard try path.factsIfThere(links: .refuse) != nil else { return nil }
        let bytes = try readFile(path, limit: 4096, links: .refuse)
        let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let number = Int(words[0]),
            (0...AuditLine.largestNumber).contains(number), words[1].utf8.count == 64
        else {
            return nil
        }
        return (number, ByteString(String(words[1])))
    }
}

extension Refusal {
    /// The system does not let the record be written to.
    fileprivate static func unwritable(_ error: SystemError) -> Refusal {
        let remedy =
            error.isWithoutLocks
            ? "The file system there has no locks that work. Name a place on another one in "
                + "/etc/tfguard: audit { path = \"/var/log/tfguard/audit.jsonl\" }."
            : "Make it writable for this user, or make room."
        return .unrecorded("\(error) \(remedy)")
    }
}

/// What stands in the file of the second head.
func headText(_ head: (number: Int, digest: ByteString)) -> [UInt8] {
    Array("\(head.number) \(head.digest)\n".utf8)
}

/// Whether a person has let something pass in spite of what is odd about the record.
enum DamageLook: Sendable {
    case none
    case taken
}

/// What was written at once.
struct RecordedLines: Equatable, Sendable {
    /// Lines about what is odd.
    let before: [RecordedLine]
    let line: RecordedLine

    var all: [RecordedLine] { before + [line] }
}

/// A line that has been written.
struct RecordedLine: Equatable, Sendable {
    let number: Int
    let digest: ByteString
    /// With its line break.
    let text: [UInt8]
}

extension JSONWriter {
    /// The members of an object without its braces.
    mutating func members(_ write: (inout JSONWriter) -> Void) { write(&self) }

    mutating func member(_ name: String, _ text: String?) {
        key(name)
        value(text)
    }

    mutating func member(_ name: String, _ text: ByteString?) {
        key(name)
        value(text)
    }

    mutating func member(_ name: String, _ number: Int?) {
        key(name)
        value(number)
    }

    mutating func member(_ name: String, _ flag: Bool?) {
        key(name)
        value(flag)
    }

    mutating func member(_ name: String, texts: [String]) {
        key(name)
        array(texts) { $0.value($1) }
    }

    mutating func member(_ name: String, _ write: (inout JSONWriter) -> Void) {
        key(name)
        object(write)
    }
}
