import GuardSystem
import Testing

#if os(Linux)
@Suite struct SessionTests {
    @Test(arguments: [false, true])
    func `a program leads a session of its own exactly where it is asked to`(
        asked: Bool
    ) throws {
        // The session is the fourth field behind the name of the program: proc_pid_stat(5).
        let script = "read -r line < /proc/$$/stat; set -- ${line##*) }; test \"$4\" = $$"
        var command = Command("/bin/sh", ["-c", script], environment: Environment())
        command.startsSession = asked
        let run = try capture(command, limit: 4096)
        #expect(run.termination == .exited(asked ? 0 : 1))
    }
}
#endif
