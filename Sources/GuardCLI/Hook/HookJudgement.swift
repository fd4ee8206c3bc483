import Diagnostics
import GuardCore
import TerraformPlan

/// Why an agent's tool call is denied.
enum HookDenial: Equatable {
    /// It would run terraform around the guard: what to run instead.
    case goesAround(instead: String)
    /// Nobody can tell from the text what it runs.
    case unclear
    /// It would change a file of the guard.
    case changesGuard(file: String)
    /// The request is not one that this version understands.
    case unreadable(String)

    /// For the agent: what happened, and what to do instead.
    var words: String {
        switch self {
        case .goesAround(let instead):
            "This would run terraform around the guard. Run it as: \(instead) (it is judged there, "
                + "and a person is asked where something would be lost)."
        case .unclear:
            "What this does with terraform cannot be told from the command. Write the terraform "
                + "command out, with tfguard in front of it: tfguard terraform apply."
        case .changesGuard(let file):
            "\(file) belongs to the guard, and an agent does not change it. Say what should be in "
                + "it: a person edits it, and has it reviewed."
        case .unreadable(let what):
            "The guard could not understand this request (\(what)), so it is denied. A person "
                + "looks into it with tfguard help hook."
        }
    }
}

/// What a hook says of a shell command, by its text alone.
///
/// An early warning, and no boundary: a script, an alias or another program hides whatever it likes.
struct ShellJudgement {
    private let mentionsTerraform: Bool

    /// - Returns: why the command is denied; nil where nothing speaks against it.
    static func denial(of text: String, depth: Int = 0) -> HookDenial? {
        let judgement = ShellJudgement(text)
        let shell = ShellText(text)
        if depth > 10 || shell.isBroken && judgement.mentionsTerraform { return .unclear }
        for command in shell.commands {
            if let denial = judgement.denial(of: command, depth: depth) { return denial }
        }
        return nil
    }

    private init(_ text: String) {
        let plain = text.filter { !"'\"\\".contains($0) }.lowercased()
        mentionsTerraform = ["terraform", "tofu", "terragrunt"].contains { plain.holds($0) }
    }

    private func denial(of command: ShellCommand, depth: Int) -> HookDenial? {
        for target in command.writes {
            if let file = guardFile(target.text) { return .changesGuard(file: file) }
        }
        var words = command.words[...]
        var changesArguments = false
        while let word = words.first {
            if let name = assignedName(word.text) {
                changesArguments = changesArguments || name.hasPrefix("TF_CLI_ARGS")
            } else if !Self.controlWords.contains(word.text) {
                break
            }
            words = words.dropFirst()
        }
        guard let program = words.first else { return nil }
        let arguments = words.dropFirst()
        if program.isDynamic { return mentionsTerraform ? .unclear : nil }
        let name = programName(program.text)
        if name == "tfguard" { return nil }
        if changesArguments, mentionsTerraform { return .unclear }
        if let denial = denialOfTerraform(program.text, arguments, mustBeClear: true) {
            return denial
        }
        if isTerraform(name) || name == "terragrunt" { return nil }
        if Self.shells.contains(name) {
            return denialOfShell(arguments, command.input, depth: depth)
        }
        if name == "eval" {
            return Self.denial(of: joined(arguments), depth: depth + 1)
        }
        let isReading = reads(name, arguments)
        if !isReading {
            for word in arguments {
                if let file = guardFile(word.text) { return .changesGuard(file: file) }
            }
        }
        return Self.speakers.contains(name)
            ? nil : denialOfWhatIsRun(by: name, arguments, command.input, depth: depth)
    }

    /// A program that runs another one, such as sudo, env, xargs or aws-vault.
    private func denialOfWhatIsRun(
        by name: String, _ arguments: ArraySlice<ShellWord>, _ input: [String], depth: Int
    ) -> HookDenial? {
        for (place, word) in zip(arguments.indices, arguments) {
            let inner = programName(word.text)
            if inner == "tfguard" { return nil }
            let rest = arguments[(place + 1)...]
            if let name = assignedName(word.text), name.hasPrefix("TF_CLI_ARGS") { return .unclear }
            if isTerraform(inner) || inner == "terragrunt" {
                let isRunner = Self.runners.contains(name)
                return denialOfTerraform(word.text, rest, mustBeClear: isRunner)
            }
            if Self.shells.contains(inner) {
                if let denial = denialOfShell(rest, input, depth: depth) { return denial }
            }
            // `watch "terraform apply"`, `su -c "…"`.
            if mentionsTerraform, word.text.contains(where: \.isWhitespace) {
                let denial = Self.denial(of: word.text, depth: depth + 1)
                if let denial { return denial }
            }
        }
        return nil
    }

    /// `sh -c TEXT`, and a shell that reads its commands from a here-document.
    private func denialOfShell(
        _ arguments: ArraySlice<ShellWord>, _ input: [String], depth: Int
    ) -> HookDenial? {
        var texts = input
        if let flag = arguments.firstIndex(where: { word in
            word.text.hasPrefix("-") && !word.text.hasPrefix("--")
                && word.text.utf8.contains(UInt8(ascii: "c"))
        }), let script = arguments[(flag + 1)...].first(where: { !$0.text.hasPrefix("-") }) {
            texts.append(script.text)
        }
        for text in texts {
            if let denial = Self.denial(of: text, depth: depth + 1) { return denial }
        }
        return nil
    }

