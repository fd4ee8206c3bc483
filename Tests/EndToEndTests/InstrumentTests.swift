import Foundation
import TestSupport
import Testing

/// The instruments themselves: a test that relies on a terminal relies on these.
@Suite struct InstrumentTests {
    private let folder: TemporaryDirectory
    private let environment: ChildEnvironment

    init() throws {
        folder = try TemporaryDirectory()
        environment = ChildEnvironment(home: folder.path)
    }

    @Test func `a program that writes and reads more than a pipe holds does not stand still`()
        throws
    {
        let text = String(repeating: "0123456789abcdef", count: 65_536)
        let result = try run(
            "/bin/sh", ["-c", "tee /dev/stderr"], environment: environment, standardInput: text)
        #expect(result.status == .exited(0))
        #expect(result.output == text)
        #expect(result.errors == text)
    }

    @Test func `a program that takes too long is killed with what it has started`() throws {
        let mark = folder.path("still-alive")
        #expect(throws: TestSupportError.self) {
            try run(
                "/bin/sh", ["-c", "(sleep 1.5; touch \(mark)) & sleep 30"],
                environment: environment, timeout: 0.3)
        }
        Thread.sleep(forTimeInterval: 1.8)
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test func `a program has no terminal and nothing of the session's environment`() throws {
        let result = try run(
            "/bin/sh", ["-c", "env | cut -d= -f1 | sort; (: < /dev/tty) || echo none"],
            environment: environment)
        let names = Set(result.output.split(separator: "\n"))
        // The shell adds these three itself.
        #expect(
            names.subtracting(["PWD", "SHLVL", "_", "OLDPWD"])
                == [
                    "PATH", "HOME", "LANG", "TERM", "CHECKPOINT_DISABLE", "TFGUARD_TEST_RECORD",
                    "none",
                ])
    }

    @Test func `a status and a signal are told apart`() throws {
        #expect(
            try run("/bin/sh", ["-c", "exit 9"], environment: environment).status == .exited(9))
        #expect(
            try run("/bin/sh", ["-c", "kill -9 $$"], environment: environment).status
                == .killed(signal: SIGKILL))
    }

    @Test func `a terminal is the controlling one, has a size, and echoes what is typed`() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "stty size; printf 'word? ' >/dev/tty; read w </dev/tty; echo got=$w"],
            environment: environment, rows: 30, columns: 100)
        try terminal.expect("30 100")
        try terminal.expect("word? ")
        try terminal.type("über")
        try terminal.expect("got=über")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen == "30 100\nword? über\ngot=über\n")
    }

    @Test func `on a terminal, standard input may be a pipe`() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "read a; read b </dev/tty; echo $a-$b"], environment: environment,
            standardInput: "piped\n")
        try terminal.type("typed")
        try terminal.expect("piped-typed")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `control-C interrupts, and hanging up hangs up`() throws {
        // Not a shell: it catches the signal, and loses it while it starts a program.
        func startedCat() throws -> PseudoTerminal {
            let terminal = try PseudoTerminal("/bin/cat", environment: environment)
            try terminal.type("ready")
            try terminal.expect("ready\nready\n")
            return terminal
        }
        let interrupted = try startedCat()
        try interrupted.pressControlC()
        #expect(try interrupted.waitForExit() == .killed(signal: SIGINT))

        let abandoned = try startedCat()
        abandoned.hangUp()
        #expect(try abandoned.waitForExit() == .killed(signal: SIGHUP))
    }

    @Test func `what does not appear is a failure that shows the screen`() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "printf '\\033[1;31mno\\033[0m such luck'"], environment: environment)
        let failure = #expect(throws: TestSupportError.self) { try terminal.expect("yes") }
        #expect(failure?.description.contains("no such luck") == true)
        #expect(terminal.raw.starts(with: Array("\u{1B}[1;31mno".utf8)))
    }
}
