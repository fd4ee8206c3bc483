import Testing

@testable import GuardCLI

@Suite struct TextBlockTests {
    @Test func `writes a line break of a plan as an escape and one of a policy as a space`() {
        #expect(text([.exact(Array("a\nb\tc".utf8))]) == "a\\nb\\tc\n")
        #expect(text([.prose("a\nb\tc\r\nd")]) == "a b c d\n")
    }

    @Test func `breaks prose between words and a name only where it must`() {
        #expect(text([.prose("one two three four five six")]) == "one two three four five\nsix\n")
        #expect(
            text([.prose("one "), .exact(Array("two  three four five six".utf8))])
                == "one\ntwo  three four five six\n")
        #expect(
            text([.exact(Array("0123456789012345678901234".utf8)), .prose(", x")])
                == "012345678901234567890123\n4, x\n")
    }

    @Test func `breaks no wide character in two`() {
        #expect(
            text([.exact(Array(("x" + String(repeating: "教", count: 12)).utf8))])
                == "x教教教教教教教教教教教\n教\n")
    }

    @Test func `puts the label into the margin of the first line`() {
        var block = TextBlock(width: 24)
        block.paragraph([.prose("one two three four")], label: .shown(" A"), indent: 10)
        #expect(block.rendered(.plain) == " A        one two three\n          four\n")
    }

    @Test func `leaves one gap, and none above everything`() {
        var block = TextBlock(width: 24)
        block.gap()
        block.paragraph([.prose("a")])
        block.gap()
        block.gap()
        block.paragraph([.prose("b")])
        #expect(block.rendered(.plain) == "a\n\nb\n")
    }

    private func text(_ runs: [TextRun]) -> String {
        var block = TextBlock(width: 24)
        block.paragraph(runs)
        return block.rendered(.plain)
    }
}
