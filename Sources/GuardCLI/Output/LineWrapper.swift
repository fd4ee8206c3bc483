import Diagnostics

/// Puts runs of text into lines: at spaces where it can, inside a word where it must.
struct LineWrapper {
    /// The cells a line has.
    let room: Int
    /// The cells a line of sentences fills at most, so that wide terminals stay readable.
    let proseRoom: Int

    private var lines: [[TextRun]] = []
    private var line: [TextRun] = []
    private var lineWidth = 0
    /// What stands together without a space: `"courses-prod",` is a name and a comma.
    private var word: [TextRun] = []
    private var wordWidth = 0

    init(room: Int, proseRoom: Int) {
        self.room = room
        self.proseRoom = min(room, proseRoom)
    }

    mutating func append(_ run: TextRun) {
        guard !run.isExact else { return extendWord(run) }
        // A space that a mark combines with is part of a word; ASCII has no marks.
        guard run.text.utf8.allSatisfy({ $0 < 0x80 }) else { return appendWords(of: run) }
        let bytes = Array(run.text.utf8)
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") {
            if start > 0 { endWord() }
            if start < end {
                extendWord(run.with(text: String(decoding: bytes[start..<end], as: UTF8.self)))
            }
            start = end + 1
        }
    }

    private mutating func appendWords(of run: TextRun) {
        for (number, piece) in run.text.split(separator: " ", omittingEmptySubsequences: false)
            .enumerated()
        {
            if number > 0 { endWord() }
            if !piece.isEmpty { extendWord(run.with(text: String(piece))) }
        }
    }

    mutating func finish() -> [[TextRun]] {
        endWord()
        endLine()
        return lines
    }

    private mutating func extendWord(_ run: TextRun) {
        word.append(run)
        wordWidth += TerminalText.width(of: run.text)
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        let limit = word.contains { $0.isExact } ? room : proseRoom
        if !line.isEmpty {
            if lineWidth + 1 + wordWidth <= limit {
                line.append(.spaces(1))
                lineWidth += 1
            } else {
                endLine()
            }
        }
        if lineWidth + wordWidth <= room {
            line.append(contentsOf: word)
            lineWidth += wordWidth
        } else {
            for run in word { breakUp(run) }
        }
        word = []
        wordWidth = 0
    }

    /// Fills lines with a word that is wider than any of them.
    private mutating func breakUp(_ run: TextRun) {
        var piece = ""
        for character in run.text {
            let width = TerminalText.width(of: String(character))
            if lineWidth + width > room {
                line.append(run.with(text: piece))
                piece = ""
                endLine()
            }
            piece.append(character)
            lineWidth += width
        }
        line.append(run.with(text: piece))
    }

    private mutating func endLine() {
        guard !line.isEmpty else { return }
        lines.append(line)
        line = []
        lineWidth = 0
    }
}
