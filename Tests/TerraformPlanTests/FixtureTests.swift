import Foundation
import Testing

@testable import TerraformPlan

/// A document of the folder `Fixtures`, and what is expected of it in the file beside it.
struct Fixture: CustomStringConvertible {
    let url: URL

    var description: String { url.deletingPathExtension().lastPathComponent }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: url)) }

    func expected() throws -> String {
        let file = url.deletingPathExtension().appendingPathExtension("expected")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    static func all(in folder: String) -> [Fixture] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(components: "Fixtures", folder)
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? [])
            .filter { $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }
            .map(Fixture.init)
    }
}

/// Plans of every version, each with something special, and documents that are none.
///
/// Those in `made-by-terraform` are the binary's own; the others are written after the sources of
/// the version that they are named for.
@Suite struct FixtureTests {
    @Test(arguments: Fixture.all(in: "accept"))
    func `reads a plan`(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let expected = try fixture.expected()
        for method in SkipMethod.allCases {
            #expect(summary(try read(bytes, Delivery(method: method))) == expected)
        }
    }

    @Test(arguments: Fixture.all(in: "reject"))
    func `refuses what is no plan, and says what it is`(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let expected = try fixture.expected()
        for method in SkipMethod.allCases {
            let error = refusal(bytes, Delivery(method: method))
            #expect(error.map { $0.description + "\n" } == expected)
        }
    }

    /// What a version added to the format stands in a fixture that is named for it.
    @Test(
        arguments: [
            "terraform": [
                "0.12", "0.14", "0.15", "1.0", "1.1", "1.2", "1.3", "1.5", "1.6", "1.7", "1.8",
                "1.9", "1.10", "1.12", "1.14", "1.16",
            ], "opentofu": ["1.6", "1.7", "1.11", "1.12"],
        ])
    func `every version that changed the format has a fixture`(
        tool: String, versions: [String]
    ) {
        let names = Fixture.all(in: "accept").map(\.description)
        for version in versions {
            #expect(names.contains { $0.hasPrefix("\(tool)-\(version)-") }, "\(version)")
        }
    }

    @Test func `every action and mode there is stands in a fixture`() throws {
        var actions: Set<ChangeAction> = []
        var modes: Set<ResourceMode> = []
        for fixture in Fixture.all(in: "accept") {
            let plan = try read(try fixture.bytes(), Delivery())
            if plan.noOpCount > 0 { actions.insert(.noOp) }
            for row in plan.changes + plan.drift + plan.deferred.map(\.change) {
                actions.formUnion(row.actions)
                modes.insert(row.mode)
            }
        }
        #expect(actions == Set(ChangeAction.allCases))
        #expect(modes == Set(ResourceMode.allCases))
    }

    @Test func `finds its fixtures`() {
        #expect(Fixture.all(in: "accept").count >= 40)
        #expect(Fixture.all(in: "reject").count >= 30)
    }

    /// However it arrives: in single bytes, across any border of any window.
    @Test(arguments: Fixture.all(in: "accept"))
    func `reads the same from a pipe of any pieces`(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let expected = try fixture.expected()
        for method in SkipMethod.allCases {
            for size in Array(1...70) + [127, 128, 129, 255, 1000, 4095, 4096] {
                let delivery = Delivery(chunkSize: size, windowSize: size, method: method)
                #expect(summary(try read(bytes, delivery)) == expected, "\(delivery)")
            }
        }
    }

    @Test(arguments: Fixture.all(in: "accept"))
    func `refuses a plan that is cut off anywhere`(fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let end = (bytes.lastIndex(of: .rightBrace) ?? 0) + 1
        // Each byte of the short ones; the long ones have no kind of place that these lack.
        for count in stride(from: 0, to: end, by: 1 + end / 2000) {
            let whole = Delivery(windowSize: 1 << 14)
            let reason = refusal(Array(bytes[..<count]), whole)?.reason
            #expect(reason == (count == 0 ? .empty : .unexpectedEnd), "\(count) bytes")
        }
    }
}
