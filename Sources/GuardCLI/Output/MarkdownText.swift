import Diagnostics

/// Text in GitHub's and GitLab's Markdown: what may be written there, and how.
///
/// What a plan says stands in code spans, where neither mentions, links, quick actions nor HTML
/// work. Words of ours and of a policy are prose, in which every sign of Markdown is escaped.
enum MarkdownText {
    /// Text of a plan, as a code span: `aws_db_instance.main`.
    ///
    /// - Parameter text: has been made printable, so that it is one line.
    /// - Returns: the span.
    static func code(_ text: String) -> String {
        guard !text.isEmpty else { return "(empty)" }
        // A run of backticks longer than any within ends the span (CommonMark 0.31, 6.1).
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let needsSpace =
            text.hasPrefix("`") || text.hasSuffix("`")
            || (text.hasPrefix(" ") && text.hasSuffix(" "))
        return needsSpace ? "\(fence) \(text) \(fence)" : fence + text + fence
    }

    /// A code span in a table, where a bar counts even in code.
    static func codeInTable(_ text: String) -> String {
        code(text).replacing(each: "|", by: "\\|")
    }

    /// Words, in which nothing is markup; they stand behind something on their line.
    static func prose(_ text: String) -> String {
        var result = ""
        let scalars = Array(singleLine(text).unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            // Mentions are looked for in what has been rendered, except in code.
            case "@": result += "`@`"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "!", "|", "~", "&", "$",
                "^":
                result += "\\"
                result.unicodeScalars.append(scalar)
            // Links and emoji; not the end of a word.
            case ":" where place + 1 < scalars.count && scalars[place + 1] != " ": result += "\\:"
            case _: result.unicodeScalars.append(scalar)
            }
        }
        // A link without a scheme.
        return result.replacing(each: "www.", by: "www\\.").replacing(each: "WWW.", by: "WWW\\.")
    }

    /// Runs of text: what is exact as code, the rest as prose.
    static func runs(_ runs: [TextRun]) -> String {
        runs.map { $0.isExact ? code($0.text) : prose($0.text) }.joined()
    }
}
