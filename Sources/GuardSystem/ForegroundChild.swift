// How an apply is run so that terraform sees exactly one interrupt.
//
// Terraform counts SIGINT and SIGTERM alike (`makeShutdownCh` in its commands.go). The first lets
// it finish what runs and save the state; the second makes it exit at once, with the state unsaved
// and perhaps the lock left. SIGHUP, which it does not handle, kills it.
//
//     who is interrupted                     us   terraform   so we
//     Ctrl-C: the terminal's group            x       x       keep still
//     kill -TERM -GROUP, timeout(1)           x       x       keep still
//     systemd, a CI that ends a whole tree    x       x       keep still, whichever comes first
//     kill US, a container's stop of pid 1    x               pass it on, once
//     kill TERRAFORM                                  x       know nothing
//
// What we are told of a signal does not tell these apart: the sender's number is the same for
// `kill US` and `kill -GROUP`, and whether terraform has got one can be seen nowhere. So there is a
// third process, the witness (`SignalWitness`), that stands where terraform stands. What it gets,
// terraform gets. After an interrupt we wait half a second: if the witness testifies to one, before
// or after, terraform has had it; if not, it was meant for us alone, and we pass it on. Whoever
// ends a whole tree takes milliseconds for it, and whoever asks for an end has seconds.
//
// We pass on at most one in a run, and none once the witness has got one: an impatient supervisor
// that asks us again must not cost the state. A person who wants terraform's hard exit presses
// Ctrl-C twice, as without us.
//
// Ruled out: a process group for terraform alone, made the terminal's foreground group. Ctrl-C
// would no longer end the script or the make around us, a killed guard would leave the terminal
// with a group that no shell knows, and ends of whole trees would still count twice. As it is,
// nothing about the terminal is ours to put back: Ctrl-Z stops and `fg` continues all of us, as
// the kernel does it for any job. Nor ptrace(2), which would see every signal, and would make
// terraform depend on us.
//
// SIGHUP is ignored by terraform because it inherits that from us (Go leaves an inherited SIG_IGN
// of SIGHUP alone: os/signal); a terminal that is closed during an apply does not stop it. If we
// are killed, terraform runs to its end: nothing ties it to us, its streams are our caller's.

import CGuard

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How a guarded child came to its end.
package struct ForegroundRun: Equatable, Sendable {
    package let termination: Termination
    /// It was asked to end, by whoever interrupted all of us or through us, or we were just before it
    /// ended.
    package let wasInterrupted: Bool
}

/// Runs a program that must not be disturbed, as if there were nothing around it.
///
/// Its output and error streams are ours. It has the `shared` descriptors under the same number as
/// we have them. Where it need not outlive its terminal, a hang-up ends it and us, as it would without
/// us.
///
/// - Throws: what the system refuses. Where `SystemError.operation` is `wait`, the program has been
///   started, and nobody knows how it ended; with every other it has not.
package func runInForeground(
    _ command: Command, input: ChildStream = .inherited, shared: [Int32] = [],
    outlivesTerminal: Bool = true
) throws(SystemError) -> ForegroundRun {
    precondition(input != .pipe, "nobody here would write to it")
    let watch = try SignalWatch([SIGINT, SIGTERM, SIGQUIT, SIGCHLD])
    let witness = try SignalWitness(lookingLike: command)
    let hangUpWasIgnored = !outlivesTerminal || cguard_ignore_signal(SIGHUP) == 1
    defer { if !hangUpWasIgnored { cguard_default_signal(SIGHUP) } }

    // Not started yet, it could not know of an interrupt that has come already.
    guard !watch.take().contains(where: isInterrupt) else {
        throw SystemError(.start, command.executable, code: EINTR)
    }
    let plan = try SpawnPlan(ChildDescriptors(input: input, shared: shared))
    let process = try plan.start(command)

    var interrupts = Interrupts()
    var testimony = witness.descriptor
    while true {
        // A look each second as well: no signal that got lost keeps us here for good.
        let ready = try? waitForInput(
            on: [watch.descriptor, testimony],
            until: interrupts.deadline ?? Deadline(after: .seconds(1)))
        if ready?[1] ?? false {
            if witness.take().isEmpty {
                // Somebody has killed it. A negative number is passed over by poll(2).
                testimony = -1
            } else {
                interrupts.childGotOne()
            }
        }
        let signals = ready?[0] ?? false ? watch.take() : []
        for signal in signals where isInterrupt(signal) { interrupts.weGot(signal) }
        if let signal = interrupts.takeDue() { kill(process, signal) }

        var status: Int32 = 0
        // It has been started: where nothing can be watched any more, its end is waited for.
        let options = ready == nil ? 0 : WNOHANG
        // SAFETY: one number is there to be filled.
        let result = uninterrupted { unsafe waitpid(process, &status, options) }
        guard result != -1 else { throw .last(.wait, command.executable) }
        if result == process {
            return ForegroundRun(
                termination: Termination(waitStatus: status),
                wasInterrupted: interrupts.childHasHadOne || interrupts.deadline != nil
                    || watch.take().contains(where: isInterrupt))
        }
    }
}

private func isInterrupt(_ signal: Int32) -> Bool { signal == SIGINT || signal == SIGTERM }

/// Decides which interrupt is passed on.
struct Interrupts {
    /// Terraform has had one, from others or from us.
    private(set) var childHasHadOne = false
    /// One that we got, and until when the witness may say that terraform got it too.
    private var pending: (signal: Int32, deadline: Deadline)?
    private let patience: Duration

    init(patience: Duration = .milliseconds(500)) {
        self.patience = patience
    }

    var deadline: Deadline? { pending?.deadline }

    mutating func weGot(_ signal: Int32) {
        guard !childHasHadOne, pending == nil else { return }
        pending = (signal, Deadline(after: patience))
    }

    mutating func childGotOne() {
        childHasHadOne = true
        pending = nil
    }

    /// What is to be passed on now.
    mutating func takeDue() -> Int32? {
        guard let (signal, deadline) = pending, deadline.hasPassed else { return nil }
        childGotOne()
        return signal
    }
}
