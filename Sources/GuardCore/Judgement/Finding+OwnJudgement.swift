import TerraformPlan

// What tfguard finds without a rule, and no policy can change. The words are here and the logic in
// the judge; nothing from a plan enters them but numbers, and names that are plain.

extension Finding {
    private static let layer = "tfguard"

    /// A dangerous effect that no rule says anything about.
    static func unmatched(
        _ effect: Effect, of row: ResourceChange, _ description: ResourceDescription
    ) -> Finding {
        let isUnknownLoss = !description.isKnown && EffectSet.losses.contains(EffectSet(effect))
        return Finding(
            rule: isUnknownLoss ? "unknown-type" : "no-rule", layer: layer, decision: .confirm,
            address: row.address, deposed: row.deposed, effect: effect,
            reason: isUnknownLoss
                ? "The catalog does not know this type, so losing one is never taken for harmless."
                : "No rule of the policy says what to do about \(effect.inWords).",
            remedy: isUnknownLoss
                ? "If a new one is as good as the old, say so in tfguard.hcl: "
                    + "resource \"\(row.type.asPlainName ?? "TYPE")\" "
                    + "{ category = \"other\" severity = \"low\" }." : nil)
    }

    /// An update that is harmless as a rule, and hard to take back where it is not.
    static func risk(_ consequence: Consequence, of row: ResourceChange) -> Finding {
        Finding(
            rule: "hard-to-undo", layer: layer, decision: .warn, address: row.address,
            deposed: row.deposed, effect: .update,
            reason: consequence.says ?? "The catalog says that this is hard to take back.")
    }

    /// A setting of a provider that makes deletions worse.
    static func unsafeSetting(_ setting: ProviderSetting) -> Finding {
        Finding(
            rule: "unsafe-provider-setting", layer: layer, decision: .warn,
            reason: "The provider is set to: \(setting.path.text). \(setting.says)",
            remedy: "If nothing in this plan needs it, take the setting back.")
    }

    static func notUnderstood(_ row: ResourceChange) -> Finding {
        let actions = row.actions.map(\.rawValue).joined(separator: ", ")
        return Finding(
            rule: "not-understood", layer: layer, decision: .block, address: row.address,
            deposed: row.deposed,
            reason:
                "tfguard does not know what the actions \(actions) of one row come to, and lets "
                + "nothing pass that it does not understand.",
            remedy: "Use a version of tfguard that knows this version of Terraform.")
    }

    /// Much of what the state knows is not there any more: more likely the wrong place was asked.
    static func collapse(gone: Int, of total: Int?) -> Finding {
        let share = total.map { gone >= $0 ? "All \($0)" : "\(gone) of \($0)" } ?? "\(gone)"
        return Finding(
            rule: "drift-collapse", layer: layer, decision: .block, effect: .driftLoss,
            reason:
                "\(share) objects of the state are not there any more, says the provider. Wrong "
                + "account, region or endpoint? Applying this would forget them, and build them "
                + "anew where they are not.",
            remedy: "Look at the credentials, the region and the endpoint of this run, and plan "
                + "again.")
    }

    static func everythingGoes(_ count: Int, of environments: [String]) -> Finding {
        let whole = environments.isEmpty ? "" : ", all that this state has of "
        return Finding(
            rule: RuleSource.everythingGoes.name, layer: RuleSource.everythingGoes.layerName,
            decision: .confirm,
            reason:
                "Everything in the state goes away: \(count) \(count == 1 ? "object" : "objects")"
                + whole + environments.joined(separator: " and ")
                + ". An empty configuration does that too.",
            remedy: "If this is not meant, look whether this is the right folder and its "
                + "configuration is all there.")
    }

    static func unknownKeys(_ keys: [ByteString]) -> Finding {
        let names = keys.compactMap(\.asPlainName).map { "\"\($0)\"" }
        let list = names.isEmpty ? "" : " (\(names.prefix(5).joined(separator: ", ")))"
        return Finding(
            rule: "unknown-plan-content", layer: layer, decision: .confirm,
            reason:
                "The plan holds something that this version of tfguard does not know\(list), and "
                + "that may be changes.",
            remedy: "Read Terraform's own output for what it is, or use a version of tfguard that "
                + "knows this version of Terraform.")
    }

    static let incomplete = Finding(
        rule: "incomplete-plan", layer: layer, decision: .warn,
        reason: "This plan is not complete: it was made with -target, or puts changes off. What it "
            + "leaves out has not been judged, and comes with a later plan.")

    static func unreadableCatalog(_ provider: String, _ reason: String) -> Finding {
        Finding(
            rule: "unreadable-catalog", layer: layer, decision: .block,
            reason:
                "The built-in catalog of the provider \(provider) cannot be read (\(reason)), so "
                + "that nobody knows what its resources hold.",
            remedy: "This is a fault of tfguard: report it, and use another version.")
    }

    static let nobodyCanApprove = Finding(
        rule: "no-second-person", layer: layer, decision: .block,
        reason: "A second person has to approve this, and none is configured. Without one, only a "
            + "person at a terminal may go on, by typing what is lost.",
        remedy: "So that others can sign: list their keys in /etc/tfguard/allowed_signers, and "
            + "write approvals { } into /etc/tfguard/tfguard.hcl.")
}

extension RuleSource {
    /// Part of the built-in policy, though no rule can say it, so that a policy can relax it: an
    /// environment that is destroyed every night loses everything every night.
    static let everythingGoes = RuleSource(
        name: "everything-goes",
        origin: PolicyOrigin(layer: .builtin, distance: 0, isAnchored: true),
        layerName: "builtin:default")
}

extension Limit {
    /// What the limit finds where a plan has `count` changes it is about; nil within the limit.
    ///
    /// Where nobody knows how large the state is, there is no share of it.
    func finding(count: Int, of priorCount: Int?) -> Finding? {
        var excess: String?
        if let maximum, count > maximum {
            excess = "\(count) such changes, and more than \(maximum) are too many."
        } else if let percent, let priorCount, count > 0, priorCount > 0, priorCount >= floor,
            count * 100 >= percent * priorCount
        {
            excess =
                "\(count) such changes in a state of \(priorCount), and \(percent) percent are too "
                + "many."
        }
        return excess.map { excess in
            Finding(
                rule: source.name, layer: source.layerName, decision: decision,
                reason: reason.map { excess + " " + $0 } ?? excess, remedy: remedy)
        }
    }
}

extension Effect {
    /// The effect as the end of a sentence.
    fileprivate var inWords: String {
        switch self {
        case .noOp: "a row without change"
        case .create: "creating this"
        case .update: "updating this"
        case .delete: "deleting this"
        case .replace: "replacing this"
        case .forget: "dropping this from the state"
        case .read: "reading this"
        case .import: "importing this"
        case .move: "moving this"
        case .driftLoss: "something that is gone from the real world"
        case .invoke: "an action that a provider is to perform"
        case .deferred: "a change that is put off"
        case .disarm: "weakening this one's protection"
        case .lose: "losing data of this"
        case .handover: "handing this over to another state"
        case .runsCode: "provisioners, which run commands"
        case .deposed: "an old object that a replacement left behind"
        }
    }
}

extension ByteString {
    /// The text where it is a short name of ASCII letters, digits and underscores; nothing else of a
    /// plan stands in words of ours.
    fileprivate var asPlainName: String? {
        let isPlain = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            case _:
                false
            }
        }
        return isPlain && (1...64).contains(bytes.count) ? description : nil
    }
}
