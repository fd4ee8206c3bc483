/// The top-level keys, in the order in which Terraform writes them.
///
/// From `internal/command/jsonplan/plan.go` of Terraform 0.12 to 1.16 and OpenTofu 1.6 to 1.12.
enum RootKey: String, KnownWord {
    case formatVersion = "format_version"
    case terraformVersion = "terraform_version"
    case variables
    case plannedValues = "planned_values"
    case resourceDrift = "resource_drift"
    case resourceChanges = "resource_changes"
    case deferredChanges = "deferred_changes"
    case deferredActionInvocations = "deferred_action_invocations"
    case outputChanges = "output_changes"
    case actionInvocations = "action_invocations"
    case priorState = "prior_state"
    case configuration
    case relevantAttributes = "relevant_attributes"
    case conditionResults = "condition_results"
    case checks
    case timestamp
    case applyable
    case complete
    case errored

    static let table = WordTable<RootKey>()
}

private enum VariableKey: String, KnownWord {
    case value

    static let table = WordTable<VariableKey>()
}

extension PlanReader {
    /// Reads the document, to its last byte or to where it is cut.
    mutating func readRoot() throws(ReadingFailure) {
        root = try cursor.openObject(RootKey.self)
        try readMembers()
        if hasStopped { return }
        guard try cursor.peekToken() == nil else {
            throw .unreadable(
                root.unknownKeys.contains("@level") ? .logStream : .trailingData,
                at: cursor.window.offset)
        }
        try refuseOtherDocuments(keys: root.unknownKeys, present: present)
        guard let formatVersion else { throw missing(.formatVersion) }
        plan.formatVersion = formatVersion
        plan.hasResourceChanges = present.contains(.resourceChanges)
        plan.unknownKeys = root.unknownKeys
    }

    /// Reads the members of the document's own object that are still to come.
    mutating func readMembers() throws(ReadingFailure) {
        while let key = try cursor.nextKey(&root) {
            // Null is what encoders of other tools write for a key they could have left out.
            if try cursor.takeNull() { continue }
            present.append(key)
            switch key {
            case .formatVersion: formatVersion = try readFormatVersion()
            case .terraformVersion: plan.terraformVersion = try cursor.readString()
            case .variables: try readVariables()
            case .plannedValues:
                // An object of whatever it wants.
                try cursor.skipObject()
            case .resourceDrift: plan.drift = try readRows(.drift)
            case .resourceChanges:
                plan.changes = try readRows(.changes)
                if hasStopped { return }
            case .deferredChanges: try readDeferredChanges()
            case .deferredActionInvocations:
                plan.deferredInvocations = try readInvocations(areDeferred: true)
            case .outputChanges: try readOutputChanges()
            case .actionInvocations: plan.invocations = try readInvocations(areDeferred: false)
            case .priorState: try readPriorState()
            case .configuration: try readConfiguration()
            case .relevantAttributes, .conditionResults, .checks: try cursor.skipValue()
            case .timestamp: plan.timestamp = try cursor.readString()
            case .applyable: plan.isApplyable = try cursor.readBoolean()
            case .complete: plan.isComplete = try cursor.readBoolean()
            case .errored:
                let start = cursor.window.offset
                if try cursor.readBoolean() { throw .unreadable(.errored, at: start) }
            }
        }
    }

    /// Names the documents that are given by mistake and can be told by their keys.
    private func refuseOtherDocuments(
        keys: [ByteString], present: [RootKey]
    ) throws(ReadingFailure) {
        let end = cursor.window.offset
        // What `apply` would read in such a file is not what is read here, so no other key helps.
        if keys.contains("remote_plan_format") { throw .unreadable(.cloudBookmark, at: end) }
        if keys.contains("encrypted_data") || keys.contains("encryption_version") {
            throw .unreadable(.encryptedPlan, at: end)
        }
        if present.contains(.plannedValues), present.contains(.configuration) { return }
        if keys.contains("lineage"), keys.contains("serial") {
            throw .unreadable(.stateFile, at: end)
        }
        if keys.contains("@level") { throw .unreadable(.logStream, at: end) }
        // `show -json` of a state; of an empty one, there is nothing but the version.
        if keys.contains("values") || present == [.formatVersion] {
            throw .unreadable(.stateDocument, at: end)
        }
        throw missing(present.contains(.plannedValues) ? .configuration : .plannedValues)
    }

    private func missing(_ key: RootKey) -> ReadingFailure {
        .unreadable(.missing(key: key.rawValue), at: cursor.window.offset)
    }

    /// `0.1` to `1.2` are known; a higher minor version only adds, Terraform promises.
    private mutating func readFormatVersion() throws(ReadingFailure) -> ByteString {
        let start = cursor.window.offset
        let version = try cursor.readString()
        let parts = version.bytes.split(
            separator: .point, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == [.digit0] || parts[0] == [.digit1],
            !parts[1].isEmpty, parts[1].allSatisfy({ $0.isDigit })
        else {
            throw .unreadable(.formatVersion(version), at: start)
        }
        return version
    }

    private mutating func readVariables() throws(ReadingFailure) {
        var variables = try cursor.openMap()
        while true {
            let pin = cursor.window.pin()
            defer { cursor.window.unpin(pin) }
            guard let name = try cursor.nextName(&variables) else { return }
            var range: KeptRange?
            var variable = try cursor.openObject(VariableKey.self)
            while let key = try cursor.nextKey(&variable) {
                switch key {
                case .value: range = try cursor.keepValue()
                }
            }
            plan.variables.append(Variable(name: name, value: try cursor.keptText(range, "value")))
        }
    }
}
