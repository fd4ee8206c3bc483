import Foundation
package import Testing

/// A real program or file that a test is about, and that a machine may lack.
///
/// Where it is missing, the test says that it was skipped; with `TFGUARD_REQUIRE=all` it fails.
package enum Requirement: String, CaseIterable, Sendable {
    case terraform
    case sshKeygen = "ssh-keygen"
    case git
    case make
    case jq
    case python = "python3"
    /// Python with `moto.server`: an AWS on loopback.
    case moto
    /// A folder that mirrors Terraform's AWS provider.
    case awsProvider = "AWS provider"
    /// Python with the AWS command line, as the module `awscli`.
    case awsCommandLine = "AWS command line"
    /// strace(1), where one process may trace another.
    case strace
    /// The tests run as root, and there is a folder in which root alone can write.
    case root
    /// The folder that `TFGUARD_PLAN_CORPUS` names.
    case planCorpus = "plan corpus"

    /// Where it is.
    package func path() throws -> String {
        guard let found = Self.found[self] else {
            throw TestSupportError("\(rawValue) is not on this machine: \(remedy)")
        }
        return found
    }

    var isMissing: Bool { Self.found[self] == nil }

    static let areAllDemanded =
        ProcessInfo.processInfo.environment["TFGUARD_REQUIRE"] == "all"

    /// Looked up once: nothing is installed while tests run.
    private static let found: [Requirement: String] = {
        var found: [Requirement: String] = [:]
        for requirement in allCases {
            found[requirement] = requirement.lookUp()
        }
        return found
    }()

    private var remedy: String {
        switch self {
        case .terraform, .sshKeygen, .git, .make, .jq, .python: "install it on the search path"
        case .awsCommandLine: "pip install awscli"
        case .strace: "install it on the search path, and allow ptrace(2)"
        case .root: "run the tests as root"
        case .moto: "pip install 'moto[server]'"
        case .awsProvider:
            "terraform providers mirror into ~/.terraform.d/plugins, or name one with TF_PLUGIN_DIR"
        case .planCorpus: "name a folder of plans in JSON with TFGUARD_PLAN_CORPUS"
        }
    }

    private func lookUp() -> String? {
        switch self {
        case .terraform, .sshKeygen, .git, .make, .jq: programOnPath(rawValue)
        // Not a shim that picks a version by settings in the home folder: tests have another home.
        case .python: programOnPath(rawValue).flatMap(realInterpreter)
        case .moto: Self.python.lookUp().flatMap { hasModule("moto.server", $0) ? $0 : nil }
        case .awsCommandLine: Self.python.lookUp().flatMap { hasModule("awscli", $0) ? $0 : nil }
        case .awsProvider: mirrorOfAWSProvider()
        case .strace: programOnPath(rawValue).flatMap(tracerThatMayTrace)
        case .root: geteuid() == 0 && isRootsAlone("/run") ? "/run" : nil
        case .planCorpus:
            ProcessInfo.processInfo.environment["TFGUARD_PLAN_CORPUS"].flatMap {
                isFolder($0) ? $0 : nil
            }
        }
    }
}

extension Trait where Self == ConditionTrait {
    /// The test needs these; see `Requirement`.
    package static func requires(_ requirements: Requirement...) -> Self {
        let missing = requirements.filter(\.isMissing)
        let names = missing.map(\.rawValue).joined(separator: ", ")
        return .enabled(
            if: missing.isEmpty || Requirement.areAllDemanded,
            "this machine has no \(names); TFGUARD_REQUIRE=all makes that a failure")
    }
}

// MARK: - Looking

/// The first program of that name on the search path.
package func programOnPath(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { path in
        FileManager.default.isExecutableFile(atPath: path) && !isFolder(path)
    }
}

private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
}

/// Whether a folder below `/` is one in which nobody but root can write.
private func isRootsAlone(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_uid == 0 && facts.st_mode & 0o022 == 0
        && facts.st_mode & S_IFMT == S_IFDIR
}

/// A container or a setting of the kernel (ptrace(2)) may forbid what strace does.
private func tracerThatMayTrace(_ strace: String) -> String? {
    let tried = try? run(
        strace, ["-o", "/dev/null", "/bin/sh", "-c", "exit 7"],
        environment: ChildEnvironment(home: NSHomeDirectory()))
    return tried?.status == .exited(7) ? strace : nil
}

private func realInterpreter(_ python: String) -> String? {
    let asked = try? run(
        python, ["-c", "import sys; print(sys.executable)"],
        environment: ChildEnvironment(home: NSHomeDirectory()))
    guard let asked, asked.status == .exited(0) else { return nil }
    let path = asked.output.trimmingCharacters(in: .whitespacesAndNewlines)
    return path.isEmpty ? nil : path
}

private func hasModule(_ module: String, _ python: String) -> Bool {
    let asked = try? run(
        python,
        ["-c", "import importlib.util as u, sys; sys.exit(u.find_spec('\(module)') is None)"],
        environment: ChildEnvironment(home: NSHomeDirectory()))
    return asked?.status == .exited(0)
}

/// A folder laid out as Terraform's `-plugin-dir` wants it, that holds the AWS provider.
private func mirrorOfAWSProvider() -> String? {
    let environment = ProcessInfo.processInfo.environment
    let home = NSHomeDirectory()
    let usual = ["/opt", "/usr/local", "/usr/share", "/var/lib"].flatMap(foldersBelow)
    let candidates =
        [environment["TF_PLUGIN_DIR"]].compactMap { $0 }
        + ["\(home)/.terraform.d/plugins", "\(home)/.local/share/terraform/plugins"] + usual
    return candidates.first { isFolder("\($0)/registry.terraform.io/hashicorp/aws") }
}

/// The folders down to two levels below one: where a machine's makers put a mirror.
private func foldersBelow(_ folder: String) -> [String] {
    func children(_ parent: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        return names.sorted().map { "\(parent)/\($0)" }.filter(isFolder)
    }
    let first = children(folder)
    return [folder] + first + first.flatMap(children)
}
