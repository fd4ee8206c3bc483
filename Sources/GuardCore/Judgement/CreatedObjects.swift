import TerraformPlan

/// What a plan creates, so far as somebody asks.
///
/// A bucket's first lifecycle rules wipe nothing where the same plan creates the bucket. Its name is
/// then unknown before the apply, or it is the name of a row that is created.
struct CreatedObjects {
    private let rows: [ResourceChange]

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
            rows.contains { row in
                row.actions == [.create] && row.deposed == nil
                    && reference.targets.contains { row.isNamed(name, by: $0) }
            }
        }
    }
}

extension ResourceChange {
    /// Whether it is of the target's type and has the name in the target's attribute.
    fileprivate func isNamed(_ name: [UInt8], by target: Overwrite.Target) -> Bool {
        guard type.bytes.elementsEqual(target.type.utf8), let path = target.attribute else {
            return false
        }
        return after?.values(at: path).contains { $0.text == name } ?? false
    }
}
