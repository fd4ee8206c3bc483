import Diagnostics
import GuardSystem

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

extension Refusal {
    /// A refusal of a form.
    static func usage(_ summary: String, _ detail: String) -> Refusal {
        Refusal(.usage, summary, detail)
    }

    /// A broken promise of ours.
    static func internalError(_ detail: String) -> Refusal {
        Refusal(.internalError, "Internal error", "\(detail) This is a mistake in tfguard.")
    }

    /// What the operating system refused.
    static func system(_ description: String, _ remedy: String = "") -> Refusal {
        Refusal(
            .inputOutputError, "The operating system refused",
            remedy.isEmpty ? description : "\(description) \(remedy)")
    }
}

/// Does what the operating system may refuse, and turns its refusal into ours.
func refusing<Result: ~Copyable>(
    _ remedy: String = "", _ body: () throws(SystemError) -> Result
) throws(Refusal) -> Result {
    do throws(SystemError) {
        return try body()
    } catch {
        throw .system("\(error)", remedy)
    }
}
