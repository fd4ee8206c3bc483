import TestSupport
import Testing

@testable import Diagnostics

@Suite struct DiagnosticRendererTests {
    private func rendered(
        _ marked: String, detail: String = "", name: String = "tfguard.hcl",
        style: TextStyle = .plain, width: Int = 78
    ) -> String {
        let source = MarkedSource(marked)
        let file = SourceFile(name: name, bytes: source.bytes)
        let range = source.ranges[0]
        let diagnostic = Diagnostic(
            "Unsupported argument", detail: detail,
            at: SourceRange(file: file, start: range.lowerBound, end: range.upperBound),
            in: "rule \"no-destroy\"")
        return DiagnosticRenderer(style: style, width: width).render([diagnostic])
    }

    /// The line of code and the line of carets, without the rule.
    private func code(_ marked: String, width: Int = 78) -> [String] {
        let lines = rendered(marked, width: width).split(separator: "\n")
        return lines[4...5].map { String($0.dropFirst(2)) }
    }

    @Test func `looks as Terraform's own`() {
        let text = rendered(
            "rule \"no-destroy\" {\n  «decison» = \"block\"\n}\n",
            detail: "A rule has no argument \"decison\". Did you mean \"decision\"?")
        #expect(
            text == """
                ╷
                │ Error: Unsupported argument
                │
                │   on tfguard.hcl line 2, in rule "no-destroy":
                │    2:   decison = "block"
                │         ^^^^^^^
                │
                │ A rule has no argument "decison". Did you mean "decision"?
                ╵

                """)
    }

    @Test func `is coloured where colours are wanted, and only there`() {
        let text = rendered("«a» = 1\n", style: .coloured)
        #expect(text.contains("\u{1B}[1;31mError: \u{1B}[0m\u{1B}[1mUnsupported argument\u{1B}[0m"))
        #expect(text.contains("\u{1B}[31m^\u{1B}[0m"))
        #expect(!rendered("«a» = 1\n").contains("\u{1B}"))
    }

    @Test(arguments: [
        ("a = «b»\n", "   1: a = b", "          ^"),
        ("\ta = «bcd»\n", "   1:     a = bcd", "              ^^^"),
        ("ab\t= «b»\n", "   1: ab  = b", "            ^"),
        ("a = [«\t\"x\"»]\n", "   1: a = [   \"x\"]", "           ^^^^^^"),
        ("# 東京\n\na = \"東京\" «+» 1\n", "   3: a = \"東京\" + 1", "                 ^"),
        ("a = «\"東京\"»\n", "   1: a = \"東京\"", "          ^^^^^^"),
        ("a = \"👩‍👩‍👧‍👦\" «b»\n", "   1: a = \"👩‍👩‍👧‍👦\" b", "               ^"),
        ("a = \"e\u{301}\" «b»\n", "   1: a = \"e\u{301}\" b", "              ^"),
        ("a =«»\n", "   1: a =", "         ^"),
        ("a = b«\n»c\n", "   1: a = b", "           ^"),
        ("a = «[1,\n2]»\n", "   1: a = [1,", "          ^^^"),
        ("a = «1»\r\n", "   1: a = 1", "          ^"),
        ("a = «1»", "   1: a = 1", "          ^"),
        ("«»", "   1: ", "      ^"),
    ])
    func `underlines exactly the range`(marked: String, line: String, carets: String) {
        #expect(code(marked) == [line, carets])
    }

    @Test func `shows a hostile line harmless, and still underlines the range`() {
        let shown = code("a = \"\u{1B}]0;x\u{7}\u{202E}\" «b»\n")
        #expect(
            shown == [
                "   1: a = \"\\u001b]0;x\\u0007\\u202e\" b",
                "                                   ^",
            ])
    }

    @Test func `shows harmless names and texts`() {
        let text = rendered("«a» = 1\n", detail: "\u{1B}[2J", name: "x\n\u{1B}[1m.hcl")
        #expect(text.contains("on x\\n\\u001b[1m.hcl line 1"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `cuts a line that is too long so that the range is seen`() {
        let long = String(repeating: "x", count: 1_000)
        let right = code("\(long)«abc»\(long)\n", width: 60)
        #expect(right[0].hasPrefix("   1: …xxx"))
        #expect(right[0].hasSuffix("…"))
        #expect(right.allSatisfy { TerminalText.width(of: $0) <= 60 })
        let carets = right[1].prefix { $0 == " " }.count
        #expect(right[0].dropFirst(carets).hasPrefix("abc"))
        let marked = code("«\(long)»\n", width: 60)
        #expect(marked[1].count <= 60)
        #expect(code("«a» = \(long)\n", width: 60)[0].hasPrefix("   1: a = xxx"))
    }

    @Test func `wraps the detail, and leaves what is indented`() {
        let text = rendered(
            "«a» = 1\n",
            detail: "One two three four five six seven.\n  one two three four five six seven",
            width: 30)
        #expect(
            text.hasSuffix(
                """
                │ One two three four five six
                │ seven.
                │   one two three four five six seven
                ╵

                """))
    }

    @Test func `says what has no place without one`() {
        let text = DiagnosticRenderer(style: .plain).render([
            Diagnostic("No policy", detail: "", severity: .warning)
        ])
        #expect(text == "╷\n│ Warning: No policy\n╵\n")
    }

    @Test func `sorts warnings before errors, and each by file and place`() {
        let a = SourceFile(name: "a.hcl", bytes: Array("one\ntwo\nthree\n".utf8))
        let b = SourceFile(name: "b.hcl", bytes: Array("one\n".utf8))
        func at(_ file: SourceFile, _ start: Int) -> SourceRange {
            SourceRange(file: file, start: start, end: start + 1)
        }
        let text = DiagnosticRenderer(style: .plain).render([
            Diagnostic("5", detail: "", at: at(b, 0)),
            Diagnostic("4", detail: "", at: at(a, 8)),
            Diagnostic("1", detail: "", severity: .warning, at: at(b, 0)),
            Diagnostic("3", detail: "", at: at(a, 4)),
            Diagnostic("2", detail: ""),
        ])
        let order = text.split(separator: "\n").filter {
            $0.hasPrefix("│ Error: ") || $0.hasPrefix("│ Warning: ")
        }
        #expect(order.map { $0.last } == ["1", "2", "3", "4", "5"])
    }
}
