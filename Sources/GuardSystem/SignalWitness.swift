import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A process that stands beside a guarded child, gets every interrupt that is aimed at more than
/// one process, and tells which it got.
///
/// `ForegroundChild.swift` says what it is for. It is a copy of this process that has let go of
/// everything, keeps still, and looks from outside as the child does: the same group, session,
/// control group, parent and environment, and the same name in a list of processes; so that whoever
/// picks processes by any of these picks both or neither. It ends when this process does, however
/// that comes about.
struct SignalWitness: ~Copyable {
    private let process: Int32
    private let reports: FileDescriptor
    /// Held open: the witness ends when nobody does.
    private let lifeline: FileDescriptor

    /// Starts it, with the looks of the command's child to be.
    init(lookingLike command: Command) throws(SystemError) {
        let (reports, report) = try rawPipe()
        let reportEnd = FileDescriptor(owning: report)
        let reportsEnd = FileDescriptor(owning: reports)
        let (end, lifeline) = try rawPipe()
        let endOfLifeline = FileDescriptor(owning: end)
        let ourLifeline = FileDescriptor(owning: lifeline)

        let line = Array(command.arguments.map { $0 + [0] }.joined())
        // SAFETY: a C string, and as many bytes as are said.
        let process = unsafe withCString(command.executable.lastComponent) { name in
            unsafe line.withUnsafeBytes { line in
                unsafe cguard_start_witness(
                    reportEnd.number, endOfLifeline.number, name,
                    line.bindMemory(to: CChar.self).baseAddress, line.count)
            }
        }
        guard process != -1 else { throw .last(.start, "the witness of signals") }
        self.reports = reportsEnd
        self.lifeline = ourLifeline
        self.process = process
        // The witness has its own; while we had one, its death would not end what we read.
        _ = consume reportEnd
        // It says zero once it is ready; from then on nothing escapes it.
        _ = takeSignals(from: descriptor)
    }

    deinit {
        // Where it cannot be killed it ends by itself, with its lifeline.
        guard kill(process, SIGKILL) == 0 else { return }
        var status: Int32 = 0
        // SAFETY: one number is there to be filled.
        _ = uninterrupted { unsafe waitpid(process, &status, 0) }
    }

    /// Becomes readable when it has got an interrupt.
    var descriptor: Int32 { reports.number }

    /// Interrupts it has got and not told before.
    func take() -> [Int32] { takeSignals(from: descriptor).filter { $0 != 0 } }
}
