import GuardCore
import TerraformPlan

/// A report on one run, filled from the record, with what only people know left visibly empty.
struct IncidentReport {
    /// One row: what is asked, what the record knows of it, and between what people may choose.
    struct Row: Equatable {
        let key: String
        let question: String
        /// Nil where the record cannot know it.
        let answer: [TextRun]?
        let choices: [TextRun]?
    }

    let run: RecordedRun
    let rows: [Row]
    /// What was lost, each with what recovering it takes.
    let losses: [(what: [TextRun], recovery: String?)]

    /// - Parameters:
    ///   - run: what it is about.
    ///   - runs: all of the record, in their order.
    init(_ run: RecordedRun, among runs: [RecordedRun]) {
        self.run = run
        let intent = run.intent
        let who = intent["who"]
        losses = run.losses.map { (lossRuns($0), $0["recovery"]?.text) }

        func known(_ key: String, _ question: String, _ answer: [TextRun]?) -> Row {
            Row(key: key, question: question, answer: answer, choices: nil)
        }
        func asked(_ key: String, _ question: String, _ choices: String? = nil) -> Row {
            Row(
                key: key, question: question, answer: nil,
                choices: choices.map { [.prose("(\($0))")] })
        }
        let machine = who?["machine"]?.text.map { fingerprint in
            [exact(fingerprint), .prose(" ("), exact(who?["host"]?.text ?? "?"), .prose(")")]
                + (who?["machine_is_new"]?.flag ?? false
                    ? [.prose(", never seen before for this state")] : [])
        }
        let principal = who?["principal"]?.text.map { name in
            [exact(name), .prose(" (by \(who?["principal_by"]?.text ?? "?"))")]
        }
        let command = [exact((intent["command"]?.texts ?? []).joined(separator: " "))]
        let lost = list(run.losses)
        rows = [
            known("laptop_fingerprint", "Laptop fingerprint", machine),
            known("effective_principal", "Effective principal", principal),
            known(
                "same_permissions", "Production had the same permissions as staging",
                Self.permissions(before: run, in: runs)),
            known(
                "delete_call", "The exact delete call",
                lost.isEmpty ? command : command + [.prose(": ")] + lost),
            known(
                "rollback_minutes", "Rollback time in minutes", Self.rollback(of: run, in: runs)),
            asked(
                "after_the_bad_write", "What production did after the bad write",
                "quiet retry / cascade / failed closed / noticed minutes or hours later"),
            asked("retried_for", "For how long it retried"),
            asked(
                "retry_owner", "Who owns the retry",
                "app / database / load balancer / human / nobody"),
            asked("called", "Who was called"),
            asked("contact_method", "By which contact method"),
            asked("minutes_to_answer", "Minutes to answer"),
            asked("person_was_wrong", "Was that person wrong", "yes / no / nobody can say"),
            known(
                "second_failure", "Second failure caused by the first fix",
                Self.secondFailure(after: run, in: runs)),
            Row(
                key: "worst_moment", question: "The operator's worst moment, with a timestamp",
                answer: nil,
                choices: [
                    .prose("(the run ended at "),
                    exact(run.outcome?["time"]?.text ?? "an unknown time"), .prose(")"),
                ]),
        ]
    }

    /// The last run that lost something, or may have: terraform can fail half-way.
    static func last(of runs: [RecordedRun]) -> RecordedRun? {
        runs.last { !$0.losses.isEmpty && $0.outcome?["started"]?.flag != false }
    }

    // MARK: What the record can tell

    /// Whether the last runs in production and elsewhere had the same principal.
    private static func permissions(
        before run: RecordedRun, in runs: [RecordedRun]
    ) -> [TextRun]? {
        let earlier = runs.filter { $0.number <= run.number }
        let production = earlier.last { $0.isProduction }?.principal
        let other = earlier.last { !$0.isProduction }
        guard let production, let other, let principal = other.principal else { return nil }
        let name = (other.intent["environments"]?.texts ?? []).first ?? "another environment"
        return production == principal
            ? [.prose("yes: "), exact(production), .prose(" in both, the last time")]
            : [
                .prose("no: "), exact(production), .prose(", and "), exact(principal),
                .prose(" in \(name)"),
            ]
    }

    /// The minutes until the state held as much as before; nil where it does not yet.
    private static func rollback(of run: RecordedRun, in runs: [RecordedRun]) -> [TextRun]? {
        guard let before = run.intent["state"]?["resources"]?.number,
            let start = run.outcome?["time"]?.text.flatMap(Moment.init(rfc3339:))
        else { return nil }
        for later in runs where later.number > run.number && later.place == run.place {
            guard let held = later.outcome?["state"]?["resources"]?.number, held >= before,
                let end = later.outcome?["time"]?.text.flatMap(Moment.init(rfc3339:))
            else { continue }
            let minutes = (end.secondsSinceEpoch - start.secondsSinceEpoch + 59) / 60
            return [
                .prose(
                    "\(minutes), until the state held \(before) resources again (line "
                        + "\(later.number))")
            ]
        }
        return nil
    }

    /// The first later run on the same state that failed or lost something.
    private static func secondFailure(
        after run: RecordedRun, in runs: [RecordedRun]
    ) -> [TextRun]? {
        let later = runs.first { other in
            other.number > run.number && other.place == run.place
                && ((other.status ?? 1) != 0 || !other.losses.isEmpty)
        }
        return later.map { found in
            let lost = list(found.losses)
            return [.prose("line \(found.number), \(ending(of: found))")]
                + (lost.isEmpty ? [] : [.prose(": ")] + lost)
        }
    }
}

