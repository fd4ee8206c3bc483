/// Whether text carries colours, and the only place that knows how a terminal is told of them.
///
/// An argument of whatever renders text: what is written to a file or a log is plain.
package enum TextStyle: Sendable {
    case plain
    case coloured

    /// What text can be, as the parameter of "select graphic rendition" (ECMA-48, 8.3.117).
    package enum Attribute: Int, Sendable {
        case bold = 1
        case faint = 2
        case underlined = 4
        case reversed = 7
        case black = 30
        case red = 31
        case green = 32
        case yellow = 33
        case blue = 34
        case magenta = 35
        case cyan = 36
        /// The bright one: 37 is grey on many terminals.
        case white = 97
        case onRed = 41
        case onGreen = 42
        case onYellow = 43
        case onCyan = 46
    }

    /// The text with these attributes, and everything after it without them.
    package func callAsFunction(_ text: String, _ attributes: Attribute...) -> String {
        switch self {
        case .plain: return text
        case .coloured:
            if text.isEmpty || attributes.isEmpty { return text }
            let codes = attributes.map { String($0.rawValue) }.joined(separator: ";")
            return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
        }
    }
}
