import Diagnostics

/// One lexical element: what it is, and which bytes of the file.
struct Token {
    let kind: Kind
    let start: Int
    let end: Int

    enum Kind {
        case identifier
        case number
        /// A line's end, or several with nothing but comments between them.
        case newline
        case end
        /// Something that has been reported and stands for nothing.
        case invalid

        case openQuote
        case closeQuote
        /// `<<EOT` or `<<-EOT` with its newline.
        case openHeredoc
        /// The closing marker, without the newline after it.
        case closeHeredoc
        /// Literal text in a quoted template, or in one line of a heredoc.
        case text
        /// `${` or `${~`.
        case openInterpolation
        /// `%{` or `%{~`.
        case openDirective
        /// `}` or `~}` where it ends an interpolation or a directive.
        case closeSequence

        case openBrace
        case closeBrace
        case openBracket
        case closeBracket
        case openParenthesis
        case closeParenthesis

        case assign
        case colon
        case doubleColon
        case comma
        case dot
        case ellipsis
        case arrow
        case question
        case bang
        case star
        case slash
        case percent
        case plus
        case minus
        case equal
        case notEqual
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
        case and
        case or
    }

    func range(in file: SourceFile) -> SourceRange {
        SourceRange(file: file, start: start, end: end)
    }
}
