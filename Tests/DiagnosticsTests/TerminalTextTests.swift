import Testing

@testable import Diagnostics

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("aws_s3_bucket.logs[\"a b\"]", "aws_s3_bucket.logs[\"a b\"]"),
        ("naïve Straße", "naïve Straße"),
        ("東京 データ", "東京 データ"),
        ("C:\\temp", "C:\\temp"),
        ("\u{1B}[2J\u{1B}[31mred", "\\u001b[2J\\u001b[31mred"),
        ("\u{9B}31m", "\\u009b31m"),
        ("a\nb\r\nc\td", "a\\nb\\r\\nc\\td"),
        ("a\0b\u{7}\u{8}\u{7F}", "a\\u0000b\\u0007\\u0008\\u007f"),
        ("prod\u{202E}gpj.exe\u{202C}", "prod\\u202egpj.exe\\u202c"),
        ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "\\u2066a\\u2069\\u200e\\u200f\\u061c"),
        ("a\u{200B}b\u{2060}c\u{FEFF}d\u{AD}e", "a\\u200bb\\u2060c\\ufeffd\\u00ade"),
        ("a\u{2028}b\u{2029}c\u{85}", "a\\u2028b\\u2029c\\u0085"),
        ("a\u{A0}b\u{2003}c", "a\\u00a0b\\u2003c"),
        ("\u{3164}\u{115F}\u{2800}", "\\u3164\\u115f\\u2800"),
        ("\u{E0041}\u{E000}\u{10FFFF}", "\\U000e0041\\ue000\\U0010ffff"),
        // A mark belongs to the letter before it, and to nothing of ours.
        ("\u{301}a", "\\u0301a"),
        ("e\u{301}", "e\u{301}"),
        ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}"), ("a\u{1161}", "a\\u1161"),
        ("\n\u{301}", "\\n\\u0301"),
        ("a\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{301}\u{302}\u{303}\u{304}\\u0305"),
        // Emoji keep what they are made of, and lose what only looks like it.
        ("👩‍👩‍👧‍👦 ❤️", "👩‍👩‍👧‍👦 ❤️"),
        ("a\u{200D}b", "a\\u200db"),
        ("a\u{FE0F}", "a\\ufe0f"),
        ("👩\u{200D}", "👩\\u200d"),
        // What the log of a pipeline obeys, and what only looks like it.
        ("a##[add-mask]b", "a#\\u0023[add-mask]b"), ("##vso[task.x]", "#\\u0023vso[task.x]"),
        ("###TeamCity[x", "##\\u0023TeamCity[x"), ("é ##[group]", "é #\\u0023[group]"),
        ("##[##[a", "#\\u0023[#\\u0023[a"), ("##\n[x", "##\\n[x"),
        ("## heading", "## heading"), ("a[\"#1\"]", "a[\"#1\"]"), ("# [x]", "# [x]"),
    ])
    func `hides nothing`(text: String, shown: String) {
        #expect(Array(TerminalText.printable(text).utf8) == Array(shown.utf8))
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], "a\\xffb"),
            // Too long for what it says, a surrogate, beyond Unicode, and cut off.
            ([0xC0, 0x80], "\\xc0\\x80"),
            ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"),
            ([0xF4, 0x90, 0x80, 0x80], "\\xf4\\x90\\x80\\x80"),
            ([0x61, 0xE2, 0x82], "a\\xe2\\x82"),
        ] as [([UInt8], String)])
    func `shows bytes that are not UTF-8`(bytes: [UInt8], shown: String) {
        #expect(TerminalText.printable(bytes) == shown)
    }

    @Test func `lets no control, direction or joiner of Unicode through`() {
        // What lies between is ideographs, and nothing.
        let values = Array(0...0x33FF) + Array(0xA000...0x1_FFFF) + Array(0xE_0000...0xE_0FFF)
        let letThrough = values.lazy.compactMap(Unicode.Scalar.init).filter { scalar in
            let shown = TerminalText.printable(String(scalar)).unicodeScalars
            return !shown.elementsEqual([scalar])
                ? !shown.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
                : TerminalText.width(of: String(scalar)) == 0
        }
        #expect(Array(letThrough).isEmpty)
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("ｱｲ", 2), ("Ａ", 2), ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇩🇪", 2),
        ("❤", 1), ("❤️", 2), ("☺︎", 1), ("1️⃣", 2), ("नमस्ते", 4), ("…", 1), ("│", 1), ("€", 1),
        ("\u{3000}", 2), ("𠀀", 2),
    ])
    func `measures in cells`(text: String, cells: Int) {
        #expect(TerminalText.width(of: text) == cells)
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("東京都", 6, "東京都"), ("東京都", 5, "東京…"),
        ("東京都", 4, "東…"), ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, "👩‍👩‍👧‍👦…"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
    func `cuts what is too long`(text: String, cells: Int, shown: String) {
        #expect(TerminalText.truncated(text, to: cells) == shown)
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("unbreakable word", 4, ["unbreakable", "word"]),
        ("東京 大阪 札幌", 9, ["東京 大阪", "札幌"]),
        ("", 10, [""]),
        ("two  spaces", 80, ["two  spaces"]),
    ])
    func `wraps at spaces`(text: String, cells: Int, lines: [String]) {
        #expect(TerminalText.wrapped(text, to: cells) == lines)
    }
}
