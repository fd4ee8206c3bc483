import GuardCore
import GuardSystem
import TerraformPlan

extension GuardedRun {
    /// `state push`: the file's bytes are taken over, compared with the state, and pushed from there.
    ///
    /// Terraform compares lineage and serial only, and not even those with `-force`: an empty state
    /// of the same lineage and a higher serial would replace a full one without a question.
    func push(_ request: SurgeryRequest, at site: SurgerySite) throws(Refusal) -> Int32 {
        let copy = try pushedState(request.positionals.first ?? "", relativeTo: site.module)
        let digest = try copy.isSealed ? nil : sha256(of: copy)
        let bytes = try refusing { () throws(SystemError) in
            try copy.open().readAll(limit: largestState)
        }
        let pushed = try stateFile(bytes, name: "the state to push")
        let current = try observedState(request, site.environment, withValues: true)
        let comparison = compare(
            pushed: pushed, with: current.file, isForced: request.flagNames.contains("force"))
        var operation = operation(
            request, comparison.dropped.map { current.forgetting($0) }, current)
        operation.surgery.hazards = comparison.hazards
        operation.positionals = [copy.path.description]
        operation.pushed = sha256Text(bytes)

        guard let settled = try settle(operation, request, at: site) else {
            return ExitStatus.success.rawValue
        }
        let arguments = request.arguments(operation.positionals, isConfirmed: settled.isConfirmed)
        try refuseWithoutReader()
        try refuseIfChanged(copy, since: digest)
        return try recording(
            settled.intent, in: site.module, site.environment
        ) { () throws(SystemError) in
            try runInForeground(
                program.command(arguments, environment: site.environment), input: .null,
                shared: [copy.descriptor])
        }
    }

    /// A copy of the file, or of standard input where its name is `-`.
    private func pushedState(
        _ name: String, relativeTo module: RootModule
    ) throws(Refusal) -> SealedFile {
        do throws(SystemError) {
            guard name != "-" else {
                return try SealedFile(
                    copying: StandardStream.input.duplicate(), limit: largestState)
            }
            guard let typed = FilePath(name) else { throw SystemError(.open, nil, code: 2) }
            return try SealedFile(
                copying: FileDescriptor.openFile(module.directory.appending(typed)),
                limit: largestState)
        } catch {
            throw Refusal(
                .unreadablePlan, "The state cannot be read",
                "\(error) Name the file to push, or - for standard input. Nothing was changed.")
        }
    }
}
