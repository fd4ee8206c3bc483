import TerraformPlan
import Testing

@testable import GuardCore

/// A statement is signed as one sequence of bytes, and each field of it counts.
@Suite struct ApprovalStatementTests {
    static let run = RunIdentity(
        changes: String(repeating: "a", count: 64), plan: String(repeating: "b", count: 64),
        lineage: "1a2b", serial: 41, backend: "s3",
        backendConfiguration: String(repeating: "c", count: 64), workspace: "prod",
        accounts: ["123456789012"], environments: ["production"], terraformVersion: "1.11.4",
        dependencyLock: String(repeating: "d", count: 64), policies: ["builtin:1", "project:2"])

    static func statement(of run: RunIdentity = run) -> ApprovalStatement {
        ApprovalStatement(
            run: run,
            requester: ApprovalStatement.Requester(user: "ada", host: "laptop", actors: ["agent"]),
            lifts: .approve, reason: "OPS-123", notBefore: Moment(secondsSinceEpoch: 1_000_000),
            expires: Moment(secondsSinceEpoch: 1_010_000),
            nonce: "0123456789abcdef0123456789abcdef")
    }

    /// Every field of a run in which another run may differ, alone.
    static let changes: [(field: String, change: @Sendable (inout RunIdentity) -> Void)] = [
        ("changes", { $0.changes = "e" }), ("plan", { $0.plan = "e" }),
        ("lineage", { $0.lineage = "9z" }), ("serial", { $0.serial = 42 }),
        ("backend", { $0.backend = "gcs" }),
        ("backendConfiguration", { $0.backendConfiguration = "e" }),
        ("workspace", { $0.workspace = "ｐrod" }), ("accounts", { $0.accounts = ["1"] }),
        ("environments", { $0.environments = ["staging"] }),
        ("terraformVersion", { $0.terraformVersion = "1.12.0" }),
        ("dependencyLock", { $0.dependencyLock = nil }), ("policies", { $0.policies = [] }),
        ("operation", { $0.operation = "e" }),
    ]

    @Test func `every field of a run is in the table of this test`() {
        let fields = Mirror(reflecting: Self.run).children.compactMap(\.label)
        #expect(fields == Self.changes.map(\.field))
    }

    @Test(arguments: changes.map(\.field))
    func `an approval of a run that differs in one field is refused, with a sentence of its own`(
        field: String
    ) throws {
        let change = try #require(Self.changes.first { $0.field == field }).change
        var other = Self.run
        change(&other)
        let sentence = try #require(Self.run.difference(from: other, mayBeReplanned: false))
        #expect(sentence.hasSuffix("."))
        let others = Self.changes.filter { $0.field != field }.compactMap { other -> String? in
            var run = Self.run
            other.change(&run)
            return Self.run.difference(from: run, mayBeReplanned: false)
        }
        #expect(others.count == Self.changes.count - 1)
        #expect(!others.contains(sentence))
        // And it is in what is signed.
        #expect(Self.statement(of: other).bytes != Self.statement().bytes)
    }

    @Test func `an approval of the same run is one`() {
        #expect(Self.run.difference(from: Self.run, mayBeReplanned: false) == nil)
    }

    @Test func `another plan with the same changes will do where the policy says so`() {
        var other = Self.run
        other.plan = "e"
        #expect(Self.run.difference(from: other, mayBeReplanned: true) == nil)
    }

    @Test func `a first apply is approved by its plan file alone`() {
        var first = Self.run
        first.lineage = nil
        #expect(first.difference(from: first, mayBeReplanned: true) == nil)
        var other = first
        other.plan = "e"
        #expect(first.difference(from: other, mayBeReplanned: true) != nil)
        first.plan = nil
        #expect(first.difference(from: first, mayBeReplanned: false) != nil)
    }

    @Test func `a statement is read from its bytes, and from no others`() throws {
        let statement = Self.statement()
        let bytes = try #require(statement.bytes)
        let value = try #require(CanonicalJSON.value(of: bytes))
        #expect(ApprovalStatement(value) == statement)
    }

    @Test(arguments: [
        ("\"version\":1", "\"version\":2"), ("\"nonce\":\"0123", "\"nonce\":\"../3"),
        ("\"nonce\":\"0123", "\"nonce\":\"012"), ("\"serial\":41", "\"serial\":41.5"),
        ("\"serial\":41", "\"serial\":\"41\""), ("\"lifts\":\"approve\"", "\"lifts\":\"all\""),
        ("\"version\":1", "\"version\":1,\"zeal\":1"), ("\"reason\":\"OPS-123\",", ""),
        ("1970-01-12T13:46:40Z", "1970-01-12T14:46:40+01:00"), ("[\"123456789012\"]", "[1]"),
        ("\"workspace\":\"prod\"", "\"workspace\":\"prod\",\"workspace\":\"dev\""),
        ("{\"actors\":[\"agent\"]", "{\"actors\":[\"agent\"],\"admin\":true"),
    ])
    func `a statement with other members, or another spelling, is none`(
        original: String, other: String
    ) throws {
        let text = String(decoding: try #require(Self.statement().bytes), as: UTF8.self)
        #expect(text.contains(original))
        let changed = Array(text.replacing(original, with: other).utf8)
        let value = CanonicalJSON.value(of: changed)
        #expect(value.flatMap(ApprovalStatement.init) == nil)
    }

    @Test func `flipping any bit of an approval's statement gives another one, or none`() throws {
        let approval = Approval(statement: Self.statement(), signature: Array("x\n".utf8))
        let bytes = try #require(approval.bytes)
        #expect(Approval(bytes) == approval)
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                #expect(Approval(flipped) != approval)
            }
        }
    }

    @Test func `a request is read back, and not where its digest is not its list's`() throws {
        let changes = try #require(ChangeListTests.list(row("a.b", [.delete], before: "{}")))
        var run = Self.run
        run.changes = changes.digest
        let requester = Self.statement().requester
        let request = ApprovalRequest(changes: changes, run: run, requester: requester)
        let bytes = try #require(request.bytes)
        #expect(ApprovalRequest(bytes) == request)
        run.changes = Self.run.changes
        let other = ApprovalRequest(changes: changes, run: run, requester: requester)
        #expect(ApprovalRequest(try #require(other.bytes)) == nil)
        #expect(ApprovalRequest(bytes + [0x0a]) == nil)
    }

    @Test func `an approver judges the rows that the list has`() throws {
        let changes = try #require(
            ChangeListTests.list(
                row(
                    "b.two", [.create, .delete], previousAddress: "b.one", before: #"{"n":1}"#,
                    after: #"{"n":2}"#, afterUnknown: #"{"m":true}"#, importing: "{}"),
                row(
                    "b.two", [.delete], deposed: "0000000a", before: #"{"s":"x"}"#,
                    beforeSensitive: #"{"s":true}"#)))
        let plan = try #require(changes.plan)
        #expect(plan.changes.map(\.address) == ["b.two", "b.two"])
        #expect(plan.changes[0].actions == [.create, .delete])
        #expect(plan.changes[0].previousAddress == "b.one")
        #expect(plan.changes[0].importing != nil)
        #expect(plan.changes[1].deposed == "0000000a")
        #expect(plan.changes[1].beforeSensitive?.bytes == Array(#"{"s":true}"#.utf8))
        // What is made of it again is the same list.
        let again = try #require(ChangeList(plan, ChangeListTests.details, mode: .normal))
        #expect(again.value["rows"] != nil)
        #expect(plan.outputChanges.map(\.name) == ["key", "url"])
    }
}
