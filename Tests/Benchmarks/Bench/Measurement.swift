import Foundation

/// A command that is measured, with its output thrown away.
struct Command {
    let name: String
    let arguments: [String]

    init(_ name: String, _ arguments: [String]) {
        self.name = name
        self.arguments = arguments
    }
}

/// What runs of one command took.
struct Measurement {
    fileprivate(set) var seconds: [Double] = []
    /// The largest of all runs, in bytes.
    fileprivate(set) var peakMemory = 0
    fileprivate(set) var status: Int32 = 0

    var median: Double {
        let sorted = seconds.sorted()
        return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
    }
}

/// Runs commands in turns, so that what disturbs the machine disturbs all of them.
///
/// Whole processes from outside, by `bench-runner`: posix_spawn(3) to wait4(2). Only the ratio of two
/// commands of one call means anything.
func measure(_ commands: [Command], runs: Int) -> [Measurement] {
    var measurements = commands.map { _ in Measurement() }
    for run in 0...runs {
        for (index, command) in commands.enumerated() {
            let (seconds, memory, status) = spawn(command.arguments)
            // The first turn fills the page cache.
            if run > 0 { measurements[index].seconds.append(seconds) }
            measurements[index].peakMemory = max(measurements[index].peakMemory, memory)
            measurements[index].status = status
        }
    }
    return measurements
}

/// What a program of ours prints.
func output(of program: String, _ arguments: [String]) -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    guard (try? process.run()) != nil else { return "" }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
}

private func spawn(_ arguments: [String]) -> (seconds: Double, memory: Int, status: Int32) {
    let runner = Process()
    let output = Pipe()
    runner.executableURL = URL(filePath: besideThis("bench-runner"))
    runner.arguments = arguments
    runner.standardOutput = output
    guard (try? runner.run()) != nil else { return (.nan, 0, -1) }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    runner.waitUntilExit()
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard numbers.count == 3 else { return (.nan, 0, -1) }
    return (Double(numbers[0]) / 1e9, numbers[1] << 10, Int32(numbers[2]))
}

/// A program that was built with this one.
func besideThis(_ name: String) -> String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(component: name).path
}

/// The first program of that name on the search path.
func programOnPath(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
        .first { access($0, X_OK) == 0 }
}
