/// A subcommand that changes state, or what a state is, without a plan.
///
/// OpenTofu's aliases and the hidden `env` family are the same commands under other names.
package enum SurgeryCommand: String, CaseIterable, Sendable {
    case stateRemove = "state rm"
    case stateMove = "state mv"
    case statePush = "state push"
    case replaceProvider = "state replace-provider"
    case `import`
    case taint
    case untaint
    case forceUnlock = "force-unlock"
    case workspaceDelete = "workspace delete"
    case test
    /// Only with a flag of `flagsThatDecide`; a plain `init` is passed on.
    case `init`
    /// tfguard's own: it changes which state a folder belongs to.
    case pin

    /// A name by which terraform knows it, in whatever version.
    package init?(name: String) {
        switch name {
        case "state remove": self = .stateRemove
        case "state move": self = .stateMove
        case "env delete": self = .workspaceDelete
        case _: self.init(rawValue: name)
        }
    }

    /// The flags that make it another thing, without their dash: those that a policy may name.
    package var flagsThatDecide: [String] {
        switch self {
        case .stateRemove, .stateMove, .untaint, .taint: ["ignore-remote-version"]
        case .statePush: ["force", "ignore-remote-version"]
        case .replaceProvider: ["auto-approve", "ignore-remote-version"]
        case .import: ["allow-missing-config", "ignore-remote-version"]
        case .forceUnlock, .workspaceDelete: ["force"]
        case .test: ["cloud-run", "repair"]
        case .`init`: ["migrate-state", "force-copy", "from-module", "plugin-dir"]
        case .pin: ["new", "remove"]
        }
    }

    /// Whether it is judged only for its flags, each for itself.
    var isJudgedByFlags: Bool { self == .`init` }

    /// Whether a command block has to say what becomes of it.
    ///
    /// `state rm` is judged by the rules, as the `forget` of each object; a pin is asked about anyway.
    var needsCommandBlock: Bool { self != .stateRemove && self != .pin }
}
