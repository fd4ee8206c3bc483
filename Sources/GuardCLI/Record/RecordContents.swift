import GuardCore
import GuardSystem
import Synchronization
import TerraformPlan

/// Everything a record says, read for people.
struct RecordContents {
    let files: [(name: String, bytes: [UInt8])]

    /// Reads all files of a record, the oldest first.
    ///
    /// - Throws: a refusal where there is none, or where it cannot be read.
    init(_ place: RecordPlace) throws(Refusal) {
        let paths = try refusing { () throws(SystemError) in
            let current = try place.file.factsIfThere() == nil ? [] : [place.file]
            return try place.olderFiles() + current
        }
        if paths.isEmpty, let head = RecordFile.secondHead(place) {
            throw Refusal(
                .declined, "The record is gone",
                "There is no \(place.file), and line \(head.number) was its last: somebody has taken "
                    + "it away.")
        }
        try self.init(paths, missing: "\(place.file)")
    }

    /// Reads one file.
    init(file name: String) throws(Refusal) {
        guard let path = FilePath(name) else {
            throw .usage("No record", "\"\(name)\" is no file.")
        }
        try self.init([path], missing: name)
    }

    private init(_ paths: [FilePath], missing: String) throws(Refusal) {
        guard !paths.isEmpty else {
            throw Refusal(
                .declined, "Nothing has been recorded",
                "There is no \(missing). It begins with the first apply in front of which tfguard "
                    + "stands.")
        }
        var files: [(name: String, bytes: [UInt8])] = []
        for path in paths {
            let bytes = try refusing { () throws(SystemError) in
                let file = try FileDescriptor.openFile(path)
                // In one piece: a record of years is large. What is added meanwhile is not looked at.
                return try file.bytes(at: 0, count: file.facts().size)
            }
            files.append((path.description, bytes))
        }
        self.files = files
    }

    /// The lines that are any, in their order.
    var lines: [AuditLine] {
        files.flatMap { file in
            file.bytes.split(separator: 0x0a).compactMap { AuditLine($0) }
        }
    }

    /// The check of the whole chain.
    ///
    /// A line's digest takes most of the time, and no other line is needed for it: large files are
    /// checked in parts.
    ///
    /// - Parameters:
    ///   - anchors: heads that were kept elsewhere.
    ///   - isPart: the first line may be any.
    /// - Returns: what was found.
    func chain(anchors: [ByteString], isPart: Bool = false) -> AuditChain {
        let parts = files.flatMap { file in
            file.bytes.linesInParts(of: 4 << 20).map { (file: file, range: $0) }
        }
        let checked = Mutex<[AuditChain?]>(Array(repeating: nil, count: parts.count))
        onAllProcessors(parts.count) { number in
            let (file, range) = parts[number]
            var chain = AuditChain(anchors: anchors, isPart: true)
            chain.check(file.bytes, range, name: file.name)
            let found = chain
            checked.withLock { $0[number] = found }
        }
        var chain = AuditChain(anchors: anchors, isPart: isPart)
        var linesBefore = 0
        for (part, found) in zip(parts, checked.withLock { $0 }) {
            guard let found else { preconditionFailure("every part has been checked") }
            if part.range.lowerBound == 0 { linesBefore = 0 }
            chain.append(found, name: part.file.name, linesBefore: linesBefore)
            linesBefore += found.count
        }
        return chain
    }
}

extension [UInt8] {
    /// Ranges of about so many bytes that end with a line, the last one with what there is.
    fileprivate func linesInParts(of size: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        while start < count {
            let middle = Swift.min(start + size, count)
            let end = self[(middle - 1)...].firstIndex(of: 0x0a).map { $0 + 1 } ?? count
            parts.append(start..<end)
            start = end
        }
        return parts
    }
}

/// An attempt with all that later lines say of it.
struct RecordedRun {
    let number: Int
    /// What was wanted: the intent, or the line that tells of a refusal.
    let intent: JSONValue
    var outcome: JSONValue?
    /// The state as it was looked at afterwards.
    var observed: JSONValue?

    /// Pairs intents and outcomes.
    static func all(in lines: [AuditLine]) -> [RecordedRun] {
        attempts(in: lines).filter { !$0.isRefused }
    }

    /// The same, with what was refused among them.
    static func attempts(in lines: [AuditLine]) -> [RecordedRun] {
        var runs: [RecordedRun] = []
        var places: [Int: Int] = [:]
        for line in lines {
            switch line.kind {
            case "intent", "refused":
                places[line.number] = runs.count
                runs.append(RecordedRun(number: line.number, intent: line.value))
            case "outcome":
                let outcome = line.value
                if let number = outcome["intent"]?.number, let place = places[number] {
                    runs[place].outcome = outcome
                }
            case "state":
                let observed = line.value
                let place = observed["intent"]?.number.flatMap { places[$0] }
                if let place = place ?? runs.indices.last { runs[place].observed = observed }
            case _: break
            }
        }
        return runs
    }

    var losses: [JSONValue] { intent["losses"]?.elements ?? [] }
    var status: Int? { outcome?["status"]?.number }
    /// What tfguard exited with, and why, where terraform was not let run.
    var refusal: JSONValue? { intent["refused"] }
    var isRefused: Bool { refusal != nil }
}
