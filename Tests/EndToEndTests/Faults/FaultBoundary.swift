import Foundation
import TestSupport

/// One system call that tfguard itself makes during a guarded apply: where a fault can be put in.
///
/// strace(1) counts the calls of a process by their names, and injects at the one that is asked for.
/// Without `-f` it follows tfguard alone: terraform and the witness of signals are left in peace.
struct FaultBoundary: CustomStringConvertible, Sendable {
    /// The call's name: `openat`.
    let call: String
    /// It is this one of its name, the first being 1.
    let number: Int
    /// As strace prints it.
    let line: String

    var description: String { "\(call) number \(number), \(line)" }

    /// The errors that this call may well end with.
    var errors: [String] {
        // A write of one byte is a signal's number on its way through a pipe of ours (pipe(7)).
        if call == "write", line.contains(", 1) ") { return ["EINTR"] }
        return Self.errors[call] ?? []
    }

    /// Those of each call that strace can tell as they are.
    ///
    /// It does not carry out the call that it lets fail, and a close that fails has closed (close(2)):
    /// so none of close. Memory that is not there ends a Swift program at once and by a signal: that
    /// is a kill, of which there are enough.
    private static let errors: [String: [String]] = [
        "openat": ["EIO", "EMFILE", "EACCES", "EINTR", "ENOSPC"],
        "read": ["EIO", "EINTR"], "pread64": ["EIO", "EINTR"],
        "write": ["ENOSPC", "EIO", "EINTR"], "fsync": ["EIO", "ENOSPC", "EINTR"],
        "ftruncate": ["EIO"], "rename": ["EIO", "ENOSPC"], "unlink": ["EIO"],
        "unlinkat": ["EIO"], "rmdir": ["EIO"], "mkdir": ["ENOSPC", "EACCES"],
        "fchmod": ["EIO"], "flock": ["EINTR", "EIO", "ENOLCK"],
        "newfstatat": ["EIO", "EACCES"], "fstat": ["EIO"], "statfs": ["EIO"],
        "readlink": ["EIO"], "faccessat2": ["EIO"], "getdents64": ["EIO"], "getcwd": ["EIO"],
        "lseek": ["EIO"], "memfd_create": ["EMFILE", "ENOSYS"], "fcntl": ["EINTR", "EPERM"],
        "pipe2": ["EMFILE"], "clone": ["EAGAIN"], "clone3": ["EAGAIN"], "vfork": ["EAGAIN"],
        "wait4": ["EINTR", "ECHILD"], "poll": ["EINTR", "EIO"], "kill": ["EPERM"],
        "prctl": ["EPERM"], "getrandom": ["EINTR"], "ioctl": ["EIO"],
    ]
}

/// A small stack in front of which tfguard is run, with or without a fault.
///
/// The plan creates one resource and deletes another, and the policy lets it pass or blocks it.
struct FaultyRun {
    let project: TerraformProject
    private let before: [UInt8]

    static let blockingPolicy = """
        rule "nothing-goes" {
          actions  = ["delete"]
          decision = "block"
        }
        """

    init(policy: String? = nil) throws {
        project = try TerraformProject.applied(
            databases: ["old": "old", "kept": "kept"], policy: policy)
        try project.write(
            TerraformProject.configuration(["new": "new", "kept": "kept"]), to: "main.tf")
        before = project.read("terraform.tfstate") ?? []
    }

    /// Applies under strace.
    ///
    /// What terraform and tfguard say goes to files: terraform outlives a killed tfguard, and a pipe
    /// that nobody reads any more would end it.
    ///
    /// - Parameter injection: as strace's `-e inject=` has it; nil for none.
    /// - Returns: how tfguard ended, and what it said to standard error.
    /// - Throws: where strace does not end.
    func apply(injecting injection: String? = nil) throws -> (status: ExitStatus, errors: String) {
        var tracing = ["-o", project.base.path("trace")]
        if let injection {
            let call = String(injection.prefix { $0 != ":" })
            tracing += ["-e", "trace=\(call)", "-e", "inject=\(injection)"]
        }
        let ended = try run(
            "/bin/sh",
            ["-c", "exec \"$@\" > ../output 2> ../errors", "sh", Requirement.strace.path()]
                + tracing + [ToolUnderTest.path(), "terraform", "apply", "-auto-approve"],
            environment: project.environment, directory: project.directory, timeout: 120)
        return (ended.status, plainText(text("errors")))
    }

