import Diagnostics
import GuardSystem

/// Where programs are looked up in the place of the caller's `PATH`, which would let the caller choose
/// them.
let systemFolders = Array("/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/opt/homebrew/bin".utf8)

/// How a program that the policy names came to its end.
struct ProgramRun: Equatable, Sendable {
    /// Nil where it did not start, or did not end in time.
    let termination: Termination?
    let output: [UInt8]
    /// Why it is no success, in a few words for people.
    let words: String
}

/// Runs a program that the policy names, and lets it disturb nothing.
///
/// A name without a slash is looked up in the folders of the system alone: the caller's `PATH` would
/// let the caller choose the program.
func runProgram(
    _ words: [String], input: [UInt8], _ environment: Environment, within duration: Duration
) -> ProgramRun {
    let name = words.first ?? ""
    let program: Executable?
    if name.contains("/") {
        program = FilePath(name).flatMap { try? Executable(at: $0) }
    } else {
        program = Executable.all(named: Array(name.utf8), inPath: systemFolders).first
    }
    guard let program else {
        return ProgramRun(
            termination: nil, output: [], words: "\(name) is not there, or cannot be run")
    }
    let command = Command(
        program.path, Array(words.dropFirst()), environment: environment.withoutStartupFiles)
    do throws(SystemError) {
        let run = try runBounded(command, input: input, limit: 1 << 20, within: duration)
        let said = TerminalText.printable(Array(run.error.split(separator: 0x0a).last ?? []))
        let how =
            run.termination.map { "\(name) ended with status \($0.exitStatus)" }
            ?? "\(name) took longer than \(duration.components.seconds) seconds"
        return ProgramRun(
            termination: run.termination, output: run.output,
            words: said.isEmpty ? how : "\(how): \(said)")
    } catch {
        return ProgramRun(termination: nil, output: [], words: "\(error)")
    }
}
