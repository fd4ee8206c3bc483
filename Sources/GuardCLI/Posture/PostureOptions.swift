/// What `tfguard posture` is to do.
struct PostureOptions: Equatable, Sendable {
    enum Format: String, CaseIterable, Sendable {
        case text
        case json
        case markdown
    }

    /// The root module's folder; nil for the current one.
    var folder: String?
    /// A state file, the output of `terraform show -json`, or `-`; nil for the local state.
    var state: String?
    var format = Format.text
    /// `-max=verbs=0`: the counts above which the exit status says so.
    var limits: [(question: PostureQuestion, limit: Int)] = []
    var policies: [String] = []
    var noColor = false

    static func == (left: PostureOptions, right: PostureOptions) -> Bool {
        left.folder == right.folder && left.state == right.state && left.format == right.format
            && left.limits.elementsEqual(right.limits, by: ==) && left.policies == right.policies
            && left.noColor == right.noColor
    }
}

/// What decides whether an incident can happen, one row of the report each.
enum PostureQuestion: String, CaseIterable, Sendable {
    case paths
    case verbs
    case backups
    case recovery
    case likeness

    /// What is counted.
    var words: String {
        switch self {
        case .paths: "Paths to production from a fresh machine"
        case .verbs: "Destructive verbs that need no second person"
        case .backups: "Gaps in backups and protection inside the same blast radius"
        case .recovery: "Objects that take an effort to recover"
        case .likeness: "Ways in which production looks like the rest"
        }
    }
}

extension PostureOptions {
    /// Understands what follows `tfguard posture`.
    init(_ words: inout OwnArguments) throws(Refusal) {
        let names = ["state", "format", "json", "max", "policy", "no-color"]
        while let word = words.peek {
            guard word.hasPrefix("-") else {
                guard folder == nil else {
                    throw .usage("Two folders", "tfguard posture looks at one root module.")
                }
                folder = word
                words.skip()
                continue
            }
            let flag = try words.nextFlag()
            switch flag.name {
            case "state": state = try words.value(of: flag)
            case "format": format = try choice(try words.value(of: flag), flag: "format")
            case "json":
                guard flag.value == nil else {
                    throw .usage("-json takes no value", "Write it alone.")
                }
                format = .json
            case "max": limits.append(try limit(try words.value(of: flag)))
            case "policy": policies.append(try words.value(of: flag))
            case "no-color": noColor = true
            default: throw unknownFlag(flag.name, among: names)
            }
        }
    }
}

/// Understands `verbs=0`.
private func limit(_ text: String) throws(Refusal) -> (question: PostureQuestion, limit: Int) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), number >= 0 else {
        throw .usage(
            "\"\(text)\" is no value for -max",
            "Write a row and the count that is still well: -max=verbs=0.")
    }
    return (try choice(String(parts[0]), flag: "max"), number)
}