    private func text(_ name: String) -> String {
        String(decoding: project.base.read(name) ?? [], as: UTF8.self)
    }

    /// Every call that tfguard made since it started to be tfguard: what the loader and the runtime
    /// did before is not its own.
    func boundaries() -> [FaultBoundary] {
        var counts: [String: Int] = [:]
        var isOwn = false
        var found: [FaultBoundary] = []
        for line in text("trace").split(separator: "\n") {
            guard let end = line.firstIndex(of: "("), line.first?.isLetter ?? false else {
                continue
            }
            let call = String(line[..<end])
            counts[call, default: 0] += 1
            // The first thing it does: no core file shall hold what a plan says.
            if call == "prctl" { isOwn = true }
            guard isOwn, call != "exit_group" else { continue }
            found.append(
                FaultBoundary(
                    call: call, number: counts[call] ?? 0, line: String(line.prefix(100))))
        }
        return found
    }

    /// Whether terraform has applied.
    var hasApplied: Bool { project.read("terraform.tfstate") != before }

    /// The kinds of the record's lines.
    var record: [String] {
        (try? project.record().compactMap { $0["kind"] as? String }) ?? []
    }

    /// Waits until nothing runs any more that was started in the stack's folder.
    func waitForTerraform() throws {
        let deadline = Date(timeIntervalSinceNow: 120)
        while !project.processes.isEmpty {
            guard Date() < deadline else {
                throw TestSupportError("still running: \(project.processes)")
            }
            usleep(10_000)
        }
    }

    /// What is wrong with what the run has left: the record, the state, its lock, the next run.
    func aftermath() throws -> [String] {
        var wrong: [String] = []
        let kinds = record
        if hasApplied, !kinds.contains("intent") { wrong.append("applied without an intent") }
        if project.read(".terraform.tfstate.lock.info") != nil { wrong.append("a lock is left") }
        if !kinds.isEmpty {
            let verified = try project.tfguard("log", "verify")
            if verified.status != .exited(0) {
                wrong.append("the log does not verify: \(verified)")
            }
        }
        try project.write(
            TerraformProject.configuration(["next": "next", "kept": "kept"]), to: "main.tf")
        let next = try project.tfguard(["terraform", "apply", "-auto-approve"], timeout: 120)
        guard next.status == .exited(0) else { return wrong + ["the next run: \(next)"] }
        let isOpen = kinds.last == "intent"
        if isOpen != plainText(next.errors).contains("An earlier run has no outcome") {
            wrong.append("after \(kinds) the next run says: \(next)")
        }
        let verified = try project.tfguard("log", "verify")
        if verified.status != .exited(0) { wrong.append("after the next run: \(verified)") }
        return wrong
    }
}

extension TerraformProject {
    /// The processes that are in the stack's folder, by what `/proc` says.
    fileprivate var processes: [String] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return numbers.filter { number in
            guard Int(number) != nil else { return false }
            let folder = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/\(number)/cwd")
            return folder == directory
        }
    }
}

/// Which faults are put in: all of them with `TFGUARD_FAULTS=all`, which takes minutes, else a sample
/// that is the same each time.
enum FaultSample {
    static let isWhole = ProcessInfo.processInfo.environment["TFGUARD_FAULTS"] == "all"

    /// The faults are shared out, so that they are tried beside each other.
    static let shares = 0..<4

    /// What an apply without a fault does.
    static let boundaries = Result {
        let run = try FaultyRun()
        let (status, errors) = try run.apply()
        guard status == .exited(0), run.record == ["intent", "outcome"] else {
            throw TestSupportError("without a fault: \(status), \(run.record)\n\(errors)")
        }
        return run.boundaries()
    }

    /// What one does that the policy blocks.
    static let boundariesOfBlocked = Result {
        let run = try FaultyRun(policy: FaultyRun.blockingPolicy)
        let (status, errors) = try run.apply()
        guard status == .exited(5) else {
            throw TestSupportError("without a fault: \(status)\n\(errors)")
        }
        return run.boundaries()
    }

    /// One share of a list of which every so manyth is tried.
    static func share<Fault>(_ number: Int, of all: [Fault], every step: Int) -> [Fault] {
        let sample = isWhole ? all : stride(from: 0, to: all.count, by: step).map { all[$0] }
        return stride(from: number, to: sample.count, by: shares.count).map { sample[$0] }
    }
}
