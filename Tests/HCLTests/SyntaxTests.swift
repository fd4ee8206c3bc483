import Diagnostics
import TestSupport
import Testing

@testable import HCL

/// What is read from valid source: the grammar in the comment of Parser.swift, rule by rule.
@Suite struct SyntaxTests {
    static let bodies: [(source: String, outline: String)] = [
        ("", ""),
        ("\n\n", ""),
        ("# Hash comment\n", ""),
        ("// Slash comment\n", ""),
        ("/*\n  Multi-line comment\n*/\n", ""),
        ("# no newline after it", ""),
        ("a = 1 # comment\nb = 2 // comment\nc = /* here */ 3\n", "a = 1; b = 2; c = 3"),
        ("a = 1 /* over\nlines */\nb = 2\n", "a = 1; b = 2"),
        ("a = 1", "a = 1"),
        ("a = 1\r\nb = 2\r\n", "a = 1; b = 2"),
        ("\ta\t=\t1\t\n", "a = 1"),
        ("a {}\n", "a {  }"),
        ("a {\n\n}\n", "a {  }"),
        ("a { b = \"foo\" }\n", "a { b = \"foo\" }"),
        ("a { b = [\n1,\n] }\n", "a { b = [1] }"),
        (
            "a b \"c d\" \"e\" {\n  f = 1\n  g {\n    h = 2\n  }\n}\n",
            "a \"b\" \"c d\" \"e\" { f = 1; g { h = 2 } }"
        ),
        ("a \"b\\\"c\\u0041\" {}\n", "a \"b\\\"cA\" {  }"),
        ("a \"$${b} $ %\" {}\n", "a \"${b} $ %\" {  }"),
        ("a-b_c1 = 1\n_x = 2\nnaïve = 3\n東京 = 4\n", "a-b_c1 = 1; _x = 2; naïve = 3; 東京 = 4"),
        (
            "for = 1\nif = 2\nin = 3\nnull = null\ntrue = true\n",
            "for = 1; if = 2; in = 3; null = null; true = true"
        ),
        ("a {\n  a = 1\n}\na {\n  a = 2\n}\n", "a { a = 1 }; a { a = 2 }"),
    ]

    @Test(arguments: bodies)
    func `reads bodies`(source: String, outline: String) {
        let (body, diagnostics) = parse(SourceFile(name: "a.hcl", bytes: Array(source.utf8)))
        #expect(diagnostics.map(\.summary) == [])
        #expect(body.outline == outline)
    }

