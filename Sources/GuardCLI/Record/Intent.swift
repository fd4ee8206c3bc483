import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// What is written down before anything is changed: who is about to do what, where, and why it may.
///
/// Never a value that Terraform marks as sensitive: of a change its address, its effects and its real
/// name are written, and of `-var` the name of the variable.
struct Intent {
    let verdict: Verdict
    let record: RunRecord
    /// What the run is about, as it was typed.
    let command: [String]
    let git: GitFacts?
    let principal: Principal?
    /// SHA-256 of the saved plan; nil where something else is done than applying one.
    var planDigest: String?
    var changesDigest: String?
    /// What was applied, by digests: for a rehearsal.
    var configuration: ConfigurationDigests?
    /// Who or what let it pass.
    let settlement: Settlement
    /// Those who signed.
    var approvals: [VerifiedApproval] = []
    let tool: String

    enum Settlement: String {
        /// The policy, and nobody had to say anything.
        case policy
        /// A person typed what is lost, or `yes` to terraform's own question.
        case typed
        case answered
        /// Others have signed for it; or for lifting what blocked it.
        case approved
        case brokeGlass = "break-glass"
    }

    init(
        _ verdict: Verdict, _ record: RunRecord, _ invocation: TerraformInvocation,
        git: GitFacts?, principal: Principal?, settlement: Settlement, by program: TerraformProgram
    ) {
        self.verdict = verdict
        self.record = record
        command =
            [String(decoding: program.calledAs, as: UTF8.self)] + invocation.arguments
        self.git = git
        self.principal = principal
        self.settlement = settlement
        tool = program.executable.realPath.description
    }

    /// The members of its line.
    func members(at time: String) -> [UInt8] {
        var json = JSONWriter()
        json.members { json in
            writeAttempt(&json, kind: "intent", at: time)
            json.member("settled") { json in
                json.member("by", settlement.rawValue)
                json.member("person", settlement == .policy ? nil : userName())
                json.key("approvals")
                json.array(approvals) { json, approval in
                    json.object { json in
                        json.member("principal", approval.principal)
                        json.member("reason", approval.statement.reason)
                        json.member("expires", approval.statement.expires.inRFC3339)
                        json.member("nonce", approval.statement.nonce)
                    }
                }
            }
            writeSurroundings(&json)
            json.member("unfinished", record.unfinished?.number)
            json.member("known", writeKnown)
        }
        return json.bytes
    }

    /// The members of the line that tells of an attempt which came to nothing.
    ///
    /// A plan that would lose thousands of objects may be tried again and again: of each only the
    /// first ones are named, and all are counted.
    func members(at time: String, refused refusal: Refusal) -> [UInt8] {
        var json = JSONWriter()
        json.members { json in
            writeAttempt(&json, kind: "refused", at: time, most: 100)
            json.member("refused") { json in
                json.member("status", Int(refusal.status.rawValue))
                json.member("why", refusal.status.inWords)
                json.member("said", refusal.diagnostics.first?.summary)
            }
            writeSurroundings(&json)
        }
        return json.bytes
    }

    /// Whether somebody has let it pass though the record is damaged, and was told so.
    var look: DamageLook {
        let isTold = verdict.findings.contains { finding in
            finding.layer == "tfguard" && finding.rule == "damaged-record"
                && finding.decision >= .confirm
        }
        return isTold && settlement != .policy ? .taken : .none
    }

    /// Who wants what, where, and what came of judging it.
    private func writeAttempt(
        _ json: inout JSONWriter, kind: String, at time: String, most: Int = .max
    ) {
        json.member("kind", kind)
        json.member("lineage", record.state.lineage ?? "")
        json.member("place", record.statePlace)
        json.member("time", time)
        json.member("who", writeWho)
        json.member("command", texts: most == .max ? masked(command) : shortened(masked(command)))
        json.member("directory", verdict.facts.directory)
        json.member("git", writeGit)
        json.member("environments", texts: verdict.environments.map(\.name))
        json.member("state") { $0.writeState(record.state) }
        json.member("pin_sha256", pin)
        json.member("plan", writePlan)
        json.key("counts")
        json.write(verdict.counts)
        let losses = verdict.changes.filter(\.isLoss)
        json.key("losses")
        json.array(Array(losses.prefix(most))) { $0.writeLoss($1) }
        if losses.count > most { json.member("more_losses", losses.count - most) }
        json.key("findings")
        json.array(Array(verdict.findings.prefix(most))) { $0.write($1) }
        json.member("decision", verdict.decision.rawValue)
    }

