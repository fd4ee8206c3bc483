import Foundation
import TestSupport
import Testing

@testable import GuardCore
@testable import TerraformPlan

/// Who judges which rows changes no verdict.
@Suite struct RowSplitTests {
    /// So many pieces, of which the last is done first.
    private func split(_ pieces: Int) -> RowSplit {
        RowSplit(atMost: pieces, ofAtLeast: 1) { count, work in
            for number in (0..<count).reversed() { work(number) }
        }
    }

    private static let rules = """
        rule "no-loss" {
          actions  = ["delete", "replace"]
          decision = "block"
          except { addresses = ["acme_db.kept"] }
        }
        rule "proven" {
          actions  = ["delete"]
          unless   = ["backup"]
          decision = "confirm"
        }
        evidence "backup" {
          command = ["prove"]
        }
        limit "few" {
          actions  = ["delete"]
          max      = 2
          decision = "block"
        }

        """

    private static let override =
        RelaxationTests.preview + """
            override "replacements" {
              rules        = ["builtin:default/*"]
              actions      = ["replace"]
              environments = ["preview"]
              decision     = "warn"
              reason       = "Made anew every night."
            }
            """

    private static let catalog = """
        resource "acme_db" {
          category     = "data"
          severity     = "high"
          identity     = ["name"]
          backups_die  = true
        }
        resource "acme_snapshot" {
          category  = "backup"
          severity  = "high"
          backup_of = { source = "acme_db" }
        }
        resource "acme_random" {
          generated = ["hex"]
        }
        resource "other_thing" {
          severity = "low"
        }
        """

    /// Rows of all kinds, so that what belongs together ends in different pieces.
    private func wholePlan() -> Plan {
        var plan = plan(
            row(
                "acme_random.suffix", [.delete, .create], before: #"{"hex":"a1b2c3d4"}"#,
                after: "{}"),
            row("acme_db.old", [.delete], before: #"{"name":"courses","size":10,"zone":"a"}"#),
            row("acme_db.gone", [.update], before: "{}", after: "{}"),
            row("other_thing.x", [.forget], before: "{}"),
            row("acme_snapshot.last", [.delete], before: #"{"source":"courses"}"#),
            row("acme_db.kept", [.delete], before: #"{"name":"kept"}"#),
            row("other_thing.y", [.create, .delete], before: #"{"n":"y-a1b2c3d4"}"#, after: "{}"),
            row("acme_db.new", [.create], after: #"{"name":"courses","size":10,"zone":"a"}"#),
            row("other_thing.odd", [.forget, .update]),
            row("acme_db.last", [.delete], before: #"{"name":"last"}"#), priorState: 9)
        plan.drift = [
            row("acme_db.gone", [.delete], before: "{}"),
            row("acme_db.lost", [.delete], before: "{}"),
        ]
        plan.noOpCount = 3
        return plan
    }

    @Test(arguments: 2...11)
    func `what belongs together is found, whichever pieces it is in`(pieces: Int) throws {
        let policy = try policy(
            source(Self.override), source(Self.rules, layer: .builtin),
            catalogs: ["acme": Self.catalog, "other": Self.catalog])
        let plan = wholePlan()
        let facts = RelaxationTests.facts()
        let whole = judge(plan, under: policy, facts: facts)
        // Or there would be little to compare.
        #expect(!whole.relaxations.isEmpty && !whole.demandedProofs.isEmpty)
        let circumstances = whole.changes.flatMap(\.circumstances)
        #expect(circumstances.count >= 5)
        #expect(circumstances.contains { if case .renamed = $0 { true } else { false } })
        let parts = judge(plan, under: policy, facts: facts, split: split(pieces))
        #expect(String(reflecting: parts) == String(reflecting: whole))
    }

    @Test(.requires(.planCorpus))
    func `a real plan is judged the same in one piece, in two and in three`() throws {
        let folder = BuiltInPolicyTests.folder.appending(path: "default.hcl")
        let text = try String(contentsOf: folder, encoding: .utf8)
        let (read, _) = readPolicy(
            [source(text, layer: .builtin)], catalogs: try BuiltInPolicyTests.catalogs())
        let policy = try #require(read)
        let corpus = try Requirement.planCorpus.path()
        var count = 0
        for file in try FileManager.default.subpathsOfDirectory(atPath: corpus).sorted()
        where file.hasSuffix(".json") {
            let bytes = try #require(FileManager.default.contents(atPath: "\(corpus)/\(file)"))
            var bytesSource = ArraySource(bytes: Array(bytes))
            guard let plan = try? readPlan(from: &bytesSource), plan.changes.count > 1 else {
                continue
            }
            let whole = String(reflecting: judge(plan, under: policy, facts: person))
            for pieces in 2...3 {
                let verdict = judge(plan, under: policy, facts: person, split: split(pieces))
                #expect(String(reflecting: verdict) == whole, "\(file) in \(pieces)")
            }
            count += 1
        }
        #expect(count > 250)
    }
}
