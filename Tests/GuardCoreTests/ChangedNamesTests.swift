import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct ChangedNamesTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let before: String?
        let after: String?
        var unknown: String? = "{}"
        let path: String
        let mayHold: Bool

        init(
            _ name: String, _ before: String?, _ after: String?, unknown: String? = "{}",
            _ path: String, _ mayHold: Bool
        ) {
            testDescription = name
            self.before = before
            self.after = after
            self.unknown = unknown
            self.path = path
            self.mayHold = mayHold
        }
    }

    @Test(arguments: [
        Row("the same", #"{"a":1,"b":2}"#, #"{"a":1,"b":2}"#, "a", false),
        Row(
            "beside one that changes", #"{"a":1,"b":2}"#, #"{"a":1,"b":3}"#, "a", false
        ),
        Row("another value", #"{"a":1,"b":2}"#, #"{"a":1,"b":3}"#, "b", true),
        Row("below a block", #"{"a":[{"b":1}]}"#, #"{"a":[{"b":2}]}"#, "a.b", true),
        Row("unknown", #"{"a":1}"#, #"{"a":1}"#, unknown: #"{"a":true}"#, "a", true),
        Row(
            "unknown in a part", #"{"a":{}}"#, #"{"a":{}}"#, unknown: #"{"a":{"b":true}}"#, "a.b",
            true),
        Row("known", #"{"a":1}"#, #"{"a":1}"#, unknown: #"{"a":false}"#, "a", false),
        Row("wholly unknown", #"{"a":1}"#, #"{"a":1}"#, unknown: "true", "a", true),
        Row("nothing unknown", #"{"a":1}"#, #"{"a":1}"#, unknown: "false", "a", false),
        Row("no word on what is unknown", #"{"a":1}"#, #"{"a":1}"#, unknown: nil, "a", false),
        Row("a member is gone", #"{"a":1,"b":2}"#, #"{"a":1}"#, "b", true),
        Row("in another order", #"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, "a", true),
        Row("no object before", "null", #"{"a":1}"#, "a", true),
        Row("not there afterwards", #"{"a":1}"#, nil, "a", true),
        Row("any key", #"{"a":1}"#, #"{"a":2}"#, "*.b", true),
        Row("a name with an escape", #"{"\u0061":1}"#, #"{"\u0061":2}"#, "a", true),
    ])
    func `an attribute that may have changed is never passed over`(row: Row) throws {
        let change = ResourceChange(
            address: "x.y", type: "x", name: "y", providerName: "p", actions: [.update],
            before: row.before.map { JSONText(bytes: Array($0.utf8)) },
            after: row.after.map { JSONText(bytes: Array($0.utf8)) },
            afterUnknown: row.unknown.map { JSONText(bytes: Array($0.utf8)) })
        let path = try #require(AttributePath(row.path))
        #expect(ChangedNames(of: change).mayHold(path) == row.mayHold)
    }
}
