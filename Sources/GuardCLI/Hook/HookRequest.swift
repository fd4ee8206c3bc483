import Diagnostics
import GuardCore
import TerraformPlan

/// What an agent is about to do, as its hook protocol tells it.
///
/// The protocols differ in their names alone: `tool_name` or `toolName`, `tool_input` or `toolArgs`,
/// which may be JSON within a string; Cursor gives a shell command by itself.
enum HookRequest: Equatable {
    case shell(String)
    /// Words that no shell looks at before they are run.
    case words([String])
    /// The files that it would write.
    case edit([String])
    /// It only looks.
    case other

    /// - Parameter bytes: what the agent wrote to standard input.
    /// - Throws: a denial where that is not understood.
    init(_ bytes: [UInt8]) throws(HookDenial.Unreadable) {
        let value = JSONText(bytes: bytes).value
        guard case .object(let members) = value, !members.isEmpty else {
            throw HookDenial.Unreadable("no JSON object")
        }
        // Cursor's beforeShellExecution.
        if let command = value["command"]?.text {
            self = .shell(command)
            return
        }
        guard let name = (value["tool_name"] ?? value["toolName"])?.text, !name.isEmpty else {
            throw HookDenial.Unreadable("it names no tool")
        }
        var input = value["tool_input"] ?? value["toolArgs"] ?? .null
        if case .string(let text) = input { input = JSONText(bytes: text.bytes).value }
        let tool = name.lowercased()
        if let command = input["command"] ?? input["cmd"] ?? input["script"] {
            if let text = command.text {
                self = .shell(text)
                return
            }
            if case .array = command {
                self = .words(command.texts)
                return
            }
            throw HookDenial.Unreadable("its command is no text")
        }
        if Self.shells.contains(tool) { throw HookDenial.Unreadable("it has no command") }
        if Self.readers.contains(tool) {
            self = .other
            return
        }
        self = .edit(Self.files(in: input, named: ""))
    }

    /// Why it is denied; nil where nothing speaks against it.
    var denial: HookDenial? {
        switch self {
        case .shell(let text):
            let patched = Self.patchedFiles(in: text).lazy.compactMap(guardFile).first
            return patched.map { .changesGuard(file: $0) } ?? ShellJudgement.denial(of: text)
        case .words(let words):
            return ShellJudgement.denial(
                of: shellCommand(words.map { ByteString($0) }, in: nil))
        case .edit(let files):
            return files.lazy.compactMap(guardFile).first.map { .changesGuard(file: $0) }
        case .other: return nil
        }
    }

    private static let shells = [
        "bash", "shell", "run_shell_command", "exec_command", "local_shell", "powershell",
    ]
    private static let readers = [
        "read", "grep", "glob", "ls", "read_file", "read_many_files", "list_directory",
        "search_file_content", "glob_search", "view", "webfetch", "websearch", "web_fetch",
        "google_web_search", "task", "todowrite", "notebookread",
    ]

    /// The texts under names such as `file_path`, and the files that a patch names.
    private static func files(in value: JSONValue, named name: String) -> [String] {
        switch value {
        case .object(let members):
            return members.flatMap { files(in: $0.value, named: $0.key.description.lowercased()) }
        case .array(let elements):
            return elements.flatMap { files(in: $0, named: name) }
        case .string(let bytes):
            let text = bytes.description
            let isPath = name.holds("path") || name.holds("file") || name == "uri"
            return (isPath ? [text] : []) + patchedFiles(in: text)
        case .null, .bool, .number: return []
        }
    }

    /// The files of a patch as Codex writes one: `*** Update File: a.txt`.
    private static func patchedFiles(in text: String) -> [String] {
        let marks = ["*** Update File: ", "*** Add File: ", "*** Delete File: ", "*** Move to: "]
        return text.split(separator: "\n").compactMap { line in
            marks.first(where: line.hasPrefix).map { String(line.dropFirst($0.count)) }
        }
    }
}

extension HookDenial {
    /// What made a request one that is not understood.
    struct Unreadable: Error {
        let what: String

        init(_ what: String) { self.what = what }
    }
}
