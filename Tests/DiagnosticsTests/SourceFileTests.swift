import TestSupport
import Testing

@testable import Diagnostics

@Suite struct SourceFileTests {
    @Test(arguments: [
        ("«»", 1, 1), ("abc«»", 1, 4), ("a\n«»b", 2, 1), ("a\r\nb«»c\r\n", 2, 2),
        ("a\n\n\n«»", 4, 1),
        ("\t\ta«»", 1, 4), ("東京«»", 1, 3), ("e\u{301}«»", 1, 2), ("👩‍👩‍👧‍👦«»x", 1, 2),
    ])
    func `counts lines, and characters in them, from one`(marked: String, line: Int, column: Int) {
        let source = MarkedSource(marked)
        let file = SourceFile(name: "a.hcl", bytes: source.bytes)
        #expect(file.line(at: source.ranges[0].lowerBound) == line)
        #expect(file.column(at: source.ranges[0].lowerBound) == column)
    }
}
