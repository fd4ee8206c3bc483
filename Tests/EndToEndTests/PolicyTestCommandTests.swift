import Foundation
import TestSupport
import Testing

/// `tfguard policy test`: policies have tests, and a run without any proves nothing.
@Suite struct PolicyTestCommandTests {
    private func tfguard(_ words: String..., in directory: String) throws -> ProcessResult {
        try run(
            ToolUnderTest.path(), words, environment: ChildEnvironment(home: directory),
            directory: directory)
    }

    private static let policy = """
        rule "no-loss" {
          actions  = ["delete"]
          decision = "block"
        }
        """

    private static func test(_ name: String, _ decision: String) -> String {
        """
        test "\(name)" {
          change "acme_db.x" {
            actions = ["delete"]
            before  = { name = "x" }
          }
          expect {
            decision  = "\(decision)"
            rules     = ["no-loss"]
            addresses = ["acme_db.x"]
          }
        }

        """
    }

    @Test func `every example does what its tests say`() throws {
        let folder = Repository.path("policies/examples")
        let result = try tfguard("policy", "test", folder, in: "/")
        #expect(result.status == .exited(0), "\(result)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let policies = names.filter { $0.hasSuffix(".hcl") && !$0.hasSuffix(".tfguardtest.hcl") }
        #expect(policies.count >= 7)
        for name in policies {
            let test = name.dropLast(".hcl".count) + ".tfguardtest.hcl"
            #expect(result.output.contains("/\(test)"), "\(name) has no test that ran")
        }
        #expect(result.output.contains("7 files, "))
    }

    @Test func `a line says of each test whether it passed, and what was not as expected`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.policy, to: "tfguard.hcl")
        try folder.write(
            Self.test("loss is blocked", "block") + Self.test("loss is fine", "allow"),
            to: "tests/loss.tfguardtest.hcl")
        try folder.write("test \"hidden\" {\n}\n", to: ".terraform/x.tfguardtest.hcl")
        let result = try tfguard("policy", "test", in: folder.path)
        #expect(result.status == .exited(1), "\(result)")
        #expect(
            result.output == """
                tests/loss.tfguardtest.hcl
                  ok    loss is blocked
                  FAIL  loss is fine
                          decision: expected allow, got block by project/no-loss
                1 file, 2 tests: 1 passed, 1 failed.

                """)
    }

    @Test func `where no test ran, nothing is proved`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.policy, to: "tfguard.hcl")
        try folder.write("policy = \"tfguard.hcl\"\n", to: "empty.tfguardtest.hcl")
        let result = try tfguard("policy", "test", in: folder.path)
        #expect(result.status == .exited(64), "\(result)")
        #expect(result.errors.contains("No test ran"))
    }

    @Test(arguments: [
        (
            "test \"x\" {\n  chnge \"a.b\" {\n  }\n  expect {\n    decision = \"block\"\n  }\n}",
            "change"
        ),
        (
            "test \"x\" {\n  change \"a.b\" {\n    actions = [\"delete\"]\n  }\n}",
            "Nothing expected"
        ),
        ("test \"x\" {\n  expect {\n  }\n}", "Nothing expected"),
        (
            "test \"x\" {\n  plan = \"missing.json\"\n  expect {\n    decision = \"block\"\n  }\n}",
            "missing.json"
        ),
        (
            "policy = \"missing.hcl\"\ntest \"x\" {\n  expect {\n    decision = \"block\"\n  }\n}",
            "missing.hcl"
        ),
        (
            "test \"x\" {\n  time = \"noon\"\n  expect {\n    decision = \"block\"\n  }\n}",
            "Invalid time"
        ),
        (
            "test \"x\" {\n  actors = [\"robot\"]\n  expect {\n    decision = \"blok\"\n  }\n}",
            "\"block\""
        ),
    ])
    func `an error in a test is told with its place`(text: String, expected: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.policy, to: "tfguard.hcl")
        try folder.write(text + "\n", to: "x.tfguardtest.hcl")
        let result = try tfguard("policy", "test", in: folder.path)
        #expect(result.status == .exited(78), "\(result)")
        #expect(plainText(result.errors).contains(expected), "\(result)")
        #expect(result.output == "")
    }

    @Test func `a plan that was saved as JSON is judged, too`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.policy, to: "live/tfguard.hcl")
        try folder.write(
            #"{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{},"resource_changes":[{"address":"acme_db.x","mode":"managed","type":"acme_db","name":"x","provider_name":"acme","change":{"actions":["delete"],"before":{},"after":null,"after_unknown":{},"before_sensitive":{},"after_sensitive":false}}],"configuration":{}}"#,
            to: "live/plans/loss.json")
        try folder.write(
            """
            test "loss" {
              plan = "plans/loss.json"
              expect {
                decision = "block"
              }
            }
            """, to: "live/loss.tfguardtest.hcl")
        let result = try tfguard("policy", "test", "live", in: folder.path)
        #expect(result.status == .exited(0), "\(result)")
        #expect(result.output.contains("ok    loss"))
    }
}
