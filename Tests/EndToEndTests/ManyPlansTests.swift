import Foundation
import TestSupport
import Testing

/// `tfguard check` on many plans, folders and patterns: one verdict each, and one for all.
@Suite struct ManyPlansTests {
    /// A folder with plans of several stacks, made by hand; terraform is not needed.
    private func folder() throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        for name in ["live/a", "live/b/deep", "live/.terraform", "other"] {
            try folder.makeFolder(name)
        }
        try folder.write(Self.plan("delete"), to: "live/a/tfplan.json")
        try folder.write(Self.plan("no-op"), to: "live/b/deep/x.tfplan.json")
        try folder.write(Self.plan("delete"), to: "live/.terraform/hidden.tfplan.json")
        return folder
    }

    /// A plan for one object.
    static func plan(_ action: String, address: String = "terraform_data.a") -> String {
        """
        {"format_version":"1.2","terraform_version":"1.11.4","planned_values":{},\
        "resource_changes":[{"address":"\(address)","mode":"managed","type":"terraform_data",\
        "name":"a","provider_name":"terraform.io/builtin/terraform",\
        "change":{"actions":["\(action)"],"before":{"id":"x"},"after":null}}],"configuration":{}}

        """
    }

    private func check(
        _ arguments: [String], in folder: TemporaryDirectory, input: String = ""
    ) throws -> ProcessResult {
        try run(
            ToolUnderTest.path(), ["check", "-no-color"] + arguments,
            environment: ChildEnvironment(home: folder.path), standardInput: input,
            directory: folder.path)
    }

    /// The names in a JSON report, in their order.
    private func names(_ result: ProcessResult) throws -> [String] {
        let verdicts = try object(result.standardOutput)["verdicts"] as? [[String: Any]]
        return try #require(verdicts, "\(result)").compactMap { $0["name"] as? String }
    }

    @Test(arguments: [
        (["."], ["./live/a/tfplan.json", "./live/b/deep/x.tfplan.json"]),
        (["live/b"], ["live/b/deep/x.tfplan.json"]),
        (["live/*/tfplan.json"], ["live/a/tfplan.json"]),
        (["live/**/*.tfplan.json"], ["live/b/deep/x.tfplan.json"]),
        (["l?ve/b/deep"], ["live/b/deep/x.tfplan.json"]),
        (["live/*"], ["live/a/tfplan.json", "live/b/deep/x.tfplan.json"]),
        (["live/b", "live/a"], ["live/b/deep/x.tfplan.json", "live/a/tfplan.json"]),
    ])
    func `a folder stands for the plans below it, and a pattern for what it matches`(
        arguments: [String], expected: [String]
    ) throws {
        let folder = try folder()
        #expect(try names(check(["-format=json"] + arguments, in: folder)) == expected)
    }

    @Test func `a file that is called as a pattern looks is that file`() throws {
        let folder = try folder()
        try folder.write(Self.plan("no-op"), to: "other/*.json")
        try folder.write(Self.plan("delete"), to: "other/b.json")
        let result = try check(["-format=json", "other/*.json"], in: folder)
        #expect(try object(result.standardOutput)["decision"] as? String == "allow", "\(result)")
    }

    @Test func `below a folder, plans are known by their beginning, whatever they are called`()
        throws
    {
        let folder = try folder()
        try folder.write(Self.plan("no-op"), to: "other/no-name")
        try folder.write(
            "PK\u{3}\u{4}" + String(repeating: "\0", count: 26) + "tfplan", to: "other/zip")
        // Written by another tool, which orders keys.
        let plan = try JSONSerialization.jsonObject(with: Data(Self.plan("no-op").utf8))
        let ordered = try JSONSerialization.data(
            withJSONObject: plan, options: [.sortedKeys, .prettyPrinted])
        try folder.write(ordered, to: "other/ordered.json")
        for (text, name) in [
            ("{\"a\":1}", "package.json"), ("// words", "tsconfig.json"), ("words", "notes.txt"),
            ("", "empty"), ("{\"format_version\":\"1.0\",\"values\":{}}", "state.json"),
        ] {
            try folder.write(text, to: "other/\(name)")
        }
        let result = try check(["-format=json", "other"], in: folder)
        #expect(try names(result) == ["other/no-name", "other/ordered.json", "other/zip"])
        #expect(result.status == .exited(65), "\(result)")
    }

    @Test(arguments: [
        ("a broken plan", ["plan.json"], "{\"format_version\":\"1.2\""),
        ("no plan at all", ["package.json", "notes.txt"], "{}"),
    ])
    func `a folder in which no plan can be judged is no success`(
        name: String, files: [String], text: String
    ) throws {
        let folder = try TemporaryDirectory()
        for file in files { try folder.write(text, to: "stacks/\(file)") }
        let result = try check(["stacks"], in: folder)
        #expect(result.status == .exited(65), "\(result)")
    }

    @Test(arguments: ["nowhere/*.json", "nowhere", "live/*.none", "*/*/*/*/*"])
    func `a name that leads to no plan is no success, and the others are judged`(
        name: String
    ) throws {
        let folder = try folder()
        let result = try check([name, "live/b"], in: folder)
        #expect(result.status == .exited(65), "\(result)")
        #expect(result.output.contains("live/b/deep/x.tfplan.json: Allowed."), "\(result)")
        #expect(result.output.contains("1 not judged, 1 allowed"), "\(result)")
        #expect(!result.errors.isEmpty)
    }

    @Test func `a link that leads back to its folder ends nowhere`() throws {
        let folder = try folder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("live/b/again"), withDestinationPath: "../..")
        #expect(try names(check(["-format=json", "live"], in: folder)).count == 2)
        #expect(try names(check(["-format=json", "live/**"], in: folder)).count == 2)
    }

    @Test func `hundreds of plans are told of in their order, with one line for all`() throws {
        let folder = try TemporaryDirectory()
        for number in 100..<400 {
            let action = number % 100 == 7 ? "delete" : "no-op"
            try folder.write(
                Self.plan(action, address: "terraform_data.a[\(number)]"), to: "s/\(number).json")
        }
        let result = try check(["s"], in: folder)
        let told = result.output.matches(of: #/(?m)^s/([0-9]+)\.json: /#).compactMap { Int($0.1) }
        #expect(told == Array(100..<400))
        #expect(result.output.hasSuffix("\n\n300 plans: 3 need confirmation, 297 allowed.\n"))
        #expect(result.status == .exited(3))
    }

    // MARK: Reports

    @Test func `several reports are written in one run, beside the one on standard output`() throws
    {
        let folder = try folder()
        let formats = ["json", "markdown", "github", "gitlab", "sarif", "junit", "text"]
        let result = try check(
            ["live"] + formats.map { "-output=\($0)=report.\($0)" }, in: folder)
        #expect(result.output.contains("2 plans: "), "\(result)")
        for format in formats {
            let file = String(
                decoding: try #require(folder.read("report.\(format)")), as: UTF8.self)
            let alone = try check(["live", "-format", format], in: folder)
            #expect(alone.status == result.status)
            #expect(file == alone.output, "\(format)")
        }
    }

    @Test func `a report replaces the one of the last run`() throws {
        let folder = try folder()
        try folder.write(String(repeating: "x", count: 100_000), to: "r.json")
        _ = try check(["live", "-output=json=r.json"], in: folder)
        #expect(try object(#require(folder.read("r.json")))["schema"] as? Int == 1)
    }

    @Test(arguments: [
        ["-output=json=live/a/tfplan.json"], ["-output=json=live/a/../a/tfplan.json"],
        ["-output=json=terraform.tfstate"], ["-output=text=tfguard.hcl"],
        ["-output=json=a", "-output=text=a"], ["-output=json"], ["-output=json="],
        ["-output=yaml=a"],
    ])
    func `a report never overwrites a plan, a state, a policy or another report`(
        arguments: [String]
    ) throws {
        let folder = try folder()
        let before = folder.read("live/a/tfplan.json")
        let result = try check(["live/a/tfplan.json"] + arguments, in: folder)
        #expect(result.status == .exited(64), "\(result)")
        #expect(folder.read("live/a/tfplan.json") == before)
        #expect(folder.read("terraform.tfstate") == nil && folder.read("a") == nil)
    }

    @Test func `a verdict that could not be delivered is none`() throws {
        let folder = try folder()
        let result = try check(["live", "-output=json=nowhere/r.json"], in: folder)
        #expect(result.status == .exited(74), "\(result)")
    }

    @Test func `-fail-on does not cover what could not be judged`() throws {
        let folder = try folder()
        try folder.write(Self.plan("forget"), to: "live/c/tfplan.json")
        #expect(try check(["live"], in: folder).status == .exited(3))
        #expect(try check(["-fail-on=block", "live"], in: folder).status == .exited(0))
        try folder.write("{", to: "live/c/plan.json")
        #expect(try check(["-fail-on=block", "live"], in: folder).status == .exited(65))
    }
}
