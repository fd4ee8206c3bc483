import Diagnostics
import GuardCore

extension Invocation {
    // Lists and no sets here and in what else a start looks at: the first set of a run costs a third
    // of a millisecond, in which the runtime looks for how strings are hashed.

    /// tfguard's own commands.
    ///
    /// Any other first word belongs to terraform.
    static let ownCommands = [
        "approve", "check", "completion", "demo", "explain", "help", "incident", "log", "pin",
        "policy", "posture", "rehearsal", "request", "shim", "with",
    ]

    /// Names that are kept for commands of a later version, and never passed to terraform.
    static let reservedCommands = [
        "hook"
    ]

    /// Understands the command line.
    ///
    /// - Parameter arguments: all of it, the name tfguard was called by first.
    /// - Throws: a refusal where it makes no sense.
    init(_ arguments: [String]) throws(Refusal) {
        // Called as `terraform` or `tofu`, tfguard is the shim: everything belongs to terraform.
        let calledAs = arguments.first.map(lastPathComponent) ?? "tfguard"
        if isTerraformName(calledAs) {
            self = .terraform(
                GuardOptions(), program: .named(calledAs), arguments: Array(arguments.dropFirst()))
            return
        }

        var words = OwnArguments(arguments.dropFirst())
        var options = GuardOptions()
        while let word = words.peek, word.hasPrefix("-"), !word.hasPrefix("-chdir=") {
            let flag = try words.nextFlag()
            switch flag.name {
            case "policy":
                options.policies.append(try words.value(of: flag))
            case "approval":
                options.approvals.append(try words.value(of: flag))
            case "dev-overrides":
                guard flag.value == nil else {
                    throw .usage("-dev-overrides takes no value", "Write it alone.")
                }
                options.allowsDevelopmentOverrides = true
            case "version":
                self = .version
                return
            case "help", "h":
                self = .help(about: nil)
                return
            case let name where Subcommand.flagNames.contains(name):
                throw .usage(
                    "-\(name) before the subcommand",
                    "It is a flag of terraform's, and stands after the subcommand: "
                        + "tfguard apply -\(name).")
            default:
                throw unknownFlag(
                    flag.name, among: ["policy", "approval", "dev-overrides", "version", "help"])
            }
        }
        guard var first = words.peek else {
            self = .overview
            return
        }
        if first == "request" {
            guard options.approvals.isEmpty else {
                throw .usage(
                    "-approval before request", "A request asks for an approval, and takes none.")
            }
            words.skip()
            options.asksForApproval = true
            guard let word = words.peek else {
                throw .usage(
                    "No plan to request an approval for",
                    "Write tfguard request PLAN, or tfguard request apply to have one made.")
            }
            guard !isHelpFlag(word) else {
                self = .help(about: "request")
                return
            }
            first = word
            let isCommand =
                word.hasPrefix("-") || isTerraformName(word)
                || Subcommand.all.contains { $0.words.first == word }
                || word.utf8.contains(UInt8(ascii: "/")) && words.count > 1
            guard isCommand else {
                // A saved plan stands for its apply.
                self = .terraform(
                    options, program: .named("terraform"),
                    arguments: ["apply"] + words.rest(after: 0))
                return
            }
        } else if Self.ownCommands.contains(first) {
            guard options == GuardOptions() else {
                throw .usage(
                    "An option before \(first)",
                    "In front of terraform it stands first; for tfguard \(first), if it takes "
                        + "one, it stands after the command.")
            }
            words.skip()
        }
        if Self.ownCommands.contains(first), words.asksForHelp(of: first) {
            self = .help(about: first)
            return
        }
        switch first {
        case "pin":
            self = .pin(try PinOptions(&words))
        case "incident":
            self = .incident(try IncidentOptions(&words))
        case "posture":
            self = .posture(try PostureOptions(&words))
        case "log":
            self = .log(try LogOptions(&words))
        case "check":
            self = .check(try CheckOptions(&words))
        case "completion":
            self = .completion(try Shell(&words))
        case "demo":
            try words.expectEnd(of: first)
            self = .demo
        case "help":
            self = .help(about: try helpTopic(&words))
        case "policy":
            self = .policy(try PolicyOptions(&words))
        case "explain":
            self = .explain(try ExplainOptions(&words))
        case "approve":
            self = .approve(try ApproveOptions(&words))
        case "rehearsal":
            self = .rehearsal(try RehearsalOptions(&words))
        case "shim":
            self = .shim(try ShimAction(&words))
        case "with":
            guard let program = words.peek, !program.isEmpty, !program.hasPrefix("-") else {
                throw .usage(
                    "No program behind tfguard with",
                    "Write it with its arguments: tfguard with terragrunt run --all apply.")
            }
            self = .with(words.rest(after: 0))
        case let word where Self.reservedCommands.contains(word):
            throw .usage(
                "tfguard \(word) does not exist yet",
                "The name is kept for a later version and is not passed to terraform. See "
                    + "tfguard help for what this version does.")
        case let word where word.utf8.contains(UInt8(ascii: "/")) && !word.hasPrefix("-"):
            self = .terraform(options, program: .path(word), arguments: words.rest(after: 1))
        case let word where isTerraformName(word):
            self = .terraform(options, program: .named(word), arguments: words.rest(after: 1))
        default:
            self = .terraform(
                options, program: .named("terraform"), arguments: words.rest(after: 0))
        }
    }
}

