extension TemporaryDirectory {
    /// Writes a program, usually a script, and makes it executable.
    ///
    /// A process of its own writes it: a descriptor open here would for a moment be shared with
    /// whatever other tests start, and Linux runs no file that somebody has open for writing
    /// (ETXTBSY, execve(2)).
    package func writeProgram(_ text: String, to relative: String) throws {
        try shell(
            "mkdir -p \"${1%/*}\" && cat > \"$1\" && chmod 755 \"$1\"", path(relative), input: text)
    }

    /// Copies a program, with more bytes behind its own.
    package func copyProgram(_ program: String, to relative: String, adding text: String = "")
        throws
    {
        try shell(
            "mkdir -p \"${1%/*}\" && cp \"$2\" \"$1\" && cat >> \"$1\"", path(relative), program,
            input: text)
    }

    private func shell(_ script: String, _ arguments: String..., input: String) throws {
        let result = try run(
            "/bin/sh", ["-c", script, "sh"] + arguments,
            environment: ChildEnvironment(home: path), standardInput: input)
        guard result.status == .exited(0) else { throw TestSupportError("\(result)") }
    }
}
