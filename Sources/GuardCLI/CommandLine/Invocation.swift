/// What tfguard was asked to do: a value, before anything happens.
enum Invocation: Sendable {
    /// Stand in front of terraform.
    case terraform(GuardOptions, program: Program, arguments: [String])
    case check(CheckOptions)
    case policy(PolicyOptions)
    case explain(ExplainOptions)
    case log(LogOptions)
    case pin(PinOptions)
    case shim(ShimAction)
    /// Run a program with the guard in front of every terraform on its `PATH`.
    case with([String])
    case demo
    case help
    case version
}

/// The terraform that is meant.
enum Program: Equatable, Sendable {
    /// A name to be looked up in `PATH`.
    case named(String)
    /// A path, as typed.
    case path(String)
}

/// tfguard's own flags in front of terraform.
struct GuardOptions: Equatable, Sendable {
    /// `-policy=FILE`: further layers, which can only tighten.
    var policies: [String] = []
}

/// The flags of `tfguard check`.
struct CheckOptions: Equatable, Sendable {
    var format = ReportFormat.text
    /// The weakest decision that makes the exit status say so.
    var failsOn = FailureThreshold.confirm
    var policies: [String] = []
    /// The root module's folder, where it is not the current one.
    var chdir: String?
    /// The terraform that shows saved plans.
    var program = Program.named("terraform")
    var noColor = false
    /// Plan files, JSON files, or `-` for standard input.
    var plans: [String] = []
}

/// What `tfguard policy` is to do.
struct PolicyOptions: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        /// These files in the project's place, or the policy of the folder.
        case check([String])
        case show
        /// Writes a first `tfguard.hcl`.
        case initialise
    }

    var action = Action.show
    /// The folder, where it is not the current one.
    var chdir: String?
    var noColor = false
}

/// The flags of `tfguard explain`.
struct ExplainOptions: Sendable {
    /// One change; nil for all that have to be looked at.
    var address: String?
    /// How the plan is found and judged: as by `tfguard check`.
    var check = CheckOptions()
}

/// What `tfguard shim` is to do.
enum ShimAction: Equatable, Sendable {
    /// In the folder as typed, or in the usual one.
    case install(in: String?)
    case status
    case remove(from: String?)
}

enum ReportFormat: String, CaseIterable, Sendable {
    case text
    case json
}

enum FailureThreshold: String, CaseIterable, Sendable {
    case confirm
    case approve
    case block
}
