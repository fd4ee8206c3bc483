import TerraformPlan
import Testing

@testable import GuardCore

/// A pin that expects a new state answers for a missing one until a state has been seen.
@Suite struct PinHistoryTests {
    private static func line(_ kind: String, pin: String? = nil, lineage: String? = nil) -> String {
        var members = #""kind":"\#(kind)","lineage":"","place":"p""#
        if let pin { members += #","pin_sha256":"\#(pin)""# }
        if let lineage, lineage.isEmpty { members += #","state":{"lineage":""}"# }
        if let lineage, !lineage.isEmpty {
            members += #","state":{"lineage":"\#(lineage)","serial":1,"resources":1}"#
        }
        return members
    }

    private static let pinned = line("pin", pin: "d")
    private static let begun = line("intent", pin: "d", lineage: "")

    @Test(arguments: [
        ("written", [pinned], "d"), ("an apply of it", [pinned, begun], "d"),
        ("an apply that left nothing", [pinned, begun, line("outcome")], "d"),
        ("an apply that made a state", [pinned, begun, line("outcome", lineage: "l")], nil),
        ("the next apply", [pinned, line("intent", pin: "d", lineage: "l")], nil),
        ("written anew", [line("intent", pin: "d", lineage: "l"), pinned], "d"),
        ("taken away", [pinned, line("pin", pin: "")], ""),
        ("no pin", [line("intent", lineage: "")], nil),
    ])
    func `it is known whether a state has been seen since a pin was written`(
        what: String, lines: [String], pin: String?
    ) throws {
        var bytes: [UInt8] = []
        for (number, members) in lines.enumerated() {
            bytes +=
                AuditLine.sealed(
                    number: number + 1, previous: AuditLine.start, members: Array(members.utf8)
                ).text
        }
        var reader = HistoryReader(lineage: "", place: "p")
        reader.read(bytes)
        #expect(try #require(reader.history).pinSinceState == pin, "\(what)")
    }
}
