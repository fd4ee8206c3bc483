import Foundation
import TestSupport
import Testing

@testable import GuardCore

/// Staging first: applied there, signed by somebody, and then let into production.
@Suite(.requires(.terraform, .sshKeygen, .root)) struct RehearsalRunTests {
    /// A configuration that was applied in staging, for which production waits.
    struct Site {
        let project: TerraformProject
        let grace: SigningKey
        let eve: SigningKey

        init() throws {
            project = try TerraformProject(policy: nil, below: Requirement.root.path())
            grace = try SigningKey(named: "grace", in: project.base)
            eve = try SigningKey(named: "eve", in: project.base)
            try project.base.write(grace.entry(for: "grace@example.com"), to: "signers")
            try project.write(
                """
                environment "staging" {
                  match { workspace = ["staging"] }
                }
                environment "production" {
                  match { workspace = ["prod"] }
                }
                override "other-rules" {
                  rules        = ["builtin:default/*"]
                  environments = ["production", "staging"]
                  decision     = "warn"
                }
                approvals {
                  signers = "\(project.base.path("signers"))"
                  touch   = false
                }
                rehearsal "staging-first" {
                  environment = "staging"
                  within      = "72h"
                }
                rule "rehearsed" {
                  actions      = ["create", "update", "delete", "replace"]
                  environments = ["production"]
                  unless       = ["staging-first"]
                  decision     = "block"
                }
                """, to: "tfguard.hcl")
            try project.prepare("workspace", "new", "staging")
            let applied = try apply([])
            guard applied.status == .exited(0) else { throw TestSupportError("\(applied)") }
        }

        /// Has the last apply signed for, by the key at this path.
        func sign(_ arguments: [String] = [], setting: [String: String?] = ["CI": "1"]) throws
            -> ProcessResult
        {
            try project.tfguard(
                ["rehearsal", "-key=\(grace.path ?? "")"] + arguments, setting: setting)
        }

        func rehearsal() throws -> Rehearsal {
            let bytes = try #require(project.read("tfguard.rehearsal"))
            return try #require(Rehearsal(bytes))
        }

        /// Writes a rehearsal with anything about it changed, signed anew.
        func write(
            _ rehearsal: Rehearsal, by key: SigningKey,
            _ change: (inout RehearsalStatement) -> Void = { _ in }
        ) throws {
            var statement = rehearsal.statement
            change(&statement)
            let signature = try key.sign(try #require(statement.bytes))
            let bytes = Rehearsal(statement: statement, signature: signature).bytes
            try project.write(bytes: try #require(bytes), to: "other.rehearsal")
        }

        func apply(_ flags: [String], _ arguments: String...) throws -> ProcessResult {
            try project.tfguard(
                flags + ["terraform", "apply", "-auto-approve"] + arguments, setting: ["CI": "1"])
        }
    }

    @Test func `what was applied in staging and signed for is let into production`() throws {
        let site = try Site()
        let signed = try site.sign()
        #expect(signed.status == .exited(0), "\(signed)")
        #expect(plainText(signed.errors).contains("in staging"), "\(signed)")
        try site.project.prepare("workspace", "new", "prod")
        let blocked = try site.apply([])
        #expect(blocked.status == .exited(5), "\(blocked)")
        #expect(plainText(blocked.errors).contains("no rehearsal was given"), "\(blocked)")
        let applied = try site.apply(["-approval=tfguard.rehearsal"])
        #expect(applied.status == .exited(0), "\(applied)")
        #expect(plainText(applied.errors).contains("Proof staging-first of"), "\(applied)")
        #expect(try site.project.state() == ["terraform_data.courses"])
        // It is the sources that were rehearsed, and not that they go away.
        let destroyed = try site.project.tfguard(
            ["-approval=tfguard.rehearsal", "terraform", "destroy", "-auto-approve"],
            setting: ["CI": "1"])
        #expect(destroyed.status == .exited(5), "\(destroyed)")
        #expect(plainText(destroyed.errors).contains("no destroy"), "\(destroyed)")
    }

    @Test func `a rehearsal of something else, or that nobody signed who counts, proves nothing`()
        throws
    {
        let site = try Site()
        _ = try site.sign()
        let genuine = try site.rehearsal()
        try site.project.prepare("workspace", "new", "prod")
        func refusal(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
            let result = try site.apply(["-approval=other.rehearsal"])
            #expect(result.status == .exited(5), "\(result)", sourceLocation: sourceLocation)
            let text = plainText(result.errors).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            #expect(text.contains(words), "\(result)", sourceLocation: sourceLocation)
        }
        try site.write(genuine, by: site.eve)
        try refusal("with a key that no list of signers has")
        try site.write(genuine, by: site.grace) { $0.environments = ["preview"] }
        try refusal("not in staging")
        try site.write(genuine, by: site.grace) {
            $0.applied = Moment(
                secondsSinceEpoch: $0.applied.secondsSinceEpoch - 73 * 3600)
        }
        try refusal("longer ago than 3d")
        var unsigned = genuine.statement
        unsigned.environments = ["preview", "staging"]
        let bytes = Rehearsal(statement: unsigned, signature: genuine.signature).bytes
        try site.project.write(bytes: try #require(bytes), to: "other.rehearsal")
        try refusal("signature does not stand")
        // The line of the record alone, signed by nobody.
        let line = "{\"statement\":{},\"tfguard\":\"rehearsal\"}\n"
        try site.project.write(line, to: "other.rehearsal")
        try refusal("no rehearsal was given")
        try site.project.write(
            TerraformProject.configuration(["courses": "others"]), to: "main.tf")
        try site.write(genuine, by: site.grace)
        try refusal("another one was applied there")
        #expect(try site.project.state() == [])
    }

    @Test func `only what ended well and is whole is signed for, and by no agent`() throws {
        let site = try Site()
        let agent = try site.sign(setting: ["CLAUDECODE": "1"])
        #expect(agent.status == .exited(3), "\(agent)")
        let nowhere = try site.sign(["99"])
        #expect(nowhere.status == .exited(64), "\(nowhere)")
        let partly = try site.apply([], "-target=terraform_data.courses")
        #expect(partly.status == .exited(0), "\(partly)")
        let signed = try site.sign()
        #expect(signed.status == .exited(1), "\(signed)")
        #expect(plainText(signed.errors).contains("no -target"), "\(signed)")
        #expect(site.project.read("tfguard.rehearsal") == nil)
        // What somebody else put there stays.
        let other = try site.sign(["1", "-out=tfguard.hcl"])
        #expect(other.status != .exited(0), "\(other)")
        #expect(site.project.read("tfguard.hcl")?.starts(with: "environment".utf8) == true)
    }
}
