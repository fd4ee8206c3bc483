import Testing

@testable import GuardCLI

/// Terraform's own grammar: what it makes of an invocation, and what is refused instead of guessed.
@Suite struct TerraformInvocationTests {
    private func understand(
        _ arguments: [String], _ environment: [String: String] = [:]
    ) throws -> TerraformInvocation {
        try TerraformInvocation(arguments, environment: { environment[$0] })
    }

    private func command(
        _ arguments: [String], _ environment: [String: String] = [:]
    ) throws -> TerraformInvocation.Command {
        guard case .command(let command) = try understand(arguments, environment).kind else {
            throw Unexpected()
        }
        return command
    }

    private struct Unexpected: Error {}

    @Test(
        arguments: [
            (["version"], Route.pass), (["state", "list"], .pass), (["show", "-json", "p"], .pass),
            (["providers"], .pass), (["providers", "schema", "-json"], .pass),
            (["fmt", "-check"], .local), (["workspace", "select", "dev"], .local),
            (["init", "-upgrade"], .initialise), (["plan"], .plan), (["plan", "-out=p"], .plan),
            (["apply"], .apply(.normal)), (["apply", "p"], .apply(.normal)),
            (["destroy"], .apply(.destroy)), (["refresh"], .apply(.refreshOnly)),
            (["state", "rm", "a.b"], .surgery(.stateRemove)),
            (["state", "rm", "-dry-run=0", "a.b"], .surgery(.stateRemove)),
            (["state", "remove", "a.b"], .surgery(.stateRemove)),
            (["state", "mv", "a.b", "a.c"], .surgery(.stateMove)),
            (["state", "move", "a.b", "a.c"], .surgery(.stateMove)),
            (["state", "push", "-"], .surgery(.statePush)),
            (["state", "replace-provider", "a", "b"], .surgery(.replaceProvider)),
            (["env", "delete", "x"], .surgery(.workspaceDelete)),
            (["workspace", "delete", "-force", "x"], .surgery(.workspaceDelete)),
            (["force-unlock", "-force", "id"], .surgery(.forceUnlock)),
            (["taint", "a.b"], .surgery(.taint)), (["untaint", "a.b"], .surgery(.untaint)),
            (["test"], .surgery(.test)), (["import", "a.b", "id"], .surgery(.import)),
            (["-chdir=x", "state", "rm", "a.b"], .surgery(.stateRemove)),
        ] as [([String], Route)])
    func `each subcommand takes its route`(arguments: [String], route: Route) throws {
        #expect(try command(arguments).subcommand.route == route)
    }

    @Test(
        arguments: [
            (["apply", "-destroy"], true), (["apply", "--destroy"], true),
            (["apply", "-destroy=TRUE"], true), (["apply", "--destroy=T"], true),
            (["apply", "-destroy=1"], true), (["apply", "-destroy=false"], false),
            (["apply", "-destroy=F"], false),
        ] as [([String], Bool)])
    func `booleans are read as Go reads them`(arguments: [String], value: Bool) throws {
        #expect(try command(arguments).bool("destroy") == value)
    }

    @Test(arguments: [
        ["", "destroy"], ["", "", "apply", "-destroy"], ["applyX", "apply"],
        ["destroyX", "destroy"],
        ["-no-color", "destroy"], ["--chdir=x", "apply"], ["-chdir=", "apply"],
        ["-chdir=a", "-chdir=b", "apply"], ["apply", ""], ["apply", "-auto-approve", ""],
        ["apply", "---destroy"], ["apply", "-destroy=yes"], ["apply", "-destroy="],
        ["apply", "-DESTROY"], ["apply", "-dest"], ["apply", "--", "-help"],
        ["apply", "--", "-version"], ["apply", "--", "-no-color"],
        ["apply", "-destroy=false", "-destroy"],
        ["apply", "-lock-timeout=1s", "-lock-timeout", "2s"], ["apply", "-target", "-destroy"],
        ["apply", "-target", "-no-color"], ["apply", "-target"], ["apply", "-target="],
        ["apply", "p", "-destroy"], ["apply", "p", "q"], ["apply", "-=x"], ["apply", "-unknown"],
        ["rpcapi"], ["stacks", "list"], ["cloud"], ["push"], ["state", "unknown"],
        ["state", "-no-color", "rm", "a.b"], ["workspace", "frobnicate"],
        ["plan", "-install-autocomplete"],
        ["-install-autocomplete"], ["version", "--uninstall-autocomplete"],
        ["init", "-force-copi"],
    ])
    func `a form that leaves anything in doubt is refused`(arguments: [String]) {
        #expect(throws: Refusal.self) { try understand(arguments) }
    }

