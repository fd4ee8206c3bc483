import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

// `apply.exec`: the program that terraform is run by, past the gate and never before. It brings the
// credentials that the plan has not, such as `aws-vault exec prod-admin --`.
extension GuardedRun {
    /// The command that applies, behind what the policy names.
    ///
    /// - Throws: a refusal where that cannot be run, or where terraform is one that others could have
    ///   put there: it would get the credentials.
    func gated(
        _ command: Command, by policy: Policy, _ actors: WordSet<Actor>
    ) throws(Refusal) -> Command {
        guard let block = policy.applyBlock(for: actors) else {
            if policy.hasUntrustedApplyBlock(for: actors) {
                console.write([
                    Diagnostic(
                        "The policy's apply block does not count here",
                        detail: "Others than root could have written it, and this is run by no "
                            + "person and no pipeline. terraform applies with what credentials it "
                            + "has.", severity: .warning)
                ])
            }
            return command
        }
        guard
            let program = programPath(
                block.exec[0], relativeTo: block.directory, path: environment["PATH"] ?? [])
        else {
            throw Refusal(
                .programMissing, "No \(singleLine(block.exec[0]))",
                "The policy's apply block names it, and it is not there or cannot be run. Nothing "
                    + "was applied.")
        }
        let part = try refusing { () throws(SystemError) -> FilePath? in
            let executable = self.program.executable
            if let part = try firstReplaceable(of: executable.realPath) { return part }
            return try firstReplaceable(of: executable.path)
        }
        if let part {
            throw Refusal(
                .programMissing, "A terraform that others could have replaced",
                "Behind the policy's apply block it would get credentials, and somebody else could "
                    + "have replaced it: see \(part). Use one that is yours or root's alone.")
        }
        var gated = command
        gated.executable = program
        gated.arguments =
            [program.bytes] + block.exec.dropFirst().map { Array($0.utf8) }
            + [self.program.executable.path.bytes] + command.arguments.dropFirst()
        return gated
    }
}

/// The first part of an absolute path, from the file upward, that another user than root and this one
/// could change; a link is changed by who may write to its folder.
private func firstReplaceable(of path: FilePath) throws(SystemError) -> FilePath? {
    var current: FilePath? = path
    while let part = current {
        let facts = try part.facts(links: .refuse)
        // In a sticky folder nobody replaces what is another's (unlink(2)).
        let isSticky = facts.kind == .folder && facts.permissions & 0o1000 != 0
        let isWritable =
            facts.kind != .symbolicLink && facts.isWritableByOthers && !isSticky
        guard facts.owner == 0 || facts.owner == Host.userID, !isWritable else { return part }
        current = part.parent
    }
    return nil
}
