import Diagnostics

/// What a run of text means to its reader.
enum TextTone {
    case plain
    /// What the eye must find first.
    case strong
    /// Said for completeness.
    case faint
    /// Something is lost.
    case danger
    /// Something is to be looked at.
    case caution
    /// The banners of the environments: production looks like nothing else.
    case productionBar
    case otherBar
    case unknownBar
}

extension TextStyle {
    /// The text in a tone.
    ///
    /// Where there is no colour the words say it all: `DESTROY`, `PRODUCTION`.
    func paint(_ text: String, _ tone: TextTone) -> String {
        switch tone {
        case .plain: text
        case .strong: self(text, .bold)
        case .faint: self(text, .faint)
        case .danger: self(text, .bold, .red)
        case .caution: self(text, .yellow)
        case .productionBar: self(text, .bold, .white, .onRed)
        case .otherBar: self(text, .bold, .black, .onCyan)
        case .unknownBar: self(text, .bold, .black, .onYellow)
        }
    }
}
