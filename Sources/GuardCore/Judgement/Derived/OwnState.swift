import TerraformPlan

extension ResourceDescription {
    /// The argument of the backend that names an object, where a run's own state depends on it: the
    /// bucket, the table of locks, the key.
    func stateArgument(of row: ResourceChange, in store: StateStore?) -> String? {
        guard let store, !relations.backends.isEmpty else { return nil }
        var names: [[UInt8]]?
        for (type, argument) in relations.backends where store.type == ByteString(type) {
            for setting in store.arguments.texts(at: argument) where !setting.isEmpty {
                let known = names ?? self.names(of: row).flatMap(nameEndings)
                names = known
                if nameEndings(of: setting).contains(where: known.contains) { return argument }
            }
        }
        return nil
    }
}

extension JSONValue {
    /// What stands at a path such as `workspaces.name`; blocks on the way are lists.
    fileprivate func texts(at path: String) -> [[UInt8]] {
        var values = [self]
        for name in path.split(separator: ".") {
            values = values.flatMap { value -> [JSONValue] in
                guard case .array(let elements) = value else { return [value] }
                return elements
            }.compactMap { $0[ByteString(String(name))] }
        }
        return values.compactMap(\.scalarText)
    }

    private var scalarText: [UInt8]? {
        switch self {
        case .string(let text), .number(let text): text.bytes
        case .null, .bool, .array, .object: nil
        }
    }
}
