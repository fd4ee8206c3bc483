extension TemporaryDirectory {
    /// Writes a program that can be executed at once.
    package func writeProgram(_ text: String, to relative: String) throws {
        try addProgram("cat > \"$1\" && chmod 755 \"$1\"", to: relative, standardInput: text)
    }

    /// Copies a program, with more bytes behind its own.
    package func copyProgram(
        _ program: String, to relative: String, adding text: String = ""
    ) throws {
        try addProgram(
            "cp \"$2\" \"$1\" && cat >> \"$1\"", from: program, to: relative,
            standardInput: text)
    }

    /// Lets a process of its own write an executable file.
    ///
    /// A descriptor open here would for a moment be shared with whatever other tests start, and
    /// Linux runs no file that somebody has open for writing (ETXTBSY, execve(2)).
    private func addProgram(
        _ script: String, from source: String = "", to relative: String, standardInput: String
    ) throws {
        let result = try run(
            "/bin/sh",
            ["-c", "mkdir -p \"${1%/*}\" && \(script)", "sh", path(relative), source],
            environment: ChildEnvironment(home: path), standardInput: standardInput)
        guard result.status == .exited(0) else { throw TestSupportError("\(result)") }
    }
}
