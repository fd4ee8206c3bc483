import TerraformPlan

extension ResourceDescription {
    /// The argument of the backend that names an object, where a run's own state depends on it: the
    /// bucket, the table of locks, the key.
    func stateArgument(of row: ResourceChange, in store: StateStore?) -> String? {
        guard let store, !relations.backends.isEmpty else { return nil }
        var names: [[UInt8]]?
        for (type, argument) in relations.backends where store.type == ByteString(type) {
            let settings = store.arguments.scalars(at: argument)
            guard !settings.isEmpty else { continue }
            let known = names ?? self.names(of: row).flatMap(nameEndings)
            names = known
            if settings.flatMap(nameEndings).contains(where: known.contains) { return argument }
        }
        return nil
    }
}

extension JSONValue {
    /// What stands at a path such as `workspaces.name`; blocks on the way are lists.
    fileprivate func scalars(at path: String) -> [[UInt8]] {
        var values = [self]
        for name in path.split(separator: ".") {
            values = values.flatMap(\.blocks).compactMap { $0[ByteString(String(name))] }
        }
        return values.compactMap { value in
            switch value {
            case .string(let text), .number(let text): text.bytes.isEmpty ? nil : text.bytes
            case .null, .bool, .array, .object: nil
            }
        }
    }

    private var blocks: [JSONValue] {
        guard case .array(let elements) = self else { return [self] }
        return elements
    }
}
