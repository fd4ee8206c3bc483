import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct ChallengeTests {
    private func change(
        _ effects: [Effect], identity: ByteString? = nil, severity: Severity? = .high,
        decision: Decision = .confirm, address: String = "acme_db.x"
    ) -> JudgedChange {
        JudgedChange(
            change: row(address, [.delete]), effects: effects, category: .data,
            severity: severity, identity: identity, decision: decision, rules: [], recovery: nil)
    }

    private func critical(_ identity: ByteString?, _ number: Int = 0) -> JudgedChange {
        change(
            [.delete], identity: identity, severity: .critical, address: "acme_db.x\(number)")
    }

    private func lines(
        _ changes: [JudgedChange], decision: Decision = .confirm, in environments: [String] = []
    ) -> [String]? {
        let verdict = Verdict(
            decision: decision, facts: person,
            environments: environments.map { RecognisedEnvironment(name: $0, by: "") },
            changes: changes, findings: [], counts: ChangeCounts(), terraformVersion: nil,
            policies: [])
        return Challenge(for: verdict)?.lines.map { "\($0.verb): \($0.expected)" }
    }

    @Test(arguments: [Decision.allow, .warn, .block])
    func `nothing is typed where nothing is asked or nothing helps`(decision: Decision) {
        #expect(lines([critical("courses-prod")], decision: decision) == nil)
    }

    @Test func `a critical loss is typed by its name`() {
        #expect(lines([critical("courses-prod")]) == ["destroy: courses-prod"])
        #expect(
            lines([critical("courses-prod")], decision: .approve, in: ["production"])
                == ["destroy: courses-prod"])
        let replaced = change([.replace], identity: "main", severity: .critical)
        #expect(lines([replaced]) == ["replace: main"])
    }

    @Test func `up to five names are typed, and beyond that one phrase`() {
        let five = (0..<5).map { critical(ByteString("db-\($0)"), $0) }
        #expect(lines(five) == (0..<5).map { "destroy: db-\($0)" })
        #expect(lines(five + [critical("db-5", 5)]) == ["destroy: destroy 6"])
    }

    @Test func `lesser losses are one phrase, after the names`() {
        let lesser = (0..<12).map { _ in change([.delete]) }
        #expect(lines(lesser, in: ["production"]) == ["destroy: destroy 12 in production"])
        #expect(
            lines([critical("courses-prod")] + lesser, in: ["production"])
                == ["destroy: courses-prod", "destroy: destroy 12 in production"])
    }

    @Test func `what nobody asks about is not counted`() {
        let passing = change([.delete], decision: .warn)
        let harmless = change([.create], decision: .allow)
        #expect(lines([passing, harmless, change([.delete])]) == ["destroy: destroy 1"])
    }

    @Test(arguments: [
        ([[Effect.forget]], "forget: forget 1"), ([[.replace]], "replace: replace 1"),
        ([[.replace, .forget]], "replace: replace 1"), ([[.create, .driftLoss]], "drop: drop 1"),
        ([[.update, .disarm]], "disarm: disarm 1"), ([[.invoke]], "invoke: invoke 1"),
        ([[.create, .runsCode]], "run: run 1"), ([[.create]], "apply: apply 1"),
        ([[.replace], [.delete], [.delete]], "destroy: destroy 2, replace 1"), ([], "apply: apply"),
    ])
    func `a phrase says what happens to how many`(effects: [[Effect]], expected: String) {
        let changes = effects.map { change($0) }
        #expect(lines(changes) == [expected])
        #expect(lines(changes, in: ["staging"]) == [expected + " in staging"])
    }

    @Test func `production stands in the phrase before any other environment`() {
        #expect(
            lines([change([.delete])], in: ["acceptance", "production"])
                == ["destroy: destroy 1 in production"])
    }

    @Test(arguments: [
        "", " ", " a", "a ", "a\nb", "a\rb", "a\tb", "a\u{1b}[31mb", "a\u{200b}b", "a\u{202e}b",
        "a\u{a0}b", "a\u{ad}b", "cafe\u{301}", "a\u{7f}", "\u{feff}a", "a\u{2028}b", "\u{e000}",
        String(repeating: "x", count: 61), String(repeating: "日", count: 31),
    ])
    func `a name that cannot be seen or typed gives way to the address`(identity: String) {
        #expect(lines([critical(ByteString(identity))]) == ["destroy: acme_db.x0"])
    }

    @Test(arguments: [
        "courses-prod", "db main", "Ünïcode", "日本語", "arn:aws:s3:::bucket/key", "da\"ta",
        "yesterday", "no-1-fan", "日",
        String(repeating: "x", count: 60), String(repeating: "日", count: 30),
    ])
    func `a name that can be typed is`(identity: String) {
        #expect(lines([critical(ByteString(identity))]) == ["destroy: \(identity)"])
    }

    @Test(arguments: [
        "yes", "YES", "y", "Y", "no", "n", "ok", "true", "1", "0", "\"yes\"", "'no'", "yes.",
        "yes yes", "y-e-s", "-", "--", "\"\"", "()", "null", "none", "apply", "destroy", "a",
    ])
    func `a name that is an answer by itself gives way to the address`(identity: String) {
        #expect(lines([critical(ByteString(identity))]) == ["destroy: acme_db.x0"])
    }

    @Test func `bytes that are no text are not typed`() {
        #expect(lines([critical(ByteString(bytes: [0x61, 0xff]))]) == ["destroy: acme_db.x0"])
    }

    @Test func `what has neither a name nor an address to type is in the phrase`() {
        let long = String(repeating: "x", count: 80)
        let change = change(
            [.delete], identity: nil, severity: .critical, address: "acme_db.\(long)")
        #expect(lines([change, critical("db")]) == ["destroy: db", "destroy: destroy 1"])
    }

    @Test func `two losses of one name are told apart`() {
        #expect(
            lines([critical("db", 1), critical("db", 2)])
                == ["destroy: db", "destroy: acme_db.x2"])
        #expect(
            lines([critical("db", 1), critical("db", 1), critical("db", 1)])
                == ["destroy: db", "destroy: acme_db.x1", "destroy: destroy 1"])
    }
}
