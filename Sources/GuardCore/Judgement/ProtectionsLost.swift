import TerraformPlan

extension ResourceDescription {
    /// The attributes that protected an object before the change and do not afterwards, by their
    /// paths in the order of the catalog.
    func protectionsLost(in change: ResourceChange, _ effects: EffectSet) -> [String] {
        guard !effects.isDisjoint(with: EffectSet([.update, .replace])) else { return [] }
        var lost: [String] = []
        func note(_ path: AttributePath, of block: ResourceBlock) {
            guard !lost.contains(path.text),
                ResourceDescription([block]).weakensProtection(in: change)
            else { return }
            lost.append(path.text)
        }
        // Each is asked alone, as if nothing else protected the object.
        for protection in protections {
            note(protection.path, of: ResourceBlock(protections: [protection]))
        }
        for disarm in disarms { note(disarm.path, of: ResourceBlock(disarms: [disarm])) }
        return lost
    }
}
