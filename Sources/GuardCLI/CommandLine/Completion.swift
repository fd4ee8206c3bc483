import GuardCore

/// A shell that `tfguard completion` writes for.
enum Shell: String, CaseIterable, Sendable {
    case bash
    case zsh
    case fish
}

/// What a shell offers behind one of tfguard's own commands.
struct CompletedCommand: Sendable {
    let name: String
    /// The words that can follow it.
    let actions: String
    /// Its flags; those that take a value end with an equals sign.
    let flags: String
    /// What can stand behind the equals sign of a flag, where only some words can.
    let values: [(flag: String, words: String)]

    init(
        _ name: String, actions: String = "", flags: String = "",
        values: [(flag: String, words: String)] = []
    ) {
        self.name = name
        self.actions = actions
        self.flags = flags
        self.values = values
    }

    /// All of tfguard's own commands.
    static let all = [
        CompletedCommand(
            "approve",
            flags: "-reason= -valid= -key= -out= -break-glass -policy= -no-color"),
        CompletedCommand(
            "check",
            flags: "-format= -output= -fail-on= -policy= -policy-ref= -project-policy= -history= "
                + "-chdir= -terraform= -run-evidence -no-color",
            values: [
                ("-format", words(ReportFormat.self)), ("-fail-on", words(FailureThreshold.self)),
            ]),
        CompletedCommand("completion", actions: "bash zsh fish"),
        CompletedCommand("demo"),
        CompletedCommand(
            "explain",
            flags: "-plan= -actor -verbose -policy= -policy-ref= -project-policy= -chdir= "
                + "-no-color"),
        CompletedCommand("help", actions: Invocation.ownCommands.joined(separator: " ")),
        CompletedCommand(
            "incident", actions: "last", flags: "-format= -file=",
            values: [("-format", words(IncidentOptions.Format.self))]),
        CompletedCommand(
            "log", actions: "show tail verify stats", flags: "-head= -file= -json"),
        CompletedCommand(
            "pin", flags: "-new -remove -until= -workspace= -terraform= -no-color"),
        CompletedCommand(
            "policy", actions: "catalog check init show test", flags: "-chdir= -no-color"),
        CompletedCommand(
            "posture", flags: "-state= -format= -json -max= -policy= -no-color",
            values: [("-format", words(PostureOptions.Format.self))]),
        CompletedCommand("rehearsal", flags: "-key= -out="),
        CompletedCommand("request", actions: subcommands),
        CompletedCommand("shim", actions: "install status remove"),
        CompletedCommand("with"),
    ]

    /// The first words of terraform's subcommands, each once.
    static let subcommands: String = {
        var words: [String] = []
        for subcommand in Subcommand.all {
            guard let word = subcommand.words.first, !words.contains(word) else { continue }
            words.append(word)
        }
        return words.sorted().joined(separator: " ")
    }()

    /// The second words of terraform's subcommands by their first: `state` has `list`, `mv` and others.
    static let seconds: [(first: String, words: String)] = Subcommand.parents.compactMap { first in
        var words: [String] = []
        for subcommand in Subcommand.all where subcommand.words.first == first {
            guard subcommand.words.count > 1, !words.contains(subcommand.words[1]) else { continue }
            words.append(subcommand.words[1])
        }
        return words.isEmpty ? nil : (first, words.sorted().joined(separator: " "))
    }

    private static func words<Word: CaseIterable & RawRepresentable<String>>(
        _ type: Word.Type
    ) -> String {
        type.allCases.map(\.rawValue).joined(separator: " ")
    }

    /// What can stand first: tfguard's own commands, terraform, and terraform's subcommands.
    static let first =
        (all.map(\.name) + ["terraform", "tofu"]).joined(separator: " ") + " " + subcommands
        + " -policy= -approval= -dev-overrides -version -help"
}

