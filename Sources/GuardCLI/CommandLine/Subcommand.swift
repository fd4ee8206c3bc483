import GuardCore
import TerraformPlan

/// How an invocation of terraform is dealt with.
enum Route: Equatable, Sendable {
    /// It only reads: the real terraform takes this process over.
    case pass
    /// It changes local files or choices, and no state: as `pass`, once its paths are checked.
    case local
    /// `init`, which downloads, and which can move state by itself.
    case initialise
    /// `plan`: judged when it leaves a plan file, and passed on when not.
    case plan
    /// It ends in an apply: the pipeline.
    case apply(PlanMode)
    /// It changes state without a plan.
    case surgery(SurgeryCommand)
}

/// One subcommand of terraform: its words, its route, and every flag that some known version takes.
///
/// The flags are those of Terraform 0.13 to 1.16 (`internal/command/arguments/*.go` and
/// `internal/command/*.go`) and OpenTofu 1.6 to 1.12. A flag that is not here is refused: what a
/// newer version adds may do anything, and to pair a flag with its value one has to know whether
/// it takes one.
struct Subcommand: Sendable {
    /// Its words, as one types them.
    let name: String
    let route: Route
    /// How many words may follow the flags.
    let positionals: ClosedRange<Int>

    // Kept as they are written and taken apart when somebody asks: the table is made at every start,
    // and a start asks about one subcommand.
    private let boolNames: String
    private let valueNames: String
    private let listNames: String

    init(
        _ words: String, _ route: Route, bools: String = "", values: String = "",
        lists: String = "", positionals: ClosedRange<Int> = 0...0
    ) {
        name = words
        self.route = route
        boolNames = bools
        valueNames = values
        listNames = lists
        self.positionals = positionals
    }

    var words: [String] { Self.split(name) }
    /// Flags that take `-x` or `-x=BOOL`.
    var bools: Set<String> { Set(Self.split(boolNames)) }
    /// Flags that take `-x=VALUE` or `-x VALUE`, at most once.
    var values: Set<String> { Set(Self.split(valueNames)) }
    /// Flags that take a value, any number of times.
    var lists: Set<String> { Set(Self.split(listNames)) }

    func takesBool(_ name: String) -> Bool { Self.split(boolNames).contains(name) }
    func takesValue(_ name: String) -> Bool { Self.split(valueNames).contains(name) }
    func takesList(_ name: String) -> Bool { Self.split(listNames).contains(name) }

