import Foundation
import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct JSONReportTests {
    private static let digest = String(repeating: "ab", count: 32)

    private var identity: PlanIdentity {
        PlanIdentity(
            digest: Self.digest, changesDigest: String(repeating: "cd", count: 32), backend: "s3",
            lineage: "5f9b", serial: 41, isStateEmpty: false)
    }

    private var verdict: Verdict {
        var counts = ChangeCounts()
        counts.delete = 1
        counts.noOp = 7
        return Sample.verdict(
            [Sample.loss("courses-prod", "aws_db_instance.main", decision: .block)],
            facts: Sample.agent, counts: counts)
    }

    @Test func `has the members of schema 1 in their order`() {
        let expected = """
            {"schema":1,"decision":"block","actor":{"kind":"agent","signal":"CLAUDECODE"},\
            "environments":["production"],\
            "plan":{"sha256":"\(Self.digest)","changes_sha256":"\(String(repeating: "cd", count: 32))",\
            "terraform_version":"1.11.4","counts":{"create":0,"update":0,"replace":0,"delete":1,\
            "forget":0,"read":0,"import":0,"move":0,"no-op":7}},\
            "state":{"backend":"s3","workspace":"prod","lineage":"5f9b","serial":41,"empty":false},\
            "policy":[{"layer":"project","path":"tfguard.hcl","sha256":"\(Sample.policies[0].sha256)"},\
            {"layer":"builtin","path":"default.hcl","sha256":"\(Sample.policies[1].sha256)"}],\
            "floor":"none",\
            "changes":[{"address":"aws_db_instance.main","deposed":null,"type":"aws_db_instance",\
            "effects":["delete"],"category":"data","severity":"critical",\
            "identity":"courses-prod","decision":"block",\
            "rules":["builtin:default/critical-loss"]}],\
            "findings":[{"rule":"critical-loss","layer":"builtin:default","decision":"block",\
            "address":"aws_db_instance.main","deposed":null,"effect":"delete",\
            "reason":"Applying again does not bring it back.",\
            "remedy":"To keep it, write a removed block with destroy = false; Terraform lets go of \
            it."}],"relaxations":[]}

            """
        #expect(String(decoding: jsonReport(verdict, of: identity), as: UTF8.self) == expected)
    }

    @Test func `writes null for what is not known`() throws {
        var verdict = Sample.verdict([Sample.loss(nil, "a.b", severity: nil, category: nil)])
        verdict.terraformVersion = nil
        verdict.facts = RunFacts(actors: [.human], workspace: nil, directory: nil)
        let report = try parsed(jsonReport(verdict, of: PlanIdentity()))
        let plan = try #require(report["plan"] as? [String: Any])
        let state = try #require(report["state"] as? [String: Any])
        let change = try #require((report["changes"] as? [[String: Any]])?.first)
        for key in ["sha256", "changes_sha256", "terraform_version"] {
            #expect(plan[key] is NSNull)
        }
        for key in ["backend", "workspace", "lineage", "serial", "empty"] {
            #expect(state[key] is NSNull)
        }
        for key in ["deposed", "category", "severity", "identity"] {
            #expect(change[key] is NSNull)
        }
        #expect((report["actor"] as? [String: Any])?["signal"] is NSNull)
    }

    @Test(arguments: [
        ([Actor.human], Actor.human), ([.ci], .ci), ([.unattended], .unattended),
        ([.ci, .unattended], .unattended), ([.agent, .ci, .unattended], .agent),
    ])
    func `names the least trusted actor`(actors: [Actor], expected: Actor) throws {
        var verdict = verdict
        verdict.facts.actors = Set(actors)
        let report = try parsed(jsonReport(verdict, of: identity))
        #expect((report["actor"] as? [String: Any])?["kind"] as? String == expected.rawValue)
    }

    @Test func `gives back hostile text unharmed, and writes none of it`() throws {
        let text = Hostile.text
        let report = jsonReport(Hostile.verdict, of: identity)
        Hostile.expectNone(in: report.dropLast())
        let change = try #require((parsed(report)["changes"] as? [[String: Any]])?.first)
        #expect(change["address"] as? String == "a.\(text)")
        #expect(change["identity"] as? String == text)
    }

    @Test func `is valid JSON where a plan's bytes are no UTF-8`() throws {
        let broken = ByteString(bytes: [0x61, 0xff, 0xc3, 0x28])
        let verdict = Sample.verdict([Sample.loss(broken, broken)])
        let change = try #require(
            (parsed(jsonReport(verdict, of: identity))["changes"] as? [[String: Any]])?.first)
        #expect(change["identity"] as? String == "a\u{fffd}\u{fffd}(")
    }

    @Test(arguments: [
        ([Decision.allow, .warn], 0, "warn"), ([.confirm, .block, .allow], 0, "block"),
        ([.allow], 1, "block"), ([], 0, "block"),
    ])
    func `says the strictest decision over several plans`(
        decisions: [Decision], failures: Int, expected: String
    ) throws {
        let plans = decisions.map { decision in
            CheckedPlan(
                name: "a.json",
                outcome: .judged(Sample.verdict([], decision: decision), PlanIdentity()))
        }
        let failed = CheckedPlan(
            name: "b.json", outcome: .failed(status: 65, message: "Not a plan"))
        let report = try parsed(
            jsonReport(plans + Array(repeating: failed, count: failures)))
        #expect(report["decision"] as? String == expected)
        #expect((report["verdicts"] as? [Any])?.count == decisions.count + failures)
    }

    @Test(
        .enabled("python3 with jsonschema is not on this machine") {
            try requirement("python3", ["-c", "import jsonschema"])
        })
    func `is valid under the published schema`() throws {
        let schema = repository.appending(path: "policies/schema/verdict.schema.json")
        let plans = [
            CheckedPlan(name: "a.json", outcome: .judged(Hostile.verdict, identity)),
            CheckedPlan(name: "b.json", outcome: .failed(status: 65, message: "Not a plan")),
        ]
        let everything = Sample.verdict(
            Effect.allCases.map { Sample.loss("x", ByteString("a.\($0)"), effects: [$0]) }
                + GuardCore.Category.allCases.map { Sample.loss("x", "a.b", category: $0) }
                + Severity.allCases.map { Sample.loss(nil, "a.b", severity: $0) })
        let reports =
            jsonReport(verdict, of: identity) + jsonReport(everything, of: PlanIdentity())
            + jsonReport(plans)
        let check = """
            import json, sys, jsonschema
            validator = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
            lines = sys.stdin.read().splitlines()
            for line in lines: validator.validate(json.loads(line))
            broken = json.loads(lines[0]); broken["decision"] = "perhaps"
            assert not validator.is_valid(broken)
            print(len(lines))
            """
        let run = try runProgram("python3", ["-c", check, schema.path], input: Data(reports))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "3\n")
    }

    private func parsed(_ bytes: [UInt8]) throws -> [String: Any] {
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 1)
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        return try #require(value as? [String: Any])
    }
}

/// The document over several plans, as `tfguard check` puts it together.
private func jsonReport(_ plans: [CheckedPlan]) -> [UInt8] {
    let manner = ReportManner(isAlone: false)
    return report(
        of: plans.map { reportPart(on: $0, as: .json, manner) },
        on: plans.map { $0.summary(for: [.json]) },
        as: .json, manner)
}
