import Diagnostics
import Testing

@testable import HCL

/// What the public suite of HCL's specification asks for (hashicorp/hcl, `specsuite/tests`), case by
/// case: comments, an empty file, heredocs, operators, literals, attributes and blocks.
///
/// The cases are the suite's; sources and results are written anew from hclsyntax/spec.md. Left out
/// is what hclspec adds to HCL: which attributes a schema expects, which policies ask of their own
/// grammar.
@Suite struct SpecificationSuiteTests {
    private static let scope = Scope(variables: [
        "word": .string("Middle"), "indented": .string("  Middle"),
    ])

    private func value(_ source: String) throws -> Value {
        let file = SourceFile(name: "a.hcl", bytes: Array("x = \(source)\n".utf8))
        let (body, problems) = parse(file)
        #expect(problems.map(\.summary) == [])
        let attribute = try #require(body.attribute(named: "x"))
        return try attribute.expression.value(in: Self.scope)
    }

    // MARK: Comments and the empty file

    @Test(arguments: ["", "# one\n", "// one\n", "/*\n  several\n  lines\n*/\n", "\n \n\t\n"])
    func `comments and nothing are an empty body`(source: String) {
        let (body, problems) = parse(SourceFile(name: "a.hcl", bytes: Array(source.utf8)))
        #expect(problems.isEmpty && body.attributes.isEmpty && body.blocks.isEmpty)
    }

    // MARK: Heredocs

    @Test(arguments: [
        ("basic", "<<END\nOne\nTwo\nEND", "One\nTwo\n"),
        ("indented", "<<END\n    One\n    Two\n  END", "    One\n    Two\n"),
        ("indented more", "<<END\n    One\n      Two\n  END", "    One\n      Two\n"),
        ("interpolation", "<<END\n    One\n    ${word}\n  END", "    One\n    Middle\n"),
        ("newlines between", "<<END\nOne\n\nTwo\n\nEND", "One\n\nTwo\n\n"),
        ("indented newlines", "<<END\n    One\n\n    Two\n  END", "    One\n\n    Two\n"),
        ("marker as a suffix", "<<END\n    NOT END\n  END", "    NOT END\n"),
        ("flush basic", "<<-END\nOne\nTwo\nEND", "One\nTwo\n"),
        ("flush indented", "<<-END\n    One\n    Two\n  END", "One\nTwo\n"),
        ("flush indented more", "<<-END\n    One\n      Two\n    END", "One\n  Two\n"),
        (
            "flush indented less", "<<-END\n    One\n  Two\n    Three\n  END",
            "  One\nTwo\n  Three\n"
        ),
        ("flush interpolation", "<<-END\n    One\n    ${word}\n  END", "One\nMiddle\n"),
        ("flush interpolation more", "<<-END\n    One\n      ${word}\n  END", "One\n  Middle\n"),
        // What a value brings along is no indentation.
        ("flush interpolation less", "<<-END\n    One\n  ${indented}\n  END", "  One\n  Middle\n"),
        ("flush tabs", "<<-END\n\tOne\n  Two\n  END", "One\n Two\n"),
        ("flush newlines", "<<-END\nOne\n\nTwo\nEND", "One\n\nTwo\n"),
        ("flush indented newlines", "<<-END\n    One\n\n    Two\n  END", "One\n\nTwo\n"),
    ])
    func `a heredoc is its lines`(name: String, source: String, expected: String) throws {
        #expect(try value(source) == .string(expected), "\(name)")
    }

    // MARK: Operators

    @Test(arguments: [
        ("\"a\" == \"a\"", "true"), ("\"a\" == \"b\"", "false"), ("\"1\" == 1", "false"),
        ("\"true\" == true", "false"), ("\"a\" != \"a\"", "false"), ("\"a\" != \"b\"", "true"),
        ("\"1\" != 1", "true"), ("\"true\" != true", "true"),
        ("1 < 2", "true"), ("2 < 1", "false"), ("1 < 1", "false"), ("1 <= 2", "true"),
        ("2 <= 1", "false"), ("1 <= 1", "true"), ("1 > 2", "false"), ("2 > 1", "true"),
        ("1 > 1", "false"), ("1 >= 2", "false"), ("2 >= 1", "true"), ("1 >= 1", "true"),
        ("true && true", "true"), ("false && true", "false"), ("true && false", "false"),
        ("false && false", "false"), ("true || true", "true"), ("false || true", "true"),
        ("true || false", "true"), ("false || false", "false"), ("!true", "false"),
        ("!false", "true"),
    ])
    func `an operator is true or false`(source: String, expected: String) throws {
        #expect(try value(source) == .bool(expected == "true"))
    }

