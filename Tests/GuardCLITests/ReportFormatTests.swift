import Foundation
import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

/// The formats of `tfguard check`: each says what was decided, and none obeys a plan.
@Suite struct ReportFormatTests {
    private static let loss = Sample.loss(
        "courses-prod", "aws_db_instance.main", decision: .block)
    private static let blocked = CheckedPlan(
        name: "live/prod.tfplan",
        outcome: .judged(
            Sample.verdict([loss, Sample.harmless("aws_ecs_service.a", .update)]), PlanIdentity()))
    private static let allowed = CheckedPlan(
        name: "live/dev.tfplan", outcome: .judged(Sample.verdict([]), PlanIdentity()))
    private static let failed = CheckedPlan(
        name: "broken.json", outcome: .failed(status: 65, message: "Not a plan"))

    private func written(
        _ plans: [CheckedPlan], _ format: ReportFormat, failsOn: FailureThreshold = .confirm
    ) -> String {
        var manner = ReportManner(isAlone: plans.count == 1)
        manner.failsOn = failsOn
        let bytes = report(
            of: plans.map { reportPart(on: $0, as: format, manner) },
            on: plans.map { $0.summary(for: [format]) },
            as: format, manner)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same for `/etc/tfguard`, where root runs it and where somebody else does.
    @Test(arguments: [true, false])
    func `who reads a report hears that nothing holds against root`(isRoot: Bool) throws {
        var verdict = Sample.verdict([])
        verdict.facts.isRoot = isRoot
        #expect(verdict.floor == .none)
        verdict.policies.append(
            PolicyDigest(layer: "system", path: "/etc/tfguard/a.hcl", sha256: "ab"))
        #expect(verdict.floor == (isRoot ? .open : .root))
        let plan = CheckedPlan(name: "a.tfplan", outcome: .judged(verdict, PlanIdentity()))
        for format in ReportFormat.allCases where format != .json {
            let text = written([plan], format)
            #expect(text.contains("No floor against root") == isRoot, "\(format): \(text)")
        }
        // Once for all plans, where nothing else is said of each.
        for format in [ReportFormat.github, .gitlab, .sarif] {
            let parts = written([plan, plan], format).components(separatedBy: "No floor")
            #expect(parts.count == (isRoot ? 2 : 1), "\(format): \(parts)")
        }
        #expect(written([plan], .json).contains("\"floor\":\"\(isRoot ? "open" : "root")\""))
    }

    // MARK: What all of them say

    @Test(arguments: ReportFormat.allCases)
    func `every format names what is lost, its real name, the rule and the plan`(
        format: ReportFormat
    ) {
        let text = written([Self.blocked], format)
        for word in ["aws_db_instance.main", "courses-prod", "critical-loss"] {
            #expect(text.contains(word), "\(word) in \(text)")
        }
        // JSON tells of one plan only.
        if format != .json { #expect(text.contains("live/prod.tfplan"), "\(text)") }
        #expect(text.hasSuffix("\n"))
    }

    @Test(arguments: ReportFormat.allCases)
    func `every format keeps the order of the plans, and says which was not judged`(
        format: ReportFormat
    ) throws {
        let text = written([Self.blocked, Self.failed, Self.allowed], format)
        #expect(text.contains("broken.json"), "\(text)")
        if [.text, .json, .junit, .markdown].contains(format) {
            let first = try #require(text.range(of: "live/prod.tfplan")).lowerBound
            let last = try #require(text.range(of: "live/dev.tfplan")).lowerBound
            #expect(first < last)
        }
    }

    @Test(arguments: ReportFormat.allCases)
    func `no format gives a terminal, a log or a reader anything to obey`(format: ReportFormat) {
        let hostile = CheckedPlan(
            name: ByteString("a\(Hostile.text)"),
            outcome: .judged(Hostile.verdict, PlanIdentity()))
        let failed = CheckedPlan(
            name: ByteString("b\(Hostile.text)"),
            outcome: .failed(status: 65, message: Hostile.text))
        for plans in [[hostile], [failed], [hostile, failed]] {
            let text = written(plans, format)
            Hostile.expectNone(in: text.replacing("\n", with: "").utf8)
        }
    }

    /// Words at the places where lines are broken, with every length before them.
    @Test(arguments: ReportFormat.allCases)
    func `no format lets a plan give commands to the log of a pipeline`(format: ReportFormat) {
        for command in ["::add-mask::main", "##[add-mask]main", "##vso[task.complete]main"] {
            // Only text is broken into lines.
            for padding in 0..<(format == .text ? 90 : 2) {
                let text = "a.\(String(repeating: "x", count: padding))\(command) \(command)"
                let name = ByteString(command)
                let verdict = Sample.verdict([Sample.loss(name, ByteString(text))])
                let plan = CheckedPlan(name: name, outcome: .judged(verdict, PlanIdentity()))
                for line in written([plan], format).split(separator: "\n") {
                    let line = line.drop(while: \.isWhitespace)
                    let isOurs = format == .github && !line.hasPrefix("::add-mask")
                    #expect(isOurs || !line.hasPrefix("::"), "\(line)")
                    #expect(!line.contains("##[") && !line.contains("##vso["), "\(line)")
                }
            }
        }
    }

    // MARK: Markdown

    @Test func `Markdown says the verdict first, then losses, then the folded rest`() throws {
        let text = written([Self.blocked], .markdown)
        #expect(text.hasPrefix("## tfguard: Blocked\n\n`live/prod.tfplan` – Blocked"), "\(text)")
        let loss = try #require(text.range(of: "- **DESTROY** `courses-prod` "))
        let folded = try #require(text.range(of: "<details><summary>Besides: update 1"))
        #expect(loss.upperBound < folded.lowerBound)
        #expect(text.contains("\n- UPDATE `aws_ecs_service.a`\n"), "\(text)")
    }

    @Test func `Markdown of several plans begins with a table of all verdicts`() {
        let text = written([Self.blocked, Self.failed, Self.allowed], .markdown)
        let table = """
            ## tfguard: Not judged

            3 plans: 1 not judged, 1 blocked, 1 allowed.

            | Plan | Verdict |
            |---|---|
            | `live/prod.tfplan` | Blocked (critical-loss). This would destroy 1 resource, a critical \
            one. |
            | `broken.json` | Not a plan |
            | `live/dev.tfplan` | Allowed. Nothing is lost. |
            """
        #expect(text.hasPrefix(table), "\(text)")
        #expect(text.contains("### `live/prod.tfplan`"))
        #expect(!text.contains("### `live/dev.tfplan`"))
    }

    @Test(arguments: [
        ("plain", "`plain`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("``x`", "``` ``x` ```"),
        (" x ", "`  x  `"), ("", "(empty)"), ("@org/team", "`@org/team`"),
    ])
    func `a code span holds any text`(text: String, expected: String) {
        #expect(MarkdownText.code(text) == expected)
    }

    @Test(arguments: [
        ("<img src=x>", "\\<img src=x\\>"), ("@bob and #1", "`@`bob and \\#1"),
        ("[a](http://b)", "\\[a\\](http\\://b)"), ("www.b", "www\\.b"), (":tada:", "\\:tada:"),
        ("a | b", "a \\| b"), ("**x** _y_ `z`", "\\*\\*x\\*\\* \\_y\\_ \\`z\\`"),
        ("x\n## y", "x \\#\\# y"), ("&lt;", "\\&lt;"), ("$x$", "\\$x\\$"), ("a: b", "a: b"),
    ])
    func `prose holds no markup, mention or link`(text: String, expected: String) {
        #expect(MarkdownText.prose(text) == expected)
    }

    @Test func `a comment stays below what GitHub takes, and counts what does not fit`() {
        let plans = (0..<400).map { number in
            let losses = (0..<40).map {
                Sample.loss(ByteString("n\($0)"), ByteString("aws_db_instance.r\($0)"))
            }
            return CheckedPlan(
                name: ByteString("stack-\(number)/tfplan"),
                outcome: .judged(Sample.verdict(losses), PlanIdentity()))
        }
        let text = written(plans, .markdown)
        #expect(text.utf8.count < 65_536)
        #expect(text.contains("more plans do not fit here."), "\(text.suffix(200))")
        // The verdict on every plan is there.
        #expect(text.contains("| `stack-399/tfplan` | Needs confirmation"))
        #expect(text.contains("- and 10 more\n"))
    }

    // MARK: GitHub

    @Test func `GitHub gets errors for what fails and warnings for what does not`() {
        let text = written([Self.blocked, Self.allowed], .github)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 3, "\(text)")
        #expect(lines.allSatisfy { $0.hasPrefix("::error title=") }, "\(text)")
        #expect(lines[0].hasPrefix("::error title=tfguard%3A live/prod.tfplan::Blocked"))
        #expect(lines[1] == "::error title=tfguard::2 plans: 1 blocked, 1 allowed.")
        #expect(
            lines[2].hasPrefix(
                "::error title=DESTROY aws_db_instance.main (courses-prod)::live/prod.tfplan: "))

        let confirmed = CheckedPlan(
            name: "p",
            outcome: .judged(Sample.verdict([Sample.loss("x", "a.b")]), PlanIdentity()))
        let lenient = written([confirmed], .github, failsOn: .block)
        #expect(lenient.split(separator: "\n").allSatisfy { $0.hasPrefix("::warning ") })
        #expect(written([Self.allowed], .github).hasPrefix("::notice "))
    }

    @Test func `a plan cannot begin a workflow command of its own`() {
        let evil: ByteString = "a\n::add-mask::x\r\n::set-output name=a::b%0A::stop-commands::t,q:r"
        let plan = CheckedPlan(
            name: evil,
            outcome: .judged(Sample.verdict([Sample.loss(evil, evil)]), PlanIdentity()))
        for line in written([plan], .github).split(separator: "\n") {
            #expect(line.hasPrefix("::error title="), "\(line)")
            // A property ends at a comma, and at two colons.
            let properties = line.dropFirst("::error title=".count).prefix(while: { $0 != ":" })
            #expect(!properties.contains(","), "\(line)")
            #expect(line.dropFirst("::error title=".count + properties.count).hasPrefix("::"))
            #expect(!line.contains("%0A"), "\(line)")
        }
    }

    // MARK: GitLab

    @Test func `GitLab gets findings with fingerprints that differ and stay`() throws {
        let other = CheckedPlan(
            name: "other",
            outcome: .judged(Sample.verdict([Self.loss, Self.loss]), PlanIdentity()))
        let text = written([Self.blocked, Self.failed, other], .gitlab)
        let found = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(found.count == 4)
        let fingerprints = found.compactMap { $0["fingerprint"] as? String }
        #expect(fingerprints.count == 4)
        // Two of one plan are the same finding said twice.
        #expect(Set(fingerprints).count == 3)
        #expect(text == written([Self.blocked, Self.failed, other], .gitlab))
        #expect(found[0]["severity"] as? String == "blocker")
        #expect(found[0]["check_name"] as? String == "builtin:default/critical-loss")
        let location = try #require(found[0]["location"] as? [String: Any])
        #expect(location["path"] as? String == "live/prod.tfplan")
        #expect((location["lines"] as? [String: Any])?["begin"] as? Int == 1)
        #expect(written([Self.allowed], .gitlab) == "[]\n")
    }

    // MARK: SARIF

    @Test(
        .enabled("python3 with jsonschema is not on this machine") {
            try requirement("python3", ["-c", "import jsonschema"])
        })
    func `SARIF is valid under its published schema`() throws {
        let hostile = CheckedPlan(
            name: ByteString(Hostile.text), outcome: .judged(Hostile.verdict, PlanIdentity()))
        let lines =
            written([Self.blocked], .sarif) + written([Self.allowed], .sarif)
            + written([hostile, Self.failed, Self.blocked], .sarif)
        let check = """
            import json, sys, jsonschema
            validator = jsonschema.Draft7Validator(json.load(open(sys.argv[1])))
            lines = sys.stdin.read().splitlines()
            for line in lines: validator.validate(json.loads(line))
            broken = json.loads(lines[0]); broken["runs"][0]["results"][0]["level"] = "perhaps"
            assert not validator.is_valid(broken)
            broken = json.loads(lines[0]); broken["runs"][0]["tools"] = {}
            assert not validator.is_valid(broken)
            print(len(lines))
            """
        let schema = repository.appending(path: "policies/schema/sarif.schema.json")
        let run = try runProgram("python3", ["-c", check, schema.path], input: Data(lines.utf8))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "3\n")
    }

