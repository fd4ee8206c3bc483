import TestSupport

@testable import GuardCLI

/// An invocation of terraform made up from the tables of subcommands, with what people, scripts and
/// whoever wants to get past a guard do to one: the same number always makes the same.
struct GeneratedInvocation: CustomStringConvertible {
    let subcommand: Subcommand
    private(set) var arguments: [String] = []
    private(set) var variables: [String: String] = [:]
    /// How much is wrong with it: nothing, a little, more.
    private let oddness: Int

    init(_ number: Int) {
        var random = SeededGenerator(seed: UInt64(number))
        // Every subcommand has its turn, and those that plan or apply have it more often.
        let kind = Kind.allCases[number % Kind.allCases.count]
        let choices = Subcommand.all.filter { kind.includes($0.route) }
        subcommand = choices[number / Kind.allCases.count % choices.count]
        // Most mistakes are alone: two of them hide each other.
        oddness = Int.random(in: 0...2, using: &random)

        let flags = (0..<Int.random(in: 0...2, using: &random)).flatMap { _ in
            flag(&random)
        }
        arguments = subcommand.words + flags + positionals(&random)
        if chance(2, in: 3, &random), subcommand.bools.contains("auto-approve") {
            arguments.insert("-auto-approve", at: subcommand.words.count)
        }
        for _ in 0..<oddness where chance(2, in: 3, &random) { disturb(&random) }
        if chance(1, in: 3, &random) { splice(&random) }
    }

    private enum Kind: CaseIterable {
        case planning
        case reading
        case applying
        case surgery

        func includes(_ route: Route) -> Bool {
            switch (self, route) {
            case (.planning, .plan), (.planning, .initialise), (.planning, .apply): true
            case (.reading, .pass), (.reading, .local): true
            case (.applying, .apply): true
            case (.surgery, .surgery): true
            case _: false
            }
        }
    }

