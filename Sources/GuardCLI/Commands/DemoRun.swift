import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// Runs the demonstration on this machine, in a private folder that is gone afterwards.
///
/// - Throws: a refusal where a step did not go as it must.
func runDemo(
    environment: Environment, size: TerminalSize, style: TextStyle,
    say: @escaping (String) -> Void
) throws(Refusal) {
    do {
        let folder = try PrivateFolder()
        try demo(
            on: DemoStage(
                files: embeddedDemo(), terraform: findTerraform(environment), size: size,
                style: style, in: folder.path, environment: environment, say: say))
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
    fileprivate init(
        files: Files, terraform: String?, size: TerminalSize, style: TextStyle, in folder: FilePath,
        environment: Environment, say: @escaping (String) -> Void
    ) throws {
        let tool = try Executable.current()
        let environment = demoEnvironment(environment)
        self.init(
            files: files, terraform: terraform, size: size, style: style,
            write: { name, bytes in try put(bytes, at: name, in: folder) },
            tfguard: { arguments, input in
                let name = "input"
                try put(input, at: name, in: folder)
                let file = try FileDescriptor.open(try path(name, in: folder))
                var command = Command(
                    tool.path, arguments, environment: environment, directory: folder)
                // A script has no terminal that anybody could type at.
                command.startsSession = true
                let run = try capture(
                    command, input: .descriptor(file.number), limit: largestOutput)
                return Outcome(
                    status: run.termination.exitStatus, output: run.output, errors: run.error)
            },
            judge: { bytes in
                var source = RecordedSource(bytes: bytes)
                let plan = try readPlan(from: &source)
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

private func embeddedDemo() throws(Refusal) -> DemoStage.Files {
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
            .contains { $0.identity != tool.identity }
    }
}

/// The caller's environment without what would lead terraform away from the demo's folder.
private func demoEnvironment(_ environment: Environment) -> Environment {
    var environment = environment
    for prefix in ["TF_", "TOFU_", "COMP_"] { environment.remove(prefix: prefix) }
    environment.set("CHECKPOINT_DISABLE", to: Array("1".utf8))
    return environment
}

private func put(_ bytes: [UInt8], at name: String, in folder: FilePath) throws {
    let path = try path(name, in: folder)
    try? path.remove()
    try FileDescriptor.create(path).write(bytes)
}

private func path(_ name: String, in folder: FilePath) throws(Refusal) -> FilePath {
    guard let name = FilePath(name) else { throw .internalError("\"\(name)\" names no file.") }
    return folder.appending(name)
}
