import Diagnostics
import GuardSystem

/// Where tfguard's own words go, and what they may look like there.
struct Console: Sendable {
    let stream: StandardStream
    let style: TextStyle
    /// Cells in a line.
    let width: Int

    /// Chooses colours as terminals and people ask for them.
    ///
    /// - Parameters:
    ///   - stream: where the words go.
    ///   - environment: `NO_COLOR` (no-color.org) takes colours away, `CLICOLOR_FORCE` gives them
    ///     where there is no terminal.
    ///   - hasColor: false where a flag says so.
    init(_ stream: StandardStream, environment: Environment, hasColor: Bool = true) {
        self.stream = stream
        let isSet = { (name: String) in !(environment[name] ?? []).isEmpty }
        let isDumb = environment["TERM"].map { $0.elementsEqual("dumb".utf8) } ?? false
        let isForced = isSet("CLICOLOR_FORCE") && environment["CLICOLOR_FORCE"] != [0x30]
        let wants = hasColor && !isSet("NO_COLOR") && (isForced || (stream.isTerminal && !isDumb))
        style = wants ? .coloured : .plain
        let size = stream.isTerminal ? (try? Terminal())?.size : nil
        width = min(max(size?.columns ?? 80, 40), 120)
    }

    /// Writes text in one call.
    ///
    /// That nobody reads it changes nothing about what is done.
    func write(_ text: String) {
        try? stream.write(Array(text.utf8))
    }

    /// Writes messages as terraform writes its own.
    func write(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        write(DiagnosticRenderer(style: style, width: width).render(diagnostics))
    }
}
