import GuardSystem
import TerraformPlan

/// Why git does not tell what it was asked.
///
/// That something is not in a repository is an answer, and no failure: nobody takes the one for the
/// other.
enum GitFailure: Error, Equatable {
    /// It could not be run.
    case system(SystemError)
    /// It has not ended in all the time it was given, in which repository.
    case silent(FilePath)
    /// It cannot say what a revision has, as in a clone without trees.
    case withoutTree(FilePath, revision: String)
    /// It knows of a version of a file whose bytes are not there, as in a clone without blobs.
    case withoutContent(of: FilePath, in: FilePath, object: String)
    /// A file has more bytes there than are read.
    case tooLarge(FilePath)
}

extension GitFailure {
    /// What it is called where a policy was asked for.
    var refusal: Refusal {
        switch self {
        case .system(let error):
            policyUnread("\(error)", "See whether git works.")
        case .silent(let folder):
            policyUnread(
                "git was asked about the repository in \(folder), and has not answered in "
                    + "\(GitRepository.patience.components.seconds) seconds.",
                "See what git status says there.")
        case .withoutTree(let folder, let revision):
            policyUnread(
                "git cannot say which files \(revision) has in the repository in \(folder), as in a "
                    + "clone that was made with --filter. tfguard fetches nothing.",
                "Have git fetch it: "
                    + shellCommand(
                        ["git", "-C", ByteString(bytes: folder.bytes), "ls-tree", "-r"]
                            + [ByteString(revision)], in: nil))
        case .withoutContent(let file, let folder, let object):
            policyUnread(
                "git knows of a reviewed version of \(file) and does not have its content, as in a "
                    + "clone that was made with --filter. tfguard fetches nothing.",
                "Have git fetch it: "
                    + shellCommand(
                        ["git", "-C", ByteString(bytes: folder.bytes), "cat-file", "blob"]
                            + [ByteString(object)], in: nil))
        case .tooLarge(let file):
            .policyTooLarge(
                "The version of \(file) that git has",
                "Have a smaller one reviewed and merged, and fetch it.")
        }
    }

    private func policyUnread(_ reason: String, _ remedy: String) -> Refusal {
        Refusal(
            .policyError, "A policy cannot be read",
            "\(reason) Nothing is applied under half of a policy. \(remedy)")
    }
}

extension Refusal {
    /// A policy that nobody wrote by hand.
    ///
    /// - Parameters:
    ///   - file: which it is, to begin a sentence.
    ///   - remedy: what to do.
    /// - Returns: the refusal.
    static func policyTooLarge(_ file: String, _ remedy: String) -> Refusal {
        Refusal(
            .policyError, "A policy is too large",
            "\(file) is larger than \(largestPolicy >> 20) MiB, and no policy that people can read "
                + "is. Nothing is applied under half of a policy. \(remedy)")
    }
}
