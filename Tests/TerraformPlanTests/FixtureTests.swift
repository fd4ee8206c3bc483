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

    @Test func `finds its fixtures`() {
        #expect(Fixture.all(in: "accept").count >= 20)
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
