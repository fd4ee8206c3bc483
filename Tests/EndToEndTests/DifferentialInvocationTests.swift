import Foundation
import TestSupport
import Testing

@testable import GuardCLI

/// Made-up invocations, each through the bare terraform and, in a fresh copy of the same folder,
/// through tfguard: without a terminal, and with "yes" piped in.
///
/// `TFGUARD_DIFFERENTIAL=2000` runs as many instead of some, from `TFGUARD_DIFFERENTIAL_FROM`.
@Suite(.requires(.terraform)) struct DifferentialInvocationTests {
    static let numbers: Range<Int> = {
        let variables = ProcessInfo.processInfo.environment
        let first = variables["TFGUARD_DIFFERENTIAL_FROM"].flatMap(Int.init) ?? 0
        return first..<(first + (variables["TFGUARD_DIFFERENTIAL"].flatMap(Int.init) ?? 150))
    }()

    @Test(arguments: numbers)
    func `nothing is lost, and what changes nothing is the same byte for byte`(
        number: Int
    ) throws {
        let invocation = GeneratedInvocation(number)
        let place = try TemporaryDirectory()
        let stage = try Stage.shared.get()

        let bare = try stage.play(invocation, at: place, program: Requirement.terraform.path())
        let guarded = try stage.play(
            invocation, at: place, program: ToolUnderTest.path(), prefix: ["terraform"])

        let comment = Comment(rawValue: "\(number): \(invocation)\n\(bare)\n\(guarded)")
        #expect(guarded.lost(from: stage.before) == [], comment)
        #expect(!guarded.isBroken, comment)
        if guarded.isRefusal {
            #expect(guarded.result.errors.contains("Error: "), comment)
            #expect(guarded.files == stage.before, comment)
            return
        }
        // What was let through may change what it changes with the bare terraform, and loses
        // nothing: that has been looked at above.
        guard bare.states == stage.beforeStates else { return }
        #expect(guarded.states == stage.beforeStates, comment)

        switch Self.comparison(for: invocation, in: guarded) {
        case .everything:
            #expect(guarded.result.status == bare.result.status, comment)
            #expect(guarded.output == bare.output, comment)
            #expect(guarded.errors == bare.errors, comment)
            #expect(guarded.files == bare.files, comment)
        case .outputAndStatus where guarded.isStopped: break
        case .outputAndStatus:
            #expect(guarded.result.status == bare.result.status, comment)
            #expect(guarded.output == bare.output, comment)
        case .success:
            // An apply is planned, judged and applied in three steps, which say so.
            #expect(
                (guarded.result.status == .exited(0)) == (bare.result.status == .exited(0))
                    || guarded.isStopped, comment)
        }
    }

    /// What has to be the same where nothing changes.
    private enum Comparison {
        case everything
        case outputAndStatus
        case success
    }

    private static func comparison(
        for invocation: GeneratedInvocation, in guarded: Play
    ) -> Comparison {
        let understood = try? TerraformInvocation(invocation.arguments) { invocation.variables[$0] }
        guard case .command(let command)? = understood?.kind else { return .everything }
        switch command.subcommand.route {
        case .pass, .local: return .everything
        case .plan: return command.has("out") ? .outputAndStatus : .everything
        case .initialise: return .outputAndStatus
        case .apply, .surgery: return .success
        }
    }
}

// MARK: - The stage

/// A folder with everything that can be lost.
private struct Stage: Sendable {
    /// Made once, and copied for every run.
    static let shared = Result { try Stage() }

    private let template: TemporaryDirectory
    let before: [String: [UInt8]]
    var beforeStates: [String: [UInt8]] { before.filter { isState($0.key) } }

    private init() throws {
        let template = try TemporaryDirectory()
        self.template = template
        func terraform(_ arguments: String...) throws {
            let result = try run(
                Requirement.terraform.path(), arguments,
                environment: ChildEnvironment(home: template.path("home")),
                directory: template.path("stack"))
            guard result.status == .exited(0) else { throw TestSupportError("\(result)") }
        }
        try template.makeFolder("home")
        let files = [
            "stack/tfguard.hcl": TerraformProject.databasePolicy,
            "stack/main.tf": """
            variable "size" { default = 1 }
            resource "terraform_data" "a" { input = "a-main" }
            resource "terraform_data" "b" { input = "b-main" }
            output "size" { value = var.size }
            """,
            "stack/other.tfvars": "size = 2\n",
            "stack/sub/empty.txt": "",
            "stack/ugly.tf": "locals {\n x=1\n}\n",
        ]
        for (name, text) in files { try template.write(text, to: name) }
        try terraform("apply", "-auto-approve")
        try terraform("workspace", "new", "other")
        try terraform("apply", "-auto-approve")
        try terraform("workspace", "select", "default")
        try terraform("plan", "-out=nothing.plan")
        try terraform("plan", "-destroy", "-out=destroy.plan")
        // The configuration adds one and has lost one since.
        try template.write(
            """
            variable "size" { default = 1 }
            resource "terraform_data" "a" { input = "a-main" }
            resource "terraform_data" "c" { input = "c-main" }
            output "size" { value = var.size }
            """, to: "stack/main.tf")
        try terraform("plan", "-target=terraform_data.c", "-out=create.plan")
        let state = template.read("stack/terraform.tfstate") ?? []
        try template.write(state, to: "stack/copy.tfstate")
        // As somebody would write who wants to wipe the state: the same, later and empty.
        guard var object = try JSONSerialization.jsonObject(with: Data(state)) as? [String: Any]
        else { throw TestSupportError("the state is no object") }
        object["serial"] = 99
        object["resources"] = [Any]()
        try template.write(
            JSONSerialization.data(withJSONObject: object), to: "stack/empty.tfstate")
        before = try contents(of: template.path("stack"))
    }

