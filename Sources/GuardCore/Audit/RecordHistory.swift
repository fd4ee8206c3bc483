package import TerraformPlan

/// What the record knows of one state.
package struct RecordHistory: Equatable, Sendable {
    /// The last lineage that was seen where the state is kept, and the highest serial of it.
    package var lineage: ByteString?
    package var serial: UInt64?
    /// The managed objects that the state held when it was last looked at.
    package var resources: Int?
    /// When that was, as it is written there.
    package var time: String?
    /// False where something was applied after the last look at the serial.
    package var isSerialCertain = true
    /// Every environment that the state was judged in.
    package var environments: [String] = []
    /// Fingerprints of the machines that it was changed from.
    package var machines: [String] = []
    /// Digests of the pins that it had, the last one last; an empty one for a pin taken away.
    package var pins: [String] = []
    /// The pins that somebody vouched for, each for one folder.
    package var recordedPins: [RecordedPin] = []
    /// The digest of the last pin, where no state has been seen there since it was written.
    package var pinSinceState: String?
    /// The last intent, where nothing says how it ended.
    package var unfinished: UnfinishedIntent?

    package init() {}
}

/// An intent that has no outcome: somebody began to apply, and nobody knows how that went.
package struct UnfinishedIntent: Equatable, Sendable {
    package let number: Int
    package let time: String
    package let command: String
    package let user: String
    package let host: String
    package let process: Int
    /// When the process began, in the kernel's own count; empty where that was not known.
    package let processStart: String
    /// What would have been lost.
    package let losses: [String]
}

/// Collects what the record knows of one state, from the newest line backward.
///
/// Each intent repeats what was known before it, so that one intent and what follows it is all that
/// has to be read.
package struct HistoryReader: Sendable {
    private let lineage: ByteString
    private let place: ByteString
    /// Those that follow the intent, the newest first.
    private var later: [AuditLine] = []
    private var intent: AuditLine?
    /// The number of the first line that was used and is not as it was written; a line's own digest
    /// tells, and what its neighbours say is for the whole chain's check.
    package private(set) var changed: Int?

    /// - Parameters:
    ///   - lineage: of the state; empty where it has none yet.
    ///   - place: where it is kept.
    package init(lineage: ByteString, place: ByteString) {
        self.lineage = lineage
        self.place = place
    }

    /// Whether nothing older has to be read.
    package var isComplete: Bool { intent != nil }

    /// Looks through some lines, which are older than those before.
    ///
    /// What was refused left the state as it was, and may have been about a state that was put in its
    /// place: it is no history.
    package mutating func read(_ bytes: [UInt8]) {
        var end = bytes.count
        while end > 0, intent == nil {
            // The line break that ends this line is at end - 1.
            var start = end - 1
            while start > 0, bytes[start - 1] != 0x0a { start -= 1 }
            let text = bytes[start..<(end - 1)]
            end = start
            guard let line = AuditLine(text), isAbout(line), line.kind != "refused" else {
                continue
            }
            if !line.isAsWritten { changed = line.number }
            if line.kind == "intent" { intent = line } else { later.append(line) }
        }
    }

    private func isAbout(_ line: AuditLine) -> Bool {
        if !lineage.bytes.isEmpty, line.lineage == lineage { return true }
        return !place.bytes.isEmpty && line.place == place
    }

    /// What is known; nil where the record says nothing of the state.
    package var history: RecordHistory? {
        guard intent != nil || !later.isEmpty else { return nil }
        var history = RecordHistory()
        if let value = intent?.value {
            history.takeKnown(value["known"])
            history.takeIntent(value)
            if let unfinished = UnfinishedIntent(value) { history.unfinished = unfinished }
        }
        for line in later.reversed() {
            let value = line.value
            history.takeState(value["state"], at: value["time"]?.text)
            switch line.kind {
            case "outcome":
                history.unfinished = nil
                if value["state"]?["serial"]?.number == nil { history.isSerialCertain = false }
            case "pin":
                if let pin = value["pin_sha256"]?.text {
                    history.pins.append(pin)
                    history.pinSinceState = pin
                }
                if let pin = RecordedPin(line: value) { history.take(pin) }
            case _: break
            }
        }
        return history
    }
}

extension RecordHistory {
    fileprivate mutating func takeKnown(_ known: JSONValue?) {
        guard let known else { return }
        serial = known["serial"]?.unsigned
        resources = known["resources"]?.number
        time = known["time"]?.text
        lineage = known["lineage"]?.textBytes
        environments = known["environments"]?.texts ?? []
        machines = known["machines"]?.texts ?? []
        pins = known["pins"]?.texts ?? []
        for pin in known["vouched_pins"]?.elements ?? [] {
            if let pin = RecordedPin(pin, fulfils: pin["fulfils"]?.text) { take(pin) }
        }
    }

    /// The last one last.
    fileprivate mutating func take(_ pin: RecordedPin) {
        recordedPins.removeAll { $0 == pin }
        recordedPins.append(pin)
    }

    fileprivate mutating func takeIntent(_ intent: JSONValue) {
        takeState(intent["state"], at: intent["time"]?.text)
        // What was let pass where there was no state was to begin anew.
        if intent["state"]?["lineage"]?.text == "" { pinSinceState = intent["pin_sha256"]?.text }
        for name in intent["environments"]?.texts ?? [] where !environments.contains(name) {
            environments.append(name)
        }
        if let pin = intent["pin_sha256"]?.text, pins.last != pin { pins.append(pin) }
        if let machine = intent["who"]?["machine"]?.text, !machines.contains(machine) {
            machines.append(machine)
        }
    }

    fileprivate mutating func takeState(_ state: JSONValue?, at moment: String?) {
        guard let state else { return }
        let seen = state["lineage"]?.textBytes ?? ""
        guard !seen.bytes.isEmpty, let number = state["serial"]?.unsigned else { return }
        // The serials of two lineages cannot be compared.
        serial = lineage == seen ? max(serial ?? 0, number) : number
        lineage = seen
        pinSinceState = nil
        resources = state["resources"]?.number
        isSerialCertain = true
        time = moment
    }
}

extension RecordedPin {
    fileprivate init?(_ value: JSONValue, fulfils: String?) {
        guard let directory = value["directory"]?.textBytes,
            let digest = value["pin_sha256"]?.text, !digest.isEmpty
        else { return nil }
        self.init(directory: directory, digest: digest, fulfils: fulfils)
    }

    /// Of a line about a pin; nil where nobody vouched for it.
    fileprivate init?(line: JSONValue) {
        let isTyped = line["typed"] == .bool(true)
        let isApproved = !(line["approved_by"]?.texts ?? []).isEmpty
        if isTyped || isApproved {
            self.init(line, fulfils: nil)
        } else if let fulfilled = line["fulfils"]?.text, !fulfilled.isEmpty {
            self.init(line, fulfils: fulfilled)
        } else {
            return nil
        }
    }
}

extension UnfinishedIntent {
    fileprivate init?(_ intent: JSONValue) {
        guard let number = intent["number"]?.number else { return nil }
        let who = intent["who"]
        self.init(
            number: number, time: intent["time"]?.text ?? "",
            command: (intent["command"]?.texts ?? []).joined(separator: " "),
            user: who?["user"]?.text ?? "", host: who?["host"]?.text ?? "",
            process: intent["process"]?["number"]?.number ?? 0,
            processStart: intent["process"]?["start"]?.text ?? "",
            losses: (intent["losses"]?.elements ?? []).compactMap { $0["address"]?.text })
    }
}
