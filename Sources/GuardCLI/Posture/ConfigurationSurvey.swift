import Diagnostics
import GuardSystem
import HCL

/// What the files of a root module say about where its state is kept and who its providers are.
///
/// Read from the text alone: no provider is asked, and no module is fetched.
struct ConfigurationSurvey {
    /// A block with its literal arguments.
    struct Section {
        /// `s3`, `aws`.
        let name: String
        /// `main.tf:3`.
        let place: String
        /// The arguments in the order of the source; nil where one is more than a literal.
        let arguments: [(name: String, value: Value?)]

        /// The text of an argument, where it is a plain one.
        func text(_ name: String) -> String? {
            guard case .string(let text)?? = arguments.first(where: { $0.name == name })?.value
            else { return nil }
            return text
        }
    }

    private(set) var backend: Section?
    private(set) var providers: [Section] = []
    /// Types and names of the managed resources.
    private(set) var resources: [(type: String, name: String, place: String)] = []
    /// The labels of modules that are called.
    private(set) var modules: [String] = []
    /// Files that could not be understood.
    private(set) var unread: [String] = []
    private(set) var isEmpty = true

    /// Reads the files of a folder.
    init(in directory: FilePath) throws(SystemError) {
        for name in try directory.entries() {
            let text = name.description
            guard text.hasSuffix(".tf") || text.hasSuffix(".tofu") else {
                if text.hasSuffix(".tf.json") || text.hasSuffix(".tofu.json") {
                    unread.append(text)
                    isEmpty = false
                }
                continue
            }
            guard try directory.appending(name).facts().kind == .file else { continue }
            isEmpty = false
            let bytes = try readFile(directory.appending(name), limit: largestPolicy)
            let file = SourceFile(name: text, bytes: bytes)
            let (body, problems) = parse(file)
            if problems.contains(where: { $0.severity == .error }) { unread.append(text) }
            take(body, of: file)
        }
    }

    private mutating func take(_ body: Body, of file: SourceFile) {
        for block in body.blocks {
            switch block.type.name {
            case "terraform":
                for inner in block.body.blocks {
                    switch inner.type.name {
                    case "backend": backend = section(inner, named: nil, of: file)
                    case "cloud": backend = section(inner, named: "cloud", of: file)
                    case _: break
                    }
                }
            case "provider": providers.append(section(block, named: nil, of: file))
            case "resource" where block.labels.count == 2:
                let labels = block.labels.map(\.name)
                resources.append((labels[0], labels[1], place(of: block, in: file)))
            case "module":
                if let label = block.labels.first { modules.append(label.name) }
            case _: break
            }
        }
    }

    private func section(_ block: Block, named name: String?, of file: SourceFile) -> Section {
        let scope = Scope(variables: [:])
        return Section(
            name: name ?? block.labels.first?.name ?? "", place: place(of: block, in: file),
            arguments: block.body.attributes.map { attribute in
                (attribute.name.name, try? attribute.expression.value(in: scope))
            })
    }

    private func place(of block: Block, in file: SourceFile) -> String {
        "\(file.name):\(file.line(at: block.headerRange.start))"
    }
}
