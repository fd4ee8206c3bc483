import Foundation
import GuardCore

/// Writes a record whose lines are as long as those of real runs: 2,000 bytes before an apply, and 500
/// after it.
func writeRecord(to path: String, lines count: Int) throws {
    let lineage = "5c9f3c9e-1111-2222-3333-444455556666"
    var bytes: [UInt8] = []
    var previous = AuditLine.start
    for number in 1...count {
        let isIntent = number % 2 == 1
        let filling = String(repeating: "x", count: isIntent ? 1_700 : 200)
        let line = AuditLine.sealed(
            number: number, previous: previous,
            members: Array(
                ("\"kind\":\"\(isIntent ? "intent" : "outcome")\",\"lineage\":\"\(lineage)\","
                    + "\"place\":\"0123456789abcdef\",\"time\":\"2026-01-31T23:59:59Z\","
                    + "\"filling\":\"\(filling)\"").utf8))
        previous = line.digest
        bytes += line.text
    }
    try Data(bytes).write(to: URL(filePath: path))
}
