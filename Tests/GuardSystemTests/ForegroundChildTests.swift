import Foundation
import TestSupport
import Testing

@testable import GuardSystem

/// Who interrupts a guarded run: every way that the child must see as exactly one interrupt.
enum Interruption: String, CaseIterable, Sendable {
    case controlC
    case terminateGuard
    case interruptGuard
    case terminateGuardTwice
    case terminateGroup
    case interruptGroup
    /// As timeout(1) does it: the process first, then its group.
    case terminateGuardThenGroup
    /// As a supervisor ends a tree, the guard first.
    case terminateTreeFromTop
    /// As Jenkins ends a tree, children first.
    case terminateTreeFromBottom
    case terminateTreeSlowly

    func happen(on terminal: PseudoTerminal) throws {
        let guardian = terminal.processID
        switch self {
        case .controlC: try terminal.pressControlC()
        case .terminateGuard: kill(guardian, SIGTERM)
        case .interruptGuard: kill(guardian, SIGINT)
        case .terminateGuardTwice:
            kill(guardian, SIGTERM)
            usleep(700_000)
            kill(guardian, SIGTERM)
        case .terminateGroup: kill(-guardian, SIGTERM)
        case .interruptGroup: kill(-guardian, SIGINT)
        case .terminateGuardThenGroup:
            kill(guardian, SIGTERM)
            kill(-guardian, SIGTERM)
        case .terminateTreeFromTop: for process in tree(of: guardian) { kill(process, SIGTERM) }
        case .terminateTreeFromBottom:
            for process in tree(of: guardian).reversed() { kill(process, SIGTERM) }
        case .terminateTreeSlowly:
            for process in tree(of: guardian) {
                kill(process, SIGTERM)
                usleep(50_000)
            }
        }
    }
}

/// The processes of a session, its leader first.
func tree(of leader: pid_t) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { getsid($0) == leader }.sorted()
}

@Suite struct ForegroundChildTests {
    /// A child that does what terraform does with an interrupt, and takes its time over it.
    ///
    /// It writes a line for each into `seen`. Its commands are ended by interrupts of its group, so
    /// it counts loops and not time.
    private static let child = """
        trap 'echo INT >> seen' INT
        trap 'echo TERM >> seen' TERM
        : > seen
        i=0
        while [ $i -lt 200 ] && [ $(wc -l < seen) -eq 0 ]; do sleep 0.05; i=$((i+1)); done
        i=0
        while [ $i -lt 30 ]; do sleep 0.1; i=$((i+1)); done
        exit 7
        """

    @Test(arguments: Interruption.allCases)
    func `a child sees one interrupt`(_ interruption: Interruption) throws {
        let folder = try TemporaryDirectory()
        let terminal = try PseudoTerminal(
            Probe.path(), ["foreground", "/bin/sh", "-c", Self.child],
            environment: Probe.environment, directory: folder.path)
        try eventually("the child runs") { folder.read("seen") != nil }
        try interruption.happen(on: terminal)
        #expect(try terminal.waitForExit() == .exited(7))
        #expect(terminal.screen.contains("exited(7), interrupted: true."))
        let seen = String(decoding: folder.read("seen") ?? [], as: UTF8.self)
        #expect(seen.split(separator: "\n").count == 1, "\(seen)")
    }

    @Test func `a second Ctrl-C is the person's own`() throws {
        let folder = try TemporaryDirectory()
        let terminal = try PseudoTerminal(
            Probe.path(), ["foreground", "/bin/sh", "-c", Self.child],
            environment: Probe.environment, directory: folder.path)
        try eventually("the child runs") { folder.read("seen") != nil }
        for _ in 0..<2 {
            try terminal.pressControlC()
            usleep(700_000)
        }
        #expect(try terminal.waitForExit() == .exited(7))
        #expect(folder.read("seen") == Array("INT\nINT\n".utf8))
    }

    @Test func `a quit is not passed on`() throws {
        let folder = try TemporaryDirectory()
        let terminal = try PseudoTerminal(
            Probe.path(), ["foreground", "/bin/sh", "-c", ": > seen; sleep 1.5; exit 3"],
            environment: Probe.environment, directory: folder.path)
        try eventually("the child runs") { folder.read("seen") != nil }
        kill(terminal.processID, SIGQUIT)
        #expect(try terminal.waitForExit() == .exited(3))
    }

    @Test func `says how the child was ended`() throws {
        let result = try run(
            Probe.path(), ["foreground", "/bin/sh", "-c", "kill -KILL $$"],
            environment: Probe.environment)
        #expect(result.status == .exited(137))
        #expect(result.output == "signalled(9), interrupted: false.\n")
    }

    @Test func `says that there is no such program`() throws {
        let result = try run(
            Probe.path(), ["foreground", "/no/such"], environment: Probe.environment)
        #expect(result.status == .exited(70))
        #expect(result.output == "Cannot start /no/such: No such file or directory.\n")
    }

