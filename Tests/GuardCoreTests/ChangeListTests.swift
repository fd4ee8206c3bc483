import Foundation
import TerraformPlan
import TestSupport
import Testing

@testable import GuardCore

/// The list that an approver sees has everything a plan does, and no secret.
@Suite struct ChangeListTests {
    static let details: PlanDetails = {
        var details = PlanDetails()
        details.configuration = json(
            """
            {"root_module":{"variables":{"stage":{},"password":{"sensitive":true}}}}
            """)
        details.variables = json(#"{"stage":{"value":"prod"},"password":{"value":"hunter2"}}"#)
        details.outputChanges = json(
            """
            {"url":{"actions":["update"],"before":"a","after":"b","after_unknown":false,
                    "before_sensitive":false,"after_sensitive":false},
             "key":{"actions":["create"],"before":null,"after":"s3cret","after_unknown":false,
                    "before_sensitive":true,"after_sensitive":true},
             "same":{"actions":["no-op"],"before":1,"after":1}}
            """)
        return details
    }()

    static func list(_ changes: ResourceChange...) -> ChangeList? {
        ChangeList(plan(changes), details, mode: .normal)
    }

    static func plan(_ changes: [ResourceChange]) -> Plan {
        var plan = Plan(formatVersion: "1.2", terraformVersion: "1.11.4")
        plan.changes = changes
        return plan
    }

    func text(_ list: ChangeList?) throws -> String {
        let list = try #require(list)
        return String(decoding: try #require(CanonicalJSON.bytes(of: list.value)), as: UTF8.self)
    }

    @Test func `a row is there with both sides, and ordered by its address`() throws {
        let text = try text(
            Self.list(
                row("b.two", [.delete], before: #"{"id":2}"#, after: "null"),
                row("b.one", [.update], deposed: "0a", before: #"{"id":1.0}"#),
                row("b.one", [.update], before: #"{"id":1}"#, after: #"{"id":3}"#)))
        let expected = #"""
            "rows":[{"actions":["update"],"address":"b.one","after":{"id":3},"before":{"id":1},"mode":"managed","name":"example","provider":"example.com/acme/acme","type":"b"},{"actions":["update"],"address":"b.one","before":{"id":1},"deposed":"0a","mode":"managed","name":"example","provider":"example.com/acme/acme","type":"b"},{"actions":["delete"],"address":"b.two","after":null,"before":{"id":2},
            """#
        #expect(text.contains(expected), "\(text)")
    }

    @Test func `a secret is not in it, and that it changes is`() throws {
        let text = try text(
            Self.list(
                row(
                    "db.main", [.update], before: #"{"name":"x","password":"old","pin":"1"}"#,
                    after: #"{"name":"x","password":"new","pin":"1"}"#,
                    beforeSensitive: #"{"password":true}"#,
                    afterSensitive: #"{"password":true,"pin":true}"#)))
        for secret in ["old", "new", "s3cret", "hunter2", "\"pin\":\"1\""] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(
            text.contains(
                #""after":{"name":"x","password":{"changed":true,"sensitive":true},"pin":{"changed":false,"sensitive":true}}"#
            ), "\(text)")
        #expect(text.contains(#""sensitive":{"password":true,"pin":true}"#))
    }

    @Test func `a secret in a list, and a whole value that is one, are left out`() throws {
        let text = try text(
            Self.list(
                row(
                    "a.list", [.update], before: #"{"l":["k1",{"m":"k2"}],"w":{"deep":"k3"}}"#,
                    after: #"{"l":["k1",{"m":"k2"},"k4"],"w":null}"#,
                    beforeSensitive: #"{"l":[true,{"m":true}],"w":true}"#,
                    afterSensitive: #"{"l":[false,false,true]}"#),
                row(
                    "a.whole", [.delete], before: #""k5""#, after: "null", beforeSensitive: "true")
            ))
        for secret in ["k1", "k2", "k3", "k4", "k5"] { #expect(!text.contains(secret), "\(text)") }
    }

    @Test func `a mask of another shape than its value hides all of it`() throws {
        let text = try text(
            Self.list(
                row("a.b", [.delete], before: #"{"x":"k1"}"#, beforeSensitive: #"{"x":{"y":true}}"#)
            ))
        #expect(!text.contains("k1"), "\(text)")
    }

    @Test func `what is known only after the apply counts as changed`() throws {
        let text = try text(
            Self.list(
                row(
                    "a.b", [.update], before: #"{"x":"k"}"#, after: #"{}"#,
                    afterUnknown: #"{"x":true}"#, beforeSensitive: #"{"x":true}"#)))
        #expect(text.contains(#""before":{"x":{"changed":true,"sensitive":true}}"#), "\(text)")
    }

    @Test func `outputs that stay are not in it, and those that change are`() throws {
        let text = try text(Self.list())
        #expect(!text.contains("same"))
        #expect(text.contains(#""url":{"actions":["update"],"after":"b""#), "\(text)")
    }

    @Test func `another secret variable is the same list, another public one is not`() throws {
        let one = try #require(Self.list()).digest
        var details = Self.details
        details.variables = json(#"{"stage":{"value":"prod"},"password":{"value":"other"}}"#)
        let plan = Self.plan([])
        #expect(ChangeList(plan, details, mode: .normal)?.digest == one)
        details.variables = json(#"{"stage":{"value":"dev"},"password":{"value":"hunter2"}}"#)
        #expect(ChangeList(plan, details, mode: .normal)?.digest != one)
    }

    @Test func `each part of a plan changes the digest`() throws {
        let change = row("b.one", [.update], before: #"{"id":1}"#, after: #"{"id":3}"#)
        let base = Self.plan([change])
        var digests = [try #require(ChangeList(base, Self.details, mode: .normal)).digest]
        func add(_ change: (inout Plan, inout PlanDetails) -> Void, mode: PlanMode = .normal) throws
        {
            var (plan, details) = (base, Self.details)
            change(&plan, &details)
            digests.append(try #require(ChangeList(plan, details, mode: mode)).digest)
        }
        try add({ _, _ in }, mode: .destroy)
        try add { plan, _ in plan.changes[0].after = json(#"{"id":4}"#) }
        try add { plan, _ in plan.changes[0].after = nil }
        try add { plan, _ in plan.changes[0].after = json("null") }
        try add { plan, _ in plan.changes[0].before = json(#"{"id":2}"#) }
        try add { plan, _ in plan.changes[0].afterUnknown = json(#"{"id":true}"#) }
        try add { plan, _ in plan.changes[0].actions = [.delete] }
        try add { plan, _ in plan.changes[0].deposed = "00000001" }
        try add { plan, _ in plan.changes[0].address = "b.ｏne" }
        try add { plan, _ in plan.changes[0].providerName = "example.com/evil/acme" }
        try add { plan, _ in plan.changes[0].previousAddress = "b.zero" }
        try add { plan, _ in plan.changes[0].importing = json(#"{"id":"x"}"#) }
        try add { plan, _ in plan.changes = [] }
        try add { plan, _ in plan.drift = plan.changes }
        try add { plan, _ in
            plan.deferred = [DeferredChange(reason: "unknown", change: plan.changes[0])]
        }
        try add { plan, _ in
            plan.invocations = [
                ActionInvocation(address: "action.a.b", type: "a", triggeringAddress: nil)
            ]
        }
        try add { plan, _ in
            plan.deferredInvocations = [
                ActionInvocation(address: "action.a.b", type: "a", triggeringAddress: nil)
            ]
        }
        try add { _, details in details.configuration = json(#"{"root_module":{}}"#) }
        try add { _, details in details.outputChanges = nil }
        #expect(Set(digests).count == digests.count)
    }

    @Test func `the order of rows in the plan changes nothing`() throws {
        let one = row("b.one", [.delete])
        let two = row("b.two", [.delete])
        #expect(Self.list(one, two) == Self.list(two, one))
    }

    /// Written by hand from the plan, and put into its form by `Tests/Vectors/canonical.py`.
    @Test func `the bytes and the digest of one list are written down, for other implementations`()
        throws
    {
        let list = Self.list(
            row(
                "aws_db_instance.main", [.delete],
                before: #"{"identifier":"courses-prod","password":"x"}"#, after: "null",
                beforeSensitive: #"{"password":true}"#, afterSensitive: "false"))
        let written = FileManager.default.contents(
            atPath: Repository.path("Tests/Vectors/change-list.json"))
        #expect(try text(list) == written.map { String(decoding: $0, as: UTF8.self) })
        #expect(
            list?.digest == "5ff73d668342bdbbe7d274a9a87bf67f5e35fd18d73d27891afb518fbb87aed8")
    }
}
