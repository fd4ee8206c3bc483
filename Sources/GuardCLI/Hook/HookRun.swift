import GuardCore
import GuardSystem
import TerraformPlan

/// What `tfguard hook` is to do.
enum HookOptions: Equatable, Sendable {
    /// Answer the request on standard input.
    case answer(HookTool)
    /// Write the settings of this folder's project.
    case install(HookTool)
}

/// `tfguard hook`: tells an agent, before it runs a command or writes a file, that it must not.
///
/// Whatever goes wrong here is a denial, in the protocol's own terms.
struct HookRun: Sendable {
    let options: HookOptions
    let environment: Environment

    func run() throws(Refusal) -> ExitStatus {
        switch options {
        case .answer(let tool):
            let answer = tool.answer(denial())
            try refusing { () throws(SystemError) in
                if !answer.isEmpty { try StandardStream.output.write(answer) }
            }
        case .install(let tool):
            try install(tool)
        }
        return .success
    }

    private func denial() -> HookDenial? {
        do {
            return try HookRequest(try StandardStream.input.readAll(limit: largestRequest)).denial
        } catch let error as HookDenial.Unreadable {
            return .unreadable(error.what)
        } catch {
            return .unreadable("\(error)")
        }
    }

    /// Writes settings where there are none; what somebody else has written is theirs to change.
    private func install(_ tool: HookTool) throws(Refusal) {
        let program = ByteString(bytes: try shimTarget(environment).bytes)
        let text = tool.settings(running: shellCommand([program], in: nil))
        let directory = try refusing { () throws(SystemError) in try FilePath.currentDirectory() }
        guard let name = FilePath(tool.settingsFile), let folder = directory.appending(name).parent
        else { throw .internalError("\(tool.settingsFile) is no path.") }
        let path = directory.appending(name)
        let found = try refusing { () throws(SystemError) in
            try path.factsIfThere(links: .refuse)
        }
        if found != nil {
            let there = try refusing { () throws(SystemError) in
                try readFile(path, limit: largestRequest)
            }
            if there == Array(text.utf8) {
                return try say([.exact(path.bytes), .prose(" has the hook already.")])
            }
            throw .usage(
                "\(path) is there already",
                "Nothing was changed in it. Add these hooks to those that it has:\n\n\(text)")
        }
        try refusing { () throws(SystemError) in
            try folder.makeFolders(permissions: 0o755)
            try FileDescriptor.create(path, permissions: 0o666).write(Array(text.utf8))
        }
        try say([
            .prose("Wrote "), .exact(path.bytes),
            .prose(
                ". What the agent runs is seen from its next session on. A hook does not see what a "
                    + "script or another program runs: the boundary is credentials that the agent "
                    + "does not have."),
        ])
    }

    private func say(_ runs: [TextRun]) throws(Refusal) {
        let console = Console(.output, environment: environment)
        var block = TextBlock(width: console.width)
        block.paragraph(runs)
        try refusing { () throws(SystemError) in
            try StandardStream.output.write(Array(block.rendered(console.style).utf8))
        }
    }
}

/// More than any file that an agent writes in one call.
private let largestRequest = 64 << 20
