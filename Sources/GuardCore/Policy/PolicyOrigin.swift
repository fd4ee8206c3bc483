/// Where a policy file stands among the layers, which says what it may relax.
///
/// ```
///     /etc/tfguard/*.hcl          system     relaxes everything below it
///     /repo/tfguard.hcl           project, distance 1 ⎫ relaxes the built-in rules, its own, and
///     /repo/live/tfguard.hcl      project, distance 0 ⎭ those of files as near or nearer
///     -policy=FILE                flag       relaxes nothing of anybody else's
///     builtin:default             builtin    relaxes nothing of anybody else's
/// ```
struct PolicyOrigin: Hashable, Sendable {
    let layer: PolicyLayer
    /// How many project files stand nearer to the root module.
    let distance: Int
    /// Whether nobody but root could have written the file, or else a second person has seen it.
    let isAnchored: Bool
    /// Whether it is anchored by git's word alone.
    var isCommitted = false
    /// Whether it is the reviewed version of a file that is another one now, or gone.
    var isReviewed = false

    /// Whether nobody but root could have written the file.
    ///
    /// Who signs, and what a signature lifts, is not for git to say: whoever runs terraform can move
    /// a branch in his own clone.
    var isRootsAlone: Bool { isAnchored && !isCommitted }

    /// Whether what the file says may take away from what a file of another origin says.
    func mayRelax(_ other: PolicyOrigin) -> Bool {
        switch layer {
        case .system:
            return true
        case .project:
            switch other.layer {
            case .system, .flag: return false
            case .project: return other.distance <= distance
            case .builtin: return true
            }
        case .flag:
            return other.layer == .flag
        case .builtin:
            return other.layer == .builtin
        }
    }

    /// Whether what the file relaxes counts in a run of these actors.
    ///
    /// An agent, or a script that nobody watches, may have written the file itself.
    func isTrusted(by actors: WordSet<Actor>) -> Bool {
        isAnchored || actors.isSubset(of: [.human, .ci]) && !actors.isEmpty
    }
}
