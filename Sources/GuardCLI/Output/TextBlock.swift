import Diagnostics

/// A run of text that is written in one manner.
struct TextRun: Hashable {
    let text: String
    let tone: TextTone
    /// Whether every character counts, spaces too: a name somebody may have to type, or a command.
    ///
    /// Such a run is broken only where it is wider than a whole line.
    let isExact: Bool

    private init(_ text: String, tone: TextTone, isExact: Bool) {
        self.text = text
        self.tone = tone
        self.isExact = isExact
    }

    /// Words of our own, or of a policy; they are wrapped between words.
    static func prose(_ text: String, _ tone: TextTone = .plain) -> TextRun {
        TextRun(singleLine(text), tone: tone, isExact: false)
    }

    /// Text of a plan, as it is.
    static func exact(_ bytes: [UInt8], _ tone: TextTone = .plain) -> TextRun {
        shown(TerminalText.printable(bytes), tone)
    }

    /// Text of a plan that has been made printable.
    static func shown(_ text: String, _ tone: TextTone = .plain) -> TextRun {
        TextRun(text, tone: tone, isExact: true)
    }

    static func spaces(_ count: Int) -> TextRun {
        TextRun(String(repeating: " ", count: count), tone: .plain, isExact: true)
    }

    /// Another text in the same manner.
    func with(text: String) -> TextRun {
        TextRun(text, tone: tone, isExact: isExact)
    }
}

/// Lines of text, none wider than a terminal is.
///
/// A value without a colour in it: colours come with `rendered(_:)`, and everything that counts
/// lines or cells does it before.
struct TextBlock {
    /// Below this a terminal is narrower than a sentence needs, and may wrap it itself.
    private static let narrowest = 24
    /// Sentences wider than this are hard to read; names may be wider.
    private static let widestSentence = 96

    let width: Int
    private(set) var lines: [Line] = []

    enum Line {
        case runs([TextRun], indent: Int)
        case bar(Banner)
    }

    init(width: Int) {
        self.width = max(width, Self.narrowest)
    }

    mutating func append(_ other: TextBlock) {
        lines.append(contentsOf: other.lines)
    }

    /// An empty line, unless there is one already or nothing stands above it.
    mutating func gap() {
        guard let last = lines.last else { return }
        if case .runs(let runs, _) = last, runs.isEmpty { return }
        lines.append(.runs([], indent: 0))
    }

    mutating func bar(_ banner: Banner) {
        lines.append(.bar(banner))
    }

    /// Wraps runs into lines.
    ///
    /// - Parameters:
    ///   - runs: what is written.
    ///   - label: stands in the margin of the first line.
    ///   - indent: the cells before every line, which the label must not fill.
    mutating func paragraph(_ runs: [TextRun], label: TextRun? = nil, indent: Int = 0) {
        var wrapped = LineWrapper(room: width - indent, proseRoom: Self.widestSentence - indent)
        for run in runs { wrapped.append(run) }
        for (number, line) in wrapped.finish().enumerated() {
            guard number == 0, let label else {
                lines.append(.runs(line, indent: indent))
                continue
            }
            let margin = indent - TerminalText.width(of: label.text)
            precondition(margin > 0, "a label is narrower than its margin")
            let filler = TextRun.spaces(margin)
            lines.append(.runs([label, filler] + line, indent: 0))
        }
    }

    /// The text with a line feed behind every line.
    func rendered(_ style: TextStyle) -> String {
        var text = ""
        for line in lines {
            switch line {
            case .bar(let banner):
                text += banner.rendered(width: width, style)
            case .runs(let runs, let indent):
                if !runs.isEmpty { text += String(repeating: " ", count: indent) }
                for run in disobeyed(runs) { text += style.paint(run.text, run.tone) }
            }
            text += "\n"
        }
        return text
    }
}

/// A line that GitHub's runner does not take for a command: one that begins with `::`, wherever text of
/// a plan was broken up (`ActionCommand.cs`, which looks behind any white space).
private func disobeyed(_ runs: [TextRun]) -> [TextRun] {
    guard let first = runs.firstIndex(where: { !$0.text.allSatisfy(\.isWhitespace) }),
        let colon = runs[first].text.firstIndex(where: { !$0.isWhitespace }),
        runs[first].text[colon...].hasPrefix(":")
    else { return runs }
    let line = runs[first...].reduce(into: "") { $0 += $1.text }
    guard line.drop(while: \.isWhitespace).hasPrefix("::") else { return runs }
    var runs = runs
    let text = runs[first].text
    runs[first] = runs[first].with(
        text: text[..<colon] + "\\u003a" + text[text.index(after: colon)...])
    return runs
}

/// Text of ours or of a policy on one line: line breaks are spaces, and nothing in it is obeyed.
func singleLine(_ text: String) -> String {
    let bytes = text.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): UInt8(ascii: " ")
        case _: byte
        }
    }
    return TerminalText.printable(bytes)
}
