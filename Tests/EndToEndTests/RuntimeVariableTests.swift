import Foundation
import TestSupport
import Testing

#if os(Linux)
/// What Swift's runtime would do for whoever sets a variable, and does not in the static binary.
///
/// Only for that, which `TFGUARD_BINARY` names: a binary of a debug build has the runtime's own.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TFGUARD_BINARY"] != nil))
struct RuntimeVariableTests {
    @Test func `a crash hands nothing to a program that the environment names`() throws {
        let folder = try TemporaryDirectory()
        try folder.writeProgram("#!/bin/sh\n: > \"${0%/*}/called\"\n", to: "reporter")
        // More than a pipe holds: once it is written, most has been read.
        let script = """
            mkfifo plan
            SWIFT_BACKTRACE=enable=yes,swift-backtrace=$PWD/reporter "$0" check - < plan &
            exec 3> plan
            head -c 200000 /dev/zero | tr '\\0' ' ' >&3
            kill -SEGV $!
            wait $!
            """
        let result = try run(
            "/bin/bash", ["-c", script, ToolUnderTest.path()],
            environment: ChildEnvironment(home: folder.path), directory: folder.path)
        #expect(result.status == .exited(128 + SIGSEGV), "\(result)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/called"))
    }

    @Test func `no variable has a library loaded, or the runtime print`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("{}", to: "plan.json")
        let environment = ChildEnvironment(home: folder.path)
        let asked = environment.setting([
            "SWIFT_DEBUG_LIB_PRESPECIALIZED_PATH": "/nowhere/library.so", "SWIFT_DEBUG_HELP": "YES",
        ])
        let results = try [environment, asked].map { environment in
            try run(
                ToolUnderTest.path(), ["check", "plan.json"], environment: environment,
                directory: folder.path)
        }
        #expect(results[0].errors.contains("Not a plan"), "\(results[0])")
        #expect(results[1].errors == results[0].errors)
        #expect(results[1].output == results[0].output && results[1].status == results[0].status)
    }

    @Test func `what tfguard starts gets these variables all the same`() throws {
        let folder = try TemporaryDirectory()
        let program = "#!/bin/sh\necho \"$A $SWIFT_DEBUG_HELP $Z\"\n"
        try folder.writeProgram(program, to: "bin/terraform")
        let result = try run(
            ToolUnderTest.path(), [folder.path + "/bin/terraform", "validate"],
            environment: ChildEnvironment(home: folder.path)
                .setting(["A": "first", "SWIFT_DEBUG_HELP": "YES", "Z": "last"]),
            directory: folder.path)
        #expect(result.output == "first YES last\n", "\(result)")
    }
}
#endif
