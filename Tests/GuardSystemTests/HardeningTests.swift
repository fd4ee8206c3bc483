#if os(Linux)
import Foundation
import TestSupport
import Testing

@testable import GuardSystem

@Suite struct HardeningTests {
    /// An undumpable process's files in `/proc` are root's (proc_pid(5)), so nobody else opens its
    /// memory or its descriptors.
    @Test func `other processes of the user cannot look into this one`() throws {
        // Root may look into everything; so the probe runs as somebody else.
        let folder = try TemporaryDirectory()
        chmod(folder.path, 0o755)
        try folder.copyProgram(Probe.path(), to: "probe")
        let isRoot = geteuid() == 0
        let command = [folder.path("probe"), "forbid-dumps"]
        let result = try run(
            "/usr/bin/env",
            isRoot ? ["setpriv", "--reuid=65534", "--clear-groups"] + command : command,
            environment: Probe.environment)
        let user = isRoot ? 65_534 : geteuid()
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output == "\(user) 0\n")
    }
}
#endif
