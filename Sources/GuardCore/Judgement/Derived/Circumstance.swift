package import TerraformPlan

/// What only a look at the whole plan tells about a row.
package enum Circumstance: Hashable, Sendable {
    /// An object of its type is created that has nearly the same attributes: this is how to keep it.
    case renamed(MovedBlock)
}

/// A `moved` block: the same object under another address, or a whole module.
package struct MovedBlock: Hashable, Sendable {
    package let from: ByteString
    package let to: ByteString

    package init(from: ByteString, to: ByteString) {
        self.from = from
        self.to = to
    }
}
