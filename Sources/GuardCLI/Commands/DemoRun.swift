import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// `tfguard demo`: shows a destroy being stopped, in a private folder that is gone afterwards.
///
/// - Returns: the exit status.
/// - Throws: a refusal where a step did not go as it must.
func runDemo(_ environment: Environment) throws(Refusal) -> Int32 {
    let console = Console(.output, environment: environment)
    let size = console.stream.isTerminal ? (try? Terminal())?.size : nil
    do {
        PrivateFolder.sweep()
        let folder = try PrivateFolder.forPrograms()
        var environment = demoEnvironment(environment)
        let tool = try demoTool(in: folder.path, &environment)
        try demo(
            on: DemoStage(
                files: embeddedDemo(), terraform: findTerraform(environment), tool: tool,
                size: TerminalSize(columns: size?.columns ?? 80, rows: size?.rows ?? 24),
                style: console.style, in: folder.path, environment: environment,
                say: { console.write($0) }))
        return ExitStatus.success.rawValue
    } catch let refusal as Refusal {
        throw refusal
    } catch let error as SystemError {
        throw .system("\(error)")
    } catch let failure as DemoFailure {
        let said = TerminalText.printable(failure.outcome.errors.suffix(2000))
        throw Refusal(
            .internalError, "The demonstration stopped",
            "\(failure.command) ended with status \(failure.outcome.status), which is not what it "
                + "is there to show. It said: \(said)")
    } catch {
        throw .internalError("\(error)")
    }
}

extension DemoStage {
    /// The machine itself.
    init(
        files: Files, terraform: String?, tool: FilePath, size: TerminalSize, style: TextStyle,
        in folder: FilePath, environment: Environment, say: @escaping (String) -> Void
    ) {
        self.init(
            files: files, terraform: terraform, size: size, style: style,
            write: { name, bytes in try put(bytes, at: name, in: folder) },
            tfguard: { arguments, input in
                let name = "input"
                try put(input, at: name, in: folder)
                let file = try FileDescriptor.open(folder.appending(try fileName(name)))
                var command = Command(
                    tool, arguments, environment: environment, directory: folder)
                // A script has no terminal that anybody could type at.
                command.startsSession = true
                let run = try capture(
                    command, input: .descriptor(file.number), limit: largestOutput)
                return Outcome(
                    status: run.termination.exitStatus, output: run.output, errors: run.error)
            },
            judge: { bytes in
                var source = RecordedSource(bytes: bytes)
                let plan = try readPlanText(from: &source, name: "the demonstration's plan")
                let facts = RunFacts(
                    actors: [.human], workspace: "default",
                    directory: ByteString(bytes: folder.bytes))
                let policy = try loadPolicy(for: folder, extra: []).policy
                return GuardCore.judge(plan, under: policy, facts: facts)
            }, say: say)
    }
}

/// More than any step of the demonstration prints.
private let largestOutput = 16 << 20

/// A plan that is in memory.
private struct RecordedSource: ByteSource {
    var bytes: [UInt8]

    mutating func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
        let count = min(buffer.count, bytes.count)
        for index in 0..<count { buffer[index] = bytes[index] }
        bytes.removeFirst(count)
        return count
    }
}

func embeddedDemo() throws(Refusal) -> DemoStage.Files {
    guard let configuration = EmbeddedFiles.bytes(of: "demo/main.tf"),
        let policy = EmbeddedFiles.bytes(of: "demo/tfguard.hcl"),
        let plan = EmbeddedFiles.bytes(of: "demo/destroy.json")
    else { throw .internalError("The demonstration is not part of this build.") }
    return DemoStage.Files(configuration: configuration, policy: policy, recordedPlan: plan)
}

/// The name of a terraform on `PATH` that is not this tool under another name.
private func findTerraform(_ environment: Environment) throws -> String? {
    let tool = try Executable.current()
    return ["terraform", "tofu"].first { name in
        Executable.all(named: Array(name.utf8), inPath: environment["PATH"] ?? [])
            .contains { $0.identity != tool.identity && !$0.isGuard }
    }
}

/// What the demonstration's terraform and its guard are started with.
///
/// Nothing that leads terraform elsewhere, and no signals of an agent or a pipeline: what is shown
/// is a script without a terminal.
private func demoEnvironment(_ environment: Environment) -> Environment {
    var kept = Environment()
    for name in ["PATH", "HOME", "LANG", "TMPDIR"] {
        if let value = environment[name] { kept.set(name, to: value) }
    }
    kept.set("CHECKPOINT_DISABLE", to: Array("1".utf8))
    return kept
}

/// The tool that the demonstration runs: a copy of this one, which keeps a record of its own.
///
/// What is only shown is nothing that this user has applied. Where no copy can be run (`noexec`, a
/// signature that covers its last bytes), it is this one.
private func demoTool(
    in folder: FilePath, _ environment: inout Environment
) throws -> FilePath {
    let tool = try Executable.current()
    let copy = folder.appending(try fileName("tfguard"))
    do throws(SystemError) {
        let bytes = try readFile(tool.realPath, limit: largestTool) + Array(testMark.utf8)
        try FileDescriptor.create(copy, permissions: 0o700).write(bytes)
        let run = try capture(
            Command(copy, ["-version"], environment: environment, directory: folder),
            limit: largestOutput)
        guard run.termination == .exited(0) else { return tool.path }
    } catch {
        return tool.path
    }
    environment.set(
        testRecordVariable, to: folder.appending(try fileName("record")).bytes)
    return copy
}

/// Larger than any build of this tool.
private let largestTool = 512 << 20

private func put(_ bytes: [UInt8], at name: String, in folder: FilePath) throws {
    let path = folder.appending(try fileName(name))
    try? path.remove()
    try FileDescriptor.create(path).write(bytes)
}

private func fileName(_ name: String) throws(Refusal) -> FilePath {
    guard let path = FilePath(name) else { throw .internalError("\"\(name)\" names no file.") }
    return path
}
