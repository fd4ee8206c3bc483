import Foundation
import TestSupport
import Testing

@testable import GuardSystem

@Suite struct ChildProcessTests {
    private func shell(_ script: String) -> Command {
        Command(
            "/bin/sh", ["-c", script],
            environment: Environment(entries: [Array("PATH=/usr/bin:/bin".utf8)]))
    }

    @Test(arguments: [("exit 0", 0), ("exit 7", 7), ("exit 255", 255)])
    func `tells the exit status`(script: String, status: Int32) throws {
        var child = try ChildProcess(shell(script))
        #expect(try child.wait() == .exited(status))
        #expect(try child.wait() == .exited(status), "asked again")
    }

    @Test func `tells the signal that ended it`() throws {
        // The one that no test runner blocks for its children.
        var child = try ChildProcess(shell("kill -KILL $$"))
        #expect(try child.wait() == .signalled(SIGKILL))
        #expect(Termination.signalled(SIGTERM).exitStatus == 143)
    }

    @Test func `says that there is no such program`() {
        #expect(throws: SystemError(.start, "/no/such", code: ENOENT)) {
            _ = try ChildProcess(Command("/no/such", [], environment: Environment()))
        }
    }

    @Test func `what is not done in time is ended, and refused as late`() throws {
        #expect(throws: SystemError(.wait, "/bin/sh", code: ETIMEDOUT)) {
            try capture(shell("echo a; exec sleep 1000"), limit: 100, within: .milliseconds(50))
        }
    }

    @Test func `captures both streams, however much is said on either`() throws {
        let run = try capture(
            shell("head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero; echo end; echo end >&2"),
            limit: 1 << 20)
        #expect(run.termination == .exited(0))
        #expect(run.output.count == 300_004)
        #expect(run.error.count == 300_004)
    }

    @Test func `ends a program that says too much`() throws {
        let start = Date()
        #expect(throws: SystemError(.read, "/bin/sh", code: EFBIG)) {
            try capture(shell("exec cat /dev/zero"), limit: 100_000)
        }
        #expect(Date().timeIntervalSince(start) < 10)
    }

    @Test func `keeps as much of its errors as is asked for`() throws {
        let run = try capture(shell("echo abcdefgh >&2; echo out"), limit: 6)
        #expect(run.error == Array("abcdef".utf8))
        #expect(run.output == Array("out\n".utf8))
    }

    @Test func `reads nothing unless it is given something`() throws {
        let run = try capture(shell("cat; echo end"), limit: 100)
        #expect(run.output == Array("end\n".utf8))
    }

    @Test func `writes to its input and reads from its output`() throws {
        var child = try ChildProcess(
            shell("cat; echo error >&2"),
            descriptors: ChildDescriptors(input: .pipe, output: .pipe, error: .null))
        do {
            let input = child.takeInput()
            try input?.write(Array("text".utf8))
        }
        let again = child.takeInput()?.number
        #expect(again == nil)
        let output = try child.takeOutput()?.readAll(limit: 100)
        #expect(output == Array("text".utf8))
        #expect(try child.wait() == .exited(0))
    }

    @Test func `gets the environment it is given and no other`() throws {
        let command = Command(
            "/usr/bin/env", [],
            environment: Environment(entries: [Array("A=1".utf8), Array("B=\u{FC} x".utf8), [0xff]])
        )
        let run = try capture(command, limit: 1000)
        #expect(run.output == Array("A=1\nB=ü x\n".utf8) + [0xff, 0x0a])
    }

    @Test func `works where it is told`() throws {
        let folder = try TemporaryDirectory()
        let run = try capture(
            Command("/bin/pwd", [], environment: Environment(), directory: FilePath(folder.path)),
            limit: 1000)
        #expect(run.output == Array("\(folder.path)\n".utf8))
        #expect(throws: SystemError.self) {
            try capture(
                Command("/bin/pwd", [], environment: Environment(), directory: "/no/such"),
                limit: 1000)
        }
    }

    @Test func `is called what it is told`() throws {
        let command = Command(
            "/bin/sh",
            arguments: ["name", "-c", "echo $0; echo $1", "zero", "\u{FC}"].map { Array($0.utf8) },
            environment: Environment())
        #expect(try capture(command, limit: 100).output == Array("zero\nü\n".utf8))
    }

    @Test func `streams may be one another's numbers`() throws {
        // Output and error change places: a naive copy would make both the same.
        let folder = try TemporaryDirectory()
        let script = "\(try Probe.path()) arguments x"
        let run = try capture(shell("\(script) 3>&1 1>&2 2>&3"), limit: 100)
        #expect(run.error == Array("78\n".utf8))
        _ = folder
    }

    @Test func `is ended when nobody waits for it`() throws {
        let process: Int32
        do {
            let child = try ChildProcess(shell("exec sleep 60"))
            process = child.processID
        }
        #expect(kill(process, 0) == -1 && errno == ESRCH)
    }

    @Test func `is ended although it does not listen`() throws {
        let folder = try TemporaryDirectory()
        let process: Int32
        do {
            let child = try ChildProcess(
                shell("trap '' TERM; : > \(folder.path("deaf")); while :; do sleep 0.05; done"))
            process = child.processID
            try eventually("it is deaf") { folder.read("deaf") != nil }
        }
        #expect(kill(process, 0) == -1 && errno == ESRCH)
    }

    @Test func `can be waited for although the caller ignores the ends of children`() throws {
        let result = try run(
            "/bin/sh", ["-c", "trap '' CHLD; exec \(Probe.path()) foreground /bin/sh -c 'exit 5'"],
            environment: Probe.environment)
        #expect(result.status == .exited(5))
    }

    // MARK: Becoming another program

    @Test func `becomes another program with the same process number`() throws {
        let result = try run(
            "/bin/sh",
            ["-c", "echo $$; exec \(Probe.path()) replace /bin/sh -c 'echo $$; exit 9'"],
            environment: Probe.environment)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == lines[1])
        #expect(result.status == .exited(9))
    }

    @Test func `says that it cannot become what is not there`() throws {
        let result = try run(
            Probe.path(), ["replace", "/no/such"], environment: Probe.environment)
        #expect(result.status == .exited(70))
        #expect(result.output == "Cannot run /no/such: No such file or directory.\n")
    }

    @Test(arguments: [("", "0"), ("trap '' PIPE;", "1")])
    func `hands on what the caller made of broken pipes`(before: String, ignored: String) throws {
        // Bit 12 of SigIgn is SIGPIPE: proc_pid_status(5).
        let script = "grep SigIgn /proc/self/status"
        let result = try run(
            "/bin/sh", ["-c", "\(before) exec \(Probe.path()) replace /bin/sh -c '\(script)'"],
            environment: Probe.environment)
        let mask = try #require(
            result.output.split(whereSeparator: \.isWhitespace).last.flatMap {
                UInt64($0, radix: 16)
            })
        #expect(String(mask >> 12 & 1) == ignored)
    }

    @Test func `arguments stay the bytes they are`() throws {
        let result = try run(
            "/bin/sh", ["-c", "exec \(Probe.path()) arguments \"$(printf '\\377\\303')\" '' ü"],
            environment: Probe.environment)
        #expect(result.output == "ffc3  c3bc\n")
    }
}
