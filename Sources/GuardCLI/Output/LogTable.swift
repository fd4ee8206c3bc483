import Diagnostics
import GuardCore
import TerraformPlan

/// What the record says of runs, for people.
///
///     12  2026-11-21T12:47:33Z  alice (agent)  production  approve, approved  status 0
///         terraform destroy -auto-approve
///         delete courses-prod (aws_db_instance.courses)
///     14  2026-11-21T23:02:10Z  bob  production  block  refused: blocked
///         terraform destroy
///         delete grades-prod (aws_db_instance.grades)
///
/// Where the runs are of several folders, each has its own below the command: `in /srv/live`.
///
/// All of it was written by others than the reader: everything is escaped for a terminal.
func logTable(_ runs: [RecordedRun], width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    let indent = String(runs.last?.number ?? 0).utf8.count + 2
    let folders = runs.map { $0.intent["directory"]?.textBytes }
    let areSpread = folders.contains { $0 != folders.first }
    for run in runs {
        let intent = run.intent
        let environments = logWords(intent["environments"])
        let tone: TextTone = run.isRefused || (run.status ?? 1) != 0 ? .caution : .plain
        let cells: [TextRun] = [
            .shown(logText(intent["time"])), .shown(who(in: run)),
            .shown(environments.isEmpty ? "no environment" : environments),
            .shown(settlement(of: run)), .shown(ending(of: run), tone),
        ]
        for (number, line) in lines(of: cells, room: block.width - indent).enumerated() {
            let label = number == 0 ? TextRun.shown(String(run.number), .strong) : nil
            block.paragraph(line, label: label, indent: indent)
        }
        block.paragraph([.prose(logWords(intent["command"]))], indent: indent)
        if areSpread {
            block.paragraph(
                [.prose("in "), .shown(logText(intent["directory"]))], indent: indent)
        }
        for loss in run.losses.prefix(10) {
            block.paragraph([.prose(lossWords(loss))], indent: indent)
        }
        let more = max(0, run.losses.count - 10) + (intent["more_losses"]?.number ?? 0)
        if more > 0 { block.paragraph([.prose("and \(more) more")], indent: indent) }
    }
    return block
}

/// `alice (agent)`: who it was, and what stood in a person's place.
private func who(in run: RecordedRun) -> String {
    let user = logText(run.intent["who"]?["user"])
    let others = (run.intent["who"]?["actors"]?.texts ?? []).filter { $0 != Actor.human.rawValue }
    return others.isEmpty ? user : "\(user) (\(printable(others.joined(separator: ", "))))"
}

/// Cells with two spaces between them, on as many lines as they need.
private func lines(of cells: [TextRun], room: Int) -> [[TextRun]] {
    var lines: [[TextRun]] = []
    var filled = 0
    for cell in cells {
        let width = TerminalText.width(of: cell.text)
        if let last = lines.indices.last, filled + 2 + width <= room {
            lines[last] += [.spaces(2), cell]
            filled += 2 + width
        } else {
            lines.append([cell])
            filled = width
        }
    }
    return lines
}

/// Everything that one line says, a member a line.
func logEntry(_ value: JSONValue, width: Int) -> TextBlock {
    var block = TextBlock(width: width)
    describe(value, indent: 0, into: &block)
    return block
}

/// Counts over all runs.
func logStatistics(
    _ attempts: [RecordedRun], lines: [AuditLine], width: Int
) -> TextBlock {
    let runs = attempts.filter { !$0.isRefused }
    let refused = attempts.filter(\.isRefused)
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
        ("Refused", refused.isEmpty ? "0" : "\(refused.count) (\(count(refused.map(why))))"),
        ("Refused to", count(refused.map { logText($0.intent["who"]?["user"]) })),
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
        ("Clock set back", "\(lines.count { $0.kind == "clock" }) times"),
        ("Not forwarded", "\(lines.count { $0.kind == "unheard" }) lines"),
        ("Damage found", "\(lines.count { $0.kind == "damage" }) times"),
    ]
    var block = TextBlock(width: width)
    for (name, value) in rows {
        block.paragraph([.prose(value)], label: .shown(name), indent: 16)
    }
    return block
}

/// How a run ended: `status 0`, `interrupted, status 1`, `nobody knows`.
func ending(of run: RecordedRun) -> String {
    if run.isRefused { return "refused: \(why(run))" }
    guard let outcome = run.outcome else { return "no outcome" }
    guard outcome["started"]?.flag ?? true, let status = outcome["status"]?.number else {
        return "terraform did not start"
    }
    return (outcome["interrupted"]?.flag ?? false ? "interrupted, " : "") + "status \(status)"
}

/// `blocked`.
private func why(_ refused: RecordedRun) -> String { logText(refused.refusal?["why"]) }

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

private func describe(_ value: JSONValue, indent: Int, into block: inout TextBlock) {
    // However deep somebody nests, a line has room for words.
    let indent = min(indent, block.width / 2)
    for member in value.members {
        let name = TextRun.shown("\(printable(member.key.description)):", .faint)
        switch member.value {
        case .object(let members) where !members.isEmpty:
            block.paragraph([name], indent: indent)
            describe(member.value, indent: indent + 2, into: &block)
        case .array(let elements)
        where !elements.isEmpty && elements.allSatisfy { !$0.members.isEmpty }:
            block.paragraph([name], indent: indent)
            for element in elements {
                block.paragraph([.shown("-")], indent: indent + 2)
                describe(element, indent: indent + 4, into: &block)
            }
        case .array, .object, .null, .bool, .number, .string:
            block.paragraph([name, .prose(" " + scalar(member.value))], indent: indent)
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
