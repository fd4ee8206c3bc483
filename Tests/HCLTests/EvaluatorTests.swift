import Diagnostics
import TestSupport
import Testing

@testable import HCL

/// What a policy's expressions come to, beside what Terraform itself is asked about.
@Suite struct EvaluatorTests {
    static let scope = Scope(
        variables: [
            "change": .object([
                ("type", .string("aws_db_instance")),
                ("before", .null),
                (
                    "after",
                    .object([
                        ("name", .string("orders")), ("size", .number("20")), ("id", .unknown),
                        ("tags", .null), ("ports", .tuple([.number("1"), .unknown])),
                    ])
                ),
            ]),
            "environments": .tuple([.string("production")]),
            "plan": .object([("targets", .tuple([]))]),
            "later": .unknown,
        ], emptyWhenNull: ["before", "after"])

    private func evaluate(_ source: String) throws -> Value {
        let file = SourceFile(name: "a.hcl", bytes: Array(source.utf8))
        let (expression, diagnostics) = parseExpression(file)
        #expect(diagnostics.map(\.summary) == [])
        return try expression.value(in: Self.scope)
    }

    @Test(
        arguments: [
            ("change.type", .string("aws_db_instance")),
            ("change[\"type\"]", .string("aws_db_instance")),
            ("contains(environments, \"production\")", .bool(true)),
            ("length(plan.targets) > 0 || change.after.size >= 20", .bool(true)),
            ("startswith(change.type, \"aws_\") ? \"aws\" : \"other\"", .string("aws")),
            ("\"${change.type}: ${change.after.size}\"", .string("aws_db_instance: 20")),
            ("[for change in [1]: change]", .tuple([.number("1")])),
            (
                "[for x in [1, 2]: [for x in [3]: x]]",
                .tuple([.tuple([.number("3")]), .tuple([.number("3")])])
            ),
            // What a null `before` held is null.
            ("change.before.name", .null),
            ("change.before[\"name\"] == null", .bool(true)),
            ("change.before.deletion_protection != true", .bool(true)),
            // Heredocs, lazily chosen results, and numbers as they are.
            ("<<-EOT\n  a ${1 + 1}\n  EOT\n", .string("a 2\n")),
            ("true ? 1 : change.after.nothing", .number("1")),
            ("try(change.after.nothing, \"none\")", .string("none")),
            ("can(change.after.tags.env)", .bool(false)),
        ] as [(String, Value)])
    func `comes to`(source: String, value: Value) throws {
        #expect(try evaluate(source) == value)
    }

    /// Where the comment of `Evaluator` says that we differ from Terraform.
    @Test(
        arguments: [
            ("1.1 * 1.1 == 1.21", .bool(true)),
            ("1 / 3 == 2 / 6", .bool(true)),
            ("(1 / 3) * 3 == 1", .bool(true)),
            ("1 / 3 + 1 / 3 + 1 / 3", .number("1")),
            ("true || null", .bool(true)),
            ("false && null", .bool(false)),
            ("false && change.after.nothing", .bool(false)),
            ("split(\",\", \"a,b\") == [\"a\", \"b\"]", .bool(true)),
            ("tostring(-0)", .string("0")),
        ] as [(String, Value)])
    func `differs on purpose`(source: String, value: Value) throws {
        #expect(try evaluate(source) == value)
    }

    @Test(
        arguments: [
            ("later", .unknown), ("later.x", .unknown), ("later[0]", .unknown),
            ("!later", .unknown),
            ("-later", .unknown), ("later + 1", .unknown), ("later == 1", .unknown),
            ("later < 1", .unknown), ("\"x${later}\"", .unknown), ("later[*].x", .unknown),
            ("[for x in later: x]", .unknown), ("{for x in later: x => x}", .unknown),
            ("[for x in [1]: x if later]", .unknown), ("{(later) = 1}", .unknown),
            ("later ? 1 : 2", .unknown), ("upper(later)", .unknown), ("max(1, later)", .unknown),
            ("[later]", .tuple([.unknown])), ("length([later])", .number("1")),
            ("[1, later][0]", .number("1")), ("[1, later][1]", .unknown), ("[1][later]", .unknown),
            // What the other side decides is known.
            ("later && false", .bool(false)), ("false && later", .bool(false)),
            ("later || true", .bool(true)), ("true || later", .bool(true)),
            ("later && true", .unknown), ("later || false", .unknown),
            ("[1, later] == [2, later]", .bool(false)), ("[1, later] == [1, later]", .unknown),
            ("{a = later} == {b = 1}", .bool(false)), ("[later] == []", .bool(false)),
            ("contains([1, later], 1)", .bool(true)), ("contains([later], 1)", .unknown),
            ("contains([1], later)", .unknown), ("anytrue([later, true])", .bool(true)),
            ("anytrue([later, false])", .unknown), ("alltrue([later, false])", .bool(false)),
            ("coalesce(null, later)", .unknown), ("coalesce(\"a\", later)", .string("a")),
            ("lookup({a = 1}, \"a\", later)", .number("1")), ("lookup({}, \"a\", later)", .unknown),
            ("values({a = later})", .tuple([.unknown])),
            ("keys({a = later})", .tuple([.string("a")])),
            ("join(\",\", [later])", .unknown), ("try(later, 1)", .unknown),
            ("can(later)", .unknown),
            ("can([later])", .unknown),
            // And asking for it is what `known` is for.
            ("known(later, 5)", .number("5")), ("known(1, later)", .number("1")),
            ("known(change.after.id, \"new\")", .string("new")),
            ("known(change.after.ports, [])", .tuple([])),
            ("change.after.ports[0]", .number("1")),
        ] as [(String, Value)])
    func `lets the unknown travel`(source: String, value: Value) throws {
        #expect(try evaluate(source) == value)
    }

