import Testing

@testable import TerraformPlan

/// Parts of a plan, each read by itself, are what one reader reads of the whole; or nothing.
@Suite struct PlanPartTests {
    private func part(_ bytes: [UInt8], from start: Int, upTo cuts: [Int]) -> PlanPart? {
        var source = ChunkedSource(Array(bytes[start...]))
        return readPart(of: &source, from: start, upTo: cuts)
    }

    private func joined(_ bytes: [UInt8], cutAt cuts: Int...) -> Plan? {
        joined(bytes, cutAt: cuts)
    }

    private func joined(_ bytes: [UInt8], cutAt cuts: [Int]) -> Plan? {
        Plan(([0] + cuts.reversed()).map { ($0, part(bytes, from: $0, upTo: cuts)) })
    }

    /// Behind every brace, where rows end, and here and there.
    private func places(in bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { $0 > 0 && bytes[$0 - 1] == .rightBrace || $0 % 211 == 0 }
    }

    private func joined(_ text: String, cutAt cut: Int) -> Plan? {
        joined(Array(text.utf8), cutAt: cut)
    }

    /// A plan as Terraform orders it, in rows of which each has its own.
    private func plan(rows: [String], _ members: String = "") -> String {
        #"{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{},"#
            + #""resource_drift":[\#(row("d.a")),\#(row("d.b"))],"#
            + #""resource_changes":[\#(rows.joined(separator: ","))],"#
            + #""output_changes":{"o":{"actions":["delete"]}},"prior_state":{"values":{"#
            + #""root_module":{"resources":[{"mode":"managed"},{"mode":"managed"}]}}},"#
            + #""configuration":{"provider_config":{"a":{}}},"applyable":true,"#
            + #""complete":true,"errored":false\#(members)}"#
    }

    private let rows =
        (0..<5).map { row("a.n\($0)") } + [
            row("a.noop", actions: #"["no-op"]"#), row("a.last"),
        ]

    @Test(arguments: Fixture.all(in: "accept"))
    func `whatever is cut, and wherever, is read as the whole is`(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let expected = try fixture.expected()
        for cut in stride(from: 0, to: bytes.count, by: 1 + bytes.count / 50) {
            if let plan = joined(bytes, cutAt: cut) { #expect(summary(plan) == expected) }
        }
    }

    @Test func `is cut between any two rows`() throws {
        let text = plan(rows: rows)
        let bytes = Array(text.utf8)
        let expected = summary(try read(text))
        var cuts: [Int] = []
        for cut in places(in: bytes) {
            // Without the rest of the plan nothing is known but that there is one.
            guard part(bytes, from: 0, upTo: [cut]) != nil,
                Plan([(0, part(bytes, from: 0, upTo: [cut]))]) == nil
            else { continue }
            cuts.append(cut)
            #expect(joined(text, cutAt: cut).map { summary($0) } == expected, "\(cut)")
        }
        #expect(cuts.count == rows.count)
        for first in cuts.indices {
            let some = cuts[first...].enumerated().filter { $0.offset % 2 == first % 2 }
            #expect(joined(bytes, cutAt: some.map(\.element)).map { summary($0) } == expected)
        }
        #expect(joined(bytes, cutAt: cuts).map { summary($0) } == expected)
    }

    @Test func `passes over cuts that are no place between two rows`() throws {
        let text = plan(rows: rows)
        let bytes = Array(text.utf8)
        let expected = summary(try read(text))
        let between = places(in: bytes).filter {
            joined(bytes, cutAt: $0) != nil
        }
        let rows = try #require(between.dropFirst(3).first)
        for cut in places(in: bytes) where cut != rows {
            let plan = joined(bytes, cutAt: [cut, rows].sorted())
            #expect(plan.map { summary($0) } == expected, "\(cut)")
        }
    }

    @Test func `finds the place before the next row`() throws {
        let bytes = Array(plan(rows: rows).utf8)
        let place = cut(in: bytes.span)
        let start = try #require(place)
        #expect(bytes[start...].starts(with: #",{"address":"d.b""#.utf8))
        for other in [Array("{}".utf8), []] {
            let place = cut(in: other.span)
            #expect(place == nil)
        }
    }

    /// What stands elsewhere and goes on like the rows and the end of a plan.
    @Test(arguments: ["checks", "relevant_attributes", "resource_drift"])
    func `takes nothing for rows that only looks like them`(key: String) throws {
        let harmless = row("a.harmless", actions: #"["no-op"]"#)
        let text =
            #"{"format_version":"1.2","planned_values":{},"configuration":{},"#
            + #""resource_changes":[\#(row("a.lost"))],"#
            + #""\#(key)":[\#(row("x.a")),\#(harmless),\#(harmless)]}"#
        let expected = summary(try read(text))
        for cut in places(in: Array(text.utf8)) {
            if let plan = joined(text, cutAt: cut) { #expect(summary(plan) == expected, "\(cut)") }
        }
    }

    /// One reader refuses them, and says where.
    @Test(arguments: [
        #","errored":false"#, #","prior_state":{}"#, #","resource_changes":[]"#, "}", ",",
        #","planned_values":{}"#, #","format_version":"1.2""#, #","unknown":1,"unknown":2"#,
        #","a":"\x""#, #","remote_plan_format":1"#, #","encrypted_data":"""#,
    ])
    func `joins no parts of what is no plan`(members: String) {
        let text = plan(rows: rows, members)
        #expect(refusal(text) != nil)
        for cut in places(in: Array(text.utf8)) {
            #expect(joined(text, cutAt: cut) == nil, "\(cut)")
        }
    }

    @Test func `joins no parts of rows that are no list`() {
        for list in ["[,\(row())]", "[\(row())\(row())]", "[\(row()),,\(row())]", "[\(row()),]"] {
            let text = TerraformPlanTests.plan(with: #""resource_changes":\#(list)"#)
            #expect(refusal(text) != nil)
            for cut in places(in: Array(text.utf8)) {
                #expect(joined(text, cutAt: cut) == nil, "\(cut)")
            }
        }
    }

    @Test func `leaves keys that nobody knows to one reader`() throws {
        let text = plan(rows: rows, #","unknown":1"#)
        #expect(try read(text).unknownKeys == ["unknown"])
        let bytes = Array(text.utf8)
        for cut in places(in: bytes) {
            if let plan = joined(bytes, cutAt: cut) { #expect(plan.unknownKeys == ["unknown"]) }
        }
    }

    private struct Failure: Error {}

    private struct FailingSource: ByteSource {
        mutating func read(into buffer: inout MutableSpan<UInt8>) throws(Failure) -> Int {
            throw Failure()
        }
    }

    @Test func `joins no parts of a source that fails`() {
        let text = plan(rows: rows)
        let bytes = Array(text.utf8)
        var bad = FailingSource()
        let failed = readPart(of: &bad, from: 0, upTo: [10])
        #expect(failed == nil)
        #expect(Plan([(0, failed)]) == nil)
        #expect(Plan([(0, part(bytes, from: 0, upTo: [10])), (10, failed)]) != nil)
    }
}
