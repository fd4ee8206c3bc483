import Diagnostics

/// An invocation of terraform, understood: a value, before anything happens.
struct TerraformInvocation: Sendable {
    /// What was typed after the program's name: what `pass` hands on.
    let arguments: [String]
    /// The directory of `-chdir=`, if any.
    let chdir: String?
    let kind: Kind

    enum Kind: Sendable {
        /// Terraform prints its version, whatever else stands there.
        case version
        /// Terraform prints help, whatever else stands there.
        case help
        case command(Command)
    }

    /// A subcommand with its flags, as terraform will see them.
    struct Command: Sendable {
        let subcommand: Subcommand
        /// In order, those from `TF_CLI_ARGS*` first, as terraform splices them in.
        fileprivate(set) var flags: [Flag]
        /// `-no-color`, `-compact-warnings`, each once.
        fileprivate(set) var display: [String]
        fileprivate(set) var positionals: [String]

        /// The value of a flag that takes one, or nil where it is not given.
        func value(_ name: String) -> String? {
            flags.first { $0.name == name }?.value
        }

        /// All values of a flag that may be repeated.
        func values(_ name: String) -> [String] {
            flags.filter { $0.name == name }.compactMap(\.value)
        }

        /// A Boolean flag, or nil where it is not given.
        func bool(_ name: String) -> Bool? {
            guard let flag = flags.first(where: { $0.name == name }) else { return nil }
            guard let value = flag.value else { return true }
            return goBoolean(value)
        }

        func has(_ name: String) -> Bool {
            flags.contains { $0.name == name }
        }

        /// Whether a Boolean flag is true, or another one has a value.
        func isGiven(_ name: String) -> Bool {
            subcommand.takesBool(name) ? bool(name) ?? false : has(name)
        }
    }

    /// One flag.
    struct Flag: Equatable, Sendable {
        let name: String
        /// Nil for a Boolean flag without `=`.
        let value: String?

        /// The flag as one argument, in the form that cannot be paired wrongly.
        var argument: String {
            guard let value else { return "-\(name)" }
            return "-\(name)=\(value)"
        }
    }
}

/// A Boolean as Go's `strconv.ParseBool` reads it; nil for anything else.
private func goBoolean(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "TRUE", "true", "True": true
    case "0", "f", "F", "FALSE", "false", "False": false
    default: nil
    }
}

extension TerraformInvocation {
    /// Understands the arguments of terraform in terraform's own grammar.
    ///
    /// The steps and their order are terraform's: `main.go` (`-chdir`, the environment, the version
    /// anywhere), `github.com/hashicorp/cli` (help, the subcommand), `arguments/view.go` (display
    /// tokens), and Go's `flag` package. What they leave in doubt is refused: an argument before
    /// the subcommand, an empty one, a repeated flag that keeps only its last value, a value that
    /// looks like a flag, a display token that stands where a value would.
    ///
    /// - Parameters:
    ///   - arguments: what follows the program's name.
    ///   - environment: the value of a variable of the environment, or nil.
    /// - Throws: a refusal with the form that leaves doubt, and how to write it instead.
    init(
        _ arguments: [String], environment: (String) -> String?
    ) throws(Refusal) {
        self.arguments = arguments
        var rest = arguments[...]

        for argument in arguments
        where argument.hasSuffix("install-autocomplete") && argument.hasPrefix("-") {
            throw .usage(
                "\(argument) is not passed on",
                "It would edit the start-up file of your shell. Run the real terraform for it.")
        }

        var chdir: String?
        if let first = rest.first, first.hasPrefix("-chdir=") {
            chdir = String(decoding: first.utf8.dropFirst("-chdir=".utf8.count), as: UTF8.self)
            guard chdir?.isEmpty == false else {
                throw .usage("No directory in -chdir", "Write -chdir=DIRECTORY.")
            }
            rest = rest.dropFirst()
        }
        self.chdir = chdir

        // The variable of an empty subcommand, which terraform looks at as well.
        try Self.refuse("TF_CLI_ARGS_", in: environment)
        guard let first = rest.first else {
            try Self.refuse("TF_CLI_ARGS", in: environment)
            kind = .help
            return
        }
        if first.hasPrefix("-") {
            // Before a subcommand only these two are understood; terraform has no other.
            try Self.refuse("TF_CLI_ARGS", in: environment)
            if Self.versionFlags.contains(first) {
                kind = .version
            } else if Self.helpFlags.contains(first), !rest.contains("--") {
                kind = .help
            } else {
                throw .usage(
                    "\"\(first)\" before the subcommand",
                    "Only -chdir=DIRECTORY, -help and -version may stand before a subcommand. "
                        + "Put the other flags after it.")
            }
            return
        }
        guard !first.isEmpty else {
            throw .usage(
                "An empty argument before the subcommand",
                "Terraform would skip it and run what follows. Leave it out.")
        }

        guard let subcommand = Self.subcommand(of: rest) else {
            try Self.refuse("TF_CLI_ARGS", in: environment)
            try Self.refuse("TF_CLI_ARGS_\(first)", in: environment)
            guard Subcommand.parents.contains(first),
                rest.count == 1 || rest.dropFirst().allSatisfy(Self.helpFlags.contains)
            else { throw Self.unknownSubcommand(rest) }
            kind = .help
            return
        }
        if Subcommand.parents.contains(first) {
            // A version that does not know the second word takes the first for all of it.
            try Self.refuse("TF_CLI_ARGS_\(first)", in: environment)
        }
        rest = rest.dropFirst(subcommand.words.count)
        let spliced = try Self.environmentArguments(of: subcommand, environment)
        let all = spliced.flatMap(\.words) + rest

        let beforeDashes = all.prefix { $0 != "--" }
        if beforeDashes.contains(where: Self.versionFlags.contains) {
            kind = .version
            return
        }
        if beforeDashes.contains(where: Self.helpFlags.contains) {
            kind = .help
            return
        }
        var command = Command(subcommand: subcommand, flags: [], display: [], positionals: [])
        for (name, words) in spliced {
            try command.add(words)
            guard command.positionals.isEmpty, !words.contains("--") else {
                throw .usage(
                    "An argument that is no flag in \(name)",
                    "A bare word there could become the plan, or swallow an argument. Write it "
                        + "on the command line.")
            }
        }
        try command.add(Array(rest))
        try command.checkPositionals()
        kind = .command(command)
    }

