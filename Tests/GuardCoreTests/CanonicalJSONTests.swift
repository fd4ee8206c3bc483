import Foundation
import TerraformPlan
import TestSupport
import Testing

@testable import GuardCore

/// One value has one form in bytes, which two implementations agree on.
@Suite struct CanonicalJSONTests {
    struct Vectors: Decodable {
        struct Canonical: Decodable, Sendable, CustomTestStringConvertible {
            let name: String
            let json: String
            let canonical: String
            let sha256: String
            var testDescription: String { name }
        }
        struct Refused: Decodable, Sendable, CustomTestStringConvertible {
            let name: String
            let json: String
            var testDescription: String { name }
        }
        let canonical: [Canonical]
        let refused: [Refused]
    }

    static let vectors: Vectors = {
        let file = Repository.path("Tests/Vectors/canonical-json.json")
        guard let data = FileManager.default.contents(atPath: file),
            let vectors = try? JSONDecoder().decode(Vectors.self, from: data)
        else { return Vectors(canonical: [], refused: []) }
        return vectors
    }()

    @Test func `there are vectors`() {
        #expect(Self.vectors.canonical.count > 10)
        #expect(Self.vectors.refused.count > 2)
    }

    @Test(arguments: vectors.canonical)
    func `a vector has the form and the digest that are written down`(vector: Vectors.Canonical)
        throws
    {
        let value = json(vector.json).value
        let bytes = try #require(CanonicalJSON.bytes(of: value))
        #expect(String(decoding: bytes, as: UTF8.self) == vector.canonical)
        #expect(CanonicalJSON.digest(of: value) == vector.sha256)
    }

    @Test(arguments: vectors.refused)
    func `a vector that has no canonical form is refused`(vector: Vectors.Refused) {
        #expect(CanonicalJSON.bytes(of: json(vector.json).value) == nil)
    }

    @Test(arguments: vectors.canonical)
    func `what is canonical is read, and written again to the same bytes`(
        vector: Vectors.Canonical
    ) throws {
        let bytes = Array(vector.canonical.utf8)
        let value = try #require(CanonicalJSON.value(of: bytes))
        #expect(CanonicalJSON.bytes(of: value) == bytes)
    }

    @Test(arguments: [
        "", " ", "{\"a\":1} ", "{\"a\": 1}", "{\"a\":1}\n", "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":1}", "{\"a\":1,}", "[1,]", "[1 2]", "[1}", "1.0", "1E2", "-0", "01",
        "\"\\u0041\"", "\"\\/\"", "\"a", "tru", "nul", "truefalse", "1,2", "{\"a\"}", "{1:2}",
        "\"\\ud800\"", "\"\u{1}\"", "{\"a\":1}{}", "\u{FEFF}{}", "+1", ".5", "1.", "NaN",
    ])
    func `what is not canonical is not read`(text: String) {
        #expect(CanonicalJSON.value(of: Array(text.utf8)) == nil)
    }

    @Test func `bytes that are not UTF-8 are not read`() {
        #expect(CanonicalJSON.value(of: [0x22, 0xff, 0x22]) == nil)
        #expect(CanonicalJSON.value(of: [0x22, 0xc0, 0xaf, 0x22]) == nil)
    }

    @Test func `what nests without end is refused, and not followed`() {
        let deep = [UInt8](repeating: 0x5b, count: 1_000_000)
        #expect(CanonicalJSON.value(of: deep) == nil)
        #expect(CanonicalJSON.value(of: deep + [UInt8](repeating: 0x5d, count: 1_000_000)) == nil)
    }

    @Test func `flipping any bit of a document makes another value, or none`() throws {
        let bytes = Array("{\"a\":[1,-2.5,\"x\\n\",true,null],\"b\":{\"c\":1e+21}}".utf8)
        let value = try #require(CanonicalJSON.value(of: bytes))
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                #expect(CanonicalJSON.value(of: flipped) != value)
            }
        }
    }

    @Test(.requires(.python))
    func `another implementation writes the same bytes, for values of every kind`() throws {
        var random = Seeded(state: 20_261_121)
        var texts = (0..<400).map { _ in Self.text(depth: 4, &random) }
        texts += Self.vectors.canonical.map { $0.json.replacing("\n", with: " ") }
        let result = try run(
            Requirement.python.path(), [Repository.path("Tests/Vectors/canonical.py")],
            environment: ChildEnvironment(home: "/"),
            standardInput: texts.joined(separator: "\n") + "\n")
        #expect(result.status == .exited(0), "\(result)")
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == texts.count + 1)
        for (text, line) in zip(texts, lines) {
            let value = json(text).value
            let ours = CanonicalJSON.bytes(of: value).map { bytes in
                String(decoding: bytes, as: UTF8.self) + " " + sha256(of: bytes)
            }
            #expect(ours ?? "refused" == line, "\(text)")
        }
    }

    /// A JSON text as somebody might write it, with every freedom that JSON leaves.
    private static func text(depth: Int, _ random: inout Seeded) -> String {
        let space = ["", " ", "\t"].randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
        case 0: return ["null", "true", "false"].randomElement(using: &random) ?? "null"
        case 1, 2: return number(&random)
        case 3, 4: return string(&random)
        case 5, 6:
            let elements = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                text(depth: depth - 1, &random)
            }
            return "[\(space)\(elements.joined(separator: "\(space),"))\(space)]"
        default:
            let members = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
                "\(string(&random))\(space):\(space)\(text(depth: depth - 1, &random))"
            }
            return "{\(members.joined(separator: ",\(space)"))\(space)}"
        }
    }

    private static func number(_ random: inout Seeded) -> String {
        let whole = String(
            UInt64.random(in: 0..<(1 << 40), using: &random)
                >> UInt64.random(in: 0..<41, using: &random))
        let fraction =
            Bool.random(using: &random) ? ".\(UInt32.random(in: 0..<100_000, using: &random))0" : ""
        let sign = ["", "-"].randomElement(using: &random) ?? ""
        let exponent =
            Bool.random(using: &random)
            ? ""
            : ["e", "E+", "e-"].randomElement(using: &random).map {
                $0 + String(Int.random(in: 0..<30, using: &random))
            } ?? ""
        return sign + whole + fraction + exponent
    }

    private static func string(_ random: inout Seeded) -> String {
        let parts = [
            "a", "B", "é", "e\u{301}", "\u{1F600}", "\\u00e9", "\\uD83D\\uDE00", "\\n", "\\u000B",
            "\\\\", "\\\"", "\\/", "\u{FB33}", "\u{7F}", " ", "\u{202E}",
        ]
        let count = Int.random(in: 0..<5, using: &random)
        return "\"" + (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            + "\""
    }
}

/// Numbers that look random and are the same in every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