    // MARK: Terraform and Terragrunt

    private func denialOfTerraform(
        _ program: String, _ arguments: ArraySlice<ShellWord>, mustBeClear: Bool
    ) -> HookDenial? {
        let name = programName(program)
        let words = arguments.map(\.text)
        guard name != "terragrunt" else { return denialOfTerragrunt(arguments) }
        guard isTerraform(name) else { return nil }
        let doubt: HookDenial? = mustBeClear ? .unclear : nil
        let first = arguments.first { !$0.text.hasPrefix("-chdir=") }
        if let first, first.isDynamic { return doubt }
        let instead = HookDenial.goesAround(instead: commandWords(["tfguard", program] + words))
        do throws(Refusal) {
            let invocation = try TerraformInvocation(words) { _ in nil }
            guard case .command(let command) = invocation.kind else { return nil }
            switch command.subcommand.route {
            case .pass, .local, .plan: return nil
            case .initialise:
                let moves = ["migrate-state", "force-copy", "from-module", "plugin-dir"]
                return command.flags.contains { moves.contains($0.name) } ? instead : nil
            case .apply, .surgery: return instead
            }
        } catch {
            return doubt
        }
    }

    /// By its words: Terragrunt hands most of them on.
    private func denialOfTerragrunt(_ arguments: ArraySlice<ShellWord>) -> HookDenial? {
        let changing = [
            "apply", "destroy", "refresh", "import", "taint", "untaint", "force-unlock", "rm", "mv",
            "push", "replace-provider", "delete", "exec", "test",
        ]
        let words = arguments.map(\.text)
        if arguments.contains(where: \.isDynamic) { return .unclear }
        let changes = words.contains { word in
            let word = word.hasSuffix("-all") ? String(word.dropLast("-all".count)) : word
            return changing.contains(word)
        }
        guard changes else { return nil }
        return .goesAround(instead: commandWords(["tfguard", "with", "terragrunt"] + words))
    }

    private func commandWords(_ words: [String]) -> String {
        shellCommand(words.map { ByteString($0) }, in: nil)
    }

    private func joined(_ words: ArraySlice<ShellWord>) -> String {
        words.map(\.text).joined(separator: " ")
    }

    // MARK: Names

    private func isTerraform(_ name: String) -> Bool { isTerraformName(name) }

    /// The last part of a path, without what Windows puts behind it.
    private func programName(_ text: String) -> String {
        let name = text.split(separator: "/").last.map(String.init) ?? text
        return name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
    }

    /// The name in `NAME=value`.
    private func assignedName(_ word: String) -> String? {
        guard let end = word.firstIndex(of: "=") else { return nil }
        let name = word[..<end]
        let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        return isName && !name.isEmpty ? String(name) : nil
    }

    private static let controlWords = [
        "if", "then", "else", "elif", "do", "while", "until", "!", "{", "}", "fi", "done", "time",
        "esac",
    ]
    private static let shells = ["sh", "bash", "zsh", "dash", "ksh", "ash", "fish"]
    /// What runs the words behind it, so that a doubtful one is no mention.
    private static let runners = [
        "sudo", "doas", "env", "command", "exec", "nohup", "nice", "ionice", "timeout", "setsid",
        "stdbuf", "xargs", "parallel", "builtin", "unbuffer", "aws-vault",
    ]
    /// What only speaks of the words behind it.
    private static let speakers = [
        "echo", "printf", "grep", "egrep", "fgrep", "rg", "ag", "git", "man", "which", "whereis",
        "type", "cat", "less", "more", "head", "tail", "ls", "cd", "mkdir", "hash",
    ]
    private static let readers = [
        "cat", "less", "more", "head", "tail", "grep", "egrep", "fgrep", "rg", "ag", "ls", "stat",
        "file", "wc", "diff", "cmp", "sha256sum", "shasum", "md5sum", "jq", "yq", "test", "[", "[[",
        "echo", "printf", "cd", "man", "which",
    ]

    private func reads(_ name: String, _ arguments: ArraySlice<ShellWord>) -> Bool {
        switch name {
        case "git":
            let words = arguments.map(\.text)
            return ["diff", "log", "show", "status", "add", "commit", "blame", "grep", "ls-files"]
                .contains { words.contains($0) }
        case "find": return !arguments.contains { ["-delete", "-exec"].contains($0.text) }
        case "sed": return !arguments.contains { $0.text.hasPrefix("-") && $0.text.holds("i") }
        case _: return Self.readers.contains(name)
        }
    }
}

/// The name of a file of the guard that a path leads to; nil for any other.
func guardFile(_ path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return nil }
    if ["tfguard.hcl", ".tfguard.lock.hcl", "allowed_signers", ".tfguard"].contains(name) {
        return name
    }
    // The links of a shim are run, and lie beside the record.
    let isRecord = parts.dropLast().last == ".tfguard" && !name.hasPrefix("bin")
    if path.hasPrefix("/etc/tfguard") || isRecord {
        return singleLine(path)
    }
    for tool in HookTool.allCases {
        for file in tool.guardedFiles where path == file || path.hasSuffix("/" + file) {
            return file
        }
    }
    return nil
}
