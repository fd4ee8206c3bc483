/// The keys of a row, in the order in which Terraform writes them.
///
/// From `internal/command/jsonplan/resource.go`, `ResourceChange`.
private enum RowKey: String, KnownWord {
    case address
    case previousAddress = "previous_address"
    case moduleAddress = "module_address"
    case mode
    case type
    case name
    case index
    case providerName = "provider_name"
    case deposed
    case change
    case actionReason = "action_reason"

    static let table = WordTable<RowKey>()
}

/// The keys of a row's `change`: `internal/command/jsonplan/plan.go`, `Change`.
private enum ChangeKey: String, KnownWord {
    case actions
    case before
    case after
    case afterUnknown = "after_unknown"
    case beforeSensitive = "before_sensitive"
    case afterSensitive = "after_sensitive"
    case replacePaths = "replace_paths"
    case importing
    case generatedConfig = "generated_config"
    case beforeIdentity = "before_identity"
    case afterIdentity = "after_identity"

    static let table = WordTable<ChangeKey>()
}

/// The lists that have rows.
enum RowList {
    case changes
    case drift
    case deferred
}

/// Where the parts of a row are, until it is known whether it is kept.
private struct RowParts {
    var address: Text?
    var previousAddress: Text?
    var moduleAddress: Text?
    var mode = ResourceMode.managed
    var type: Text?
    var name: Text?
    var index: KeptRange?
    var providerName: Text?
    var deposed: Text?
    var actionReason: Text?
    var change: ChangeParts?
}

/// The actions of a change, without memory of their own where there is one, as nearly always.
struct ActionList {
    let first: ChangeAction
    var others: [ChangeAction] = []

    var all: [ChangeAction] { [first] + others }
    var isNoOp: Bool { first == .noOp && others.isEmpty }
}

extension ChangeAction: KnownWord {
    static let table = WordTable<ChangeAction>()
}

extension ResourceMode: KnownWord {
    static let table = WordTable<ResourceMode>()
}

private struct ChangeParts {
    var actions: ActionList?
    var before: KeptRange?
    var after: KeptRange?
    var afterUnknown: KeptRange?
    var beforeSensitive: KeptRange?
    var afterSensitive: KeptRange?
    var replacePaths: KeptRange?
    var importing: KeptRange?
}

extension PlanReader {
    /// Reads `resource_changes` or `resource_drift`.
    mutating func readRows(_ list: RowList) throws(ReadingFailure) -> [ResourceChange] {
        var rows = try cursor.openArray()
        return try readRows(list, &rows)
    }

    /// Reads the rows that are still to come, or those up to a cut.
    mutating func readRows(
        _ list: RowList, _ rows: inout OpenArray
    ) throws(ReadingFailure) -> [ResourceChange] {
        var kept: [ResourceChange] = []
        while true {
            if list == .changes, rows.isBehindElement, isAtCut() {
                hasStopped = true
                return kept
            }
            guard try cursor.moveToElement(&rows) else { return kept }
            if let row = try readRow(of: list) {
                kept.append(row)
            } else {
                plan.noOpCount += 1
            }
        }
    }

    private mutating func isAtCut() -> Bool {
        let offset = cursor.window.offset
        while nextCut < cuts.count, cuts[nextCut] < offset { nextCut += 1 }
        return nextCut < cuts.count && cuts[nextCut] == offset
    }

