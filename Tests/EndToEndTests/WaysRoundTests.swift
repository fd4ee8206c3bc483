import Foundation
import TestSupport
import Testing

/// What somebody does to a project so that its policy lets a database go.
///
/// Each row begins with a clone whose policy blocks that, and is judged as an agent's.
@Suite(.requires(.git)) struct WaysRoundTests {
    private static let policy = """
        environment "production" {
          match { directory = ["live/prod/**"] }
        }

        rule "no-loss" {
          actions      = ["delete", "replace", "forget"]
          environments = ["production"]
          decision     = "block"
          reason       = "The project says so."
        }
        """

    private static let everythingGoes = """
        rule "anything" {
          actions  = ["*"]
          decision = "allow"
        }

        override "all" {
          rules     = ["**"]
          addresses = ["**"]
          decision  = "allow"
        }
        """

    private static let plan = """
        {"format_version":"1.2","planned_values":{},"configuration":{},"resource_changes":[{\
        "address":"aws_db_instance.orders","mode":"managed","type":"aws_db_instance",\
        "name":"orders","provider_name":"registry.terraform.io/hashicorp/aws","change":{\
        "actions":["delete"],"before":{"identifier":"orders-prod"},"after":null,\
        "after_unknown":{},"before_sensitive":{},"after_sensitive":false}}]}
        """

    struct Way: CustomTestStringConvertible, Sendable {
        let name: String
        /// The root module.
        var place = "live/prod/shop"
        var arguments: [String] = []
        var status: Int32 = 5
        /// What the report has to name.
        var says = "no-loss"
        let go: @Sendable (TemporaryDirectory, Clone) throws -> Void

        var testDescription: String { name }
    }

    static let ways: [Way] = [
        Way(name: "none") { _, _ in },
        Way(name: "a nearer policy") { folder, _ in
            try folder.write(everythingGoes, to: "live/prod/shop/tfguard.hcl")
        },
        Way(name: "a nearer policy, committed") { folder, clone in
            try folder.write(everythingGoes, to: "live/prod/shop/tfguard.hcl")
            try clone.commit()
        },
        Way(name: "a repository in the module's folder") { folder, clone in
            try folder.write(everythingGoes, to: "live/prod/shop/tfguard.hcl")
            try clone.git("init", "-q", "-b", "main", at: "live/prod/shop")
            try clone.commit(at: "live/prod/shop")
            try clone.push(at: "live/prod/shop")
        },
        Way(
            name: "no policy for -policy", arguments: ["-policy=/dev/null"], status: 78,
            says: "A policy is no file"
        ) { _, _ in },
        Way(name: "an empty file for -policy", arguments: ["-policy=empty.hcl"]) { folder, _ in
            try folder.write("", to: "live/prod/shop/empty.hcl")
        },
        Way(name: "a dummy environment") { folder, _ in
            try folder.write(
                "environment \"production\" {\n  match { workspace = [\"never\"] }\n}\n"
                    + "environment \"toy\" {\n  match { directory = [\"**\"] }\n}\n",
                to: "live/prod/shop/tfguard.hcl")
        },
        Way(name: "a copied module", place: "copy/shop", status: 3, says: "loss") { folder, _ in
            try FileManager.default.createDirectory(
                atPath: folder.path("copy"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: folder.path("live/prod/shop"), toPath: folder.path("copy/shop"))
            try FileManager.default.removeItem(atPath: folder.path("tfguard.hcl"))
        },
        Way(name: "the policy removed", says: "policy-changed") { folder, _ in
            try FileManager.default.removeItem(atPath: folder.path("tfguard.hcl"))
        },
        Way(name: "the policy removed, committed", says: "policy-changed") { folder, clone in
            try FileManager.default.removeItem(atPath: folder.path("tfguard.hcl"))
            try clone.commit()
        },
        Way(name: "the policy weakened in the same change", says: "policy-changed") {
            folder, clone in
            try folder.write(
                policy.replacingOccurrences(of: "\"block\"", with: "\"warn\""), to: "tfguard.hcl")
            try clone.git("switch", "-q", "-c", "feature")
            try clone.commit()
        },
        Way(name: "the policy observed only", says: "policy-changed") { folder, _ in
            try folder.write(
                policy + "\nobserve {\n  until  = \"2099-01-01\"\n  reason = \"x\"\n}\n",
                to: "tfguard.hcl")
        },
        Way(
            name: "a module's own policy in Terragrunt's cache",
            place: "live/prod/shop/.terragrunt-cache/a/b"
        ) { folder, _ in
            try folder.write(
                everythingGoes, to: "live/prod/shop/.terragrunt-cache/a/b/tfguard.hcl")
            try folder.write(
                everythingGoes, to: "live/prod/shop/.terragrunt-cache/tfguard.hcl")
        },
    ]

    @Test(arguments: ways)
    func `no way round the policy lets an agent lose a database`(way: Way) throws {
        let folder = try TemporaryDirectory()
        let clone = try Clone(folder)
        try folder.write(Self.policy, to: "tfguard.hcl")
        try folder.write("", to: "live/prod/shop/main.tf")
        try clone.commit()
        try clone.push()
        try way.go(folder, clone)
        try folder.write(Self.plan, to: "plan.json")
        let result = try run(
            ToolUnderTest.path(), ["check"] + way.arguments + [folder.path("plan.json")],
            environment: ChildEnvironment(home: folder.path).setting(["CLAUDECODE": "1"]),
            directory: folder.path(way.place))
        #expect(result.status == .exited(way.status), "\(result)")
        #expect(plainText(result.output + result.errors).contains(way.says), "\(result)")
    }

    /// The same as a pipeline sees it: there the pull request does not bring its own policy.
    @Test func `a pipeline judges a pull request by the policy it is to be merged into`() throws {
        let folder = try TemporaryDirectory()
        let clone = try Clone(folder)
        try folder.write(Self.policy, to: "tfguard.hcl")
        try folder.write("", to: "live/prod/shop/main.tf")
        try clone.commit()
        try clone.push()
        try FileManager.default.removeItem(atPath: folder.path("tfguard.hcl"))
        try clone.commit()
        try folder.write(Self.plan, to: "plan.json")
        func check(_ arguments: String...) throws -> ProcessResult {
            try run(
                ToolUnderTest.path(), ["check"] + arguments + [folder.path("plan.json")],
                environment: ChildEnvironment(home: folder.path).setting(["CI": "true"]),
                directory: folder.path("live/prod/shop"))
        }
        let judged = try check("-policy-ref=origin/main")
        #expect(judged.status == .exited(5), "\(judged)")
        #expect(plainText(judged.output).contains("policy-changed"), "\(judged)")
        #expect(plainText(judged.output).contains("no-loss"), "\(judged)")
    }
}

/// A repository with the real git.
struct Clone: Sendable {
    private let folder: String

    init(_ folder: TemporaryDirectory) throws {
        self.folder = folder.path
        try git("init", "-q", "-b", "main")
    }

    func commit(at place: String = ".") throws {
        try git("add", "-A", at: place)
        try git("commit", "-q", "-m", "change", at: place)
    }

    /// Has the remote's default branch stand at the last commit, as after a clone.
    func push(at place: String = ".") throws {
        try git("update-ref", "refs/remotes/origin/main", "HEAD", at: place)
        try git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main", at: place)
    }

    func git(_ arguments: String..., at place: String = ".") throws {
        let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
        let result = try run(
            Requirement.git.path(), identity + arguments,
            environment: ChildEnvironment(home: folder), directory: "\(folder)/\(place)")
        guard result.status == .exited(0) else { throw TestSupportError("\(result)") }
    }
}
