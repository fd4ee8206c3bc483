import GuardCore
import GuardSystem
import Synchronization
import TerraformPlan

/// The rules of the folders in which plans lie, as far as they do not count where they are judged.
///
/// Nobody is told that a plan is harmless because its policy was not looked at. For an agent, or a
/// script that nobody watches, the policies that were reviewed are there, too, wherever the files have
/// gone.
///
/// ```
///     live/tfguard.hcl
///     live/prod/plan.json      judged in elsewhere/: refused
/// ```
final class OtherPolicies: Sendable {
    private let actors: WordSet<Actor>
    /// What git has told of folders, each of which holds many plans at times.
    private let told = Mutex<[(folder: FilePath, answer: Reviewed)]>([])

    /// What was reviewed of the policies of a folder.
    private struct Reviewed {
        /// The nearest that does not count, and the reference that has it.
        let policy: (path: FilePath, reference: String)?
        /// What is to be said of repositories that do not tell.
        let doubts: [RunConcern]
    }

    /// - Parameter actors: who asks.
    init(askedBy actors: WordSet<Actor>) {
        self.actors = actors
    }

    /// Refuses a plan of a folder that has rules of its own, which do not count from here.
    ///
    /// - Parameters:
    ///   - path: the plan, as it was named.
    ///   - directory: the folder whose policies count.
    /// - Returns: what is to be said of its folder.
    /// - Throws: the refusal.
    func refuse(_ path: FilePath, judgedIn directory: FilePath) throws(Refusal) -> [RunConcern] {
        guard let folder = path.settled.parent else { return [] }
        let counting = policyPlaces(from: directory)
        let here: FilePath?
        do throws(SystemError) {
            here = try firstPolicy(from: folder, besides: counting)
        } catch {
            throw .unreadablePlan(error)
        }
        if let here {
            throw refusal(
                of: path, below: here, in: directory,
                "The rules of \(here) are about the folder where it lies, and do not count")
        }
        guard !actors.isDisjoint(with: [.agent, .unattended]),
            policyPlaces(from: folder).contains(where: { !counting.contains($0) })
        else { return [] }
        let reviewed = try reviewed(in: folder, besides: counting)
        if let (policy, reference) = reviewed.policy {
            throw refusal(
                of: path, below: policy, in: directory,
                "\(reference) has rules about the folder where it lies, in \(policy), which is not "
                    + "there now, and they do not count")
        }
        return reviewed.doubts
    }

    private func refusal(
        of plan: FilePath, below policy: FilePath, in directory: FilePath, _ reason: String
    ) -> Refusal {
        Refusal(
            .policyError, "\(plan) was not judged",
            "\(reason) in \(directory), where tfguard check was run. Judge it with "
                + "tfguard check -chdir=\((policy.parent ?? "/").description), or with -chdir=. if the "
                + "rules of this folder are meant.")
    }

    /// What git has of a folder; asked once, whichever thread comes first.
    private func reviewed(
        in folder: FilePath, besides counting: [FilePath]
    ) throws(Refusal) -> Reviewed {
        try told.withLock { told throws(Refusal) in
            if let known = told.first(where: { $0.folder == folder }) { return known.answer }
            var policy: (path: FilePath, reference: String)?
            var doubts: [RunConcern] = []
            try collecting {
                let policies = try ReviewedPolicies(
                    of: folder, trusting: try systemTrustedReference())
                policy = policies?.first(besides: counting)
                doubts = policies?.doubts ?? []
            }
            let answer = Reviewed(policy: policy, doubts: doubts)
            told.append((folder, answer))
            return answer
        }
    }
}
