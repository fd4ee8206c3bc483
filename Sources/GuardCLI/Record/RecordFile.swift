import GuardCore
import GuardSystem
import TerraformPlan

/// The record, open to be written to: nobody else writes while this is held.
struct RecordFile: ~Copyable {
    /// The last line: what the next one follows.
    private(set) var head: (number: Int, digest: ByteString)
    /// What is wrong with the end of the record, in a sentence; it is written down with the next
    /// line.
    private(set) var damage: String?
    let place: RecordPlace
    private var file: AppendOnlyFile
    private let lock: FileLock

    /// A larger file is put aside, and a new one begun.
    private static let largestFile = 8 << 20

    /// Waits for its turn and opens the record.
    ///
    /// - Returns: the record, which nobody else writes to meanwhile.
    /// - Throws: a refusal where it cannot be written to.
    static func open(_ place: RecordPlace) throws(Refusal) -> RecordFile {
        do throws(SystemError) {
            if let (base, name) = place.folder { _ = try userFolder(name, below: base) }
            guard let lock = try FileLock.take(place.lock, within: .seconds(30)) else {
                throw SystemError(.lock, place.lock, code: SystemError.timedOut)
            }
            var file = try AppendOnlyFile(place.file)
            let (head, damage) = try findHead(&file, place)
            return RecordFile(head: head, damage: damage, place: place, file: file, lock: lock)
        } catch {
            let remedy =
                error.isWithoutLocks
                ? " The file system there has no locks that work. Name a place on another one in "
                    + "/etc/tfguard: audit { path = \"/var/log/tfguard/audit.jsonl\" }."
                : " Make it writable for this user, or make room."
            throw .unrecorded("\(error)\(remedy)")
        }
    }

    private init(
        head: (number: Int, digest: ByteString), damage: String?, place: RecordPlace,
        file: consuming AppendOnlyFile, lock: consuming FileLock
    ) {
        self.head = head
        self.damage = damage
        self.place = place
        self.file = file
        self.lock = lock
    }

    /// Adds a line.
    ///
    /// - Parameter members: what it says, without the members that chain it.
    /// - Returns: its number, its digest, and its text.
    /// - Throws: a refusal where it could not be written; then nothing of it is there.
    mutating func append(
        _ members: [UInt8]
    ) throws(Refusal) -> RecordedLine {
        do throws(SystemError) {
            if let damage {
                var json = JSONWriter()
                json.members { json in
                    json.member("kind", "damage")
                    json.member("time", try? Instant.now().description)
                    json.member("found", damage)
                }
                self.damage = nil
                _ = try write(json.bytes)
            }
            if file.size > Self.largestFile { try turnOver() }
            return try write(members)
        } catch {
            throw .unrecorded("\(error)")
        }
    }

    private mutating func write(_ members: [UInt8]) throws(SystemError) -> RecordedLine {
        let line = AuditLine.sealed(
            number: head.number + 1, previous: head.digest, members: members)
        try file.append(line.text)
        head = (head.number + 1, line.digest)
        // The second head follows the first: where it cannot, the record is still whole.
        let text = "\(head.number) \(head.digest)\n"
        try? place.head.replaceContents(with: Array(text.utf8))
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

    // MARK: The end of the chain

    /// The last line of the file, and what is wrong with it.
    ///
    /// The head that lies beside the file tells whether lines are missing behind it.
    private static func findHead(
        _ file: inout AppendOnlyFile, _ place: RecordPlace
    ) throws(SystemError) -> (head: (number: Int, digest: ByteString), damage: String?) {
        var damage: String?
        let kept = secondHead(place)
        var last = try lastLine(of: file)
        if last.isCutOff {
            damage = "The last line was cut off in the middle, and was taken away."
            try file.cut(to: last.end)
        }
        if last.text.isEmpty, let older = try place.olderFiles().last {
            let text = try readFile(older, limit: 1 << 30)
            last.text = Array(text.dropLast().split(separator: 0x0a).last ?? [])
        }
        guard !last.text.isEmpty else {
            guard let kept else { return ((0, AuditLine.start), damage) }
            return (kept, "The record is gone; its last line was number \(kept.number).")
        }
        var chain = AuditChain(isPart: true)
        chain.check(last.text + [0x0a], name: "")
        guard chain.fault == nil, let found = chain.head else {
            damage = "The last line has been changed."
            let number = AuditLine(last.text[...])?.number ?? 0
            return (kept ?? (number, AuditLine.start), damage)
        }
        if let kept, kept.number > found.number {
            return (
                kept, "The record ends with line \(found.number); line \(kept.number) was its last."
            )
        }
        if let kept, kept.number == found.number, kept.digest != found.digest {
            damage = "Line \(found.number) is not the one that was written."
        }
        return (found, damage)
    }

    private static func lastLine(
        of file: borrowing AppendOnlyFile
    ) throws(SystemError) -> (text: [UInt8], end: Int, isCutOff: Bool) {
        var window = 8192
        while true {
            let start = max(0, file.size - window)
            let bytes = try file.bytes(from: start)
            guard let end = bytes.lastIndex(of: 0x0a) else {
                if start > 0 {
                    window *= 8
                    continue
                }
                return ([], 0, !bytes.isEmpty)
            }
            let isCutOff = end < bytes.count - 1
            if let before = bytes[..<end].lastIndex(of: 0x0a) {
                return (Array(bytes[(before + 1)..<end]), start + end + 1, isCutOff)
            }
            if start == 0 { return (Array(bytes[..<end]), end + 1, isCutOff) }
            window *= 8
        }
    }

    /// The head as it was kept beside the record; nil where there is none.
    static func secondHead(_ place: RecordPlace) -> (number: Int, digest: ByteString)? {
        guard let bytes = try? readFile(place.head, limit: 4096, links: .refuse) else {
            return nil
        }
        let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let number = Int(words[0]), words[1].utf8.count == 64 else {
            return nil
        }
        return (number, ByteString(String(words[1])))
    }

    // MARK: Reading

    /// What the record knows of a state.
    ///
    /// - Parameters:
    ///   - lineage: of the state; empty where it has none yet.
    ///   - state: where it is kept.
    ///   - place: where the record lies.
    /// - Returns: it; nil where the record says nothing.
    /// - Throws: a refusal where the record cannot be read.
    static func history(
        of lineage: ByteString, at state: ByteString, in place: RecordPlace
    ) throws(Refusal) -> RecordHistory? {
        var reader = HistoryReader(lineage: lineage, place: state)
        do throws(SystemError) {
            var files = try place.olderFiles()
            if let facts = try place.file.factsIfThere(links: .refuse) {
                // Of a pipe nobody would ever read the end.
                guard facts.kind == .file else {
                    throw SystemError(.open, place.file, code: SystemError.notPermitted)
                }
                files.append(place.file)
            }
            while let file = files.popLast(), !reader.isComplete {
                var bytes = try readFile(file, limit: 1 << 30)
                // Somebody may be writing the last line right now.
                while let last = bytes.last, last != 0x0a { bytes.removeLast() }
                reader.read(bytes)
            }
        } catch {
            throw .unrecorded("\(error) Without the record it is not known what this state was.")
        }
        return reader.history
    }
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
