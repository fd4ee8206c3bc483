import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct RenameTests {
    private static let catalog = """
        resource "acme_db" {
          category = "data"
          severity = "high"
          identity = ["name"]
        }
        """

    private func moves(
        _ rows: [ResourceChange], under text: String = unrelatedRule
    ) throws -> [MovedBlock] {
        let policy = try policy(source(text), catalogs: ["acme": Self.catalog])
        var plan = plan()
        plan.changes = rows
        return judge(plan, under: policy, facts: person).changes.flatMap(\.moves)
    }

    private func deleted(
        _ address: String, _ object: String, module: String? = nil, index: String? = nil
    ) -> ResourceChange {
        located(row(address, [.delete], before: object), module: module, index: index)
    }

    private func created(
        _ address: String, _ object: String, module: String? = nil, index: String? = nil
    ) -> ResourceChange {
        located(row(address, [.create], after: object), module: module, index: index)
    }

    private func located(
        _ row: ResourceChange, module: String?, index: String?
    ) -> ResourceChange {
        var row = row
        row.moduleAddress = module.map { ByteString($0) }
        row.index = index.map(json)
        row.name = ByteString(
            row.address.description.split(separator: ".").last.map(String.init) ?? "")
        row.type = "acme_db"
        return row
    }

    private static let object = #"{"name":"courses","size":10,"zone":"a","id":"db-1"}"#
    private static let sameObject = #"{"name":"courses","size":10,"zone":"a"}"#

    @Test func `a delete and a create that are nearly the same come with the moved block`() throws {
        let moves = try moves([
            deleted("acme_db.old", Self.object), created("acme_db.new", Self.sameObject),
        ])
        #expect(moves == [MovedBlock(from: "acme_db.old", to: "acme_db.new")])
        #expect(
            moves.first?.lines == [
                "moved {", "  from = acme_db.old", "  to   = acme_db.new", "}",
            ])
    }

    /// As another program than Terraform would write the same plan.
    @Test(arguments: [
        ("spaces", #"{ "tags" : { "a" : 1 , "b" : [ 2 ] } , "zone" : "a&b" , "size" : 10 }"#),
        ("another order", #"{"zone":"a&b","tags":{"b":[2],"a":1},"size":10}"#),
        ("escapes", #"{"size":10,"tags":{"\u0061":1,"b":[2]},"zon\u0065":"a\u0026b"}"#),
        ("numbers", #"{"size":1e1,"tags":{"a":1.0,"b":[2.00]},"zone":"a&b"}"#),
        ("what says nothing", #"{"size":10,"tags":{"a":1,"b":[2]},"zone":"a&b","x":[ ],"y":0.0}"#),
    ])
    func `equal values are the same, however they are written`(way: String, after: String) throws {
        let before = #"{"size":10,"tags":{"a":1,"b":[2]},"zone":"a\u0026b","id":"db-1"}"#
        for (old, new) in [(before, after), (after, before.replacing(#","id":"db-1""#, with: ""))] {
            let rows = [deleted("acme_db.old", old), created("acme_db.new", new)]
            #expect(try moves(rows).count == 1, "\(way)")
        }
        let other = after.replacing("2", with: "3").replacing("10", with: "11")
            .replacing("1e1", with: "11")
        let rows = [deleted("acme_db.old", before), created("acme_db.new", other)]
        #expect(try moves(rows) == [], "\(way)")
    }

    @Test(arguments: [
        ("another name in the real world", #"{"name":"grades","size":10,"zone":"a"}"#),
        ("other attributes", #"{"name":"courses","size":20,"zone":"b"}"#),
        ("too little that is known", #"{"size":10}"#),
        ("nothing that says anything", #"{"name":null,"size":0,"zone":"","tags":{}}"#),
    ])
    func `what is another thing is no rename`(why: String, after: String) throws {
        #expect(
            try moves([deleted("acme_db.old", Self.object), created("acme_db.new", after)]) == [],
            "\(why)")
    }

    @Test func `a name alone is enough where the catalog says that it is one`() throws {
        let moves = try moves([
            deleted("acme_db.old", Self.object), created("acme_db.new", #"{"name":"courses"}"#),
        ])
        #expect(moves.count == 1)
    }

    @Test func `a name that the provider makes up does not tell two objects apart`() throws {
        let moves = try moves([
            deleted("acme_db.old", #"{"name":"x1f","size":10,"zone":"a"}"#),
            created("acme_db.new", #"{"size":10,"zone":"a"}"#),
        ])
        #expect(moves.count == 1)
    }

    @Test func `what is replaced, deposed or of another type is no rename`() throws {
        var other = created("acme_db.new", Self.sameObject)
        other.type = "acme_cache"
        #expect(try moves([deleted("acme_db.old", Self.object), other]) == [])
        var deposed = deleted("acme_db.old", Self.object)
        deposed.deposed = "deadbeef"
        #expect(try moves([deposed, created("acme_db.new", Self.sameObject)]) == [])
        let replaced = located(
            row("acme_db.old", [.delete, .create], before: Self.object, after: Self.sameObject),
            module: nil, index: nil)
        #expect(try moves([replaced, created("acme_db.new", Self.sameObject)]) == [])
    }

    @Test func `twins are paired by their keys, and not at all where nothing tells them apart`()
        throws
    {
        let twins = (0..<50).map { number in
            deleted("acme_db.old[\(number)]", Self.object, index: "\(number)")
        }
        let keyed = (0..<50).reversed().map { number in
            created("acme_db.new[\(number)]", Self.sameObject, index: "\(number)")
        }
        let moves = try moves(twins + keyed)
        #expect(
            moves
                == (0..<50).map {
                    MovedBlock(
                        from: ByteString("acme_db.old[\($0)]"), to: ByteString("acme_db.new[\($0)]")
                    )
                })
        let named = (0..<50).map { number in
            created("acme_db.new[\"k\(number)\"]", Self.sameObject, index: "\"k\(number)\"")
        }
        #expect(try self.moves(twins + named) == [])
    }

    @Test func `where all of a module goes to another, the module moves`() throws {
        let rows = ["x", "y", "z"].flatMap { name in
            let object = #"{"name":"\#(name)","size":10,"zone":"a"}"#
            return [
                deleted("module.a[\"1.2\"].module.c.acme_db.\(name)", object, module: "module.a"),
                created("module.b.module.c.acme_db.\(name)", object, module: "module.b"),
            ]
        }
        let block = MovedBlock(from: "module.a[\"1.2\"]", to: "module.b")
        #expect(try moves(rows) == [block, block, block])
    }

    @Test func `into a module, each resource moves`() throws {
        let rows = ["x", "y"].flatMap { name in
            let object = #"{"name":"\#(name)","size":10,"zone":"a"}"#
            return [
                deleted("acme_db.\(name)", object),
                created("module.b.acme_db.\(name)", object, module: "module.b"),
            ]
        }
        #expect(
            try moves(rows) == [
                MovedBlock(from: "acme_db.x", to: "module.b.acme_db.x"),
                MovedBlock(from: "acme_db.y", to: "module.b.acme_db.y"),
            ])
    }

    @Test func `an address that would not show is escaped as HCL escapes it`() throws {
        let key = "\"\u{202e}x\""
        let moves = try moves([
            deleted("acme_db.old[\(key)]", Self.object, index: key),
            created("acme_db.new", Self.sameObject),
        ])
        #expect(moves.first?.lines[1] == "  from = acme_db.old[\"\\u202ex\"]")
    }

    @Test func `a policy can do without the advice`() throws {
        let policy = try policy(
            source(
                """
                rule "any" {
                  actions  = ["delete"]
                  decision = "warn"
                }
                override "quiet" {
                  rules     = ["builtin:default/rename"]
                  addresses = ["acme_db.*"]
                  decision  = "allow"
                }
                """), catalogs: ["acme": Self.catalog])
        let plan = plan(
            deleted("acme_db.old", Self.object), created("acme_db.new", Self.sameObject))
        let verdict = judge(plan, under: policy, facts: person)
        #expect(verdict.findings.map(\.rule) == ["any"])
    }

    @Test func `thousands of objects under other addresses take no quadratic time`() throws {
        func time(_ count: Int) throws -> Duration {
            let rows = (0..<count).flatMap { number in
                let object = #"{"name":"n\#(number)","size":10,"zone":"a","class":"small"}"#
                return [
                    deleted("acme_db.old\(number)", object),
                    created("acme_db.new\(number)", object),
                ]
            }
            return try ContinuousClock().measure {
                let moved = try moves(rows).count
                #expect(moved == count)
            }
        }
        _ = try time(10)
        let few = try time(100)
        #expect(try time(1600) < few * 100)
    }
}

extension JudgedChange {
    fileprivate var moves: [MovedBlock] {
        circumstances.compactMap { circumstance in
            if case .renamed(let block) = circumstance { block } else { nil }
        }
    }
}