    @Test(
        arguments: [
            ("TF_CLI_ARGS", "destroy -auto-approve", []), ("TF_CLI_ARGS", "x", ["-help"]),
            ("TF_CLI_ARGS", "rm a.b", ["state"]), ("TF_CLI_ARGS_state", "rm a.b", ["state"]),
            ("TF_CLI_ARGS_apply", "evil.plan", ["apply"]),
            ("TF_CLI_ARGS_apply", "-destroy -auto-approve -backup", ["apply", "guard.plan"]),
            ("TF_CLI_ARGS_apply", "--", ["apply", "-help"]),
            ("TF_CLI_ARGS", "-destroy -target", ["apply"]),
            ("TF_CLI_ARGS_apply", "-destroy; x", ["apply"]),
            ("TF_CLI_ARGS_apply", "`x`", ["apply"]), ("TF_CLI_ARGS_apply", "$X", ["apply"]),
            ("TF_CLI_ARGS_apply", "'-destroy", ["apply"]),
            ("TF_CLI_ARGS_apply", "\"\" -destroy", ["apply"]),
            ("TF_CLI_ARGS_plan", "-parallelism=3", ["plan", "-parallelism=4"]),
        ] as [(String, String, [String])])
    func `the environment brings no word but whole flags`(
        name: String, value: String, arguments: [String]
    ) {
        #expect(throws: Refusal.self) { try understand(arguments, [name: value]) }
    }

    @Test func `flags from the environment stand before those typed, as terraform splices them`()
        throws
    {
        let command = try command(
            ["apply", "-target=c"],
            ["TF_CLI_ARGS_apply": "-target=a", "TF_CLI_ARGS": "-target b -no-color"])
        #expect(command.values("target") == ["a", "b", "c"])
        #expect(command.display == ["-no-color"])
    }

    @Test func `a destroy from the environment is seen`() throws {
        let command = try command(["apply"], ["TF_CLI_ARGS_apply": "-destroy -auto-approve"])
        #expect(command.bool("destroy") == true)
        #expect(command.bool("auto-approve") == true)
    }

    @Test(arguments: [
        ["apply", "-help"], ["-help"], ["--help"], ["destroy", "-h"], ["state"], ["workspace"],
        [], ["apply", "p", "-help"], ["-help", "apply"], ["state", "-help"],
    ])
    func `help is help`(arguments: [String]) throws {
        guard case .help = try understand(arguments).kind else {
            Issue.record("not understood as help")
            return
        }
    }

    @Test(arguments: [["-version"], ["-v"], ["apply", "-version"], ["destroy", "--version"]])
    func `a version is a version`(arguments: [String]) throws {
        guard case .version = try understand(arguments).kind else {
            Issue.record("not understood as version")
            return
        }
    }

    @Test func `a value keeps every byte of its own`() throws {
        let command = try command(["apply", "-var=\u{301}name=a=b", "-var-file", "x y"])
        #expect(command.values("var") == ["\u{301}name=a=b"])
        #expect(command.values("var-file") == ["x y"])
        #expect(
            command.flags.map(\.argument) == ["-var=\u{301}name=a=b", "-var-file=x y"])
    }

    @Test(
        arguments: [
            ("-a=b -c", ["-a=b", "-c"]), ("  -a\t'b c'  ", ["-a", "b c"]),
            (#"-var="x=y z""#, ["-var=x=y z"]), (#"a\ b"#, ["a b"]), (#"'a"b'"#, [#"a"b"#]),
            ("", []),
        ] as [(String, [String])])
    func `words are split as a shell splits them`(text: String, words: [String]) {
        #expect(shellWords(text) == words)
    }

    @Test(arguments: ["a;b", "a|b", "a`b`", "$x", "$(x)", "'a", "\"a", "a\\", "''", "a>b", #"'\'"#])
    func `words that terraform would split in its own way are not split`(text: String) {
        #expect(shellWords(text) == nil)
    }
}
