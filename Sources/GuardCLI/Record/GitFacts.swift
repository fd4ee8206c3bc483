import GuardSystem

/// What the version control of the root module's folder says of it.
struct GitFacts: Equatable, Sendable {
    let commit: String
    /// Nil where no branch is checked out.
    let branch: String?
    /// Something in the folder is not as it was committed.
    let isDirty: Bool

    /// Reads `git status --porcelain=v2 --branch`; nil for anything else.
    init?(status: String) {
        var commit: String?
        var branch: String?
        var isDirty = false
        for line in status.split(separator: "\n") {
            if line.hasPrefix("# branch.oid ") {
                commit = String(line.dropFirst("# branch.oid ".count))
            } else if line.hasPrefix("# branch.head ") {
                branch = String(line.dropFirst("# branch.head ".count))
            } else if !line.hasPrefix("#") {
                isDirty = true
            }
        }
        guard let commit, !commit.isEmpty else { return nil }
        self.commit = commit
        self.branch = branch == "(detached)" ? nil : branch
        self.isDirty = isDirty
    }
}

/// A question to git that is asked while terraform works.
struct GitQuestion: ~Copyable {
    private let repository: GitRepository?
    private var child: ChildProcess?

    /// Asks for commit and changes of a folder.
    init(of directory: FilePath) {
        repository = GitRepository.innermost(around: directory)
        guard let repository else {
            child = nil
            return
        }
        let folder = repository.relative(directory) ?? [UInt8(ascii: ".")]
        let words = [
            "status", "--porcelain=v2", "--branch", "--untracked-files=normal",
            "--ignore-submodules=dirty", "--",
        ]
        guard let settings = try? repository.settingsWithoutFilters else {
            child = nil
            return
        }
        child = try? repository.start(
            words.map { Array($0.utf8) } + [folder], settings: settings)
    }

    /// What git says; nil where there is no git, or no repository, or where it says nothing.
    consuming func answer() -> GitFacts? {
        guard let repository, var child = child.take(),
            let run = try? repository.answer(of: &child, limit: 4 << 20),
            run.termination == .exited(0)
        else { return nil }
        return GitFacts(status: String(decoding: run.output, as: UTF8.self))
    }
}

/// A file of the folder as the last commit has it; nil where none has it.
///
/// The outermost repository that knows the file decides: a folder that somebody makes a repository
/// does not forget what the one around it has.
func committedFile(_ name: String, in directory: FilePath) -> [UInt8]? {
    for repository in GitRepository.all(around: directory) {
        if let path = repository.relative(directory.appending(FilePath(stringLiteral: name))),
            let bytes = try? repository.file(path, in: "HEAD", limit: 4 << 20)
        {
            return bytes
        }
    }
    return nil
}
