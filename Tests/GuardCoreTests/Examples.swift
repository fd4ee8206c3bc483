import Diagnostics
import TerraformPlan

@testable import GuardCore

/// A row with the least that a judgement needs.
func row(
    _ address: String, _ actions: [ChangeAction], deposed: String? = nil,
    mode: ResourceMode = .managed, previousAddress: String? = nil, before: String? = nil,
    after: String? = nil, afterUnknown: String? = nil, beforeSensitive: String? = nil,
    afterSensitive: String? = nil, importing: String? = nil
) -> ResourceChange {
    let type = address.split(separator: ".").dropLast().last.map(String.init) ?? address
    return ResourceChange(
        address: ByteString(address), deposed: deposed.map { ByteString($0) },
        previousAddress: previousAddress.map { ByteString($0) }, mode: mode,
        type: ByteString(type), name: "example", providerName: "example.com/acme/acme",
        actions: actions, before: before.map(json), after: after.map(json),
        afterUnknown: afterUnknown.map(json), beforeSensitive: beforeSensitive.map(json),
        afterSensitive: afterSensitive.map(json), importing: importing.map(json))
}

func json(_ text: String) -> JSONText { JSONText(bytes: Array(text.utf8)) }

func plan(_ changes: ResourceChange..., priorState: Int? = 100) -> Plan {
    var plan = Plan(formatVersion: "1.2", terraformVersion: "1.11.4")
    plan.changes = changes
    plan.priorStateCount = priorState
    return plan
}

/// A person in a folder that is nobody's production.
let person = RunFacts(
    actors: [.human], workspace: "default", directory: "/home/ada/infrastructure")

func source(
    _ text: String, layer: PolicyLayer = .project, name: String? = nil,
    directory: ByteString? = "/home/ada", distance: Int = 0, isAnchored: Bool = false,
    isCommitted: Bool = false
) -> PolicySource {
    let names: [PolicyLayer: String] = [
        .system: "/etc/tfguard/system.hcl", .project: "tfguard.hcl", .flag: "extra.hcl",
        .builtin: "builtin:default",
    ]
    return PolicySource(
        layer: layer,
        file: SourceFile(name: name ?? names[layer] ?? "", bytes: Array(text.utf8)),
        directory: layer == .builtin ? nil : directory, distance: distance,
        isAnchored: isAnchored, isCommitted: isCommitted)
}

/// The policy of some sources, which have no errors.
func policy(
    _ sources: PolicySource..., catalogs: [String: String] = [:]
) throws -> Policy {
    try policy(sources, catalogs: catalogs)
}

func policy(_ sources: [PolicySource], catalogs: [String: String] = [:]) throws -> Policy {
    let files = catalogs.map { provider, text in
        (provider, SourceFile(name: "builtin:catalog/\(provider)", bytes: Array(text.utf8)))
    }
    let (policy, diagnostics) = readPolicy(sources, catalogs: Catalogs(files))
    guard let policy else { throw UnexpectedErrors(diagnostics: diagnostics) }
    return policy
}

struct UnexpectedErrors: Error, CustomStringConvertible {
    let diagnostics: [Diagnostic]

    var description: String {
        diagnostics.map { "\($0.summary): \($0.detail)" }.joined(separator: "\n")
    }
}

/// A rule that is about nothing in these tests: a layer set must have one.
let unrelatedRule = """
    rule "unrelated" {
      types    = ["nothing_at_all"]
      decision = "block"
    }

    """