    @Test(arguments: [
        ("2 + 3.5", "5.5"), ("3.5 - 2", "1.5"), ("2 - 3.5", "-1.5"), ("2 * 4.5", "9"),
        ("1 / 10", "0.1"), ("11 % 5", "1"), ("11 % 5.1", "0.8"),
        (
            "2.718281828459045235360287471352662497757247093699959574966 + 1",
            "3.718281828459045235360287471352662497757247093699959574966"
        ),
    ])
    func `arithmetic is exact`(source: String, expected: String) throws {
        #expect(try value(source) == .number(expected))
    }

    @Test func `a conditional chooses`() throws {
        #expect(try value("true ? \"a\" : \"b\"") == .string("a"))
        #expect(try value("false ? \"a\" : \"b\"") == .string("b"))
    }

    // MARK: Literals

    @Test(arguments: [
        ("5", Value.number("5")), ("3.2", .number("3.2")), ("true", .bool(true)),
        ("false", .bool(false)), ("null", .null), ("\"hello\"", .string("hello")),
        ("\"ЩЩ\"", .string("ЩЩ")), ("\"👩‍🚀\"", .string("👩‍🚀")),
        (
            "2.718281828459045235360287471352662497757247093699959574966",
            .number("2.718281828459045235360287471352662497757247093699959574966")
        ),
    ])
    func `a literal is its value`(source: String, expected: Value) throws {
        #expect(try value(source) == expected)
    }

    /// `true`, `false` and `null` may be names of attributes.
    @Test func `a keyword may be an attribute's name`() {
        let source = "true = true\nfalse = false\nnull = null\n"
        let (body, problems) = parse(SourceFile(name: "a.hcl", bytes: Array(source.utf8)))
        #expect(problems.isEmpty)
        #expect(body.attributes.map(\.name.name) == ["true", "false", "null"])
    }

    // MARK: Structure

    /// Where the first mistake is; the suite gives the same places, and words of its own.
    @Test(arguments: [
        // Two attributes on a line.
        ("a = \"one\", b = \"two\"\n", 1, 10), ("a { b = \"x\", c = \"y\" }\n", 1, 12),
        // A block of one line that goes on.
        ("a { b = \"x\"\n}\n", 1, 12), ("a { b = \"x\"\n  c = \"y\" }\n", 1, 12),
        // A block within one of one line.
        ("a { d {} }\n", 1, 5),
    ])
    func `a mistake in the structure has its place`(
        source: String, line: Int, column: Int
    ) throws {
        let file = SourceFile(name: "a.hcl", bytes: Array(source.utf8))
        let first = try #require(parse(file).diagnostics.first?.range)
        #expect(file.line(at: first.start) == line)
        let start = Array(source.utf8)[..<first.start].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
        #expect(first.start - start + 1 == column)
    }

    @Test(arguments: ["a {\n", "a {", "a \"b\" {\n  c {\n  }\n"])
    func `an unclosed block is a mistake`(source: String) {
        let (_, problems) = parse(SourceFile(name: "a.hcl", bytes: Array(source.utf8)))
        #expect(problems.count == 1)
    }

    @Test(arguments: ["a {}\n", "a { b = \"x\" }\n", "a {\n}\n", "a {\n  b = \"x\"\n}\n"])
    func `a block is one, on one line or on several`(source: String) {
        let (body, problems) = parse(SourceFile(name: "a.hcl", bytes: Array(source.utf8)))
        #expect(problems.isEmpty)
        #expect(body.blocks.map(\.type.name) == ["a"])
    }
}
