import Diagnostics
import GuardCore
import Testing

@testable import GuardCLI

/// What `tfguard policy catalog` prints.
@Suite struct CatalogPageTests {
    private func policy() throws -> Policy {
        try GuardCLI.policy(adding: []).policy
    }

    @Test func `a page says what guards a type and what takes its backups along`() throws {
        let entry = try #require(try policy().catalogEntry(for: "aws_db_instance"))
        let page = catalogPage(entry, width: 80)
        #expect(page.hasPrefix("aws_db_instance: critical data\n"))
        for words in [
            "Named by        identifier", "Guarded by      deletion_protection = true",
            "Disarmed by     skip_final_snapshot = true", "Replaced by     availability_zone, ",
            "backup_retention_period shrinks: Automated backups older than",
            "Backups go      where delete_automated_backups = true or not set",
            "Last backup     where skip_final_snapshot = false",
            "Recovery        Comes back only as a new instance",
        ] {
            #expect(page.contains(words), "\(page)")
        }
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(page)")
    }

    /// Every page is drawn: no label is too wide and no predicate without words.
    @Test func `every type of the catalog has a page`() throws {
        let policy = try policy()
        let types = policy.catalogTypes()
        #expect(types.count == policy.catalogCounts.reduce(0) { $0 + $1.types })
        for type in types where type.utf8.count % 7 == 0 {
            let entry = try #require(policy.catalogEntry(for: type), "\(type)")
            #expect(catalogPage(entry, width: 80).hasPrefix("\(type): "))
        }
    }

    @Test func `the overview names every provider, the largest first`() throws {
        let overview = catalogOverview(try policy().catalogCounts)
        let lines = overview.split(separator: "\n")
        #expect(lines.count == embeddedCatalogs.providers.count + 2)
        #expect(lines[1].hasPrefix("  aws "), "\(overview)")
    }

    @Test func `a page holds what a policy adds`() throws {
        let source = PolicySource(
            layer: .project,
            file: SourceFile(
                name: "tfguard.hcl",
                bytes: Array(
                    """
                    resource "acme_vault" {
                      category = "key"
                      lose "days" {
                        when = "shrinks"
                        says = "Older \\u001b[2Jkeys are deleted."
                      }
                    }
                    """.utf8)), directory: nil)
        let policy = try GuardCLI.policy(adding: [source]).policy
        let page = catalogPage(try #require(policy.catalogEntry(for: "acme_vault")), width: 80)
        #expect(page.contains("days shrinks: Older "), "\(page)")
        #expect(!page.unicodeScalars.contains("\u{1b}"))
        #expect(policy.catalogTypes(of: "acme") == ["acme_vault"])
        #expect(policy.catalogEntry(for: "acme_nothing") == nil)
    }
}
