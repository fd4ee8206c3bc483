import Diagnostics
import TestSupport
import Testing

@testable import HCL

@Suite struct ReferencesTests {
    private func expression(_ source: String) -> Expression {
        let (expression, diagnostics) = parseExpression(
            SourceFile(name: "a.hcl", bytes: Array(source.utf8)))
        #expect(diagnostics.map(\.summary) == [])
        return expression
    }

    @Test(arguments: [
        ("1 + 2", []),
        ("change.before.size > limit", ["change.before.size", "limit"]),
        ("change[\"after\"].tags[\"env\"]", ["change.after.tags.env"]),
        ("change.after.tags[key].x", ["change.after.tags", "key"]),
        ("change.after.list[0].x", ["change.after.list"]),
        ("plan.targets[*].id", ["plan.targets"]),
        ("[for k, v in change.after: v if k != other]", ["change.after", "other"]),
        ("[for change in plan.changes: change.type]", ["plan.changes"]),
        ("[for x in x: x]", ["x"]),
        ("{for k in a: k => b...}", ["a", "b"]),
        (
            "\"${a} %{ if b }${c}%{ endif }%{ for d in e }${d}${f}%{ endfor }\"",
            ["a", "b", "c", "e", "f"]
        ),
        ("f(a, {(b) = c, d = e}, [g], (h))", ["a", "b", "c", "e", "g", "h"]),
        ("a ? !b : -c", ["a", "b", "c"]), ("a || b || c", ["a", "b", "c"]),
        ("f(a).b", ["a"]),
    ])
    func `lists what is read`(source: String, paths: [String]) {
        let found = expression(source).references.map { reference in
            reference.path.map(\.name).joined(separator: ".")
        }
        #expect(found == paths)
    }

    static let variables: [String: Set<String>] = [
        "change": ["type", "before", "after"], "plan": ["targets"], "actors": [],
    ]

    @Test(
        arguments: [
            ("change.before.anything && contains(actors, \"ci\") && actors.x", nil, nil),
            ("[for x in plan.targets: x.anything]", nil, nil),
            ("upper(actors...)", nil, nil),
            ("«chnage».type", "Unknown variable", "Did you mean \"change\"?"),
            ("«zzz»", "Unknown variable", "Known are actors, change, plan."),
            ("change.«tpye»", "Unsupported attribute", "Did you mean \"type\"?"),
            ("change[«\"befor\"»]", "Unsupported attribute", "Did you mean \"before\"?"),
            ("true || «lenght»(plan.targets)", "Unknown function", "Did you mean \"length\"?"),
            ("false && «split(\"a\")»", "Wrong number of arguments", "expected 2, given 1."),
            ("«lower(1, 2, actors...)»", "Wrong number of arguments", nil),
        ] as [(String, String?, String?)])
    func `finds what is wrong whatever the values are`(
        marked: String, summary: String?, ending: String?
    ) {
        let source = MarkedSource(marked)
        let mistakes = expression(source.text).mistakes(knowing: Self.variables)
        #expect(mistakes.map(\.summary) == [summary].compactMap { $0 })
        #expect(mistakes.compactMap(\.range).map { $0.start..<$0.end } == source.ranges)
        if let ending { #expect(mistakes.first?.detail.hasSuffix(ending) ?? false) }
    }

    @Test func `finds several, in the order of the source`() {
        let mistakes = expression("nope(a) + change.b").mistakes(knowing: Self.variables)
        #expect(
            mistakes.map(\.summary) == [
                "Unknown function", "Unknown variable", "Unsupported attribute",
            ])
    }
}
