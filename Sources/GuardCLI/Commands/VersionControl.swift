import GuardCore
import GuardSystem
import TerraformPlan

/// What git and the pipeline's variables say of a folder.
///
/// - Parameters:
///   - directory: the root module's real path.
///   - environment: the caller's, of which pipelines tell branch and pull request.
/// - Returns: what is known; nothing of it where there is no repository, and nil where there is one
///   that cannot be asked.
func versionControlFacts(
    of directory: FilePath, _ environment: Environment
) -> VersionControlFacts? {
    var facts = VersionControlFacts()
    facts.pullRequest = firstVariable(pullRequestVariables, in: environment).flatMap(pullRequest)
    facts.branch = firstVariable(branchVariables, in: environment)
    guard let repository = GitRepository.innermost(around: directory) else {
        facts.isDirty = false
        return GitRepository.folders(around: directory).isEmpty ? facts : nil
    }
    do throws(GitFailure) {
        if let name = try repository.line(["symbolic-ref", "--quiet", "--short", "HEAD"]) {
            facts.branch = ByteString(name)
        }
        facts.commit = try repository.commit("HEAD").map { ByteString($0) }
        facts.author = try repository.author.map(ByteString.init(bytes:))
        facts.isDirty = try repository.isDirty
    } catch {
        return nil
    }
    return facts
}

/// Where pipelines say which branch they build; a checkout of theirs often is on none.
private let branchVariables = [
    "GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME", "HEAD_BRANCH_NAME",
    "BITBUCKET_BRANCH", "BUILDKITE_BRANCH", "CIRCLE_BRANCH", "DRONE_SOURCE_BRANCH",
    "BUILD_SOURCEBRANCHNAME", "CHANGE_BRANCH", "BRANCH_NAME",
]

/// Where they say which pull request.
private let pullRequestVariables = [
    "CI_MERGE_REQUEST_IID", "PULL_NUM", "BITBUCKET_PR_ID", "BUILDKITE_PULL_REQUEST",
    "DRONE_PULL_REQUEST", "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "CHANGE_ID",
    "CIRCLE_PULL_REQUEST", "GITHUB_REF",
]

private func firstVariable(_ names: [String], in environment: Environment) -> ByteString? {
    for name in names {
        if let value = environment[name], !value.isEmpty, value != Array("false".utf8) {
            if name == "GITHUB_REF", !value.starts(with: "refs/pull/".utf8) { continue }
            return ByteString(bytes: value)
        }
    }
    return nil
}

/// The number in `refs/pull/12/merge`, in `https://…/pull/12`, or by itself.
private func pullRequest(_ text: ByteString) -> ByteString? {
    let number = text.bytes.split(separator: UInt8(ascii: "/")).last {
        $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    return number.map { ByteString(bytes: Array($0)) }
}

extension GitRepository {
    /// Whether a commit would not hold all that terraform reads here.
    ///
    /// Changed files count, and new ones of a configuration; nil where git cannot be asked without
    /// running a filter.
    var isDirty: Bool? {
        get throws(GitFailure) {
            guard let settings = try settingsWithoutFilters else { return nil }
            let status = [
                "status", "--porcelain=v1", "-z", "--untracked-files=normal",
                "--ignore-submodules=dirty", "--no-renames",
            ]
            guard let listed = try output(status, settings: settings) else { return nil }
            return listed.split(separator: 0).contains { entry in
                !entry.starts(with: "??".utf8) || isConfiguration(entry)
            }
        }
    }

    /// The address in the commit's line `author Ada <ada@example.com> 1700000000 +0000`.
    fileprivate var author: [UInt8]? {
        get throws(GitFailure) {
            guard let commit = try output(["cat-file", "commit", "HEAD"]) else { return nil }
            for line in commit.split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            {
                guard !line.isEmpty else { return nil }
                guard line.starts(with: "author ".utf8), let end = line.lastIndex(of: 0x3e),
                    let start = line[..<end].lastIndex(of: 0x3c)
                else { continue }
                return Array(line[(start + 1)..<end])
            }
            return nil
        }
    }
}

private func isConfiguration(_ path: ArraySlice<UInt8>) -> Bool {
    [".tf", ".tofu", ".tf.json", ".tofu.json", ".tfvars", ".tfvars.json"].contains {
        path.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
}
