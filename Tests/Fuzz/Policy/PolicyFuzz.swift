import Diagnostics
import TerraformPlan

@testable import GuardCore

/// Whatever the bytes are, as a project's policy, as a catalog and as a file of tests: they are read or
/// refused, and what was read judges a plan.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPolicy(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let file = SourceFile(name: "tfguard.hcl", bytes: bytes)
    _ = readPolicyTests(file)
    _ = extensions(of: file)
    _ = trustedReferenceName(in: file)
    var reader = PolicyReader()
    _ = reader.readAccounts(file)

    let builtin = SourceFile(
        name: "builtin:default",
        bytes: Array("rule \"r\" {\n  actions = [\"delete\"]\n  decision = \"confirm\"\n}\n".utf8))
    let sources = [
        PolicySource(layer: .project, file: file, directory: "/a"),
        PolicySource(layer: .builtin, file: builtin, directory: nil),
    ]
    let (policy, diagnostics) = readPolicy(sources, catalogs: [:])
    for diagnostic in diagnostics { precondition(!diagnostic.summary.isEmpty) }
    guard let policy else {
        precondition(!diagnostics.isEmpty)
        return 0
    }
    _ = policy.lint(at: Moment(secondsSinceEpoch: 1_800_000_000))
    _ = policy.lines()
    var facts = RunFacts(actors: [.agent], workspace: "prod", directory: "/a/live")
    facts.now = Moment(secondsSinceEpoch: 1_800_000_000)
    let verdict = judge(plan, under: policy, facts: facts)
    // An agent's own file takes nothing away from the built-in policy.
    precondition(verdict.decision >= .confirm)
    return 0
}

private let plan: Plan = {
    var plan = Plan(formatVersion: "1.2", terraformVersion: "1.11.4")
    let values = JSONText(bytes: Array(#"{"name":"a","size":1,"tags":{"b":null}}"#.utf8))
    plan.changes = [[ChangeAction.delete], [.update], [.delete, .create]].map { actions in
        ResourceChange(
            address: "module.m.acme_db.x", moduleAddress: "module.m", type: "acme_db", name: "x",
            providerName: "acme", actions: actions, before: values, after: values)
    }
    return plan
}()
