import Foundation
import TestSupport
import Testing

/// Whoever interrupts the planning wants no apply, though terraform may finish its plan all the same.
///
/// A stand-in lets its plan wait, ignores what comes, and then plans as the real terraform.
@Suite(.requires(.terraform, .python)) struct PlanningInterruptTests {
    enum Interruption: CaseIterable {
        case controlC, terminateGuard, interruptGuard, terminateEverything, hangUp
    }

    @Test(arguments: Interruption.allCases)
    func `an interrupted planning applies nothing, on a terminal`(
        interruption: Interruption
    ) throws {
        let project = try slowProject()
        let terminal = try project.tfguardOnTerminal("./bin/terraform", "apply", "-auto-approve")
        try wait(until: { project.read("planning") != nil })
        switch interruption {
        case .controlC: try terminal.pressControlC()
        case .terminateGuard: kill(terminal.processID, SIGTERM)
        case .interruptGuard: kill(terminal.processID, SIGINT)
        case .terminateEverything:
            for process in terminal.processes { kill(process, SIGTERM) }
        case .hangUp: terminal.hangUp()
        }
        if interruption != .hangUp {
            // The guard has it: passed on half a second later, or got with it.
            try wait(until: { project.read("interrupted") != nil })
        }
        try project.write("", to: "go-on")
        let status = try terminal.waitForExit()
        #expect(status != .exited(0), "\(terminal.screen)")
        #expect(project.read("applied") == nil)
        #expect(try project.state() == [])
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `an interrupted planning applies nothing, without a terminal either`(signal: Int32) throws
    {
        let project = try slowProject()
        let result = try run(
            "/bin/sh",
            [
                "-c",
                """
                "$0" ./bin/terraform apply -auto-approve & guard=$!
                while [ ! -e planning ]; do sleep 0.02; done
                kill -\(signal) $guard
                if [ \(signal) != 1 ]; then
                  while [ ! -e interrupted ]; do sleep 0.02; done
                fi
                : > go-on
                wait $guard
                """, ToolUnderTest.path(),
            ], environment: project.environment, directory: project.directory)
        #expect(result.status != .exited(0), "\(result)")
        // A hang-up leaves the planning behind, which ends by itself.
        try wait(until: { project.read("planned") != nil })
        #expect(project.read("applied") == nil)
        #expect(try project.state() == [])
    }

    @Test func `signals that the caller has blocked are taken all the same`() throws {
        let project = try slowProject()
        let result = try run(
            Requirement.python.path(),
            [
                "-c",
                """
                import os, signal, subprocess, sys, time
                blocked = {signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGHUP}
                signal.pthread_sigmask(signal.SIG_BLOCK, blocked)
                guard = subprocess.Popen([sys.argv[1], "./bin/terraform", "apply", "-auto-approve"])
                while not os.path.exists("planning"): time.sleep(0.02)
                guard.send_signal(signal.SIGTERM)
                while not os.path.exists("interrupted"): time.sleep(0.02)
                open("go-on", "w").close()
                sys.exit(guard.wait(20))
                """, ToolUnderTest.path(),
            ], environment: project.environment, directory: project.directory)
        #expect(result.status == .exited(1), "\(result)")
        #expect(project.read("applied") == nil)
        #expect(try project.state() == [])
    }

    private func slowProject() throws -> TerraformProject {
        let project = try TerraformProject()
        try project.writeProgram(
            """
            #!\(Requirement.python.path())
            import os, signal, subprocess, sys, time
            real = "\(Requirement.terraform.path())"
            def note(name):
                open(name, "w").close()
            if sys.argv[1] == "apply":
                note("applied")
            if sys.argv[1] != "plan":
                os.execv(real, [real] + sys.argv[1:])
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda number, frame: note("interrupted"))
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
            note("planning")
            for _ in range(3000):
                if os.path.exists("go-on"):
                    break
                time.sleep(0.01)
            devnull = open(os.devnull, "w")
            status = subprocess.call([real] + sys.argv[1:], stdout=devnull, stderr=devnull)
            note("planned")
            sys.exit(status)
            """, to: "bin/terraform")
        return project
    }

    private func wait(until condition: () throws -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: 20)
        while try !condition() {
            guard Date() < deadline else { throw TestSupportError("it did not happen in 20 s") }
            usleep(20_000)
        }
    }
}
