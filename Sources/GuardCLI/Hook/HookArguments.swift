import Diagnostics

extension HookOptions {
    /// Understands what follows `tfguard hook`.
    init(_ words: inout OwnArguments) throws(Refusal) {
        let installs = words.peek == "install"
        if installs { words.skip() }
        let tools = HookTool.allCases.map(\.rawValue)
        let name = words.peek ?? ""
        guard let tool = HookTool(rawValue: name) else {
            throw .usage(
                name.isEmpty ? "No agent behind tfguard hook" : "Unknown agent \"\(name)\"",
                "Write tfguard hook or tfguard hook install, and one of "
                    + tools.joined(separator: ", ") + "." + didYouMean(name, among: tools))
        }
        words.skip()
        try words.expectEnd(of: installs ? "hook install" : "hook")
        self = installs ? .install(tool) : .answer(tool)
    }
}
