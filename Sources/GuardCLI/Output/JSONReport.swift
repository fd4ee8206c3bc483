import GuardCore
import TerraformPlan

/// What the command line knows of a saved plan and its state besides the verdict.
///
/// What is nil is not known, and `null` in the report.
struct PlanIdentity {
    /// SHA-256 of the saved plan, 64 hexadecimal digits.
    var digest: String?
    /// SHA-256 of the canonical list of changes.
    var changesDigest: String?
    var backend: String?
    var lineage: String?
    var serial: Int?
    var isStateEmpty: Bool?
}

/// A verdict as JSON on one line.
///
/// Schema 1, which is published as `policies/schema/verdict.schema.json`.
func jsonReport(_ verdict: Verdict, of plan: PlanIdentity) -> [UInt8] {
    var json = JSONWriter()
    json.write(verdict, of: plan)
    return json.bytes + [UInt8(ascii: "\n")]
}

/// The verdicts of several plans as one JSON document on one line.
///
/// - Parameters:
///   - members: what `jsonMember` writes of each.
///   - decision: over all.
/// - Returns: the document.
func jsonReport(members: [[UInt8]], decision: Decision) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("schema")
        json.value(1)
        json.key("decision")
        json.value(decision.rawValue)
        json.key("verdicts")
        json.array(members) { $0.written($1) }
    }
    return json.bytes + [UInt8(ascii: "\n")]
}

/// One of several plans as it stands in the document over all.
func jsonMember(_ plan: CheckedPlan) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("name")
        json.value(plan.name)
        switch plan.outcome {
        case .judged(let verdict, let identity):
            json.key("verdict")
            json.write(verdict, of: identity)
        case .failed(let status, let message):
            json.key("error")
            json.object { json in
                json.key("status")
                json.value(status)
                json.key("message")
                json.value(message)
            }
        }
    }
    return json.bytes
}

extension JSONWriter {
    fileprivate mutating func write(_ verdict: Verdict, of plan: PlanIdentity) {
        object { json in
            json.key("schema")
            json.value(1)
            json.key("decision")
            json.value(verdict.decision.rawValue)
            json.key("actor")
            json.writeActor(of: verdict.facts)
            json.key("environments")
            json.array(verdict.environments) { $0.value($1.name) }
            json.key("plan")
            json.writePlan(plan, of: verdict)
            json.key("state")
            json.writeState(of: plan, workspace: verdict.facts.workspace)
            json.key("policy")
            json.array(verdict.policies) { $0.write($1) }
            json.key("floor")
            json.value(verdict.floor.rawValue)
            json.key("changes")
            json.array(verdict.changes) { $0.write($1) }
            json.key("findings")
            json.array(verdict.findings) { $0.write($1) }
            json.key("relaxations")
            json.array(verdict.relaxations) { $0.write($1) }
        }
    }

    private mutating func writeActor(of facts: RunFacts) {
        let actor = facts.leastTrustedActor
        object { json in
            json.key("kind")
            json.value(actor.rawValue)
            json.key("signal")
            json.value(facts.signals.first { $0.actor == actor }?.signal)
        }
    }

    private mutating func writePlan(_ plan: PlanIdentity, of verdict: Verdict) {
        object { json in
            json.key("sha256")
            json.value(plan.digest)
            json.key("changes_sha256")
            json.value(plan.changesDigest)
            json.key("terraform_version")
            json.value(verdict.terraformVersion)
            json.key("counts")
            json.write(verdict.counts)
        }
    }

    mutating func write(_ counts: ChangeCounts) {
        object { json in
            json.key("create")
            json.value(counts.create)
            json.key("update")
            json.value(counts.update)
            json.key("replace")
            json.value(counts.replace)
            json.key("delete")
            json.value(counts.delete)
            json.key("forget")
            json.value(counts.forget)
            json.key("read")
            json.value(counts.read)
            json.key("import")
            json.value(counts.import)
            json.key("move")
            json.value(counts.move)
            json.key("no-op")
            json.value(counts.noOp)
        }
    }

    private mutating func writeState(of plan: PlanIdentity, workspace: ByteString?) {
        object { json in
            json.key("backend")
            json.value(plan.backend)
            json.key("workspace")
            json.value(workspace)
            json.key("lineage")
            json.value(plan.lineage)
            json.key("serial")
            json.value(plan.serial)
            json.key("empty")
            json.value(plan.isStateEmpty)
        }
    }

    mutating func write(_ policy: PolicyDigest) {
        object { json in
            json.key("layer")
            json.value(policy.layer)
            json.key("path")
            json.value(policy.path)
            json.key("sha256")
            json.value(policy.sha256)
        }
    }

    private mutating func write(_ judged: JudgedChange) {
        object { json in
            json.key("address")
            json.value(judged.change.address)
            json.key("deposed")
            json.value(judged.change.deposed)
            json.key("type")
            json.value(judged.change.type)
            json.key("effects")
            json.array(judged.effects) { $0.value($1.rawValue) }
            json.key("category")
            json.value(judged.category?.rawValue)
            json.key("severity")
            json.value(judged.severity?.rawValue)
            json.key("identity")
            json.value(judged.identity)
            json.key("decision")
            json.value(judged.decision.rawValue)
            json.key("rules")
            json.array(judged.rules) { $0.value($1) }
        }
    }

    private mutating func write(_ note: RelaxationNote) {
        object { json in
            json.key("kind")
            json.value(note.kind)
            json.key("name")
            json.value(note.name)
            json.key("layer")
            json.value(note.layer)
            json.key("rule")
            json.value(note.rule)
            json.key("from")
            json.value(note.from.rawValue)
            json.key("to")
            json.value(note.to.rawValue)
            json.key("standing")
            json.value(note.standing.rawValue)
            json.key("until")
            json.value(note.until)
            json.key("reason")
            json.value(note.reason)
            json.key("count")
            json.value(note.count)
        }
    }

    mutating func write(_ finding: Finding) {
        object { json in
            json.key("rule")
            json.value(finding.rule)
            json.key("layer")
            json.value(finding.layer)
            json.key("decision")
            json.value(finding.decision.rawValue)
            if let observed = finding.observed {
                json.key("observed")
                json.value(observed.rawValue)
            }
            json.key("address")
            json.value(finding.address)
            json.key("deposed")
            json.value(finding.deposed)
            json.key("effect")
            json.value(finding.effect?.rawValue)
            json.key("reason")
            json.value(finding.reason)
            json.key("remedy")
            json.value(finding.remedy)
        }
    }
}

extension RunFacts {
    /// The one actor to name where there is room for one.
    ///
    /// A run is as trusted as the least trusted of its actors.
    var leastTrustedActor: Actor {
        [Actor.agent, .unattended, .ci].first { actors.contains($0) } ?? .human
    }
}
