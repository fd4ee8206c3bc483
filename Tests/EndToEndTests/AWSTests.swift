import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// With the real AWS provider, in front of an AWS on loopback.
@Suite(.requires(.terraform, .awsProvider, .moto)) struct AWSTests {
    @Test func `a table made through tfguard survives a script that destroys it`()
        async throws
    {
        let aws = try LoopbackAWS()
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(aws.provider, to: "provider.tf")
        try project.write(
            """
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
        try project.prepare(
            "init", "-input=false", "-plugin-dir=\(Requirement.awsProvider.path())")

        let created = try project.tfguard(["terraform", "apply", "-auto-approve"], timeout: 120)
        #expect(created.status == .exited(0), "\(created)")
        #expect(try await aws.tables() == ["courses-main"])
        let before = try project.stateFiles()

        let destroyed = try project.tfguard(
            ["terraform", "destroy", "-auto-approve"], standardInput: "yes\n", timeout: 120)
        #expect(destroyed.status == .exited(3), "\(destroyed)")
        // No policy of the project's: the built-in catalog knows it and its name.
        for words in ["aws_dynamodb_table.courses", "courses-main"] {
            #expect(plainText(destroyed.errors).contains(words), "\(destroyed)")
        }
        #expect(try await aws.tables() == ["courses-main"])
        #expect(try project.stateFiles() == before)
    }
}

/// An AWS of moto's, asked over HTTP and not through terraform what it holds.
struct LoopbackAWS {
    private let server: LoopbackServer

    init() throws {
        // Port zero lets the kernel choose a free one.
        server = try LoopbackServer(
            Requirement.moto.path(), ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"],
            announcing: "Running on http://127.0.0.1:")
    }

    var address: String { "http://127.0.0.1:\(server.port)" }

    /// The configuration of a provider that talks to it and to nobody else.
    var provider: String {
        let endpoints = ["dynamodb", "sts", "iam"].map { "    \($0) = \"\(address)\"" }
        return """
            terraform {
              required_providers {
                aws = { source = "hashicorp/aws" }
              }
            }
            provider "aws" {
              region                      = "us-east-1"
              access_key                  = "test"
              secret_key                  = "test"
              skip_credentials_validation = true
              skip_metadata_api_check     = true
              skip_requesting_account_id  = true
              endpoints {
            \(endpoints.joined(separator: "\n"))
              }
            }
            """
    }

    /// The configuration of a state in a bucket of it.
    func backend(bucket: String, key: String) -> String {
        """
        terraform {
          backend "s3" {
            bucket                      = "\(bucket)"
            key                         = "\(key)"
            region                      = "us-east-1"
            access_key                  = "test"
            secret_key                  = "test"
            skip_credentials_validation = true
            skip_metadata_api_check     = true
            skip_requesting_account_id  = true
            use_path_style              = true
            endpoints                   = { s3 = "\(address)" }
          }
        }
        """
    }

    /// Makes a bucket, or puts an object into one, or gets it where there are no bytes to put.
    func store(_ path: String, putting bytes: [UInt8]?) async throws -> [UInt8] {
        var request = URLRequest(url: try #require(URL(string: "\(address)/\(path)")))
        request.httpMethod = bytes == nil ? "GET" : "PUT"
        request.httpBody = bytes.map { Data($0) }
        request.setValue(
            "AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/s3/aws4_request, "
                + "SignedHeaders=host, Signature=none",
            forHTTPHeaderField: "Authorization")
        let (data, answer) = try await URLSession.shared.data(for: request)
        #expect((answer as? HTTPURLResponse)?.statusCode == 200, "\(path)")
        return Array(data)
    }

    /// DynamoDB's ListTables.
    func tables() async throws -> [String] {
        var request = URLRequest(url: try #require(URL(string: address)))
        request.httpMethod = "POST"
        request.httpBody = Data("{}".utf8)
        request.setValue("application/x-amz-json-1.0", forHTTPHeaderField: "Content-Type")
        request.setValue("DynamoDB_20120810.ListTables", forHTTPHeaderField: "X-Amz-Target")
        request.setValue(
            "AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/dynamodb/aws4_request, "
                + "SignedHeaders=host, Signature=none",
            forHTTPHeaderField: "Authorization")
        let (data, _) = try await URLSession.shared.data(for: request)
        return try #require(object(Array(data))["TableNames"] as? [String])
    }
}