    /// Refuses a variable that would become an argument where no subcommand holds its place.
    private static func refuse(
        _ name: String, in environment: (String) -> String?
    ) throws(Refusal) {
        guard let value = environment(name), !value.isEmpty else { return }
        throw .usage(
            "\(name) without a subcommand",
            "Terraform would take what is in \(name) for the subcommand. Unset it, or write the "
                + "subcommand on the command line.")
    }

    private static let versionFlags = ["-v", "-version", "--version"]
    private static let helpFlags = ["-h", "-help", "--help"]

    /// The subcommand that the first one or two words name: the longest, as `github.com/hashicorp/cli` does.
    private static func subcommand(of arguments: ArraySlice<String>) -> Subcommand? {
        for count in stride(from: min(2, arguments.count), to: 0, by: -1) {
            let words = arguments.prefix(count)
            // A word with a blank in it is one word, and no subcommand's.
            guard words.allSatisfy({ !$0.utf8.contains(UInt8(ascii: " ")) }) else { continue }
            let name = words.joined(separator: " ")
            if let found = Subcommand.all.first(where: { $0.name == name }) { return found }
        }
        return nil
    }

    /// What `TF_CLI_ARGS_<subcommand>` and `TF_CLI_ARGS` put behind the subcommand, in that order.
    private static func environmentArguments(
        of subcommand: Subcommand, _ environment: (String) -> String?
    ) throws(Refusal) -> [(name: String, words: [String])] {
        let suffix = subcommand.name.map { $0 == " " || $0 == "-" ? "_" : $0 }
        var result: [(name: String, words: [String])] = []
        for name in ["TF_CLI_ARGS_" + String(suffix), "TF_CLI_ARGS"] {
            guard let value = environment(name), !value.isEmpty else { continue }
            guard let split = shellWords(value) else {
                throw .usage(
                    "\(name) cannot be settled without doubt",
                    "It holds a character that terraform's splitting of it treats in its own way. "
                        + "Write the flags on the command line instead.")
            }
            result.append((name, split))
        }
        return result
    }

    private static func unknownSubcommand(_ arguments: ArraySlice<String>) -> Refusal {
        let first = arguments.first ?? ""
        // Of two words the second may be an argument, unless the first is never one by itself.
        let count = Subcommand.parents.contains(first) ? 2 : 1
        let words = arguments.prefix(count).filter { !$0.hasPrefix("-") }.joined(separator: " ")
        let known = Subcommand.all.map(\.name) + Invocation.ownCommands.sorted()
        return .usage(
            "Unknown subcommand \"\(words)\"",
            "tfguard runs only what it knows, because what it does not know may change anything. "
                + "See tfguard help for the subcommands of terraform that it passes on or judges."
                + didYouMean(words, among: known))
    }
}

