import TestSupport
import Testing

@testable import TerraformPlan

/// What is JSON and what is not, by somebody else's judgement.
@Suite struct SecondOpinionTests {
    /// Says for each line of standard input, a document in hexadecimal digits, whether Python takes it.
    ///
    /// Python's own additions to JSON are turned off.
    private static let opinion = """
        import json, sys
        def refuse(word): raise ValueError(word)
        for line in sys.stdin:
            try:
                text = bytes.fromhex(line).decode('utf-8')
                json.loads(text, parse_constant=refuse, parse_int=str, parse_float=str)
                print('yes')
            except ValueError:
                print('no')
        """

    @Test(.requires(.python), arguments: 0..<6 as Range<UInt64>)
    func `takes for JSON what Python takes for JSON`(seed: UInt64) throws {
        var writer = NearlyJSON(seed: seed)
        let documents = (0..<500).map { _ in writer.document() }
        let home = try TemporaryDirectory()
        let result = try run(
            try Requirement.python.path(), ["-c", Self.opinion],
            environment: ChildEnvironment(home: home.path),
            standardInput: documents.map { hexadecimal($0) + "\n" }.joined())
        let opinions = result.output.split(separator: "\n").map { $0 == "yes" }
        try #require(opinions.count == documents.count, "\(result)")
        #expect(opinions.contains(true) && opinions.contains(false))
        for (document, opinion) in zip(documents, opinions) {
            for method in SkipMethod.allCases {
                let error = refusal(document, Delivery(windowSize: 512, method: method))
                let isJSON = error.map { !isAboutSyntax($0.reason) } ?? true
                #expect(isJSON == opinion, "\(String(decoding: document, as: UTF8.self))")
            }
        }
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func isAboutSyntax(_ reason: PlanError.Reason) -> Bool {
        switch reason {
        case .empty, .byteOrderMark, .utf16, .utf32, .savedPlanFile, .legacyPlanFile, .notJSON,
            .unexpectedEnd, .unexpectedByte, .trailingData, .controlCharacter, .invalidEscape,
            .invalidUTF8, .invalidNumber, .invalidLiteral:
            true
        case .notAnObject, .cloudBookmark, .encryptedPlan, .stateFile, .stateDocument, .logStream,
            .nestedTooDeeply, .duplicateKey, .loneSurrogate, .missing, .wrongType, .formatVersion,
            .errored, .noActions, .unknownAction, .repeatedAction, .unknownMode:
            false
        }
    }
}

/// Makes up documents that are JSON, or would be but for a byte or two.
private struct NearlyJSON {
    private var chance: Chance

    init(seed: UInt64) {
        chance = Chance(seed: seed)
    }

    mutating func document() -> [UInt8] {
        var value = Array(value(depth: 0).utf8)
        for _ in 0..<Int.random(in: 0...2, using: &chance) where !value.isEmpty {
            let place = Int.random(in: 0..<value.count, using: &chance)
            switch Int.random(in: 0..<4, using: &chance) {
            case 0: value.remove(at: place)
            case 1: value.insert(pick(Self.bytes), at: place)
            case 2: value[place] = pick(Self.bytes)
            case _: value.swapAt(place, Int.random(in: 0..<value.count, using: &chance))
            }
        }
        return Array(#"{"checks":["#.utf8) + value + Array("]}".utf8)
    }

    private static let bytes =
        Array("{}[]\",:\\ \n\t0179-+.eEtfnu/aF\u{0}\u{1f}".utf8) + [0x80, 0xc3, 0xe2, 0xff]

    private mutating func value(depth: Int) -> String {
        switch Int.random(in: 0..<(depth < 5 ? 10 : 6), using: &chance) {
        case 0, 1: return string()
        case 2: return pick(["true", "false", "null"])
        case 3:
            return pick(["0", "-1", "12.5", "1e5", "-0.0E-2", "123456789012345678901234567890"])
        case 4: return pick(["[]", "{}", "[ ]", "{\n}"])
        case 5: return pick(["\"\"", "[1,2]", #"{"a":1}"#])
        case 6, 7:
            let count = Int.random(in: 0...6, using: &chance)
            return "[" + (0..<count).map { _ in value(depth: depth + 1) }.joined(separator: comma())
                + "]"
        case _:
            let count = Int.random(in: 0...6, using: &chance)
            let members = (0..<count).map { _ in string() + colon() + value(depth: depth + 1) }
            return "{" + members.joined(separator: comma()) + "}"
        }
    }

    private mutating func string() -> String {
        let parts = [
            "a", "key", "long enough to reach over a border", #"\""#, #"\\"#, #"\n"#, #"\/"#,
            #"\u00e9"#, #"\ud83d\ude00"#, "é", "€", "😀", "{", "]", ":", ",", " ", "\u{7f}",
        ]
        let count = Int.random(in: 0...5, using: &chance)
        return "\"" + (0..<count).map { _ in pick(parts) }.joined() + "\""
    }

    private mutating func comma() -> String { pick([",", ",", ",", ", ", " ,\n  "]) }

    private mutating func colon() -> String { pick([":", ":", ":", ": ", " : "]) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &chance)]
    }
}