/// The script that makes a shell complete tfguard's command line.
///
/// It offers words alone: where it has none, the shell's own files.
func completionScript(for shell: Shell) -> String {
    switch shell {
    case .bash: bashScript
    case .zsh: "#compdef tfguard\nautoload -U +X bashcompinit && bashcompinit\n\(bashScript)"
    case .fish: fishScript
    }
}

/// bash(1), "Programmable Completion": COMP_WORDS splits at an equals sign there, and zsh's does not.
private var bashScript: String {
    var cases = ""
    var values = ""
    for command in CompletedCommand.all {
        let flags = command.flags.isEmpty ? "" : " flags=\"\(command.flags)\""
        cases += "  \(command.name)) words=\"\(command.actions)\"\(flags) ;;\n"
        for (flag, words) in command.values {
            values += "    \"\(command.name) \(flag)\") words=\"\(words)\" ;;\n"
        }
    }
    let seconds = CompletedCommand.seconds.map { "  \($0.first)) words=\"\($0.words)\" ;;\n" }
    return """
        _tfguard() {
          local current="${COMP_WORDS[COMP_CWORD]}" words="" flags="" flag="" front=""
          local command="" second="" place=1 word
          while [ "$place" -lt "$COMP_CWORD" ]; do
            word="${COMP_WORDS[place]}"
            case "$word" in
            -* | =) ;;
            *) if [ "${COMP_WORDS[place - 1]}" != "=" ]; then
              case "$command" in
              "" | terraform | tofu | request) command="$word" ;;
              *) second="${second:-$word}" ;;
              esac
            fi ;;
            esac
            place=$((place + 1))
          done
          case "$current" in
          =) flag="${COMP_WORDS[COMP_CWORD - 1]}" current="" ;;
          -*=*) flag="${current%%=*}" front="${current%%=*}=" ;;
          *) if [ "${COMP_WORDS[COMP_CWORD - 1]}" = "=" ]; then flag="${COMP_WORDS[COMP_CWORD - 2]}"; fi ;;
          esac
          if [ -n "$flag" ]; then
            case "$command $flag" in
        \(values)    esac
            COMPREPLY=($(compgen -P "$front" -W "$words" -- "${current#"$front"}"))
            return
          fi
          case "$command" in
          "") words="\(CompletedCommand.first)" ;;
          terraform | tofu) words="\(CompletedCommand.subcommands)" ;;
        \(cases)\(seconds.joined())  esac
          # What has been said already is not offered again.
          if [ -n "$second" ]; then words=""; fi
          # Flags are offered to who has begun one: else they would hide the files.
          case "$current" in -*) words="$words $flags" ;; esac
          COMPREPLY=($(compgen -W "$words" -- "$current"))
          case "${COMPREPLY[0]-}" in *=) compopt -o nospace 2>/dev/null ;; esac
        }
        complete -o default -F _tfguard tfguard

        """
}

private var fishScript: String {
    let first = CompletedCommand.first.split(separator: " ").filter { !$0.hasPrefix("-") }
    var text =
        "complete -c tfguard -n __fish_use_subcommand -a '\(first.joined(separator: " "))'\n"
        + "complete -c tfguard -n '__fish_seen_subcommand_from terraform tofu' -a "
        + "'\(CompletedCommand.subcommands)'\n"
    for (first, words) in CompletedCommand.seconds {
        text += "complete -c tfguard -n '__fish_seen_subcommand_from \(first)' -a '\(words)'\n"
    }
    for command in CompletedCommand.all {
        let seen = "complete -c tfguard -n '__fish_seen_subcommand_from \(command.name)'"
        if !command.actions.isEmpty { text += "\(seen) -a '\(command.actions)'\n" }
        for flag in command.flags.split(separator: " ") {
            let takesValue = flag.hasSuffix("=")
            let name = flag.drop { $0 == "-" }.prefix { $0 != "=" }
            let words = command.values.first { $0.flag == "-\(name)" }?.words
            // Where there are words, a file is none of them.
            let value = words.map { " -x -a '\($0)'" } ?? (takesValue ? " -r" : "")
            text += "\(seen) -o \(name)\(value)\n"
        }
    }
    return text
}
