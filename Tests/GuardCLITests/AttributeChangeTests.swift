import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct AttributeChangeTests {
    @Test(arguments: [
        (#"["size"]"#, #"size "s" → "l""#), (#"["count"]"#, "count 1 → 1e400"),
        (#"["on"]"#, "on true → null"), (#"["list",1,"tier"]"#, #"list[1].tier "a" → "b""#),
        (#"["tags","a b"]"#, #"tags["a b"] "x" → "y""#),
        (#"["zones"]"#, #"zones ["a", "b"] → [4 elements]"#),
        (#"["tags"]"#, "tags {1 attribute} → {1 attribute}"),
        (#"["id"]"#, #"id "i-1" → (known after apply)"#),
        (#"["nowhere",3]"#, "nowhere[3] null → null"),
    ])
    func `shows what a path leads to`(path: String, expected: String) {
        let row = row(
            paths: "[\(path)]",
            before: #"""
                {"size":"s","count":1,"on":true,"list":[{},{"tier":"a"}],"tags":{"a b":"x"},
                "zones":["a","b"],"id":"i-1"}
                """#,
            after: #"""
                {"size":"l","count":1e400,"list":[{},{"tier":"b"}],"tags":{"a b":"y"},
                "zones":["a","b","c","d"]}
                """#, unknown: #"{"id":true}"#)
        #expect(replacedAttributes(of: row).map(text) == [expected])
    }

    @Test(arguments: [
        (#"{"password":true}"#, "{}"), ("{}", #"{"password":true}"#), ("true", "{}"),
        (#"{"password":[true]}"#, "{}"), (#"{"password":{"a":{"b":true}}}"#, "{}"),
        (nil, "{}"), ("{}", nil), (nil, nil),
    ])
    func `shows no value that may be sensitive`(before: String?, after: String?) {
        let row = row(
            paths: #"[["password"]]"#, before: #"{"password":"hunter2"}"#,
            after: #"{"password":"hunter3"}"#, masks: (before, after))
        #expect(replacedAttributes(of: row).map(text) == ["password (sensitive) → (sensitive)"])
    }

    @Test func `shows no secret in any output`() {
        var loss = Sample.loss("courses-prod", "a.b", effects: [.replace])
        loss.change = row(
            paths: #"[["password"],["login","password"],["logins"]]"#,
            before: #"""
                {"password":"hunter2","login":{"password":"hunter2"},
                "logins":[{"password":"hunter2"}]}
                """#,
            after: #"{"password":"hunter3","login":{"password":"hunter3"},"logins":["hunter3"]}"#,
            masks: (
                #"{"password":true,"login":{"password":true},"logins":[{"password":true}]}"#,
                #"{"password":true,"login":true,"logins":true}"#
            ))
        loss.change.actionReason = "replace_because_cannot_update"
        let verdict = Sample.verdict([loss], facts: Sample.agent)
        let screen = confirmationScreen(
            verdict, challenge: Sample.challenge("courses-prod"),
            size: TerminalSize(columns: 80, rows: 60), style: .plain)
        let outputs = [
            humanReport(verdict, width: 80, style: .plain), screen.text + screen.prompts.joined(),
            handOver(
                verdict, stopsAPerson: false, command: ["tfguard"], in: nil, width: 80,
                style: .plain),
            String(decoding: jsonReport(verdict, of: PlanIdentity()), as: UTF8.self),
        ]
        #expect(outputs[0].contains(" password (sensitive) → (sensitive), "))
        for output in outputs { #expect(!output.contains("hunter")) }
    }

    @Test func `shortens a long value, and never the path`() {
        let value = String(repeating: "x", count: 5000)
        let row = row(
            paths: #"[["user_data"]]"#, before: "{\"user_data\":\"\(value)\"}",
            after: #"{"user_data":""}"#)
        let change = replacedAttributes(of: row)[0]
        #expect(change.path == "user_data")
        #expect(change.before.count == 50)
        #expect(change.after == "\"\"")
    }

    @Test(arguments: ["null", "{}", "[]", "[null]", "\"x\""])
    func `has nothing to show where no path is`(paths: String) {
        #expect(replacedAttributes(of: row(paths: paths, before: "{}", after: "{}")).isEmpty)
    }

    private func row(
        paths: String, before: String, after: String, unknown: String = "{}",
        masks: (String?, String?) = ("{}", "{}")
    ) -> ResourceChange {
        var row = Sample.row("a.b", actions: [.delete, .create])
        row.replacePaths = json(paths)
        row.before = json(before)
        row.after = json(after)
        row.afterUnknown = json(unknown)
        row.beforeSensitive = masks.0.map(json)
        row.afterSensitive = masks.1.map(json)
        return row
    }

    private func text(_ change: AttributeChange) -> String {
        "\(change.path) \(change.before) → \(change.after)"
    }
}
