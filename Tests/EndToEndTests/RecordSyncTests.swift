import Foundation
import TestSupport
import Testing

/// The record of runners that forget, kept in a bucket by the shipped program.
@Suite(.requires(.terraform, .moto, .root)) struct RecordSyncTests {
    /// A stack whose policy and programs are root's alone, and so count for whoever asks.
    private func runner(_ policy: (TerraformProject) -> String) throws -> TerraformProject {
        let project = try TerraformProject(
            databases: ["one": "first"], policy: nil, below: try Requirement.root.path())
        // The programs of moto's Python, where the tests have them.
        let programs = try (Requirement.moto.path() as NSString).deletingLastPathComponent
        let shipped = try String(
            contentsOfFile: Repository.path("policies/audit/s3-sync"), encoding: .utf8)
        try project.base.writeProgram(
            shipped.replacing(
                "set -u\n", with: "set -u\nPATH='\(programs)':$PATH\n", maxReplacements: 1),
            to: "s3-sync")
        try project.write(policy(project), to: "tfguard.hcl")
        return project
    }

    private func policy(_ project: TerraformProject) -> String {
        """
        audit {
          sync   = ["\(project.base.path("s3-sync"))", "s3://audit/log"]
          record = "required"
        }
        """
    }

    private func variables(_ aws: LoopbackAWS) -> [String: String?] {
        [
            "AWS_ENDPOINT_URL": aws.address, "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1",
        ]
    }

    @Test func `two runners at once write one record`() async throws {
        let aws = try LoopbackAWS()
        _ = try await aws.store("audit", putting: [])
        let variables = variables(aws)
        let runners = try [runner(policy), runner(policy)]
        try await withThrowingTaskGroup(of: ProcessResult.self) { group in
            for runner in runners {
                group.addTask {
                    try runner.tfguard(
                        ["terraform", "apply", "-auto-approve"], setting: variables, timeout: 240)
                }
            }
            for try await result in group { #expect(result.status == .exited(0), "\(result)") }
        }
        let stored = try await aws.store("audit/log", putting: nil)
        try runners[0].base.write(stored, to: "home/stored")
        let verified = try runners[0].tfguard(
            "log", "verify", "-file=\(runners[0].base.path("home/stored"))")
        #expect(verified.status == .exited(0), "\(verified)")
        let lines = try stored.split(separator: 0x0a).map { try object(Array($0)) }
        #expect(lines.count { $0["kind"] as? String == "outcome" } == 2)
    }

    @Test func `without the record that the policy demands nothing is applied`() throws {
        let aws = try LoopbackAWS()
        let project = try runner(policy)
        // There is no such bucket.
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: variables(aws), timeout: 120)
        #expect(result.status == .exited(73), "\(result)")
        #expect(plainText(result.errors).contains("could not be fetched"), "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `that nobody hears of a line stops nothing, and is recorded`() throws {
        let project = try runner { _ in
            """
            audit { command = ["sh", "-c", "cat >> \\"$HOME/heard\\"; exit 7"] }
            identity { command = ["sh", "-c", "echo arn:test"] }
            """
        }
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(0), "\(result)")
        let lines = try project.record()
        #expect(
            lines.map { $0["kind"] as? String } == ["intent", "unheard", "outcome", "unheard"])
        #expect((lines[0]["who"] as? [String: Any])?["principal"] as? String == "arn:test")
        let heard = String(decoding: project.base.read("home/heard") ?? [], as: UTF8.self)
        #expect(heard.contains("\"kind\":\"intent\""))
        // Nothing was lost, so there is no last incident; a report on the run is there all the same.
        let last = try project.tfguard("incident", "last")
        #expect(last.status == .exited(64), "\(last)")
        #expect(last.errors.contains("No run lost anything"), "\(last)")
        let report = try project.tfguard("incident", "1", "-format=json")
        let rows = try object(report.standardOutput)
        #expect(rows["effective_principal"] as? String == "arn:test (by identity command)")
        for key in [
            "laptop_fingerprint", "same_permissions", "delete_call", "rollback_minutes",
            "after_the_bad_write", "retried_for", "retry_owner", "called", "contact_method",
            "minutes_to_answer", "person_was_wrong", "second_failure", "worst_moment",
        ] {
            #expect(rows.keys.contains(key), "\(key)")
        }
        let text = try project.tfguard("incident", "1").output
        #expect(text.contains("- **Laptop fingerprint:**"), "\(text)")
        #expect(text.contains(":** ____"), "\(text)")
        #expect(text.contains("There was no state before"), "\(text)")
        let statistics = try project.tfguard("log", "stats").output
        #expect(statistics.contains("status 0: 1"), "\(statistics)")
    }
}
