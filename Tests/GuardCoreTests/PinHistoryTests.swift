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
        #expect(try history(lines).pinSinceState == pin, "\(what)")
    }

    @Test(arguments: [
        ("a script", #""typed":false,"approved_by":[]"#, []),
        ("an older tfguard", "\"user\":\"ada\"", []),
        ("a person", #""typed":true,"approved_by":[]"#, [RecordedPin("d")]),
        ("others", #""typed":false,"approved_by":["grace"]"#, [RecordedPin("d")]),
        ("what it waited for", #""typed":false,"fulfils":"n""#, [RecordedPin("d", fulfils: "n")]),
    ])
    func `a pin is vouched for by who typed or approved it, also behind an intent`(
        who: String, members: String, pins: [RecordedPin]
    ) throws {
        let pin = Self.pinned + #","directory":"/live","workspace":"default","# + members
        let first = try history([pin])
        #expect(first.recordedPins == pins, "\(who)")
        // An intent repeats what was known; that something was applied under a pin vouches for none.
        let known = pins.map { pin in
            let fulfilled = pin.fulfils.map { "\"\($0)\"" } ?? "null"
            return #"{"directory":"/live","pin_sha256":"d","fulfils":\#(fulfilled)}"#
        }
        let intent =
            Self.line("intent", pin: "x", lineage: "l")
            + ",\"known\":{\"vouched_pins\":[\(known.joined(separator: ","))]}"
        #expect(try history([pin, intent]).recordedPins == pins, "\(who)")
    }

    private func history(_ lines: [String]) throws -> RecordHistory {
        var bytes: [UInt8] = []
        for (number, members) in lines.enumerated() {
            bytes +=
                AuditLine.sealed(
                    number: number + 1, previous: AuditLine.start, members: Array(members.utf8)
                ).text
        }
        var reader = HistoryReader(lineage: "", place: "p")
        reader.read(bytes)
        return try #require(reader.history)
    }
}

extension RecordedPin {
    fileprivate init(_ digest: String, fulfils: String? = nil) {
        self.init(directory: "/live", digest: digest, fulfils: fulfils)
    }
}