    /// Runs it in a fresh copy, which always lies at the same place.
    func play(
        _ invocation: GeneratedInvocation, at place: TemporaryDirectory, program: String,
        prefix: [String] = []
    ) throws -> Play {
        let files = FileManager.default
        try? files.removeItem(atPath: place.path("stack"))
        try? files.removeItem(atPath: place.path("home"))
        try place.makeFolder("home")
        try files.copyItem(atPath: template.path("stack"), toPath: place.path("stack"))
        let result = try run(
            program, prefix + invocation.arguments,
            environment: ChildEnvironment(home: place.path("home"))
                .setting(invocation.variables.mapValues { $0 }),
            standardInput: String(repeating: "yes\n", count: 30), directory: place.path("stack"))
        return Play(result: result, files: try contents(of: place.path("stack")))
    }
}

/// What one run did.
private struct Play: CustomStringConvertible {
    let result: ProcessResult
    let files: [String: [UInt8]]

    var states: [String: [UInt8]] { files.filter { isState($0.key) } }
    var output: [String] { steady(result.output) }
    var errors: [String] { steady(result.errors) }

    /// The form was refused.
    var isRefusal: Bool { result.status == .exited(64) }
    /// A signal or a broken promise ended it.
    var isBroken: Bool {
        if case .exited(let status) = result.status { return status == 70 || status > 127 }
        return true
    }
    /// The verdict stopped it.
    var isStopped: Bool {
        [3, 4, 5].contains { result.status == .exited($0) }
    }

    /// The objects that one of the states had before, and that it does not have now.
    func lost(from before: [String: [UInt8]]) -> [String] {
        before.keys.filter(isState).sorted().flatMap { name in
            let kept = Set(objects(in: files[name] ?? []))
            return objects(in: before[name] ?? []).filter { !kept.contains($0) }
                .map { "\(name): \($0)" }
        }
    }

    var description: String { "\(result)" }
}

/// The bytes of every file below a folder, by its path.
private func contents(of folder: String) throws -> [String: [UInt8]] {
    guard let names = FileManager.default.enumerator(atPath: folder) else {
        throw TestSupportError("cannot list \(folder)")
    }
    var contents: [String: [UInt8]] = [:]
    for case let name as String in names {
        let path = "\(folder)/\(name)"
        // Nil for a folder.
        guard let bytes = FileManager.default.contents(atPath: path) else { continue }
        contents[name] = Array(bytes)
    }
    return contents
}

private func isState(_ name: String) -> Bool {
    name.hasSuffix(".tfstate")
}

/// The managed objects in a state, each by its own id: a move gives it another address.
private func objects(in state: [UInt8]) -> [String] {
    let document = try? JSONSerialization.jsonObject(with: Data(state)) as? [String: Any]
    let resources = document?["resources"] as? [[String: Any]] ?? []
    return resources.filter { $0["mode"] as? String == "managed" }.flatMap { resource in
        let instances = resource["instances"] as? [[String: Any]] ?? []
        return instances.map { instance in
            let attributes = instance["attributes"] as? [String: Any]
            return "\(resource["type"] ?? "") \(attributes?["id"] ?? "")"
        }
    }
}

/// Without what differs between two runs of terraform itself: the moments in which something happened
/// (RFC 3339, as the streams of JSON have them), and the order in which objects are refreshed.
private func steady(_ text: String) -> [String] {
    let lines = text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]+)/, with: "TIME")
        .components(separatedBy: "\n")
    let isRefresh = { (line: String) in
        line.contains("Refreshing state...") || line.contains("Refresh complete")
    }
    return lines.filter(isRefresh).sorted() + lines.filter { !isRefresh($0) }
}