extension Shell {
    /// Understands what follows `tfguard completion`.
    fileprivate init(_ words: inout OwnArguments) throws(Refusal) {
        guard let name = words.peek, let shell = Shell(rawValue: name) else {
            throw .usage(
                "No such shell",
                "Write tfguard completion bash, zsh or fish."
                    + didYouMean(words.peek ?? "", among: Shell.allCases.map(\.rawValue)))
        }
        words.skip()
        try words.expectEnd(of: "completion \(name)")
        self = shell
    }
}

extension PolicyOptions {
    /// Understands what follows `tfguard policy`.
    fileprivate init(_ words: inout OwnArguments) throws(Refusal) {
        let names = ["catalog", "check", "init", "show", "test"]
        guard let name = words.peek, names.contains(name) else {
            throw .usage(
                "Unknown action of tfguard policy",
                "Write tfguard policy check, policy show, policy test, policy init or policy catalog."
                    + didYouMean(words.peek ?? "", among: names))
        }
        words.skip()
        var files: [String] = []
        while let word = words.peek {
            guard word.hasPrefix("-") else {
                let takesFiles = name == "check" || name == "test"
                guard takesFiles || name == "catalog" && files.isEmpty else {
                    try words.expectEnd(of: "policy \(name)")
                    return
                }
                files.append(word)
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "chdir": chdir = try words.value(of: flag)
            case "no-color": noColor = true
            default: throw unknownFlag(flag.name, among: ["chdir", "no-color"])
            }
        }
        action =
            switch name {
            case "check": .check(files)
            case "init": .initialise
            case "test": .test(files)
            case "catalog": .catalog(type: files.first)
            case _: .show
            }
    }
}

extension ExplainOptions {
    /// Understands what follows `tfguard explain`.
    fileprivate init(_ words: inout OwnArguments) throws(Refusal) {
        while let word = words.peek {
            guard word.hasPrefix("-") else {
                guard address == nil else {
                    throw .usage("Two addresses", "tfguard explain tells of one, or of all.")
                }
                address = word
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "plan": check.plans.append(try words.value(of: flag))
            case "policy": check.policies.append(try words.value(of: flag))
            case "policy-ref": check.policyReference = try words.value(of: flag)
            case "project-policy": check.projectPolicy = try words.value(of: flag)
            case "chdir": check.chdir = try words.value(of: flag)
            case "no-color": check.noColor = true
            case "actor": asksForActor = true
            case "verbose": listsAll = true
            default:
                throw unknownFlag(
                    flag.name,
                    among: [
                        "plan", "actor", "policy", "policy-ref", "project-policy", "chdir",
                        "no-color", "verbose",
                    ])
            }
        }
        if asksForActor {
            guard check.plans.isEmpty, address == nil else {
                throw .usage(
                    "-actor with a plan",
                    "tfguard explain -actor tells who asks, and takes no plan.")
            }
            return
        }
        guard check.plans.count <= 1 else {
            throw .usage(
                "Two plans to explain",
                "Write tfguard explain -plan=PLAN [ADDRESS], with a saved plan or its JSON.")
        }
        let choosesPolicy =
            !check.policies.isEmpty || check.policyReference != nil || check.projectPolicy != nil
        guard !check.plans.isEmpty || !choosesPolicy else {
            throw .usage(
                "A policy without a plan",
                "Without -plan, tfguard explain tells of what was judged last, by the policy of then. "
                    + "Give the plan: tfguard explain -plan=PLAN [ADDRESS].")
        }
    }
}

