/// What a judgement needs of a state, read from what `terraform state pull` prints.
///
/// The format is version 4, the one that Terraform 0.12 to 1.16 and OpenTofu write (Terraform's
/// `internal/states/statefile/version4.go`). It needs no provider to be read, and it is what
/// `terraform state push` takes. Of the values, which may be secrets, only `id` is kept.
package struct StateFile: Sendable {
    /// Which history of states it belongs to.
    package let lineage: ByteString
    /// Counts up with every change.
    package let serial: UInt64
    /// Everything that has an entry of its own, in the order of the file.
    package let objects: [StateObject]

    /// The objects that Terraform would destroy if asked to, without those that a replacement left
    /// behind.
    package var managedCount: Int {
        objects.count { $0.mode == .managed && $0.deposed == nil }
    }
}

/// One object of a state: the current one of a resource instance, or a deposed one.
package struct StateObject: Sendable {
    package let address: ByteString
    package let deposed: ByteString?
    package let moduleAddress: ByteString?
    package let mode: ResourceMode
    package let type: ByteString
    package let name: ByteString
    package let index: JSONText?
    package let providerName: ByteString
    /// The attribute `id`, where there is one; compared, and never shown.
    package let id: JSONText?

    /// A row about the object, as a plan would have it.
    ///
    /// - Parameters:
    ///   - actions: what is done to it.
    ///   - values: what `terraform show` knows of it.
    /// - Returns: the row.
    package func row(_ actions: [ChangeAction], values: ShownValues?) -> ResourceChange {
        ResourceChange(
            address: address, deposed: deposed, moduleAddress: moduleAddress, mode: mode,
            type: type, name: name, index: index, providerName: providerName, actions: actions,
            before: values?.values, beforeSensitive: values?.sensitive)
    }
}

/// The values of one object, with the mask that says which of them are secrets.
package struct ShownValues: Sendable {
    package let values: JSONText
    package let sensitive: JSONText
}

/// What tells the objects of a state apart, however their addresses are spelled.
package struct StateObjectKey: Hashable, Sendable {
    package let address: NormalizedAddress
    package let deposed: ByteString?

    package init(address: ByteString, deposed: ByteString? = nil) {
        self.address = NormalizedAddress(address)
        self.deposed = deposed
    }
}

extension StateObject {
    package var key: StateObjectKey { StateObjectKey(address: address, deposed: deposed) }
}

/// Why a state cannot be understood.
package enum StateFileError: Error, Equatable, Sendable {
    case empty
    /// OpenTofu's state encryption.
    case encrypted
    case version(ByteString)
    case missing(key: String)
    case malformed(line: Int, column: Int)

    /// A full sentence.
    package var detail: String {
        switch self {
        case .empty:
            "It is empty."
        case .encrypted:
            "It is encrypted. Only what OpenTofu's state pull prints can be compared."
        case .version(let version):
            "Its format is version \(quoted(version)), and this tfguard knows version 4."
        case .missing(let key):
            "It has no \"\(key)\", which every state has."
        case .malformed(let line, let column):
            "At line \(line), column \(column) stands what no state file holds."
        }
    }
}
