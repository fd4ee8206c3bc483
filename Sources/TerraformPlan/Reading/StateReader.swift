/// The keys of a state file that are read: `internal/states/statefile/version4.go`, `stateV4`.
private enum StateKey: String, KnownWord {
    case version
    case terraformVersion = "terraform_version"
    case serial
    case lineage
    case outputs
    case resources

    static let table = WordTable<StateKey>()
}

/// `resourceStateV4`.
private enum StateFileResourceKey: String, KnownWord {
    case module
    case mode
    case type
    case name
    case each
    case provider
    case instances

    static let table = WordTable<StateFileResourceKey>()
}

/// `instanceObjectStateV4`.
private enum StateInstanceKey: String, KnownWord {
    case indexKey = "index_key"
    case deposed

    static let table = WordTable<StateInstanceKey>()
}

/// What came of reading a state file.
enum StateFileOutcome {
    case state(SavedState)
    case unreadable(PlanError)
    case unknownVersion(ByteString)
}

/// Reads a state file of version 4: which it is, and what it has.
func readStateFile(_ bytes: [UInt8]) -> StateFileOutcome {
    var source = ArraySource(bytes: bytes)
    return withoutActuallyEscaping({ (buffer: inout MutableSpan<UInt8>) -> Int? in
        source.read(into: &buffer)
    }) { fill in
        var reader = StateReader(window: ByteWindow(capacity: 64 << 10, fill: fill))
        return reader.read()
    }
}

private struct StateReader: ~Copyable {
    private var cursor: JSONCursor
    private var state = SavedState()
    private var version: ByteString?

    init(window: consuming ByteWindow) {
        cursor = JSONCursor(window: window, method: .fastest)
    }

    mutating func read() -> StateFileOutcome {
        do throws(ReadingFailure) {
            try readRoot()
        } catch {
            switch error {
            case .source: preconditionFailure("an array does not fail")
            case .unreadable(let reason, let offset):
                return .unreadable(cursor.error(reason, at: offset))
            }
        }
        guard version == "4" else { return .unknownVersion(version ?? "") }
        return .state(state)
    }

    private mutating func readRoot() throws(ReadingFailure) {
        var root = try cursor.openObject(StateKey.self)
        while let key = try cursor.nextKey(&root) {
            switch key {
            case .version: version = try cursor.readNumber()
            case .serial:
                let start = cursor.window.offset
                let number = try cursor.readNumber()
                guard let serial = UInt64(number.description) else {
                    throw .unreadable(.invalidNumber, at: start)
                }
                state.serial = serial
            case .lineage: state.lineage = try cursor.readString()
            case .resources:
                if try cursor.takeNull() { continue }
                var resources = try cursor.openArray()
                while try cursor.moveToElement(&resources) { try readResource() }
            case .terraformVersion, .outputs: try cursor.skipValue()
            }
        }
        if try cursor.peekToken() != nil {
            throw .unreadable(.trailingData, at: cursor.window.offset)
        }
    }

    private mutating func readResource() throws(ReadingFailure) {
        var module: ByteString?
        var mode: ResourceMode?
        var type: ByteString?
        var name: ByteString?
        var instances: [(index: JSONText?, deposed: ByteString?)] = []
        var resource = try cursor.openObject(StateFileResourceKey.self)
        while let key = try cursor.nextKey(&resource) {
            switch key {
            case .module: module = try cursor.readOptionalString()
            case .mode: mode = try cursor.readWord(ResourceMode.self) { .unknownMode($0) }
            case .type: type = try cursor.readString()
            case .name: name = try cursor.readString()
            case .each, .provider: try cursor.skipValue()
            case .instances:
                if try cursor.takeNull() { continue }
                var list = try cursor.openArray()
                while try cursor.moveToElement(&list) { instances.append(try readInstance()) }
            }
        }
        guard let mode else { throw .unreadable(.missing(key: "mode"), at: cursor.window.offset) }
        guard let type else { throw .unreadable(.missing(key: "type"), at: cursor.window.offset) }
        guard let name else { throw .unreadable(.missing(key: "name"), at: cursor.window.offset) }
        guard mode == .managed else { return }
        for instance in instances {
            let address = resourceAddress(
                module: module, mode: mode, type: type, name: name, index: instance.index)
            state.objects.append(ObjectAddress(address: address, deposed: instance.deposed))
        }
    }

    private mutating func readInstance() throws(ReadingFailure) -> (JSONText?, ByteString?) {
        let pin = cursor.window.pin()
        defer { cursor.window.unpin(pin) }
        var index: KeptRange?
        var deposed: ByteString?
        var instance = try cursor.openObject(StateInstanceKey.self)
        while let key = try cursor.nextKey(&instance) {
            switch key {
            case .indexKey: index = try cursor.keepValue()
            case .deposed: deposed = try cursor.readOptionalString()
            }
        }
        return (try cursor.keptText(index, "index_key"), deposed)
    }
}