extension ApproveOptions {
    /// Understands what follows `tfguard approve`.
    fileprivate init(_ words: inout OwnArguments) throws(Refusal) {
        while let word = words.peek {
            guard word.hasPrefix("-") else {
                guard request.isEmpty else {
                    throw .usage("Two requests", "Each is looked at and signed by itself.")
                }
                request = word
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "reason": reason = try words.value(of: flag)
            case "valid":
                let text = try words.value(of: flag)
                guard let seconds = durationInSeconds(text) else {
                    throw .usage(
                        "\"\(text)\" is no time", "Write -valid=30m, -valid=4h or -valid=1d.")
                }
                valid = seconds
            case "key": key = try words.value(of: flag)
            case "out": out = try words.value(of: flag)
            case "break-glass": breaksGlass = true
            case "policy": policies.append(try words.value(of: flag))
            case "no-color": noColor = true
            default:
                throw unknownFlag(
                    flag.name,
                    among: ["reason", "valid", "key", "out", "break-glass", "policy", "no-color"])
            }
        }
        guard !request.isEmpty else {
            throw .usage(
                "No request to approve",
                "Write tfguard approve tfguard-request.json -reason=\"…\".")
        }
        guard reason.utf8.contains(where: { $0 > 0x20 }) else {
            throw .usage(
                "No reason",
                "Write why this is right, for those who read it later: -reason=\"OPS-123\".")
        }
    }
}

extension CheckOptions {
    /// Understands what follows `tfguard check`.
    fileprivate init(_ words: inout OwnArguments) throws(Refusal) {
        while let word = words.peek {
            guard word.hasPrefix("-"), word != "-" else {
                plans.append(word)
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "format":
                format = try choice(try words.value(of: flag), flag: "format")
            case "output":
                outputs.append(try ReportOutput(try words.value(of: flag)))
            case "fail-on":
                failsOn = try choice(try words.value(of: flag), flag: "fail-on")
            case "policy":
                policies.append(try words.value(of: flag))
            case "policy-ref":
                policyReference = try words.value(of: flag)
            case "project-policy":
                projectPolicy = try words.value(of: flag)
            case "history":
                history = try words.value(of: flag)
            case "chdir":
                chdir = try words.value(of: flag)
            case "terraform":
                let value = try words.value(of: flag)
                program =
                    value.utf8.contains(UInt8(ascii: "/")) ? .path(value) : .named(value)
            case "run-evidence":
                runsEvidence = true
            case "no-color":
                noColor = true
            default:
                throw unknownFlag(
                    flag.name,
                    among: [
                        "format", "output", "fail-on", "policy", "policy-ref", "project-policy",
                        "history", "chdir", "terraform", "no-color", "run-evidence",
                    ])
            }
        }
        guard history == nil || plans.isEmpty else {
            throw .usage(
                "-history beside a plan", "It judges the plans of a folder. Name one or the other.")
        }
        guard !plans.isEmpty || history != nil else {
            throw .usage(
                "No plan to check",
                "Name a saved plan, the output of terraform show -json, a folder of them, or - for "
                    + "standard input.")
        }
        guard plans.filter({ $0 == "-" }).count <= 1 else {
            throw .usage("Standard input twice", "It holds one plan. Give - once.")
        }
    }
}

extension ReportOutput {
    /// Understands `junit=report.xml`.
    fileprivate init(_ text: String) throws(Refusal) {
        guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw .usage(
                "No file in -output=\(text)",
                "Write the format and the file: -output=junit=report.xml.")
        }
        format = try choice(
            String(decoding: text.utf8[..<equals], as: UTF8.self), flag: "output")
        file = String(
            decoding: text.utf8[text.utf8.index(after: equals)...], as: UTF8.self)
        guard !file.isEmpty else {
            throw .usage(
                "No file in -output=\(text)",
                "Write the format and the file: -output=\(format.rawValue)=FILE.")
        }
    }
}

extension ShimAction {
    /// Understands what follows `tfguard shim`.
    fileprivate init(_ words: inout OwnArguments) throws(Refusal) {
        let action = words.peek ?? ""
        guard ["install", "status", "remove"].contains(action) else {
            throw .usage(
                action.isEmpty ? "No action behind tfguard shim" : "Unknown action \"\(action)\"",
                "tfguard shim install [DIR], tfguard shim status or tfguard shim remove [DIR]."
                    + didYouMean(action, among: ["install", "status", "remove"]))
        }
        words.skip()
        var folder: String?
        if action != "status", let word = words.peek {
            guard !word.isEmpty, !word.hasPrefix("-") else {
                throw .usage(
                    "\"\(word)\" names no folder",
                    "tfguard shim \(action) takes none, or the folder for the links.")
            }
            folder = word
            words.skip()
        }
        try words.expectEnd(of: "shim \(action)")
        self =
            switch action {
            case "install": .install(in: folder)
            case "remove": .remove(from: folder)
            case _: .status
            }
    }
}

