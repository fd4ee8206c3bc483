import Diagnostics
import TestSupport
import Testing

@testable import HCL

/// Each row marks what its errors must underline, in the order of the source, and nothing else may
/// be reported.
@Suite struct SyntaxErrorTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let source: MarkedSource
        let summaries: [String]
        let detail: String?

        init(_ name: String, _ source: String, _ summaries: String..., detail: String? = nil) {
            self.name = name
            self.source = MarkedSource(source)
            self.summaries = summaries
            self.detail = detail
        }

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        // Characters.
        Case(
            "byte order mark", "«\u{FEFF}»a = 1\n", "Unexpected byte order mark"),
        Case("NUL in an expression", "a = «\0»1\n", "Invalid character"),
        Case("NUL in a string", "a = \"x«\0»y\"\n", "Invalid character"),
        Case("escape sequence in a comment", "# «\u{1B}»[31mred\na = 1\n", "Invalid character"),
        Case("C1 control in a string", "a = \"«\u{9B}»2J\"\n", "Invalid character"),
        Case("bidi override in a comment", "# «\u{202E}»evil\na = 1\n", "Invalid character"),
        Case("no-break space", "a =«\u{A0}»1\n", "Invalid character"),
        Case("at sign", "a = «@»\n", "Invalid character"),
        Case("semicolon", "a = 1«;» b = 2\n", "Invalid character"),
        Case("single quotes", "a = «'x y'»\nb = 1\n", "Invalid quotes"),
        Case("backticks", "a = «`x`»\n", "Invalid quotes"),
        Case("curly quotes", "a = «\u{201C}block\u{201D}»\n", "Invalid quotes"),
        Case("single quotes in a list", "a = [«'x'», «'y'»]\n", "Invalid quotes", "Invalid quotes"),
        Case("carriage return alone", "a = 1«\r»b = 2\n", "Invalid character"),
        Case("unterminated comment", "a = 1\n«/*» b = 2\n", "Unterminated comment"),
        Case(
            "bitwise and", "a = b «&» c\n", "Unsupported operator",
            detail: "HCL has no bitwise operators. Did you mean \"&&\", the logical and?"),

        // Numbers.
        Case("unit after a number", "a = «10GB»\n", "Invalid number"),
        Case("hexadecimal", "a = «0x1F»\n", "Invalid number"),
        Case("underscores", "a = «1_000»\n", "Invalid number"),
        Case("version", "a = «1.2.3»\nb = 1\n", "Invalid number"),

        // Arguments.
        Case(
            "attributes on one line with a comma", "a = \"a value\"«,» b = \"b value\"\n",
            "Unexpected comma"),
        Case("missing newline", "a = 1 «b» = 2\nc = 3\n", "Missing newline"),
        Case("assignment for comparison", "a = b «=» c\n", "Unexpected equals sign"),
        Case("three equals signs", "a = b «===» c\n", "Unsupported operator"),
        Case("word and", "a = b «and» c\n", "Unsupported operator"),
        Case("missing value", "a =«»\nb = 1\n", "Missing expression"),
        Case("missing value at the end", "a =«»", "Missing expression"),
        Case("colon for equals sign", "a«:» 1\n", "Missing equals sign"),
        Case("quoted name", "«\"»a\" = 1\nb = 2\n", "Invalid argument name"),
        Case("name alone", "«a»\nb = 1\n", "Argument or block definition required"),
        Case(
            "value without equals sign", "a «1»\nb = 1\n", "Argument or block definition required"),
        Case(
            "set twice", "a = 1\nb = 2\n«a» = 3\n", "Argument set twice",
            detail: "\"a\" has been set on line 1. An argument can be set only once."),
        Case("no item", "«[»1]\nb = 1\n", "Argument or block definition required"),

        // Blocks.
        Case(
            "one line with two arguments", "a { b = \"foo\"«,» c = \"bar\" }\n",
            "Invalid single-line block"),
        Case(
            "one line closed on the next", "a { b = \"foo\"«\n»}\nc = 1\n",
            "Invalid single-line block"),
        Case(
            "one line continued", "a { b = \"foo\"«\n»  c = \"bar\" }\nd = 1\n",
            "Invalid single-line block"),
        Case("one line with a block", "a { «d {»} }\n", "Invalid single-line block"),
        Case("unclosed", "a «{»\n", "Unclosed block"),
        Case("unclosed on one line", "a «{» b = 1", "Unclosed block"),
        Case(
            "unclosed by indentation", "a «{»\n  b = 1\n\nc {\n  d = 1\n}\n", "Unclosed block",
            detail: "There is no closing brace for the block that opens on line 1."
                + " By the indentation it is missing before line 4."),
        Case(
            "inner unclosed by indentation", "a «{»\n  b {\n    c = 1\n}\n", "Unclosed block",
            detail: "There is no closing brace for the block that opens on line 1. By the"
                + " indentation, the brace on line 4 was not meant to close the block of line 2."),
        Case("closed too often", "a {\n}\n«}»\nb = 1\n", "Unexpected closing brace"),
        Case(
            "brace on the next line", "a \"b\"\n«{»\n  c = 1\n}\nd = 1\n",
            "Invalid block definition"),
        Case("no brace", "«a \"b\"»\nc = 1\n", "Invalid block definition"),
        Case(
            "equals sign before the brace", "a \"b\" «=» {\n  c = 1\n}\nd = 1\n",
            "Invalid block definition"),
        Case(
            "closing brace after an argument", "a {\n  b = 1 «}»\nc = 1\n", "Missing newline"),
        Case("sequence in a label", "a \"b«${»c}\" {\n}\nd = 1\n", "Invalid label"),
        Case("number as label", "a «1» {\n}\n", "Argument or block definition required"),
        Case("label after a comma", "a \"b\"«,» \"c\" {\n}\n", "Invalid block definition"),

        // Brackets.
        Case("missing comma", "a = [\"x\"«» \"y\"]\nb = 1\n", "Missing comma"),
        Case("missing comma between lines", "a = [\n  \"x\"«»\n  \"y\",\n]\n", "Missing comma"),
        Case(
            "unclosed list", "a = «[»\"x\", \"y\"\nb = 1\nc = «)»\n", "Unclosed bracket",
            "Invalid expression"),
        Case("unclosed list in a block", "a {\n  b = «[»\"x\"\n}\nc = 1\n", "Unclosed bracket"),
        Case("unclosed object", "a = «{»\n  b = 1\n", "Unclosed brace"),
        Case("unclosed parenthesis", "a = «(»1 + 2\nb = 1\n", "Unclosed parenthesis"),
        Case("unclosed call", "a = length«(»b\nc = 1\n", "Unclosed parenthesis"),
        Case("unclosed index", "a = b«[»1\nc = 1\n", "Unclosed bracket"),
        Case("wrong bracket", "a = [1, 2«)»\nb = 1\n", "Missing bracket"),
        Case("two commas", "a = [1,«,» 2]\nb = 1\n", "Invalid expression"),
        Case("key without value", "a = { b«,» c = 1 }\nd = 1\n", "Missing equals sign"),
        Case("key with a dot", "a = { «b.c» = 1 }\n", "Ambiguous key"),
        Case("argument after the expanded one", "a = f(b... «,» c)\n", "Missing parenthesis"),
        Case("nothing but a name after ::", "a = b::«(»1)\n", "Missing function name"),
        Case("function without parentheses", "a = b::c «+» 1\n", "Missing parenthesis"),

        // Expressions.
        Case(
            "one result of a conditional", "a = b ? 1«\n»c = 1\n",
            "Missing second result of conditional"),
        Case("operator without operand", "a = 1 +«»\n", "Missing expression"),
        Case("dot without name", "a = b.«\n»", "Invalid attribute name"),
        Case("dots between indexes", "a = b.«0.1»\n", "Invalid index"),
        Case("splat in a splat", "a = b.*.«*»\n", "Nested splat"),
        Case("for without in", "a = [for x «of» y: x]\n", "Invalid 'for' expression"),
        Case("for without colon", "a = [for x in y «x»]\n", "Invalid 'for' expression"),
        Case(
            "for with a key in a tuple", "a = [for x in y: «x =>» x]\n", "Invalid 'for' expression"),
        Case(
            "for without a key in an object", "a = {for x in y: «x»}\n", "Invalid 'for' expression"),
        Case(
            "for with grouping in a tuple", "a = [for x in y: x«...»]\n", "Invalid 'for' expression"
        ),

        // Templates.
        Case("string over two lines", "a = «\"one»\nb = 1\n", "Unclosed string"),
        Case("string at the end of the file", "a = «\"one»", "Unclosed string"),
        Case(
            "unclosed interpolation in a string", "a = \"x «${»y\"\nb = 1\n",
            "Unclosed template sequence"),
        Case("unclosed interpolation", "a = <<EOT\n«${»y\nEOT\n", "Unclosed template sequence"),
        Case(
            "colon in an interpolation", "a = \"${b«:»-c}\"\n",
            "Extra characters in template sequence"),
        Case("unterminated heredoc", "a = «<<EOT»\nx\n", "Unterminated heredoc"),
        Case("marker without newline", "a = «<<EOT»\nx\nEOT", "Unterminated heredoc"),
        Case("heredoc with a space", "a = «<<EOT» \nx = 1\n", "Invalid heredoc"),
        Case("unknown escape", "a = \"x«\\d»\"\n", "Invalid escape sequence"),
        Case(
            "unknown escapes", "a = \"«\\d» «\\é»\"\n", "Invalid escape sequence",
            "Invalid escape sequence"),
        Case("short escape", "a = \"«\\u12»x\"\n", "Invalid escape sequence"),
        Case("surrogate", "a = \"«\\ud800»\"\n", "Invalid escape sequence"),
        Case(
            "misspelled directive", "a = \"%{ «edif» }\"\n", "Invalid template directive",
            detail: "There is no directive \"edif\". Did you mean \"endif\"?"),
        Case("empty directive", "a = \"%{«}»\"\n", "Invalid template directive"),
        Case("else without if", "a = \"«%{ else» }\"\n", "Unexpected else directive"),
        Case("two elses", "a = \"%{if b}%{else}«%{else»}%{endif}\"\n", "Unexpected else directive"),
        Case("endfor for endif", "a = \"%{if b}«%{endfor»}\"\n", "Unexpected endfor directive"),
        Case("unclosed if", "a = \"«%{if b»}x\"\n", "Unclosed template directive"),

        // Several in one run.
        Case(
            "three lines", "a = «'x'»\nb = [1,«,»]\nc = «@»\nd = 1\n", "Invalid quotes",
            "Invalid expression", "Invalid character"),
        Case(
            "in blocks", "a {\n  b = 1 «2»\n  c «3»\n}\nd {\n  e = «)»\n}\n", "Missing newline",
            "Argument or block definition required", "Invalid expression"),
    ]

    @Test(arguments: cases)
    func `is reported where it is, and nothing else`(_ row: Case) throws {
        let file = SourceFile(name: "test.hcl", bytes: row.source.bytes)
        let diagnostics = parse(file).diagnostics
        #expect(diagnostics.map(\.summary) == row.summaries)
        let places = diagnostics.compactMap(\.range).map { $0.start..<$0.end }
        if diagnostics.count == row.source.ranges.count {
            #expect(places == row.source.ranges)
        } else {
            #expect(places.map(row.source.text) == row.source.ranges.map(row.source.text))
        }
        if let detail = row.detail { #expect(diagnostics.first?.detail == detail) }
        for diagnostic in diagnostics {
            #expect(diagnostic.severity == .error)
            #expect(diagnostic.detail.hasSuffix(".") || diagnostic.detail.hasSuffix("?"))
            #expect(!diagnostic.summary.hasSuffix("."))
        }
    }
}
