import TerraformPlan

/// Finds data that goes together with what it could be restored from.
///
/// A backup of it is destroyed by the same plan; or its automated backups go with it and no last one
/// is made. Pairs are found by what a backup says it is one of, looked up among the names of what is
/// destroyed:
///
/// ```
///     aws_db_snapshot.before   db_instance_identifier = "courses" ┐
///     aws_db_instance.main     identifier = "courses"             ┴ one is a backup of the other
/// ```
struct LostBackups {
    /// Where the rows stand that destroy an object, with what is known of each.
    private var destroyed: [(position: Int, entry: RuleIndex.Entry)] = []

    struct Pair {
        let original: Int
        let backup: Int
    }

    private struct Name: Hashable {
        let type: ByteString
        let text: [UInt8]
    }

    /// Takes note of a row.
    mutating func note(_ effects: EffectSet, _ entry: RuleIndex.Entry, at position: Int) {
        // One that `forget` leaves in the world is not gone.
        guard !effects.isDisjoint(with: EffectSet([.delete, .replace])),
            !effects.contains(EffectSet(.forget))
        else { return }
        destroyed.append((position, entry))
    }

    /// Adds what stands among rows that follow.
    mutating func join(_ other: LostBackups, shiftedBy shift: Int) {
        destroyed += other.destroyed.map { ($0.position + shift, $0.entry) }
    }

    /// What is destroyed together, ordered by the original and then by the backup.
    func pairs(among changes: [JudgedChange]) -> [Pair] {
        let backups = destroyed.filter { !$0.entry.description.relations.backupOf.isEmpty }
        guard !backups.isEmpty else { return [] }
        let types = Set(
            backups.flatMap(\.entry.description.relations.backupOf).flatMap(\.types).map {
                ByteString($0)
            })
        var named: [Name: [Int]] = [:]
        for (position, entry) in destroyed where types.contains(changes[position].change.type) {
            let row = changes[position].change
            for text in entry.description.names(of: row) {
                let name = Name(type: row.type, text: text)
                if named[name]?.last != position { named[name, default: []].append(position) }
            }
        }
        return backups.flatMap { backup in
            originals(of: changes[backup.position].change, backup.entry.description, among: named)
                .map { Pair(original: $0, backup: backup.position) }
        }.sorted { ($0.original, $0.backup) < ($1.original, $1.backup) }
    }

    private func originals(
        of row: ResourceChange, _ description: ResourceDescription, among named: [Name: [Int]]
    ) -> [Int] {
        var found: Set<Int> = []
        for (path, types) in description.relations.backupOf {
            for reference in row.before?.texts(at: path) ?? [] {
                for text in nameEndings(of: reference) {
                    for type in types {
                        let name = Name(type: ByteString(type), text: text)
                        // In several regions a name may be several objects': a few stand for all.
                        found.formUnion((named[name] ?? []).prefix(8))
                    }
                }
            }
        }
        return Array(found)
    }

    /// What is destroyed with its automated backups, and leaves no last one.
    func lastCopies(among changes: [JudgedChange]) -> [Int] {
        var positions: [Int] = []
        // The type is looked at first: a row is copied to be looked at, and few types are meant.
        for (position, entry) in destroyed where entry.description.hasBackupsThatDie {
            if entry.description.leavesNoBackup(of: changes[position].change) {
                positions.append(position)
            }
        }
        return positions
    }
}

extension ResourceDescription {
    /// Whether it is data whose automated backups may go with it.
    fileprivate var hasBackupsThatDie: Bool {
        relations.backupsDie != nil && categories.contains(.data)
    }

    /// Whether deleting an object, as it is, leaves nothing to restore it from: what is in the state
    /// counts, and not what the configuration says by now.
    fileprivate func leavesNoBackup(of row: ResourceChange) -> Bool {
        guard categories.contains(.data), let fatal = relations.backupsDie,
            let before = row.before, !isOfReplica
        else { return false }
        return fatal.contains { holds($0, in: before) } && !leavesLastBackup(of: row)
    }

    /// Whether deleting an object, as it is, makes a last backup that stays.
    func leavesLastBackup(of row: ResourceChange) -> Bool {
        guard let saving = relations.finalSnapshot, let before = row.before else { return false }
        return saving.allSatisfy { holds($0, in: before) }
    }

    /// Whether an object is a copy of another.
    func isReplica(_ row: ResourceChange) -> Bool {
        guard let before = row.before else { return false }
        return relations.replicaOf.contains { path in
            before.values(at: path).contains { $0 != .null && $0 != .string([]) }
        }
    }

    /// Whether a predicate holds of an object; null is what the provider makes of it.
    private func holds(_ predicate: Predicate, in object: JSONText) -> Bool {
        let meaning = defaultValue(of: predicate.path) ?? .null
        let values = object.values(at: predicate.path)
        return (values.isEmpty ? [.null] : values).contains { value in
            predicate.holds(for: value == .null ? meaning : value)
        }
    }
}