    /// Marks what must be underlined.
    @Test(
        arguments: [
            (
                "«nothing».x", "Unknown variable",
                "Here are known: change, environments, later, plan."
            ),
            ("«chnage».type", "Unknown variable", "Did you mean \"change\"?"),
            ("change.«tpye»", "Unsupported attribute", "Did you mean \"type\"?"),
            ("change.after.«nmae»", "Unsupported attribute", "Did you mean \"name\"?"),
            ("change.type.«x»", "Unsupported attribute", nil),
            ("environments.«name»", "Unsupported attribute", "or all with [*]."),
            ("«change.after.tags».env", "Attribute of null", nil),
            ("«change.after.tags»[0]", "Index of null", nil),
            ("environments[«1»]", "Invalid index", nil),
            ("environments[«0.5»]", "Invalid index", nil),
            ("environments[«\"x\"»]", "Unsuitable value", nil),
            ("change[«\"x\"»]", "Invalid index", nil),
            ("«change.type»[0]", "Invalid index", nil),
            ("1 + «change.type»", "Unsuitable value", nil),
            ("«\"a\"» < 1", "Unsuitable value", nil),
            ("1 < 2 && «\"maybe\"»", "Unsuitable value", nil),
            ("!«null»", "Unsuitable value", nil),
            ("1 / «0»", "Division by zero", nil),
            ("1 % «(1 - 1)»", "Division by zero", nil),
            ("«5» ? 1 : 2", "Unsuitable value", nil),
            ("\"x${«[1]»}\"", "Unsuitable value", nil),
            ("[for x in «1»: x]", "Iteration over a single value", nil),
            ("{for x in [1, 1]: «x» => x}", "Duplicate key", nil),
            ("true ? «1 : [1]»", "Inconsistent conditional results", nil),
            ("«lenght»([1])", "Unknown function", "Did you mean \"length\"?"),
            ("«length(1, 2)»", "Wrong number of arguments", nil),
            ("«replace(\"a\", \"b\")»", "Wrong number of arguments", "expected 3, given 2."),
            ("upper(«change»...)", "Invalid expanding argument", nil),
            ("upper(«[1]»)", "Unsuitable value", nil),
            ("regex(«\"(\"», \"a\")", "Invalid regular expression", nil),
            ("regex(\"b\", «\"a\"»)", "No match", nil),
            ("jsondecode(«\"{\"»)", "Invalid JSON", nil),
            ("timecmp(«\"now\"», \"2026-01-01T00:00:00Z\")", "Invalid timestamp", nil),
            (
                "«try(nothing, 1 / 0)»", "No expression succeeded",
                "unknown variable, division by zero."
            ),
            ("«coalesce(null)»", "No argument has a value", nil),
            ("one(«[1, 2]»)", "Invalid function argument", nil),
        ] as [(String, String, String?)])
    func `points at what is wrong`(marked: String, summary: String, ending: String?) throws {
        let source = MarkedSource(marked)
        let diagnostic = #expect(throws: Diagnostic.self) { try evaluate(source.text) }
        #expect(diagnostic?.summary == summary)
        let range = try #require(diagnostic?.range)
        #expect(source.text(of: range.start..<range.end) == source.text(of: source.ranges[0]))
        if let ending { #expect(diagnostic?.detail.hasSuffix(ending) ?? false) }
    }

    /// A message goes to terminals and logs; a value may be a password.
    @Test(arguments: [
        "tonumber(\"hunter2\")", "\"hunter2\" + 1", "\"hunter2\" && true", "\"hunter2\" ? 1 : 2",
        "jsondecode(\"hunter2\")", "timecmp(\"hunter2\", \"hunter2\")", "regex(\"x\", \"hunter2\")",
        "{hunter2 = 1}[\"x\"]", "[1][\"hunter2\"]", "lookup({hunter2 = 1}, \"hunter3\")",
        "{a = {b = {hunter2 = 1}}}.a.b.hunter3", "jsondecode(\"{\\\"hunter2\\\":1}\").hunter3",
        "{for x in [1, 1]: \"hunter2\" => x}", "one([\"hunter2\", \"hunter2\"])",
        "upper([\"hunter2\"])", "{(\"hunter2\") = 1}.x", "min(\"hunter2\", 1)",
    ])
    func `tells no value in a message`(source: String) throws {
        let diagnostic = #expect(throws: Diagnostic.self) { try evaluate(source) }
        let text = (diagnostic?.summary ?? "") + (diagnostic?.detail ?? "")
        #expect(!text.contains("hunter2"))
    }

    /// `[for v0 in [FIRST]: [for v1 in [NEXT of v0]: … LAST of the last … ]]`.
    private static func doubling(first: String, next: (String) -> String, last: String) -> String {
        var source = "[for v0 in [\(first)]: "
        for index in 1..<60 { source += "[for v\(index) in [\(next("v\(index - 1)"))]: " }
        return source + last + String(repeating: "]", count: 60)
    }

    private static let eights = "[for x in [1, 2, 3, 4, 5, 6, 7, 8]: "

    static let laughs: [(name: String, source: String)] = [
        (
            "loops",
            String(repeating: eights, count: 12) + "1" + String(repeating: "]", count: 12)
        ),
        (
            "lists that double",
            doubling(first: "[1, 1]", next: { "[\($0), \($0)]" }, last: "v59 == v59")
        ),
        ("tests of lists", doubling(first: "[1]", next: { "[\($0), \($0)]" }, last: "can(v59)")),
        (
            "text that doubles",
            doubling(first: "\"ha\"", next: { "\"${\($0)}${\($0)}\"" }, last: "v59")
        ),
        (
            "lists of text",
            doubling(first: "\"ha\"", next: { "join(\"\", [\($0), \($0)])" }, last: "v59")
        ),
        (
            "replacements",
            String(repeating: "replace(", count: 40) + "\"a\""
                + String(repeating: ", \"a\", \"aaaa\")", count: 40)
        ),
        (
            "patterns",
            "regex(\"(x+x+)+y\", "
                + doubling(first: "\"x\"", next: { "\"${\($0)}${\($0)}\"" }, last: "1") + ")"
        ),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: laughs)
    func `bounds the work`(name: String, source: String) throws {
        let diagnostic = #expect(throws: Diagnostic.self) { try evaluate(source) }
        #expect(diagnostic?.summary == "Too much work")
    }

    @Test(arguments: [
        "1e99999", "1e-99999", "1e999999999999999999999", "1e1500 * 1e1500", "1e1900 * 1e1900",
    ])
    func `bounds numbers`(source: String) throws {
        let diagnostic = #expect(throws: Diagnostic.self) { try evaluate(source) }
        #expect(diagnostic?.summary == "Number too long")
    }

    /// Terraform has room for these, so that nobody may choose what a condition comes to by one.
    @Test(arguments: [
        "try(1e99999, 0)", "can(1e1900 * 1e1900)", "try(\"1e5000\" + 1, 0)",
        "try(jsondecode(\"[1e5000]\"), 0)", "try(tonumber(\"1e5000\"), 0)",
        "try(jsondecode(\"\(String(repeating: "[", count: 201))\"), 0)",
    ])
    func `lets nobody catch that something is too long or too deep`(source: String) {
        #expect(throws: Diagnostic.self) { try evaluate(source) }
    }

    @Test func `evaluates what is as high as the parser allows`() throws {
        let sum = "1" + String(repeating: " + 1", count: 990)
        #expect(try evaluate(sum) == .number("991"))
        let nested = String(repeating: "(", count: 190) + "1" + String(repeating: ")", count: 190)
        #expect(try evaluate(nested) == .number("1"))
        let negated = String(repeating: "!", count: 190) + "true"
        #expect(try evaluate(negated) == .bool(true))
        let steps = "later" + String(repeating: ".a", count: 240)
        #expect(try evaluate(steps) == .unknown)
        let calls =
            String(repeating: "upper(", count: 190) + "\"a\"" + String(repeating: ")", count: 190)
        #expect(try evaluate(calls) == .string("A"))
        let loops =
            String(repeating: "[for x in [1]: ", count: 120) + "x"
            + String(repeating: "][0]", count: 120)
        #expect(try evaluate(loops) == .number("1"))
    }
}
