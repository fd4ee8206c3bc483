import Diagnostics
import Foundation
import TerraformPlan
import Testing

@testable import GuardCore

/// What each of the policies that another can extend is for, beside the default.
@Suite struct ShippedPolicyTests {
    static func shipped(_ name: String) throws -> PolicySource {
        let url = BuiltInPolicyTests.folder.appending(path: "\(name).hcl")
        let bytes = try Data(contentsOf: url)
        return PolicySource(
            layer: name == "default" ? .builtin : .project,
            file: SourceFile(name: "builtin:\(name)", bytes: Array(bytes)), directory: nil,
            isShipped: name != "default")
    }

    private static let catalog = """
        resource "acme_db" {
          category     = "data"
          severity     = "high"
          protected_by = { locked = true }
        }
        resource "acme_note" {
          category = "other"
          severity = "low"
        }
        """

    private func judged(
        _ rows: [ResourceChange], under name: String?, actors: WordSet<Actor> = [.human],
        workspace: ByteString = "staging", now: Int64 = 0, more: String? = nil
    ) throws -> Verdict {
        var sources = try [name].compactMap { $0 }.map(Self.shipped)
        if let more { sources.append(source(more)) }
        var policy = try policy(
            sources + [Self.shipped("default")], catalogs: ["acme": Self.catalog])
        #expect(policy.takeTimeZones([:]).isEmpty)
        var plan = plan()
        plan.changes = rows
        return judge(
            plan, under: policy,
            facts: RunFacts(
                actors: actors, workspace: workspace, directory: "/home/ada/infrastructure",
                now: Moment(secondsSinceEpoch: now)))
    }

    private static let loss = [row("acme_db.x", [.delete])]
    private static let unknownLoss = [row("other_thing.x", [.delete])]
    private static let renewal = [row("acme_note.x", [.delete, .create])]
    private static let creation = [row("acme_db.x", [.create])]
    private static let disarming = [
        row("acme_db.x", [.update], before: #"{"locked":true}"#, after: #"{"locked":false}"#)
    ]

    @Test func `strict loses nothing without a second person`() throws {
        for rows in [Self.loss, Self.unknownLoss, Self.disarming] {
            #expect(try judged(rows, under: nil).decision == .confirm)
            #expect(try judged(rows, under: "strict").decision == .approve)
        }
        for rows in [Self.renewal, Self.creation] {
            #expect(try judged(rows, under: "strict").decision == .allow)
        }
        let many = (1...21).map { row("acme_db.x\($0)", [.delete]) }
        #expect(try judged(many, under: "strict").decision == .block)
    }

    @Test func `agents may create and update outside production, and lose nothing`() throws {
        for rows in [Self.creation, Self.renewal] {
            #expect(try judged(rows, under: "agents", actors: [.agent]).decision == .allow)
            #expect(
                try judged(rows, under: "agents", actors: [.agent], workspace: "prod")
                    .findings.contains { $0.rule == "agent-in-production" })
        }
        for rows in [Self.loss, Self.unknownLoss, Self.disarming] {
            #expect(try judged(rows, under: "agents", actors: [.agent]).decision == .block)
            #expect(try judged(rows, under: "agents").decision == .confirm)
        }
        let many = (1...51).map { row("acme_note.x\($0)", [.create]) }
        #expect(try judged(many, under: "agents", actors: [.agent]).decision == .confirm)
        #expect(try judged(many, under: "agents").decision == .allow)
    }

    @Test func `a pipeline waits for no keyboard`() throws {
        for rows in [Self.loss, Self.unknownLoss, Self.disarming] {
            let verdict = try judged(rows, under: "ci", actors: [.ci])
            #expect(verdict.changes.map(\.decision) == [.approve])
            #expect(try judged(rows, under: "ci").decision == .confirm)
        }
        for rows in [Self.creation, Self.renewal] {
            #expect(try judged(rows, under: "ci", actors: [.ci]).decision == .allow)
        }
    }

    private static let hours = """
        window "production-hours" {
          days     = ["mon", "tue", "wed", "thu"]
          from     = "09:00"
          to       = "16:00"
          timezone = "UTC"
        }
        """

    @Test(
        arguments: [
            // Monday at noon, Monday evening.
            (1_781_524_800, "prod", [Actor.human], Decision.allow),
            (1_781_553_600, "prod", [.human], .approve), (1_781_553_600, "prod", [.ci], .block),
            (1_781_524_800, "prod", [.ci], .allow), (1_781_553_600, "staging", [.ci], .allow),
        ] as [(Int64, ByteString, WordSet<Actor>, Decision)])
    func `production changes in the hours that the project defines`(
        now: Int64, workspace: ByteString, actors: WordSet<Actor>, expected: Decision
    ) throws {
        let verdict = try judged(
            Self.creation, under: "production-windows", actors: actors, workspace: workspace,
            now: now, more: Self.hours)
        #expect(verdict.decision == expected)
    }

    @Test func `production-windows without hours is an error that says what is missing`() throws {
        let (policy, diagnostics) = readPolicy(
            [try Self.shipped("production-windows")], catalogs: [:])
        #expect(policy == nil)
        #expect(Set(diagnostics.map(\.summary)) == ["Reference to an undefined window"])
    }

    @Test func `what a file extends is as far up as the file`() throws {
        var far = try Self.shipped("strict")
        far = PolicySource(
            layer: .project, file: far.file, directory: nil, distance: 1, isShipped: true)
        let near = source(
            """
            override "o" {
              rules     = ["builtin:*/*"]
              addresses = ["**"]
              decision  = "allow"
            }
            """)
        let policy = try policy([near, far, Self.shipped("default")])
        let override = try #require(policy.relaxations.first)
        let reached = Set(
            policy.rules.filter { override.reaches($0.source) }.map(\.source.layerName))
        #expect(reached == ["builtin:default"])
    }
}
