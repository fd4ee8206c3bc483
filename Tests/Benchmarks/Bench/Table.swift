import Foundation

/// The table of ratios: what was measured, and beside it what is promised and what is hoped for.
struct Table {
    func header() {
        line("what", "beside", "ratio", "must", "aim", "")
        line("----", "------", "-----", "----", "---", "")
    }

    /// A row of two commands; with no `must` and no `aim` where nothing is promised.
    func row(
        _ name: String, against anchor: String, must: Double?, aim: Double?, runs: Int,
        _ command: [String], _ anchorCommand: [String]
    ) {
        let results = measure(
            [Command(name, command), Command(anchor, anchorCommand)], runs: runs)
        let ratio = results[0].median / results[1].median
        let milliseconds = results.map { String(format: "%.1f ms", $0.median * 1000) }
        line(
            name, anchor, number(ratio), must.map { "≤ " + number($0) } ?? "–",
            aim.map(number) ?? "–",
            milliseconds.joined(separator: " / ") + remark(ratio, must ?? .infinity))
    }

    /// A row of what has been measured inside one process.
    func row(
        _ name: String, against anchor: String, must: Double, aim: Double, seconds: Double,
        _ anchorSeconds: Double
    ) {
        let ratio = seconds / anchorSeconds
        let times = [seconds, anchorSeconds].map { String(format: "%.1f ms", $0 * 1000) }
        line(
            name, anchor, number(ratio), "≤ " + number(must), number(aim),
            times.joined(separator: " / ") + remark(ratio, must))
    }

    func memoryRow(
        _ name: String, against anchor: String, must: Double, aim: Double, limit: Int,
        _ command: [String], _ anchorCommand: [String]
    ) {
        let results = measure(
            [Command(name, command), Command(anchor, anchorCommand)], runs: 1)
        let ratio = Double(results[0].peakMemory) / Double(results[1].peakMemory)
        let sizes = results.map {
            String(format: "%.1f MiB", Double($0.peakMemory) / Double(1 << 20))
        }
        let isTooMuch = results[0].peakMemory > limit
        line(
            name + ", memory", anchor, number(ratio), "≤ " + number(must), number(aim),
            sizes.joined(separator: " / ") + remark(isTooMuch ? .infinity : ratio, must))
    }

    private func remark(_ ratio: Double, _ must: Double) -> String {
        ratio <= must ? "" : "  MISSED"
    }

    private func number(_ number: Double) -> String {
        String(format: number < 1 ? "%.3f" : "%.2f", number)
    }

    private func line(
        _ name: String, _ anchor: String, _ ratio: String, _ must: String, _ aim: String,
        _ detail: String
    ) {
        let columns = [(name, 30), (anchor, 20), (ratio, 8), (must, 8), (aim, 8)]
        say(columns.map { pad($0.0, $0.1) }.joined(separator: " ") + detail)
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

/// Prints a line at once: the next one may take a minute.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
