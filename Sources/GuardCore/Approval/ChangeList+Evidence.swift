import TerraformPlan

/// What a program that proves something is told of a change: one canonical JSON object.
///
/// ```
///     {"category":"data","effects":["delete"],"environments":["production"],
///      "identity":"courses-prod","row":{"actions":["delete"],"address":…,"before":…},
///      "severity":"critical","workspace":"prod"}
/// ```
///
/// The row is that of the `ChangeList`: without what is sensitive.
package func evidenceInput(for change: JudgedChange, of verdict: Verdict) -> [UInt8]? {
    CanonicalJSON.bytes(
        of: .members { input in
            input["category"] = change.category.map { .text($0.rawValue) }
            input["effects"] = .array(change.effects.map { .text($0.rawValue) })
            input["environments"] = .array(verdict.environments.map { .text($0.name) })
            input["identity"] = change.identity.map(JSONValue.string)
            input["row"] = listed(change.change)
            input["severity"] = change.severity.map { .text($0.rawValue) }
            input["workspace"] = verdict.facts.workspace.map(JSONValue.string)
        })
}
