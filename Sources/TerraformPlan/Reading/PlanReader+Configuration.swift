private enum ConfigurationKey: String, KnownWord {
    case providerConfig = "provider_config"
    case rootModule = "root_module"

    static let table = WordTable<ConfigurationKey>()
}

/// `internal/command/jsonconfig/config.go`, `module`.
private enum ConfigurationModuleKey: String, KnownWord {
    case resources
    case moduleCalls = "module_calls"

    static let table = WordTable<ConfigurationModuleKey>()
}

/// `internal/command/jsonconfig/config.go`, `resource`.
private enum ConfigurationResourceKey: String, KnownWord {
    case address
    case mode
    case type
    case name
    case providerConfigKey = "provider_config_key"
    case provisioners
    case expressions
    case schemaVersion = "schema_version"
    case countExpression = "count_expression"
    case forEachExpression = "for_each_expression"
    case dependsOn = "depends_on"

    static let table = WordTable<ConfigurationResourceKey>()
}

private enum ModuleCallKey: String, KnownWord {
    case module

    static let table = WordTable<ModuleCallKey>()
}

extension PlanReader {
    mutating func readConfiguration() throws(ReadingFailure) {
        var configuration = try cursor.openObject(ConfigurationKey.self)
        while let key = try cursor.nextKey(&configuration) {
            if try cursor.takeNull() { continue }
            switch key {
            case .providerConfig:
                let pin = cursor.window.pin()
                defer { cursor.window.unpin(pin) }
                let range = try cursor.keepValue()
                plan.providerConfiguration = try cursor.keptText(range, "")
            case .rootModule: try readModules()
            }
        }
    }

    /// A level of the tree of module calls that is open.
    private enum Level {
        case module(OpenObject<ConfigurationModuleKey>)
        case calls(OpenMap)
        case call(OpenObject<ModuleCallKey>)
    }

    /// Walks the tree of module calls, with a stack of its own because the input decides how deep
    /// it is.
    private mutating func readModules() throws(ReadingFailure) {
        var levels = [Level.module(try cursor.openObject(ConfigurationModuleKey.self))]
        // The names of the calls that are open.
        var names: [ByteString] = []
        while let level = levels.popLast() {
            switch level {
            case .module(var module):
                guard let key = try cursor.nextKey(&module) else { continue }
                levels.append(.module(module))
                if try cursor.takeNull() { continue }
                switch key {
                case .resources: try readConfigurationResources(in: names)
                case .moduleCalls: levels.append(.calls(try cursor.openMap()))
                }
            case .calls(var calls):
                guard let name = try cursor.nextName(&calls) else { continue }
                levels.append(.calls(calls))
                levels.append(.call(try cursor.openObject(ModuleCallKey.self)))
                names.append(name)
            case .call(var call):
                guard let key = try cursor.nextKey(&call) else {
                    names.removeLast()
                    continue
                }
                levels.append(.call(call))
                if try cursor.takeNull() { continue }
                switch key {
                case .module:
                    levels.append(.module(try cursor.openObject(ConfigurationModuleKey.self)))
                }
            }
        }
    }

    /// Collects the addresses of resources that have provisioners.
    ///
    /// An address in `configuration` is relative to its module.
    private mutating func readConfigurationResources(
        in module: [ByteString]
    ) throws(ReadingFailure) {
        var resources = try cursor.openArray()
        while try cursor.moveToElement(&resources) {
            // Few have provisioners: the address of the others is not copied.
            let pin = cursor.window.pin()
            defer { cursor.window.unpin(pin) }
            var address: Text?
            var hasProvisioners = false
            var resource = try cursor.openObject(ConfigurationResourceKey.self)
            while let key = try cursor.nextKey(&resource) {
                switch key {
                case .address: address = try cursor.scanText()
                case .mode, .type, .name, .providerConfigKey, .expressions, .schemaVersion,
                    .countExpression, .forEachExpression, .dependsOn:
                    try cursor.skipValue()
                case .provisioners:
                    if try cursor.takeNull() { continue }
                    var provisioners = try cursor.openArray()
                    while try cursor.moveToElement(&provisioners) {
                        hasProvisioners = true
                        try cursor.skipValue()
                    }
                }
            }
            guard hasProvisioners else { continue }
            guard let address = try cursor.byteString(address) else {
                throw .unreadable(.missing(key: "address"), at: cursor.window.offset)
            }
            let prefix = module.flatMap { Array("module.".utf8) + $0.bytes + [.point] }
            plan.provisioned.insert(ByteString(bytes: prefix + address.bytes))
        }
    }
}