/// The words of tfguard's own command line, and a place in them.
struct OwnArguments {
    private var words: ArraySlice<String>

    init(_ words: ArraySlice<String>) {
        self.words = words
    }

    struct Flag {
        let name: String
        let value: String?
    }

    var peek: String? { words.first }
    var count: Int { words.count }

    mutating func skip() {
        words = words.dropFirst()
    }

    /// Whether help is wanted: at once, or behind an action such as that of `tfguard policy check`.
    func asksForHelp(of command: String) -> Bool {
        guard let word = words.first else { return false }
        if isHelpFlag(word) { return true }
        // What stands behind a program is the program's.
        guard command != "with", !word.hasPrefix("-") else { return false }
        return words.dropFirst().first.map(isHelpFlag) ?? false
    }

    func rest(after count: Int) -> [String] {
        Array(words.dropFirst(count))
    }

    /// Takes `-name`, `--name` or `-name=value`.
    mutating func nextFlag() throws(Refusal) -> Flag {
        guard let word = words.popFirst() else { return Flag(name: "", value: nil) }
        var bytes = word.utf8.dropFirst()
        if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else {
            return Flag(name: String(decoding: bytes, as: UTF8.self), value: nil)
        }
        return Flag(
            name: String(decoding: bytes[..<equals], as: UTF8.self),
            value: String(decoding: bytes[bytes.index(after: equals)...], as: UTF8.self))
    }

    /// The value of a flag: behind its `=`, or the next word.
    mutating func value(of flag: Flag) throws(Refusal) -> String {
        guard let value = flag.value ?? words.popFirst(), !value.isEmpty else {
            throw .usage("No value for -\(flag.name)", "Write -\(flag.name)=VALUE.")
        }
        return value
    }

    func expectEnd(of command: String) throws(Refusal) {
        guard let word = words.first else { return }
        throw .usage("Unexpected \"\(word)\"", "tfguard \(command) takes no more.")
    }
}

/// One of an enum's names, or a refusal that lists them.
func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, flag: String
) throws(Refusal) -> Choice where Choice.RawValue == String {
    guard let found = Choice(rawValue: text) else {
        let names = Choice.allCases.map(\.rawValue)
        throw .usage(
            "\"\(text)\" is no value for -\(flag)",
            "It may be \(names.joined(separator: ", "))." + didYouMean(text, among: names))
    }
    return found
}

func unknownFlag(_ name: String, among names: [String]) -> Refusal {
    .usage(
        "Unknown flag -\(name)",
        "See tfguard help for the flags there are."
            + didYouMean("-\(name)", among: names.map { "-\($0)" }))
}

/// Understands what follows `tfguard help`: nothing, or what is asked about.
private func helpTopic(_ words: inout OwnArguments) throws(Refusal) -> String? {
    guard let topic = words.peek, !isHelpFlag(topic) else { return nil }
    guard helpText(about: topic) != nil else {
        throw .usage(
            "No help on \"\(topic)\"",
            "tfguard help tells of everything." + didYouMean(topic, among: Invocation.ownCommands))
    }
    return topic
}

private func isHelpFlag(_ word: String) -> Bool {
    ["-help", "--help", "-h"].contains(word)
}

/// Whether a program's name is `terraform` or `tofu`, with a version behind it or not.
///
/// Atlantis installs several side by side as `terraform1.5.7`.
func isTerraformName(_ name: String) -> Bool {
    for stem in ["terraform", "tofu"] where name.hasPrefix(stem) {
        var rest = name.utf8.dropFirst(stem.utf8.count)
        if rest.isEmpty { return true }
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "_") {
            rest = rest.dropFirst()
        }
        if rest.first == UInt8(ascii: "v") { rest = rest.dropFirst() }
        guard let first = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        else { return false }
        return rest.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"), UInt8(ascii: "_"):
                true
            default:
                false
            }
        }
    }
    return false
}

/// What follows the last slash.
func lastPathComponent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(decoding: path.utf8[path.utf8.index(after: slash)...], as: UTF8.self)
}
