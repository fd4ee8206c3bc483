import Diagnostics
import GuardCore

/// The bar that says where this happens, so that nobody takes production for anything else.
///
/// With colour, production is white on red and nothing else is. Without colour it is a heavy rule
/// that says PRODUCTION from end to end, where others have a light rule and small letters.
enum Banner: Equatable {
    case production(String)
    case other(String)
    /// No environment was recognised: it may be any.
    case unknown

    init(_ environments: [RecognisedEnvironment]) {
        let names = environments.map { singleLine($0.name) }
        let text = names.joined(separator: ", ")
        if names.isEmpty {
            self = .unknown
        } else if names.contains("production") {
            self = .production(text.uppercased())
        } else if names.contains(where: isProductionName) {
            self = .production("PRODUCTION: \(text)")
        } else {
            self = .other(text)
        }
    }

    func rendered(width: Int, _ style: TextStyle) -> String {
        switch self {
        case .production(let text):
            let unit = "━━ \(text) "
            let times = max(1, width / TerminalText.width(of: unit))
            let rule = String(repeating: unit, count: times)
            return style.paint(fill(rule, with: "━", to: width), .productionBar)
        case .other(let text):
            return style.paint(fill("── \(text) ", with: "─", to: width), .otherBar)
        case .unknown:
            let text = "━━ ENVIRONMENT NOT RECOGNISED "
            return style.paint(fill(text, with: "━", to: width), .unknownBar)
        }
    }
}

/// Whether an environment of this name is to look like production.
///
/// A policy may call it `production-eu` or `live`; `pre-prod` and `nonprod` are something else.
private func isProductionName(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return words.contains { ["production", "prod", "prd", "live"].contains($0) }
        && !words.contains { ["non", "not", "no", "pre"].contains($0) }
}

/// The text at exactly this width: cut, or filled up.
private func fill(_ text: String, with filler: String, to width: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
        let cells = TerminalText.width(of: String(character))
        if used + cells > width { break }
        result.append(character)
        used += cells
    }
    return result + String(repeating: filler, count: width - used)
}
