import GuardCore
import GuardSystem
import HCL
import TerraformPlan

/// Everything that the rows of a posture are counted from.
struct PostureLook {
    let module: RootModule
    let survey: ConfigurationSurvey
    let policy: Policy
    let state: KnownState
    /// As a person at a terminal has them.
    let facts: RunFacts
    let environment: Environment

    func rows() throws(Refusal) -> [PostureReport.Row] {
        let objects = standingObjects(state.objects, under: policy, facts: facts)
        return [try paths(), verbs(), backups(objects), recovery(objects), likeness()]
    }

    /// What no row about the state can know.
    private func unknownOfState() -> [String] {
        var unknown: [String] = []
        if !state.isRead {
            unknown.append("Which objects there are and how each is set: no state was read")
            if !survey.modules.isEmpty {
                unknown.append(
                    "What the modules hold: \(survey.modules.sorted().joined(separator: ", "))")
            }
        }
        if !survey.unread.isEmpty {
            unknown.append(
                "What these files say: \(survey.unread.sorted().joined(separator: ", "))")
        }
        return unknown
    }

    // MARK: Paths

    private func paths() throws(Refusal) -> PostureReport.Row {
        var row = PostureReport.Row(.paths)
        let type = survey.backend?.name ?? module.backend?.description ?? "local"
        if type == "local" {
            row.evidence.append(
                .init(
                    place: survey.backend?.place ?? "backend",
                    says: "The state is a local file: a machine without it plans to build "
                        + "everything a second time."))
            row.remedies.append(
                "Keep the state in a remote backend, and move it with terraform init -migrate-state"
            )
        }
        if try PinPlace(in: module.directory).read().pin(for: module.workspace) == nil {
            row.evidence.append(
                .init(
                    place: PinPlace.name,
                    says: "No pin says which state belongs to this workspace."))
            row.remedies.append("Run tfguard pin and commit \(PinPlace.name)")
        }
        let before = row.count
        for name in credentialNames() {
            row.evidence.append(
                .init(
                    place: name,
                    says: "A credential is in reach of this shell, and of whatever runs in it."))
        }
        for provider in survey.providers {
            for (name, value) in provider.arguments
            where isCredentialName(name) && value.map({ $0 != .null }) ?? false {
                row.evidence.append(
                    .init(
                        place: provider.place,
                        says: "The provider \(provider.name) has \(name) written into the "
                            + "configuration."))
            }
        }
        if row.count > before {
            row.remedies.append(
                "Take the credentials out of the shell and the configuration, and have apply.exec "
                    + "bring those that can destroy")
        }
        if policy.applyBlock(for: [.human]) == nil {
            row.evidence.append(
                .init(
                    place: "policy",
                    says: "No apply block: terraform destroys with the credentials of whoever "
                        + "types."))
            row.remedies.append("Write apply { exec = [...] } into /etc/tfguard/tfguard.hcl")
        }
        var there = facts
        there.statedEnvironments = ["production"]
        if !onlyPipelinesApply(under: policy, facts: there) {
            row.evidence.append(
                .init(
                    place: "policy",
                    says: "No rule leaves production to a pipeline: a person's machine applies."))
            row.remedies.append(
                "Block the actors human, agent and unattended in production by a rule, so that "
                    + "only ci applies")
        }
        row.unknown.append(
            "Credentials in files, agents and machine roles, and what each may do")
        if let configured = survey.backend?.name,
            module.backend.map({ $0.description != configured }) ?? (configured != "local")
        {
            row.unknown.append(
                "Whether the backend \(configured) is the one in use: this folder was not "
                    + "initialised with it")
        }
        return row
    }

    /// The variables of the shell whose names say that they hold a credential.
    private func credentialNames() -> [String] {
        var names: [String] = []
        for bytes in environment.names {
            let name = String(decoding: bytes, as: UTF8.self)
            let value = environment[name] ?? []
            guard isCredentialName(name), !value.isEmpty, !names.contains(name) else { continue }
            names.append(name)
        }
        return names.sorted()
    }

    // MARK: Verbs

