/// The values of a state's objects, read from what `terraform show -json` prints without a plan.
///
/// They are wanted for the names of things, and the state itself says which things there are: what
/// cannot be read here is only not known. An object whose mask is not there, as before Terraform
/// 0.15, is left out, because nobody knows which of its values are secrets.
package func readShownState(_ bytes: [UInt8]) -> [StateObjectKey: ShownValues] {
    var reader = ShownStateReader(cursor: JSONCursor(reading: bytes))
    return reader.read() ? reader.shown : [:]
}

/// The managed objects of a state, read from what `terraform show -json` prints without a plan.
///
/// Those that a replacement left behind are not among them.
///
/// - Returns: a row for each that says nothing of what is done to it; nil where the text is not what
///   terraform prints.
package func readShownObjects(_ bytes: [UInt8]) -> [ResourceChange]? {
    var reader = ShownStateReader(cursor: JSONCursor(reading: bytes))
    return reader.read() ? reader.objects : nil
}

private struct ShownStateReader: ~Copyable {
    var cursor: JSONCursor
    private(set) var shown: [StateObjectKey: ShownValues] = [:]
    private(set) var objects: [ResourceChange] = []

    init(cursor: consuming JSONCursor) {
        self.cursor = cursor
    }

    /// Whether all of the text was understood.
    mutating func read() -> Bool {
        do throws(ReadingFailure) {
            var root = try cursor.openObject(PriorStateKey.self)
            while let key = try cursor.nextKey(&root) {
                switch key {
                case .values: try readValues()
                }
            }
            try cursor.expectEnd()
            return true
        } catch {
            return false
        }
    }

    private mutating func readValues() throws(ReadingFailure) {
        if try cursor.takeNull() { return }
        var values = try cursor.openObject(StateValuesKey.self)
        while let key = try cursor.nextKey(&values) {
            switch key {
            case .rootModule: try readModules()
            }
        }
    }

    private mutating func readModules() throws(ReadingFailure) {
        var levels = [StateLevel.module(try cursor.openObject(StateModuleKey.self))]
        while let key = try cursor.nextModuleKey(&levels) {
            switch key {
            case .resources: try readResources()
            case .childModules: levels.append(.modules(try cursor.openArray()))
            }
        }
    }

    private mutating func readResources() throws(ReadingFailure) {
        var resources = try cursor.openArray()
        while try cursor.moveToElement(&resources) {
            let pin = cursor.window.pin()
            defer { cursor.window.unpin(pin) }
            var address: ByteString?
            var deposed: ByteString?
            var values: KeptRange?
            var mask: KeptRange?
            var isManaged = false
            var type: ByteString?
            var resource = try cursor.openObject(StateResourceKey.self)
            while let key = try cursor.nextKey(&resource) {
                switch key {
                case .address: address = try cursor.readString()
                case .deposedKey: deposed = try cursor.readOptionalString()
                case .values: values = try cursor.keepValue()
                case .sensitiveValues: mask = try cursor.keepValue()
                case .mode: isManaged = try cursor.readString() == "managed"
                case .type: type = try cursor.readString()
                case .name, .index, .providerName, .schemaVersion,
                    .identitySchemaVersion, .identity, .dependsOn, .tainted:
                    try cursor.skipValue()
                }
            }
            guard let address else { continue }
            let keptValues = try cursor.keptText(values, "values")
            let keptMask = try cursor.keptText(mask, "sensitive_values")
            if isManaged, deposed == nil, let type {
                objects.append(
                    ResourceChange(
                        address: address, type: type, name: "", providerName: "",
                        actions: [.noOp], before: keptValues, beforeSensitive: keptMask))
            }
            guard let values = keptValues, let mask = keptMask else { continue }
            shown[StateObjectKey(address: address, deposed: deposed)] = ShownValues(
                values: values, sensitive: mask)
        }
    }
}
