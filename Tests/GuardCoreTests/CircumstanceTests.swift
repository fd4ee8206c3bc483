import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct CircumstanceTests {
    private static let catalog = """
        resource "acme_bucket" {
          category     = "data"
          severity     = "high"
          identity     = ["bucket"]
          protected_by = { locked = true }
          backend      = { s3 = "bucket" }
        }
        resource "acme_key" {
          category = "key"
          severity = "high"
          backend  = { s3 = "kms_key_id", remote = "workspaces.name" }
        }
        resource "acme_group" {
          category  = "other"
          severity  = "high"
          container = "every resource of the group"
        }
        resource "acme_id" {
          category  = "other"
          severity  = "low"
          generates = ["hex", "words"]
        }
        """

    private func judged(
        _ rows: ResourceChange..., store: StateStore? = nil
    ) throws -> Verdict {
        let policy = try policy(
            source(
                """
                rule "critical" {
                  actions  = ["delete", "replace"]
                  types    = ["acme_bucket"]
                  decision = "approve"
                }
                """), catalogs: ["acme": Self.catalog])
        var plan = plan()
        plan.changes = rows
        plan.stateStore = store
        return judge(plan, under: policy, facts: person)
    }

    // MARK: The run's own state

    private static let store = StateStore(
        type: "s3",
        arguments: json(
            #"{"bucket":"states","key":"prod","kms_key_id":"arn:acme:kms:1:key/77","region":null}"#
        ).value)

    @Test(arguments: [
        ("its bucket", "acme_bucket.a", [ChangeAction.delete], Decision.block),
        ("its bucket made anew", "acme_bucket.a", [.delete, .create], .block),
        ("its bucket disarmed", "acme_bucket.a", [.update], .approve),
        ("its key", "acme_key.a", [.delete], .block),
        ("its key, let go of", "acme_key.a", [.forget], .confirm),
    ])
    func `a run does not destroy what its own state is kept in`(
        what: String, address: String, actions: [ChangeAction], expected: Decision
    ) throws {
        let object = #"{"id":"77","bucket":"states","locked":true}"#
        let verdict = try judged(
            row(address, actions, before: object, after: #"{"locked":false}"#), store: Self.store)
        #expect(verdict.decision == expected, "\(what)")
        #expect(verdict.findings.contains { $0.rule == "own-state" })
        #expect(verdict.changes.first?.severity == .critical)
    }

    @Test func `an argument within a block of the backend counts`() throws {
        let store = StateStore(
            type: "remote",
            arguments: json(#"{"workspaces":[{"name":"live","prefix":null}]}"#).value)
        let verdict = try judged(
            row("acme_key.a", [.delete], before: #"{"id":"live"}"#), store: store)
        #expect(verdict.changes.first?.circumstances == [.holdsState(argument: "workspaces.name")])
    }

    @Test(arguments: [
        ("another bucket", #"{"id":"77","bucket":"statesmen"}"#, "s3"),
        ("another backend's", #"{"bucket":"states"}"#, "gcs"),
        ("nothing known of it", "null", "s3"),
    ])
    func `other objects are judged as they are`(
        what: String, before: String, type: String
    ) throws {
        let store = StateStore(type: ByteString(type), arguments: Self.store.arguments)
        let verdict = try judged(row("acme_bucket.a", [.delete], before: before), store: store)
        #expect(verdict.decision == .approve, "\(what)")
        #expect(!verdict.findings.contains { $0.rule == "own-state" })
    }

    @Test func `a harmless change of the state's bucket passes`() throws {
        let verdict = try judged(
            row(
                "acme_bucket.a", [.update], before: #"{"bucket":"states","locked":true}"#,
                after: #"{"bucket":"states","locked":true,"tags":{"a":"b"}}"#), store: Self.store)
        #expect(verdict.decision == .allow)
    }

    // MARK: Containers

    @Test func `the loss of a container says what no plan lists`() throws {
        let verdict = try judged(row("acme_group.a", [.delete], before: "{}"))
        #expect(
            verdict.changes.first?.circumstances == [.container("every resource of the group")])
        #expect(verdict.decision == .confirm)
        #expect(verdict.findings.map(\.rule).contains("container"))
        let kept = try judged(row("acme_group.a", [.forget], before: "{}"))
        #expect(kept.changes.first?.circumstances == [])
    }

    // MARK: Generated values

    private func generator(_ address: String, _ before: String) -> ResourceChange {
        row(address, [.delete, .create], before: before, after: "{}")
    }

    @Test func `a generator that is made anew says what changes with it`() throws {
        let verdict = try judged(
            generator("acme_id.suffix", #"{"hex":"a1b2c3d4","length":4}"#),
            row(
                "acme_bucket.a", [.delete, .create], before: #"{"bucket":"courses-a1b2c3d4"}"#,
                after: "{}"),
            row(
                "acme_group.g", [.update], before: #"{"owner":"x a1b2c3d4"}"#,
                after: #"{"owner":"y"}"#),
            row(
                "acme_group.other", [.update], before: #"{"was":"a1b2c3d4"}"#,
                after: #"{"was":"a1b2c3d4","new":1}"#),
            row("acme_bucket.b", [.delete], before: #"{"bucket":"grades-a1b2c3d4"}"#))
        #expect(
            verdict.changes.map(\.circumstances) == [
                [.dragsAlong(2, gravest: "acme_bucket.a")],
                [.draggedAlong(by: "acme_id.suffix")], [.draggedAlong(by: "acme_id.suffix")], [],
                [],
            ])
        // A new one is as good as the old, and yet it is as grave as what it drags along.
        #expect(verdict.changes.first?.decision == .approve)
        #expect(
            verdict.findings.first { $0.rule == "cascade" }?.reason
                == "2 other objects use the value that this makes anew, and change with it.")
    }

    @Test func `each of many generators has its own followers`() throws {
        let generators = (0..<40).map {
            generator("acme_id.g\($0)", "{\"hex\":\"value-\($0)-end\"}")
        }
        let followers = (0..<40).map {
            row(
                "acme_group.f\($0)", [.delete, .create], before: "{\"n\":\"x-value-\($0)-end-y\"}",
                after: "{}")
        }
        let policy = try policy(source(unrelatedRule), catalogs: ["acme": Self.catalog])
        var plan = plan()
        plan.changes = generators + followers
        let verdict = judge(plan, under: policy, facts: person)
        for number in 0..<40 {
            #expect(
                verdict.changes[number].circumstances
                    == [.dragsAlong(1, gravest: ByteString("acme_group.f\(number)"))])
        }
    }

    @Test(arguments: [
        #"{"hex":"abc"}"#, #"{"hex":null}"#, #"{"hex":12345678}"#, #"{"length":"a1b2c3d4"}"#, "{}",
    ])
    func `what is too short, no text or not generated leads to nobody`(before: String) throws {
        let verdict = try judged(
            generator("acme_id.suffix", before),
            row(
                "acme_bucket.a", [.delete, .create],
                before: #"{"bucket":"abc-12345678-a1b2c3d4-null"}"#, after: "{}"))
        #expect(verdict.changes.allSatisfy { $0.circumstances.isEmpty })
    }

    @Test func `a generator that stays drags nothing along`() throws {
        let verdict = try judged(
            row("acme_id.a", [.delete], before: #"{"hex":"a1b2c3d4"}"#),
            row(
                "acme_bucket.a", [.delete, .create], before: #"{"bucket":"courses-a1b2c3d4"}"#,
                after: "{}"))
        #expect(verdict.changes.allSatisfy { $0.circumstances.isEmpty })
    }
}
