/// Reads a state of version 4 to its last byte.
package func readStateFile(_ bytes: [UInt8]) throws(StateFileError) -> StateFile {
    guard bytes.contains(where: { $0 > .space }) else { throw .empty }
    var reader = StateFileReader(cursor: JSONCursor(reading: bytes))
    return try reader.read().get()
}

/// `internal/states/statefile/version4.go`, `stateV4`; and OpenTofu's envelope of an encrypted one.
private enum StateKey: String, KnownWord {
    case version
    case serial
    case lineage
    case resources
    case encryptedData = "encrypted_data"

    static let table = WordTable<StateKey>()
}

/// The keys of `resourceStateV4` that say what it is.
private enum ResourceKey: String, KnownWord {
    case module
    case mode
    case type
    case name
    case provider
    case instances

    static let table = WordTable<ResourceKey>()
}

/// The keys of `instanceObjectStateV4` that tell objects apart.
private enum InstanceKey: String, KnownWord {
    case indexKey = "index_key"
    case deposed
    case attributes

    static let table = WordTable<InstanceKey>()
}

private enum AttributeKey: String, KnownWord {
    case id

    static let table = WordTable<AttributeKey>()
}

private struct StateFileReader: ~Copyable {
    var cursor: JSONCursor
    private var objects: [StateObject] = []

    init(cursor: consuming JSONCursor) {
        self.cursor = cursor
    }

    mutating func read() -> Result<StateFile, StateFileError> {
        do throws(ReadingFailure) {
            return try readRoot()
        } catch {
            let place = cursor.place(of: error)
            return .failure(.malformed(line: place.line, column: place.column))
        }
    }

    private mutating func readRoot() throws(ReadingFailure) -> Result<StateFile, StateFileError> {
        var version: ByteString?
        var serial: UInt64?
        var lineage: ByteString?
        var isEncrypted = false
        var root = try cursor.openObject(StateKey.self)
        while let key = try cursor.nextKey(&root) {
            switch key {
            case .version: version = ByteString(bytes: try readValue().bytes)
            case .serial: serial = UInt64(String(decoding: try readValue().bytes, as: UTF8.self))
            case .lineage: lineage = try cursor.readString()
            case .resources:
                if try !cursor.takeNull() { try readResources() }
            case .encryptedData:
                isEncrypted = true
                try cursor.skipValue()
            }
        }
        try cursor.expectEnd()
        if isEncrypted { return .failure(.encrypted) }
        guard let version else { return .failure(.missing(key: "version")) }
        guard version == "4" else { return .failure(.version(version)) }
        guard let serial else { return .failure(.missing(key: "serial")) }
        guard let lineage else { return .failure(.missing(key: "lineage")) }
        return .success(StateFile(lineage: lineage, serial: serial, objects: objects))
    }

    private mutating func readValue() throws(ReadingFailure) -> JSONText {
        let pin = cursor.window.pin()
        defer { cursor.window.unpin(pin) }
        let range = try cursor.keepValue()
        return try cursor.keptText(range, "") ?? JSONText(bytes: [])
    }

    private mutating func readResources() throws(ReadingFailure) {
        var resources = try cursor.openArray()
        while try cursor.moveToElement(&resources) {
            var parts = ResourceParts()
            var instances: [InstanceParts] = []
            var resource = try cursor.openObject(ResourceKey.self)
            while let key = try cursor.nextKey(&resource) {
                switch key {
                case .module: parts.module = try cursor.readOptionalString()
                case .mode:
                    parts.mode = try cursor.readWord(ResourceMode.self) { .unknownMode($0) }
                case .type: parts.type = try cursor.readString()
                case .name: parts.name = try cursor.readString()
                case .provider: parts.provider = try cursor.readString()
                case .instances:
                    if try !cursor.takeNull() { instances = try readInstances() }
                }
            }
            guard let mode = parts.mode, let type = parts.type, let name = parts.name else {
                throw .unreadable(.missing(key: "type"), at: cursor.window.offset)
            }
            for instance in instances {
                objects.append(object(parts, mode, type, name, instance))
            }
        }
    }

    private struct ResourceParts {
        var module: ByteString?
        var mode: ResourceMode?
        var type: ByteString?
        var name: ByteString?
        var provider: ByteString?
    }

    private struct InstanceParts {
        var index: JSONText?
        var deposed: ByteString?
        var id: JSONText?
    }

    private mutating func readInstances() throws(ReadingFailure) -> [InstanceParts] {
        var instances: [InstanceParts] = []
        var list = try cursor.openArray()
        while try cursor.moveToElement(&list) {
            var parts = InstanceParts()
            var instance = try cursor.openObject(InstanceKey.self)
            while let key = try cursor.nextKey(&instance) {
                if try cursor.takeNull() { continue }
                switch key {
                case .indexKey: parts.index = try readValue()
                case .deposed: parts.deposed = try cursor.readString()
                case .attributes:
                    var attributes = try cursor.openObject(AttributeKey.self)
                    while let key = try cursor.nextKey(&attributes) {
                        switch key {
                        case .id: parts.id = try readValue()
                        }
                    }
                }
            }
            instances.append(parts)
        }
        return instances
    }

    private func object(
        _ resource: ResourceParts, _ mode: ResourceMode, _ type: ByteString, _ name: ByteString,
        _ instance: InstanceParts
    ) -> StateObject {
        let row = ResourceChange(
            address: "", moduleAddress: resource.module.flatMap { $0 == "" ? nil : $0 },
            mode: mode, type: type, name: name, index: instance.index, providerName: "",
            actions: [.noOp])
        return StateObject(
            address: row.composedAddress, deposed: instance.deposed.flatMap { $0 == "" ? nil : $0 },
            moduleAddress: row.moduleAddress, mode: mode, type: type, name: name,
            index: instance.index, providerName: resource.provider?.betweenQuotes ?? "",
            id: instance.id)
    }
}

extension ByteString {
    /// `registry.terraform.io/hashicorp/aws` of `module.a.provider["registry.terraform.io/…"].west`.
    fileprivate var betweenQuotes: ByteString {
        let parts = bytes.split(separator: .quote, omittingEmptySubsequences: false)
        return parts.count == 3 ? ByteString(bytes: Array(parts[1])) : self
    }
}

extension JSONCursor {
    /// At the front of a document that is in memory.
    init(reading bytes: [UInt8]) {
        var rest = bytes[...]
        let window = ByteWindow(capacity: 128 << 10) { buffer in
            let count = min(buffer.count, rest.count)
            let part = rest.prefix(count)
            for (offset, byte) in part.enumerated() { buffer[offset] = byte }
            rest = rest.dropFirst(count)
            return count
        }
        self.init(window: window, method: .fastest)
    }

    mutating func expectEnd() throws(ReadingFailure) {
        guard try peekToken() == nil else { throw .unreadable(.trailingData, at: window.offset) }
    }

    /// Where reading has failed.
    func place(of failure: ReadingFailure) -> PlanError {
        switch failure {
        case .source: error(.unexpectedEnd, at: window.offset)
        case .unreadable(let reason, let offset): error(reason, at: offset)
        }
    }
}
