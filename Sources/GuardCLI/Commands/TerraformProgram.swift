import GuardSystem

/// The real terraform, found.
struct TerraformProgram: Sendable {
    let executable: Executable
    /// What it is called by: its `argv[0]`.
    let calledAs: [UInt8]

    /// `Terraform` or `OpenTofu`, for its words.
    var tool: String {
        executable.path.lastComponent.starts(with: "tofu".utf8)
            || executable.realPath.lastComponent.starts(with: "tofu".utf8)
            ? "OpenTofu" : "Terraform"
    }

    /// Finds what was meant, and never this program itself under another name.
    ///
    /// - Parameters:
    ///   - program: a path as typed, or a name for `PATH`.
    ///   - path: the value of `PATH`.
    /// - Throws: a refusal where there is none.
    init(_ program: Program, path: [UInt8]) throws(Refusal) {
        let ours: Executable
        do throws(SystemError) {
            ours = try Executable.current()
        } catch {
            throw .system("\(error)", "Without knowing itself, tfguard could start itself.")
        }
        switch program {
        case .path(let name):
            do throws(SystemError) {
                guard let typed = FilePath(name) else {
                    throw SystemError(.run, nil, code: 2)
                }
                let directory = try FilePath.currentDirectory()
                executable = try Executable(at: directory.appending(typed))
            } catch {
                throw Refusal(
                    .programMissing, "No terraform there",
                    "\(error) Name the real terraform, or leave the path out to have it looked "
                        + "up in PATH.")
            }
            calledAs = Array(name.utf8)
            guard !isOurselves(executable, ours) else {
                throw Refusal(
                    .programMissing, "That is tfguard itself",
                    "\(name) leads back to tfguard. Name the real terraform.")
            }
        case .named(let name):
            let found = Executable.all(named: Array(name.utf8), inPath: path)
                .first { !isOurselves($0, ours) }
            guard let found else {
                throw Refusal(
                    .programMissing, "No \(name) on PATH",
                    "tfguard runs the first \(name) in the folders of PATH that is not tfguard, "
                        + "and there is none. Install it, add its folder to PATH, or name it: "
                        + "tfguard /path/to/\(name) …")
            }
            executable = found
            calledAs = Array(name.utf8)
        }
    }

    /// It with arguments.
    func command(_ arguments: [String], environment: Environment) -> Command {
        Command(
            executable.path, arguments: [calledAs] + arguments.map { Array($0.utf8) },
            environment: environment)
    }
}

/// Whether a program is this one, another build of it, or a script that would lead back to it.
///
/// What does so in a way that cannot be seen from outside is caught by `countingDepth`.
private func isOurselves(_ other: Executable, _ ours: Executable) -> Bool {
    other.identity == ours.identity || other.isGuard
}
