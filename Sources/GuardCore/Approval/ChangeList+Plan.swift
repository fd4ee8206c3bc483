package import TerraformPlan

extension ChangeList {
    /// The plan that the list tells of, for an approver to judge: what is sensitive is masked, and
    /// nothing is known of the state besides.
    ///
    /// Nil where the list is not one that a plan makes.
    package var plan: Plan? {
        guard let rows = entries("rows", ResourceChange.init(listed:)),
            let drift = entries("drift", ResourceChange.init(listed:)),
            let invocations = entries("invocations", ActionInvocation.init(listed:)),
            let later = entries("deferred_invocations", ActionInvocation.init(listed:)),
            let deferred = entries(
                "deferred",
                { entry in
                    entry["row"].flatMap(ResourceChange.init(listed:)).map {
                        DeferredChange(reason: entry["reason"]?.textBytes, change: $0)
                    }
                }),
            case .object(let outputs)? = value["outputs"]
        else { return nil }
        var plan = Plan(formatVersion: "1.2", terraformVersion: nil)
        plan.changes = rows
        plan.drift = drift
        plan.invocations = invocations
        plan.deferredInvocations = later
        plan.deferred = deferred
        plan.outputChanges = outputs.map { OutputChange(name: $0.key, actions: [.update]) }
        return plan
    }

    func entries<Entry>(
        _ key: ByteString, _ make: (JSONValue) -> Entry?
    ) -> [Entry]? {
        guard case .array(let values)? = value[key] else { return nil }
        let entries = values.compactMap(make)
        return entries.count == values.count ? entries : nil
    }
}

extension ResourceChange {
    init?(listed entry: JSONValue) {
        let actions = entry["actions"]?.textList?.compactMap(ChangeAction.init(rawValue:))
        guard let address = entry["address"]?.textBytes, let type = entry["type"]?.textBytes,
            let mode = entry["mode"]?.text.flatMap(ResourceMode.init(rawValue:)),
            let actions, !actions.isEmpty, actions.count == entry["actions"]?.textList?.count,
            let name = entry["name"]?.textBytes, let provider = entry["provider"]?.textBytes
        else { return nil }
        let text = { (key: ByteString) in
            entry[key].flatMap(CanonicalJSON.bytes).map { JSONText(bytes: $0) }
        }
        // One mask is for both sides, and where there is none nothing is a secret.
        let mask = text("sensitive") ?? JSONText(bytes: Array("false".utf8))
        self.init(
            address: address, deposed: entry["deposed"]?.textBytes,
            previousAddress: entry["previous_address"]?.textBytes,
            moduleAddress: entry["module"]?.textBytes, mode: mode, type: type, name: name,
            index: text("index"), providerName: provider, actions: actions,
            actionReason: entry["reason"]?.textBytes, before: text("before"), after: text("after"),
            afterUnknown: text("after_unknown"), beforeSensitive: mask, afterSensitive: mask,
            replacePaths: text("replace_paths"), importing: text("importing"))
    }
}

extension ActionInvocation {
    fileprivate init?(listed entry: JSONValue) {
        guard let address = entry["address"]?.textBytes, let type = entry["type"]?.textBytes else {
            return nil
        }
        self.init(address: address, type: type, triggeringAddress: entry["trigger"]?.textBytes)
    }
}
