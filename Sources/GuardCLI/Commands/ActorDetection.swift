import GuardCore
import GuardSystem

/// What is seen of the surroundings, before anything is concluded from it.
struct Surroundings: Sendable {
    /// An empty value counts as set to nothing.
    var variables: Environment
    /// Executable names of the processes above this one, nearest first.
    var ancestors: [String]
    /// Of the files that mark a sandbox, those that exist.
    var markers: [String]
    /// Whether `/dev/tty` opens.
    var hasTerminal: Bool
    /// Whether user ids mean here what they mean on the machine; see user_namespaces(7).
    var isInitialUserNamespace: Bool
}

/// Files whose existence tells an agent's sandbox.
let sandboxMarkers = ["/opt/.devin"]

/// Who is asking.
///
/// Signals only make a run less trusted: `CI=1` never turns an agent into a pipeline, and no
/// variable turns anybody into a human. That none is there proves nothing: an agent that wants to
/// can take its signals away, which is why a typed confirmation is the weaker gate.
func detectActors(_ surroundings: Surroundings) -> (actors: WordSet<Actor>, signals: [ActorSignal])
{
    var signals: [ActorSignal] = []
    let variables = surroundings.variables

    for rule in agentVariables where rule.matches(variables) {
        signals.append(ActorSignal(actor: .agent, signal: rule.name))
    }
    if variables.isJules {
        signals.append(ActorSignal(actor: .agent, signal: "HOME of Jules"))
    }
    for marker in surroundings.markers {
        signals.append(ActorSignal(actor: .agent, signal: marker))
    }
    for ancestor in surroundings.ancestors where agentExecutables.contains(ancestor) {
        signals.append(ActorSignal(actor: .agent, signal: "started by \(ancestor)"))
    }
    for rule in pipelineVariables where rule.matches(variables) {
        signals.append(ActorSignal(actor: .ci, signal: rule.name))
    }

    var actors = WordSet<Actor>()
    for signal in signals { actors.insert(signal.actor) }
    if actors.isEmpty, !surroundings.hasTerminal {
        actors.insert(.unattended)
        signals.append(ActorSignal(actor: .unattended, signal: "no terminal"))
    }
    if !surroundings.isInitialUserNamespace {
        actors.insert(.unattended)
        signals.append(ActorSignal(actor: .unattended, signal: "inside a user namespace"))
    }
    if actors.isEmpty { actors = [.human] }
    return (actors, signals)
}

/// One thing that is looked at to tell who asks, and whether it is there.
struct ActorClue: Equatable, Sendable {
    let actor: Actor
    /// `CLAUDECODE`, `BUILD_ID with JENKINS_URL`.
    let name: String
    let isSeen: Bool
}

/// Everything that is looked at, in the order in which it is.
func actorClues(_ surroundings: Surroundings) -> [ActorClue] {
    let variables = surroundings.variables
    var clues = agentVariables.map {
        ActorClue(actor: .agent, name: $0.words, isSeen: $0.matches(variables))
    }
    clues.append(
        ActorClue(
            actor: .agent, name: "HOME=/home/jules with USER=swebot",
            isSeen: variables.isJules))
    for marker in sandboxMarkers {
        clues.append(
            ActorClue(actor: .agent, name: marker, isSeen: surroundings.markers.contains(marker)))
    }
    for program in agentExecutables.sorted() {
        clues.append(
            ActorClue(
                actor: .agent, name: "started by \(program)",
                isSeen: surroundings.ancestors.contains(program)))
    }
    clues += pipelineVariables.map {
        ActorClue(actor: .ci, name: $0.words, isSeen: $0.matches(variables))
    }
    clues.append(
        ActorClue(
            actor: .unattended, name: "no terminal",
            isSeen: !surroundings.hasTerminal))
    clues.append(
        ActorClue(
            actor: .unattended, name: "inside a user namespace",
            isSeen: !surroundings.isInitialUserNamespace))
    return clues
}

/// A variable that gives somebody away.
private struct SignalVariable: Sendable {
    let name: String
    /// Nil where any value but an empty one counts.
    let value: String?
    /// A value that says the opposite.
    let exception: String?
    /// Another variable that must be set too, where the name alone is too common.
    let together: String?

    init(
        _ name: String, is value: String? = nil, isNot exception: String? = nil,
        with together: String? = nil
    ) {
        self.name = name
        self.value = value
        self.exception = exception
        self.together = together
    }

    /// `CI (not false)`, `BUILD_ID with JENKINS_URL`.
    var words: String {
        var words = value.map { "\(name)=\($0)" } ?? name
        if let exception { words += " (not \(exception))" }
        if let together { words += " with \(together)" }
        return words
    }

    func matches(_ variables: Environment) -> Bool {
        guard let found = variables[name], !found.isEmpty else { return false }
        if let value, !found.elementsEqual(value.utf8) { return false }
        if let exception, found.elementsEqual(exception.utf8) { return false }
        if let together, variables[together]?.isEmpty ?? true { return false }
        return true
    }
}

