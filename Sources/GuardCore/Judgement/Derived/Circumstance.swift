package import TerraformPlan

/// What only a look beyond a row tells about it: at the rest of the plan, at the run, at what the
/// object is to others.
package enum Circumstance: Hashable, Sendable {
    /// An object of its type is created that has nearly the same attributes: this is how to keep it.
    case renamed(MovedBlock)
    /// Its automated backups go with it, and no last one is made.
    case lastCopy
    /// This backup of it is destroyed too, and so many others.
    case backupGoes(ByteString, others: Int)
    /// This is destroyed too, of which it is a backup.
    case originalGoes(ByteString)
    /// This run's own state is kept in it, or locked or encrypted with it: an argument of the backend.
    case holdsState(argument: String)
    /// What goes with it and is in no plan, as the catalog says it: `"every resource of the group"`.
    case container(String)
    /// It is a copy of something that stays.
    case replica
    /// It changes because this is made anew, whose value it uses.
    case draggedAlong(by: ByteString)
    /// It is made anew, and with it so many others, of which this is the gravest.
    case dragsAlong(Int, gravest: ByteString)
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
