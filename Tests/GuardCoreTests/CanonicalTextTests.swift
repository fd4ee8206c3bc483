import TerraformPlan
import Testing

@testable import GuardCore

/// Equal values have one text, whoever has written them.
@Suite struct CanonicalTextTests {
    private static let values = [
        "1", "-1", "0", "-0", "0.0", "1.50", "1e3", "123456789012345", "1234567890123456",
        "1000000000000000000000", "true", "null", #""""#, #""a""#, #""a\"b\\c\nd""#, #""\u0061""#,
        #""\/""#, #""\u000a""#, #""\u0001""#, #""<é>""#, "[]", "[ ]", "{}", "{ }", "[1,2]",
        "[1, 2]",
        "[1.0]", #"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, #"{"a":1,"ab":2}"#, #"{"ab":2,"a":1}"#,
        #"{"a" :1}"#, #"{"a":{"d":1,"c":2},"b":[{"y":1,"x":2}]}"#, #"{"b":[{"y":1}],"a":2}"#,
        #"{"\u0061":1}"#, #"{"a\"":1,"b":2}"#, #"{"a":{"z":1},"b":{"a":1}}"#, #"["b","a"]"#,
        #"{"a":"b:c","b":":"}"#, #"{"a":[":"],"b":1}"#,
    ]

    @Test(arguments: values)
    func `a value has the text of its canonical form, wherever it stands`(value: String) throws {
        let canonical = try #require(CanonicalJSON.bytes(of: json(value).value))
        let text = json(#"[0, \#(value) ]"#)
        let range = 4..<(4 + value.utf8.count)
        #expect(Array(text.canonicalText(of: range)) == canonical)
    }

    @Test(arguments: CanonicalJSONTests.vectors.canonical)
    func `the vectors have it, too`(vector: CanonicalJSONTests.Vectors.Canonical) throws {
        for text in [vector.json, vector.canonical].map(json) {
            let written = text.canonicalText(of: 0..<text.bytes.count)
            #expect(String(decoding: written, as: UTF8.self) == vector.canonical)
        }
    }

    @Test(arguments: [#"{"a":1, "a":1}"#, #"{"a":1,"a":1}"#, "[1e999999999999999]"])
    func `what has no canonical form stays as it stands`(value: String) {
        #expect(Array(json(value).canonicalText(of: 0..<value.utf8.count)) == Array(value.utf8))
    }

    @Test(arguments: [("a", "a"), (#"\u0061"#, "a"), (#"a\"b"#, "a\"b"), ("", "")])
    func `a key is what it says`(key: String, said: String) {
        let text = json(#"{"\#(key)":1}"#)
        #expect(Array(text.keyText(of: 2..<(2 + key.utf8.count))) == Array(said.utf8))
    }
}