    private func verbs() -> PostureReport.Row {
        var row = PostureReport.Row(.verbs)
        row.isCounted = state.isRead
        let verbs = destructiveVerbs(state.objects, under: policy, facts: facts)
        for verb in verbs where !verb.needsSecondPerson {
            let rules = verb.rules.isEmpty ? "no rule" : verb.rules.joined(separator: ", ")
            let decision =
                switch verb.decision {
                case .allow: "Allowed"
                case .warn: "Allowed with a warning"
                case .confirm: "Merely typed"
                case .approve: "Wants an approval that nobody could give, so it is typed"
                case .block: "Blocked"
                }
            let about = verb.addresses.isEmpty ? "" : ": \(Self.some(verb.addresses))"
            row.evidence.append(
                .init(
                    place: verb.verb, says: "\(decision) (\(rules))\(about).", weight: verb.count)
            )
        }
        let guarded = verbs.filter(\.needsSecondPerson).reduce(0) { $0 + $1.count }
        if guarded > 0 {
            row.evidence.append(
                .init(
                    place: "policy", says: "\(guarded) more are blocked or need somebody else.",
                    weight: 0))
        }
        if row.count > 0 {
            row.remedies.append(
                "Raise the rules named here to decision = \"approve\" or \"block\" for what is "
                    + "precious, and command blocks for the subcommands")
            if !facts.hasApprovers {
                row.remedies.append(
                    "Name those who may approve in /etc/tfguard/allowed_signers: nobody is now")
            }
        }
        row.unknown = unknownOfState()
        return row
    }

    // MARK: Backups and recovery

    private func backups(_ objects: [StandingObject]) -> PostureReport.Row {
        var row = PostureReport.Row(.backups)
        row.isCounted = state.isRead
        var unknownCount = 0
        for object in objects {
            let place = object.address.description
            for circumstance in object.circumstances {
                switch circumstance {
                case .backupGoes(let backup, let others):
                    let more = others > 0 ? ", and \(others) more" : ""
                    row.evidence.append(
                        .init(
                            place: place,
                            says:
                                "Its backup \(printable(backup.description))\(more) is in the same state."
                        ))
                case .lastCopy:
                    row.evidence.append(
                        .init(
                            place: place,
                            says: "Its automated backups go with it, and no last one is made."))
                case .holdsState(let argument):
                    row.evidence.append(
                        .init(
                            place: place,
                            says: "This state is kept in it (the backend's \(argument))."))
                case .renamed, .originalGoes, .container, .replica, .draggedAlong, .dragsAlong:
                    break
                }
            }
            guard object.isPrecious else { continue }
            guard let gaps = object.gaps else {
                unknownCount += 1
                continue
            }
            if !gaps.isEmpty {
                row.evidence.append(
                    .init(place: place, says: gaps.joined(separator: ", ") + "."))
            }
        }
        if row.count > 0 {
            row.remedies.append(
                "Set what is missing; tfguard policy catalog TYPE tells what guards a type")
            row.remedies.append(
                "Keep backups in another account and another state than what they are backups of")
        }
        row.unknown = unknownOfState()
        if state.isRead, unknownCount > 0 {
            row.unknown.append("How \(unknownCount) objects are set: the state tells no values")
        }
        row.unknown.append("Backups that are made by hand or by something that is in no state")
        return row
    }

    private func recovery(_ objects: [StandingObject]) -> PostureReport.Row {
        var row = PostureReport.Row(.recovery)
        row.isCounted = state.isRead
        for object in objects {
            let place = object.address.description
            if !object.isKnown {
                row.evidence.append(
                    .init(
                        place: place,
                        says: "The catalog does not know its type: nobody has written what "
                            + "recovering it takes."))
            } else if object.severity == .critical {
                row.evidence.append(
                    .init(place: place, says: object.recovery ?? "No recovery advice is known."))
            }
        }
        if row.count > 0 {
            row.remedies.append(
                "Rehearse each of these, and write what it took: resource \"TYPE\" { recovery = "
                    + "\"...\" } in tfguard.hcl")
            row.remedies.append(
                "Split the state, so that one mistake reaches fewer of them")
        }
        row.unknown = unknownOfState()
        row.unknown.append("How long a recovery takes: only a rehearsal tells")
        return row
    }

    // MARK: Likeness

