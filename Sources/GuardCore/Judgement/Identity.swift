import TerraformPlan

extension ResourceDescription {
    /// The real name of the object that a row is about, such as a bucket's: the first attribute of
    /// `identity` that is set.
    ///
    /// Read from the object as it is, and of one that does not exist yet, as it will be. A sensitive
    /// value is nobody's name: it would be printed.
    func identity(of change: ResourceChange) -> ByteString? {
        guard !identity.isEmpty else { return nil }
        if let before = change.before, before.bytes.first != UInt8(ascii: "n") {
            return identity(in: before, mask: change.beforeSensitive)
        }
        return change.after.flatMap { identity(in: $0, mask: change.afterSensitive) }
    }

    private func identity(in object: JSONText, mask: JSONText?) -> ByteString? {
        for path in identity {
            for value in object.values(at: path) {
                let text: [UInt8]
                switch value {
                case .string(let string): text = string
                case .number(let number): text = number
                case .null, .bool, .object: continue
                }
                guard !text.isEmpty, mask?.markCount(at: path) ?? 0 == 0 else { continue }
                return ByteString(bytes: text)
            }
        }
        return nil
    }
}
