import GuardCore
import GuardSystem
import HCL
import TerraformPlan

// Paths to production from a machine that has never seen it.
extension PostureLook {
    func paths() throws(Refusal) -> PostureReport.Row {
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
