import TerraformPlan
import TestSupport
import Testing

@testable import GuardCore

/// A request for a command tells an approver all that it was judged by, and no secret.
@Suite struct SurgeryListTests {
    static let hazards: [SurgeryHazard] = [
        .otherLineage, .drops(3), .notNewer(pushed: 4, current: 5), .unchecked, .discards(2),
    ]

    static func surgery() -> Surgery {
        let row = ResourceChange(
            address: "db.main", type: "db", name: "main", providerName: "p", actions: [.forget],
            before: json(#"{"name":"courses","password":"hunter2"}"#),
            beforeSensitive: json(#"{"password":true}"#))
        return Surgery(
            .statePush, flags: ["force"], changes: [row], stateCount: 41, hazards: hazards)
    }

    @Test func `what was judged is read from it again`() throws {
        let list = try #require(ChangeList(Self.surgery(), arguments: ["terraform", "state"]))
        let bytes = try #require(CanonicalJSON.bytes(of: list.value))
        let read = try #require(ChangeList(value: JSONText(bytes: bytes).value))
        let surgery = try #require(read.surgery)
        #expect(surgery.command == .statePush)
        #expect(surgery.flags == ["force"])
        #expect(surgery.stateCount == 41)
        #expect(surgery.hazards == Self.hazards)
        #expect(surgery.changes.map(\.address) == ["db.main"])
        #expect(surgery.changes.map(\.actions) == [[.forget]])
        #expect(read.arguments == ["terraform", "state"])
        #expect(read.plan == nil)
    }

    @Test func `a secret of the state is not in it`() throws {
        let list = try #require(ChangeList(Self.surgery(), arguments: ["terraform"]))
        let text = String(
            decoding: try #require(CanonicalJSON.bytes(of: list.value)), as: UTF8.self)
        #expect(text.contains("courses"))
        #expect(!text.contains("hunter2"))
    }

    @Test(arguments: [
        ("\"drops\"", "\"gains\""), ("\"flags\":[\"force\"]", "\"flags\":[1]"),
        ("\"state push\"", "\"state pop\""), ("\"arguments\":[\"terraform\"]", "\"arguments\":1"),
        ("\"kind\":\"unchecked\"", "\"count\":1,\"kind\":\"unchecked\""),
    ])
    func `a list that is not one of ours tells of no command`(original: String, other: String)
        throws
    {
        let list = try #require(ChangeList(Self.surgery(), arguments: ["terraform"]))
        let text = String(
            decoding: try #require(CanonicalJSON.bytes(of: list.value)), as: UTF8.self)
        #expect(text.contains(original))
        let changed = JSONText(bytes: Array(text.replacing(original, with: other).utf8)).value
        #expect(ChangeList(value: changed)?.surgery == nil)
    }
}
