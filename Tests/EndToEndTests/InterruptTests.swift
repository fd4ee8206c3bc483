import Foundation
import TestSupport
import Testing

/// While terraform applies, it sees exactly one of every interrupt, and outlives the guard.
///
/// Two interrupts are a hard exit to terraform, with the state unsaved. A stand-in counts what
/// reaches it, waits until it is told to go on, and then becomes the real terraform.
@Suite(.requires(.terraform, .python)) struct InterruptTests {
    enum Interruption: CaseIterable {
        case controlC, terminateGuard, interruptGuard, terminateEverything
    }

    @Test(arguments: Interruption.allCases)
    func `an interrupt reaches a running apply exactly once`(interruption: Interruption) throws {
        let project = try slowProject()
        let terminal = try startApply(in: project)
        switch interruption {
        case .controlC: try terminal.pressControlC()
        case .terminateGuard: kill(terminal.processID, SIGTERM)
        case .interruptGuard: kill(terminal.processID, SIGINT)
        case .terminateEverything:
            // As a service manager ends a group of processes.
            for process in terminal.processes { kill(process, SIGTERM) }
        }
        try wait(until: { !signals(in: project).isEmpty })
        // A second one would come late.
        Thread.sleep(forTimeInterval: 0.5)
        #expect(signals(in: project).count == 1, "\(signals(in: project))")
        try project.write("", to: "go-on")
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    @Test func `hanging up does not end a running apply`() throws {
        let project = try slowProject()
        let terminal = try startApply(in: project)
        terminal.hangUp()
        Thread.sleep(forTimeInterval: 0.3)
        try project.write("", to: "go-on")
        try wait(until: { try project.state() == ["terraform_data.courses"] })
        #expect(signals(in: project) == [])
    }

    @Test func `killing the guard does not end a running apply`() throws {
        let project = try slowProject()
        let terminal = try startApply(in: project)
        kill(terminal.processID, SIGKILL)
        Thread.sleep(forTimeInterval: 0.3)
        try project.write("", to: "go-on")
        try wait(until: { try project.state() == ["terraform_data.courses"] })
        #expect(signals(in: project) == [])
    }

    @Test func `a status by signal is reported as a shell would`() throws {
        let project = try slowProject()
        let terminal = try startApply(in: project)
        let child = try #require(Int32(text(project.read("started"))))
        kill(child, SIGKILL)
        #expect(try terminal.waitForExit() == .exited(128 + SIGKILL), "\(terminal.screen)")
    }

    @Test func `control-Z stops it, and the shell can go on with it`() throws {
        let project = try slowProject()
        let shell = try PseudoTerminal(
            try #require(programOnPath("bash")), ["--norc", "--noprofile", "-i"],
            environment: project.environment.setting(["PS1": "ready> "]),
            directory: project.directory)
        try shell.expect("ready> ")
        try shell.type("'\(ToolUnderTest.path())' ./bin/terraform apply -auto-approve")
        try wait(until: { project.read("started") != nil })
        try shell.send(bytes: [0x1A])
        try shell.expect("Stopped")
        try project.write("", to: "go-on")
        Thread.sleep(forTimeInterval: 0.3)
        #expect(try project.state() == [])
        try shell.type("fg")
        try shell.expect("Apply complete!")
        try shell.expect("ready> ")
        try shell.type("exit $?")
        #expect(try shell.waitForExit() == .exited(0), "\(shell.screen)")
        #expect(try project.state() == ["terraform_data.courses"])
    }

    // MARK: The stand-in

    private func slowProject() throws -> TerraformProject {
        let project = try TerraformProject()
        try project.writeProgram(
            """
            #!\(Requirement.python.path())
            import os, signal, sys, time
            real = "\(Requirement.terraform.path())"
            if sys.argv[1] != "apply":
                os.execv(real, [real] + sys.argv[1:])
            def note(number, frame):
                with open("signals", "a") as log:
                    log.write(signal.Signals(number).name + "\\n")
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
                    signal.signal(number, note)
            with open("started.new", "w") as started:
                started.write(str(os.getpid()))
            os.rename("started.new", "started")
            for _ in range(3000):
                if os.path.exists("go-on"):
                    os.execv(real, [real] + sys.argv[1:])
                time.sleep(0.01)
            """, to: "bin/terraform")
        return project
    }

    private func startApply(in project: TerraformProject) throws -> PseudoTerminal {
        let terminal = try project.tfguardOnTerminal("./bin/terraform", "apply", "-auto-approve")
        do {
            try wait(until: { project.read("started") != nil })
        } catch {
            _ = try? terminal.waitForExit(within: 1)
            throw TestSupportError("the apply did not start:\n\(terminal.screen)")
        }
        return terminal
    }

    private func signals(in project: TerraformProject) -> [String] {
        text(project.read("signals")).split(separator: "\n").map(String.init)
    }

    private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

    private func wait(until condition: () throws -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: 20)
        while try !condition() {
            guard Date() < deadline else { throw TestSupportError("it did not happen in 20 s") }
            usleep(20_000)
        }
    }
}