    @Test func `stops and goes on with the child`() throws {
        let terminal = try PseudoTerminal(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            environment: Probe.environment.setting(["PS1": "sh$ "]))
        try terminal.expect("sh$ ")
        try terminal.type(
            "\(Probe.path()) foreground /bin/sh -c 'echo be''gun; sleep 1; read x; echo got $x'")
        try terminal.expect("begun")
        try terminal.send("\u{1A}")
        try terminal.expect("Stopped")
        try terminal.type("fg")
        usleep(300_000)
        try terminal.type("word")
        try terminal.expect("got word")
        try terminal.expect("exited(0), interrupted: false.")
        try terminal.type("exit")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `a killed guard leaves the child running, and no witness`() throws {
        let folder = try TemporaryDirectory()
        let terminal = try PseudoTerminal(
            Probe.path(), ["foreground", "/bin/sh", "-c", "echo > begun; sleep 1; echo > ended"],
            environment: Probe.environment, directory: folder.path)
        try eventually("the child runs") { folder.read("begun") != nil }
        let before = tree(of: terminal.processID)
        kill(terminal.processID, SIGKILL)
        try eventually("the child ends by itself") { folder.read("ended") != nil }
        try eventually("nothing is left") {
            before.allSatisfy { kill($0, 0) != 0 || $0 == before[0] }
        }
    }

    @Test func `the witness looks like the child and holds nothing open`() throws {
        let folder = try TemporaryDirectory()
        let terminal = try PseudoTerminal(
            Probe.path(), ["foreground", "/bin/sleep", "1.5"],
            environment: Probe.environment, directory: folder.path)
        let guardian = terminal.processID
        try eventually("the child runs") { tree(of: guardian).count == 3 }
        usleep(200_000)
        let others = tree(of: guardian).filter { $0 != guardian }
        for process in others {
            let name = try String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
            #expect(name == "sleep\n")
            let line = try String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
            #expect(line.hasPrefix("/bin/sleep\0"))
            #expect(getpgid(process) == getpgid(guardian))
        }
        let open = try others.map {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/\($0)/fd").count
        }
        #expect(open.min() == 2, "the witness has two pipes; the child has at least its streams")
        #expect(try terminal.waitForExit() == .exited(0))
    }
}

/// The same, with a real apply that takes some seconds.
@Suite(.requires(.terraform), .serialized) struct GuardedApplyTests {
    /// The shell is killed by an interrupt of terraform; before that, it has the first resource's
    /// state written.
    private static let configuration = """
        resource "terraform_data" "first" { input = "first" }
        resource "terraform_data" "slow" {
          depends_on = [terraform_data.first]
          provisioner "local-exec" { command = "echo > started; sleep 4" }
        }
        """

    private func apply(_ project: TerraformProject) throws -> PseudoTerminal {
        try project.write(Self.configuration, to: "main.tf")
        try project.prepare("init")
        let terminal = try PseudoTerminal(
            Probe.path(),
            ["foreground", Requirement.terraform.path(), "apply", "-auto-approve", "-no-color"],
            environment: project.environment, directory: project.directory)
        try eventually("the apply runs") { project.read("started") != nil }
        usleep(300_000)
        return terminal
    }

    private func expectCleanEnd(_ project: TerraformProject) throws {
        #expect(try project.state().contains("terraform_data.first"))
        #expect(project.read(".terraform.tfstate.lock.info") == nil)
        // The lock itself is free, and what is there can be planned.
        let plan = try project.terraform("plan", "-detailed-exitcode", "-input=false")
        #expect([.exited(0), .exited(2)].contains(plan.status), "\(plan)")
    }

    @Test(arguments: Interruption.allCases)
    func `terraform sees one interrupt and saves its state`(_ interruption: Interruption) throws {
        let project = try TerraformProject()
        let terminal = try apply(project)
        try interruption.happen(on: terminal)
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(terminal.screen.split(separator: "Interrupt received.").count == 2)
        #expect(!terminal.screen.contains("Two interrupts received"))
        #expect(terminal.screen.contains("exited(1), interrupted: true."))
        try expectCleanEnd(project)
    }

    @Test func `a hang-up does not stop an apply`() throws {
        let project = try TerraformProject()
        let terminal = try apply(project)
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try project.state() == ["terraform_data.first", "terraform_data.slow"])
        try expectCleanEnd(project)
    }

    @Test func `a hang-up sent to all does not stop an apply`() throws {
        let project = try TerraformProject()
        let terminal = try apply(project)
        kill(-terminal.processID, SIGHUP)
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.contains("Apply complete!"))
        try expectCleanEnd(project)
    }

    @Test func `a killed guard leaves terraform running to its end`() throws {
        let project = try TerraformProject()
        let terminal = try apply(project)
        kill(terminal.processID, SIGKILL)
        try eventually("terraform ends by itself") {
            String(decoding: project.read("terraform.tfstate") ?? [], as: UTF8.self)
                .contains("\"slow\"") && project.read(".terraform.tfstate.lock.info") == nil
        }
        try expectCleanEnd(project)
    }

    @Test func `Ctrl-Z and fg do not disturb an apply`() throws {
        let project = try TerraformProject()
        try project.write(Self.configuration, to: "main.tf")
        try project.prepare("init")
        let terminal = try PseudoTerminal(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            environment: project.environment.setting(["PS1": "sh$ "]),
            directory: project.directory)
        try terminal.expect("sh$ ")
        try terminal.type(
            "\(Probe.path()) foreground \(Requirement.terraform.path()) apply -auto-approve -no-color"
        )
        try eventually("the apply runs") { project.read("started") != nil }
        try terminal.send("\u{1A}")
        try terminal.expect("Stopped")
        try terminal.type("fg")
        try terminal.expect("Apply complete!")
        try terminal.expect("exited(0), interrupted: false.")
        try terminal.type("exit")
        try expectCleanEnd(project)
    }

    @Test func `a reader that goes away leaves the guard to see the end`() throws {
        let project = try TerraformProject()
        try project.write(Self.configuration, to: "main.tf")
        try project.prepare("init")
        // Terraform dies of its broken standard output as it does without us; the guard does not.
        let result = try run(
            "/bin/sh",
            [
                "-c",
                "{ \(Probe.path()) foreground \(Requirement.terraform.path()) apply -auto-approve; "
                    + "echo $? > status; } | head -c 1",
            ], environment: project.environment, directory: project.directory)
        #expect(result.status == .exited(0))
        try eventually("the guard ends") { project.read("status") != nil }
    }
}
