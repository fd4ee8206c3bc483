package import TerraformPlan

/// The objects that other plans import, to which a plan that lets go of them hands them over.
///
/// An object goes from one state to another by two plans: one forgets it, the other imports it.
/// Judged together they lose nothing. The same object is one of the same type with the same id.
package struct Adoption: Sendable {
    /// Nil where there are no other plans.
    private let objects: Set<Object>?

    private struct Object: Hashable {
        let type: ByteString
        let id: [UInt8]
    }

    /// Nothing is handed over.
    package static let none = Adoption(objects: nil)

    private init(objects: Set<Object>?) {
        self.objects = objects
    }

    /// - Parameter plans: those that are judged beside the one that hands over.
    package init(by plans: some Sequence<Plan>) {
        var objects: Set<Object> = []
        for plan in plans {
            for row in plan.changes where row.mode == .managed && row.deposed == nil {
                guard let importing = row.importing else { continue }
                for id in importing.ids + (row.before?.ids ?? []) {
                    objects.insert(Object(type: row.type, id: id))
                }
            }
        }
        self.objects = objects.isEmpty ? nil : objects
    }

    /// Whether another plan imports what a row lets go of.
    func takesOver(_ row: ResourceChange) -> Bool {
        guard let objects, row.mode == .managed, row.deposed == nil, row.actions == [.forget]
        else { return false }
        return row.before?.ids.contains { objects.contains(Object(type: row.type, id: $0)) }
            ?? false
    }
}

extension JSONText {
    /// What a provider knows an object by: Terraform's own name for it.
    fileprivate var ids: [[UInt8]] { AttributePath("id").map { texts(at: $0) } ?? [] }
}
