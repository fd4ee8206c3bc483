import Foundation
import TestSupport
import Testing

/// What cannot be judged is refused with a status of its own, and nothing is ever applied.
@Suite(.requires(.terraform)) struct ExitStatusTests {
    // MARK: 69: terraform is missing

    @Test(arguments: [
        ["terraform", "apply", "-auto-approve"], ["apply", "-auto-approve"],
        ["terraform", "destroy"], ["terraform", "version"], ["tofu", "apply"],
        ["./no/such/terraform", "apply"], ["check", "create.plan"],
    ])
    func `without a terraform the status is 69`(arguments: [String]) throws {
        let project = try TerraformProject()
        try project.prepare("plan", "-out=create.plan")
        try project.base.makeFolder("empty")
        let result = try project.tfguard(
            arguments, setting: ["PATH": project.base.path("empty")], standardInput: "yes\n")
        #expect(result.status == .exited(69), "\(result)")
        #expect(!result.errors.isEmpty)
        #expect(try project.state() == [])
    }

    @Test func `a file of that name that is no program is not terraform`() throws {
        let project = try TerraformProject()
        try project.base.write("", to: "bin/terraform")
        try project.base.makeFolder("folders/terraform")
        let result = try project.tfguard(
            ["terraform", "apply", "-auto-approve"],
            setting: ["PATH": "\(project.base.path("bin")):\(project.base.path("folders"))"])
        #expect(result.status == .exited(69), "\(result)")
    }

    // MARK: 65: no plan that can be understood

    struct Unreadable: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: @Sendable (TerraformProject) throws -> [UInt8]
        var testDescription: String { name }
    }

    static let unreadable: [Unreadable] = [
        Unreadable(name: "a state file") { try #require($0.read("terraform.tfstate")) },
        Unreadable(name: "an empty object") { _ in Array("{}".utf8) },
        Unreadable(name: "an empty file") { _ in [] },
        Unreadable(name: "a plan in JSON, cut off") { Array(try json($0).dropLast(100)) },
        Unreadable(name: "a plan in JSON, cut off in the middle") {
            let bytes = try json($0)
            return Array(bytes.prefix(bytes.count / 2))
        },
        Unreadable(name: "a plan in JSON and something after it") {
            try json($0) + Array("{}".utf8)
        },
        Unreadable(name: "UTF-16, as PowerShell redirects") {
            let text = String(decoding: try json($0), as: UTF8.self)
            return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        },
        Unreadable(name: "the start of a zip archive, and garbage") { _ in
            Array("PK\u{3}\u{4}garbage garbage garbage".utf8)
        },
        Unreadable(name: "a saved plan, cut off") {
            let bytes = try #require($0.read("real.plan"))
            return Array(bytes.prefix(bytes.count / 2))
        },
        Unreadable(name: "text") { _ in Array("No changes. Your infrastructure matches.\n".utf8) },
        Unreadable(name: "what show says of a state") {
            let result = try $0.terraform("show", "-json")
            return result.standardOutput
        },
        Unreadable(name: "a plan with an action nobody knows") {
            Array(replacing("\"create\"", with: "\"obliterate\"", in: try json($0)))
        },
        Unreadable(name: "a plan with the actions twice") {
            Array(
                replacing(
                    "\"actions\":[\"create\"]",
                    with: "\"actions\":[\"create\"],\"actions\":[\"delete\"]", in: try json($0)))
        },
        Unreadable(name: "a plan of a format of the future") {
            Array(
                replacing(
                    "\"format_version\":\"1.2\"", with: "\"format_version\":\"2.0\"",
                    in: try json($0)))
        },
        Unreadable(name: "a plan that errored") {
            Array(replacing("\"errored\":false", with: "\"errored\":true", in: try json($0)))
        },
    ]

    /// The JSON of a plan that creates one resource.
    private static func json(_ project: TerraformProject) throws -> [UInt8] {
        let shown = try project.terraform("show", "-json", "real.plan")
        return shown.standardOutput
    }

    private static func replacing(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        precondition(text.contains(old), "the plan holds no \(old)")
        return Array(text.replacingOccurrences(of: old, with: new).utf8)
    }

    @Test(arguments: unreadable)
    func `what is no plan has the status 65, in check and in apply`(unreadable: Unreadable) throws {
        let project = try TerraformProject.applied()
        try project.write(
            TerraformProject.configuration(["courses": "courses-main", "new": "new-main"]),
            to: "main.tf")
        try project.prepare("plan", "-out=real.plan")
        try project.write(bytes: unreadable.bytes(project), to: "given")
        let before = try project.stateFiles()

        let checked = try project.tfguard("check", "given")
        #expect(checked.status == .exited(65), "\(checked)")
        #expect(!checked.errors.isEmpty, "\(checked)")
        let applied = try project.tfguard("terraform", "apply", "given", standardInput: "yes\n")
        #expect(applied.status == .exited(65), "\(applied)")
        #expect(!applied.errors.isEmpty, "\(applied)")
        #expect(try project.stateFiles() == before)
    }

    @Test func `a plan that is not there is said to be not there`() throws {
        let project = try TerraformProject.applied()
        let before = try project.stateFiles()
        for arguments in [["check", "no-such.plan"], ["terraform", "apply", "no-such.plan"]] {
            let result = try project.tfguard(arguments)
            guard case .exited(let status) = result.status else {
                Issue.record("\(result)")
                continue
            }
            #expect([65, 74].contains(status), "\(result)")
            #expect(result.errors.contains("no-such.plan"), "\(result)")
        }
        #expect(try project.stateFiles() == before)
    }

    @Test func `a terraform that shows another plan's bytes is not believed`() throws {
        // A terraform of another version wrote this: tfguard ran `show` itself, so the two must
        // agree.
        let project = try TerraformProject()
        try project.prepare("plan", "-out=real.plan")
        let shown = Self.replacing(
            "\"terraform_version\":\"", with: "\"terraform_version\":\"9",
            in: try Self.json(project))
        try project.write(bytes: shown, to: "shown.json")
        try project.base.writeProgram(
            """
            #!/bin/sh
            case "$1" in
            show) cat '\(project.path("shown.json"))' ;;
            *) exec '\(Requirement.terraform.path())' "$@" ;;
            esac
            """, to: "bin/terraform")
        let result = try project.tfguard([
            project.base.path("bin/terraform"), "apply", "real.plan",
        ])
        #expect(result.status == .exited(65), "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `a policy that is a link to nowhere is an error, and no absence of one`() throws {
        let project = try TerraformProject.applied(policy: nil)
        try FileManager.default.createSymbolicLink(
            atPath: project.path("tfguard.hcl"), withDestinationPath: "nowhere.hcl")
        let before = try project.stateFiles()
        let result = try project.tfguard(
            "terraform", "destroy", "-auto-approve", standardInput: "yes\n")
        #expect(result.status == .exited(78), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    enum Doctoring: CaseIterable {
        case anotherPlan, anotherType
    }

    @Test(arguments: Doctoring.allCases)
    func `a terraform that shows another plan is not believed`(doctoring: Doctoring) throws {
        let project = try TerraformProject.applied()
        try project.prepare("plan", "-out=nothing.plan")
        try project.prepare("plan", "-destroy", "-out=real.plan")
        let shown =
            switch doctoring {
            case .anotherPlan: try project.terraform("show", "-json", "nothing.plan").standardOutput
            case .anotherType:
                Self.replacing(
                    "\"type\":\"terraform_data\"", with: "\"type\":\"null_resource\"",
                    in: try Self.json(project))
            }
        try project.write(bytes: shown, to: "shown.json")
        try project.base.writeProgram(
            """
            #!/bin/sh
            case "$1" in
            show) cat '\(project.path("shown.json"))' ;;
            *) exec '\(Requirement.terraform.path())' "$@" ;;
            esac
            """, to: "bin/terraform")
        let before = try project.stateFiles()
        let result = try project.tfguard([
            project.base.path("bin/terraform"), "apply", "real.plan",
        ])
        #expect(result.status == .exited(65), "\(result)")
        #expect(try project.stateFiles() == before)
    }

    // MARK: 78: the policy has an error

    @Test(arguments: [
        ["terraform", "apply", "-auto-approve"], ["terraform", "destroy", "-auto-approve"],
        ["terraform", "apply", "create.plan"], ["check", "create.plan"],
    ])
    func `a policy with an error has the status 78, and shows where`(arguments: [String]) throws {
        let project = try TerraformProject()
        try project.prepare("plan", "-out=create.plan")
        try project.write(
            """
            rule "no-destroy" {
              actions = ["delete"]
              decison = "block"
            }
            """, to: "tfguard.hcl")
        let result = try project.tfguard(arguments, standardInput: "yes\n")
        #expect(result.status == .exited(78), "\(result)")
        let lines = plainText(result.errors).split(separator: "\n").map(String.init)
        let source = try #require(lines.firstIndex { $0.hasSuffix("decison = \"block\"") })
        let caret = lines[source + 1]
        let start = try #require(lines[source].range(of: "decison")).lowerBound
        let indent = lines[source].distance(from: lines[source].startIndex, to: start)
        #expect(caret.hasPrefix("│"), "\(result)")
        #expect(
            caret.dropFirst() == String(repeating: " ", count: indent - 1) + "^^^^^^^", "\(result)")
        #expect(result.errors.contains("tfguard.hcl line 3"), "\(result)")
        #expect(result.errors.contains("Did you mean \"decision\"?"), "\(result)")
        #expect(try project.state() == [])
    }

    @Test(arguments: [
        "rule \"open\" {", "rule \"x\" {\n  decision = \"maybe\"\n}\n", "nonsense {\n}\n",
        "rule \"x\" {\n  actions = [\"explode\"]\n  decision = \"block\"\n}\n",
        "\u{FEFF}# a mark\n",
        "rule \"x\" {\n  decision = \"block\"\n}\nrule \"x\" {\n  decision = \"allow\"\n}\n",
    ])
    func `any error in a policy refuses, because a dropped rule would be an open door`(
        policy: String
    ) throws {
        let project = try TerraformProject(policy: policy)
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(78), "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `a policy further up counts, and so does its error`() throws {
        let project = try TerraformProject(policy: nil, module: "live/eu/stack")
        try project.base.write("rule {", to: "live/tfguard.hcl")
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(78), "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `a policy that cannot be read refuses`() throws {
        let project = try TerraformProject(policy: nil)
        try FileManager.default.createDirectory(
            atPath: project.path("tfguard.hcl"), withIntermediateDirectories: false)
        let result = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(result.status == .exited(78) || result.status == .exited(74), "\(result)")
        #expect(try project.state() == [])
    }

    // MARK: 64: wrong usage

    @Test(arguments: [
        ["terraform", "apply", "-auto-approve", "-bogus"],
        ["terraform", "apply", "-auto-approve", "-bogus=1"],
        ["terraform", "destroy", "-auto-approve", "--unknown-flag"],
        ["terraform", "-bogus", "apply", "-auto-approve"],
        ["-bogus", "apply", "-auto-approve"],
        ["check", "-bogus", "create.plan"],
        ["check", "-format", "yaml", "create.plan"],
        ["check", "-format=", "create.plan"],
        ["-policy=no-such.hcl-at-all", "-bogus", "apply"],
        ["terraform", "frobnicate"], ["frobnicate"], ["terraform", "rpcapi"],
        ["terraform", "stacks", "list"], ["terraform", "cloud"], ["terraform", "aply"],
        ["terraform", "state", "migrate"], ["terraform", "query"],
    ])
    func `an unknown flag or subcommand has the status 64`(arguments: [String]) throws {
        let project = try TerraformProject()
        try project.prepare("plan", "-out=create.plan")
        let result = try project.tfguard(arguments, standardInput: "yes\n")
        #expect(result.status == .exited(64), "\(result)")
        #expect(!result.errors.isEmpty, "\(result)")
        #expect(try project.state() == [])
    }

    @Test func `a policy named with -policy that is not there refuses`() throws {
        let project = try TerraformProject()
        let result = try project.tfguard("-policy=no-such.hcl", "apply", "-auto-approve")
        guard case .exited(let status) = result.status else {
            Issue.record("\(result)")
            return
        }
        #expect(status >= 64, "\(result)")
        #expect(try project.state() == [])
    }
}
