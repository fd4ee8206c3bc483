import Foundation
import TestSupport
import Testing

/// Verdicts over plans of the AWS resource types that are used most, line by line.
///
/// `Fixtures/aws` holds a configuration of sixty resources; its state, recorded from an apply
/// against moto, guarded and disarmed; and what `terraform show -json` printed of four plans, without
/// their configuration and planned values:
///
///     delete      destroys everything, guarded as it is
///     replace     gives everything another name
///     disarm      takes the guards off
///     afterwards  destroys everything, after that
///
/// Beside each stands its verdict. A verdict that differs fails; `TFGUARD_RECORD=1` writes the new one
/// for the eyes of whoever commits it, and fails too.
@Suite struct GoldenPlanTests {
    @Test(arguments: ["delete", "replace", "disarm", "afterwards"])
    func `the verdict of a plan of AWS's most used types is the one that was agreed on`(
        name: String
    ) throws {
        let folder = try TemporaryDirectory()
        try compare(verdicts(of: fixture("\(name).json"), in: folder), withGolden: name)
    }

    /// Plans hold what the provider makes of a configuration; another version may make something
    /// else of it.
    @Test(.requires(.terraform, .awsProvider), arguments: ["replace", "afterwards"])
    func `the real provider makes the same plans again`(name: String) throws {
        let project = try TerraformProject(databases: [:], policy: nil)
        try project.write(read("main.tf"), to: "main.tf")
        try project.write(Self.provider, to: "provider.tf")
        let isDisarmed = name == "afterwards"
        let state = isDisarmed ? "disarmed.tfstate" : "armed.tfstate"
        try project.write(read(state), to: "terraform.tfstate")
        try project.prepare(
            "init", "-input=false", "-plugin-dir=\(Requirement.awsProvider.path())")
        let arguments =
            isDisarmed
            ? ["-destroy", "-var=guarded=false"]
            : ["-var=generation=b"] + Self.namedInPlace.map { "-replace=\($0)" }
        let planned = try run(
            Requirement.terraform.path(),
            ["plan", "-input=false", "-refresh=false", "-out=again.tfplan"] + arguments,
            environment: project.environment, directory: project.directory, timeout: 300)
        #expect(planned.status == .exited(0), "\(planned)")
        let shown = try run(
            Requirement.terraform.path(), ["show", "-json", "again.tfplan"],
            environment: project.environment, directory: project.directory, timeout: 300)
        let folder = try TemporaryDirectory()
        try folder.write(shown.standardOutput, to: "again.json")
        try compare(verdicts(of: folder.path("again.json"), in: folder), withGolden: name)
    }

    /// What AWS renames in place, or has no name.
    private static let namedInPlace = [
        "aws_db_instance.main", "aws_kms_key.main", "aws_iam_user.main",
    ]

    /// Nothing is asked of AWS where no refresh is made.
    private static let provider = """
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
          s3_use_path_style           = true
        }
        """

    // MARK: Verdicts

    /// One line for each change, and for each finding about the whole plan; first in no environment,
    /// then in production.
    private func verdicts(of plan: String, in folder: TemporaryDirectory) throws -> String {
        try ["default", "prod"].map { workspace in
            let environment = ChildEnvironment(home: folder.path)
                .setting(["TF_WORKSPACE": workspace])
            let result = try run(
                ToolUnderTest.path(), ["check", "-format=json", plan], environment: environment,
                directory: folder.path)
            return try "Workspace \(workspace)\n" + text(of: object(result.standardOutput))
        }.joined(separator: "\n")
    }

    private func text(of verdict: [String: Any]) throws -> String {
        let findings = try #require(verdict["findings"] as? [[String: Any]])
        let changes = try #require(verdict["changes"] as? [[String: Any]])
        var lines = ["decision: \(verdict["decision"] ?? "")"]
        for finding in findings where finding["address"] is NSNull {
            let rule = "\(finding["layer"] ?? "")/\(finding["rule"] ?? "")"
            lines.append("\(rule): \(finding["decision"] ?? "")")
        }
        for change in changes {
            let words = ["severity", "category"].compactMap { change[$0] as? String }
            let effects = (change["effects"] as? [String] ?? []).joined(separator: "+")
            let rules = (change["rules"] as? [String] ?? []).map {
                $0.replacingOccurrences(of: "builtin:default/", with: "")
            }
            // An identity may hold what differs from apply to apply.
            let name = change["identity"] is String ? "named" : "unnamed"
            lines.append(
                "\(change["address"] ?? ""): \(effects); \(words.joined(separator: " ")), "
                    + "\(name); \(change["decision"] ?? "") \(rules.joined(separator: ", "))")
        }
        return lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n") + "\n"
    }

    private func compare(_ verdict: String, withGolden name: String) throws {
        let golden = (try? read("\(name).verdict")) ?? ""
        guard verdict != golden else { return }
        let difference = verdict.split(separator: "\n")
            .difference(from: golden.split(separator: "\n"))
        let words = difference.map { change in
            switch change {
            case .insert(_, let line, _): "+ \(line)"
            case .remove(_, let line, _): "- \(line)"
            }
        }
        Issue.record("\(name) is judged otherwise:\n\(words.joined(separator: "\n"))")
        if ProcessInfo.processInfo.environment["TFGUARD_RECORD"] == "1" {
            try Data(verdict.utf8).write(to: URL(filePath: fixture("\(name).verdict")))
        }
    }

    // MARK: Fixtures

    private func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/aws/\(name)").path
    }

    private func read(_ name: String) throws -> String {
        try String(contentsOfFile: fixture(name), encoding: .utf8)
    }
}