extension TerraformInvocation.Command {
    /// Pairs flags with their values as terraform will, or refuses.
    fileprivate mutating func add(_ arguments: [String]) throws(Refusal) {
        var index = 0

        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if Subcommand.displayTokens.contains(argument) {
                if !display.contains(argument) { display.append(argument) }
                continue
            }
            if argument == "--" {
                positionals = Array(arguments[index...])
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                positionals = Array(arguments[(index - 1)...])
                break
            }
            let (name, inline) = try Self.split(argument)
            if subcommand.takesBool(name) {
                if let inline, goBoolean(inline) == nil {
                    throw .usage(
                        "\"\(inline)\" is no value for -\(name)",
                        "The flag -\(name) is either true or false.")
                }
                flags.append(TerraformInvocation.Flag(name: name, value: inline))
            } else if subcommand.takesValue(name) || subcommand.takesList(name) {
                var value = inline
                if value == nil, index < arguments.count {
                    value = arguments[index]
                    index += 1
                    guard value?.hasPrefix("-") != true else {
                        throw .usage(
                            "\"\(value ?? "")\" as the value of -\(name)",
                            "A value that begins with - may be a flag in the wrong place. "
                                + "Write -\(name)=VALUE.")
                    }
                }
                guard let value, !value.isEmpty else {
                    throw .usage("No value for -\(name)", "Write -\(name)=VALUE.")
                }
                flags.append(TerraformInvocation.Flag(name: name, value: value))
            } else {
                throw Self.unknownFlag(name, of: subcommand)
            }
            let isList = subcommand.takesList(name)
            guard isList || flags.filter({ $0.name == name }).count == 1 else {
                throw .usage(
                    "-\(name) twice",
                    "Terraform would keep the last one, here or from TF_CLI_ARGS. Give it once.")
            }
        }
    }

    /// Refuses what terraform would read otherwise than it looks.
    fileprivate func checkPositionals() throws(Refusal) {
        for positional in positionals {
            guard !positional.isEmpty else {
                throw .usage(
                    "An empty argument",
                    "Terraform would take it for no argument at all. Leave it out.")
            }
            guard !positional.hasPrefix("-") || positional == "-" else {
                throw .usage(
                    "\"\(positional)\" after the other arguments",
                    "Terraform reads no flags there. Put the flags before the other arguments; "
                        + "a file whose name begins with - can be written as ./NAME.")
            }
        }
        guard subcommand.positionals.contains(positionals.count) else {
            throw .usage(
                "Wrong number of arguments for \(subcommand.name)",
                "It takes \(Self.words(subcommand.positionals)) after its flags, and here stand "
                    + "\(positionals.count).")
        }
    }

    /// Splits `-name`, `--name` and `-name=value` as Go's `flag` package does.
    private static func split(
        _ argument: String
    ) throws(Refusal) -> (name: String, value: String?) {
        var bytes = argument.utf8.dropFirst()
        if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
        guard let first = bytes.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "=") else {
            throw .usage("Bad flag \"\(argument)\"", "Flags are written -name or -name=value.")
        }
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else {
            return (String(decoding: bytes, as: UTF8.self), nil)
        }
        return (
            String(decoding: bytes[..<equals], as: UTF8.self),
            String(decoding: bytes[bytes.index(after: equals)...], as: UTF8.self)
        )
    }

    private static func unknownFlag(_ name: String, of subcommand: Subcommand) -> Refusal {
        .usage(
            "Unknown flag -\(name) for \(subcommand.name)",
            "tfguard knows the flags of Terraform 0.13 to 1.16 and OpenTofu 1.6 to 1.12, and "
                + "passes on no other, because it could not judge what it does."
                + didYouMean(
                    "-\(name)",
                    among: subcommand.bools.union(subcommand.values).union(subcommand.lists)
                        .sorted().map { "-\($0)" }))
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        switch (range.lowerBound, range.upperBound) {
        case (0, 0): "nothing"
        case (let low, let high) where low == high: "\(low)"
        case (0, 999): "any number of arguments"
        case (let low, let high) where high > 99: "\(low) or more arguments"
        case (let low, let high): "\(low) to \(high) arguments"
        }
    }
}
