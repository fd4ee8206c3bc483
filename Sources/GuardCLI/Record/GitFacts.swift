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
    private var child: ChildProcess?

    /// Asks for commit and changes of a folder.
    init(of directory: FilePath) {
        child = git(
            ["status", "--porcelain=v2", "--branch", "--untracked-files=normal", "--", "."],
            in: directory)
    }

    /// What git says; nil where there is no git, or no repository, or where it says nothing.
    consuming func answer() -> GitFacts? {
        guard let text = gitAnswer(of: child.take()) else { return nil }
        return GitFacts(status: String(decoding: text, as: UTF8.self))
    }
}

/// A file of the folder as the last commit has it; nil where it has none.
func committedFile(_ name: String, in directory: FilePath) -> [UInt8]? {
    gitAnswer(of: git(["show", "HEAD:./\(name)"], in: directory))
}

private func gitAnswer(of child: consuming ChildProcess?) -> [UInt8]? {
    guard var child, let output = child.takeOutput(),
        let text = try? output.readAll(limit: 4 << 20),
        let end = try? child.wait(), end == .exited(0)
    else { return nil }
    return text
}

/// Starts git so that nothing it finds in a repository makes it run a program or ask somebody.
///
/// The git of the system's own folders, none of the caller's variables, no configuration but the
/// repository's, and of that neither hooks nor a monitor of its files.
private func git(_ arguments: [String], in directory: FilePath) -> ChildProcess? {
    let path = Array("/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin".utf8)
    guard let program = Executable.all(named: Array("git".utf8), inPath: path).first else {
        return nil
    }
    var environment = Environment()
    let variables = [
        "PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_ATTR_NOSYSTEM": "1",
        "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C",
    ]
    for (name, value) in variables { environment.set(name, to: Array(value.utf8)) }
    let safe = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
    let command = Command(
        program.path, safe + arguments, environment: environment, directory: directory)
    return try? ChildProcess(
        command, descriptors: ChildDescriptors(input: .null, output: .pipe, error: .null))
}
