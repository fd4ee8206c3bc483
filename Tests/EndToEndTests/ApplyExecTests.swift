import Foundation
import TestSupport
import Testing

/// `apply.exec`: the credentials that can destroy exist only past the gate.
@Suite(.requires(.terraform)) struct ApplyExecTests {
    @Test func `terraform applies behind the program that the policy names`() throws {
        let project = try TerraformProject(
            policy: TerraformProject.databasePolicy + """

                apply {
                  exec = ["./as-admin", "prod-admin", "--"]
                }
                """)
        try project.writeProgram(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >arguments\nshift 2\nADMIN=yes exec \"$@\"\n",
            to: "as-admin")
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["CI": "1"])
        #expect(result.status == .exited(0), "\(result)")
        #expect(try project.state() == ["terraform_data.courses"])
        let arguments = String(decoding: try #require(project.read("arguments")), as: UTF8.self)
            .split(separator: "\n").map(String.init)
        #expect(arguments.prefix(2) == ["prod-admin", "--"])
        #expect(arguments.dropFirst(2).first?.hasSuffix("/terraform") == true, "\(arguments)")
        #expect(arguments.dropFirst(3).prefix(2) == ["apply", "-input=false"])
    }

    @Test func `a program that is not there applies nothing`() throws {
        let project = try TerraformProject(
            policy: TerraformProject.databasePolicy + """

                apply {
                  exec = ["./nobody"]
                }
                """)
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["CI": "1"])
        #expect(result.status == .exited(69), "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `a program that others than root could have named is not run for an agent`() throws {
        let project = try TerraformProject(
            policy: TerraformProject.databasePolicy + """

                apply {
                  exec = ["./as-admin"]
                }
                """)
        try project.writeProgram("#!/bin/sh\ntouch ran\nexec \"$@\"\n", to: "as-admin")
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"], setting: ["CLAUDECODE": "1"])
        #expect(project.read("ran") == nil, "\(result)")
    }

    @Test func `only a terraform that no other user could have replaced is run behind it`() throws {
        let project = try TerraformProject(
            policy: TerraformProject.databasePolicy + """

                apply {
                  exec = ["/usr/bin/env"]
                }
                """)
        let real = try Requirement.terraform.path()
        try project.base.makeFolder("shared")
        try FileManager.default.createSymbolicLink(
            atPath: project.base.path("shared/terraform"), withDestinationPath: real)
        #expect(chmod(project.base.path("shared"), 0o777) == 0)
        let result = try project.tfguard(
            [project.base.path("shared/terraform"), "apply", "-auto-approve"], setting: ["CI": "1"])
        #expect(result.status == .exited(69), "\(result)")
        #expect(plainText(result.errors).contains("could have replaced"), "\(result)")
        #expect(try project.state() == [])
    }

    @Test(.requires(.awsProvider, .moto))
    func `the plan's credentials cannot destroy, and the apply's can`() throws {
        let server = try LoopbackServer(
            Requirement.moto.path(), ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"],
            announcing: "Running on http://127.0.0.1:")
        let address = "http://127.0.0.1:\(server.port)"
        let project = try TerraformProject(databases: [:], policy: nil)
        // Two users: one who reads, one who may do anything. From then on IAM is asked.
        let prepared = try run(
            Requirement.moto.path(), ["-c", Self.users, address], environment: project.environment)
        #expect(prepared.status == .exited(0), "\(prepared)")
        let keys = prepared.output.split(whereSeparator: \.isWhitespace).map(String.init)
        try #require(keys.count == 4)
        try project.write(
            """
            terraform {
              required_providers {
                aws = { source = "hashicorp/aws" }
              }
            }
            provider "aws" {
              region                      = "us-east-1"
              skip_credentials_validation = true
              skip_metadata_api_check     = true
              skip_requesting_account_id  = true
              endpoints {
                dynamodb = "\(address)"
              }
            }
            resource "aws_dynamodb_table" "courses" {
              name         = "courses-main"
              billing_mode = "PAY_PER_REQUEST"
              hash_key     = "id"
              attribute {
                name = "id"
                type = "S"
              }
            }
            """, to: "main.tf")
        try project.writeProgram(
            """
            #!/bin/sh
            AWS_ACCESS_KEY_ID=\(keys[2]) AWS_SECRET_ACCESS_KEY=\(keys[3]) exec "$@"
            """, to: "as-admin")
        let admin = ["AWS_ACCESS_KEY_ID": keys[2], "AWS_SECRET_ACCESS_KEY": keys[3]]
        let reader: [String: String?] = [
            "AWS_ACCESS_KEY_ID": keys[0], "AWS_SECRET_ACCESS_KEY": keys[1],
        ]
        try project.prepare(
            "init", "-input=false", "-plugin-dir=\(Requirement.awsProvider.path())")
        let made = try run(
            Requirement.terraform.path(), ["apply", "-auto-approve"],
            environment: project.environment.setting(admin), directory: project.directory,
            timeout: 120)
        #expect(made.status == .exited(0), "\(made)")

        func destroy() throws -> PseudoTerminal {
            let terminal = try project.tfguardOnTerminal("terraform", "destroy", setting: reader)
            try terminal.expect("Type \"courses-main\"", within: 120)
            try terminal.type("courses-main")
            _ = try terminal.waitForExit(within: 120)
            return terminal
        }
        let denied = try destroy()
        #expect(denied.screen.contains("StatusCode: 403"), "\(denied.screen)")
        #expect(try project.state() == ["aws_dynamodb_table.courses"])

        try project.write("apply {\n  exec = [\"./as-admin\"]\n}\n", to: "tfguard.hcl")
        let done = try destroy()
        #expect(done.screen.contains("1 destroyed"), "\(done.screen)")
        #expect(try project.state() == [])
    }

    /// Makes a reader and an administrator, prints their keys, and has moto ask IAM from then on.
    private static let users = """
        import json, sys, urllib.request, boto3
        address = sys.argv[1]
        iam = boto3.client("iam", endpoint_url=address, region_name="us-east-1",
                           aws_access_key_id="test", aws_secret_access_key="test")
        reading = ["dynamodb:Describe*", "dynamodb:List*"]
        for name, actions in (("reader", reading), ("admin", ["*"])):
            iam.create_user(UserName=name)
            statement = {"Effect": "Allow", "Action": actions, "Resource": "*"}
            policy = {"Version": "2012-10-17", "Statement": [statement]}
            iam.put_user_policy(UserName=name, PolicyName="all", PolicyDocument=json.dumps(policy))
            key = iam.create_access_key(UserName=name)["AccessKey"]
            print(key["AccessKeyId"], key["SecretAccessKey"])
        urllib.request.urlopen(urllib.request.Request(
            address + "/moto-api/reset-auth", data=b"0", method="POST",
            headers={"Content-Type": "text/plain"}))
        """
}
