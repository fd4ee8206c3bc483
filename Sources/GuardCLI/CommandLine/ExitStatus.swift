/// What tfguard exits with.
///
/// From `confirmationNeeded` up, terraform did not run.
enum ExitStatus: Int32, Sendable {
    case success = 0
    /// Declined at the prompt, as terraform itself exits.
    case declined = 1
    /// Somebody would have to type what is lost, and nobody did.
    case confirmationNeeded = 3
    case approvalNeeded = 4
    case blocked = 5
    /// The plan is stale: plan again.
    case stale = 6
    /// Wrong usage, or a form that tfguard refuses to guess about (`EX_USAGE` of sysexits.h).
    case usage = 64
    /// The plan cannot be read or understood (`EX_DATAERR`).
    case unreadablePlan = 65
    /// terraform or another program is missing (`EX_UNAVAILABLE`).
    case programMissing = 69
    /// A broken promise of ours (`EX_SOFTWARE`).
    case internalError = 70
    /// The record cannot be written, or fetched where the policy demands it (`EX_CANTCREAT`).
    case unrecorded = 73
    /// The operating system refused a read or a write (`EX_IOERR`).
    case inputOutputError = 74
    /// The policy has an error (`EX_CONFIG`).
    case policyError = 78
}
