import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import HCL

/// Whatever the bytes are, reading them ends, soon, with a tree and with messages that stand in the
/// file.
@Suite struct RobustnessTests {
    @discardableResult
    private func check(_ bytes: [UInt8]) -> [Diagnostic] {
        let (body, diagnostics) = parse(SourceFile(name: "a.hcl", bytes: bytes))
        #expect(body.range.end == bytes.count)
        #expect(diagnostics.count <= 151)
        for diagnostic in diagnostics { #expect(diagnostic.range != nil) }
        // Walks the tree, too.
        for attribute in body.attributes { _ = try? attribute.expression.constantValue() }
        _ = DiagnosticRenderer(style: .plain).render(Array(diagnostics.prefix(1)))
        return diagnostics
    }

    static let sample = Array(TerraformSyntaxTests.sample.utf8)

    @Test func `reads every beginning of a policy`() {
        for end in Self.sample.indices { check(Array(Self.sample[..<end])) }
    }

    @Test func `reads a policy with any one byte changed`() {
        var generator = SeededGenerator(seed: 7)
        for index in Self.sample.indices {
            for _ in 0..<4 {
                var bytes = Self.sample
                bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
                check(bytes)
            }
        }
    }

    @Test func `reads noise`() {
        var generator = SeededGenerator(seed: 1)
        let words = [
            "a", "b-c", "1", "\"", "${", "%{", "}", "{", "[", "]", "(", ")", "=", "\n", " ", "for",
            "if", "in", "endif", "<<EOT\n", "EOT\n", ".", "*", ":", "?", ",", "...", "=>", "~",
            "\\", "#", "/*", "*/", "-", "!", "&&", "\u{202E}", "é", "\0",
        ]
        for _ in 0..<2_000 {
            let count = Int.random(in: 1...60, using: &generator)
            let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
            check(Array(text.joined().utf8))
        }
        for _ in 0..<500 {
            check((0..<200).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        }
    }

    /// As a fuzzer found it: each error gave back what those in it had read again, and the time that
    /// took doubled with each.
    @Test func `reads errors that stand in one another as soon as others`() throws {
        let seed = "Tests/Fuzz/Corpus/fuzz-expression/errors-in-errors"
        let bytes = try Data(contentsOf: URL(filePath: Repository.path(seed)))
        #expect(!check(Array(bytes)).isEmpty)
        let repeated = Array(repeating: bytes, count: 20).flatMap(\.self)
        #expect(!check(repeated).isEmpty)
    }

    static let deep: [(name: String, opening: String, closing: String)] = [
        ("lists", "[", "]"), ("objects", "{a = ", "}"), ("parentheses", "(", ")"),
        ("calls", "f(", ")"), ("indexes", "a[", "]"), ("strings", "\"${", "}\""),
        ("heredocs", "<<EOT\n${", "}\nEOT\n"), ("negations", "-", ""), ("nots", "!", ""),
        ("conditions", "a ? ", " : b"), ("results", "a ? b : ", ""),
        ("for", "[for a in b: ", "]"), ("directives", "\"%{if a}${", "}%{endif}\""),
        ("right operands", "1 + (", ")"),
    ]

    @Test(arguments: deep)
    func `bounds how deep things stand in one another`(
        name: String, opening: String, closing: String
    ) {
        func nested(_ depth: Int) -> [UInt8] {
            let text =
                "x = " + String(repeating: opening, count: depth) + "1"
                + String(repeating: closing, count: depth) + "\n"
            return Array(text.utf8)
        }
        #expect(check(nested(50)).isEmpty)
        #expect(check(nested(300)).first?.summary == "Too deeply nested")
        #expect(!check(nested(20_000)).isEmpty)
        // And never closed.
        let open = "x = " + String(repeating: opening, count: 20_000)
        #expect(!check(Array(open.utf8)).isEmpty)
    }

    @Test func `bounds how deep blocks and directives stand in one another`() {
        func blocks(_ depth: Int) -> [UInt8] {
            Array(
                (String(repeating: "a {\n", count: depth) + String(repeating: "}\n", count: depth))
                    .utf8)
        }
        #expect(check(blocks(50)).isEmpty)
        #expect(check(blocks(20_000)).first?.summary == "Too deeply nested")
        #expect(!check(Array(String(repeating: "a {\n", count: 20_000).utf8)).isEmpty)
        #expect(!check(Array(String(repeating: "a {", count: 20_000).utf8)).isEmpty)
        func directives(_ depth: Int) -> [UInt8] {
            let text =
                "x = \"" + String(repeating: "%{if a}", count: depth)
                + String(repeating: "%{endif}", count: depth) + "\"\n"
            return Array(text.utf8)
        }
        #expect(check(directives(50)).isEmpty)
        #expect(check(directives(20_000)).first?.summary == "Too deeply nested")
    }

    @Test(arguments: [
        ("operators", "1", " + 1"), ("attributes", "a", ".b"), ("indexes", "a", "[0]"),
        ("legacy indexes", "a", ".b.0"), ("splats", "a[*]", ".b"), ("full splats", "a", "[*]"),
        ("alternatives", "a", " || b == c"), ("mixed", "a", ".b + 1"),
    ])
    func `bounds how long a chain is`(name: String, first: String, next: String) {
        func chain(_ length: Int) -> [UInt8] {
            Array(("x = " + first + String(repeating: next, count: length) + "\n").utf8)
        }
        #expect(check(chain(100)).isEmpty)
        #expect(!check(chain(20_000)).isEmpty)
    }

    /// Twice the input may take twice the time, and not four times.
    ///
    /// The sizes are such that a reader that starts again at each mistake would take minutes.
    @Test(
        .timeLimit(.minutes(2)),
        arguments: [
            "a = 1\n", "a {\n}\n", "a {\n", "}\n", "a = [\n", "a = {\n", "a = \"\n", "'", "`",
            "\u{201C}",
            "a = \"${\"\n", "x = \"${", "# comment\n", "/*", "\n", "\"", "<<EOT\n", "a = <<E\nE\n",
            "\\",
            "[1,", "1 ", "a ", "a b ", "%{", "}", "a = 1 2\n", "a = @\n", "\u{202E}", "\0",
            "\u{FEFF}",
        ])
    func `takes time in proportion to the length`(unit: String) {
        check(Array(String(repeating: unit, count: 20_000).utf8))
        check(Array(("x = [" + String(repeating: unit, count: 20_000) + "]\n").utf8))
        check(Array(("x = \"" + String(repeating: unit, count: 20_000) + "\"\n").utf8))
    }

    @Test(.timeLimit(.minutes(2)))
    func `reads what is long and valid`() {
        let attributes = (0..<20_000).map {
            "a\($0) = [\"\($0)\", $0]\n".replacing("$0", with: "1")
        }
        #expect(check(Array(attributes.joined().utf8)).isEmpty)
        let lines = String(repeating: "line ${a} $ %\n", count: 20_000)
        #expect(check(Array("a = <<-EOT\n\(lines)EOT\n".utf8)).isEmpty)
        let directives = String(repeating: "%{if a}b%{else}c%{endif}", count: 20_000)
        #expect(check(Array("a = \"\(directives)\"\n".utf8)).isEmpty)
        let items = (0..<20_000).map { "k\($0) = \($0)\n" }.joined()
        #expect(check(Array("a = {\n\(items)}\n".utf8)).isEmpty)
    }
}
