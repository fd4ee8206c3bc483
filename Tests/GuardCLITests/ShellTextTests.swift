import Testing

@testable import GuardCLI

/// What commands a shell text holds, wherever they stand.
@Suite struct ShellTextTests {
    /// Words with a slash between them, `~` in front of one that is not known.
    private func commands(_ text: String) -> [String] {
        ShellText(text).commands.map { command in
            command.words.map { ($0.isDynamic ? "~" : "") + $0.text }.joined(separator: "/")
        }
    }

    @Test(arguments: [
        ("a b  c", ["a/b/c"]), ("a 'b c' \"d e\"", ["a/b c/d e"]),
        ("a;b&&c||d|e&f\ng", ["a", "b", "c", "d", "e", "f", "g"]),
        ("te''rra\"form\" des\\troy", ["terraform/destroy"]), ("a \\\n b", ["a/b"]),
        ("(a; b)", ["a", "b"]), ("{ a; }", ["{/a", "}"]), ("a # b", ["a"]), ("a#b c", ["a#b/c"]),
        ("a $b ${c} x$d", ["a/~$b/~/~x$d"]), ("a $(b c) d", ["b/c", "a/~/d"]),
        ("a `b c`", ["b/c", "a/~"]), ("echo \"x $(b \"c d\") y\"", ["b/c d", "echo/~x  y"]),
        ("a '$(b)' '`b`'", ["a/$(b)/`b`"]), ("a *.tf {b,c}", ["a/~*.tf/~{b,c}"]),
        ("a >b 2>&1 <c d &>e", ["a/d"]), ("a 2>b c", ["a/c"]),
        ("cat <<EOF\nb c\nEOF\nd", ["cat", "d"]), ("cat <<'EOF' | d\nb\nEOF", ["cat", "d"]),
        ("cat <<EOF\n$(b c)\nEOF", ["cat", "b/c"]), ("a <<-E\n\tb\n\tE\nc", ["a", "c"]),
        ("diff <(a b) <(c)", ["diff", "a/b", "c"]), ("A=1 b", ["A=1/b"]),
    ])
    func `holds these`(text: String, expected: [String]) {
        #expect(commands(text) == expected, "\(ShellText(text).commands)")
        #expect(!ShellText(text).isBroken)
    }

    @Test func `a redirection has its file, and a document its text`() {
        let command = ShellText("a >b >>'c d' <<EOF\nx\ny\nEOF\n").commands.first
        #expect(command?.writes.map(\.text) == ["b", "c d"])
        #expect(command?.input == ["x\ny"])
        #expect(ShellText("a <<< 'b c'").commands.first?.input == ["b c"])
    }

    @Test(arguments: ["a 'b", "a \"b", "a $(b", "a `b", "a ${b", "a <<EOF\nb"])
    func `what does not end is broken`(text: String) {
        #expect(ShellText(text).isBroken)
    }

    @Test func `no nesting exhausts it`() {
        for open in ["$(", "`", "\"$(", "${", "("] {
            let text = String(repeating: open, count: 100_000)
            #expect(ShellText(text).commands.count < 100_001)
        }
    }
}
