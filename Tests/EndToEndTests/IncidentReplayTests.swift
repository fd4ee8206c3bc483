import Foundation
import TestSupport
import Testing

/// The incident that tfguard exists for, on the real AWS provider.
///
/// A new machine, an old state put in the place of the new one, a destroy: each of the three is
/// stopped, each by another finding.
@Suite(.requires(.terraform, .awsProvider, .moto)) struct IncidentReplayTests {
    private static func table(_ name: String) -> String {
        """
        resource "aws_dynamodb_table" "\(name)" {
          name         = "\(name)-prod"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"
          attribute {
            name = "id"
            type = "S"
          }
        }

        """
    }

    @Test func `each stop point of the incident is stopped by a finding of its own`() async throws {
        let aws = try LoopbackAWS()
        _ = try await aws.store("courses-state", putting: [])
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(aws.provider, to: "provider.tf")
        try project.write(
            aws.backend(bucket: "courses-state", key: "courses.tfstate"), to: "backend.tf")
        try project.write(Self.table("courses"), to: "main.tf")
        let plugins = try Requirement.awsProvider.path()
        try project.prepare("init", "-input=false", "-plugin-dir=\(plugins)")
        let apply = ["terraform", "apply", "-auto-approve"]
        let first = try project.tfguard(apply, timeout: 120)
        #expect(first.status == .exited(0), "\(first)")
        #expect(try project.tfguard("pin").status == .exited(0))
        let old = try await aws.store("courses-state/courses.tfstate", putting: nil)
        try project.write(Self.table("courses") + Self.table("grades"), to: "main.tf")
        let second = try project.tfguard(apply, timeout: 120)
        #expect(second.status == .exited(0), "\(second)")

        // One: a laptop that has the configuration and the pin, and neither backend nor record.
        let laptop = try TerraformProject(databases: [:], policy: nil)
        for name in ["provider.tf", "main.tf", ".tfguard.lock.hcl"] {
            try laptop.write(bytes: try #require(project.read(name)), to: name)
        }
        try laptop.prepare("init", "-input=false", "-plugin-dir=\(plugins)")
        let missing = try laptop.tfguard(apply, timeout: 120)
        expect(
            missing, 5, "state.mismatch", "s3://courses-state/courses.tfstate", "new machine",
            "Run terraform init")

        // Two: somebody restores the state from before the last apply.
        let new = try await aws.store("courses-state/courses.tfstate", putting: nil)
        _ = try await aws.store("courses-state/courses.tfstate", putting: old)
        let older = try project.tfguard(apply, timeout: 120)
        expect(older, 5, "state.rollback", "an old copy", "Restore serial")
        _ = try await aws.store("courses-state/courses.tfstate", putting: new)

        // Three: the destroy, with everything said yes to.
        let destroy = try project.tfguard(
            ["terraform", "destroy", "-auto-approve"], standardInput: "yes\n", timeout: 120)
        expect(destroy, 3, "loss", "courses-prod", "grades-prod", "types what is lost")
        #expect(try await aws.tables() == ["courses-prod", "grades-prod"])
    }

    private func expect(_ result: ProcessResult, _ status: Int32, _ words: String...) {
        #expect(result.status == .exited(status), "\(result)")
        let text = plainText(result.errors).replacing(/\s+/, with: " ")
        for word in words { #expect(text.contains(word), "\(word) is not in \(result)") }
    }
}

/// States behind other backends than a local file.
@Suite(.requires(.terraform, .python)) struct RemoteStateTests {
    @Test func `a state behind http is known by its record, and asked for once before`() throws {
        let server = try HTTPStateServer()
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(server.backend(), to: "backend.tf")
        try project.write("resource \"terraform_data\" \"a\" { count = 4 }\n", to: "main.tf")
        try project.prepare("init", "-input=false")
        let made = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(made.status == .exited(0), "\(made)")
        let lines = try project.record()
        #expect(lines.map { $0["kind"] as? String } == ["intent", "outcome", "state"])
        let state = try #require(lines.last?["state"] as? [String: Any])
        #expect(state["resources"] as? Int == 4)
        try project.prepare("state", "rm", "terraform_data.a[0]", "terraform_data.a[1]")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(5), "\(result)")
        #expect(plainText(result.errors).contains("state.collapse"), "\(result)")
    }

    @Test func `a state behind http is stopped by the same findings as a file`() async throws {
        let server = try HTTPStateServer()
        let project = try TerraformProject(databases: [:], policy: nil)
        let apply = ["terraform", "apply", "-auto-approve"]
        func resources(_ count: Int) throws {
            try project.write(
                "resource \"terraform_data\" \"a\" { count = \(count) }\n", to: "main.tf")
        }
        func expect(_ result: ProcessResult, _ status: Int32, _ words: String...) {
            #expect(result.status == .exited(status), "\(result)")
            let text = plainText(result.errors).replacing(/\s+/, with: " ")
            for word in words { #expect(text.contains(word), "\(word) is not in \(result)") }
        }
        try project.write(server.backend(), to: "backend.tf")
        try resources(2)
        try project.prepare("init", "-input=false")
        expect(try project.tfguard(apply), 0)
        #expect(try project.tfguard("pin").status == .exited(0))
        let old = try project.terraform("state", "pull").standardOutput
        try resources(3)
        expect(try project.tfguard(apply), 0)
        let new = try project.terraform("state", "pull").standardOutput

        try await server.replace(with: old)
        expect(try project.tfguard(apply), 5, "state.rollback", "an old copy", "Restore serial")
        let foreign = String(decoding: new, as: UTF8.self)
            .replacing(/"lineage": "[^"]*"/, with: "\"lineage\": \"another\"")
        try await server.replace(with: Array(foreign.utf8))
        expect(try project.tfguard(apply), 5, "state.mismatch", "is pinned")
        try await server.replace(with: nil)
        expect(try project.tfguard(apply), 5, "state.mismatch", "is not there")

        try await server.replace(with: new)
        try resources(4)
        try project.prepare("apply", "-auto-approve")
        try resources(5)
        expect(try project.tfguard(apply), 0, "around tfguard")
    }
}
