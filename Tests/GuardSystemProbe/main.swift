// What the tests of GuardSystem have to see from outside, in a process of its own: it has a
// terminal, gets signals, and ends.
//
//     GuardSystemProbe read-line SECONDS [LIMIT]   what is typed after "> ", as hexadecimal
//     GuardSystemProbe take-turn FOLDER MILLISECONDS
//                                                  waits for the terminal, then reads a line
//     GuardSystemProbe foreground PROGRAM [ARG …]  runs it guarded, and says how it ended
//     GuardSystemProbe seal FILE                   seals a copy, and keeps it until input ends
//     GuardSystemProbe folder                      makes a private folder, likewise
//     GuardSystemProbe replace PROGRAM [ARG …]     becomes it
//     GuardSystemProbe forbid-dumps                who owns /proc/self before and after
//     GuardSystemProbe arguments [ARG …]           what it was started with, as hexadecimal

import Foundation
import GuardSystem

func say(_ text: String) {
    try? StandardStream.output.write(Array("\(text)\n".utf8))
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String(format: "%02x", $0) }.joined()
}

func waitForEndOfInput() {
    _ = try? StandardStream.input.readAll(limit: 1 << 20)
}

func command(_ arguments: ArraySlice<[UInt8]>) throws -> Command {
    let vector = Array(arguments)
    guard let name = vector.first, let path = FilePath(bytes: name) else {
        throw CocoaError(.fileNoSuchFile)
    }
    return Command(path, arguments: vector, environment: .current())
}

func readLine(seconds: Int, limit: Int) throws {
    let terminal = try Terminal()
    say("size \(terminal.size.columns)x\(terminal.size.rows)")
    say(terminal.isForeground ? "in the foreground" : "in the background")
    let typed = try terminal.readLine(
        prompt: Array("first line\n> ".utf8), limit: limit, timeout: .seconds(seconds))
    switch typed {
    case .line(let bytes): say("line \(hexadecimal(bytes)).")
    case .pasted, .endOfInput, .interrupted, .timedOut, .hungUp: say("\(typed).")
    }
}

func takeTurn(below folder: FilePath, milliseconds: Int) throws {
    let terminal = try Terminal()
    let turn = try TerminalTurn.take(
        at: terminal, within: .milliseconds(milliseconds), below: folder)
    guard let turn else {
        say("no turn.")
        return
    }
    say("\(turn.hasWaited ? "waited" : "at once"), asking.")
    let typed = try terminal.readLine(prompt: Array("> ".utf8), timeout: .seconds(200))
    say("\(turn.waiting) wait after \(typed == .line(Array("ok".utf8))).")
}

func runProbe() throws -> Int32 {
    let arguments = processArguments()
    let words = arguments.map { String(decoding: $0, as: UTF8.self) }
    switch words.dropFirst().first {
    case "read-line":
        try readLine(
            seconds: Int(words[2]) ?? 10, limit: words.count > 3 ? Int(words[3]) ?? 0 : 1024)
    case "take-turn":
        guard let folder = FilePath(words[2]) else { return 64 }
        try takeTurn(below: folder, milliseconds: Int(words[3]) ?? 0)
    case "foreground":
        let run = try runInForeground(command(arguments[2...]))
        say("\(run.termination), interrupted: \(run.wasInterrupted).")
        return run.termination.exitStatus
    case "seal":
        guard let path = FilePath(words[2]) else { return 64 }
        let sealed = try SealedFile(copying: .open(path), limit: 1 << 30)
        say("\(sealed.isSealed ? "sealed" : "not sealed") \(Host.processID) \(sealed.path)")
        waitForEndOfInput()
        say(hexadecimal(try sealed.open().readAll(limit: 1 << 30)))
    case "folder":
        let folder = try PrivateFolder()
        say("\(folder.path)")
        waitForEndOfInput()
    case "replace":
        surviveFailedWrites()
        try replaceProcess(with: command(arguments[2...]))
    case "forbid-dumps":
        let own: FilePath = "/proc/self/fd"
        let before = try own.facts().owner
        try forbidDumps()
        say("\(before) \(try own.facts().owner)")
        // It can still use its own, by the path that a child would use.
        let sealed = try SealedFile(copying: .open("/proc/self/status"), limit: 1 << 20)
        _ = try sealed.open().readAll(limit: 1 << 20)
        _ = try Executable.current()
    case "arguments":
        say(arguments.dropFirst(2).map(hexadecimal).joined(separator: " "))
    default:
        return 64
    }
    return 0
}

do {
    exit(try runProbe())
} catch {
    say("\(error)")
    exit(70)
}
