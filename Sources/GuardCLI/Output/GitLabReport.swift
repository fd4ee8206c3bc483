import GuardCore
import TerraformPlan

// What GitLab's code quality widget reads: an array of findings, each with a fingerprint that stays
// the same as long as the finding does.
//
//     [{"description":"DESTROY aws_db_instance.main (courses-prod): …","check_name":"critical-loss",
//       "fingerprint":"…","severity":"blocker","location":{"path":"pr.tfplan","lines":{"begin":1}}}]

func gitlabPart(_ plan: CheckedPlan) -> [UInt8] {
    var entries: [[UInt8]] = []
    let path = singleLine(plan.name.description)
    switch plan.outcome {
    case .judged(let verdict, _):
        for remark in verdict.remarks {
            entries.append(
                entry(
                    "\(remark.title): \(remark.text)", rule: remark.mark.qualifiedRule,
                    key: remark.key, severity: remark.mark.decision.codeQuality, of: plan.name, path
                ))
        }
    case .failed(_, let message):
        entries.append(
            entry(
                "Not judged: \(singleLine(message))", rule: "tfguard/not-judged", key: "",
                severity: "blocker", of: plan.name, path))
    }
    return Array(entries.joined(separator: [UInt8(ascii: ",")]))
}

func gitlabReport(_ parts: [[UInt8]], _ plans: [PlanSummary]) -> [UInt8] {
    var parts = parts
    if let plan = plans.first(where: { $0.policyNote != nil }), let note = plan.policyNote {
        parts.append(
            entry(
                note, rule: "tfguard/policy", key: "policy", severity: "info", of: plan.name,
                singleLine(plan.name.description)))
    }
    let entries = parts.filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: ",")])
    return [UInt8(ascii: "[")] + entries + Array("]\n".utf8)
}

private func entry(
    _ description: String, rule: String, key: ByteString, severity: String, of plan: ByteString,
    _ path: String
) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("description")
        json.value(description)
        json.key("check_name")
        json.value(rule)
        json.key("fingerprint")
        json.value(fingerprint(of: key, in: plan))
        json.key("severity")
        json.value(severity)
        json.key("location")
        json.object { json in
            json.key("path")
            json.value(path)
            json.key("lines")
            json.object { json in
                json.key("begin")
                json.value(1)
            }
        }
    }
    return json.bytes
}

/// What tells a remark from every other one, and stays while the remark does.
func fingerprint(of key: ByteString, in plan: ByteString) -> String {
    var digest = SHA256()
    digest.update(plan.bytes + [0] + key.bytes)
    return digest.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

extension Decision {
    /// GitLab's words: `info`, `minor`, `major`, `critical`, `blocker`.
    fileprivate var codeQuality: String {
        switch self {
        case .allow: "info"
        case .warn: "minor"
        case .confirm: "major"
        case .approve: "critical"
        case .block: "blocker"
        }
    }
}
