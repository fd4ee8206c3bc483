import TestSupport
import Testing

/// Whoever kills tfguard in the middle loses nothing, and the next run says what nobody knows.
@Suite(.requires(.terraform, .strace)) struct KilledRunTests {
    @Test(arguments: FaultSample.shares)
    func `a kill at any system call leaves a whole record and a state that terraform accepts`(
        share: Int
    ) throws {
        let boundaries = try FaultSample.boundaries.get()
        for boundary in FaultSample.share(share, of: boundaries, every: 18) {
            let run = try FaultyRun()
            let (status, errors) = try run.apply(
                injecting: "\(boundary.call):signal=KILL:when=\(boundary.number)")
            // The run may differ by a call from the one that was looked at.
            #expect([.killed(signal: 9), .exited(0)].contains(status), "\(boundary): \(errors)")
            try run.waitForTerraform()
            let wrong = try run.aftermath()
            #expect(wrong.isEmpty, "killed at \(boundary)")
        }
    }
}