    private static func split(_ names: String) -> [String] {
        names.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Subcommand {
    /// Tokens that terraform takes out of the arguments wherever they stand.
    ///
    /// They come out before the flags are paired with their values
    /// (`internal/command/arguments/view.go`).
    static let displayTokens = ["-no-color", "-compact-warnings"]

    /// Every flag of every subcommand.
    static let flagNames = all.reduce(into: Set<String>()) { names, subcommand in
        names.formUnion(subcommand.bools)
        names.formUnion(subcommand.values)
        names.formUnion(subcommand.lists)
    }

    /// First words that are no subcommand by themselves: terraform prints their help.
    static let parents = ["state", "workspace", "metadata", "env", "stacks"]

    /// The table.
    ///
    /// What is not in it is refused.
    static let all: [Subcommand] = reading + changingLocalFiles + planning + surgery

    private static let variables = "var var-file"

    private static let reading: [Subcommand] = [
        Subcommand("version", .pass, bools: "json"),
        Subcommand(
            "validate", .pass, bools: "json no-tests", values: "test-directory",
            lists: variables, positionals: 0...1),
        Subcommand(
            "show", .pass, bools: "json show-sensitive state config", values: "plan module",
            lists: variables, positionals: 0...1),
        Subcommand(
            "output", .pass, bools: "json raw show-sensitive", values: "state module",
            lists: variables, positionals: 0...1),
        Subcommand("state list", .pass, values: "state id", lists: variables, positionals: 0...999),
        Subcommand(
            "state ls", .pass, values: "state id", lists: variables, positionals: 0...999),
        Subcommand(
            "state show", .pass, bools: "show-sensitive", values: "state", lists: variables,
            positionals: 1...1),
        Subcommand("state pull", .pass, bools: "ignore-remote-version", lists: variables),
        Subcommand("state identities", .pass, bools: "json", values: "state id", lists: variables),
        Subcommand(
            "providers", .pass, values: "test-directory", lists: variables, positionals: 0...1),
        Subcommand("providers schema", .pass, bools: "json", lists: variables),
        Subcommand(
            "graph", .pass, bools: "draw-cycles verbose", values: "type plan module-depth",
            lists: variables, positionals: 0...1),
        Subcommand("metadata functions", .pass, bools: "json"),
        Subcommand("modules", .pass, bools: "json"),
        Subcommand("workspace show", .pass, lists: variables),
        Subcommand("workspace list", .pass, lists: variables, positionals: 0...1),
        Subcommand("env list", .pass, lists: variables, positionals: 0...1),
        Subcommand(
            "console", .pass, bools: "plan lock", values: "state lock-timeout", lists: variables,
            positionals: 0...1),
    ]

    private static let changingLocalFiles: [Subcommand] = [
        Subcommand(
            "fmt", .local, bools: "list write diff check recursive", positionals: 0...999),
        Subcommand(
            "get", .local, bools: "update json", values: "test-directory", lists: variables,
            positionals: 0...1),
        Subcommand(
            "workspace select", .local, bools: "or-create", lists: variables, positionals: 1...2),
        Subcommand(
            "workspace new", .local, bools: "lock", values: "lock-timeout", lists: variables,
            positionals: 1...2),
        Subcommand(
            "env select", .local, bools: "or-create", lists: variables, positionals: 1...2),
        Subcommand(
            "env new", .local, bools: "lock", values: "lock-timeout", lists: variables,
            positionals: 1...2),
        Subcommand("login", .local, positionals: 0...1),
        Subcommand("logout", .local, positionals: 0...1),
        Subcommand(
            "providers lock", .local, bools: "enable-plugin-cache",
            values: "fs-mirror net-mirror test-directory", lists: "platform " + variables,
            positionals: 0...999),
        Subcommand(
            "providers mirror", .local, bools: "lock-file", lists: "platform " + variables,
            positionals: 1...1),
        Subcommand(
            "init", .initialise,
            bools: "input lock upgrade reconfigure backend cloud get json "
                + "migrate-state force-copy verify-plugins ignore-remote-version "
                + "get-plugins",
            values: "lock-timeout lockfile from-module test-directory plugin-cache-dir",
            lists: "backend-config plugin-dir " + variables, positionals: 0...1),
    ]

    private static let planTimeBools =
        "destroy refresh-only refresh lock input json allow-deferral show-sensitive concise "
        + "consolidate-warnings consolidate-errors"
    private static let planTimeValues = "lock-timeout parallelism state deprecation"
    private static let planTimeLists =
        "target replace invoke exclude target-file exclude-file var var-file"

    private static let planning: [Subcommand] = [
        Subcommand(
            "plan", .plan, bools: planTimeBools + " detailed-exitcode",
            values: planTimeValues + " out generate-config-out module-depth",
            lists: planTimeLists, positionals: 0...1),
        Subcommand(
            "apply", .apply(.normal),
            bools: planTimeBools + " auto-approve suppress-forget-errors",
            values: planTimeValues + " state-out backup", lists: planTimeLists,
            positionals: 0...1),
        Subcommand(
            "destroy", .apply(.destroy),
            bools: planTimeBools + " auto-approve suppress-forget-errors",
            values: planTimeValues + " state-out backup", lists: planTimeLists,
            positionals: 0...1),
        Subcommand(
            "refresh", .apply(.refreshOnly), bools: "input lock json show-sensitive concise",
            values: "lock-timeout parallelism state state-out backup",
            lists: "target exclude target-file exclude-file var var-file", positionals: 0...1),
    ]

    private static let locks = "lock ignore-remote-version"
    private static let legacyStates = "lock-timeout state state-out backup backup-out"

    private static let surgery: [Subcommand] = [
        operation(
            "state rm", bools: "dry-run " + locks, values: legacyStates, positionals: 1...9999),
        operation(
            "state remove", bools: "dry-run " + locks, values: legacyStates, positionals: 1...9999),
        operation(
            "state mv", bools: "dry-run " + locks, values: legacyStates, positionals: 2...2),
        operation(
            "state move", bools: "dry-run " + locks, values: legacyStates, positionals: 2...2),
        operation(
            "state push", bools: "force " + locks, values: "lock-timeout", positionals: 1...1),
        operation(
            "state replace-provider", bools: "auto-approve " + locks, values: legacyStates,
            positionals: 2...2),
        operation(
            "import", bools: "input allow-missing-config " + locks,
            values: "config parallelism provider " + legacyStates, lists: "target",
            positionals: 2...2),
        operation(
            "taint", bools: "allow-missing " + locks, values: legacyStates, positionals: 1...1),
        operation(
            "untaint", bools: "allow-missing " + locks, values: legacyStates, positionals: 1...1),
        operation("force-unlock", bools: "force", positionals: 1...2),
        operation(
            "workspace delete", bools: "force lock", values: "lock-timeout", positionals: 1...2),
        operation("env delete", bools: "force lock", values: "lock-timeout", positionals: 1...2),
        operation(
            "test", bools: "json verbose allow-deferral repair",
            values: "test-directory junit-xml cloud-run parallelism run-parallelism",
            lists: "filter"),
    ].compactMap { $0 }

    /// A subcommand that changes state without a plan; since Terraform 1.16 and OpenTofu 1.8 nearly
    /// all of them take variables.
    private static func operation(
        _ words: String, bools: String, values: String = "", lists: String = "",
        positionals: ClosedRange<Int> = 0...0
    ) -> Subcommand? {
        SurgeryCommand(name: words).map { command in
            Subcommand(
                words, .surgery(command), bools: bools, values: values,
                lists: variables + " " + lists, positionals: positionals)
        }
    }
}
