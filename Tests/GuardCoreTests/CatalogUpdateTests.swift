import Diagnostics
import Foundation
import TerraformPlan
import Testing

@testable import GuardCore

/// What updates come to by the shipped catalog and the default policy, over tables of real ones.
@Suite struct CatalogUpdateTests {
    private static let policy: Policy? = {
        guard let catalogs = try? BuiltInPolicyTests.catalogs(),
            let source = try? ShippedPolicyTests.shipped("default")
        else { return nil }
        return readPolicy([source], catalogs: catalogs).policy
    }()

    /// The rows of a fixture, each as its columns.
    private func table(_ name: String) throws -> [[String]] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(name)")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    private func change(
        _ type: String, _ actions: [ChangeAction], _ before: String, _ after: String,
        number: Int = 0
    ) -> ResourceChange {
        row(
            "\(type).x\(number)", actions, before: before, after: after, afterUnknown: "{}",
            beforeSensitive: "{}", afterSensitive: "{}")
    }

    /// Judges rows together, because a judgement cuts the catalog of each provider once.
    private func judged(_ rows: [ResourceChange]) throws -> Verdict {
        var plan = plan()
        plan.changes = rows
        return judge(plan, under: try #require(Self.policy), facts: person)
    }

    private func verdict(
        _ type: String, _ actions: [ChangeAction], _ before: String, _ after: String,
        besides: [ResourceChange] = []
    ) throws -> Verdict {
        try judged([change(type, actions, before, after)] + besides)
    }

    /// `lose`, `disarm`, `warn` or `pass`; of several, each.
    private func outcomes(_ change: JudgedChange?) -> [String] {
        var outcomes: [String] = []
        if change?.effects.contains(.lose) == true { outcomes.append("lose") }
        if change?.effects.contains(.disarm) == true { outcomes.append("disarm") }
        if change?.rules.contains("tfguard/hard-to-undo") == true { outcomes.append("warn") }
        return outcomes.isEmpty ? ["pass"] : outcomes
    }

    @Test func `every update that destroys is flagged, and its opposite is not`() throws {
        let rows = try table("updates.tsv")
        #expect(rows.count > 590)
        let forward = rows.enumerated().map { number, row in
            let actions: [ChangeAction] =
                switch row[1] {
                case "replace": [.delete, .create]
                case "delete": [.delete]
                case let word: word.hasPrefix("create:") ? [.create] : [.update]
                }
            return change(row[0], actions, row[3], row[4], number: number)
        }
        for (row, change) in zip(rows, try judged(forward).changes) {
            let found = outcomes(change)
            switch row[1] {
            case "replace", "delete":
                #expect(change.severity != nil, "\(row)")
                #expect(change.decision >= (change.severity == .low ? .allow : .confirm), "\(row)")
            case "lose", "disarm":
                #expect(found.contains(row[1]), "\(row): \(found)")
                #expect(change.decision == .confirm, "\(row)")
            case "pass":
                #expect(found == ["pass"] && change.decision == .allow, "\(row): \(found)")
            case "warn":
                #expect(found == ["warn"] && change.decision == .warn, "\(row): \(found)")
            case let creation:
                #expect(creation.hasPrefix("create:"), "\(row)")
                #expect(found.contains("\(creation.dropFirst(7))"), "\(row)")
                #expect(change.consequences.first?.says != nil, "\(row)")
            }
        }
        let updates = rows.filter { ["lose", "disarm", "warn"].contains($0[1]) }
        let backward = updates.enumerated().map { number, row in
            change(row[0], [.update], row[4], row[3], number: number)
        }
        for (row, change) in zip(updates, try judged(backward).changes) {
            #expect(outcomes(change).contains(row[2]), "back: \(row): \(outcomes(change))")
        }
    }

    @Test func `what replaces an AWS type is known`() throws {
        var index = RuleIndex(typesOf: try #require(Self.policy))
        for row in try table("updates.tsv") where row[1] == "replace" && row[0].hasPrefix("aws_") {
            let description = index.description(of: ByteString(row[0]))
            guard case .object(let before) = json(row[3]).value,
                case .object(let after) = json(row[4]).value
            else { continue }
            let changed = zip(before, after).filter { $0 != $1 }.map(\.0.key.description)
            let known = description.relations.forceNew.map(\.text)
            #expect(
                changed.contains { name in known.contains { $0.hasPrefix(name) } }
                    || known.isEmpty, "\(row)")
        }
    }

    @Test func `ordinary updates pass without a word`() throws {
        let rows = try table("ordinary-updates.tsv")
        #expect(rows.count >= 100)
        let verdict = try judged(
            rows.enumerated().map { change($1[0], [.update], $1[1], $1[2], number: $0) })
        #expect(verdict.findings.map(\.reason) == [])
        for (row, change) in zip(rows, verdict.changes) {
            #expect(change.decision == .allow, "\(row)")
            #expect(change.severity != nil, "\(row)")
        }
    }

    @Test func `a creation wipes nothing of what the same plan creates`() throws {
        let type = "aws_s3_bucket_lifecycle_configuration"
        let after = #"{"bucket":"courses"}"#
        func bucket(_ name: String, _ actions: [ChangeAction]) -> ResourceChange {
            row("aws_s3_bucket.x", actions, before: "null", after: #"{"bucket":"\#(name)"}"#)
        }
        for (besides, expected) in [
            ([], "lose"), ([bucket("courses", [.create])], "pass"),
            ([bucket("other", [.create])], "lose"), ([bucket("courses", [.noOp])], "lose"),
            ([row("aws_sqs_queue.x", [.create], after: after)], "lose"),
        ] {
            let verdict = try verdict(type, [.create], "null", after, besides: besides)
            #expect(outcomes(verdict.changes.first) == [expected], "\(besides.map(\.address))")
        }
        let unknown = row(
            "\(type).x", [.create], before: "null", after: "{}", afterUnknown: #"{"bucket":true}"#)
        let verdict = judge(plan(unknown), under: try #require(Self.policy), facts: person)
        #expect(outcomes(verdict.changes.first) == ["pass"])
    }

    @Test(arguments: [[ChangeAction.delete], [.forget]])
    func `letting go of a lock disarms what it locks`(actions: [ChangeAction]) throws {
        for type in ["azurerm_management_lock", "google_resource_manager_lien", "linode_lock"] {
            let verdict = try verdict(type, actions, #"{"name":"keep"}"#, "null")
            #expect(outcomes(verdict.changes.first) == ["disarm"], "\(type)")
        }
    }

    @Test func `what an update does is shown with its values, and no secret is`() throws {
        let shown = try verdict(
            "aws_cloudwatch_log_group", [.update], #"{"retention_in_days":365}"#,
            #"{"retention_in_days":1}"#)
        let consequence = try #require(shown.changes.first?.consequences.first)
        #expect(consequence.path == "retention_in_days")
        #expect(consequence.values?.before.bytes == Array("365".utf8))
        #expect(consequence.values?.after?.bytes == Array("1".utf8))
        for masks in [(#"{"retention_in_days":true}"#, "{}"), ("{}", "true"), (nil, "{}")] {
            let secret = row(
                "aws_cloudwatch_log_group.x", [.update], before: #"{"retention_in_days":365}"#,
                after: #"{"retention_in_days":1}"#, beforeSensitive: masks.0,
                afterSensitive: masks.1)
            let verdict = judge(plan(secret), under: try #require(Self.policy), facts: person)
            let consequence = try #require(verdict.changes.first?.consequences.first)
            #expect(consequence.values == nil)
        }
    }
}
