import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct StateComparisonTests {
    private func state(
        _ objects: [String: String], lineage: String = "x", serial: Int = 5,
        mode: String = "managed"
    ) throws -> StateFile {
        let resources = objects.map { name, id in
            """
            {"mode": "\(mode)", "type": "t", "name": "\(name)", "provider": "",
             "instances": [{"attributes": {"id": "\(id)"}}]}
            """
        }
        return try readStateFile(
            Array(
                """
                {"version": 4, "serial": \(serial), "lineage": "\(lineage)",
                 "resources": [\(resources.joined(separator: ","))]}
                """.utf8))
    }

    @Test func `a newer state with all objects is harmless`() throws {
        let current = try state(["a": "1"])
        let pushed = try state(["a": "1", "b": "2"], serial: 6)
        let comparison = compare(pushed: pushed, with: current, isForced: false)
        #expect(comparison.dropped.isEmpty)
        #expect(comparison.hazards == [])
    }

    @Test func `where there is no state nothing is lost`() throws {
        let comparison = compare(pushed: try state(["a": "1"]), with: nil, isForced: true)
        #expect(comparison.dropped.isEmpty)
        #expect(comparison.hazards == [.unchecked])
    }

    @Test func `what is missing is dropped, and what is another object too`() throws {
        let current = try state(["a": "1", "b": "2", "c": "3"])
        let pushed = try state(["a": "1", "b": "9"], serial: 6)
        let comparison = compare(pushed: pushed, with: current, isForced: false)
        #expect(Set(comparison.dropped.map(\.address)) == ["t.b", "t.c"])
        #expect(comparison.hazards == [.drops(2)])
    }

    @Test func `data sources are read again, and not dropped`() throws {
        let comparison = compare(
            pushed: try state([:], serial: 6), with: try state(["a": "1"], mode: "data"),
            isForced: false)
        #expect(comparison.dropped.isEmpty)
    }

    @Test func `another lineage and an older serial are hazards`() throws {
        let comparison = compare(
            pushed: try state(["a": "1"], lineage: "y", serial: 4), with: try state(["a": "1"]),
            isForced: true)
        #expect(
            comparison.hazards == [.unchecked, .otherLineage, .notNewer(pushed: 4, current: 5)])
    }
}