    /// Reads one row.
    ///
    /// - Returns: nil for a plain no-op: one that imports nothing, moves nothing and is about no
    ///   deposed object.
    mutating func readRow(of list: RowList) throws(ReadingFailure) -> ResourceChange? {
        let pin = cursor.window.pin()
        defer { cursor.window.unpin(pin) }
        var parts = RowParts()
        var row = try cursor.openObject(RowKey.self)
        while let key = try cursor.nextKey(&row) {
            switch key {
            case .address: parts.address = try cursor.scanText()
            case .previousAddress: parts.previousAddress = try cursor.scanOptionalText()
            case .moduleAddress: parts.moduleAddress = try cursor.scanOptionalText()
            case .mode: parts.mode = try readMode()
            case .type: parts.type = try cursor.scanText()
            case .name: parts.name = try cursor.scanText()
            case .index: parts.index = try cursor.keepValue()
            case .providerName: parts.providerName = try cursor.scanText()
            case .deposed: parts.deposed = try cursor.scanOptionalText()
            case .change: parts.change = try readChange()
            case .actionReason: parts.actionReason = try cursor.scanOptionalText()
            }
        }
        guard let change = parts.change else { throw missing("change") }
        guard let actions = change.actions else { throw missing("change.actions") }
        guard let type = parts.type else { throw missing("type") }
        let isPlain =
            actions.isNoOp && change.importing == nil && parts.previousAddress == nil
            && parts.deposed == nil
        if isPlain, list == .changes { return nil }

        var kept = ResourceChange(
            address: "", mode: parts.mode, type: try cursor.byteString(type),
            name: try cursor.byteString(parts.name) ?? "",
            providerName: try cursor.byteString(parts.providerName) ?? "", actions: actions.all)
        kept.deposed = try cursor.byteString(parts.deposed)
        kept.previousAddress = try cursor.byteString(parts.previousAddress)
        kept.moduleAddress = try cursor.byteString(parts.moduleAddress)
        kept.index = try cursor.keptText(parts.index, "index")
        kept.actionReason = try cursor.byteString(parts.actionReason)
        let values =
            list == .drift && driftValues == .ofLosses && !actions.all.contains(.delete)
            ? KeptTextUse.check : .copy
        kept.before = try cursor.keptText(change.before, "change.before", values)
        kept.after = try cursor.keptText(change.after, "change.after", values)
        kept.afterUnknown = try cursor.keptText(
            change.afterUnknown, "change.after_unknown", values)
        kept.beforeSensitive = try cursor.keptText(
            change.beforeSensitive, "change.before_sensitive", values)
        kept.afterSensitive = try cursor.keptText(
            change.afterSensitive, "change.after_sensitive", values)
        kept.replacePaths = try cursor.keptText(
            change.replacePaths, "change.replace_paths", values)
        kept.importing = try cursor.keptText(change.importing, "change.importing")
        if let address = try cursor.byteString(parts.address) {
            kept.address = address
        } else if list == .drift {
            kept.address = kept.composedAddress
        } else {
            throw missing("address")
        }
        return kept
    }

    private func missing(_ key: String) -> ReadingFailure {
        .unreadable(.missing(key: key), at: cursor.window.offset)
    }

    mutating func readMode() throws(ReadingFailure) -> ResourceMode {
        try cursor.readWord(ResourceMode.self) { .unknownMode($0) }
    }

    private mutating func readChange() throws(ReadingFailure) -> ChangeParts {
        var parts = ChangeParts()
        var change = try cursor.openObject(ChangeKey.self)
        while let key = try cursor.nextKey(&change) {
            switch key {
            case .actions: parts.actions = try readActions()
            case .before: parts.before = try cursor.keepValue()
            case .after: parts.after = try cursor.keepValue()
            case .afterUnknown: parts.afterUnknown = try cursor.keepValue()
            case .beforeSensitive: parts.beforeSensitive = try cursor.keepValue()
            case .afterSensitive: parts.afterSensitive = try cursor.keepValue()
            case .replacePaths: parts.replacePaths = try cursor.keepValue()
            case .importing:
                // Null is how an encoder says that there is no import.
                parts.importing = try cursor.takeNull() ? nil : try cursor.keepValue()
            case .generatedConfig, .beforeIdentity, .afterIdentity: try cursor.skipValue()
            }
        }
        return parts
    }

    /// Reads the action words of a change; they are a set, and never an empty one.
    mutating func readActions() throws(ReadingFailure) -> ActionList {
        _ = try cursor.peekToken()
        let start = cursor.window.offset
        var words = try cursor.openArray()
        var actions: ActionList?
        while try cursor.moveToElement(&words) {
            _ = try cursor.peekToken()
            let start = cursor.window.offset
            let action = try cursor.readWord(ChangeAction.self) { .unknownAction($0) }
            guard let before = actions else {
                actions = ActionList(first: action)
                continue
            }
            guard !before.all.contains(action) else {
                throw .unreadable(.repeatedAction(ByteString(action.rawValue)), at: start)
            }
            actions?.others.append(action)
        }
        guard let actions else { throw .unreadable(.noActions, at: start) }
        return actions
    }
}