    static let expressions: [(source: String, outline: String)] = [
        // Literals.
        ("0", "0"), ("5", "5"), ("3.2", "3.2"), ("007", "007"), ("1e400", "1e400"),
        ("1.5E-3", "1.5E-3"), ("2e+10", "2e+10"),
        (
            "3.14159265358979323846264338327950288419716939937510582097494459",
            "3.14159265358979323846264338327950288419716939937510582097494459"
        ),
        ("true", "true"), ("false", "false"), ("null", "null"), ("truely", "truely"),

        // Quoted templates.
        (#""hello""#, #""hello""#), (#""""#, "<>"), (#""ЖЖ""#, #""ЖЖ""#),
        (#""👩‍👩‍👧‍👦""#, #""👩‍👩‍👧‍👦""#),
        (#""a\n\r\t\"\\b""#, #""a\n\r\t\"\\b""#),
        (#""\u00e9\U0001F600""#, #""é😀""#),
        (#""$ % $$ %% $a %a {b} $$$""#, #""$ % $$ %% $a %a {b} $$$""#),
        (#""$${a} %%{b}""#, #""${a} %{b}""#),
        (#""$$${a}""#, #""$${a}""#),
        ("\"#comment //no /*none*/\"", "\"#comment //no /*none*/\""),
        (#""a ${b} c""#, #"<"a " ${b} " c">"#),
        (#""${a}""#, "${a}"), (#""${a}${b}""#, "<${a} ${b}>"),
        (#""${"${"x"}"}""#, #"${${"x"}}"#),
        (#""${{a = "}"}["a"]}""#, #"${{a = "}"}["a"]}"#),
        ("\"${\n  a\n  + b\n}\"", "${(a + b)}"),
        (#""a ${~ b ~} c""#, #"<"a" ${b} "c">"#),
        (#""a ${~b} c""#, #"<"a" ${b} " c">"#),
        (#""\n ${~ b ~}\t\n""#, "${b}"),
        (#""${a ~} ${~ b}""#, "<${a} ${b}>"),
        (#""%{ if a }b%{ else }c%{ endif }""#, #"%{if a "b" "c"}"#),
        (#""%{if a}b%{endif}""#, #"%{if a "b" <>}"#),
        (
            #""x%{if a}%{if b}1%{endif}2%{else}3%{endif}y""#,
            #"<"x" %{if a <%{if b "1" <>} "2"> "3"} "y">"#
        ),
        (#""%{ for x in y }${x},%{ endfor }""#, #"%{for x in y <${x} ",">}"#),
        (#""%{ for k, v in y ~} ${k} %{~ endfor }""#, "%{for k, v in y ${k}}"),
        (#""%{ if true ~} hello %{~ endif }""#, #"%{if true "hello" <>}"#),

        // Heredocs.
        ("<<EOT\nFoo\nBar\nBaz\nEOT\n", #""Foo\nBar\nBaz\n""#),
        ("<<EOT\n    Foo\n      Bar\n  EOT\n", #""    Foo\n      Bar\n""#),
        ("<<EOT\nFoo\r\nEOT\r\n", #""Foo\r\n""#),
        ("<<EOT\nEOT\n", "<>"), ("<<EOT\n\nEOT\n", #""\n""#),
        ("<<EOT\n    NOT EOT\n  EOTS\n  EOT\n", #""    NOT EOT\n  EOTS\n""#),
        ("<<EOT\na \\n \"b\" $${c} $ %\nEOT\n", #""a \\n \"b\" ${c} $ %\n""#),
        ("<<EOT\n  ${a}\n  EOT\n", #"<"  " ${a} "\n">"#),
        ("<<EOT\n${<<IN\n x\nIN\n}\nEOT\n", #"<${" x\n"} "\n">"#),
        ("<<-EOT\n    Foo\n      Bar\n    Baz\n  EOT\n", #""Foo\n  Bar\nBaz\n""#),
        ("<<-EOT\n    Foo\n  Bar\n    Baz\n  EOT\n", #""  Foo\nBar\n  Baz\n""#),
        ("<<-EOT\n    Foo\n  ${a}\n    Baz\n  EOT\n", #"<"  Foo\n" ${a} "\n  Baz\n">"#),
        ("<<-EOT\n\tFoo\n  Bar\n  Baz\n  EOT\n", #""Foo\n Bar\n Baz\n""#),
        ("<<-EOT\n \u{2003}\u{2003}Foo\n  Bar\n  EOT\n", "\"\u{2003}Foo\\nBar\\n\""),
        ("<<-EOT\n    Foo\n\n    Bar\n  EOT\n", #""Foo\n\nBar\n""#),
        ("<<-EOT\n    Foo\n  \n    Bar\n  EOT\n", "\"Foo\\n  \\nBar\\n\""),
        (
            "<<-EOT\n    a\n    %{ if b ~}\n    c\n    %{ endif ~}\n    d\n  EOT\n",
            #"<"a\n" %{if b "    c\n" <>} "    d\n">"#
        ),
        (
            "<<EOT\n%{ for x in y ~}\n- ${x}\n%{ endfor ~}\nEOT\n",
            #"%{for x in y <"- " ${x} "\n">}"#
        ),

        // Collections.
        ("[]", "[]"), ("[1]", "[1]"), ("[1, 2,]", "[1, 2]"), ("[\n  1,\n  2\n]", "[1, 2]"),
        ("[\n  1, # one\n  2, # two\n]", "[1, 2]"), ("[[1], []]", "[[1], []]"),
        ("{}", "{}"), ("{a = 1}", "{a = 1}"), ("{a: 1, \"b\": 2}", "{a = 1, (\"b\") = 2}"),
        ("{\n  a = 1\n  b = 2,\n  c = 3 # three\n\n}", "{a = 1, b = 2, c = 3}"),
        (
            "{(a) = 1, \"${b}\" = 2, 3 = 4, true = 5, null = 6}",
            "{(paren(a)) = 1, (${b}) = 2, (3) = 4, true = 5, null = 6}"
        ),
        ("{a = {b = 1}}", "{a = {b = 1}}"), ("{\"for\" = 1}", "{(\"for\") = 1}"),
        ("{baz = 2, for = 1}", "{baz = 2, for = 1}"), ("[(for), foo]", "[paren(for), foo]"),
        ("{a = b ? 1 : 2}", "{a = (b ? 1 : 2)}"),

        // Operators.
        ("a + b * c", "(a + (b * c))"), ("a * b + c", "((a * b) + c)"),
        ("a - b - c", "((a - b) - c)"), ("a / b * c % d", "(((a / b) * c) % d)"),
        ("a || b && c", "(a || (b && c))"), ("a == b && c != d", "((a == b) && (c != d))"),
        ("a == b < c", "(a == (b < c))"), ("a < b == c > d", "((a < b) == (c > d))"),
        ("a <= b + c", "(a <= (b + c))"), ("a >= b", "(a >= b)"),
        ("-a + b", "((-a) + b)"), ("-a.b[0]", "(-a.b[0])"), ("!a == b", "((!a) == b)"),
        ("!!a", "(!(!a))"), ("--1", "(-(-1))"), ("-1", "(-1)"), ("a - -1", "(a - (-1))"),
        ("a-1", "a-1"), ("a -1", "(a - 1)"), ("(a + b) * c", "(paren((a + b)) * c)"),
        ("(\n  a\n  + b\n)", "paren((a + b))"),
        ("a ? b : c", "(a ? b : c)"), ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
        ("a ? b ? c : d : e", "(a ? (b ? c : d) : e)"), ("a || b ? c : d", "((a || b) ? c : d)"),
        ("a ? b + 1 : c == d", "(a ? (b + 1) : (c == d))"),

        // Steps.
        ("a.b.c", "a.b.c"), ("a[0]", "a[0]"), ("a[\"b\"].c", "a[\"b\"].c"), ("a.0", "a[0]"),
        ("a.0.b.1", "a[0].b[1]"), ("a[b.c]", "a[b.c]"), ("a[\n0\n]", "a[0]"), ("a.b-c", "a.b-c"),
        ("a[0][1]", "a[0][1]"), ("f(a).b", "f(a).b"), ("[1, 2][0]", "[1, 2][0]"),
        ("{a = 1}.a", "{a = 1}.a"), ("\"x\".y", "\"x\".y"), ("(a).b", "paren(a).b"),
        ("(a\n.b)", "paren(a.b)"), ("a . b", "a.b"),
        ("a.*.b", "(a .* _.b)"), ("a.*.b.0.c[0]", "(a .* _.b[0].c)[0]"), ("a.*", "(a .* _)"),
        ("a[*].b", "(a [*] _.b)"), ("a[*].b[0]", "(a [*] _.b[0])"), ("a[*]", "(a [*] _)"),
        ("a[*].b[*].c", "(a [*] (_.b [*] _.c))"), ("a.*.b[*].c", "((a .* _.b) [*] _.c)"),
        ("a[*][*]", "(a [*] (_ [*] _))"),

        // Calls.
        ("f()", "f()"), ("f(a)", "f(a)"), ("f(a, b,)", "f(a, b)"), ("f(\n  a,\n  b\n)", "f(a, b)"),
        ("f(a...)", "f(a...)"), ("f(a, b...)", "f(a, b...)"), ("f(g(a))", "f(g(a))"),
        ("provider::a::b(1)", "provider::a::b(1)"), ("true(1)", "true(1)"),

        // For.
        ("[for x in y: x]", "[for x in y: x]"), ("[for k, v in y: k]", "[for k, v in y: k]"),
        ("[for x in y: x if x > 1]", "[for x in y: x if (x > 1)]"),
        ("[\n  for x in y :\n  x\n  if true\n]", "[for x in y: x if true]"),
        ("{for k, v in y: k => v}", "{for k, v in y: k => v}"),
        ("{\n  for k, v in y:\n  k => v...\n  if v\n}", "{for k, v in y: k => v... if v}"),
        ("[for x in [1]: [for y in x: y]]", "[for x in [1]: [for y in x: y]]"),
        ("[for x in y ? a : b: x]", "[for x in (y ? a : b): x]"),
        ("{for x in y: \"${x}\" => {a = x}}", "{for x in y: ${x} => {a = x}}"),
    ]

    @Test(arguments: expressions)
    func `reads expressions`(source: String, outline: String) {
        let text = "a = \(source)\n"
        let (body, diagnostics) = parse(SourceFile(name: "a.hcl", bytes: Array(text.utf8)))
        #expect(diagnostics.map(\.summary) == [])
        #expect(body.attributes.first?.expression.outline == outline)
    }

    @Test(arguments: expressions)
    func `knows where an expression stands`(source: String, outline: String) throws {
        let text = "a = \(source)\n"
        let file = SourceFile(name: "a.hcl", bytes: Array(text.utf8))
        let attribute = try #require(parse(file).body.attributes.first)
        let range = attribute.expression.range
        let found = String(decoding: file.bytes[range.start..<range.end], as: UTF8.self)
        #expect(found == source.trimmingSuffix(while: \.isNewline))
    }

    @Test func `keeps the places of names, labels and blocks`() throws {
        let source = MarkedSource(
            "\n«a b «\"c d\"»» «{\n  «e» = «f[«0»]»\n}»\n")
        let file = SourceFile(name: "a.hcl", bytes: source.bytes)
        let block = try #require(parse(file).body.blocks.first)
        let attribute = try #require(block.body.attribute(named: "e"))
        guard case .index(_, let key) = attribute.expression.kind else {
            Issue.record("no index")
            return
        }
        let found = [
            block.headerRange, block.labels[1].range, block.body.range, attribute.name.range,
            attribute.expression.range, key.range,
        ]
        #expect(found.map { $0.start..<$0.end } == source.ranges)
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        self[..<(lastIndex { !predicate($0) }.map(index(after:)) ?? startIndex)]
    }
}
