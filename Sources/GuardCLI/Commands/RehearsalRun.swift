import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// What `tfguard rehearsal` is to do.
struct RehearsalOptions: Equatable, Sendable {
    /// A line of the record; nil for the last apply in this folder.
    var line: Int?
    /// What to sign with, where it is not the usual key.
    var key: String?
    /// Where the rehearsal is written to.
    var out: String?
}

/// `tfguard rehearsal`: has somebody's key sign that something was applied here, as the record says.
///
/// The record alone proves nothing elsewhere: whoever can apply can write a line of it.
struct RehearsalRun: Sendable {
    let options: RehearsalOptions
    let environment: Environment

    /// Looks it up, says what it is, signs.
    ///
    /// - Returns: success, once the rehearsal is written.
    /// - Throws: why there is none.
    func run() throws(Refusal) -> ExitStatus {
        let actors = detectActors(.now(environment)).actors
        guard actors.isSubset(of: [.human, .ci]) else {
            throw Refusal(
                .confirmationNeeded, "Neither a person nor a pipeline",
                "Whoever signs a rehearsal vouches for it. Nothing was signed.")
        }
        let directory = try RootModule(chdir: nil, environment: environment).directory
        let policy = try loadPolicy(for: directory, extra: []).policy
        let place = try RecordPlace(path: policy.recordSettings.path, environment: environment)
        let contents = try RecordContents(place)
        try refuseBrokenChain(contents, place)
        let run = try found(in: RecordedRun.all(in: contents.lines), directory)
        let statement = try statement(of: run)
        let console = Console(.error, environment: environment, hasColor: true)
        console.write(words(statement, run, width: console.width).rendered(console.style))
        guard let message = statement.bytes else {
            throw .internalError("A statement has no canonical form.")
        }
        let keygen = try SSHKeygen(
            policy.approvalRules?.sshKeygen.flatMap { FilePath(bytes: $0.bytes) })
        let key = try signingKey(options.key, environment)
        let signature = try keygen.sign(message, with: key, environment: environment)
        guard let bytes = Rehearsal(statement: statement, signature: signature).bytes else {
            throw .internalError("A rehearsal has no canonical form.")
        }
        let out = try write(bytes)
        var block = TextBlock(width: console.width)
        block.paragraph([
            .prose("Signed. ", .strong), .prose("Hand on "), .exact(out.bytes, .strong),
            .prose(": -approval=FILE gives it to an apply of the same module sources."),
        ])
        try refusing { () throws(SystemError) in
            try StandardStream.output.write(Array(block.rendered(.plain).utf8))
        }
        return .success
    }

    private func refuseBrokenChain(
        _ contents: RecordContents, _ place: RecordPlace
    ) throws(Refusal) {
        var chain = AuditChain(
            anchors: RecordFile.secondHead(place).map { [$0.digest] } ?? [])
        for file in contents.files { chain.check(file.bytes, name: file.name) }
        guard chain.fault == nil, chain.missingAnchors.isEmpty else {
            throw Refusal(
                .declined, "A record that was changed",
                "Nobody can vouch for what it says: see tfguard log verify. Nothing was signed.")
        }
    }

    private func found(
        in runs: [RecordedRun], _ directory: FilePath
    ) throws(Refusal) -> RecordedRun {
        let run =
            if let line = options.line {
                runs.first { $0.number == line || $0.outcome?["number"]?.number == line }
            } else {
                runs.last {
                    $0.intent["directory"]?.textBytes?.bytes == directory.bytes
                        && $0.intent["plan"]?["modules_sha256"]?.text != nil
                }
            }
        guard let run else {
            throw .usage(
                "Nothing that was rehearsed",
                options.line == nil
                    ? "The record has no apply in this folder. Name a line of tfguard log."
                    : "The record has no run at that line: see tfguard log.")
        }
        return run
    }

    /// - Throws: a refusal where what the record says is no rehearsal.
    private func statement(of run: RecordedRun) throws(Refusal) -> RehearsalStatement {
        func refusal(_ why: String) -> Refusal {
            Refusal(
                .declined, "No rehearsal",
                "Line \(run.number) of the record \(why). Nothing was signed.")
        }
        let plan = run.intent["plan"]
        guard let outcome = run.outcome, run.status == 0, outcome["interrupted"]?.flag == false,
            let line = outcome["sha256"]?.text,
            let applied = outcome["time"]?.text.flatMap({ Moment(inRFC3339: $0) })
        else { throw refusal("did not end well, as far as it is known") }
        guard plan?["mode"]?.text == PlanMode.normal.rawValue, plan?["whole"]?.flag == true else {
            throw refusal(
                "is not about an ordinary apply of everything: no -destroy and no -target")
        }
        guard let root = plan?["root_sha256"]?.text, let modules = plan?["modules_sha256"]?.text
        else { throw refusal("does not say which module sources were applied") }
        let lineages = [outcome, run.observed, run.intent].compactMap { $0?["lineage"]?.textBytes }
        guard let lineage = lineages.first(where: { !$0.bytes.isEmpty }) else {
            throw refusal("does not say to which state")
        }
        let environments = run.intent["environments"]?.texts ?? []
        guard !environments.isEmpty else { throw refusal("is about no environment of the policy") }
        let who = run.intent["who"]
        return RehearsalStatement(
            configuration: RehearsedConfiguration(root: root, modules: modules),
            environments: environments.sorted(), lineage: lineage, applied: applied,
            by: ApprovalStatement.Requester(
                user: who?["user"]?.text ?? "", host: who?["host"]?.text ?? "",
                actors: who?["actors"]?.texts ?? []),
            line: line)
    }

    /// What is signed, from the record.
    private func words(
        _ statement: RehearsalStatement, _ run: RecordedRun, width: Int
    ) -> TextBlock {
        var block = TextBlock(width: width)
        let directory = run.intent["directory"]?.textBytes?.bytes ?? []
        block.paragraph([
            .prose("You sign that this was applied, whole and without an error: "),
            .exact(directory), .prose(" in "),
            .exact(Array(statement.environments.joined(separator: " and ").utf8), .strong),
            .prose(", at \(statement.applied.inRFC3339), by "),
            .exact(Array("\(statement.by.user)@\(statement.by.host)".utf8)),
            .prose(" (line \(run.number) of the record)."),
        ])
        return block
    }

    /// Another rehearsal is written over, and nothing else is.
    private func write(_ bytes: [UInt8]) throws(Refusal) -> FilePath {
        guard let typed = FilePath(options.out ?? "tfguard.rehearsal") else {
            throw .usage("No file", "-out names no file.")
        }
        return try refusing("Nothing was handed on.") { () throws(SystemError) in
            let path = try FilePath.currentDirectory().appending(typed)
            if try path.factsIfThere(links: .refuse) != nil {
                guard Rehearsal(try readFile(path, limit: 1 << 20, links: .refuse)) != nil else {
                    throw SystemError(.create, path, code: 17)
                }
            }
            try path.replaceFile(with: bytes)
            return path
        }
    }
}
