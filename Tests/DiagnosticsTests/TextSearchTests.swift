import Testing

@testable import Diagnostics

/// Text is looked for as bytes.
@Suite struct TextSearchTests {
    @Test(arguments: [
        ("abcabd", "abd", true), ("abcab", "abd", false), ("", "a", false), ("a", "", true),
        ("aab", "ab", true), ("terraform.tfstate", ".tfstate", true),
    ])
    func `a text is found wherever its bytes stand`(text: String, part: String, isThere: Bool) {
        #expect(text.holds(part) == isThere)
    }

    @Test func `a mark that combines with its last letter hides no word`() {
        #expect("x.tfstate\u{301}".holds(".tfstate"))
    }

    @Test(arguments: [
        ("a|b|", "|", "\\|", "a\\|b\\|"), ("aaa", "aa", "b", "ba"), ("", "a", "b", ""),
        ("none", "x", "y", "none"),
    ])
    func `each occurrence is replaced, from the front`(
        text: String, part: String, other: String, expected: String
    ) {
        #expect(text.replacing(each: part, by: other) == expected)
    }

    @Test func `texts are joined as the standard library joins them`() {
        for texts in [[], ["a"], ["a", "", "b"]] {
            let sequence = AnySequence(texts)
            #expect(texts.joined(separator: ", ") == sequence.joined(separator: ", "))
            #expect(texts.joined() == sequence.joined())
        }
    }
}