    var description: String {
        let assignments = variables.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }
        let words = arguments.map { $0.isEmpty || $0.contains(" ") ? "'\($0)'" : $0 }
        return (assignments + ["terraform"] + words).joined(separator: " ")
    }

    // MARK: The parts

    /// Flags of other versions than the one that is most likely there, where each of them is the same
    /// mistake.
    private static let rare: Set<String> = [
        "show-sensitive", "concise", "consolidate-warnings", "consolidate-errors", "deprecation",
        "exclude", "target-file", "exclude-file", "allow-deferral", "suppress-forget-errors",
        "invoke", "verify-plugins", "get-plugins", "cloud", "module", "plugin-cache-dir", "config",
    ]

    private func flag(_ random: inout SeededGenerator) -> [String] {
        let names = (subcommand.bools.union(subcommand.values).union(subcommand.lists)).sorted()
            .filter { !Self.rare.contains($0) || oddness > 1 }
        guard let name = names.randomElement(using: &random) else { return [] }
        let dashes = chance(1, in: 6, &random) ? "--" : "-"
        let isOdd = oddness > 0 && chance(1, in: 3, &random)
        guard !subcommand.bools.contains(name) else {
            let values = isOdd ? ["=yes", "=", "=TRUE "] : ["", "", "=true", "=false", "=0", "=T"]
            return ["\(dashes)\(name)\(values.randomElement(using: &random) ?? "")"]
        }
        let value = value(of: name, &random)
        switch (isOdd, Bool.random(using: &random)) {
        case (false, false): return ["\(dashes)\(name)=\(value)"]
        case (false, true): return ["\(dashes)\(name)", value]
        case (true, false): return ["\(dashes)\(name)"]
        case (true, true): return ["\(dashes)\(name)", "-destroy"]
        }
    }

    private func value(of name: String, _ random: inout SeededGenerator) -> String {
        let choices: [String] =
            switch name {
            case "target", "replace", "exclude", "invoke": ["terraform_data.a", "terraform_data.b"]
            case "var": ["size=2", "size=3", "none=1"]
            case "var-file", "target-file", "exclude-file":
                ["other.tfvars", "missing.tfvars", "terraform.tfstate"]
            case "junit-xml": ["report.xml", "terraform.tfstate", "tfguard.hcl"]
            case "out": ["new.plan", "nothing.plan", "terraform.tfstate", "main.tf", "sub/x"]
            case "state", "state-out": ["terraform.tfstate", "copy.tfstate", "new.tfstate"]
            case "backup": ["-", "saved.backup", "terraform.tfstate"]
            case "lock-timeout": ["1s", "0s", "x"]
            case "parallelism", "module-depth": ["1", "0", "x"]
            case "plan": ["nothing.plan", "destroy.plan", "terraform.tfstate"]
            case "type": ["plan", "plan-destroy", "x"]
            case "id": ["x"]
            // Nothing that would be looked for on a network.
            case "from-module", "plugin-dir", "fs-mirror", "test-directory", "plugin-cache-dir":
                ["./sub", "terraform.tfstate", "terraform.tfstate.d"]
            case "net-mirror": ["https://localhost:1/"]
            case "platform": ["linux_amd64", "x"]
            case "backend-config":
                ["path=copy.tfstate", "path=terraform.tfstate", "missing.hcl", "terraform.tfstate"]
            case "generate-config-out": ["made.tf", "main.tf", "terraform.tfstate", "new.tfstate"]
            case "lockfile": ["readonly", "x"]
            case _: ["x"]
            }
        return choices.randomElement(using: &random) ?? "x"
    }

    private func positionals(_ random: inout SeededGenerator) -> [String] {
        let plans = ["nothing.plan", "destroy.plan", "create.plan", "terraform.tfstate", "sub", ""]
        let choices: [[String]] =
            switch subcommand.name {
            case "apply" where Bool.random(using: &random): plans.map { [$0] }
            case "apply", "destroy", "plan": [[], [], []] + plans.map { [$0] }
            case "show": [[]] + plans.map { [$0] }
            case "output": [[], ["size"], ["none"]]
            case "state rm", "state remove", "state show", "taint", "untaint", "state list",
                "state ls":
                [["terraform_data.a"], ["terraform_data.b"], [], ["terraform_data.a", "-dry-run"]]
            case "state mv", "state move":
                [["terraform_data.a", "terraform_data.c"], ["terraform_data.a"]]
            case "state push": [["empty.tfstate"], ["copy.tfstate"], ["-"], []]
            case "state replace-provider":
                [["terraform.io/builtin/terraform", "example.com/some/thing"], []]
            case "import": [["terraform_data.c", "some-id"], []]
            case "force-unlock": [["1234"], []]
            case "workspace new", "env new": [["fresh"], ["other"], []]
            case "workspace select", "env select", "workspace delete", "env delete":
                [["other"], ["default"], ["fresh"], []]
            case "login", "logout": [["localhost:1"]]
            case "fmt": [[], ["-"], ["main.tf"], ["ugly.tf"]]
            case "providers mirror": [["mirror"], []]
            case _: [[], [], ["sub"], ["x", "y"]]
            }
        // The first is what the subcommand wants.
        return (oddness > 0 ? choices.randomElement(using: &random) : choices.first) ?? []
    }

    /// Does to the words what shells, scripts and mistakes do.
    private mutating func disturb(_ random: inout SeededGenerator) {
        let place = Int.random(in: 0...arguments.count, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: arguments.insert("", at: place)
        case 1: arguments.insert("--", at: place)
        case 2: arguments.insert("-no-color", at: place)
        case 3: arguments.insert("-compact-warnings", at: place)
        case 4: arguments.insert(chance(1, in: 2, &random) ? "-help" : "-version", at: place)
        case 5: arguments.insert("-destroy", at: place)
        case 6: arguments.insert("-chdir=\(chance(1, in: 2, &random) ? "." : "sub")", at: 0)
        case 7: arguments.insert("-chdir=.", at: place)
        case 8:
            if let word = arguments.randomElement(using: &random) {
                arguments.insert(word, at: place)
            }
        case 9:
            if place < arguments.count { arguments.remove(at: place) }
        case 10: arguments.insert(subcommand.words[0] + "x", at: 0)
        case _: arguments.insert("-auto-approve", at: place)
        }
    }

    private mutating func splice(_ random: inout SeededGenerator) {
        let own = subcommand.name.map { $0 == " " || $0 == "-" ? "_" : $0 }
        let ours = "TF_CLI_ARGS_\(String(own))"
        let names = [
            "TF_CLI_ARGS", "TF_CLI_ARGS", ours, ours, "TF_CLI_ARGS_plan", "TF_CLI_ARGS_",
            "TF_CLI_ARGS_state",
        ]
        let values = [
            "-auto-approve", "-destroy", "-destroy -auto-approve", "-no-color", "-json",
            "destroy -auto-approve", "nothing.plan", "-target", "-target=terraform_data.a",
            "-state", "-help", "-version", "-- x", "--", "'-destroy'", "-var size=2", "\"\"",
            "-lock=false", "-destroy; x", "-backup", "-input=false", "rm terraform_data.a",
        ]
        let harmless = ["-no-color", "-lock-timeout=1s", "-input=false", "-var size=1"]
        variables[names.randomElement(using: &random) ?? ""] =
            (oddness > 0 ? values : harmless).randomElement(using: &random)
        switch Int.random(in: 0..<9, using: &random) {
        case 0: variables["TF_WORKSPACE"] = "other"
        case 3:
            variables["TF_LOG"] = "trace"
            // What is written there differs from run to run.
            variables["TF_LOG_PATH"] = [
                "terraform.tfstate", "terraform.tfstate.d/other/terraform.tfstate", "copy.tfstate",
                "tfguard.hcl", "/dev/null",
            ].randomElement(using: &random)
        case 1: variables["TF_DATA_DIR"] = "data"
        case 2: variables["TF_INPUT"] = "0"
        case _: break
        }
    }
}

private func chance(_ times: Int, in all: Int, _ random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<all, using: &random) < times
}

/// SplitMix64: the same on every machine, which the standard library's generator is not.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
