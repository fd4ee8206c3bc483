import Foundation
import TestSupport
import Testing

/// A record that cannot be locked, written, or brought to the disk, by the kernel's own word.
@Suite(.requires(.terraform, .strace, .root)) struct RecordFaultTests {
    /// Which call fails, on which file, and how.
    struct Fault: CustomTestStringConvertible, Sendable {
        let name: String
        let call: String
        let error: String
        var file = "audit.jsonl"
        var words = "Make it writable for this user, or make room"
        var testDescription: String { name }
    }

    private static let withoutLocks = "has no locks that work. Name a place on another one"

    static let faults = [
        Fault(
            name: "no locks (NFS without a lock manager)", call: "flock", error: "ENOLCK",
            file: "audit.jsonl.lock", words: withoutLocks),
        Fault(
            name: "a file system that knows no locks", call: "flock", error: "EOPNOTSUPP",
            file: "audit.jsonl.lock", words: withoutLocks),
        Fault(name: "a read-only file system", call: "openat", error: "EROFS"),
        Fault(
            name: "a full disk, noticed while writing", call: "write", error: "ENOSPC",
            words: "nothing was changed"),
        Fault(
            name: "a full disk, noticed late", call: "fsync", error: "ENOSPC",
            words: "nothing was changed"),
        Fault(name: "a broken disk", call: "fsync", error: "EIO", words: "nothing was changed"),
    ]

    /// Applies with a call that fails from some turn on.
    private func apply(
        _ project: TerraformProject, failing fault: Fault, when turn: String = "1+"
    ) throws -> ProcessResult {
        try run(
            Requirement.strace.path(),
            [
                "-o", "/dev/null", "-P", project.base.path("home/record/\(fault.file)"),
                "-e", "trace=\(fault.call)",
                "-e", "inject=\(fault.call):error=\(fault.error):when=\(turn)",
                ToolUnderTest.path(), "terraform", "apply", "-auto-approve",
            ], environment: project.environment, directory: project.directory, timeout: 120)
    }

    private func words(_ result: ProcessResult) -> String {
        plainText(result.errors).replacing(/[\s│]+/, with: " ")
    }

    @Test(arguments: faults)
    func `where the intent cannot be kept nothing is applied`(fault: Fault) throws {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        let result = try apply(project, failing: fault)
        #expect(result.status == .exited(73), "\(result)")
        let text = words(result)
        #expect(text.contains("Nothing can be recorded"), "\(result)")
        #expect(text.contains(fault.words), "\(result)")
        #expect(project.read("terraform.tfstate") == nil)
        // Nothing is left half-written.
        #expect(project.base.read("home/record/audit.jsonl") ?? [] == [])
    }

    @Test
    func `an outcome that cannot be written is told, and the next run says what is not known`()
        throws
    {
        let project = try TerraformProject(databases: ["courses": "courses-main"])
        let result = try apply(
            project, failing: Fault(name: "", call: "fsync", error: "ENOSPC"), when: "2+")
        #expect(result.status == .exited(0), "\(result)")
        #expect(words(result).contains("how it ended could not be written"), "\(result)")
        #expect(try project.record().map { $0["kind"] as? String } == ["intent"])
        let next = try project.tfguard("terraform", "apply", "-auto-approve")
        #expect(next.status == .exited(0), "\(next)")
        #expect(words(next).contains("An earlier run has no outcome"), "\(next)")
        #expect(try project.tfguard("log", "verify").status == .exited(0))
    }
}
