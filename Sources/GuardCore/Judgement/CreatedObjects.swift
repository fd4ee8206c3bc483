import Synchronization
import TerraformPlan

/// What a plan creates, so far as somebody asks.
///
/// A bucket's first lifecycle rules wipe nothing where the same plan creates the bucket. Its name is
/// then unknown before the apply, or it is the name of a row that is created.
///
/// A class, because names are gathered when the first asks for those of a type: a plan may create ten
/// thousand buckets, and rules for each.
final class CreatedObjects: Sendable {
    private let rows: [ResourceChange]
    private let names = Mutex<[Attribute: Set<[UInt8]>]>([:])

    private struct Attribute: Hashable {
        let type: String
        let path: String
    }

    init(_ plan: Plan) {
        rows = plan.changes
    }

    /// Whether the same plan creates what an attribute names.
    func holds(
        _ reference: Overwrite.Reference, of change: ResourceChange
    ) -> Bool {
        if let unknown = change.afterUnknown, unknown.markCount(at: reference.path) > 0 {
            return true
        }
        let names = (change.after?.values(at: reference.path) ?? []).compactMap(\.text)
        guard !names.isEmpty else { return false }
        return names.allSatisfy { name in
            reference.targets.contains { self.names(of: $0).contains(name) }
        }
    }

    /// The names of the objects of a target's type that are created.
    private func names(of target: Overwrite.Target) -> Set<[UInt8]> {
        guard let path = target.attribute else { return [] }
        let attribute = Attribute(type: target.type, path: path.text)
        if let known = names.withLock({ $0[attribute] }) { return known }
        var found: Set<[UInt8]> = []
        for row in rows where row.actions == [.create] && row.deposed == nil {
            guard row.type.bytes.elementsEqual(target.type.utf8) else { continue }
            for value in row.after?.values(at: path) ?? [] {
                if let text = value.text { found.insert(text) }
            }
        }
        names.withLock { [found] in $0[attribute] = found }
        return found
    }
}
