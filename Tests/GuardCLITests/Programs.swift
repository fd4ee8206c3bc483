import Foundation
import Testing

let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Whether a program is there and says yes; a failure where everything is required to be there.
func requirement(_ program: String, _ arguments: [String]) throws -> Bool {
    let isThere = try runProgram(program, arguments, input: Data()).status == 0
    if !isThere && ProcessInfo.processInfo.environment["TFGUARD_REQUIRE"] == "all" {
        Issue.record("\(program) \(arguments.joined(separator: " ")) is required and not there")
    }
    return isThere
}

func runProgram(
    _ program: String, _ arguments: [String], input: Data
) throws -> (status: Int32, output: String, errors: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files and not pipes: nobody has to read while it writes.
    let files = ["input", "output", "errors"].map { folder.appending(path: $0) }
    try input.write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return (
        process.terminationStatus, try String(contentsOf: files[1], encoding: .utf8),
        try String(contentsOf: files[2], encoding: .utf8)
    )
}