    private func likeness() -> PostureReport.Row {
        var row = PostureReport.Row(.likeness)
        let recognised = policy.environments(of: facts)
        if policy.definedEnvironments.isEmpty {
            row.evidence.append(
                .init(
                    place: "policy",
                    says: "No environment block: production is told from the rest by usual names "
                        + "alone."))
            row.remedies.append("Write environment blocks; tfguard policy init begins them")
        } else if recognised.isEmpty || recognised.allSatisfy({ $0.by == "fallback" }) {
            row.evidence.append(
                .init(
                    place: "policy",
                    says: "No environment block recognises this folder and workspace by anything "
                        + "of its own."))
            row.remedies.append("Let an environment block name its directory or workspace")
        }
        let others = siblings()
        for (name, other) in others {
            if let mine = survey.backend, let theirs = other.backend, mine.isSameStore(as: theirs) {
                row.evidence.append(
                    .init(
                        place: mine.place,
                        says: "The backend \(mine.name) is the same store as in ../\(name)."))
            }
            for provider in survey.providers where !provider.arguments.isEmpty {
                guard other.providers.contains(where: { $0.isAlike(provider) }) else { continue }
                row.evidence.append(
                    .init(
                        place: provider.place,
                        says: "The provider \(provider.name) is configured as in ../\(name): the "
                            + "same account, as far as the configuration tells."))
            }
        }
        let workspaces = localWorkspaces()
        if workspaces.count > 1 {
            row.evidence.append(
                .init(
                    place: "workspaces",
                    says: "\(workspaces.joined(separator: ", ")) share one backend and one folder, "
                        + "and differ by a word."))
            row.remedies.append(
                "Give production a folder, a backend and an account of its own")
        } else if row.count > 0, !others.isEmpty {
            row.remedies.append("Give production a backend and an account of its own")
        }
        if others.isEmpty {
            row.unknown.append(
                "How the other environments are configured: no folder beside this "
                    + "one holds a root module")
        }
        row.unknown.append(
            "Workspaces that only the backend lists, and which account a credential "
                + "belongs to")
        return row
    }

    /// The root modules in the folders beside this one.
    ///
    /// A few stand for all where there are hundreds.
    private func siblings() -> [(name: String, survey: ConfigurationSurvey)] {
        guard let parent = module.directory.parent,
            let names = try? parent.entries()
        else { return [] }
        var surveys: [(name: String, survey: ConfigurationSurvey)] = []
        for name in names.prefix(200) where name.bytes != module.directory.lastComponent {
            guard name.bytes.first != UInt8(ascii: "."),
                let facts = try? parent.appending(name).facts(links: .refuse),
                facts.kind == .folder,
                let survey = try? ConfigurationSurvey(in: parent.appending(name)),
                survey.backend != nil || !survey.providers.isEmpty
            else { continue }
            surveys.append((name.description, survey))
        }
        return surveys
    }

    private func localWorkspaces() -> [String] {
        let folder = module.directory.appending("terraform.tfstate.d")
        guard let names = try? folder.entries(), !names.isEmpty else { return [] }
        return ["default"] + names.map { printable($0.description) }
    }

    // MARK: -

    /// The first few of many addresses.
    private static func some(_ addresses: [ByteString]) -> String {
        let few = addresses.prefix(4).map { printable($0.description) }.joined(separator: ", ")
        let more = addresses.count - 4
        return more > 0 ? "\(few) and \(more) more" : few
    }
}

/// Whether a name, of a variable or an argument, is one under which people keep a credential.
///
/// By its last words, because every provider has names of its own.
private func isCredentialName(_ name: String) -> Bool {
    let name = name.lowercased()
    return [
        "access_key", "secret_key", "access_key_id", "secret_access_key", "session_token", "token",
        "api_key", "password", "credentials", "client_secret", "private_key", "profile",
        "shared_credentials_file", "shared_credentials_files",
    ].contains { name == $0 || name.hasSuffix("_" + $0) }
}

extension ConfigurationSurvey {
    /// The literal settings of the backend as a tree.
    var backendSettings: JSONValue? {
        backend.map { backend in
            .object(
                backend.arguments.compactMap { name, value in
                    guard case .string(let text)? = value else { return nil }
                    return JSONValue.Member(key: ByteString(name), value: .string(ByteString(text)))
                })
        }
    }
}

extension ConfigurationSurvey.Section {
    /// Whether two backends keep their states beside each other: all that says where is the same
    /// but the name within.
    fileprivate func isSameStore(as other: Self) -> Bool {
        let within = [
            "key", "prefix", "path", "workspace_dir", "workspace_key_prefix", "state_name",
        ]
        let place = { (section: Self) in
            section.arguments.filter { !within.contains($0.name) && $0.value != nil }
                .sorted { $0.name < $1.name }
        }
        let mine = place(self)
        let theirs = place(other)
        return name == other.name && !mine.isEmpty && mine.count == theirs.count
            && zip(mine, theirs).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    }

    /// Whether two provider blocks say the same, in whatever order.
    fileprivate func isAlike(_ other: Self) -> Bool {
        let sorted = { (section: Self) in section.arguments.sorted { $0.name < $1.name } }
        let mine = sorted(self)
        let theirs = sorted(other)
        return name == other.name && mine.count == theirs.count
            && mine.allSatisfy { $0.value != nil }
            && zip(mine, theirs).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    }
}
