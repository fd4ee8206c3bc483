import Testing

@testable import HCL

/// What `regex` matches is compared with Terraform's in `TerraformEvaluationTests`; here is what it
/// refuses, and how long it takes.
@Suite struct RegularExpressionTests {
    private func firstMatch(_ pattern: String, _ text: String) throws -> String? {
        let expression = try RegularExpression(pattern)
        let scalars = Array(text.unicodeScalars)
        var steps = 0
        let saved = expression.firstMatch(in: scalars, steps: &steps, limit: .max)
        guard let start = saved?[0], let end = saved?[1] else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        return String(view)
    }

    @Test(arguments: [
        "\\1", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?>a)", "(?#a)", "(?x)a", "(?", "(?:",
        "(?P<a",
        "(?P<>a)", "(?P<a-b>c)", "\\C", "\\123", "\\p{Greek}", "\\p{", "\\8", "\\é", "[[:nope:]]",
        "[a", "[", "[]", "(", ")", "a)", "*", "+a", "?", "a**", "a+*", "a{2}{3}", "a{1001}",
        "a{2,1}", "\\x{110000}", "\\xg", "\\", "(?i", "(?-)", "(?)", "((a{100}){100}){100}",
    ])
    func `refuses what it cannot match in linear time, or at all`(pattern: String) {
        #expect(throws: RegularExpression.SyntaxError.self) { try RegularExpression(pattern) }
    }

    @Test(
        arguments: [
            ("a(?i)b|C", "xc", "c"), ("(?i:a)B", "xAB", "AB"), ("(?i:a)B", "xAb", nil),
            ("((?i)a)b", "AB", nil), ("((?i)a)b", "Ab", "Ab"), ("(?s-i).", "\n", "\n"),
            ("x*", "aaa", ""), ("(a|ab)(c|bcd)(d*)", "abcd", "abcd"), ("a??b", "aab", "ab"),
            ("(?:a?){3}a{3}", "aaa", "aaa"), ("[^\\n]+", "a\nb", "a"),
            ("[\\d\\-x]+", "a1-x", "1-x"),
            ("[a-]+", "b-a", "-a"), ("\\p{^L}+", "ab12", "12"), ("\\PL+", "ab12", "12"),
            ("\\bé", "é", nil), ("$^", "", ""), ("(|a)+b", "aab", "aab"), ("(a*)+", "b", ""),
            ("\\Q.*\\E+", "a.**", ".**"), ("{", "{", "{"), ("a{,3}", "a{,3}", "a{,3}"),
        ] as [(String, String, String?)])
    func `matches as RE2 does`(pattern: String, text: String, match: String?) throws {
        #expect(try firstMatch(pattern, text) == match)
    }

    /// A matcher that goes back would not end with these.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "(a+)+$", "(a|a)*b", "(a|aa)+$", "(.*a){20}b", "(?:a?){100}a{100}b", "((a*)*)*b",
            "^(([a-z])+.)+[A-Z]([a-z])+$",
        ])
    func `takes time in proportion to the text`(pattern: String) throws {
        let expression = try RegularExpression(pattern)
        func steps(_ count: Int) -> Int {
            var steps = 0
            let text = Array(String(repeating: "a", count: count).unicodeScalars) + ["!"]
            _ = expression.firstMatch(in: text, steps: &steps, limit: .max)
            return steps
        }
        #expect(steps(2_000) <= 3 * steps(1_000))
    }

    @Test func `stops at its limit`() throws {
        let expression = try RegularExpression("(a+)+b")
        var steps = 0
        let text = Array(String(repeating: "a", count: 10_000).unicodeScalars)
        #expect(expression.firstMatch(in: text, steps: &steps, limit: 1_000) == nil)
        #expect(steps > 1_000 && steps < 2_000)
    }
}
