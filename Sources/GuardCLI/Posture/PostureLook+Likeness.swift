import GuardCore
import GuardSystem
import HCL
import TerraformPlan

// In what production looks like the rest.
extension PostureLook {
    func likeness() -> PostureReport.Row {
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
