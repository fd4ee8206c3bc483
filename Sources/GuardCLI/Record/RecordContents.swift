import GuardCore
import GuardSystem
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
                try readFile(path, limit: 4 << 30)
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
}

/// An intent with all that later lines say of it.
struct RecordedRun {
    let number: Int
    let intent: JSONValue
    var outcome: JSONValue?
    /// The state as it was looked at afterwards.
    var observed: JSONValue?

    /// Pairs intents and outcomes.
    static func all(in lines: [AuditLine]) -> [RecordedRun] {
        var runs: [RecordedRun] = []
        var places: [Int: Int] = [:]
        for line in lines {
            switch line.kind {
            case "intent":
                places[line.number] = runs.count
                runs.append(RecordedRun(number: line.number, intent: line.value))
            case "outcome":
                let outcome = line.value
                if let number = outcome["intent"]?.number, let place = places[number] {
                    runs[place].outcome = outcome
                }
            case "state":
                if let last = runs.indices.last { runs[last].observed = line.value }
            case _: break
            }
        }
        return runs
    }

    var losses: [JSONValue] { intent["losses"]?.elements ?? [] }
    var status: Int? { outcome?["status"]?.number }
}
