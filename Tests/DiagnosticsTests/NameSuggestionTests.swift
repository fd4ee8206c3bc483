import Testing

@testable import Diagnostics

@Suite struct NameSuggestionTests {
    static let arguments = [
        "actions", "types", "addresses", "categories", "severities", "environments", "actors",
        "decision", "reason", "remedy", "when", "unless", "during", "outside",
    ]

    @Test(arguments: [
        ("decison", "decision"), ("decisoin", "decision"), ("Decision", "decision"),
        ("DECISON", "decision"), ("action", "actions"), ("adresses", "addresses"),
        ("enviroments", "environments"), ("resaon", "reason"), ("wehn", "when"),
        ("actor", "actors"), ("unles", "unless"),
    ])
    func `finds what was meant`(given: String, meant: String) {
        #expect(nameSuggestion(for: given, among: Self.arguments) == meant)
    }

    @Test(arguments: ["", "x", "xy", "foo", "banana", "providers", "when_all_else_fails"])
    func `does not guess`(given: String) {
        #expect(nameSuggestion(for: given, among: Self.arguments) == nil)
    }

    @Test func `takes the nearest, and the first of the equally near`() {
        #expect(nameSuggestion(for: "create", among: ["created", "creates", "create"]) == "create")
        #expect(nameSuggestion(for: "bat", among: ["cat", "hat"]) == "cat")
    }

    @Test func `is quick with names of any length`() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(nameSuggestion(for: long, among: [long]) == nil)
        #expect(nameSuggestion(for: "a", among: [long]) == nil)
    }
}
