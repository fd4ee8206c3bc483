import GuardSystem
import Synchronization

/// A git repository, asked in a way that nothing in it runs a program.
///
/// A repository's own configuration can name programs: hooks, `core.fsmonitor`, filters, a transport
/// for objects that are missing. So git is run from a fixed path that is root's alone, with an
/// environment of its own, no configuration but the repository's, and what of that would start
/// anything switched off; and only commands that read are used (git(1), git-config(1)).
struct GitRepository: Sendable {
    /// The folder that holds `.git`; a real path.
    let folder: FilePath
    private let program: FilePath
    /// How long git may take for one answer; a named pipe among its files would never end.
    var patience = Self.patience

    /// The outermost repository that a folder lies in.
    ///
    /// A repository further in decides nothing about one further out: whoever may write to a folder
    /// can make it one, with whatever history he likes.
    ///
    /// - Parameter directory: a real path.
    /// - Returns: nil where there is none, or no git that could be asked.
    static func outermost(around directory: FilePath) -> GitRepository? {
        GitRepository(folders(around: directory).last)
    }

    /// The repository that a folder belongs to.
    static func innermost(around directory: FilePath) -> GitRepository? {
        GitRepository(folders(around: directory).first)
    }

    /// The repositories that a folder lies in, the outermost first.
    static func all(around directory: FilePath) -> [GitRepository] {
        folders(around: directory).reversed().compactMap { GitRepository($0) }
    }

    private init?(_ folder: FilePath?) {
        guard let folder, let program = Self.program else { return nil }
        self.folder = folder
        self.program = program
    }

    /// The folders that hold a `.git`, the nearest first.
    static func folders(around directory: FilePath) -> [FilePath] {
        var found: [FilePath] = []
        var folder: FilePath? = directory
        while let current = folder {
            // What cannot be looked at is there, and so is a link that leads nowhere.
            let isThere =
                (try? current.appending(".git").factsIfThere(links: .refuse) != nil) ?? true
            if isThere { found.append(current) }
            folder = current.parent
        }
        return found
    }

    private static var program: FilePath? {
        let places: [FilePath] = ["/usr/bin/git", "/usr/local/bin/git"]
        return places.first { place in
            (try? Executable(at: place)) != nil && isRootsAlone(place)
        }
    }

    // MARK: - What it can be asked

