import TerraformPlan

extension ResourceDescription {
    /// The attributes that protected an object before the change and do not afterwards, by their
    /// paths in the order of the catalog.
    func protectionsLost(in change: ResourceChange, _ effects: EffectSet) -> [String] {
        guard !effects.isDisjoint(with: EffectSet([.update, .replace])) else { return [] }
        var lost: [String] = []
        for path in lostProtections(in: change, ChangedNames(of: change))
        where !lost.contains(path.text) {
            lost.append(path.text)
        }
        return lost
    }
}
