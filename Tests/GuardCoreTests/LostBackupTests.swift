import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct LostBackupTests {
    private static let catalog = """
        resource "acme_db" {
          category       = "data"
          severity       = "critical"
          identity       = ["name"]
          replica_of     = ["source"]
          defaults       = { drop_backups = true, skip_last = false }
          backups_die    = { drop_backups = true, retention = 0 }
          final_snapshot = { skip_last = false, last_name = "set" }
        }
        resource "acme_disk" {
          category = "data"
          severity = "high"
        }
        resource "acme_snapshot" {
          category  = "backup"
          severity  = "high"
          backup_of = { of = "acme_db|acme_disk" }
        }
        """

    private func judged(
        _ rows: ResourceChange..., under text: String = unrelatedRule
    ) throws -> Verdict {
        let policy = try policy(source(text), catalogs: ["acme": Self.catalog])
        var plan = plan()
        plan.changes = rows
        return judge(plan, under: policy, facts: person)
    }

    private static let disk = row(
        "acme_disk.a", [.delete], before: #"{"id":"disk-1","kept":true}"#)

    @Test(arguments: [
        ("its id", #"{"id":"s","of":"disk-1"}"#),
        ("an ARN", #"{"id":"s","of":"arn:acme:disks:123:disk/disk-1"}"#),
        ("a path", #"{"id":"s","of":"projects/p/disks/disk-1"}"#),
        ("one of a list", #"{"id":"s","of":["disk-0","disk-1"]}"#),
    ])
    func `data is not destroyed together with a backup of it`(how: String, backup: String) throws {
        let verdict = try judged(Self.disk, row("acme_snapshot.s", [.delete], before: backup))
        #expect(verdict.decision == .block, "by \(how)")
        #expect(
            verdict.findings.filter { $0.rule == "data-with-backups" }.map(\.address)
                == ["acme_disk.a"])
        #expect(
            verdict.changes.map(\.circumstances) == [
                [.backupGoes("acme_snapshot.s", others: 0)], [.originalGoes("acme_disk.a")],
            ])
    }

    @Test(arguments: [
        ("the backup of another", [ChangeAction.delete], #"{"id":"s","of":"disk-2"}"#),
        ("a name that only ends the same", [.delete], #"{"id":"s","of":"other-disk-1"}"#),
        ("a backup that stays", [.update], #"{"id":"s","of":"disk-1"}"#),
        ("a backup that Terraform lets go of", [.forget], #"{"id":"s","of":"disk-1"}"#),
        ("nothing known", [.delete], "null"),
    ])
    func `a backup that has nothing to do with it blocks nothing`(
        what: String, actions: [ChangeAction], backup: String
    ) throws {
        let verdict = try judged(Self.disk, row("acme_snapshot.s", actions, before: backup))
        #expect(verdict.decision == .confirm, "\(what)")
        #expect(verdict.changes.allSatisfy { $0.circumstances.isEmpty })
    }

    @Test func `a replacement loses the old data as a deletion does`() throws {
        let verdict = try judged(
            row("acme_disk.a", [.create, .delete], before: #"{"id":"disk-1"}"#, after: "{}"),
            row(
                "acme_snapshot.s", [.delete, .create], before: #"{"of":"disk-1"}"#, after: "{}"),
            row("acme_snapshot.t", [.delete], before: #"{"of":"disk-1"}"#))
        #expect(verdict.decision == .block)
        #expect(verdict.findings.first { $0.rule == "data-with-backups" }?.effect == .replace)
        #expect(
            verdict.changes.first?.circumstances == [.backupGoes("acme_snapshot.s", others: 1)])
    }

    @Test(arguments: [
        (#"{"name":"orders","skip_last":true,"drop_backups":true}"#, true),
        (#"{"name":"orders","skip_last":true}"#, true),
        (#"{"name":"orders","last_name":null,"skip_last":false}"#, true),
        (#"{"name":"orders","skip_last":true,"drop_backups":false,"retention":0}"#, true),
        (#"{"name":"orders","skip_last":true,"drop_backups":false,"retention":7}"#, false),
        (#"{"name":"orders","skip_last":false,"last_name":"orders-last"}"#, false),
        (#"{"name":"orders","last_name":"orders-last"}"#, false),
    ])
    func `automated backups die with it unless a last one is made`(
        before: String, isLost: Bool
    ) throws {
        let verdict = try judged(row("acme_db.orders", [.delete], before: before))
        #expect(verdict.decision == (isLost ? .block : .confirm))
        #expect(verdict.changes.first?.circumstances == (isLost ? [.lastCopy] : []))
    }

    @Test func `with a last backup that is made, the others may go`() throws {
        let verdict = try judged(
            row("acme_db.orders", [.delete], before: #"{"id":"orders","last_name":"orders-last"}"#),
            row("acme_snapshot.s", [.delete], before: #"{"of":"orders"}"#))
        #expect(verdict.decision == .confirm)
        #expect(
            verdict.changes.first?.circumstances == [.backupGoes("acme_snapshot.s", others: 0)])
    }

    /// The configuration says otherwise by now, and the provider deletes by the state.
    @Test func `what the state says counts, and not what is written by now`() throws {
        let verdict = try judged(
            row(
                "acme_db.orders", [.delete, .create], before: #"{"skip_last":true}"#,
                after: #"{"skip_last":false,"last_name":"x","drop_backups":false}"#))
        #expect(verdict.decision == .block)
    }

    @Test func `a copy is a step less severe, and its backups are not the last`() throws {
        let verdict = try judged(
            row("acme_db.copy", [.delete], before: #"{"source":"orders","skip_last":true}"#),
            row("acme_db.orders", [.update], before: #"{"name":"orders"}"#, after: "{}"))
        #expect(verdict.decision == .confirm)
        #expect(verdict.changes.map(\.severity) == [.high, .critical])
        #expect(verdict.changes.first?.circumstances == [.replica])
    }

    @Test func `a policy can let an environment go with its backups`() throws {
        let verdict = try judged(
            Self.disk, row("acme_snapshot.s", [.delete], before: #"{"of":"disk-1"}"#),
            under: """
                environment "preview" {
                  match { workspace = ["default"] }
                }
                rule "loss" {
                  actions  = ["delete"]
                  decision = "warn"
                }
                override "preview" {
                  rules        = ["builtin:default/data-with-backups"]
                  environments = ["preview"]
                  decision     = "allow"
                }
                """)
        #expect(verdict.decision == .warn)
    }

    /// Pairs are looked up: ten thousand disks and as many snapshots are no hundred million pairs.
    @Test func `pairs take no quadratic time`() throws {
        func time(_ count: Int) throws -> Duration {
            let policy = try policy(source(unrelatedRule), catalogs: ["acme": Self.catalog])
            var plan = plan()
            plan.changes = (0..<count).flatMap { number in
                [
                    row("acme_disk.a\(number)", [.delete], before: "{\"id\":\"disk-\(number)\"}"),
                    row(
                        "acme_snapshot.s\(number)", [.delete], before: "{\"of\":\"disk-\(number)\"}"
                    ),
                ]
            }
            return ContinuousClock().measure {
                let verdict = judge(plan, under: policy, facts: person)
                #expect(
                    verdict.findings.count { $0.rule == "data-with-backups" } == count)
            }
        }
        _ = try time(10)
        let few = try time(200)
        #expect(try time(3200) < few * 100)
    }
}
