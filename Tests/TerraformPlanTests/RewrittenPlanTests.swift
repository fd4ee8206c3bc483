import Foundation
import TestSupport
import Testing

@testable import TerraformPlan

/// Other tools write the same plan with its keys in another order, indented, with other escapes.
@Suite struct RewrittenPlanTests {
    @Test(arguments: Fixture.all(in: "accept"))
    func `reads the same plan however it is written`(fixture: Fixture) throws {
        try check(try fixture.bytes(), rewrites: 20)
    }

    @Test(.requires(.planCorpus))
    func `reads the same of each plan of the corpus however it is written`() throws {
        let folder = try Requirement.planCorpus.path()
        let files = try #require(FileManager.default.enumerator(atPath: folder))
        var count = 0
        for case let file as String in files where file.hasSuffix(".json") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + file),
                data.count < 100_000, refusal(Array(data)) == nil
            else { continue }
            count += 1
            try check(Array(data), rewrites: 1)
        }
        #expect(count > 0)
    }

    private func check(_ bytes: [UInt8], rewrites: Int) throws {
        let expected = summary(sorted(try read(bytes)))
        let value = JSONText(bytes: bytes).value
        for seed in 0..<rewrites {
            var writer = CapriciousWriter(seed: UInt64(seed))
            let text = writer.text(of: value)
            for method in SkipMethod.allCases {
                let plan = try read(text, Delivery(method: method))
                #expect(summary(sorted(plan)) == expected, "\(String(text.prefix(300)))")
            }
        }
    }
}

/// Writes JSON in a way that is as good as any other, and the same for the same seed.
private struct CapriciousWriter {
    private var chance: Chance
    private let spaces: String
    private let escapes: Bool

    init(seed: UInt64) {
        chance = Chance(seed: seed)
        spaces = ["", "", " ", "\n", "\r\n", "\t", "   "].randomElement(using: &chance) ?? ""
        escapes = Bool.random(using: &chance)
    }

    mutating func text(of value: JSONValue) -> String {
        switch value {
        case .null, .bool, .number: return compact(value)
        case .string(let string): return text(of: string)
        case .array(let elements):
            return list("[", elements.map { text(of: $0) }, "]")
        case .object(let members):
            let texts = members.map {
                text(of: $0.key) + spaces + ":" + spaces + text(of: $0.value)
            }
            return list("{", texts.shuffled(using: &chance), "}")
        }
    }

    private func list(_ open: String, _ parts: [String], _ close: String) -> String {
        open + spaces + parts.joined(separator: spaces + "," + spaces) + spaces + close
    }

    private mutating func text(of string: ByteString) -> String {
        guard escapes else { return jsonString(string) }
        var result = "\""
        for unit in string.description.utf16 {
            if Int.random(in: 0..<3, using: &chance) == 0 || unit < 0x20 || unit > 0x7e
                || unit == 0x22 || unit == 0x5c
            {
                let digits = String(unit, radix: 16, uppercase: Bool.random(using: &chance))
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            }
        }
        return result + "\""
    }
}
