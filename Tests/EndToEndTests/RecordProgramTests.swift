import Foundation
import TestSupport
import Testing

/// The programs that the policy names for the record: whoever asks cannot choose what runs.
@Suite(.requires(.terraform, .root)) struct RecordProgramTests {
    /// A stack whose policy is root's alone, with programs in a folder that everybody can write to,
    /// or in one that nobody else can.
    private func project(
        anchored isAnchored: Bool, _ policy: (String) -> String
    ) throws -> (project: TerraformProject, programs: TemporaryDirectory) {
        let root = try Requirement.root.path()
        let programs = try TemporaryDirectory(below: isAnchored ? root : nil)
        let project = try TerraformProject(
            databases: ["one": "first"], policy: policy(programs.path), below: root)
        return (project, programs)
    }

    private func policy(_ programs: String) -> String {
        """
        audit {
          command = ["\(programs)/hear"]
          sync    = ["\(programs)/sync"]
        }
        identity { command = ["\(programs)/who"] }
        """
    }

    private func write(_ programs: TemporaryDirectory) throws {
        let said = programs.path("said")
        try programs.writeProgram(
            "#!/bin/sh\necho heard >> '\(said)'; cat > /dev/null\n", to: "hear")
        try programs.writeProgram("#!/bin/sh\necho \"$1\" >> '\(said)'\n", to: "sync")
        try programs.writeProgram(
            "#!/bin/sh\necho who >> '\(said)'; echo \"arn:${PATH%%:*}\"\n", to: "who")
    }

    private func words(_ programs: TemporaryDirectory) -> [String] {
        String(decoding: programs.read("said") ?? [], as: UTF8.self).split(separator: "\n")
            .map(String.init)
    }

    @Test func `programs that whoever asks could have written are not run for an agent`() throws {
        let (project, programs) = try project(anchored: false, policy)
        try write(programs)
        // A person's local state is fine, an agent's has to be confirmed; so it only tries.
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(3), "\(result)")
        #expect(words(programs) == [])
        let text = plainText(result.errors).replacing(/\s+/, with: " ")
        #expect(text.contains("unfetched-record"), "\(result)")
        #expect(text.contains("could have been changed by whoever asks"), "\(result)")
        let line = try #require(try project.record().first)
        let who = try #require(line["who"] as? [String: Any])
        #expect(who["principal"] as? String == "unknown")
        #expect(try project.record().map { $0["kind"] as? String } == ["refused", "unheard"])
    }

    @Test func `programs of root's alone are run for an agent, in surroundings of their own`()
        throws
    {
        let (project, programs) = try project(anchored: true, policy)
        try write(programs)
        let searched = "/evil:" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"],
            setting: ["CLAUDECODE": "1", "PATH": searched])
        #expect(result.status == .exited(3), "\(result)")
        #expect(words(programs) == ["fetch", "who", "store", "heard"])
        let line = try #require(try project.record().first)
        let who = try #require(line["who"] as? [String: Any])
        #expect(who["principal"] as? String == "arn:/usr/local/bin")
    }

    @Test func `nobody who hears of a line too slowly holds an apply up`() throws {
        let (project, _) = try project(anchored: true) { _ in
            "audit { command = [\"sh\", \"-c\", \"exec sleep 600\"] }\n"
        }
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        let unheard = try project.record().filter { $0["kind"] as? String == "unheard" }
        #expect(unheard.count == 2)
        #expect("\(unheard)".contains("took longer than 2 seconds"), "\(unheard)")
    }

    @Test func `a record that could not be fetched is told of in the verdict`() throws {
        let (project, programs) = try project(anchored: true) { programs in
            "audit { sync = [\"\(programs)/sync\"] }\n"
        }
        try programs.writeProgram("#!/bin/sh\necho no network >&2; exit 1\n", to: "sync")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        let text = plainText(result.errors).replacing(/\s+/, with: " ")
        #expect(text.contains("The record could not be fetched"), "\(result)")
        #expect(text.contains("no network"), "\(result)")
        #expect(text.contains("Not checked: whether the state is an old one"), "\(result)")
    }
}
