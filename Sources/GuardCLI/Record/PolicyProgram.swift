import Diagnostics
import GuardCore
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

/// A program that the policy names for the record: `audit.command`, `audit.sync`, `identity`.
///
/// A name without a slash is looked up in the folders of the system alone: the caller's `PATH` would
/// let the caller choose the program. For an agent, or a script that nobody watches, it is run as an
/// evidence program is: only where root alone could have written it, and in surroundings that whoever
/// asks has not made.
struct PolicyProgram: Sendable {
    let words: [String]
    let environment: Environment
    let actors: WordSet<Actor>

    private var isForMachine: Bool { !actors.isSubset(of: [.human, .ci]) }

    /// Runs it, and lets it disturb nothing.
    func run(
        with arguments: [String] = [], input: [UInt8] = [], within duration: Duration
    ) -> ProgramRun {
        let name = words.first ?? ""
        let program: Executable?
        if name.contains("/") {
            program = FilePath(name).flatMap { try? Executable(at: $0) }
        } else {
            program = Executable.all(named: Array(name.utf8), inPath: systemFolders).first
        }
        guard let program else { return .failed("\(name) is not there, or cannot be run") }
        do throws(SystemError) {
            var surroundings = environment.withoutStartupFiles
            if isForMachine {
                let trusted = EvidenceSurroundings(
                    environment: environment, directory: try FilePath.currentDirectory())
                if let file = trusted.firstReplaceable(program.path, words.dropFirst()) {
                    return .failed("\(file) could have been changed by whoever asks")
                }
                surroundings = trusted.hardened
            }
            let command = Command(
                program.path, Array(words.dropFirst()) + arguments, environment: surroundings)
            let run = try runBounded(command, input: input, limit: 1 << 20, within: duration)
            let said = TerminalText.printable(Array(run.error.split(separator: 0x0a).last ?? []))
            let how =
                run.termination.map { "\(name) ended with status \($0.exitStatus)" }
                ?? "\(name) took longer than \(duration.components.seconds) seconds"
            return ProgramRun(
                termination: run.termination, output: run.output,
                words: said.isEmpty ? how : "\(how): \(said)")
        } catch {
            return .failed("\(error)")
        }
    }
}

extension ProgramRun {
    fileprivate static func failed(_ words: String) -> ProgramRun {
        ProgramRun(termination: nil, output: [], words: words)
    }
}
