import TestSupport
import Testing

/// Every system call of a guarded apply may fail: then either terraform did not run, or all went well.
@Suite(.requires(.terraform, .strace)) struct FaultInjectionTests {
    struct Fault: CustomStringConvertible {
        let boundary: FaultBoundary
        let error: String
        var description: String { "\(error) at \(boundary)" }

        var injection: String {
            "\(boundary.call):error=\(error):when=\(boundary.number)"
        }
    }

    @Test(arguments: FaultSample.shares)
    func `an error at any system call refuses, or leaves an apply that is as it should be`(
        share: Int
    ) throws {
        let faults = Self.faults(try FaultSample.boundaries.get())
        #expect(faults.count > 300, "strace does not show what tfguard does")
        for fault in FaultSample.share(share, of: faults, every: 14) {
            let wrong = try Self.consequences(of: fault.injection)
            #expect(wrong.isEmpty, "\(fault)")
        }
    }

    @Test(arguments: FaultSample.shares)
    func `what is refused is refused whatever fails`(share: Int) throws {
        let faults = Self.faults(try FaultSample.boundariesOfBlocked.get())
        #expect(faults.count > 200, "strace does not show what tfguard does")
        for fault in FaultSample.share(share, of: faults, every: 16) {
            let run = try FaultyRun(policy: FaultyRun.blockingPolicy)
            let (status, errors) = try run.apply(injecting: fault.injection)
            try run.waitForTerraform()
            #expect(!run.hasApplied, "\(fault): \(errors)")
            #expect(!run.record.contains("intent"), "\(fault): \(errors)")
            #expect(!run.record.contains("outcome"), "\(fault): \(errors)")
            guard case .exited(let number) = status, number >= 3, !errors.isEmpty else {
                Issue.record("\(fault): \(status), \(errors)")
                continue
            }
        }
    }

    private static func faults(_ boundaries: [FaultBoundary]) -> [Fault] {
        boundaries.flatMap { boundary in
            boundary.errors.map { Fault(boundary: boundary, error: $0) }
        }
    }

    @Test func `where nothing can be waited for by poll, terraform is waited for all the same`()
        throws
    {
        let run = try FaultyRun()
        let (status, errors) = try run.apply(injecting: "poll:error=ENOMEM:when=1+")
        #expect(status == .exited(0), "\(errors)")
        #expect(run.hasApplied)
        #expect(run.record == ["intent", "outcome"])
    }

    @Test func `where nobody can tell how terraform ended, nobody claims to`() throws {
        // The one that ends the wait for the apply: those of planning, of show and of the witness
        // come before.
        let calls = try FaultSample.boundaries.get().filter { $0.call == "wait4" }
        let last = try #require(calls.last { $0.line.contains("WNOHANG") })
        let run = try FaultyRun()
        let (status, errors) = try run.apply(
            injecting: "wait4:error=ECHILD:when=\(last.number)")
        try run.waitForTerraform()
        #expect(status == .exited(1), "\(errors)")
        #expect(errors.contains("How terraform ended is not known"), "\(errors)")
        #expect(run.record == ["intent"])
        #expect(try run.aftermath().isEmpty)
    }

    /// What is wrong with how a run with a fault ended.
    private static func consequences(of injection: String) throws -> [String] {
        let run = try FaultyRun()
        let (status, errors) = try run.apply(injecting: injection)
        try run.waitForTerraform()
        let record = run.record
        let isTold = errors.replacing(/\s+/, with: " ")
            .contains("could not be written to the record")
        var wrong: [String] = []
        switch status {
        case .killed(let signal): wrong.append("ended by signal \(signal)")
        case .exited(0):
            if !run.hasApplied { wrong.append("success, and nothing was applied") }
            if !record.contains("outcome"), !isTold { wrong.append("success without a record") }
        case .exited(let number):
            let isUnknown = errors.contains("How terraform ended is not known")
            if run.hasApplied, !isUnknown { wrong.append("\(number), and it was applied") }
            if number < 3, !isUnknown { wrong.append("\(number) is what terraform ends with") }
            // Where git cannot tell what was pinned, that is a finding of the verdict.
            let isSaid = errors.contains("Error: ") || errors.contains("Blocked (state.mismatch)")
            if !isSaid { wrong.append("\(number) without a word why") }
        }
        if !wrong.isEmpty { wrong.append(errors) }
        // Where nothing was written and nothing done, the next run is like any other.
        if !record.isEmpty || run.hasApplied { wrong += try run.aftermath() }
        return wrong
    }
}
