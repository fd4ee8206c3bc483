import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// The pins of a root module's folder.
struct PinPlace {
    static let name = ".tfguard.lock.hcl"

    let file: FilePath
    private let directory: FilePath

    init(in directory: FilePath) {
        self.directory = directory
        file = directory.appending(FilePath(stringLiteral: Self.name))
    }

    /// What the folder has; no pins where there is no file.
    func read() throws(Refusal) -> PinFile {
        let bytes = try refusing("Without the pins nobody knows which state is meant.") {
            () throws(SystemError) -> [UInt8]? in
            guard let facts = try file.factsIfThere(links: .refuse) else { return nil }
            guard facts.kind == .file else { throw SystemError(.open, file, code: 22) }
            return try readFile(file, limit: 4 << 20, links: .refuse)
        }
        guard let bytes else { return PinFile() }
        let (pins, diagnostics) = readPins(SourceFile(name: Self.name, bytes: bytes))
        guard let pins else { throw Refusal(.policyError, diagnostics) }
        return pins
    }

    /// What the last commit has; nil where there is no repository, or no such file in it.
    func readCommitted() -> PinFile? {
        committedFile(Self.name, in: directory).flatMap { bytes in
            readPins(SourceFile(name: Self.name, bytes: bytes)).pins
        }
    }

    /// What the pins say of a workspace, and what they said before.
    ///
    /// - Parameters:
    ///   - workspace: its name.
    ///   - history: what the record says of the state.
    ///   - actors: who asks.
    /// - Returns: what is to be compared with the state.
    /// - Throws: a refusal where the pins cannot be read.
    func fact(
        for workspace: ByteString, _ history: RecordHistory?, askedBy actors: WordSet<Actor>
    ) throws(Refusal) -> PinFact {
        let pin = try read().pin(for: workspace)
        let testimony = try testimony(askedBy: actors)
        for (witness, pins) in testimony.files {
            guard let theirs = pins.pin(for: workspace) else { continue }
            guard let pin else { return .removed(knownTo: witness) }
            if theirs.digest != pin.digest, !isVouched(pin, insteadOf: theirs, history) {
                return .changed(pin, from: theirs, knownTo: witness)
            }
        }
        if let doubt = testimony.doubt { return .unknown(doubt) }
        guard let pin else {
            // A pin is known by its digest; none is written as an empty one.
            let last = history?.pins.last ?? ""
            return last.isEmpty ? .none : .removed(knownTo: .record)
        }
        return .pinned(pin)
    }

    /// What others than this folder's file say of it.
    func testimony(askedBy actors: WordSet<Actor>) throws(Refusal) -> PinTestimony {
        try PinTestimony(of: file, in: directory, askedBy: actors)
    }

    /// Whether somebody has said that a pin is to stand here in another one's place.
    func isVouched(_ pin: Pin, insteadOf other: Pin, _ history: RecordHistory?) -> Bool {
        (history?.recordedPins ?? []).vouch(
            for: pin, insteadOf: other, in: ByteString(bytes: directory.bytes))
    }

    /// Whether the trusted reference of every repository around has a workspace's pin so: then
    /// somebody has reviewed that.
    func isReviewed(_ pin: Pin, for workspace: ByteString) throws(Refusal) -> Bool {
        let repositories = GitRepository.all(around: directory)
        guard !repositories.isEmpty else { return false }
        var reference = ""
        try collecting { reference = try systemTrustedReference() }
        return repositories.allSatisfy { repository in
            guard let path = repository.relative(file),
                // What cannot be proved is not proved; a tag that is called so proves nothing.
                (try? repository.hasReference(reference)) == true,
                let bytes = try? repository.file(path, in: reference, limit: 4 << 20),
                let pins = readPins(SourceFile(name: Self.name, bytes: bytes)).pins
            else { return false }
            return pins.pin(for: workspace)?.digest == pin.digest
        }
    }

    /// Writes the pins, for everybody to read.
    func write(_ pins: PinFile) throws(Refusal) {
        var text =
            "# Which state belongs to this folder, by workspace. tfguard pin writes this file; commit "
            + "it.\n"
        for pin in pins.pins { text += "\n" + pin.text }
        try refusing { () throws(SystemError) in
            try file.replaceContents(with: Array(text.utf8), permissions: 0o644)
        }
    }
}

extension Pin {
    /// The block as it stands in the file.
    fileprivate var text: String {
        var rows = [("backend", backend)]
        if let location { rows.append(("location", location)) }
        rows.append(("configuration", configuration))
        switch expectation {
        case .lineage(let lineage): rows.append(("lineage", lineage.description))
        case .new(let until): rows += [("expect", "new"), ("until", until)]
        case .any: break
        }
        let width = rows.map(\.0.count).max() ?? 0
        let lines = rows.map { name, value in
            "  \(name)\(String(repeating: " ", count: width - name.count)) = \(quoted(value))\n"
        }
        return "workspace \(quoted(workspace)) {\n\(lines.joined())}\n"
    }
}

/// A text as HCL writes it, so that it is never a template.
private func quoted(_ text: String) -> String {
    var result = "\""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "{" where last == "$" || last == "%": result += "\(last){"
        case _: result.unicodeScalars.append(scalar)
        }
        last = scalar
    }
    return result + "\""
}
