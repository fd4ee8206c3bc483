import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

// What terraform does itself, while tfguard watches over what it may write: `init` and `plan -out`.

extension GuardedRun {
    /// `terraform init`, which can move state by itself.
    ///
    /// Where a state may be, it asks nobody: told `yes` by a pipe it would migrate the state and
    /// empty the old one. Without an answer it stops at a changed backend instead.
    func initialise(_ command: TerraformInvocation.Command) throws(Refusal) -> Int32 {
        if SurgeryCommand.`init`.flagsThatDecide.contains(where: command.isGiven) {
            return try operate(.`init`, command)
        }
        let module = try RootModule(chdir: invocation.chdir, environment: environment)
        guard try mayHoldState(module) else {
            try passOn(invocation.arguments, environment: environment)
        }
        let leading = invocation.chdir.map { ["-chdir=\($0)"] } ?? []
        let flags = command.flags.filter { $0.name != "input" }.map(\.argument)
        var inner = environment
        inner.remove(prefix: "TF_CLI_ARGS")
        let initialising = program.command(
            leading + ["init", "-input=false"] + command.display + flags + command.positionals,
            environment: inner)
        return try refusing { () throws(SystemError) in
            try runInForeground(initialising, input: .null).termination.exitStatus
        }
    }

    /// Whether there is a state that `init` could move.
    private func mayHoldState(_ module: RootModule) throws(Refusal) -> Bool {
        try refusing { () throws(SystemError) in
            if try module.dataDirectory.appending("terraform.tfstate").factsIfThere() != nil {
                return true
            }
            for name: FilePath in ["terraform.tfstate", "terraform.tfstate.d"]
            where try module.directory.appending(name).factsIfThere() != nil {
                return true
            }
            return false
        }
    }

    /// `terraform plan -out`: passed on, then judged.
    func plan(
        _ command: TerraformInvocation.Command, out: String
    ) throws(Refusal) -> Int32 {
        guard !command.has("state") else {
            throw .usage(
                "-state beside -out",
                "The plan would be made from one state and applied to another. Configure the "
                    + "backend instead.")
        }
        let module = try RootModule(chdir: invocation.chdir, environment: environment)
        try ProtectedFiles(of: module, policies: options.policies)
            .refuse(Array(out.utf8), of: "-out", relativeTo: module.directory)
        try refuseUnlessPlan(out, in: module)
        let place = try place(of: out, in: module)
        let planning = program.command(invocation.arguments, environment: environment)
        let status = try refusing { () throws(SystemError) in
            try runInForeground(planning).termination.exitStatus
        }
        // 2 is a plan with changes, under -detailed-exitcode.
        guard status == 0 || status == 2 else { return status }
        // Terraform itself has to write to the name that was given, because it says that name: nobody
        // can keep another process from putting a link there meanwhile, but it does not go unseen.
        guard try place == self.place(of: out, in: module) else {
            throw Refusal(
                .stale, "-out leads elsewhere than before",
                "Somebody has replaced \(place) or a folder above it while terraform planned, and "
                    + "the plan may lie over another file. Find out who, and look at what is there "
                    + "now, before you apply anything.")
        }
        do throws(Refusal) {
            let request = ApplyRequest(showing: out, chdir: invocation.chdir, command)
            let verdict = try judgeSaved(request, in: module)
            console.write(humanReport(verdict, width: console.width, style: console.style))
        } catch {
            // The plan has been made, and is judged again before it is applied.
            console.write(error.diagnostics)
        }
        return status
    }

    private func judgeSaved(
        _ request: ApplyRequest, in module: RootModule
    ) throws(Refusal) -> Verdict {
        let policy = try loadPolicy(for: module)
        let inner = try innerEnvironment(
            environment, for: module, allowsOverrides: options.allowsDevelopmentOverrides)
        let plan = try sealedPlan(at: request.planFile ?? "", relativeTo: module.directory)
        let examined = try examine(
            plan,
            shownBy: program.command(
                request.showArguments(plan.path.description), environment: inner),
            in: module)
        var facts = facts(
            in: module, under: policy.policy,
            concerns: examined.concerns + options.concerns + policy.concerns)
        facts.take(examined, request, in: module)
        let state = try KnownPlanState(
            of: examined, in: module, isNamed: true, policy.policy.recordSettings, environment,
            askedBy: facts.actors)
        facts.take(state)
        console.write(state.warnings)
        return judge(examined.plan, under: policy.policy, facts: facts)
    }

    /// Where a plan would be written, behind all links.
    private func place(of name: String, in module: RootModule) throws(Refusal) -> FilePath {
        guard let typed = FilePath(name) else { throw .usage("-out names no file", "Name one.") }
        return module.directory.appending(typed).settled
    }

    /// Refuses to have a file overwritten that is there and is no plan.
    private func refuseUnlessPlan(_ name: String, in module: RootModule) throws(Refusal) {
        guard let typed = FilePath(name) else { throw .usage("-out names no file", "Name one.") }
        let path = module.directory.appending(typed)
        let start = try refusing { () throws(SystemError) -> [UInt8]? in
            guard let facts = try path.factsIfThere(), facts.kind != .characterDevice else {
                return nil
            }
            guard facts.kind == .file else { return [] }
            guard facts.size > 0 else { return nil }
            var window = [UInt8](repeating: 0, count: 64)
            var space = window.mutableSpan
            let count = try FileDescriptor.openFile(path).read(into: &space)
            return Array(window[..<count])
        }
        guard let start else { return }
        // A zip, or the bookmark of a plan that HCP Terraform keeps.
        let isPlan =
            start.starts(with: "PK".utf8)
            || String(decoding: start, as: UTF8.self).holds("remote_plan_format")
        guard isPlan else {
            throw .usage(
                "-out would overwrite \(path)",
                "It is there, and it is no plan. Remove it, or name another file.")
        }
    }
}
