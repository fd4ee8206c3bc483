import Foundation
import Synchronization

/// A root module with a state, in front of which tfguard stands.
///
/// Its resources are `terraform_data`, which the real terraform has built in: no provider, no
/// network, and yet a state that can be lost.
package final class TerraformProject: Sendable {
    /// The folder that holds the module, the home folder, and what else a test needs.
    package let base: TemporaryDirectory
    package let environment: ChildEnvironment
    private let terraformPath: String

    /// The root module's folder.
    package var directory: String { base.path(module) }
    private let module: String

    /// A policy that takes `terraform_data` for databases, known by what was put into them.
    package static let databasePolicy = """
        resource "terraform_data" {
          category = "data"
          severity = "critical"
          identity = ["input"]
        }
        """

    /// Writes the module; nothing is applied yet.
    ///
    /// The databases are the resources by name, each with the identity a person would have to type;
    /// the policy is the text of `tfguard.hcl`; the module is a path, for a policy that recognises
    /// environments by it.
    package init(
        databases: KeyValuePairs<String, String> = ["courses": "courses-main"],
        policy: String? = TerraformProject.databasePolicy, module: String = "stack",
        below parent: String? = nil
    ) throws {
        base = try TemporaryDirectory(below: parent)
        self.module = module
        terraformPath = try Requirement.terraform.path()
        try base.makeFolder("home")
        environment = ChildEnvironment(home: base.path("home"))
        try base.makeFolder(module)
        try write(TerraformProject.configuration(databases), to: "main.tf")
        if let policy {
            try write(policy, to: "tfguard.hcl")
        }
    }

    /// A project whose databases exist.
    ///
    /// Those that begin alike share the state that one apply made: most tests start there.
    package static func applied(
        databases: KeyValuePairs<String, String> = ["courses": "courses-main"],
        policy: String? = TerraformProject.databasePolicy, module: String = "stack",
        below parent: String? = nil
    ) throws -> TerraformProject {
        let project = try TerraformProject(
            databases: databases, policy: policy, module: module, below: parent)
        let configuration = TerraformProject.configuration(databases)
        let state = try appliedStates.withLock { states in
            if let known = states[configuration] { return known }
            try project.prepare("apply", "-auto-approve")
            guard let made = project.read("terraform.tfstate") else {
                throw TestSupportError("terraform apply left no state")
            }
            states[configuration] = made
            return made
        }
        try project.write(bytes: state, to: "terraform.tfstate")
        return project
    }

    /// States by the configuration they came from.
    private static let appliedStates = Mutex<[String: [UInt8]]>([:])

    /// The configuration of some `terraform_data` resources.
    package static func configuration(_ databases: KeyValuePairs<String, String>) -> String {
        databases.map { "resource \"terraform_data\" \"\($0.key)\" { input = \"\($0.value)\" }\n" }
            .joined()
    }

    // MARK: Files

    package func path(_ relative: String) -> String { base.path("\(module)/\(relative)") }

    package func write(_ text: String, to relative: String) throws {
        try base.write(text, to: "\(module)/\(relative)")
    }

    package func writeProgram(_ text: String, to relative: String) throws {
        try base.writeProgram(text, to: "\(module)/\(relative)")
    }

    package func write(bytes: [UInt8], to relative: String) throws {
        try base.write(bytes, to: "\(module)/\(relative)")
    }

    package func read(_ relative: String) -> [UInt8]? { base.read("\(module)/\(relative)") }

    // MARK: The bare terraform

    /// Runs terraform itself, without the guard: to prepare, and to see what is left.
    package func terraform(_ arguments: String..., standardInput: String = "") throws
        -> ProcessResult
    {
        try run(
            terraformPath, arguments, environment: environment, standardInput: standardInput,
            directory: directory)
    }

    /// The same, and it must succeed.
    package func prepare(_ arguments: String...) throws {
        let result = try run(
            terraformPath, arguments, environment: environment, directory: directory)
        guard result.status == .exited(0) else {
            throw TestSupportError("terraform did not prepare the test: \(result)")
        }
    }

    /// The addresses in the state, as the bare terraform lists them.
    package func state() throws -> [String] {
        let result = try terraform("state", "list")
        // "No state file was found!" is an error to terraform.
        if result.status == .exited(1), result.errors.contains("No state file was found") {
            return []
        }
        guard result.status == .exited(0) else {
            throw TestSupportError("terraform state list: \(result)")
        }
        return result.output.split(separator: "\n").map(String.init)
    }

    /// Every state file of the project, by its path and byte for byte.
    ///
    /// Also what a workspace, a backup or a backend's configuration left: whatever else happens,
    /// these are what must not change.
    package func stateFiles() throws -> [String: [UInt8]] {
        guard let files = FileManager.default.enumerator(atPath: base.path) else {
            throw TestSupportError("cannot list \(base.path)")
        }
        var contents: [String: [UInt8]] = [:]
        for case let file as String in files where file.hasSuffix(".tfstate") {
            contents[file] = base.read(file)
        }
        return contents
    }

    // MARK: The guard

    /// Runs tfguard in the module's folder without a terminal.
    package func tfguard(
        _ arguments: [String], setting variables: [String: String?] = [:],
        standardInput: String = "", directory: String? = nil, timeout: Double = 60
    ) throws -> ProcessResult {
        try run(
            ToolUnderTest.path(), arguments, environment: environment.setting(variables),
            standardInput: standardInput, directory: directory ?? self.directory, timeout: timeout)
    }

    package func tfguard(_ arguments: String..., standardInput: String = "") throws
        -> ProcessResult
    {
        try tfguard(arguments, standardInput: standardInput)
    }

    /// Starts tfguard on a terminal of its own, in the module's folder.
    package func tfguardOnTerminal(
        _ arguments: String..., setting variables: [String: String?] = [:],
        standardInput: String? = nil, rows: UInt16 = 24, columns: UInt16 = 80
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            ToolUnderTest.path(), arguments, environment: environment.setting(variables),
            standardInput: standardInput, directory: directory, rows: rows, columns: columns)
    }
}
