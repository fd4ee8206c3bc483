import Diagnostics
package import TerraformPlan

/// Something about a run, besides the rows of its plan, that stands in the way of it.
///
/// Found outside, where files are read; what it means is decided here.
package enum RunConcern: Hashable, Sendable {
    /// `-lock=false`: another writer can come in between.
    case unlocked
    /// The saved plan was made in another workspace than the one it would be applied in. Terraform
    /// before 1.15 applies it silently, to the state of the latter.
    case otherWorkspace(planned: ByteString, chosen: ByteString)
    /// The saved plan carries another backend than the folder's: apply takes the plan's own.
    /// Where both are of one type, `setting` is the first in which they differ.
    case otherBackend(planned: ByteString, chosen: ByteString, setting: ByteString? = nil)
    /// The saved plan starts from other objects than the state has that it would be applied to.
    case otherState(differences: Int)
    /// The plan can be read only through `terraform show`, so that nothing confirms what that says.
    case singleReading(String)
    /// A provider under development is let in.
    case developmentOverrides
    /// The plan's copy lies where this user could change it.
    case unsealed
    /// The folder's policies are not those of the commit that was judged by.
    case policyChanged(paths: [ByteString], reference: ByteString)
    /// The folder's policies are not those of the reference that is trusted, and who runs this may have
    /// changed them; it was judged by both.
    case policyRevised(paths: [ByteString], reference: ByteString)
    /// Nobody but who runs this may have looked at the folder's policies, in which repository of it.
    case policyUnreviewed(in: ByteString, UnreviewedReason)
    /// A file stood in the project's place, where the project's own policy did not count.
    case policyReplaced(by: ByteString)
    /// The record was cut off, changed or taken away, and nobody has looked at that yet.
    case damagedRecord(String)
    /// The record that is kept elsewhere could not be fetched.
    case unfetchedRecord(String)

    /// What the concern comes to.
    ///
    /// - Parameter isProduction: whether the run belongs to production.
    /// - Returns: the finding.
    func finding(isProduction: Bool) -> Finding {
        switch self {
        case .unlocked:
            Finding(
                rule: "no-lock", layer: "tfguard", decision: isProduction ? .block : .confirm,
                reason: "-lock=false lets somebody else write the state at the same time, and one "
                    + "of you loses it.",
                remedy: "Wait for the lock with -lock-timeout=5m, or find out who holds it.")
        case .otherWorkspace(let planned, let chosen):
            Finding(
                rule: "other-workspace", layer: "tfguard", decision: .block,
                reason:
                    "The plan was made in workspace \"\(shown(planned))\", and would be applied to the "
                    + "state of workspace \"\(shown(chosen))\".",
                remedy: "Select workspace \"\(shown(planned))\", or plan again in this one.")
        case .otherBackend(let planned, let chosen, let setting):
            Finding(
                rule: "other-backend", layer: "tfguard", decision: .block,
                reason: (setting.map {
                    "The plan belongs to another state than this folder's: its \(shown(planned)) "
                        + "backend has another \(shown($0))."
                }
                    ?? "The plan belongs to a state in the backend \(shown(planned)), and this "
                    + "folder's is in \(shown(chosen)).")
                    + " Terraform would apply it to the former.",
                remedy: "Apply it in the folder it was made in, or plan again in this one.")
        case .otherState(let differences):
            Finding(
                rule: "other-state", layer: "tfguard", decision: .block,
                reason: "The plan was made from another state than the one it would be applied to: "
                    + "\(differences) \(differences == 1 ? "object differs" : "objects differ"). It "
                    + "says nothing of what is only in the latter.",
                remedy: "Plan again here, from the state that is to be changed.")
        case .singleReading(let why):
            Finding(
                rule: "single-reading", layer: "tfguard",
                decision: isProduction ? .approve : .confirm,
                reason: "Only terraform show says what this plan does: \(why).",
                remedy: "Compare what it says with what you expect of this change.")
        case .policyChanged(let paths, let reference):
            Finding(
                rule: "policy-changed", layer: "tfguard", decision: .warn,
                reason: "The change brings another policy than \(shown(reference)) has, which was "
                    + "judged by: \(paths.map(shown).joined(separator: ", ")).",
                remedy: "Have somebody review the policy as such, not only what it lets pass.")
        case .policyRevised(let paths, let reference):
            Finding(
                rule: "policy-changed", layer: "tfguard", decision: .warn,
                reason: "The policy here is not the one that \(shown(reference)) has, and whoever "
                    + "runs this may have changed it, so that both count: "
                    + "\(paths.map(shown).joined(separator: ", ")).",
                remedy: "Have somebody review the change to the policy, and merge it.")
        case .policyUnreviewed(let repository, .lastCommit):
            Finding(
                rule: "policy-unreviewed", layer: "tfguard", decision: .warn,
                reason: "The repository in \(shown(repository)) knows no default branch of a "
                    + "remote, so that its last commit stands for the policy that was reviewed.",
                remedy: "Fetch it with git remote set-head origin -a, or name a trusted_ref in "
                    + "/etc/tfguard.")
        case .policyUnreviewed(let repository, .unreadable):
            Finding(
                rule: "policy-unreviewed", layer: "tfguard", decision: .warn,
                reason: "git cannot read the repository in \(shown(repository)), or is not there. "
                    + "It was judged by the policy that lies in the folder, whoever reviewed it.",
                remedy: "See what git status says there.")
        case .policyReplaced(let file):
            Finding(
                rule: "policy-replaced", layer: "tfguard", decision: .warn,
                reason: "It was judged by \(shown(file)) in the place of the project's own policy, "
                    + "by which it would be judged when it is applied.",
                remedy: "Leave -project-policy out to see what an apply would say.")
        case .developmentOverrides:
            Finding(
                rule: "dev-overrides", layer: "tfguard",
                decision: isProduction ? .block : .confirm,
                reason: "With -dev-overrides a provider may come from somebody's own build, and no "
                    + "lock file vouches for it.",
                remedy: isProduction
                    ? "Leave the flag out, and use a provider that has been released."
                    : "Leave the flag out, unless you are developing that provider.")
        case .damagedRecord(let found):
            Finding(
                rule: "damaged-record", layer: "tfguard", decision: .confirm,
                reason: "\(found) Whoever did it may have wanted nobody to learn what was done "
                    + "before.",
                remedy: "tfguard log verify says where the damage begins. Find out who writes to "
                    + "the record, and whether the state is what it should be.")
        case .unfetchedRecord(let why):
            Finding(
                rule: "unfetched-record", layer: "tfguard", decision: .warn,
                reason: "The record could not be fetched: \(why). Not checked: whether the state "
                    + "is an old one, what was applied before, and whether an approval was used "
                    + "elsewhere.",
                remedy: "See to it that the program of audit.sync can reach the record.")
        case .unsealed:
            Finding(
                rule: "unsealed", layer: "tfguard", decision: .warn,
                reason: "On this system the plan's copy could be changed by this user between "
                    + "judgement and apply. It is hashed again as the last act before apply.")
        }
    }

    /// Names from a plan may hold anything.
    private func shown(_ name: ByteString) -> String { TerminalText.printable(name.bytes) }
}

/// Why nobody can say which policy a second person has seen.
package enum UnreviewedReason: Hashable, Sendable {
    /// The repository has no remote whose default branch is known.
    case lastCommit
    /// git is not there, or cannot read the repository.
    case unreadable
}
