import Foundation

/// What the record costs: its check, and its share of a guarded run.
func measureRecord() {
    let record = folder + "/record.jsonl"
    _ = output(of: besideThis("judge-plans"), ["record", record, "100000"])
    let verified = measure(
        [Command("log verify", [tfguard, "log", "verify", "-file=" + record])], runs: 5)[0]
    table.row(
        "log verify, 100,000 lines", against: "200,000 a second", must: 1, aim: 0.5,
        seconds: verified.median, 0.5)

    let share = output(of: besideThis("record-time"), [folder])
    guard let milliseconds = Double(share.trimmingCharacters(in: .whitespacesAndNewlines)) else {
        return
    }
    table.row(
        "the log's share of a run", against: "5 ms", must: 1, aim: 0.4,
        seconds: milliseconds / 1000, 0.005)
}
