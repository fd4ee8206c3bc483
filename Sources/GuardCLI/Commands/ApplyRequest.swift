import TerraformPlan

/// What `apply`, `destroy` or `refresh` was asked to do, and the argument lists that carry it out.
///
/// The user's arguments are never handed on: each list is built from what was understood, so that
/// the inner commands hold nothing that was not looked at.
struct ApplyRequest: Equatable, Sendable {
    let mode: PlanMode
    /// The saved plan, as typed; relative to `-chdir`.
    let planFile: String?
    let chdir: String?
    /// Flags of the planning, each in the form `-name=value`.
    private(set) var planFlags: [String]
    /// Flags that the final apply takes beside a plan.
    let applyFlags: [String]
    /// `-var` and `-var-file`, which Terraform 1.10 wants again where a variable is ephemeral.
    private(set) var variableFlags: [String]
    /// `-no-color`, `-compact-warnings`.
    let display: [String]
    let isAutoApproved: Bool
    /// False with `-input=false`: nobody is to be asked anything.
    let mayAsk: Bool
    let isJSON: Bool
    /// False with `-lock=false`.
    let isLocked: Bool
    /// False with `-refresh=false`; nil of a saved plan, which does not say so.
    let isRefreshed: Bool?
    let hasColor: Bool

    /// Understands the flags of an apply, or refuses what cannot be carried over.
    ///
    /// - Parameters:
    ///   - command: the subcommand with its flags.
    ///   - mode: what the subcommand itself plans for.
    ///   - chdir: the directory of `-chdir=`.
    /// - Throws: a refusal that names the flag.
    init(
        _ command: TerraformInvocation.Command, mode: PlanMode, chdir: String?
    ) throws(Refusal) {
        try command.refuseOtherStates()

        planFile = command.positionals.first
        let name = command.subcommand.name
        if let planFile {
            guard command.subcommand.route == .apply(.normal) else {
                throw .usage(
                    "\(name) takes no saved plan",
                    "Make the plan with terraform plan -destroy -out=FILE and apply "
                        + "\(planFile), or leave it out.")
            }
            for flag in command.flags where Self.planOnly.contains(flag.name) {
                throw .usage(
                    "-\(flag.name) beside a saved plan",
                    "Terraform would ignore it and apply the whole plan. Give it to terraform "
                        + "plan when you make the plan, or leave the plan out.")
            }
        }

        let destroys = command.bool("destroy") ?? false
        let refreshes = command.bool("refresh-only") ?? false
        guard !(destroys && refreshes), mode == .normal || (!destroys && !refreshes) else {
            throw .usage(
                "Two modes at once",
                "\(name), -destroy and -refresh-only exclude each other. Choose one.")
        }
        self.mode = destroys ? .destroy : refreshes ? .refreshOnly : mode
        self.chdir = chdir
        display = command.display
        hasColor = !command.display.contains("-no-color")
        // `terraform refresh` asks nothing: it is `apply -refresh-only -auto-approve`.
        isAutoApproved =
            command.bool("auto-approve") ?? (command.subcommand.route == .apply(.refreshOnly))
        mayAsk = command.bool("input") ?? true
        isJSON = command.bool("json") ?? false
        isLocked = command.bool("lock") ?? true
        isRefreshed = planFile == nil ? command.bool("refresh") ?? true : nil
        guard !isJSON || isAutoApproved || planFile != nil else {
            throw .usage(
                "-json without -auto-approve",
                "Nobody can be asked in the middle of a stream of JSON. Give -auto-approve, or a "
                    + "saved plan.")
        }
        guard !isJSON || !command.subcommand.name.hasPrefix("refresh") else {
            throw .usage(
                "-json with refresh", "Write terraform apply -refresh-only -auto-approve -json.")
        }

        let own: Set<String> = ["auto-approve", "destroy", "refresh-only", "input"]
        let applyOnly: Set<String> = ["suppress-forget-errors"]
        let variables: Set<String> = ["var", "var-file"]
        let both: Set<String> = [
            "json", "lock", "lock-timeout", "parallelism", "show-sensitive", "concise",
            "consolidate-warnings", "consolidate-errors", "deprecation",
        ]
        planFlags =
            command.flags
            .filter { !own.contains($0.name) && !applyOnly.contains($0.name) }.map(\.argument)
        applyFlags =
            command.flags
            .filter { both.contains($0.name) || applyOnly.contains($0.name) }.map(\.argument)
        variableFlags = command.flags.filter { variables.contains($0.name) }.map(\.argument)
    }

    /// The request that would apply a plan which `terraform plan -out` has just written.
    init(showing planFile: String, chdir: String?, _ command: TerraformInvocation.Command) {
        mode = .normal
        self.planFile = planFile
        self.chdir = chdir
        planFlags = []
        applyFlags = []
        variableFlags = []
        display = command.display
        isAutoApproved = false
        mayAsk = false
        isJSON = false
        isLocked = true
        isRefreshed = command.bool("refresh") ?? true
        hasColor = !command.display.contains("-no-color")
    }

    /// The same with other flags in the place of some.
    func replacing(_ flags: [(old: String, new: String)]) -> ApplyRequest {
        var request = self
        for (old, new) in flags {
            request.planFlags = request.planFlags.map { $0 == old ? new : $0 }
            request.variableFlags = request.variableFlags.map { $0 == old ? new : $0 }
        }
        return request
    }

    /// Flags that mean something to the planning alone.
    private static let planOnly: Set<String> = [
        "destroy", "refresh-only", "refresh", "target", "replace", "invoke", "exclude",
        "target-file", "exclude-file", "allow-deferral",
    ]

    /// `terraform plan` into a file of ours.
    func planArguments(out path: String) -> [String] {
        var list = leading + ["plan"]
        switch mode {
        case .normal: break
        case .destroy: list.append("-destroy")
        case .refreshOnly: list.append("-refresh-only")
        }
        list += mayAsk && !isJSON ? [] : ["-input=false"]
        return list + display + planFlags + ["-out=\(path)"]
    }

    /// `terraform show -json` of the plan.
    func showArguments(_ path: String) -> [String] {
        leading + ["show", "-json", path]
    }

    /// `terraform apply` of exactly the plan.
    ///
    /// - Parameters:
    ///   - path: where it opens the plan.
    ///   - passesVariables: whether this terraform takes variables beside a plan.
    /// - Returns: the list, without the program's name.
    func applyArguments(_ path: String, passesVariables: Bool) -> [String] {
        leading + ["apply", "-input=false"] + display + applyFlags
            + (passesVariables ? variableFlags : []) + [path]
    }

    private var leading: [String] {
        chdir.map { ["-chdir=\($0)"] } ?? []
    }
}