    /// By which policies, versions and process.
    private func writeSurroundings(_ json: inout JSONWriter) {
        json.key("policies")
        json.array(verdict.policies) { $0.write($1) }
        json.member("versions") { json in
            json.member("tfguard", toolVersion)
            json.member("terraform", verdict.terraformVersion)
            json.member("program", tool)
        }
        json.member("process") { json in
            json.member("number", Int(Host.processID))
            json.member("start", Host.processStartTime ?? "")
        }
    }

    private var pin: String? {
        switch record.state.pin {
        case .none, .removed, .unknown: nil
        case .pinned(let pin), .changed(let pin, _, _): pin.digest
        }
    }

    private func writeWho(_ json: inout JSONWriter) {
        json.member("user", userName())
        json.member("uid", Int(Host.userID))
        json.member("host", ByteString(bytes: Host.name))
        json.member("machine", record.machine)
        json.member("machine_is_new", record.isNewMachine)
        json.member("principal", principal?.name)
        json.member("principal_by", principal?.source)
        json.member("actors", texts: verdict.facts.actors.words.map(\.rawValue).sorted())
        json.member("signals", texts: verdict.facts.signals.map(\.signal))
    }

    private func writeGit(_ json: inout JSONWriter) {
        json.member("commit", git?.commit)
        json.member("branch", git?.branch)
        json.member("dirty", git?.isDirty)
    }

    private func writePlan(_ json: inout JSONWriter) {
        json.member("sha256", planDigest)
        json.member("changes_sha256", changesDigest)
        json.member("configuration_sha256", configuration?.whole)
        json.member("root_sha256", configuration?.rehearsed.root)
        json.member("modules_sha256", configuration?.rehearsed.modules)
        let planning = verdict.facts.planning
        json.member("mode", planning.mode?.rawValue)
        let isWhole = [planning.targets, planning.excludes].allSatisfy { $0?.isEmpty ?? true }
        json.member("whole", planning.mode != nil && planning.targets != nil && isWhole)
        json.member("modules") { json in
            for module in configuration?.modules ?? [] {
                json.member(module.source, module.digest)
            }
        }
    }

    /// What was known before, so that nobody has to read the lines before this one.
    private func writeKnown(_ json: inout JSONWriter) {
        let history = record.state.history
        json.member("lineage", history?.lineage)
        json.member("serial", history?.serial.flatMap { Int(exactly: $0) })
        json.member("resources", history?.resources)
        json.member("time", history?.time)
        json.member("environments", texts: history?.environments ?? [])
        json.member("machines", texts: (history?.machines ?? []).suffix(100).map { $0 })
        json.member("pins", texts: (history?.pins ?? []).suffix(20).map { $0 })
        json.key("vouched_pins")
        json.array(Array((history?.recordedPins ?? []).suffix(20))) { json, pin in
            json.object { json in
                json.member("directory", pin.directory)
                json.member("pin_sha256", pin.digest)
                json.member("fulfils", pin.fulfils)
            }
        }
    }
}

/// As whom terraform acts, as far as anybody can tell before it does.
struct Principal: Equatable, Sendable {
    let name: String
    /// What said so.
    let source: String
}

/// The digests of a configuration as it was planned.
struct ConfigurationDigests: Equatable, Sendable {
    let whole: String
    /// Each module by its source, as it is written in the configuration.
    let modules: [Module]
    /// What a rehearsal is compared by: all modules by the names that they are called by, wherever
    /// they lie.
    let rehearsed: RehearsedConfiguration

    struct Module: Equatable, Sendable {
        let source: String
        let digest: String
    }
}

