import Diagnostics
import GuardCore
import GuardSystem

extension GuardedRun {
    /// Does what may be refused, and has the record tell of it where it was.
    ///
    /// Who tried what, and came not through, is asked for as often as who did it.
    ///
    /// - Parameters:
    ///   - attempt: what somebody wants to do.
    ///   - body: sees to it that it may be done.
    /// - Returns: what the body returns.
    /// - Throws: its refusal, which stands whether it could be recorded or not.
    func recordingRefusal<Settled>(
        of attempt: (Intent.Settlement) -> Intent, _ body: () throws(Refusal) -> Settled
    ) throws(Refusal) -> Settled {
        do throws(Refusal) {
            return try body()
        } catch {
            write(error, of: attempt(.policy))
            throw error
        }
    }

    private func write(_ refusal: Refusal, of attempt: Intent) {
        do throws(Refusal) {
            let time = try refusing { () throws(SystemError) in try Instant.now().description }
            let store = RecordStore(attempt.record, environment: environment, console: console)
            _ = try store.write(attempt.members(at: time, refused: refusal))
        } catch {
            let why = error.diagnostics.map(\.detail).joined(separator: " ")
            console.write("tfguard: that this was refused could not be recorded. \(why)\n")
        }
    }
}

extension ExitStatus {
    /// As the record and the log call it.
    var inWords: String {
        switch self {
        case .success: "no"
        case .declined: "declined"
        case .confirmationNeeded: "confirmation needed"
        case .approvalNeeded: "approval needed"
        case .blocked: "blocked"
        case .stale: "stale"
        case .usage: "wrong usage"
        case .unreadablePlan: "unreadable"
        case .programMissing: "program missing"
        case .internalError: "internal error"
        case .unrecorded: "not recorded"
        case .inputOutputError: "input or output failed"
        case .policyError: "policy error"
        }
    }
}
