package import TerraformPlan

/// What a subcommand would change without a plan: the facts that it is judged by.
package struct Surgery: Sendable {
    package let command: SurgeryCommand
    /// The flags that it was given, without their dash; a Boolean one only where it is true.
    package let flags: Set<String>
    /// A row for each object that it is about, as a plan would have it.
    package var changes: [ResourceChange]
    /// How many managed objects the state holds; nil where that is not known.
    package var stateCount: Int?
    package var hazards: [SurgeryHazard]
    /// The configuration addresses, without instance keys, of resources that have provisioners.
    package var provisioned: Set<ByteString> = []

    package init(
        _ command: SurgeryCommand, flags: Set<String>, changes: [ResourceChange] = [],
        stateCount: Int? = nil, hazards: [SurgeryHazard] = []
    ) {
        self.command = command
        self.flags = flags
        self.changes = changes
        self.stateCount = stateCount
        self.hazards = hazards
    }
}

/// What makes a subcommand worse than its name says.
package enum SurgeryHazard: Equatable, Sendable {
    /// The pushed state belongs to another history than the one it would replace.
    case otherLineage
    /// The pushed state lacks this many objects of the one it would replace.
    case drops(Int)
    /// The pushed state is no newer than the one it would replace.
    case notNewer(pushed: UInt64, current: UInt64)
    /// Terraform is told to check nothing.
    case unchecked
    /// A workspace would go with this many objects in its state.
    case discards(Int)
    /// A folder would belong to another state: what is pinned, and what is to be; nil for no pin.
    case repins(from: String?, to: String?)
}

/// Compares the state that is pushed with the one that it would replace.
///
/// An object whose `id` is another one is another object: the old one is dropped.
///
/// - Parameters:
///   - pushed: what is to become the state.
///   - current: what is the state; nil where there is none yet.
///   - isForced: whether terraform is told not to compare.
/// - Returns: the objects that would be dropped, and what else is wrong.
package func compare(
    pushed: StateFile, with current: StateFile?, isForced: Bool
) -> (dropped: [StateObject], hazards: [SurgeryHazard]) {
    var hazards: [SurgeryHazard] = isForced ? [.unchecked] : []
    guard let current else { return ([], hazards) }
    if pushed.lineage != current.lineage { hazards.append(.otherLineage) }
    if pushed.serial <= current.serial {
        hazards.append(.notNewer(pushed: pushed.serial, current: current.serial))
    }
    var identifiers: [StateObjectKey: JSONText?] = [:]
    for object in pushed.objects { identifiers[object.key] = .some(object.id) }
    let dropped = current.objects.filter { object in
        guard object.mode == .managed else { return false }
        guard let identifier = identifiers[object.key] else { return true }
        return identifier != object.id
    }
    if !dropped.isEmpty { hazards.append(.drops(dropped.count)) }
    return (dropped, hazards)
}
