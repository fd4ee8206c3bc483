import Foundation
import TestSupport
import Testing

/// A proof that an agent asks for: whoever asks cannot choose what runs.
@Suite(.requires(.terraform, .root)) struct EvidenceForAgentsTests {
    /// A stack whose policy, program and folder are root's alone, destroyed by an agent.
    private func destroy(
        _ program: String, command: String = "[\"./prove\"]", permissions: mode_t = 0o755,
        setting variables: [String: String] = [:]
    ) throws -> ProcessResult {
        let policy = EvidenceProgramTests.policy.replacing(
            "[\"./prove\", \"--max-age\", \"24h\", \"; touch injected\"]", with: command)
        #expect(policy != EvidenceProgramTests.policy)
        let project = try TerraformProject.applied(
            policy: policy, below: try Requirement.root.path())
        try project.writeProgram(program, to: "prove")
        #expect(chmod(project.path("prove"), permissions) == 0)
        try project.base.writeProgram("#!/bin/sh\nexit 0\n", to: "evil/verdict")
        try project.base.write("exit 0\n", to: "evil/startup")
        var setting: [String: String?] = ["CLAUDECODE": "1"]
        for (name, value) in variables {
            setting[name] = value.replacing("EVIL", with: project.base.path("evil"))
        }
        return try project.tfguard(["terraform", "destroy", "-auto-approve"], setting: setting)
    }

    private var searched: String {
        "EVIL:" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    }

    @Test func `a proof by root's own program holds for an agent`() throws {
        let result = try destroy("#!/bin/sh\nexit 0\n")
        #expect(result.status == .exited(0), "\(result)")
    }

    @Test func `an agent's PATH chooses no program for a proof`() throws {
        let named = try destroy(
            "#!/bin/sh\nexit 1\n", command: "[\"verdict\"]", setting: ["PATH": searched])
        #expect(named.status == .exited(5), "\(named)")
        let called = try destroy("#!/bin/sh\nexec verdict\n", setting: ["PATH": searched])
        #expect(called.status == .exited(5), "\(called)")
        #expect(plainText(called.errors).contains("status 127"), "\(called)")
    }

    @Test func `an agent's variables give a proof's interpreter nothing to run`() throws {
        let result = try destroy(
            "#!/bin/bash\nexit 1\n", setting: ["BASH_ENV": "EVIL/startup", "ENV": "EVIL/startup"])
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).contains("status 1"), "\(result)")
    }

    @Test func `a script that others could have written proves nothing to an agent`() throws {
        let result = try destroy(
            "exit 0\n", command: "[\"/bin/sh\", \"./prove\"]", permissions: 0o777)
        #expect(result.status == .exited(5), "\(result)")
        let text = plainText(result.errors).replacing(/\s+/, with: " ")
        #expect(text.contains("could have been changed by whoever asks"), "\(result)")
    }
}
