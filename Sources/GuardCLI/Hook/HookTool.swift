/// An agent whose hook protocol tfguard speaks.
enum HookTool: String, CaseIterable, Sendable {
    case claudeCode = "claude-code"
    case cursor
    case gemini
    case codex
    case copilot

    /// Where a project's hooks are configured, relative to it.
    var settingsFile: String {
        switch self {
        case .claudeCode: ".claude/settings.json"
        case .cursor: ".cursor/hooks.json"
        case .gemini: ".gemini/settings.json"
        case .codex: ".codex/hooks.json"
        case .copilot: ".github/hooks/tfguard.json"
        }
    }

    /// Files that decide whether a hook is asked at all.
    var guardedFiles: [String] {
        switch self {
        case .claudeCode: [settingsFile, ".claude/settings.local.json"]
        case .cursor, .gemini: [settingsFile]
        case .codex: [settingsFile, ".codex/config.toml"]
        case .copilot: [settingsFile, ".copilot/settings.json"]
        }
    }

    /// The hooks of a project that has no others.
    ///
    /// Most agents go on where a hook crashes, is missing or is late, unless its settings or its exit
    /// status say otherwise: so a failing one ends with 2 and a word, which all of them take for no.
    func settings(running program: String) -> String {
        let command = "\(program) hook \(rawValue)"
        let closed = "\(command) || { echo 'tfguard: the hook failed' >&2; exit 2; }"
        switch self {
        case .claudeCode:
            return """
                {
                  "hooks": {
                    "PreToolUse": [
                      {
                        "matcher": "*",
                        "hooks": [
                          {
                            "type": "command",
                            "command": \(jsonString(closed)),
                            "timeout": 10,
                            "onFailure": "block"
                          }
                        ]
                      }
                    ]
                  }
                }

                """
        case .cursor:
            return """
                {
                  "version": 1,
                  "hooks": {
                    "beforeShellExecution": [
                      { "command": \(jsonString(command)), "failClosed": true }
                    ],
                    "preToolUse": [
                      { "command": \(jsonString(command)), "failClosed": true }
                    ]
                  }
                }

                """
        case .gemini:
            return """
                {
                  "hooks": {
                    "BeforeTool": [
                      {
                        "matcher": "*",
                        "hooks": [
                          {
                            "type": "command",
                            "name": "tfguard",
                            "command": \(jsonString(closed)),
                            "timeout": 10000
                          }
                        ]
                      }
                    ]
                  }
                }

                """
        case .codex:
            return """
                {
                  "hooks": {
                    "PreToolUse": [
                      {
                        "matcher": ".*",
                        "hooks": [
                          {
                            "type": "command",
                            "command": \(jsonString(closed)),
                            "timeout": 10
                          }
                        ]
                      }
                    ]
                  }
                }

                """
        case .copilot:
            return """
                {
                  "version": 1,
                  "hooks": {
                    "preToolUse": [
                      {
                        "type": "command",
                        "bash": \(jsonString(command)),
                        "timeoutSec": 10
                      }
                    ]
                  }
                }

                """
        }
    }

    /// What the agent is told; nothing, where it takes silence for a yes.
    func answer(_ denial: HookDenial?) -> [UInt8] {
        let reason = denial.map { "tfguard: \(singleLine($0.words))" }
        var json = JSONWriter()
        switch self {
        case .claudeCode, .codex:
            guard let reason else { return [] }
            json.object { json in
                json.key("hookSpecificOutput")
                json.object { json in
                    json.member("hookEventName", "PreToolUse")
                    json.member("permissionDecision", "deny")
                    json.member("permissionDecisionReason", reason)
                }
            }
        case .cursor:
            // With failClosed, silence would be a no.
            json.object { json in
                json.member("permission", reason == nil ? "allow" : "deny")
                guard let reason else { return }
                json.member("user_message", reason)
                json.member("agent_message", reason)
            }
        case .gemini:
            guard let reason else { return [] }
            json.object { json in
                json.member("decision", "deny")
                json.member("reason", reason)
            }
        case .copilot:
            guard let reason else { return [] }
            json.object { json in
                json.member("permissionDecision", "deny")
                json.member("permissionDecisionReason", reason)
            }
        }
        return json.bytes + [0x0a]
    }
}

private func jsonString(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
}
