import Diagnostics
import TestSupport
import Testing

@testable import HCL

@Suite struct ConstantValueTests {
    private func expression(_ source: String) throws -> Expression {
        let file = SourceFile(name: "a.hcl", bytes: Array("a = \(source)\n".utf8))
        let (body, diagnostics) = parse(file)
        #expect(diagnostics.map(\.summary) == [])
        return try #require(body.attributes.first?.expression)
    }

    static let values: [(source: String, value: Value)] = [
        ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
        ("20", .number("20")), ("-1.5e3", .number("-1.5e3")), ("1e400", .number("1e400")),
        ("\"block\"", .string("block")), ("\"\"", .string("")), ("\"a\\nb\"", .string("a\nb")),
        ("\"$${a}\"", .string("${a}")), ("<<EOT\nx\ny\nEOT", .string("x\ny\n")),
        ("[]", .tuple([])), ("[\"a\", 1,]", .tuple([.string("a"), .number("1")])),
        ("(\"a\")", .string("a")), ("((1))", .number("1")),
        (
            "{a = 1, \"b c\" = [true], (\"d\") = null, 5 = 6, true = 7}",
            .object([
                ("a", .number("1")), ("b c", .tuple([.bool(true)])), ("d", .null),
                ("5", .number("6")), ("true", .number("7")),
            ])
        ),
    ]

    @Test(arguments: values)
    func `is what the literals say`(source: String, value: Value) throws {
        #expect(try expression(source).constantValue() == value)
    }

    @Test(
        arguments: [
            ("«block»", "If \"block\" is meant as text, put it in quotes."), ("«a.b»", nil),
            ("[\"x\", «y»]", nil), ("{a = {b = «c[0]»}}", nil), ("{(«a») = 1}", nil),
            ("\"x ${«a»}\"", nil), ("«1 + 1»", nil), ("«!true»", nil), ("«-\"1\"»", nil),
            ("«f()»", nil), ("«a ? 1 : 2»", nil), ("«[for a in b: a]»", nil),
            ("\"%{ if «a» }x%{ endif }\"", nil), ("{«[1]» = 2}", nil),
        ] as [(String, String?)])
    func `points at what is no literal`(marked: String, remedy: String?) throws {
        let source = MarkedSource(marked)
        let diagnostic = #expect(throws: Diagnostic.self) {
            try expression(source.text).constantValue()
        }
        let range = try #require(diagnostic?.range)
        #expect(range.start - 4..<range.end - 4 == source.ranges[0])
        if let remedy { #expect(diagnostic?.detail.hasSuffix(remedy) ?? false) }
    }

    @Test(arguments: ["{a = 1, «a» = 2}", "{a = 1, «\"a\"» = 2}", "{1 = 1, «\"1\"» = 2}"])
    func `refuses a key that stands twice`(marked: String) throws {
        let source = MarkedSource(marked)
        let diagnostic = #expect(throws: Diagnostic.self) {
            try expression(source.text).constantValue()
        }
        #expect(diagnostic?.summary == "Duplicate key")
        let range = try #require(diagnostic?.range)
        #expect(range.start - 4..<range.end - 4 == source.ranges[0])
    }
}
