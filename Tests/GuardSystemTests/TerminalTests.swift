import Foundation
import TestSupport
import Testing

@testable import GuardSystem

/// What a person sees and does at the prompt, on a real terminal.
@Suite struct TerminalTests {
    private func prompt(
        _ arguments: String..., columns: UInt16 = 80, rows: UInt16 = 24
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            Probe.path(), ["read-line"] + (arguments.isEmpty ? ["20"] : arguments),
            environment: Probe.environment, rows: rows, columns: columns)
        try terminal.expect("> ")
        return terminal
    }

    private func hexadecimal(_ text: String) -> String {
        text.utf8.map { String(format: "%02x", $0) }.joined()
    }

    @Test(arguments: [
        ("courses-prod\r", "courses-prod"),
        ("courses-prod\n", "courses-prod"),
        ("\r", ""),
        ("cours\u{7F}ses\r", "courses"),
        ("cours\u{8}ses\r", "courses"),
        ("\u{7F}\u{7F}a\r", "a"),
        ("no\u{15}yes\r", "yes"),
        ("destroy 13\u{17}12\r", "destroy 12"),
        ("größe\u{7F}\u{7F}\u{7F}ün\r", "grün"),
        ("日本\u{7F}\r", "日"),
        // Cursor keys, function keys and Alt do nothing.
        ("ab\u{1B}[D\u{1B}[3~\u{1B}OPc\u{1B}xd\r", "abcd"),
        ("a\tb\u{0}c\u{4}\r", "abc"),
        // A precomposed letter and a composed one stay what they are.
        ("\u{E9}e\u{301}\r", "\u{E9}e\u{301}"),
    ])
    func `returns what was typed`(keys: String, line: String) throws {
        let terminal = try prompt()
        try terminal.send(keys)
        try terminal.expect("line \(hexadecimal(line)).")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `keeps bytes that are no text`() throws {
        let terminal = try prompt()
        try terminal.send(bytes: [0x61, 0xff, 0xc3, 0x62, 0x80, 0x0d])
        try terminal.expect("line 61ffc36280.")
    }

    @Test func `shows what is typed, and never a character that acts`() throws {
        let terminal = try prompt()
        try terminal.send("ü\u{202E}\u{9B}2Jx\r")
        try terminal.expect("ü\u{FFFD}\u{FFFD}2Jx")
        try terminal.expect("line ")
        #expect(!terminal.raw.contains(0x9b) || !terminal.screen.contains("\u{9B}"))
        #expect(!terminal.screen.contains("\u{202E}"))
    }

    @Test func `takes no key beyond the limit`() throws {
        let terminal = try prompt("20", "4")
        try terminal.send("abcdefg\r")
        try terminal.expect("line \(hexadecimal("abcd")).")
    }

    @Test(arguments: [
        "\u{1B}[200~courses-prod\u{1B}[201~\r", "cour\u{1B}[200~ses-prod\u{1B}[201~",
        "\u{1B}[200~two\rlines\r\u{1B}[201~", "\u{1B}[200~\u{1B}[201~",
    ])
    func `refuses a paste`(keys: String) throws {
        let terminal = try prompt()
        try terminal.send(keys)
        try terminal.expect("pasted.")
    }

    @Test func `asks for pastes to be marked while it reads, and not after`() throws {
        let terminal = try prompt()
        #expect(String(decoding: terminal.raw, as: UTF8.self).contains("\u{1B}[?2004h"))
        #expect(!String(decoding: terminal.raw, as: UTF8.self).contains("\u{1B}[?2004l"))
        try terminal.type("x")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(String(decoding: terminal.raw, as: UTF8.self).contains("\u{1B}[?2004l"))
    }

    @Test func `ends at Ctrl-D on an empty line only`() throws {
        let terminal = try prompt()
        try terminal.send("a\u{4}\u{7F}\u{4}")
        try terminal.expect("endOfInput.")
    }

    @Test func `takes Ctrl-C for no`() throws {
        let terminal = try prompt()
        try terminal.send("courses")
        try terminal.pressControlC()
        try terminal.expect("interrupted.")
    }

    @Test func `takes Ctrl-C for no where the caller ignores it`() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "trap '' INT QUIT; exec \"$0\" read-line 20", Probe.path()],
            environment: Probe.environment)
        try terminal.expect("> ")
        try terminal.pressControlC()
        try terminal.expect("interrupted.")
    }

    /// The kernel throws typed keys away with Ctrl-C, also those it has just announced.
    @Test func `takes Ctrl-C for no, however quickly it follows other keys`() throws {
        for _ in 0..<40 {
            let terminal = try prompt("10")
            for _ in 0..<20 { try terminal.send("c") }
            try terminal.pressControlC()
            try terminal.expect("interrupted.", within: 9)
        }
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGQUIT])
    func `takes a request to end for no`(signal: Int32) throws {
        let terminal = try prompt()
        kill(terminal.processID, signal)
        try terminal.expect("interrupted.")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `takes a hang-up for no`() throws {
        let terminal = try prompt()
        terminal.hangUp()
        // There is no terminal left to say it on; it ends all the same.
        #expect(try terminal.waitForExit(within: 5) == .exited(0))
    }

    @Test func `ends when its time is over, however much is typed`() throws {
        let terminal = try prompt("1")
        let start = Date()
        for _ in 0..<4 {
            try terminal.send("x")
            usleep(200_000)
        }
        try terminal.expect("timedOut.")
        let took = Date().timeIntervalSince(start)
        #expect(took > 0.7 && took < 5)
    }

    @Test func `drops what was typed before the prompt`() throws {
        // `sleep` has the terminal first; what is typed meanwhile waits.
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "echo ready; sleep 1; exec \(Probe.path()) read-line 10"],
            environment: Probe.environment)
        try terminal.expect("ready")
        try terminal.send("yes\r")
        try terminal.expect("> ")
        try terminal.send("no\r")
        try terminal.expect("line \(hexadecimal("no")).")
    }

    @Test(arguments: [["x\r"], ["\u{3}"], ["\u{4}"], ["\u{1B}[200~x\u{1B}[201~"], []])
    func `leaves the terminal's modes as they were`(keys: [String]) throws {
        let terminal = try PseudoTerminal(
            "/bin/sh",
            [
                "-c",
                "trap : INT; stty -g; \(Probe.path()) read-line 1; stty -g; stty intr ^X; stty -g",
            ],
            environment: Probe.environment)
        try terminal.expect("> ")
        for key in keys { try terminal.send(key) }
        #expect(try terminal.waitForExit() == .exited(0))
        let modes = terminal.screen.split(separator: "\n").filter {
            $0.filter { $0 == ":" }.count > 10
        }
        try #require(modes.count == 3)
        #expect(modes[0] == modes[1])
        #expect(modes[1] != modes[2], "the comparison would see a difference")
    }

    @Test func `gives the terminal back while it is stopped, and goes on after`() throws {
        // A shell with job control: Ctrl-Z gives its prompt, `fg` goes on.
        let terminal = try PseudoTerminal(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            environment: Probe.environment.setting(["PS1": "sh$ "]))
        try terminal.expect("sh$ ")
        try terminal.type("\(Probe.path()) read-line 20")
        try terminal.expect("> ")
        try terminal.send("cour")
        try terminal.expect("cour")
        try terminal.send("\u{1A}")
        try terminal.expect("Stopped")
        try terminal.type("stty -a | grep -o -w -e '-*icanon' | sed s/^/mode:/")
        try terminal.expect("mode:icanon")
        try terminal.type("fg")
        try terminal.expect("> cour")
        try terminal.send("ses\r")
        try terminal.expect("line \(hexadecimal("courses")).")
        try terminal.type("exit")
    }

    @Test func `knows the terminal's size, and what to take for it where there is none`() throws {
        let known = try PseudoTerminal(
            Probe.path(), ["read-line", "5"], environment: Probe.environment, rows: 50,
            columns: 132)
        try known.expect("size 132x50")
        let unknown = try PseudoTerminal(
            Probe.path(), ["read-line", "5"], environment: Probe.environment, rows: 0, columns: 0)
        try unknown.expect("size 80x24")
    }

    @Test func `knows that it is in the foreground`() throws {
        let terminal = try prompt()
        #expect(terminal.screen.contains("in the foreground"))
    }

    @Test func `says that there is no terminal`() throws {
        let result = try run(
            Probe.path(), ["read-line", "5"], environment: Probe.environment,
            standardInput: "yes\n")
        #expect(result.status == .exited(70))
        #expect(result.output == "Cannot open /dev/tty: No such device or address.\n")
    }
}
