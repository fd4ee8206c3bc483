import Foundation
import GuardCore
import GuardSystem
import TerraformPlan

@testable import GuardCLI

// What the record adds to a guarded run, in milliseconds: it is looked at, an intent is written before
// the apply and an outcome after it, both of them on the disk before anything goes on.
//
//     record-time FOLDER

/// A line of so many bytes, about a state.
func members(_ kind: String, state: Int, size: Int) -> [UInt8] {
    Array(
        ("\"kind\":\"\(kind)\",\"lineage\":\"l-\(state)\",\"place\":\"p-\(state)\","
            + "\"time\":\"2026-01-31T23:59:59Z\",\"state\":{\"lineage\":\"l-\(state)\",\"serial\":7},"
            + "\"filling\":\"\(String(repeating: "x", count: size))\"").utf8)
}

let folder = CommandLine.arguments.dropFirst().first ?? NSTemporaryDirectory()
let place = try RecordPlace(path: folder + "/time.jsonl", environment: Environment())
// Somebody who works on a hundred states, in turns.
for run in 0..<1000 {
    var file = try RecordFile.open(place)
    _ = try file.append(members("intent", state: run % 100, size: 1_700))
}
var times: [Duration] = []
let clock = ContinuousClock()
for run in 0..<101 {
    let state = run % 100
    times.append(
        try clock.measure {
            let look = try RecordLook(
                of: ByteString("l-\(state)"), at: ByteString("p-\(state)"), in: place)
            precondition(look.history?.serial == 7 && look.damage == nil)
            for (kind, size) in [("intent", 1_700), ("outcome", 200)] {
                var file = try RecordFile.open(place)
                _ = try file.append(members(kind, state: state, size: size))
            }
        })
}
let median = times.sorted()[times.count / 2]
print(Double(median.components.attoseconds) / 1e15 + Double(median.components.seconds) * 1000)
