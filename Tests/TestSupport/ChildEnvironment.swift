import Foundation

/// The environment of a program that a test runs: nothing of the session's but the search path.
///
/// Whoever runs the tests may be a pipeline or an agent, and its variables (`CI`, `CLAUDECODE`,
/// `TF_CLI_ARGS`, …) would change what tfguard does. A test that wants one sets it.
package struct ChildEnvironment: Sendable {
    package private(set) var variables: [String: String]

    /// - Parameter home: a folder of the test's own: the caller's holds settings and credentials.
    package init(home: String) {
        variables = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
            "HOME": home,
            // Each test has a record of its own, and the user's stays as it is.
            "TFGUARD_TEST_RECORD": "\(home)/record",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            // Terraform asks its maker for news otherwise.
            "CHECKPOINT_DISABLE": "1",
        ]
    }

    /// The same with these set; nil removes one.
    package func setting(_ changes: [String: String?]) -> ChildEnvironment {
        var copy = self
        for (name, value) in changes {
            copy.variables[name] = value
        }
        return copy
    }

    var entries: [String] {
        variables.map { "\($0.key)=\($0.value)" }.sorted()
    }
}
