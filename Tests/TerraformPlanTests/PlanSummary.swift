@testable import TerraformPlan

/// Everything a plan holds, as lines of text: two plans are the same when these are.
func summary(_ plan: Plan) -> String {
    var lines = ["format \(plan.formatVersion), terraform \(text(plan.terraformVersion))"]
    lines += plan.variables.map { "variable \($0.name) = \(text($0.value))" }
    lines += plan.changes.map { "change " + summary($0) }
    lines.append(
        "\(plan.noOpCount) plain no-ops"
            + (plan.hasResourceChanges ? "" : ", resource_changes absent"))
    lines += plan.drift.map { "drift " + summary($0) }
    lines += plan.deferred.map { "deferred (\(text($0.reason))) " + summary($0.change) }
    lines += plan.outputChanges.map { "output \($0.name) \(words($0.actions))" }
    lines += plan.invocations.map { "invocation " + summary($0) }
    lines += plan.deferredInvocations.map { "deferred invocation " + summary($0) }
    lines.append("prior state \(plan.priorStateCount.map(String.init) ?? "absent")")
    lines += plan.provisioned.sorted().map { "provisioned \($0)" }
    lines.append("providers \(text(plan.providerConfiguration))")
    lines.append(
        "applyable \(text(plan.isApplyable)), complete \(text(plan.isComplete)), "
            + "timestamp \(text(plan.timestamp))")
    lines += plan.unknownKeys.map { "unknown key \(quoted($0))" }
    return lines.joined(separator: "\n") + "\n"
}

private func summary(_ change: ResourceChange) -> String {
    var line = "\(change.address)"
    if let deposed = change.deposed { line += " (deposed \(deposed))" }
    line += ": \(words(change.actions)); \(change.mode) \(change.type) \(change.name)"
    line += " of \(change.providerName)"
    let parts: [(String, String?)] = [
        ("index", change.index.map(text)), ("module", change.moduleAddress?.description),
        ("previous", change.previousAddress?.description),
        ("reason", change.actionReason?.description), ("before", change.before.map(text)),
        ("after", change.after.map(text)), ("unknown", change.afterUnknown.map(text)),
        ("before sensitive", change.beforeSensitive.map(text)),
        ("after sensitive", change.afterSensitive.map(text)),
        ("replace paths", change.replacePaths.map(text)),
        ("importing", change.importing.map(text)),
    ]
    for case (let name, let value?) in parts { line += "\n    \(name): \(value)" }
    return line
}

private func summary(_ invocation: ActionInvocation) -> String {
    "\(invocation.address) of \(invocation.type)"
        + (invocation.triggeringAddress.map { ", by \($0)" } ?? "")
}

private func words(_ actions: [ChangeAction]) -> String {
    actions.map(\.rawValue).joined(separator: ", ")
}

private func text(_ string: ByteString?) -> String { string?.description ?? "absent" }
private func text(_ bool: Bool?) -> String { bool?.description ?? "absent" }
private func text(_ json: JSONText?) -> String { json.map(text) ?? "absent" }
private func text(_ json: JSONText) -> String { compact(json.value) }

/// The same plan, with everything whose order means nothing in one order.
func sorted(_ plan: Plan) -> Plan {
    func sorted(_ text: JSONText?) -> JSONText? {
        text.map { JSONText(bytes: Array(compact(sortedKeys($0.value)).utf8)) }
    }
    func sorted(_ change: ResourceChange) -> ResourceChange {
        var change = change
        change.before = sorted(change.before)
        change.after = sorted(change.after)
        change.afterUnknown = sorted(change.afterUnknown)
        change.beforeSensitive = sorted(change.beforeSensitive)
        change.afterSensitive = sorted(change.afterSensitive)
        change.importing = sorted(change.importing)
        return change
    }
    var plan = plan
    plan.variables = plan.variables.sorted { $0.name < $1.name }
        .map { Variable(name: $0.name, value: sorted($0.value)) }
    plan.changes = plan.changes.map(sorted)
    plan.drift = plan.drift.map(sorted)
    plan.deferred = plan.deferred.map {
        DeferredChange(reason: $0.reason, change: sorted($0.change))
    }
    plan.outputChanges.sort { $0.name < $1.name }
    plan.unknownKeys.sort()
    plan.providerConfiguration = sorted(plan.providerConfiguration)
    return plan
}

private func sortedKeys(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: value
    case .array(let elements): .array(elements.map(sortedKeys))
    case .object(let members):
        .object(
            members.map { JSONValue.Member(key: $0.key, value: sortedKeys($0.value)) }
                .sorted { $0.key < $1.key })
    }
}

/// A value as Terraform would write it: no white space; escapes only where they must be.
func compact(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): bool.description
    case .number(let number): number.description
    case .string(let string): jsonString(string)
    case .array(let elements): "[" + elements.map(compact).joined(separator: ",") + "]"
    case .object(let members):
        "{"
            + members.map { jsonString($0.key) + ":" + compact($0.value) }.joined(separator: ",")
            + "}"
    }
}

func jsonString(_ string: ByteString) -> String {
    var result = "\""
    for scalar in string.description.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\" + String(scalar)
        case "\u{0}"..<" ":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