    @Test func `SARIF names the rule, the address and the file of every result`() throws {
        let run = try sarif([Self.blocked, Self.failed])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 1)
        #expect(results[0]["ruleId"] as? String == "builtin:default/critical-loss")
        #expect(results[0]["level"] as? String == "error")
        let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
        let logical = try #require((location["logicalLocations"] as? [[String: Any]])?.first)
        #expect(logical["fullyQualifiedName"] as? String == "aws_db_instance.main")
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        let artifact = try #require(physical["artifactLocation"] as? [String: Any])
        #expect(artifact["uri"] as? String == "live/prod.tfplan")
        // A plan that was not judged is no success.
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
    }

    @Test(arguments: [
        ("a b.json", "a%20b.json"), ("/x/\u{fc}:?#%", "file:///x/%C3%BC%3A%3F%23%25"),
        ("-", "standard-input"),
    ])
    func `SARIF writes a file's name as a URI`(name: String, expected: String) throws {
        let plan = CheckedPlan(name: ByteString(name), outcome: Self.blocked.outcome)
        let results = try #require(try sarif([plan])["results"] as? [[String: Any]])
        #expect(written([plan], .sarif).contains("\"uri\":\"\(expected)\""))
        #expect(results.count == 1)
    }

    @Test func `SARIF has no link in a message that a plan wrote`() throws {
        let plan = CheckedPlan(
            name: "p",
            outcome: .judged(
                Sample.verdict([Sample.loss(nil, "a.b[\"x](http://evil) [y\"]")]), PlanIdentity()))
        let result = try #require((try sarif([plan])["results"] as? [[String: Any]])?.first)
        let text = try #require((result["message"] as? [String: Any])?["text"] as? String)
        #expect(text.contains("a.b\\[\"x](http://evil) \\[y\"]"), "\(text)")
    }

    private func sarif(_ plans: [CheckedPlan]) throws -> [String: Any] {
        let text = written(plans, .sarif)
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require((document?["runs"] as? [[String: Any]])?.first)
    }

    // MARK: JUnit

    @Test func `JUnit has a suite for each plan, with what fails as failures`() throws {
        let text = written([Self.blocked, Self.failed, Self.allowed], .junit)
        #expect(
            text.contains("<testsuites name=\"tfguard\" tests=\"4\" failures=\"2\" errors=\"1\""))
        #expect(text.contains("<testsuite name=\"live/prod.tfplan\" tests=\"2\" failures=\"2\""))
        #expect(
            text.contains("<testsuite name=\"broken.json\" tests=\"1\" failures=\"0\" errors=\"1\"")
        )
        #expect(text.contains("<testsuite name=\"live/dev.tfplan\" tests=\"1\" failures=\"0\""))
        let lenient = CheckedPlan(
            name: "p",
            outcome: .judged(Sample.verdict([Sample.loss("x", "a.b")]), PlanIdentity()))
        #expect(written([lenient], .junit, failsOn: .block).contains("failures=\"0\""))
    }

    @Test(
        .enabled("python3 is not on this machine") { try requirement("python3", ["-c", ""]) })
    func `JUnit is well-formed XML, whatever a plan says`() throws {
        let evil: ByteString = "]]><a>&amp;\"'\u{1}\u{fffe}\u{ffff}"
        let broken = ByteString(bytes: [0x61, 0xff, 0xed, 0xa0, 0x80])
        let plans = [evil, broken, ByteString(Hostile.text)].map { text in
            CheckedPlan(
                name: text,
                outcome: .judged(Sample.verdict([Sample.loss(text, text)]), PlanIdentity()))
        }
        let check = """
            import sys, xml.etree.ElementTree as tree
            root = tree.fromstring(sys.stdin.buffer.read())
            print(root.tag, len(root), root[0].get("name"))
            """
        let text = written(plans, .junit)
        let run = try runProgram("python3", ["-c", check], input: Data(text.utf8))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("testsuites 3 ]]><a>&amp;\"'\\u0001"), "\(run.output)")
    }
}
