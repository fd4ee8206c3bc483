import Diagnostics
import GuardCore
import TerraformPlan

// SARIF 2.1.0 (OASIS), which code scanning reads: one run, one result for every remark on a plan.
//
// A plan has no lines that anybody reads, so every result stands at the first line of its file; the
// address is its logical location.

func sarifPart(_ plan: CheckedPlan, _ manner: ReportManner) -> [UInt8] {
    guard case .judged(let verdict, _) = plan.outcome else { return [] }
    let results = verdict.remarks.map { result($0, of: plan, manner) }
    return Array(results.joined(separator: [UInt8(ascii: ",")]))
}

func sarifReport(_ parts: [[UInt8]], _ plans: [PlanSummary]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("$schema")
        json.value(
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
        )
        json.key("version")
        json.value("2.1.0")
        json.key("runs")
        json.array([0]) { json, _ in
            json.object { json in
                json.key("tool")
                json.object { json in
                    json.key("driver")
                    json.writeDriver(rules: rules(in: plans))
                }
                json.key("columnKind")
                json.value("unicodeCodePoints")
                json.key("invocations")
                json.array([0]) { json, _ in json.writeInvocation(plans) }
                json.key("results")
                json.array(parts.filter { !$0.isEmpty }) { $0.written($1) }
            }
        }
    }
    return json.bytes + [UInt8(ascii: "\n")]
}

/// Every rule that has a result, once, in the order of the results.
private func rules(in plans: [PlanSummary]) -> [RemarkMark] {
    var seen: Set<String> = []
    return plans.flatMap(\.remarks).filter { seen.insert($0.qualifiedRule).inserted }
}

private func result(
    _ remark: Remark, of plan: CheckedPlan, _ manner: ReportManner
) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("ruleId")
        json.value(remark.mark.qualifiedRule)
        json.key("level")
        json.value(level(of: remark.mark.decision, manner))
        json.key("message")
        json.writeMessage("\(remark.title): \(remark.text)")
        json.key("locations")
        json.array([0]) { json, _ in
            json.object { json in
                json.key("physicalLocation")
                json.writeFirstLine(of: plan.name)
                guard let address = remark.address else { return }
                json.key("logicalLocations")
                json.array([address]) { json, address in
                    json.object { json in
                        json.key("fullyQualifiedName")
                        json.value(address)
                        json.key("kind")
                        json.value("resource")
                    }
                }
            }
        }
        json.key("partialFingerprints")
        json.object { json in
            json.key("tfguard/v1")
            json.value(fingerprint(of: remark.key, in: plan.name))
        }
        json.key("properties")
        json.object { json in
            json.key("decision")
            json.value(remark.mark.decision.rawValue)
        }
    }
    return json.bytes
}

private func level(of decision: Decision, _ manner: ReportManner) -> String {
    switch decision {
    case .allow: "note"
    case .warn: "warning"
    case .confirm, .approve, .block: manner.failsOn.isReached(by: decision) ? "error" : "warning"
    }
}

extension JSONWriter {
    fileprivate mutating func writeDriver(rules: [RemarkMark]) {
        object { json in
            json.key("name")
            json.value("tfguard")
            json.key("semanticVersion")
            json.value(toolVersion)
            json.key("rules")
            json.array(rules) { json, mark in
                json.object { json in
                    json.key("id")
                    json.value(mark.qualifiedRule)
                    json.key("name")
                    json.value(mark.rule)
                    json.key("shortDescription")
                    json.writeMessage("The rule \(mark.rule) of \(mark.layer)")
                }
            }
        }
    }

    /// Whether all plans were judged, and why not.
    fileprivate mutating func writeInvocation(_ plans: [PlanSummary]) {
        object { json in
            json.key("executionSuccessful")
            json.value(plans.allSatisfy { $0.decision != nil })
            json.key("toolExecutionNotifications")
            json.array(plans.filter { $0.decision == nil }) { json, plan in
                json.object { json in
                    json.key("level")
                    json.value("error")
                    json.key("message")
                    json.writeMessage("Not judged: \(plan.headline)")
                    json.key("locations")
                    json.array([plan.name]) { json, name in
                        json.object { json in
                            json.key("physicalLocation")
                            json.writeFirstLine(of: name)
                        }
                    }
                }
            }
            if let note = plans.policyNote {
                json.key("toolConfigurationNotifications")
                json.array([note]) { json, note in
                    json.object { json in
                        json.key("level")
                        json.value("note")
                        json.key("message")
                        json.writeMessage(note)
                    }
                }
            }
        }
    }

    /// Plain text in which viewers find no link (SARIF 2.1.0, 3.11.6).
    fileprivate mutating func writeMessage(_ text: String) {
        object { json in
            json.key("text")
            json.value(text.holds("](") ? text.replacing(each: "[", by: "\\[") : text)
        }
    }

    fileprivate mutating func writeFirstLine(of name: ByteString) {
        object { json in
            json.key("artifactLocation")
            json.object { json in
                json.key("uri")
                json.value(uri(of: name))
            }
            json.key("region")
            json.object { json in
                json.key("startLine")
                json.value(1)
            }
        }
    }
}

/// A file's name as a URI (RFC 3986): relative where the name is.
private func uri(of name: ByteString) -> String {
    var text = name.bytes.first == UInt8(ascii: "/") ? "file://" : ""
    let digits = Array("0123456789ABCDEF")
    for byte in name == "-" ? Array("standard-input".utf8) : name.bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            text.unicodeScalars.append(Unicode.Scalar(byte))
        case _:
            text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
    }
    return text
}
