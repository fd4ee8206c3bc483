import Diagnostics
import GuardCore
import TerraformPlan

/// What the record says of runs, for people.
///
///     12  2026-11-21T12:47:33Z  alice  terraform destroy  production  confirm, typed  status 0
///         lost courses-prod (aws_db_instance.courses)
///
/// All of it was written by others than the reader: everything is escaped for a terminal.
func logTable(_ runs: [RecordedRun]) -> String {
    var text = ""
    for run in runs {
        let intent = run.intent
        let cells: [String] = [
            String(run.number), logText(intent["time"]), logText(intent["who"]?["user"]),
            logWords(intent["command"]),
            logWords(intent["environments"]).isEmpty
                ? "no environment" : logWords(intent["environments"]),
            settlement(of: run), ending(of: run),
        ]
        text += cells.joined(separator: "  ") + "\n"
        for loss in run.losses.prefix(10) { text += "    \(lossWords(loss))\n" }
        if run.losses.count > 10 { text += "    and \(run.losses.count - 10) more\n" }
    }
    return text
}

/// Everything that one line says, a member a line.
func logEntry(_ value: JSONValue) -> String {
    var text = ""
    describe(value, indent: 0, into: &text)
    return text
}

/// Counts over all runs.
func logStatistics(_ runs: [RecordedRun], lines: [AuditLine]) -> String {
    func count(_ words: [String]) -> String {
        let counts = Dictionary(grouping: words, by: { $0 }).mapValues(\.count)
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.isEmpty
            ? "none" : sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
    let rules = runs.flatMap { run in
        (run.intent["findings"]?.elements ?? []).filter { $0["decision"]?.text != "warn" }
            .map { logText($0["rule"]) }
    }
    let rows: [(String, String)] = [
        ("Lines", "\(lines.count), from \(lines.first?.number ?? 0) to \(lines.last?.number ?? 0)"),
        ("Runs", String(runs.count)),
        ("Decided", count(runs.map { logText($0.intent["decision"]) })),
        ("Ended", count(runs.map(ending))),
        ("By", count(runs.map { logText($0.intent["who"]?["user"]) })),
        ("Actors", count(runs.flatMap { $0.intent["who"]?["actors"]?.texts ?? [] }.map(printable))),
        (
            "Environments",
            count(runs.flatMap { $0.intent["environments"]?.texts ?? [] }.map(printable))
        ),
        ("Lost", "\(runs.filter { $0.status == 0 }.reduce(0) { $0 + $1.losses.count }) resources"),
        ("Rules", count(rules)),
        ("Not forwarded", "\(lines.count { $0.kind == "unheard" }) lines"),
        ("Damage found", "\(lines.count { $0.kind == "damage" }) times"),
    ]
    return rows.map { name, value in
        name + String(repeating: " ", count: 15 - name.count) + value + "\n"
    }.joined()
}

/// How a run ended: `status 0`, `interrupted, status 1`, `nobody knows`.
func ending(of run: RecordedRun) -> String {
    guard let outcome = run.outcome else { return "no outcome" }
    guard outcome["started"]?.flag ?? true, let status = outcome["status"]?.number else {
        return "terraform did not start"
    }
    return (outcome["interrupted"]?.flag ?? false ? "interrupted, " : "") + "status \(status)"
}

/// `confirm, typed`.
private func settlement(of run: RecordedRun) -> String {
    let decision = logText(run.intent["decision"])
    let by = run.intent["settled"]?["by"]?.text ?? ""
    return by.isEmpty || by == "policy" ? decision : "\(decision), \(printable(by))"
}

/// `destroyed courses-prod (aws_db_instance.courses)`.
func lossWords(_ loss: JSONValue) -> String {
    let address = logText(loss["address"])
    let effects = logWords(loss["effects"])
    guard let identity = loss["identity"]?.text else { return "\(effects) \(address)" }
    return "\(effects) \(printable(identity)) (\(address))"
}

private func describe(_ value: JSONValue, indent: Int, into text: inout String) {
    let margin = String(repeating: " ", count: indent)
    for member in value.members {
        let name = printable(member.key.description)
        switch member.value {
        case .object(let members) where !members.isEmpty:
            text += "\(margin)\(name):\n"
            describe(member.value, indent: indent + 2, into: &text)
        case .array(let elements)
        where !elements.isEmpty && elements.allSatisfy { !$0.members.isEmpty }:
            text += "\(margin)\(name):\n"
            for element in elements {
                text += "\(margin)  -\n"
                describe(element, indent: indent + 4, into: &text)
            }
        case .array, .object, .null, .bool, .number, .string:
            text += "\(margin)\(name): \(scalar(member.value))\n"
        }
    }
}

private func scalar(_ value: JSONValue) -> String {
    switch value {
    case .null: "-"
    case .bool(let flag): flag ? "yes" : "no"
    case .number(let text): printable(text.description)
    case .string(let text): TerminalText.printable(text.bytes)
    case .array(let elements): elements.map(scalar).joined(separator: ", ")
    case .object: "-"
    }
}

func logText(_ value: JSONValue?) -> String {
    value?.textBytes.map { TerminalText.printable($0.bytes) } ?? "-"
}

func logWords(_ value: JSONValue?) -> String {
    printable((value?.texts ?? []).joined(separator: " "))
}

func printable(_ text: String) -> String { TerminalText.printable(Array(text.utf8)) }
