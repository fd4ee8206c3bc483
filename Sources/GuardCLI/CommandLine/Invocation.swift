/// What tfguard was asked to do: a value, before anything happens.
enum Invocation: Sendable {
    /// Stand in front of terraform.
    case terraform(GuardOptions, program: Program, arguments: [String])
    case check(CheckOptions)
    case policy(PolicyOptions)
    case explain(ExplainOptions)
    case approve(ApproveOptions)
    case rehearsal(RehearsalOptions)
    case log(LogOptions)
    case incident(IncidentOptions)
    case posture(PostureOptions)
    case pin(PinOptions)
    case shim(ShimAction)
    /// Run a program with the guard in front of every terraform on its `PATH`.
    case with([String])
    case demo
    /// What makes a shell complete the command line.
    case completion(Shell)
    /// What to begin with, for somebody who typed the name alone.
    case overview
    /// All of it, or what is said of one command.
    case help(about: String?)
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
    /// `-approval=FILE`: what others have signed.
    var approvals: [String] = []
    /// `tfguard request`: judge, write what others are to sign, and apply nothing.
    var asksForApproval = false
    /// `-dev-overrides`: a provider that its developer runs from their own build is let in, and asked
    /// about.
    var allowsDevelopmentOverrides = false
}

/// The flags of `tfguard approve`.
struct ApproveOptions: Equatable, Sendable {
    var request = ""
    var reason = ""
    /// In seconds; nil for as long as the policy allows.
    var valid: Int64?
    /// What to sign with, where it is not the usual key.
    var key: String?
    var breaksGlass = false
    /// Where the approval is written to.
    var out: String?
    var policies: [String] = []
    var noColor = false
}

/// The flags of `tfguard check`.
struct CheckOptions: Equatable, Sendable {
    var format = ReportFormat.text
    /// Reports that are written to files besides.
    var outputs: [ReportOutput] = []
    /// The weakest decision that makes the exit status say so.
    var failsOn = FailureThreshold.confirm
    var policies: [String] = []
    /// A file in the place of the project's policy.
    var projectPolicy: String?
    /// A folder of plans that were made before.
    var history: String?
    /// The commit that the project's policy is read from.
    var policyReference: String?
    /// The root module's folder, where it is not the current one.
    var chdir: String?
    /// The terraform that shows saved plans.
    var program = Program.named("terraform")
    var noColor = false
    /// `-run-evidence`: have the policy's programs prove what its rules want proven.
    var runsEvidence = false
    /// Plan files, JSON files, folders of them, patterns, or `-` for standard input.
    var plans: [String] = []
}

/// What `tfguard policy` is to do.
struct PolicyOptions: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        /// These files in the project's place, or the policy of the folder.
        case check([String])
        case show
        /// The tests of these files and folders, or of the current one.
        case test([String])
        /// Writes a first `tfguard.hcl`.
        case initialise
        /// What is known of a type, or of which providers.
        case catalog(type: String?)
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
    /// `-actor`: who is asking, instead.
    var asksForActor = false
    /// `-verbose`: also what was looked for in vain.
    var listsAll = false
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

/// Who is to read a report.
enum ReportFormat: String, CaseIterable, Sendable {
    /// A person.
    case text
    /// A program.
    case json
    /// A pull request, as a comment.
    case markdown
    /// The log of a GitHub workflow, whose commands become annotations.
    case github
    /// GitLab's code quality widget.
    case gitlab
    /// Code scanning.
    case sarif
    /// Whatever shows the results of tests.
    case junit
}

/// `-output=FORMAT=FILE`.
struct ReportOutput: Equatable, Sendable {
    let format: ReportFormat
    /// The file, as typed.
    let file: String
}

enum FailureThreshold: String, CaseIterable, Sendable {
    case confirm
    case approve
    case block
}
