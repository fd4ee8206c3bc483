import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct AdoptionTests {
    private func effects(
        of row: ResourceChange, besides others: ResourceChange...
    ) throws -> [Effect]? {
        let policy = try policy(source(unrelatedRule))
        var other = plan()
        other.changes = others
        let verdict = judge(
            plan(row), under: policy, facts: person, adoption: Adoption(by: [other]))
        #expect(
            verdict.decision == (verdict.changes.first?.effects == [.handover] ? .allow : .confirm))
        return verdict.changes.first?.effects
    }

    private static let forgotten = row("acme_db.a", [.forget], before: #"{"id":"db-1"}"#)

    @Test func `what another plan imports is handed over and not lost`() throws {
        #expect(
            try effects(
                of: Self.forgotten,
                besides: row("module.m.acme_db.b", [.noOp], importing: #"{"id":"db-1"}"#))
                == [.handover])
        // An import block may name it otherwise than its provider does.
        #expect(
            try effects(
                of: Self.forgotten,
                besides: row(
                    "acme_db.b", [.update], before: #"{"id":"db-1"}"#, importing: #"{"id":"x/1"}"#))
                == [.handover])
    }

    @Test(arguments: [
        ("another id", row("acme_db.b", [.noOp], importing: #"{"id":"db-2"}"#)),
        ("another type", row("acme_cache.b", [.noOp], importing: #"{"id":"db-1"}"#)),
        ("no import", row("acme_db.b", [.update], before: #"{"id":"db-1"}"#)),
    ])
    func `what no other plan imports is forgotten`(what: String, other: ResourceChange) throws {
        #expect(try effects(of: Self.forgotten, besides: other) == [.forget], "\(what)")
    }

    @Test func `only what is let go of is handed over`() throws {
        let importing = row("acme_db.b", [.noOp], importing: #"{"id":"db-1"}"#)
        let deleted = row("acme_db.a", [.delete], before: #"{"id":"db-1"}"#)
        #expect(try effects(of: deleted, besides: importing) == [.delete])
        let replaced = row("acme_db.a", [.forget, .create], before: #"{"id":"db-1"}"#, after: "{}")
        #expect(try effects(of: replaced, besides: importing)?.contains(.forget) == true)
    }
}
