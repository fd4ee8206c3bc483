import Diagnostics
import GuardSystem
import TerraformPlan

/// What `PATH` makes of `terraform` and `tofu`, and what on it goes around the guard.
struct ShimSurvey: Sendable {
    /// What one name leads to, in the order of `PATH`.
    enum Step: Equatable, Sendable {
        case tfguard(FilePath)
        /// A script with `tfguard` among its words: what it does cannot be told from outside.
        case script(FilePath)
        case other(FilePath)
        /// A link to a tfguard that is gone, which shells pass over.
        case dangling(FilePath)
        /// A folder that is not absolute: whatever lies where somebody happens to stand.
        case relativeFolder
    }

    /// In the order of `shimNames`.
    private let steps: [(name: FilePath, steps: [Step])]
    /// Other names of terraform that lead to no tfguard, such as `terraform1.5.7`.
    private let versioned: [FilePath]
    /// Variables that lead Terragrunt past `PATH`, each with its value.
    private let variables: [(name: String, value: FilePath)]
    /// The usual folder of the shims, where they lie and `PATH` does not name it.
    private let unused: FilePath?

    /// Looks.
    ///
    /// - Parameter environment: `PATH` and Terragrunt's variables count.
    init(_ environment: Environment) {
        let folders = (environment["PATH"] ?? [])
            .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            .map { FilePath(bytes: Array($0)) }
        steps = shimNames.map { name in
            (name, folders.compactMap { Self.step(name, in: $0) })
        }
        versioned = Self.versionedNames(in: folders)
        variables = terragruntVariables.compactMap { name in
            guard let value = environment[name].flatMap(FilePath.init(bytes:)), value.isAbsolute,
                let program = try? Executable(at: value), !program.isGuard
            else { return nil }
            return (name, value)
        }
        unused = usualShimFolder(environment).flatMap { folder in
            let isThere = shimNames.contains { name in
                if case .link = ShimPlace(folder.appending(name)) { return true }
                return false
            }
            guard isThere, let place = try? folder.resolved() else { return nil }
            return folders.contains { (try? $0?.resolved()) == place } ? nil : folder
        }
    }

    private static func step(_ name: FilePath, in folder: FilePath?) -> Step? {
        // An empty folder is the current one.
        guard let folder, folder.isAbsolute else { return .relativeFolder }
        let path = folder.appending(name)
        guard let program = try? Executable(at: path) else {
            if case .link(let target) = ShimPlace(path),
                (try? folder.appending(target).facts()) == nil
            {
                return .dangling(path)
            }
            return nil
        }
        guard program.isGuard else { return .other(path) }
        return program.isScript ? .script(path) : .tfguard(path)
    }

    private static func versionedNames(in folders: [FilePath?]) -> [FilePath] {
        var seen: Set<FilePath> = []
        var found: [FilePath] = []
        for folder in folders {
            guard let folder, folder.isAbsolute, let names = try? folder.entries() else { continue }
            for name in names where !shimNames.contains(name) {
                guard isTerraformName(String(decoding: name.bytes, as: UTF8.self)),
                    let program = try? Executable(at: folder.appending(name)),
                    seen.insert(name).inserted, !program.isGuard
                else { continue }
                found.append(program.path)
            }
        }
        return found
    }

    /// Whether every name that leads anywhere leads to tfguard, and nothing known leads past it.
    var isGuarded: Bool {
        let present = steps.filter { $0.steps.contains { $0 != .relativeFolder } }
        return !present.isEmpty && variables.isEmpty
            && present.allSatisfy { entry in
                if case .tfguard? = entry.steps.first { return true }
                return false
            }
    }

    /// In words, for a person.
    func report(width: Int, _ style: TextStyle) -> String {
        var block = TextBlock(width: width)
        for entry in steps { block.paragraph(words(entry.name, entry.steps)) }
        for path in versioned {
            let name = String(decoding: path.lastComponent, as: UTF8.self)
            block.paragraph([
                .exact(path.bytes), .prose(" goes around the guard. Call it as: "),
                .shown("tfguard \(singleLine(name)) …"),
            ])
        }
        for (name, value) in variables {
            block.paragraph([
                .prose("\(name) leads Terragrunt to "), .exact(value.bytes),
                .prose(", around the guard. Unset it, or run tfguard with terragrunt …"),
            ])
        }
        guard let unused, !isGuarded else { return block.rendered(style) }
        block.gap()
        block.paragraph([
            .prose("tfguard shim install has put its links into "), .exact(unused.bytes),
            .prose(", and PATH does not name that folder."),
        ])
        return block.rendered(style) + linesForPath(unused, width: width, style)
    }

    private func words(_ name: FilePath, _ steps: [Step]) -> [TextRun] {
        let real = steps.compactMap { step -> FilePath? in
            if case .other(let path) = step { return path }
            return nil
        }
        let behind: [TextRun] =
            real.first.map { [.prose(", in front of "), .exact($0.bytes), .prose(".")] }
            ?? [.prose(", with no real one behind it on PATH.")]
        switch steps.first(where: { $0 != .relativeFolder }) {
        case nil:
            return [.prose("\(name): not on PATH.")]
        case .tfguard(let path)? where steps.first == .relativeFolder:
            return [
                .prose(
                    "\(name): NOT guarded where a \(name) lies in the folder one stands in, which "
                        + "PATH asks before "), .exact(path.bytes),
                .prose(". Take the relative folder out of PATH."),
            ]
        case .tfguard(let path)?:
            return [.prose("\(name): guarded. "), .exact(path.bytes), .prose(" is tfguard")]
                + behind
        case .script(let path)?:
            return [
                .prose("\(name): "), .exact(path.bytes),
                .prose(
                    " is a script that names tfguard; whether all goes through it cannot be told. "
                        + "tfguard shim install puts a link there that it can."),
            ]
        case .dangling(let path)?:
            return [
                .prose("\(name): NOT guarded. "), .exact(path.bytes),
                .prose(" leads to a tfguard that is gone. Run tfguard shim install again."),
            ]
        case .other(let path)?:
            let start: [TextRun] = [
                .prose("\(name): NOT guarded. PATH leads to "), .exact(path.bytes),
            ]
            for step in steps {
                guard case .tfguard(let shim) = step else { continue }
                return start + [
                    .prose(" first, and to tfguard at "), .exact(shim.bytes),
                    .prose(" behind it. Put the folder of tfguard in front."),
                ]
            }
            return start + [.prose(unused == nil ? ". See tfguard shim install." : ".")]
        case .relativeFolder?:
            preconditionFailure("the first step that is no relative folder is none")
        }
    }
}

/// What somebody adds to the start-up file of a shell, so that a folder stands in front of `PATH`.
///
/// The line that is there to be copied is one line, however long it is.
func linesForPath(_ folder: FilePath, width: Int, _ style: TextStyle) -> String {
    var block = TextBlock(width: width)
    block.paragraph([
        .prose("Put it in front of PATH, in the last lines of your shell's start-up file:")
    ])
    let quoted = shellCommand([ByteString(bytes: folder.bytes)], in: nil)
    return block.rendered(style) + "\n  export PATH=\(quoted):\"$PATH\"\n\n"
        + "Then, in a new shell, see tfguard shim status.\n"
}
