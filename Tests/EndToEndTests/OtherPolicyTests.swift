import Foundation
import TestSupport
import Testing

/// Plans that lie below rules which do not count where `check` is run.
@Suite struct OtherPolicyTests {
    private static let plan = """
        {"format_version":"1.2","terraform_version":"1.11.4","planned_values":{},\
        "resource_changes":[{"address":"terraform_data.a","mode":"managed",\
        "type":"terraform_data","name":"a","provider_name":"terraform.io/builtin/terraform",\
        "change":{"actions":["create"],"before":null,"after":{},"after_unknown":{},\
        "before_sensitive":false,"after_sensitive":{}}}],\
        "configuration":{},"complete":true,"errored":false}
        """
    private static let policy = """
        rule "nothing-here" {
          actions  = ["create"]
          decision = "block"
          reason   = "Nothing is made here."
        }

        """

    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.makeFolder("elsewhere")
        try folder.write(Self.policy, to: "live/tfguard.hcl")
        try folder.write(Self.plan, to: "live/prod/plan.json")
        try folder.write(Self.plan, to: "plan.json")
    }

    private func check(
        _ arguments: String..., in place: String = "", setting variables: [String: String?] = [:]
    ) throws -> ProcessResult {
        try run(
            ToolUnderTest.path(), ["check"] + arguments,
            environment: ChildEnvironment(home: folder.path).setting(variables),
            directory: folder.path(place))
    }

    @Test(arguments: ["", "elsewhere"])
    func `a plan below rules that do not count here is not judged`(place: String) throws {
        let result = try check(folder.path("live/prod/plan.json"), in: place)
        #expect(result.status == .exited(78), "\(result)")
        let words = plainText(result.errors).replacing("│ ", with: "").replacing(/\s+/, with: " ")
        #expect(words.contains("was not judged"), "\(result)")
        #expect(words.contains("tfguard check -chdir=\(folder.path("live"))"), "\(result)")
    }

    @Test func `of many plans only those are left out`() throws {
        let result = try check("plan.json", "live/prod/plan.json")
        #expect(result.status == .exited(78), "\(result)")
        #expect(result.output.contains("plan.json: Allowed."), "\(result)")
    }

    @Test func `whoever says which folder is meant is told what its rules say`() throws {
        let there = try check("-chdir=live", folder.path("live/prod/plan.json"))
        #expect(there.status == .exited(5), "\(there)")
        let here = try check("-chdir=.", "live/prod/plan.json")
        #expect(here.status == .exited(0), "\(here)")
        let below = try check("prod/plan.json", in: "live")
        #expect(below.status == .exited(5), "\(below)")
    }

    @Test(.requires(.git))
    func `an agent that removes the rules of a plan's folder has it judged nowhere else`() throws {
        let git = try Requirement.git.path()
        let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
        for words in [["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "rules"]] {
            let result = try run(
                git, identity + words, environment: ChildEnvironment(home: folder.path),
                directory: folder.path("live"))
            try #require(result.status == .exited(0), "\(result)")
        }
        try FileManager.default.removeItem(atPath: folder.path("live/tfguard.hcl"))
        let plans = ["plan.json", "live/prod/plan.json"]
        for plan in plans {
            let result = try check(
                folder.path(plan), in: "elsewhere", setting: ["CLAUDECODE": "1"])
            #expect(result.status == .exited(plan == plans[0] ? 0 : 78), "\(result)")
        }
        let both = try check(plans[0], plans[1], setting: ["CLAUDECODE": "1"])
        #expect(both.status == .exited(78), "\(both)")
        #expect(both.output.contains("plan.json: Allowed."), "\(both)")
    }
}
