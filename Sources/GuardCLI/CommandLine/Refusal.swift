import Diagnostics

/// Why terraform did not run, and what the process exits with.
struct Refusal: Error {
    let status: ExitStatus
    let diagnostics: [Diagnostic]

    init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
        self.status = status
        self.diagnostics = diagnostics
    }

    /// A refusal with one message, which belongs to no text.
    init(_ status: ExitStatus, _ summary: String, _ detail: String) {
        self.init(status, [Diagnostic(summary, detail: detail)])
    }
}
