/// Renders diagnostics as Terraform renders its own (internal/command/format/diagnostic.go), and
/// underlines the place in a line of its own, so that a log without colours shows it too.
///
/// ```
/// ╷
/// │ Error: Unsupported argument
/// │
/// │   on tfguard.hcl line 2, in rule "no-destroy":
/// │    2:   decison = "block"
/// │         ^^^^^^^
/// │
/// │ A rule has no argument "decison". Did you mean "decision"?
/// ╵
/// ```
package struct DiagnosticRenderer: Sendable {
    private let style: TextStyle
    private let width: Int

    /// Prepares to render.
    ///
    /// - Parameters:
    ///   - style: whether in colours.
    ///   - width: how many cells a line of the terminal has; Terraform takes 78 where it does not
    ///     know.
    package init(style: TextStyle, width: Int = 78) {
        self.style = style
        self.width = width
    }

    /// All of them: warnings before errors, which are read last and first; within each what has no
    /// place, then by file and place.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        let sorted = diagnostics.enumerated().sorted { left, right in
            key(left.element, left.offset) < key(right.element, right.offset)
        }
        return sorted.map { render($0.element) }.joined()
    }

    private func key(_ diagnostic: Diagnostic, _ position: Int) -> (Int, String, Int, Int) {
        let severity =
            switch diagnostic.severity {
            case .warning: 0
            case .error: 1
            }
        return (
            severity, diagnostic.range?.file.name ?? "", diagnostic.range?.start ?? -1, position
        )
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        let (label, colour): (String, TextStyle.Attribute) =
            switch diagnostic.severity {
            case .error: ("Error: ", .red)
            case .warning: ("Warning: ", .yellow)
            }
        let summary = TerminalText.printable(diagnostic.summary)
        var lines = [style(label, .bold, colour) + style(summary, .bold), ""]
        if let range = diagnostic.range {
            lines += place(range, in: diagnostic.context, colour) + [""]
        }
        lines += detail(diagnostic.detail)
        // A message without detail ends with its summary.
        while lines.last == "" { lines.removeLast() }
        let rule = style("│", colour)
        let ruled = lines.map { $0.isEmpty ? rule : rule + " " + $0 }
        return ([style("╷", colour)] + ruled + [style("╵", colour)])
            .map { $0 + "\n" }.joined()
    }

    private func detail(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            let line = TerminalText.printable(String(line))
            // What is indented is laid out already. The rule, its space and a margin take three.
            return line.hasPrefix(" ") ? [line] : TerminalText.wrapped(line, to: max(width - 3, 20))
        }
    }

    private func place(
        _ range: SourceRange, in context: String?, _ colour: TextStyle.Attribute
    ) -> [String] {
        let number = range.file.line(at: range.start)
        let suffix = context.map { ", in " + TerminalText.printable($0) } ?? ""
        let name = TerminalText.printable(range.file.name)
        let (code, before, marked) = MarkedLine(range).fitting(max(width - 10, 40))
        let digits = String(number)
        let gutter = String(repeating: " ", count: max(0, 4 - digits.count)) + digits + ": "
        let indent = String(repeating: " ", count: gutter.count + before)
        return [
            "  on \(name) line \(number)\(suffix):",
            gutter + code,
            indent + style(String(repeating: "^", count: marked), colour),
        ]
    }
}

/// The line in which a range begins, in the three parts that the range makes of it.
private struct MarkedLine {
    private var before = ""
    private var marked = ""
    private var after = ""
    /// Cells so far, for tabs.
    private var column = 0

    init(_ range: SourceRange) {
        let bytes = range.file.bytes
        let line = range.file.lineRange(at: range.start)
        let start = min(range.start, line.upperBound)
        let end = min(range.end, line.upperBound)
        before = shown(bytes[line.lowerBound..<start])
        marked = shown(bytes[start..<end])
        after = shown(bytes[end..<line.upperBound])
    }

    /// Harmless text; a tab as the spaces to the next multiple of four.
    private mutating func shown(_ bytes: ArraySlice<UInt8>) -> String {
        var result = ""
        let parts = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index > 0 {
                let spaces = 4 - column % 4
                result += String(repeating: " ", count: spaces)
                column += spaces
            }
            let text = TerminalText.printable(Array(part))
            result += text
            column += TerminalText.width(of: text)
        }
        return result
    }

    /// The line in so many cells, and how many of them are before the mark and under it.
    func fitting(_ cells: Int) -> (code: String, before: Int, marked: Int) {
        var before = self.before
        // What is far to the right is shown with a little of what stands before it.
        if TerminalText.width(of: before) > cells / 2 {
            let whole = before + marked + after
            if TerminalText.width(of: whole) > cells {
                before = "…" + String(before.suffix(cells / 4))
            }
        }
        let left = TerminalText.width(of: before)
        let marked = TerminalText.truncated(self.marked, to: max(cells - left, 1))
        let under = TerminalText.width(of: marked)
        let code = before + marked + after
        return (
            TerminalText.truncated(code, to: max(cells, left + under)), left, max(under, 1)
        )
    }
}
