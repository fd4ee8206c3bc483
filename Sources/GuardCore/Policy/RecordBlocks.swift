/// An `audit` block: where the record is kept, and who hears of it.
struct AuditBlock: Sendable {
    let origin: PolicyOrigin
    /// The record's file; absolute.
    let path: String?
    /// What every line is handed to on standard input.
    let command: [String]?
    /// What fetches the record before a judgement and stores it after.
    let sync: [String]?
    /// Without a record nothing is applied.
    let isRequired: Bool
    /// Where the block stands, for messages: `tfguard.hcl line 3`.
    let writtenAt: String
}

/// An `identity` block: what says as whom terraform would act.
struct IdentityBlock: Sendable {
    let origin: PolicyOrigin
    let command: [String]
    let writtenAt: String
}

/// What all layers together say of the record.
///
/// What names a program or a place counts only where nobody but root could have written it; what
/// demands a record counts wherever it stands.
package struct RecordSettings: Equatable, Sendable {
    package var path: String?
    package var commands: [[String]] = []
    package var sync: [String]?
    package var isRequired = false
    package var identity: [String]?
    /// Blocks, or parts of them, that do not count because others than root could have written them.
    package var withoutEffect: [String] = []
}

extension Policy {
    /// What all layers together say of the record.
    ///
    /// Of two places the one counts that stands in the system's layer, else the one furthest up.
    package var recordSettings: RecordSettings {
        var settings = RecordSettings()
        // System files come first among the sources, then the project's, the nearest first.
        let audits =
            audits.filter { $0.origin.layer == .system }
            + audits.filter { $0.origin.layer != .system }.reversed()
        for audit in audits {
            settings.isRequired = settings.isRequired || audit.isRequired
            let names = audit.path != nil || audit.command != nil || audit.sync != nil
            guard audit.origin.isAnchored else {
                if names { settings.withoutEffect.append("audit (\(audit.writtenAt))") }
                continue
            }
            settings.path = settings.path ?? audit.path
            settings.sync = settings.sync ?? audit.sync
            if let command = audit.command { settings.commands.append(command) }
        }
        let identities =
            identities.filter { $0.origin.layer == .system }
            + identities.filter { $0.origin.layer != .system }.reversed()
        for identity in identities {
            guard identity.origin.isAnchored else {
                settings.withoutEffect.append("identity (\(identity.writtenAt))")
                continue
            }
            settings.identity = settings.identity ?? identity.command
        }
        return settings
    }
}