    /// The commit that a name stands for; nil where there is none.
    func commit(_ name: String) throws(GitFailure) -> String? {
        // What begins with a dash would be an option.
        guard !name.isEmpty, !name.hasPrefix("-"), !name.utf8.contains(0) else { return nil }
        return try line(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    }

    /// The bytes of a file as a revision has them, or nil where either is not there.
    ///
    /// - Parameters:
    ///   - path: relative to the repository's folder, without dots.
    ///   - revision: a full name, or a hash.
    ///   - limit: more bytes than this are refused.
    /// - Returns: the bytes.
    /// - Throws: an error where git cannot be asked, or the file is too large.
    func file(
        _ path: [UInt8], in revision: String, limit: Int
    ) throws(GitFailure) -> [UInt8]? {
        let object = Array("\(revision):".utf8) + path
        guard !object.contains(0), object.first != UInt8(ascii: "-") else { return nil }
        let words = ["cat-file", "blob"].map { Array($0.utf8) } + [object]
        let run = try ask(
            words, limit: limit, about: FilePath(bytes: path).map { folder.appending($0) })
        return run.termination == .exited(0) ? run.output : nil
    }

    /// What a revision can have at a path.
    enum Entry: Equatable {
        case file([UInt8])
        /// Where a symbolic link leads.
        case link([UInt8])
    }

    /// A file or a link of a revision, whose bytes were not read yet.
    struct Listed: Equatable {
        /// Absolute.
        let path: FilePath
        /// The name of its bytes in the repository.
        fileprivate let object: [UInt8]
        let isLink: Bool
    }

    /// A file or a link as a revision has it; nil where it has neither.
    ///
    /// - Parameters:
    ///   - path: relative to the repository's folder, without dots.
    ///   - revision: a full name, or a hash.
    ///   - limit: more bytes than this are refused.
    /// - Returns: what is there.
    /// - Throws: an error where git cannot be run.
    func entry(_ path: [UInt8], in revision: String, limit: Int) throws(GitFailure) -> Entry? {
        guard let listed = try existing([path], in: revision).first else { return nil }
        let bytes = try bytes(of: listed, limit: limit)
        return listed.isLink ? .link(bytes) : .file(bytes)
    }

    /// Which of some paths are files or links in a revision, in no particular order.
    ///
    /// - Parameters:
    ///   - paths: relative to the repository's folder, without dots.
    ///   - revision: a full name, or a hash.
    /// - Returns: those that are there.
    /// - Throws: an error where git cannot be run, or has no answer.
    func existing(
        _ paths: [[UInt8]], in revision: String
    ) throws(GitFailure) -> [Listed] {
        guard let listed = try listing(of: paths, in: revision) else {
            throw .withoutTree(folder, revision: revision)
        }
        return listed
    }

    /// The same; nil where git has no answer, which a missing revision is one reason for.
    func listing(
        of paths: [[UInt8]], in revision: String
    ) throws(GitFailure) -> [Listed]? {
        // Asked about none, git lists the whole of the folder; what begins with a dash is an option.
        guard !paths.isEmpty, !paths.contains(where: { $0.contains(0) }) else { return [] }
        guard !revision.hasPrefix("-"), !revision.utf8.contains(0) else { return nil }
        // `100644 blob 3b18e512…<tab>live/tfguard.hcl` (git-ls-tree(1)).
        let words = ["ls-tree", "-z", "--full-tree", revision, "--"].map { Array($0.utf8) }
        let run = try ask(words + paths, limit: 1 << 20)
        guard run.termination == .exited(0) else { return nil }
        return run.output.split(separator: 0).compactMap { line in
            let parts = line.split(separator: 0x09, maxSplits: 1)
            guard parts.count == 2, let path = FilePath(bytes: Array(parts[1])) else { return nil }
            let words = parts[0].split(separator: 0x20)
            guard words.count == 3, words[1].elementsEqual("blob".utf8) else { return nil }
            return Listed(
                path: folder.appending(path), object: Array(words[2]),
                isLink: words[0].elementsEqual("120000".utf8))
        }
    }

    /// The bytes of what was listed.
    func bytes(of listed: Listed, limit: Int) throws(GitFailure) -> [UInt8] {
        let words = ["cat-file", "blob"].map { Array($0.utf8) } + [listed.object]
        let run = try ask(words, limit: limit, about: listed.path)
        guard run.termination == .exited(0) else {
            let object = String(decoding: listed.object, as: UTF8.self)
            throw .withoutContent(of: listed.path, in: folder, object: object)
        }
        return run.output
    }

    /// The full names of references.
    ///
    /// - Parameter patterns: full names, or folders of them (git-for-each-ref(1)).
    /// - Returns: those that there are; nil where git cannot read the repository.
    /// - Throws: an error where git cannot be run.
    func references(matching patterns: [String]) throws(GitFailure) -> [String]? {
        let words = ["for-each-ref", "--format=%(refname)", "--"] + patterns
        guard let output = try output(words) else { return nil }
        return output.split(separator: UInt8(ascii: "\n")).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The path of something in the repository, relative to its folder; nil for what is outside.
    func relative(_ path: FilePath) -> [UInt8]? {
        let prefix = folder.bytes == [UInt8(ascii: "/")] ? folder.bytes : folder.bytes + [0x2f]
        guard path.bytes.starts(with: prefix), path.bytes.count > prefix.count else { return nil }
        return Array(path.bytes.dropFirst(prefix.count))
    }

    /// What git prints of a question whose answer is a line; nil where it has none.
    func line(_ arguments: [String]) throws(GitFailure) -> String? {
        guard let output = try output(arguments) else { return nil }
        let text = String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return text.isEmpty ? nil : text
    }

    /// All that git prints; nil where it ends with an error.
    func output(
        _ arguments: [String], settings: [String] = []
    ) throws(GitFailure) -> [UInt8]? {
        let run = try ask(arguments.map { Array($0.utf8) }, settings: settings, limit: 64 << 20)
        return run.termination == .exited(0) ? run.output : nil
    }

    /// Settings that switch the repository's filters off, which are programs, by their names; nil
    /// where one has a name that cannot be written.
    var settingsWithoutFilters: [String]? {
        get throws(GitFailure) {
            let named = ["config", "--null", "--name-only", "--get-regexp", "^filter\\."]
            var settings: [String] = []
            for key in try output(named)?.split(separator: 0) ?? [] {
                let name = String(decoding: key, as: UTF8.self)
                guard !name.contains("="), let end = name.lastIndex(of: ".") else { return nil }
                let filter = name[..<end]
                settings += [
                    "\(filter).clean=", "\(filter).smudge=", "\(filter).process=",
                    "\(filter).required=false",
                ]
            }
            return settings
        }
    }

    /// Asks what is answered later, while something else is done.
    func start(
        _ arguments: [[UInt8]], settings: [String] = []
    ) throws(GitFailure) -> ChildProcess {
        guard !Self.silent.withLock({ $0.contains(folder) }) else { throw .silent(folder) }
        do throws(SystemError) {
            return try ChildProcess(
                command(arguments, settings: settings),
                descriptors: ChildDescriptors(input: .null, output: .pipe, error: .null))
        } catch {
            throw .system(error)
        }
    }

    /// What was asked before, as soon as git has answered.
    ///
    /// - Parameters:
    ///   - child: git.
    ///   - limit: more bytes than this are refused.
    ///   - path: the file that is too large then.
    /// - Returns: what it has said.
    /// - Throws: why it has not.
    func answer(
        of child: inout ChildProcess, limit: Int, about path: FilePath? = nil
    ) throws(GitFailure) -> CapturedRun {
        do throws(SystemError) {
            return try child.capture(limit: limit, within: patience)
        } catch {
            switch error.code {
            case SystemError.timedOut:
                Self.silent.withLock { $0.append(folder) }
                throw .silent(folder)
            case SystemError.tooLarge: throw .tooLarge(path ?? folder)
            case _: throw .system(error)
            }
        }
    }

    private func ask(
        _ arguments: [[UInt8]], settings: [String] = [], limit: Int, about path: FilePath? = nil
    ) throws(GitFailure) -> CapturedRun {
        var child = try start(arguments, settings: settings)
        return try answer(of: &child, limit: limit, about: path)
    }

    private func command(_ arguments: [[UInt8]], settings: [String] = []) -> Command {
        let options = (Self.settings + settings).flatMap { ["-c", $0] }.map { Array($0.utf8) }
        let place = [
            Array("--git-dir=".utf8) + folder.appending(".git").bytes,
            Array("--work-tree=".utf8) + folder.bytes,
        ]
        return Command(
            program, arguments: [Array("git".utf8)] + options + place + arguments,
            environment: Self.environment, directory: folder)
    }

    static let patience: Duration = .seconds(60)

    /// Where git did not answer once.
    ///
    /// A run waits once, and asks nothing there again: it would wait as long for each of its policies.
    private static let silent = Mutex<[FilePath]>([])

    private static let settings = [
        "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat",
        "protocol.allow=never", "core.untrackedCache=false", "gpg.program=/bin/false",
        "log.showSignature=false",
    ]

    private static let environment = Environment(
        entries: [
            "PATH=/usr/bin:/bin", "HOME=/nonexistent", "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1",
            "GIT_CONFIG_GLOBAL=/dev/null", "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1",
            "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_LITERAL_PATHSPECS=1",
            "GIT_ALLOW_PROTOCOL=", "GIT_ATTR_NOSYSTEM=1",
        ].map { Array($0.utf8) })
}