extension Environment {
    /// The machine that Google's Jules works on.
    fileprivate var isJules: Bool {
        self["HOME"] == Array("/home/jules".utf8) && self["USER"] == Array("swebot".utf8)
    }
}

/// Variables that the command-line agents set for what they run.
///
/// From each tool's own source or change log; names that people set for themselves
/// (`CURSOR_TRACE_ID`, `CODEX_HOME`, `GOOSE_PROVIDER`) are not here.
private let agentVariables: [SignalVariable] = [
    SignalVariable("CLAUDECODE"), SignalVariable("CLAUDE_CODE_ENTRYPOINT"),
    SignalVariable("CLAUDE_CODE_SESSION_ID"), SignalVariable("CLAUDE_CODE_CHILD_SESSION"),
    SignalVariable("CLAUDE_CODE_IS_COWORK"), SignalVariable("AI_AGENT"), SignalVariable("AGENT"),
    SignalVariable("CURSOR_AGENT"),
    SignalVariable("CURSOR_EXTENSION_HOST_ROLE", is: "agent-exec"), SignalVariable("GEMINI_CLI"),
    SignalVariable("CODEX_THREAD_ID"), SignalVariable("CODEX_CI"), SignalVariable("CODEX_SANDBOX"),
    SignalVariable("CODEX_SANDBOX_NETWORK_DISABLED"), SignalVariable("COPILOT_CLI"),
    SignalVariable("COPILOT_AGENT_SESSION_ID"), SignalVariable("VSCODE_AGENT"),
    SignalVariable("CLINE_ACTIVE"), SignalVariable("OPENCODE"), SignalVariable("OPENCODE_CLIENT"),
    SignalVariable("AMP_CURRENT_THREAD_ID"), SignalVariable("AGENT_THREAD_ID"),
    SignalVariable("CRUSH"), SignalVariable("GOOSE_TERMINAL"), SignalVariable("AUGMENT_AGENT"),
    SignalVariable("QWEN_CODE"), SignalVariable("ANTIGRAVITY_AGENT"), SignalVariable("JUNIE_DATA"),
    SignalVariable("JUNIE_SHIM_PATH"), SignalVariable("PI_CODING_AGENT"),
    SignalVariable("OPENCLAW_SHELL"), SignalVariable("OZ_RUN_ID"),
    SignalVariable("KIMI_PLUGIN_ROOT"), SignalVariable("GROK_PLUGIN_ROOT"),
]

/// Executables of command-line agents, by their exact names; never editors.
private let agentExecutables = [
    "claude", "codex", "gemini", "cursor-agent", "copilot", "aider", "goose", "opencode", "amp",
    "crush", "droid", "qwen", "kiro-cli", "auggie", "openclaw",
]

/// Variables of build servers, as `watson/ci-info` lists them.
///
/// Names that other programs use as well count only beside their vendor's second one.
private let pipelineVariables: [SignalVariable] = [
    SignalVariable("CI", isNot: "false"), SignalVariable("CONTINUOUS_INTEGRATION"),
    SignalVariable("GITHUB_ACTIONS"), SignalVariable("GITLAB_CI"), SignalVariable("CIRCLECI"),
    SignalVariable("TRAVIS"), SignalVariable("BUILDKITE"), SignalVariable("DRONE"),
    SignalVariable("TF_BUILD"), SignalVariable("BUILD_ID", with: "JENKINS_URL"),
    SignalVariable("JENKINS_URL"), SignalVariable("TEAMCITY_VERSION"),
    SignalVariable("BITBUCKET_COMMIT"), SignalVariable("BITBUCKET_BUILD_NUMBER"),
    SignalVariable("CODEBUILD_BUILD_ARN"), SignalVariable("bamboo_planKey"),
    SignalVariable("APPVEYOR"), SignalVariable("CIRRUS_CI"), SignalVariable("SEMAPHORE"),
    SignalVariable("HARNESS_BUILD_ID"), SignalVariable("GO_PIPELINE_LABEL"),
    SignalVariable("BUILDER_OUTPUT"), SignalVariable("PROW_JOB_ID"), SignalVariable("VELA"),
    SignalVariable("NETLIFY"), SignalVariable("NOW_BUILDER"), SignalVariable("GITEA_ACTIONS"),
    SignalVariable("TASK_ID", with: "RUN_ID"), SignalVariable("CF_BUILD_ID"),
    SignalVariable("EAS_BUILD"), SignalVariable("CI_XCODE_PROJECT"), SignalVariable("XCS"),
    SignalVariable("SPACELIFT"), SignalVariable("TFC_RUN_ID"),
    SignalVariable("ATLANTIS_TERRAFORM_VERSION", with: "PULL_NUM"),
]
