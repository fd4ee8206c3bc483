import Foundation

/// An `ssh-agent` of a test's own, with one key in it.
package final class SSHAgent: Sendable {
    package let socket: String
    private let process: Int32

    package init(holding key: String, in folder: TemporaryDirectory) throws {
        guard let agent = programOnPath("ssh-agent"), let add = programOnPath("ssh-add") else {
            throw TestSupportError("there is no ssh-agent on this machine")
        }
        socket = folder.path("agent")
        let environment = ChildEnvironment(home: folder.path)
        let started = try run(agent, ["-s", "-a", socket], environment: environment)
        let number = started.output.firstMatch(of: /SSH_AGENT_PID=([0-9]+)/)
        guard let id = number.flatMap({ Int32($0.1) }) else {
            throw TestSupportError("ssh-agent did not start: \(started)")
        }
        process = id
        let added = try run(
            add, ["-q", key], environment: environment.setting(["SSH_AUTH_SOCK": socket]))
        guard added.status == .exited(0) else {
            kill(id, SIGTERM)
            throw TestSupportError("ssh-add: \(added)")
        }
    }

    package func end() { kill(process, SIGTERM) }

    deinit { end() }
}
