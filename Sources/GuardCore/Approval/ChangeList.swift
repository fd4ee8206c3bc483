package import TerraformPlan

/// What a plan does, in full: what an approver is shown, and what a signature is about.
///
/// ```
///     {"configuration":"…","deferred":[],"deferred_invocations":[],"drift":[],"invocations":[],
///      "mode":"normal","outputs":{},"rows":[
///       {"actions":["delete"],"address":"aws_db_instance.main","after":null,
///        "before":{"identifier":"courses-prod","password":{"changed":true,"sensitive":true}},
///        "sensitive":{"password":true},…}],
///      "variables":"…"}
/// ```
///
/// Every row is in it that is no plain no-op, ordered by address and deposed key; what has no row of
/// its own besides. What Terraform marks as sensitive on either side is left out on both: an object
/// that says whether it changes stands in its place. Of the configuration and of the variables that
/// are not sensitive there are digests, because they may hold secrets that nobody has marked.
package struct ChangeList: Sendable, Equatable {
    package let value: JSONValue
    /// Of the canonical form: 64 hexadecimal digits.
    package let digest: String

    /// Nil where something in it has no canonical form.
    package init?(value: JSONValue) {
        guard let bytes = CanonicalJSON.bytes(of: value) else { return nil }
        // With its members in their one order, so that equal lists are equal values.
        self.value = JSONText(bytes: bytes).value
        digest = sha256(of: bytes)
    }

    /// Makes the list of a plan.
    ///
    /// - Parameters:
    ///   - plan: as it was judged.
    ///   - details: what the judgement did not need.
    ///   - mode: how the plan was made.
    package init?(_ plan: Plan, _ details: PlanDetails, mode: PlanMode?) {
        let configuration = details.configuration?.value ?? .null
        let variables = publicVariables(details.variables?.value, declaredIn: configuration)
        guard let configurationDigest = CanonicalJSON.digest(of: configuration),
            let variablesDigest = CanonicalJSON.digest(of: variables)
        else { return nil }
        let deferred = plan.deferred.sorted { isBefore($0.change, $1.change) }
        self.init(
            value: .members { list in
                list["configuration"] = .text(configurationDigest)
                list["deferred"] = .array(deferred.map(listed))
                list["deferred_invocations"] = listed(plan.deferredInvocations)
                list["drift"] = .array(sorted(plan.drift).map(listed))
                list["invocations"] = listed(plan.invocations)
                list["mode"] = mode.map { .text($0.word) } ?? .null
                list["outputs"] = outputs(details.outputChanges?.value)
                list["rows"] = .array(sorted(plan.changes).map(listed))
                list["variables"] = .text(variablesDigest)
            })
    }
}

extension PlanMode {
    fileprivate var word: String {
        switch self {
        case .normal: "normal"
        case .destroy: "destroy"
        case .refreshOnly: "refresh-only"
        }
    }
}

func sorted(_ rows: [ResourceChange]) -> [ResourceChange] { rows.sorted(by: isBefore) }

private func isBefore(_ left: ResourceChange, _ right: ResourceChange) -> Bool {
    left.address == right.address
        ? left.deposed ?? "" < right.deposed ?? "" : left.address < right.address
}

private func listed(_ deferred: DeferredChange) -> JSONValue {
    .members { entry in
        entry["reason"] = deferred.reason.map(JSONValue.string)
        entry["row"] = listed(deferred.change)
    }
}

/// A row without what is sensitive.
func listed(_ row: ResourceChange) -> JSONValue {
    let mask = SensitiveMask(row.beforeSensitive?.value, row.afterSensitive?.value)
    let before = row.before?.value
    let after = row.after?.value
    let unknown = row.afterUnknown?.value
    return .members { entry in
        entry["actions"] = .array(row.actions.map { .text($0.rawValue) })
        entry["address"] = .string(row.address)
        entry["after"] = after.map { mask.redacted($0, against: before, unknown: unknown) }
        entry["after_unknown"] = unknown
        entry["before"] = before.map { mask.redacted($0, against: after, unknown: unknown) }
        entry["deposed"] = row.deposed.map(JSONValue.string)
        entry["importing"] = row.importing?.value
        entry["index"] = row.index?.value
        entry["mode"] = .text(row.mode.rawValue)
        entry["module"] = row.moduleAddress.map(JSONValue.string)
        entry["name"] = .string(row.name)
        entry["previous_address"] = row.previousAddress.map(JSONValue.string)
        entry["provider"] = .string(row.providerName)
        entry["reason"] = row.actionReason.map(JSONValue.string)
        entry["replace_paths"] = row.replacePaths?.value
        entry["sensitive"] = mask.value
        entry["type"] = .string(row.type)
    }
}

private func listed(_ invocations: [ActionInvocation]) -> JSONValue {
    let values = invocations.map { invocation in
        JSONValue.members { entry in
            entry["address"] = .string(invocation.address)
            entry["trigger"] = invocation.triggeringAddress.map(JSONValue.string)
            entry["type"] = .string(invocation.type)
        }
    }
    // Ordered by what is written, so that no two orders remain.
    let ordered = values.map { (value: $0, bytes: CanonicalJSON.bytes(of: $0) ?? []) }
        .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    return .array(ordered.map(\.value))
}

/// The outputs that change: `output_changes` without what is sensitive and what stays as it is.
private func outputs(_ changes: JSONValue?) -> JSONValue {
    guard case .object(let members)? = changes else { return .object([]) }
    return .object(
        members.compactMap { member -> JSONValue.Member? in
            let change = member.value
            guard change["actions"] != .array([.text("no-op")]) else { return nil }
            let mask = SensitiveMask(change["before_sensitive"], change["after_sensitive"])
            let (before, after) = (change["before"], change["after"])
            let unknown = change["after_unknown"]
            let entry = JSONValue.members { entry in
                entry["actions"] = change["actions"]
                entry["after"] = after.map { mask.redacted($0, against: before, unknown: unknown) }
                entry["after_unknown"] = unknown
                entry["before"] = before.map {
                    mask.redacted($0, against: after, unknown: unknown)
                }
                entry["sensitive"] = mask.value
            }
            return JSONValue.Member(key: member.key, value: entry)
        })
}

/// The values of the root module's variables that its configuration does not mark as sensitive.
private func publicVariables(_ variables: JSONValue?, declaredIn configuration: JSONValue)
    -> JSONValue
{
    guard case .object(let members)? = variables else { return .object([]) }
    let declared = configuration["root_module"]?["variables"]
    return .object(
        members.compactMap { member -> JSONValue.Member? in
            guard declared?[member.key]?["sensitive"] != .bool(true) else { return nil }
            return JSONValue.Member(key: member.key, value: member.value["value"] ?? .null)
        })
}