extension ConfigurationDigests {
    /// Digests of the configuration that a saved plan keeps a copy of; nil where it keeps none.
    ///
    /// A module's is over its files by name and content, so that the same source applied elsewhere has
    /// the same digest, whatever the root module around it says.
    init?(savedPlan bytes: [UInt8]) {
        guard let configuration = try? readSavedModules(bytes) else { return nil }
        var all: [Module] = []
        var roots: [String] = []
        var called: [String] = []
        for module in configuration.modules {
            // A line for each file: a name with a line break in it could be taken for two.
            guard !module.files.contains(where: { $0.name.bytes.contains(0x0a) }) else {
                return nil
            }
            let lines = module.files.map { "\(sha256Text($0.contents))  \($0.name)\n" }
            let digest = sha256Text(Array(lines.joined().utf8))
            if module.key.bytes.isEmpty {
                roots.append(digest)
            } else {
                called.append("\(digest)  \(module.key)\n")
            }
            all.append(
                Module(
                    source: module.key.bytes.isEmpty ? "." : module.source.description,
                    digest: digest))
        }
        whole = sha256Text(Array(all.map { "\($0.digest)  \($0.source)\n" }.joined().utf8))
        guard roots.count == 1 else { return nil }
        rehearsed = RehearsedConfiguration(
            root: roots[0],
            modules: sha256Text(Array(called.joined().utf8)))
        var seen: [String] = []
        modules = all.filter { module in
            guard module.source != ".", !seen.contains(module.source) else { return false }
            seen.append(module.source)
            return true
        }
    }
}

/// This user's name, from the user database; the number where it has none.
func userName() -> String {
    Host.passwordName.map { String(decoding: $0, as: UTF8.self) } ?? "uid \(Host.userID)"
}

/// Flags whose values may be secrets: `NAME=VALUE` each.
private let valueFlags = ["var", "backend-config"]

/// The first words of a command: what was refused can be tried again and again, and must not fill
/// the disk.
private func shortened(_ words: [String]) -> [String] {
    var kept: [String] = []
    var room = 4096
    for word in words {
        room -= word.utf8.count
        guard room >= 0 else { break }
        kept.append(word)
    }
    let others = words.count - kept.count
    return others == 0 ? kept : kept + ["… and \(others) more"]
}

/// A command line whose values are left out.
///
/// Of `-var 'name=value'` the name stays, in whatever form the flag was given.
func masked(_ words: [String]) -> [String] {
    var isValueNext = false
    return words.map { word in
        if isValueNext {
            isValueNext = false
            return maskedSetting(word)
        }
        guard word.hasPrefix("-") else { return word }
        let name = word.drop { $0 == "-" }
        if valueFlags.contains(String(name)) {
            isValueNext = true
            return word
        }
        for flag in valueFlags where name.hasPrefix("\(flag)=") {
            return "-\(flag)=" + maskedSetting(String(name.dropFirst(flag.count + 1)))
        }
        return word
    }
}

private func maskedSetting(_ text: String) -> String {
    guard let equals = text.firstIndex(of: "=") else { return text }
    return "\(text[..<equals])=(not recorded)"
}

extension JSONWriter {
    mutating func writeState(_ state: StateFacts) {
        member("backend", state.backend)
        member("location", state.location)
        member("configuration_sha256", state.configuration)
        member("workspace", state.workspace)
        member("lineage", state.lineage)
        member("serial", state.serial.flatMap { Int(exactly: $0) })
        member("resources", state.resources)
    }

    fileprivate mutating func writeLoss(_ judged: JudgedChange) {
        object { json in
            json.member("address", judged.change.address)
            json.member("deposed", judged.change.deposed)
            json.member("type", judged.change.type)
            json.member("effects", texts: judged.effects.map(\.rawValue))
            json.member("category", judged.category?.rawValue)
            json.member("severity", judged.severity?.rawValue)
            json.member("identity", judged.identity)
            json.member("decision", judged.decision.rawValue)
            json.member("recovery", judged.recovery)
        }
    }
}
