import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct DisarmTests {
    struct Case: CustomTestStringConvertible {
        let catalog: String
        let before: String
        let after: String
        let unknown: String?
        let isDisarm: Bool

        init(
            _ catalog: String, _ before: String, _ after: String, unknown: String? = nil,
            _ isDisarm: Bool
        ) {
            self.catalog = catalog
            self.before = before
            self.after = after
            self.unknown = unknown
            self.isDisarm = isDisarm
        }

        var testDescription: String { "\(catalog): \(before) → \(after) \(unknown ?? "")" }
    }

    @Test(arguments: [
        // A protection that holds before and not after.
        Case("protected_by = { p = true }", #"{"p":true}"#, #"{"p":false}"#, true),
        Case("protected_by = { p = true }", #"{"p":true}"#, #"{"p":null}"#, true),
        Case("protected_by = { p = true }", #"{"p":true}"#, #"{}"#, true),
        Case("protected_by = { p = true }", #"{"p":true}"#, #"{}"#, unknown: #"{"p":true}"#, true),
        Case("protected_by = { p = true }", #"{"p":true}"#, "null", unknown: "true", true),
        Case("protected_by = { p = true }", #"{"p":true}"#, #"{"p":true}"#, false),
        Case("protected_by = { p = true }", #"{"p":false}"#, #"{"p":true}"#, false),
        Case("protected_by = { p = true }", #"{"p":false}"#, #"{"p":false}"#, false),
        Case("protected_by = { p = true }", #"{"p":"true"}"#, #"{"p":"false"}"#, true),
        Case(
            "protected_by = { p = true }", #"{ "x" : [ 1 , {"p":false} ] , "p" : true }"#,
            #"{ "p" : false }"#, true),
        // What disarms holds after and not before.
        Case("disarmed_by = { f = true }", #"{"f":false}"#, #"{"f":true}"#, true),
        Case("disarmed_by = { f = true }", #"{}"#, #"{"f":true}"#, true),
        Case("disarmed_by = { f = true }", #"{"f":false}"#, #"{"f":null}"#, true),
        Case("disarmed_by = { f = true }", #"{"f":null}"#, #"{"f":null}"#, false),
        Case("disarmed_by = { f = true }", #"{}"#, #"{}"#, false),
        Case("disarmed_by = { f = true }", #"{"f":false}"#, #"{}"#, unknown: #"{"f":true}"#, true),
        Case("disarmed_by = { f = true }", #"{"f":true}"#, #"{}"#, unknown: #"{"f":true}"#, false),
        Case("disarmed_by = { f = true }", #"{"f":true}"#, #"{"f":false}"#, false),
        Case("disarmed_by = { f = true }", #"{"f":true}"#, #"{"f":null}"#, false),
        Case("disarmed_by = { f = \"unset\" }", #"{"f":"x"}"#, #"{"f":null}"#, true),
        Case("disarmed_by = { f = \"unset\" }", #"{"f":[{}]}"#, #"{"f":[]}"#, true),
        Case("disarmed_by = { f = \"set\" }", #"{"f":"x"}"#, #"{"f":null}"#, false),
        Case("disarmed_by = { f = null }", #"{"f":"x"}"#, #"{"f":null}"#, true),
        // Operators and numbers.
        Case("protected_by = { d = \">=7\" }", #"{"d":7}"#, #"{"d":6}"#, true),
        Case("protected_by = { d = \">=7\" }", #"{"d":30}"#, #"{"d":7.0}"#, false),
        Case("protected_by = { d = \">=7\" }", #"{"d":"8"}"#, #"{"d":"6"}"#, true),
        Case(
            "protected_by = { d = \">123456789012345678901234567890\" }",
            #"{"d":123456789012345678901234567891}"#, #"{"d":123456789012345678901234567890}"#, true
        ),
        Case("protected_by = { d = \"<1e400\" }", #"{"d":1e399}"#, #"{"d":10e400}"#, true),
        Case("disarmed_by = { d = 0 }", #"{"d":7}"#, #"{"d":0}"#, true),
        Case("disarmed_by = { d = 0 }", #"{"d":7}"#, #"{"d":-0.0e5}"#, true),
        Case("disarmed_by = { d = 0 }", #"{"d":7}"#, #"{"d":1}"#, false),
        Case("protected_by = { s = \"a|b\" }", #"{"s":"a"}"#, #"{"s":"b"}"#, false),
        Case("protected_by = { s = \"a|b\" }", #"{"s":"a"}"#, #"{"s":"c"}"#, true),
        Case("protected_by = { s = \"!=DELETE\" }", #"{"s":"ABANDON"}"#, #"{"s":"DELETE"}"#, true),
        Case(
            "protected_by = { s = \"!=DELETE\" }", #"{"s":"ABANDON"}"#, #"{"s":"PREVENT"}"#, false),
        // Lists are looked through, and counted.
        Case(
            "protected_by = { \"s.p\" = true }", #"{"s":[{"p":true}]}"#, #"{"s":[{"p":false}]}"#,
            true),
        Case("protected_by = { \"s.p\" = true }", #"{"s":[{"p":true}]}"#, #"{"s":[]}"#, true),
        Case("protected_by = { \"s.p\" = true }", #"{"s":[{"p":true}]}"#, #"{"s":null}"#, true),
        Case(
            "protected_by = { \"s[*].p\" = true }", #"{"s":{"p":true}}"#, #"{"s":{"p":false}}"#,
            true),
        Case(
            "protected_by = { \"s.p\" = true }", #"{"s":[{"p":true},{"p":true}]}"#,
            #"{"s":[{"p":true},{"p":false}]}"#, true),
        Case(
            "protected_by = { \"s.p\" = true }", #"{"s":[{"p":true}]}"#,
            #"{"s":[{"p":false},{"p":true}]}"#, false),
        Case(
            "protected_by = { \"s.p\" = true }", #"{"s":[{"p":true}]}"#, #"{"s":[{}]}"#,
            unknown: #"{"s":[{"p":true}]}"#, true),
        Case("protected_by = { \"a.b\" = true }", #"{"a":true}"#, #"{"a":false}"#, false),
        // Keys as JSON writes them.
        Case("protected_by = { p = true }", ##"{"\u0070":true}"##, ##"{"\u0070":false}"##, true),
        Case("protected_by = { s = \"a<b\" }", ##"{"s":"a\u003cb"}"##, #"{"s":"c"}"#, true),
        Case(
            "protected_by = { p = true }", #"{"q":"\"p\":true","p":false}"#, #"{"p":false}"#, false),
    ])
    func `an update that weakens a protection is a disarm`(example: Case) throws {
        let policy = try policy(
            source("resource \"acme_thing\" {\n  severity = \"high\"\n  \(example.catalog)\n}"),
            source(unrelatedRule, layer: .builtin))
        for actions in [[ChangeAction.update], [.delete, .create]] {
            let row = row(
                "acme_thing.x", actions, before: example.before, after: example.after,
                afterUnknown: example.unknown)
            let verdict = judge(plan(row), under: policy, facts: person)
            #expect(
                verdict.changes.first?.effects.contains(.disarm) == example.isDisarm, "\(actions)")
        }
    }

    @Test(arguments: [[ChangeAction.create], [.delete], [.noOp]])
    func `only what is kept or built anew can be disarmed`(actions: [ChangeAction]) throws {
        let policy = try policy(
            source("resource \"acme_thing\" {\n  protected_by = { p = true }\n}"),
            source(unrelatedRule, layer: .builtin))
        let row = row(
            "acme_thing.x", actions, before: #"{"p":true}"#, after: #"{"p":false}"#)
        let verdict = judge(plan(row), under: policy, facts: person)
        #expect(verdict.changes.first?.effects.contains(.disarm) == false)
    }

    @Test(arguments: [
        ("0", "-0"), ("1", "1.0"), ("10", "1e1"), ("0.1", "1E-1"), ("100e-2", "1"),
        ("123456789012345678901234567890", "1.2345678901234567890123456789e29"),
    ])
    func `numbers are equal by value`(left: String, right: String) {
        #expect(Decimal(left.utf8) != nil)
        #expect(Decimal(left.utf8) == Decimal(right.utf8))
    }

    @Test func `numbers are ordered by value`() throws {
        let ordered = [
            "-1e400", "-12", "-2.5", "-2", "-0.001", "0", "1e-400", "0.5", "2", "2.5", "12",
            "1e399", "1e400", "1e9999999999999999999999",
        ]
        let numbers = try ordered.map { try #require(Decimal($0.utf8)) }
        for (left, right) in zip(numbers, numbers.dropFirst()) {
            #expect(left < right)
            #expect(!(right < left))
        }
    }

    @Test(arguments: ["", "-", "1.", ".5", "1e", "1e+", "0x10", "1 ", "seven", "1.5.5"])
    func `what is no number is none`(text: String) {
        #expect(Decimal(text.utf8) == nil)
    }
}
