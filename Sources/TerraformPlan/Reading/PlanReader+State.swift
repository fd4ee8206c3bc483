enum PriorStateKey: String, KnownWord {
    case values

    static let table = WordTable<PriorStateKey>()
}

enum StateValuesKey: String, KnownWord {
    case rootModule = "root_module"

    static let table = WordTable<StateValuesKey>()
}

/// `internal/command/jsonstate/state.go`, `Module`.
enum StateModuleKey: String, KnownWord {
    case resources
    case childModules = "child_modules"

    static let table = WordTable<StateModuleKey>()
}

/// `internal/command/jsonstate/state.go`, `Resource`.
enum StateResourceKey: String, KnownWord {
    case address
    case mode
    case type
    case name
    case index
    case providerName = "provider_name"
    case schemaVersion = "schema_version"
    case values
    case sensitiveValues = "sensitive_values"
    case identitySchemaVersion = "identity_schema_version"
    case identity
    case dependsOn = "depends_on"
    case tainted
    case deposedKey = "deposed_key"

    static let table = WordTable<StateResourceKey>()
}

extension PlanReader {
    /// Counts the managed instances of `prior_state`; their values are passed over.
    mutating func readPriorState() throws(ReadingFailure) {
        plan.priorStateCount = 0
        var state = try cursor.openObject(PriorStateKey.self)
        while let key = try cursor.nextKey(&state) {
            if try cursor.takeNull() { continue }
            switch key {
            case .values:
                var values = try cursor.openObject(StateValuesKey.self)
                while let key = try cursor.nextKey(&values) {
                    if try cursor.takeNull() { continue }
                    switch key {
                    case .rootModule: try countInstances()
                    }
                }
            }
        }
    }

    private mutating func countInstances() throws(ReadingFailure) {
        var levels = [StateLevel.module(try cursor.openObject(StateModuleKey.self))]
        while let key = try cursor.nextModuleKey(&levels) {
            switch key {
            case .resources: try countResources()
            case .childModules: levels.append(.modules(try cursor.openArray()))
            }
        }
    }

    private mutating func countResources() throws(ReadingFailure) {
        var resources = try cursor.openArray()
        while try cursor.moveToElement(&resources) {
            var isManaged = false
            var isDeposed = false
            var resource = try cursor.openObject(StateResourceKey.self)
            while let key = try cursor.nextKey(&resource) {
                switch key {
                case .mode: isManaged = try readMode() == .managed
                case .deposedKey: isDeposed = try cursor.readOptionalString() != nil
                case .address, .type, .name, .index, .providerName, .schemaVersion, .values,
                    .sensitiveValues, .identitySchemaVersion, .identity, .dependsOn, .tainted:
                    try cursor.skipValue()
                }
            }
            if isManaged, !isDeposed { plan.priorStateCount = (plan.priorStateCount ?? 0) + 1 }
        }
    }
}

/// A level of a state's tree of modules that is open.
enum StateLevel {
    case module(OpenObject<StateModuleKey>)
    case modules(OpenArray)
}

extension JSONCursor {
    /// The next key of a tree of modules, with its value next to be read; nil at the tree's end.
    ///
    /// The tree is walked with a stack of its own because the input decides how deep it is.
    mutating func nextModuleKey(
        _ levels: inout [StateLevel]
    ) throws(ReadingFailure) -> StateModuleKey? {
        while let level = levels.popLast() {
            switch level {
            case .module(var module):
                guard let key = try nextKey(&module) else { continue }
                levels.append(.module(module))
                if try takeNull() { continue }
                return key
            case .modules(var modules):
                guard try moveToElement(&modules) else { continue }
                levels.append(.modules(modules))
                levels.append(.module(try openObject(StateModuleKey.self)))
            }
        }
        return nil
    }
}