/// Text of a plan, a machine or a person, as it is.
private func exact(_ text: String) -> TextRun { .exact(Array(text.utf8)) }

private func list(_ losses: [JSONValue]) -> [TextRun] {
    Array(losses.map(lossRuns).joined(separator: [.prose("; ")]))
}

/// `delete courses-prod (aws_db_instance.courses)`, its names as they are.
private func lossRuns(_ loss: JSONValue) -> [TextRun] {
    let address = exact(loss["address"]?.text ?? "?")
    let effects = TextRun.prose((loss["effects"]?.texts ?? []).joined(separator: " ") + " ")
    guard let identity = loss["identity"]?.text else { return [effects, address] }
    return [effects, exact(identity), .prose(" ("), address, .prose(")")]
}

extension RecordedRun {
    fileprivate var isProduction: Bool {
        (intent["environments"]?.texts ?? []).contains("production")
    }

    fileprivate var principal: String? { intent["who"]?["principal"]?.text }
    fileprivate var place: String? { intent["place"]?.text }
}

// MARK: - As text

extension IncidentReport {
    /// As JSON, with null where people have to answer.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", 1)
            json.member("line", run.number)
            json.member("time", run.intent["time"]?.text)
            json.member("decision", run.intent["decision"]?.text)
            json.member("ended", ending(of: run))
            for row in rows { json.member(row.key, row.answer.map(plain)) }
            json.key("losses")
            json.array(losses) { json, loss in
                json.object { json in
                    json.member("what", plain(loss.what))
                    json.member("recovery", loss.recovery)
                }
            }
            json.member("go_back_to") { json in
                let state = run.intent["state"]
                json.member("location", state?["location"]?.text)
                json.member("lineage", state?["lineage"]?.text)
                json.member("serial", state?["serial"]?.number)
            }
        }
        return json.bytes + [0x0a]
    }

    /// As Markdown, with `____` where people have to answer.
    ///
    /// The rows are a list: those of a table are one line each, however long (GitHub Flavored Markdown,
    /// 4.10), and this is read and filled in at a terminal.
    var markdown: String {
        let intent = run.intent
        let places = (intent["environments"]?.texts ?? []).joined(separator: ", ")
        let state = intent["state"]
        var text = "# Incident: line \(run.number) of the record\n\n"
        text += paragraph([
            exact(intent["time"]?.text ?? "unknown"), .prose(": "),
            exact(intent["who"]?["user"]?.text ?? "unknown"), .prose(" in "),
            exact(intent["directory"]?.text ?? "unknown"),
            .prose(", \(places.isEmpty ? "no environment" : places). Decided: "),
            .prose(intent["decision"]?.text ?? "unknown"), .prose(". Ended: \(ending(of: run))."),
        ])
        text += "\n## What happened\n\n"
        for row in rows {
            let question = "- **\(row.question):** "
            if let answer = row.answer {
                text += paragraph(answer, first: question, others: "  ")
            } else if let choices = row.choices {
                text += paragraph(choices, first: question + "____ ", others: "  ")
            } else {
                text += question + "____\n"
            }
        }
        text += "\n## What was lost\n\n"
        if losses.isEmpty { text += "Nothing, as far as the plan said.\n" }
        for loss in losses {
            // What a catalog says are sentences, which end by themselves.
            let recovery = loss.recovery ?? "the catalog knows none."
            text += paragraph(
                loss.what + [.prose(". Recovery: \(recovery)")], first: "- ", others: "  ")
        }
        text += "\n## What to go back to\n\n"
        let place = exact(state?["location"]?.text ?? "unknown")
        guard state?["lineage"]?.text != "" else {
            return text + paragraph([.prose("There was no state before, in "), place, .prose(".")])
        }
        let serial = state?["serial"]?.number.map(String.init) ?? "unknown"
        return text
            + paragraph([
                .prose("Serial \(serial) of lineage "),
                exact(state?["lineage"]?.text ?? "unknown"), .prose(", in "), place, .prose("."),
            ])
    }
}

private func plain(_ runs: [TextRun]) -> String { runs.map(\.text).joined() }

/// Runs as lines of at most 80 cells, as far as words allow.
///
/// No line begins with a word that Markdown could take for the beginning of something else: such a word
/// stays with the one before it.
private func paragraph(_ runs: [TextRun], first: String = "", others: String = "") -> String {
    var words: [String] = []
    for word in MarkdownText.runs(runs).split(separator: " ") {
        if let last = words.indices.last, !canBeginLine(word) {
            words[last] += " " + word
        } else {
            words.append(String(word))
        }
    }
    var lines = [first]
    for (number, word) in words.enumerated() {
        let last = lines.count - 1
        if number == 0 {
            lines[last] += word
        } else if lines[last].count + 1 + word.count <= 80 {
            lines[last] += " " + word
        } else {
            lines.append(others + word)
        }
    }
    return lines.joined(separator: "\n") + "\n"
}

private func canBeginLine(_ word: Substring) -> Bool {
    let isLetter = word.unicodeScalars.first?.properties.isAlphabetic ?? false
    return isLetter || word.hasPrefix("(") || (word.hasPrefix("`") && !word.hasPrefix("```"))
}
