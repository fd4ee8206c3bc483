import Foundation
import TestSupport
import Testing

/// Programs that prove something: what they are told, how they end, and what they may not do.
@Suite(.requires(.terraform)) struct EvidenceProgramTests {
    static let policy =
        TerraformProject.databasePolicy + """

            environment "production" {
              match { workspace = ["*"] }
            }
            override "proven" {
              rules        = ["builtin:default/*"]
              environments = ["production"]
              decision     = "warn"
            }
            evidence "fresh" {
              command = ["./prove", "--max-age", "24h", "; touch injected"]
              timeout = "2s"
            }
            rule "no-loss" {
              actions  = ["delete"]
              unless   = ["fresh"]
              decision = "block"
            }
            """

    func destroy(_ program: String?, setting variables: [String: String?] = ["CI": "1"]) throws -> (
        project: TerraformProject, result: ProcessResult
    ) {
        let project = try TerraformProject.applied(policy: Self.policy)
        if let program { try project.writeProgram("#!/bin/sh\n" + program, to: "prove") }
        let result = try project.tfguard(
            ["terraform", "destroy", "-auto-approve"], setting: variables)
        return (project, result)
    }

    @Test func `a proof that holds takes the rule away, and the program is told the change`() throws
    {
        let (project, result) = try destroy("cat >told; echo \"$3\" >argument; exit 0\n")
        #expect(result.status == .exited(0), "\(result)")
        #expect(try project.state() == [])
        #expect(plainText(result.errors).contains("Proof fresh of terraform_data.courses holds"))
        let told = try #require(project.read("told"))
        #expect(String(decoding: told, as: UTF8.self).contains("\"identity\":\"courses-main\""))
        // No shell has looked at its arguments.
        let argument = try #require(project.read("argument"))
        #expect(String(decoding: argument, as: UTF8.self) == "; touch injected\n")
        #expect(project.read("injected") == nil)
    }

    @Test(arguments: [
        ("echo nothing there; exit 1\n", "ended with status 1"),
        ("sleep 60 & sleep 60\n", "was not done within 2s"), ("kill -9 $$\n", "signal 9"),
        (nil, "is not there"),
    ])
    func `a proof that fails, is late or is not there leaves the rule`(
        program: String?, words: String
    ) throws {
        let (project, result) = try destroy(program)
        #expect(result.status == .exited(5), "\(result)")
        let text = plainText(result.errors).replacing(/\s+/, with: " ")
        #expect(text.contains(words), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `what a program prints is bounded, and cannot paint over the screen`() throws {
        let (_, result) = try destroy(
            "printf '\\033[2Jgone\\n'; yes aaaaaaaaaaaaaaaaaaaaaaaa | head -c 1000000; exit 1\n")
        #expect(result.status == .exited(5), "\(result.status)")
        #expect(!result.errors.contains("\u{1B}[2J"))
        #expect(result.errors.utf8.count < 20_000)
    }

    @Test func `an agent's own policy proves nothing`() throws {
        let (project, result) = try destroy("exit 0\n", setting: ["CLAUDECODE": "1"])
        #expect(result.status == .exited(5), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `check runs no program, unless it is told to`() throws {
        let project = try TerraformProject.applied(policy: Self.policy)
        try project.writeProgram("#!/bin/sh\ntouch ran\n", to: "prove")
        try project.prepare("plan", "-destroy", "-out=d.tfplan")
        let plain = try project.tfguard("check", "d.tfplan")
        #expect(plain.status == .exited(5), "\(plain)")
        #expect(project.read("ran") == nil)
        let told = try project.tfguard(
            ["check", "-run-evidence", "d.tfplan"], setting: ["CI": "1"])
        #expect(told.status == .exited(0), "\(told)")
        #expect(project.read("ran") != nil)
    }
}

/// `policies/evidence/aws-snapshot`, asked about an AWS on loopback.
@Suite(.requires(.moto, .awsCommandLine)) struct SnapshotEvidenceTests {
    @Test func `a database's own snapshot proves it, and nothing else does`() throws {
        let server = try LoopbackServer(
            Requirement.moto.path(), ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"],
            announcing: "Running on http://127.0.0.1:")
        let folder = try TemporaryDirectory()
        try folder.writeProgram(
            """
            #!/bin/sh
            exec \(Requirement.awsCommandLine.path()) -m awscli \\
              --endpoint-url http://127.0.0.1:\(server.port) "$@"
            """, to: "bin/aws")
        let plain = ChildEnvironment(home: folder.path)
        let environment = plain.setting([
            "PATH": folder.path("bin") + ":" + (plain.variables["PATH"] ?? ""),
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
        ])
        func aws(_ arguments: String...) throws {
            let result = try run(folder.path("bin/aws"), arguments, environment: environment)
            #expect(result.status == .exited(0), "\(result)")
        }
        func proof(of name: String, type: String = "aws_db_instance", age: String = "24h") throws
            -> ProcessResult
        {
            try run(
                Requirement.python.path(),
                [Repository.path("policies/evidence/aws-snapshot"), "--max-age", age],
                environment: environment,
                standardInput:
                    #"{"row":{"type":"\#(type)","before":{"identifier":"\#(name)"}}}"#)
        }
        for name in ["courses-prod", "other"] {
            try aws(
                "rds", "create-db-instance", "--db-instance-identifier", name,
                "--db-instance-class", "db.t3.micro", "--engine", "postgres", "--allocated-storage",
                "20", "--master-username", "a", "--master-user-password", "aaaaaaaa")
        }
        let none = try proof(of: "courses-prod")
        #expect(none.status == .exited(1), "\(none)")
        #expect(none.output.contains("no finished snapshot"), "\(none)")
        try aws(
            "rds", "create-db-snapshot", "--db-instance-identifier", "courses-prod",
            "--db-snapshot-identifier", "before-the-end")
        let fresh = try proof(of: "courses-prod")
        #expect(fresh.status == .exited(0), "\(fresh)")
        #expect(try proof(of: "other").status == .exited(1))
        #expect(try proof(of: "courses-prod", type: "aws_s3_bucket").status == .exited(1))
        #expect(try proof(of: "").status == .exited(1))
        #expect(try proof(of: "courses-prod", age: "soon").status == .exited(2))
    }
}
