extension TemporaryDirectory {
    /// Copies a program, with more bytes behind its own.
    ///
    /// A process of its own writes it: a descriptor open here would for a moment be shared with
    /// whatever other tests start, and Linux runs no file that somebody has open for writing
    /// (ETXTBSY, execve(2)).
    package func copyProgram(
        _ program: String, to relative: String, adding text: String = ""
    ) throws {
        let result = try run(
            "/bin/sh",
            [
                "-c", "mkdir -p \"${1%/*}\" && cp \"$2\" \"$1\" && cat >> \"$1\"", "sh",
                path(relative), program,
            ],
            environment: ChildEnvironment(home: path), standardInput: text)
        guard result.status == .exited(0) else { throw TestSupportError("\(result)") }
    }
}
