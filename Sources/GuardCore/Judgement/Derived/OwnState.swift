import TerraformPlan

extension ResourceDescription {
    /// The argument of the backend that names an object, where a run's own state depends on it: the
    /// bucket, the table of locks, the key.
    func stateArgument(of row: ResourceChange, in store: StateStore?) -> String? {
        guard let store, !relations.backends.isEmpty else { return nil }
        var names: [[UInt8]]?
        for (type, argument) in relations.backends where store.type == ByteString(type) {
            guard let setting = store.arguments[ByteString(argument)]?.scalarText, !setting.isEmpty
            else {
                continue
            }
            let known = names ?? self.names(of: row).flatMap(nameEndings)
            names = known
            if nameEndings(of: setting).contains(where: known.contains) { return argument }
        }
        return nil
    }
}

extension JSONValue {
    fileprivate var scalarText: [UInt8]? {
        switch self {
        case .string(let text), .number(let text): text.bytes
        case .null, .bool, .array, .object: nil
        }
    }
}
