import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// `tfguard demo`: shows a destroy being stopped, in a private folder that is removed afterwards.
///
/// - Returns: the exit status.
/// - Throws: a refusal where the machine does not let it, or where the guard did not hold.
func runDemo(_ environment: Environment) throws(Refusal) -> Int32 {
    let console = Console(.output, environment: environment)
    guard let configuration = EmbeddedFiles.bytes(of: "demo/main.tf"),
        let policy = EmbeddedFiles.bytes(of: "demo/tfguard.hcl"),
        let recorded = EmbeddedFiles.bytes(of: "demo/destroy.json")
    else { throw .internalError("The demonstration's files are not in the binary.") }

    PrivateFolder.sweep()
    let folder = try refusing { () throws(SystemError) in try PrivateFolder() }
    let place = folder.path
    let ours = try refusing { () throws(SystemError) in try Executable.current() }
    let program = try? TerraformProgram(.named("terraform"), path: environment["PATH"] ?? [])
    let inner = demoEnvironment(environment)
    let size = console.stream.isTerminal ? (try? Terminal())?.size : nil

    let stage = DemoStage(
        files: DemoStage.Files(
            configuration: configuration, policy: policy, recordedPlan: recorded),
        hasTerraform: program != nil,
        size: TerminalSize(columns: size?.columns ?? 80, rows: size?.rows ?? 24),
        style: console.style,
        write: { name, bytes in
            guard let name = FilePath(name) else { return }
            try FileDescriptor.create(place.appending(name)).write(bytes)
        },
        tfguard: { arguments, input in
            let command = Command(
                ours.path, arguments, environment: inner, directory: place)
            let run = try runWith(input, command)
            return DemoStage.Outcome(
                status: run.termination.exitStatus, output: run.output, errors: run.error)
        },
        judge: { bytes in
            var source = ArraySource(bytes: bytes[...])
            let plan = try readPlanText(from: &source, name: "the demonstration's plan")
            let file = SourceFile(name: "tfguard.hcl", bytes: policy)
            let verdict = judge(
                plan, under: try loadDemoPolicy(file, at: place),
                facts: RunFacts(
                    actors: [.human], workspace: "default",
                    directory: ByteString(bytes: place.bytes)))
            guard let challenge = Challenge(for: verdict) else {
                throw Refusal.internalError("The demonstration's destroy asks for nothing.")
            }
            return (verdict, challenge)
        },
        say: { console.write($0) })
    do {
        try demo(on: stage)
    } catch let refusal as Refusal {
        throw refusal
    } catch let failure as DemoFailure {
        throw Refusal(
            .internalError, "The demonstration went wrong",
            "\"\(failure.command)\" ended with status \(failure.outcome.status): "
                + TerminalText.printable(failure.outcome.errors))
    } catch {
        throw .system("\(error)")
    }
    return ExitStatus.success.rawValue
}

/// The caller's environment without what would lead the demonstration's terraform elsewhere, and
/// without signals of an agent or a pipeline: a script without a terminal is what is shown.
private func demoEnvironment(_ environment: Environment) -> Environment {
    var kept = Environment()
    for name in ["PATH", "HOME", "LANG", "TMPDIR"] {
        if let value = environment[name] { kept.set(name, to: value) }
    }
    kept.set("CHECKPOINT_DISABLE", to: Array("1".utf8))
    return kept
}

private func loadDemoPolicy(_ file: SourceFile, at place: FilePath) throws(Refusal) -> Policy {
    try policy(
        adding: [
            PolicySource(
                layer: .project, file: file, directory: ByteString(bytes: place.bytes))
        ]
    ).policy
}

/// Bytes as the reader of plans wants them.
private struct ArraySource: ByteSource {
    var bytes: ArraySlice<UInt8>

    mutating func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
        let count = min(buffer.count, bytes.count)
        for (index, byte) in bytes.prefix(count).enumerated() { buffer[index] = byte }
        bytes = bytes.dropFirst(count)
        return count
    }
}

/// Runs a program without a terminal, with these bytes on its standard input.
private func runWith(_ input: [UInt8], _ command: Command) throws(SystemError) -> CapturedRun {
    let folder = try PrivateFolder()
    let answers = try FileDescriptor.create(folder.path.appending("answers"))
    try answers.write(input)
    try answers.rewind()
    return try capture(command, input: .descriptor(answers.number), limit: 16 << 20)
}
