private enum DeferredKey: String, KnownWord {
    case reason
    case resourceChange = "resource_change"

    static let table = WordTable<DeferredKey>()
}

private enum DeferredInvocationKey: String, KnownWord {
    case reason
    case actionInvocation = "action_invocation"

    static let table = WordTable<DeferredInvocationKey>()
}

/// `internal/command/jsonplan/action_invocations.go`, `ActionInvocation`.
private enum InvocationKey: String, KnownWord {
    case address
    case type
    case lifecycleActionTrigger = "lifecycle_action_trigger"

    static let table = WordTable<InvocationKey>()
}

private enum TriggerKey: String, KnownWord {
    case triggeringResourceAddress = "triggering_resource_address"

    static let table = WordTable<TriggerKey>()
}

private enum OutputKey: String, KnownWord {
    case actions

    static let table = WordTable<OutputKey>()
}

extension PlanReader {
    mutating func readOutputChanges() throws(ReadingFailure) {
        var outputs = try cursor.openMap()
        while let name = try cursor.nextName(&outputs) {
            var actions: ActionList?
            var output = try cursor.openObject(OutputKey.self)
            while let key = try cursor.nextKey(&output) {
                switch key {
                case .actions: actions = try readActions()
                }
            }
            guard let actions else {
                throw .unreadable(.missing(key: "actions"), at: cursor.window.offset)
            }
            plan.outputChanges.append(OutputChange(name: name, actions: actions.all))
        }
    }

    mutating func readDeferredChanges() throws(ReadingFailure) {
        var list = try cursor.openArray()
        while try cursor.moveToElement(&list) {
            var reason: ByteString?
            var change: ResourceChange?
            var entry = try cursor.openObject(DeferredKey.self)
            while let key = try cursor.nextKey(&entry) {
                switch key {
                case .reason: reason = try cursor.readOptionalString()
                case .resourceChange: change = try readRow(of: .deferred)
                }
            }
            guard let change else {
                throw .unreadable(.missing(key: "resource_change"), at: cursor.window.offset)
            }
            plan.deferred.append(DeferredChange(reason: reason, change: change))
        }
    }

    mutating func readInvocations(areDeferred: Bool) throws(ReadingFailure) -> [ActionInvocation] {
        var invocations: [ActionInvocation] = []
        var list = try cursor.openArray()
        while try cursor.moveToElement(&list) {
            guard areDeferred else {
                invocations.append(try readInvocation())
                continue
            }
            var entry = try cursor.openObject(DeferredInvocationKey.self)
            while let key = try cursor.nextKey(&entry) {
                switch key {
                case .reason: try cursor.skipValue()
                case .actionInvocation: invocations.append(try readInvocation())
                }
            }
        }
        return invocations
    }

    private mutating func readInvocation() throws(ReadingFailure) -> ActionInvocation {
        var address: ByteString?
        var type: ByteString?
        var triggeringAddress: ByteString?
        var invocation = try cursor.openObject(InvocationKey.self)
        while let key = try cursor.nextKey(&invocation) {
            switch key {
            case .address: address = try cursor.readString()
            case .type: type = try cursor.readString()
            case .lifecycleActionTrigger:
                if try cursor.takeNull() { continue }
                var trigger = try cursor.openObject(TriggerKey.self)
                while let key = try cursor.nextKey(&trigger) {
                    switch key {
                    case .triggeringResourceAddress:
                        triggeringAddress = try cursor.readOptionalString()
                    }
                }
            }
        }
        guard let address else {
            throw .unreadable(.missing(key: "address"), at: cursor.window.offset)
        }
        guard let type else { throw .unreadable(.missing(key: "type"), at: cursor.window.offset) }
        return ActionInvocation(
            address: address, type: type, triggeringAddress: triggeringAddress)
    }
}
