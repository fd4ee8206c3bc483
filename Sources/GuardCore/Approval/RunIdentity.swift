package import TerraformPlan

/// What a run is, for an approval of it: which changes to which state, judged by what.
///
/// Each field is worked out again before an apply, and has to be what was approved.
package struct RunIdentity: Equatable, Sendable {
    /// The digest of the `ChangeList`.
    package var changes: String
    /// The SHA-256 of the saved plan, or of a state that is pushed; nil where there is no file, as for
    /// a plan in HCP Terraform.
    package var plan: String?
    /// Nil where there is no state yet.
    package var lineage: ByteString?
    package var serial: UInt64?
    package var backend: ByteString
    /// A digest of the backend's settings without those that are credentials.
    package var backendConfiguration: String
    package var workspace: ByteString
    /// The accounts the run is about, as far as they are known; ordered.
    package var accounts: [String]
    /// The names of the environments it belongs to; ordered.
    package var environments: [String]
    package var terraformVersion: ByteString
    /// The SHA-256 of `.terraform.lock.hcl`; nil where there is none.
    package var dependencyLock: String?
    /// Every policy that judged it, as `layer:SHA-256`; ordered.
    package var policies: [String]
    /// The SHA-256 of the argument list of a subcommand that changes state without a plan; nil where
    /// a plan is applied.
    package var operation: String?

    package init(
        changes: String, plan: String?, lineage: ByteString?, serial: UInt64?,
        backend: ByteString, backendConfiguration: String, workspace: ByteString,
        accounts: [String], environments: [String], terraformVersion: ByteString,
        dependencyLock: String?, policies: [String], operation: String? = nil
    ) {
        self.changes = changes
        self.plan = plan
        self.lineage = lineage
        self.serial = serial
        self.backend = backend
        self.backendConfiguration = backendConfiguration
        self.workspace = workspace
        self.accounts = accounts
        self.environments = environments
        self.terraformVersion = terraformVersion
        self.dependencyLock = dependencyLock
        self.policies = policies
        self.operation = operation
    }
}

extension RunIdentity {
    /// In what an approval of `other` is not one of this run; nil where it is.
    ///
    /// - Parameters:
    ///   - other: what was approved.
    ///   - mayBeReplanned: whether another plan file with the same changes will do. A first apply has
    ///     no lineage that would tell two states apart, and is approved by its file alone.
    /// - Returns: a full sentence for people.
    func difference(from other: RunIdentity, mayBeReplanned: Bool) -> String? {
        if let difference = differenceOfOperation(from: other) { return difference }
        // The most telling one first: where the changes differ, so does the plan's file.
        if environments != other.environments {
            return "It was given for \(place(other.environments)), and this run belongs to "
                + "\(place(environments))."
        }
        if workspace != other.workspace { return "It was given for another workspace." }
        if accounts != other.accounts { return "It was given for other accounts." }
        if backend != other.backend { return "It was given for a state in another backend." }
        if backendConfiguration != other.backendConfiguration {
            return "It was given for a state in another place: the backend is configured "
                + "differently."
        }
        if lineage != other.lineage {
            return "It was given for another state: the lineage differs."
        }
        if serial != other.serial {
            return "The state has changed since it was given: its serial is "
                + "\(serial.map(String.init) ?? "none") now, and was "
                + "\(other.serial.map(String.init) ?? "none")."
        }
        if changes != other.changes { return "It was given for other changes." }
        if operation != nil {
            // Nothing but the state says when it was asked for.
            guard lineage != nil else { return "There is no state yet that it could be about." }
            guard plan == other.plan else { return "It was given for another state to push." }
        } else if plan != other.plan || plan == nil && lineage == nil {
            guard mayBeReplanned, lineage != nil else {
                return "It was given for another plan file. Apply the file that was judged."
            }
        }
        if terraformVersion != other.terraformVersion {
            return "It was given for another version of terraform."
        }
        if dependencyLock != other.dependencyLock {
            return "It was given for other providers: .terraform.lock.hcl differs."
        }
        if policies != other.policies {
            return "It was given under another policy, or by another version of tfguard."
        }
        return nil
    }

    private func differenceOfOperation(from other: RunIdentity) -> String? {
        guard operation != other.operation else { return nil }
        if other.operation == nil { return "It was given for applying a plan." }
        if operation == nil { return "It was given for a command that is no apply." }
        return "It was given for another command, or one with other arguments."
    }

    private func place(_ environments: [String]) -> String {
        environments.isEmpty ? "no environment" : environments.joined(separator: " and ")
    }
}

extension RunIdentity {
    /// Its members in a statement.
    func write(to statement: inout JSONMembers) {
        let optional = { (text: String?) in text.map(JSONValue.text) ?? .null }
        statement["accounts"] = .array(accounts.map(JSONValue.text))
        statement["backend"] = .string(backend)
        statement["backend_configuration"] = .text(backendConfiguration)
        statement["changes"] = .text(changes)
        statement["dependency_lock"] = optional(dependencyLock)
        statement["environments"] = .array(environments.map(JSONValue.text))
        statement["lineage"] = lineage.map(JSONValue.string) ?? .null
        // Absent where there is a plan.
        statement["operation"] = operation.map(JSONValue.text)
        statement["plan"] = optional(plan)
        statement["policies"] = .array(policies.map(JSONValue.text))
        statement["serial"] = serial.map { .number(ByteString(String($0))) } ?? .null
        statement["terraform_version"] = .string(terraformVersion)
        statement["workspace"] = .string(workspace)
    }

    init?(_ statement: JSONValue) {
        guard let accounts = statement["accounts"]?.textList,
            let backend = statement["backend"]?.textBytes,
            let configuration = statement["backend_configuration"]?.text,
            let changes = statement["changes"]?.text,
            let environments = statement["environments"]?.textList,
            let policies = statement["policies"]?.textList,
            let version = statement["terraform_version"]?.textBytes,
            let workspace = statement["workspace"]?.textBytes
        else { return nil }
        self.init(
            changes: changes, plan: statement["plan"]?.text,
            lineage: statement["lineage"]?.textBytes,
            serial: statement["serial"]?.unsigned, backend: backend,
            backendConfiguration: configuration, workspace: workspace, accounts: accounts,
            environments: environments, terraformVersion: version,
            dependencyLock: statement["dependency_lock"]?.text, policies: policies,
            operation: statement["operation"]?.text)
    }
}

extension JSONValue {
    /// A list of texts and nothing else.
    var textList: [String]? {
        guard case .array(let elements) = self else { return nil }
        let texts = elements.compactMap(\.text)
        return texts.count == elements.count ? texts : nil
    }
}
