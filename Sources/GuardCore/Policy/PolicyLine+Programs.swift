import TerraformPlan

// The blocks that decide nothing by themselves: who may sign, what is run, what is recorded, what a
// type is. Each says where it has no effect.
extension Policy {
    /// A line for each of them, in the order of the language's chapter.
    var linesOfWhatDecidesNothing: [PolicyLine] {
        var lines: [PolicyLine] = []
        for (type, blocks) in resources.sorted(by: { $0.key < $1.key }) {
            lines += blocks.map { layer, block in
                PolicyLine(
                    layer: layer.rawValue, block: "resource \"\(type)\"", decision: nil,
                    about: block.inWords)
            }
        }
        lines += evidences.map { evidence in
            PolicyLine(
                layer: evidence.origin.layer.rawValue, block: "evidence \"\(evidence.name)\"",
                decision: nil,
                about: "\(quoted(evidence.command)) within \(inWords(seconds: evidence.timeout))"
                    + evidence.origin.noteForAgents)
        }
        lines += approvals.map { block in
            PolicyLine(
                layer: block.origin.layer.rawValue, block: "approvals", decision: nil,
                about: block.inWords
                    + (block.origin.isRootsAlone
                        ? "" : "; only adds to what root says: not root's alone"))
        }
        lines += breakGlasses.map { glass in
            PolicyLine(
                layer: glass.origin.layer.rawValue, block: "break_glass", decision: nil,
                about: glass.inWords
                    + (glass.origin.isRootsAlone ? "" : "; without effect: not root's alone"))
        }
        lines += applies.map { block in
            PolicyLine(
                layer: block.origin.layer.rawValue, block: "apply", decision: nil,
                about: "terraform is run by \(quoted(block.exec))" + block.origin.noteForAgents)
        }
        lines += identities.map { block in
            PolicyLine(
                layer: block.origin.layer.rawValue, block: "identity", decision: nil,
                about: quoted(block.command)
                    + (block.origin.isAnchored ? "" : "; without effect: not anchored"))
        }
        lines += audits.map { block in
            PolicyLine(
                layer: block.origin.layer.rawValue, block: "audit", decision: nil,
                about: block.inWords)
        }
        return lines
    }
}

extension PolicyOrigin {
    fileprivate var noteForAgents: String {
        isAnchored ? "" : "; not for agents: not anchored"
    }
}

/// `["aws", "sts"]`, as it is written in a policy.
private func quoted(_ words: [String]) -> String {
    "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
}

extension ResourceBlock {
    fileprivate var inWords: String {
        var parts: [String] = []
        let standing = [severity?.rawValue, category?.rawValue].compactMap { $0 }
        if !standing.isEmpty { parts.append(standing.joined(separator: " ")) }
        if !identity.isEmpty {
            parts.append("known by " + identity.map(\.text).joined(separator: " "))
        }
        if !protections.isEmpty {
            parts.append("protected by " + protections.map(\.path.text).joined(separator: " "))
        }
        if !disarms.isEmpty {
            parts.append("disarmed by " + disarms.map(\.path.text).joined(separator: " "))
        }
        if let recovery { parts.append("recovery: \(recovery)") }
        return parts.isEmpty ? "more than its category and severity" : parts.joined(separator: "; ")
    }
}

extension ApprovalsBlock {
    fileprivate var inWords: String {
        var parts: [String] = []
        if let signers { parts.append("signers in \(signers)") }
        if let count { parts.append("\(count) \(count == 1 ? "signature" : "signatures")") }
        if let valid { parts.append("valid for \(GuardCore.inWords(seconds: valid))") }
        if let allowsSelf {
            parts.append(allowsSelf ? "one's own counts" : "one's own does not count")
        }
        if let touch { parts.append(touch ? "the key is touched" : "no touch is needed") }
        if pin == true { parts.append("with its PIN") }
        if let revoked { parts.append("but not the keys in \(revoked)") }
        if let allowsReplanning {
            parts.append(allowsReplanning ? "outlives a plan like it" : "for one plan")
        }
        if let sshKeygen { parts.append("verified by \(sshKeygen)") }
        return parts.isEmpty ? "as usual" : parts.joined(separator: ", ")
    }
}

extension BreakGlass {
    fileprivate var inWords: String {
        var parts = ["lifts a block"]
        if let environments { parts.append("in \(environments.sorted().joined(separator: " "))") }
        if let actors {
            let names = Actor.allCases.filter(actors.contains).map(\.rawValue)
            parts.append("by \(names.joined(separator: " "))")
        }
        parts.append("\(count) \(count == 1 ? "signature" : "signatures")")
        parts.append(allowsSelf ? "one's own counts" : "one's own does not count")
        parts.append(touch ? "the key is touched" : "no touch is needed")
        parts.append("valid for \(GuardCore.inWords(seconds: valid))")
        return parts.joined(separator: ", ")
    }
}

extension AuditBlock {
    fileprivate var inWords: String {
        var parts: [String] = []
        if let path { parts.append("the record is \(path)") }
        if let command { parts.append("each line goes to \(quoted(command))") }
        if let sync { parts.append("fetched and stored by \(quoted(sync))") }
        if !parts.isEmpty, !origin.isAnchored {
            parts = [parts.joined(separator: ", ") + "; without effect: not anchored"]
        }
        parts.append(isRequired ? "without a record nothing is applied" : "")
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
