import Foundation
import TestSupport

/// A folder with a git repository, made by the real git.
struct GitFolder {
    let folder: TemporaryDirectory
    private let program: String

    init(_ folder: TemporaryDirectory, at place: String = ".") throws {
        self.folder = folder
        program = try Requirement.git.path()
        try folder.makeFolder(place)
        try git("init", "-q", "-b", "main", at: place)
    }

    /// Commits everything there is.
    func commit(_ message: String = "change", at place: String = ".") throws {
        try git("add", "-A", at: place)
        try git("commit", "-q", "-m", message, at: place)
    }

    /// Has the remote's default branch stand at the last commit, as after a clone.
    func push(at place: String = ".") throws {
        try git("update-ref", "refs/remotes/origin/main", "HEAD", at: place)
        try git(
            "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main", at: place)
    }

    func git(_ arguments: String..., at place: String = ".") throws {
        let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
        let result = try run(
            program, identity + arguments,
            environment: ChildEnvironment(home: folder.path), directory: folder.path(place))
        guard result.status == .exited(0) else { throw TestSupportError("\(result)") }
    }
}
