import Diagnostics
import TerraformPlan
import Testing

@testable import GuardCore

/// What a `resource` block can say of a type, in the catalog and in a policy.
@Suite struct ResourceBlockTests {
    private func description(_ body: String) throws -> ResourceDescription {
        let policy = try policy(
            source("resource \"acme_thing\" {\n\(body)\n}"), source(unrelatedRule, layer: .builtin))
        var index = RuleIndex(typesOf: policy)
        return index.description(of: "acme_thing")
    }

    @Test func `says what belongs together`() throws {
        let relations = try description(
            """
            category       = "data"
            lock           = true
            container      = "every resource of the group"
            generates      = ["result"]
            replica_of     = ["replicate_source_db"]
            backup_of      = { volume_id = "acme_volume|acme_disk" }
            backups_die    = { delete_backups = "true|unset" }
            final_snapshot = { skip_final_snapshot = false }
            backend        = { s3 = "bucket" }
            force_new      = ["name", "network.zone"]
            """
        ).relations
        #expect(relations.isLock)
        #expect(relations.container == "every resource of the group")
        #expect(relations.generated.map(\.text) == ["result"])
        #expect(relations.replicaOf.map(\.text) == ["replicate_source_db"])
        #expect(relations.backupOf.map(\.path.text) == ["volume_id"])
        #expect(relations.backupOf.map(\.types) == [["acme_volume", "acme_disk"]])
        #expect(relations.backupsDie?.map(\.path.text) == ["delete_backups"])
        #expect(relations.finalSnapshot?.map(\.path.text) == ["skip_final_snapshot"])
        #expect(relations.backends.map(\.type) == ["s3"])
        #expect(relations.backends.map(\.argument) == ["bucket"])
        #expect(relations.forceNew.map(\.text) == ["name", "network.zone"])
    }

    @Test func `says what a change comes to`() throws {
        let description = try description(
            """
            defaults = { days = 0 }
            lose "days" {
              when    = "shrinks"
              forever = [0, null]
              says    = "Older ones are deleted."
            }
            warn "config['retention.ms']" {
              from = ["a*"]
              to   = "b|c"
              says = "Hm."
            }
            overwrite {
              onto = { bucket = "acme_bucket.name|acme_old_bucket" }
              says = "It takes the place of the old one."
            }
            """)
        #expect(description.defaults.map(\.path.text) == ["days"])
        #expect(description.harms.map(\.kind) == [.lose, .warn])
        #expect(description.harms.map(\.path.text) == ["days", "config['retention.ms']"])
        #expect(description.harms.map(\.trigger) == [.shrinks, nil])
        #expect(description.harms.first?.forever == [.number(Array("0".utf8)), .null])
        #expect(description.overwrites.map(\.kind) == [.lose])
        let onto = try #require(description.overwrites.first?.onto.first)
        #expect(onto.targets.map(\.type) == ["acme_bucket", "acme_old_bucket"])
        #expect(onto.targets.map(\.attribute?.text) == ["name", nil])
    }

    private static let relief = """
        resource "acme_thing" {
          category       = "data"
          severity       = "low"
          replica_of     = ["source"]
          backups_die    = { delete_backups = true }
          final_snapshot = { skip_final_snapshot = false }
          defaults       = { protected = true }
        }
        """

    private func description(
        _ sources: PolicySource..., askedBy actors: WordSet<Actor> = [.human]
    ) throws -> ResourceDescription {
        let (policy, diagnostics) = readPolicy(
            sources + [source(unrelatedRule, layer: .builtin)], catalogs: [:])
        var index = RuleIndex(typesOf: try #require(policy, "\(diagnostics)"), askedBy: actors)
        return index.description(of: "acme_thing")
    }

    private func expect(_ description: ResourceDescription, isRelieved: Bool) {
        let relations = description.relations
        #expect(relations.replicaOf.isEmpty != isRelieved)
        #expect((relations.backupsDie != nil) == isRelieved)
        #expect((relations.finalSnapshot != nil) == isRelieved)
        #expect(description.defaults.isEmpty != isRelieved)
    }

    @Test(arguments: [PolicyLayer.builtin, .system])
    func `nobody makes the loss of what others know look smaller`(layer: PolicyLayer) throws {
        let known = "resource \"acme_thing\" {\n  category = \"data\"\n  severity = \"critical\"\n}"
        for nearer in [PolicyLayer.project, .flag] {
            let found = try description(
                source(Self.relief, layer: nearer, isAnchored: true), source(known, layer: layer))
            expect(found, isRelieved: false)
            #expect(found.severity == .critical)
        }
        // Who may say it, says it.
        expect(try description(source(Self.relief, layer: layer)), isRelieved: true)
    }

    @Test func `of a type that nobody knows an agent's own word counts for nothing`() throws {
        let own = try description(source(Self.relief), askedBy: [.human])
        expect(own, isRelieved: true)
        #expect(own.severity == .low)
        for actors in [[.agent], [.human, .agent], [.unattended]] as [WordSet<Actor>] {
            let agents = try description(source(Self.relief), askedBy: actors)
            expect(agents, isRelieved: false)
            #expect(agents.severity == nil)
            let reviewed = try description(
                source(Self.relief, isAnchored: true), askedBy: actors)
            expect(reviewed, isRelieved: true)
        }
        let flag = try description(source(Self.relief, layer: .flag))
        expect(flag, isRelieved: false)
        #expect(flag.severity == nil)
    }

    @Test(arguments: [
        ("lose {\n  when = \"shrinks\"\n  says = \"x\"\n}", "Missing attribute for lose"),
        ("lose \"a\" {\n  says = \"x\"\n}", "Missing required argument"),
        ("lose \"a\" {\n  when = \"shrinks\"\n}", "Missing required argument"),
        ("lose \"a\" {\n  when = \"shrink\"\n  says = \"x\"\n}", "Invalid value for \"when\""),
        ("lose \"a\" {\n  wen = \"shrinks\"\n  says = \"x\"\n}", "Unsupported argument"),
        ("warn \"a[0]\" {\n  to = 1\n  says = \"x\"\n}", "Invalid attribute path"),
        ("overwrite \"a\" {\n  says = \"x\"\n}", "Extraneous label for overwrite"),
        ("overwrite {\n}", "Missing required argument"),
        ("backup_of = { a = 1 }", "Inappropriate value for \"backup_of\""),
        ("identity = [\"a['']\"]", "Invalid attribute path"),
    ])
    func `an error in it refuses the policy`(body: String, summary: String) {
        let (policy, diagnostics) = readPolicy(
            [source(unrelatedRule + "resource \"acme_thing\" {\n\(body)\n}")], catalogs: [:])
        #expect(policy == nil)
        #expect(diagnostics.map(\.summary).contains(summary), "\(diagnostics.map(\.summary))")
    }
}
