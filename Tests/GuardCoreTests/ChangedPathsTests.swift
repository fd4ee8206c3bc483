import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct ChangedPathsTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let before: String?
        let after: String?
        let unknown: String?
        let paths: [String]

        init(
            _ name: String, _ before: String?, _ after: String?, unknown: String? = nil,
            _ paths: [String]
        ) {
            testDescription = name
            self.before = before
            self.after = after
            self.unknown = unknown
            self.paths = paths
        }
    }

    @Test(arguments: [
        Row("nothing", #"{"a":1,"b":[{}]}"#, #"{"a":1,"b":[{}]}"#, []),
        Row("one of several", #"{"a":1,"b":2}"#, #"{"a":1,"b":3}"#, ["b"]),
        Row("another order", #"{"a":1,"b":2,"c":3}"#, #"{"c":3,"b":4,"a":1}"#, ["b"]),
        Row("one more, and one less", #"{"a":1,"c":3}"#, #"{"b":2,"c":3}"#, ["a", "b"]),
        Row("a null that is left out", #"{"a":null,"b":2}"#, #"{"b":2}"#, []),
        Row("created", nil, #"{"a":1,"b":{"c":[2]},"d":null,"e":{}}"#, ["a", "b.c[0]", "e"]),
        Row("deleted", #"{"a":1,"b":[{"c":2}]}"#, "null", ["a", "b[0].c"]),
        Row("of another kind", #"{"a":{"b":1}}"#, #"{"a":[1]}"#, ["a", "a.b", "a[0]"]),
        Row("a text for an object", #"{"a":{"b":1}}"#, #"{"a":"x"}"#, ["a", "a.b"]),
        Row(
            "a list around an object", #"{"a":{"b":1}}"#, #"{"a":[{"b":1}]}"#,
            [
                "a", "a.b", "a[0].b",
            ]),
        Row("an empty block and none", #"{"a":{}}"#, #"{"a":null}"#, ["a"]),
        Row("a longer list", #"{"a":[1,2]}"#, #"{"a":[1,2,3]}"#, ["a[2]"]),
        Row("the number's text", #"{"a":1.0,"b":12}"#, #"{"a":1,"b":1}"#, ["a", "b"]),
        Row("an escape of the same", #"{"a":"\u0041"}"#, #"{"a":"A"}"#, []),
        Row("an escaped key", #"{"\u0061":1,"b":1}"#, #"{"a":1,"b":2}"#, ["b"]),
        Row("space between", #"{"a": {"b" : 1}, "c":[ ]}"#, #"{"a":{"b":1},"c":[]}"#, []),
        Row("a key that is no name", #"{"t":{"a.b":1}}"#, #"{"t":{"a.b":2}}"#, [#"t["a.b"]"#]),
        Row("a quote in a key", #"{"a\"b":1}"#, #"{"a\"b":2}"#, [#"["a\"b"]"#]),
        Row("unknown", #"{"a":1}"#, #"{"a":1}"#, unknown: #"{"a":true}"#, ["a"]),
        Row("unknown and not there", nil, #"{"a":1}"#, unknown: #"{"id":true}"#, ["a", "id"]),
        Row(
            "an unknown part", #"{"a":[{"b":1,"c":2}]}"#, #"{"a":[{"c":2}]}"#,
            unknown: #"{"a":[{"b":true}]}"#, ["a[0].b"]),
        Row(
            "an unknown part of the same", #"{"a":{"b":1}}"#, #"{"a":{"b":1}}"#,
            unknown: #"{"a":{"b":true,"c":true,"d":false}}"#, ["a.b", "a.c"]),
        Row(
            "wholly unknown", #"{"a":{"b":1,"c":[2]}}"#, #"{"a":{"b":1,"c":[2]}}"#,
            unknown: #"{"a":true}"#, ["a.b", "a.c[0]"]),
        Row("known", #"{"a":1}"#, #"{"a":1}"#, unknown: #"{"a":false}"#, []),
        Row("no objects", "1", "2", [""]),
    ])
    func `the attributes that a change gives another value are listed`(row: Row) {
        let change = change(row.before, row.after, row.unknown)
        #expect(ChangedPaths(of: change).list == row.paths.map { ByteString($0) })
    }

    @Test func `walking the texts finds what comparing the trees finds`() {
        var generator = Seeded(state: 41)
        for round in 0..<4_000 {
            let before = PlanValue.anyObject(&generator, depth: 4)
            let after = before.changed(&generator)
            let unknown = after.mask(&generator)
            expectAgreement(
                change(
                    round % 17 == 0 ? nil : before.text(&generator),
                    round % 19 == 0 ? "null" : after.text(&generator),
                    round % 3 == 0 ? nil : unknown.text(&generator)))
        }
    }

    @Test(arguments: [98, 99, 100, 101, 102, 150])
    func `what nests too deep counts as changed, alike or not`(depth: Int) {
        for (opening, closing) in [("{\"a\":", "}"), ("[", "]")] {
            let nested = { (core: String) in
                String(repeating: opening, count: depth) + core
                    + String(repeating: closing, count: depth)
            }
            for (old, new) in [("1", "1"), ("1", "2"), ("{}", "{}"), ("[]", "null")] {
                expectAgreement(change(nested(old), nested(new), nil))
                expectAgreement(change(nested(old), nested(new), nested("true")))
                expectAgreement(change(nested(old), nil, nil))
            }
        }
    }

    @Test(arguments: [9_999, 10_000, 10_001])
    func `of more than ten thousand attributes any may have changed`(count: Int) {
        let list = { (value: Int) in
            "{\"a\":[" + (0..<count).map { _ in "\(value)" }.joined(separator: ",") + "],\"b\":1}"
        }
        let change = change(list(1), list(2), nil)
        expectAgreement(change)
        #expect((ChangedPaths(of: change).list == nil) == (count > 10_000))
    }

    @Test func `of more text than anybody reads any attribute may have changed`() {
        let key = String(repeating: "k", count: 1 << 20)
        let list = { (value: Int) in
            "{\"\(key)\":[" + (0..<20).map { _ in "\(value)" }.joined(separator: ",") + "]}"
        }
        let paths = ChangedPaths(of: change(list(1), list(2), nil))
        #expect(paths.list == nil)
        #expect(paths.containsMatch(of: [Glob("other", .address)]))
        #expect(!paths.isCovered(by: [Glob("**", .address)]))
    }

    // MARK: Parts

    private func change(_ before: String?, _ after: String?, _ unknown: String?) -> ResourceChange {
        row("x.y", [.update], before: before, after: after, afterUnknown: unknown)
    }

    private static let patterns = [
        ["a"], ["b.c"], ["a.b.c", "d"], ["*"], ["**"], ["a.*", "b"], ["*.c"], ["a[0].b"],
        ["a[*].b", "c"], ["a*"], [#"a["k.x"]"#], [#"*["k.x"].*"#], ["d.?"], ["**.b"],
        ["a", "b", "c", "d", "k.x", "[*]", "\u{e9}*"],
    ].map { $0.map { Glob($0, .address) } }

    private func expectAgreement(_ change: ResourceChange) {
        let paths = ChangedPaths(of: change)
        let plain = PlainChangedPaths(of: change)
        #expect(paths.list == plain.list, "\(change)")
        for patterns in Self.patterns {
            #expect(
                paths.containsMatch(of: patterns) == plain.containsMatch(of: patterns),
                "\(patterns.map(\.text)) of \(plain.list ?? [])")
            #expect(
                paths.isCovered(by: patterns) == plain.isCovered(by: patterns),
                "\(patterns.map(\.text)) of \(plain.list ?? [])")
        }
    }
}

/// A value as plans have them, of which the text can be written in several ways.
private indirect enum PlanValue {
    case literal(String)
    case string(String)
    case array([PlanValue])
    case object([(key: String, value: PlanValue)])

    private static let keys = ["a", "b", "c", "d", "k.x", "q\"\\", "", "\u{e9}t\u{e9}", "a b"]

    static func anyObject(_ generator: inout Seeded, depth: Int) -> PlanValue {
        var members: [(key: String, value: PlanValue)] = []
        for key in keys where Int.random(in: 0..<3, using: &generator) == 0 {
            members.append((key, anyValue(&generator, depth: depth - 1)))
        }
        return .object(members)
    }

    static func anyValue(_ generator: inout Seeded, depth: Int) -> PlanValue {
        switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &generator) {
        case 0: .literal("null")
        case 1: .literal(Bool.random(using: &generator) ? "true" : "false")
        case 2: .literal(["1", "1.0", "12", "-3e400"].randomElement(using: &generator) ?? "0")
        case 3, 4:
            .string(["A", "\u{e9}\n", "", "A\"B", "A\\"].randomElement(using: &generator) ?? "")
        case 5: .array([])
        case 6, 7:
            .array(
                (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
                    anyValue(&generator, depth: depth - 1)
                })
        case _: anyObject(&generator, depth: depth)
        }
    }

    /// The value with a few other parts.
    func changed(_ generator: inout Seeded) -> PlanValue {
        if Int.random(in: 0..<12, using: &generator) == 0 {
            return PlanValue.anyValue(&generator, depth: 2)
        }
        switch self {
        case .literal, .string: return self
        case .array(var elements):
            elements = elements.map { $0.changed(&generator) }
            if Int.random(in: 0..<6, using: &generator) == 0 { _ = elements.popLast() }
            if Int.random(in: 0..<6, using: &generator) == 0 {
                elements.append(PlanValue.anyValue(&generator, depth: 1))
            }
            return .array(elements)
        case .object(var members):
            members = members.map { ($0.key, $0.value.changed(&generator)) }
            if !members.isEmpty, Int.random(in: 0..<6, using: &generator) == 0 {
                members.remove(at: members.indices.randomElement(using: &generator) ?? 0)
            }
            if Int.random(in: 0..<6, using: &generator) == 0 {
                members.append(("new", PlanValue.anyValue(&generator, depth: 1)))
            }
            return .object(members)
        }
    }

    /// What may be unknown of the value, or of one like it.
    func mask(_ generator: inout Seeded) -> PlanValue {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return .literal("true")
        case 1: return .literal("false")
        case 2: return .object([("arn", .literal("true")), ("a", .literal("true"))])
        case 3: return .array([.literal("false"), .literal("true")])
        case _: break
        }
        switch self {
        case .literal, .string: return .literal("false")
        case .array(let elements): return .array(elements.map { $0.mask(&generator) })
        case .object(let members):
            return .object(
                members.filter { _ in Bool.random(using: &generator) }
                    .map { ($0.key, $0.value.mask(&generator)) })
        }
    }

    func text(_ generator: inout Seeded) -> String {
        let space = Int.random(in: 0..<8, using: &generator) == 0 ? " " : ""
        switch self {
        case .literal(let text): return text
        case .string(let text): return quoted(text, &generator)
        case .array(let elements):
            let texts = elements.map { $0.text(&generator) }
            let inner: String = texts.joined(separator: "\(space),\(space)")
            return "[\(space)\(inner)\(space)]"
        case .object(var members):
            members.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            if Int.random(in: 0..<5, using: &generator) == 0 {
                members.shuffle(using: &generator)
            }
            let texts: [String] = members.map { member in
                let key = quoted(member.key, &generator)
                return "\(key)\(space):\(space)\(member.value.text(&generator))"
            }
            let inner: String = texts.joined(separator: "\(space),\(space)")
            return "{\(space)\(inner)\(space)}"
        }
    }

    /// The text, now and then with an escape that need not be.
    private func quoted(_ text: String, _ generator: inout Seeded) -> String {
        let escapesAll = Int.random(in: 0..<6, using: &generator) == 0
        let characters: [String] = text.unicodeScalars.map { scalar in
            if escapesAll || scalar.value < 0x20 {
                let digits = String(scalar.value, radix: 16)
                let zeros = String(repeating: "0", count: 4 - digits.count)
                return "\\u\(zeros)\(digits)"
            }
            let mustEscape = scalar == "\"" || scalar == "\\"
            return mustEscape ? "\\\(scalar)" : String(scalar)
        }
        return "\"\(characters.joined())\""
    }
}
