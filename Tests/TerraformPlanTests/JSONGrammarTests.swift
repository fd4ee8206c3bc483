import Testing

@testable import TerraformPlan

/// A value in JSON or nearly so, named for what is special about it.
struct Specimen: CustomStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ text: String) {
        self.name = name
        bytes = Array(text.utf8)
    }

    init(_ name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    var description: String { name }
}

/// Where in a plan a value can stand.
private struct Place {
    let name: String
    let before: String
    let after: String

    func document(with specimen: Specimen, padding: Int = 0) -> [UInt8] {
        Array(before.utf8) + Array(repeating: .space, count: padding) + specimen.bytes
            + Array((after + end).utf8)
    }
}

private let places = [
    Place(name: "alone in what is skipped", before: #"{"checks":"#, after: ","),
    Place(name: "in an array that is skipped", before: #"{"checks":["#, after: "],"),
    Place(name: "in an object that is skipped", before: #"{"checks":{"k":"#, after: "},"),
    Place(name: "at the front of an array", before: #"{"checks":["#, after: ",null],"),
    Place(name: "at the end of an array", before: #"{"checks":[{},"#, after: "],"),
    Place(
        name: "in the values of a row",
        before: #"{"resource_drift":[{"type":"t","change":{"actions":["update"],"after":["#,
        after: "]}}],"),
    Place(name: "as a variable", before: #"{"variables":{"v":{"value":"#, after: "}},"),
    Place(name: "under a key that nobody knows", before: #"{"z":"#, after: ","),
]

private let end = #""format_version":"1.0","planned_values":{},"configuration":{}}"#

/// Every way of skipping, with all of the document there at once.
private let wholeDeliveries = SkipMethod.allCases.map { Delivery(windowSize: 2048, method: $0) }

/// The same, and with pieces that fall apart everywhere.
private let deliveries =
    wholeDeliveries
    + SkipMethod.allCases.flatMap { method in
        [(1, 1), (7, 16), (64, 64), (3, 200)].map {
            Delivery(chunkSize: $0.0, windowSize: $0.1, method: method)
        }
    }

/// RFC 8259, rule by rule: what it allows is read, wherever it stands and however it arrives.
@Suite struct JSONGrammarTests {
    @Test(arguments: accepted)
    func `accepts what the grammar allows`(specimen: Specimen) {
        for place in places {
            for delivery in deliveries {
                let error = refusal(place.document(with: specimen), delivery)
                #expect(error == nil, "\(place.name), \(delivery)")
            }
        }
        // So that what is special lands at every place of a block of 64 bytes.
        for padding in 1..<66 {
            let document = places[2].document(with: specimen, padding: padding)
            for delivery in wholeDeliveries {
                #expect(refusal(document, delivery) == nil, "\(padding) spaces, \(delivery)")
            }
        }
    }

    /// Every way finds the same fault in the same place.
    @Test(arguments: rejected)
    func `refuses what the grammar does not allow`(specimen: Specimen) {
        for place in places {
            let document = place.document(with: specimen)
            let first = refusal(document, deliveries[0])
            #expect(first != nil, "\(place.name)")
            for delivery in deliveries {
                #expect(refusal(document, delivery) == first, "\(place.name), \(delivery)")
            }
        }
        for padding in 1..<66 {
            let document = places[2].document(with: specimen, padding: padding)
            let first = refusal(document, wholeDeliveries[0])
            #expect(first != nil, "\(padding) spaces")
            for delivery in wholeDeliveries.dropFirst() {
                #expect(refusal(document, delivery) == first, "\(padding) spaces, \(delivery)")
            }
        }
    }

    // Not valid by the grammar only, so it is refused where it is kept and nowhere else.
    @Test(arguments: [
        #""\uD800""#, #""\uDC00""#, #""\uD800\u0041""#, #""\uD800x""#, #""\uDC00\uD800""#,
    ])
    func `accepts half a surrogate pair only where it is passed over`(text: String) {
        #expect(refusal(plan(with: #""checks":[\#(text)]"#)) == nil)
        #expect(
            refusal(plan(with: #""variables":{"v":{"value":\#(text)}}"#))?.reason == .loneSurrogate)
    }

    @Test(arguments: ["", " ", "\n\n\t", "{", "}", "[", "nul", "\"", "1", "[]", "\"a\"", "true"])
    func `refuses a document that is no object`(text: String) {
        for delivery in deliveries { #expect(refusal(text, delivery) != nil, "\(delivery)") }
    }

    @Test(arguments: ["{}", ",", "0", "x", "\u{0}", "}", "]", "\u{feff}", "// end", "{\"a\":1}"])
    func `refuses anything after the end`(junk: String) {
        for delivery in deliveries {
            #expect(refusal(plan() + junk, delivery)?.reason == .trailingData, "\(delivery)")
            #expect(refusal(plan() + " \n" + junk, delivery)?.reason == .trailingData)
        }
    }

    @Test func `accepts white space after the end`() {
        for delivery in deliveries { #expect(refusal(plan() + " \r\n\t\n", delivery) == nil) }
    }
}

private let accepted: [Specimen] =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "10", "123456789", "0.0", "-0.5", "1.25",
        "0e0", "1e1", "1E1", "1e+1", "1e-1", "1.5E+10", "-0.0e-0", "1e400", "1e00009",
        "123456789012345678901234567890123456789012", "0.000000000000000000000000000000000001",
        #""""#, #"" ""#, #""abc""#, #""\"""#, #""\\""#, #""\/""#, #""\b\f\n\r\t""#, #""\u0000""#,
        #""\u00e9\u00E9""#, #""\ud83d\ude00""#, #""\uD83D\uDE00""#, #""\\u0000""#, #""\\\\\"""#,
        #""[{,:}]""#, #""\\\"{""#, #""/""#, "\"\u{7f}\"", "\"é\"", "\"€\"", "\"😀\"", "\"\u{feff}\"",
        "\"\u{2028}\u{2029}\"", "\"\u{fffe}\u{ffff}\u{10ffff}\"", "\"\u{202e}\"", "\"\u{80}\"",
        "\"\u{7ff}\u{800}\u{d7ff}\u{e000}\u{10000}\"",
        "[]", "{}", "[ ]", "{ }", "[\n]", "{\t}", "[[]]", "[{}]", #"{"":[]}"#, #"{"a":{}}"#,
        "[1]", "[1,2]", "[ 1 , 2 ]", "[null,true,false]", #"["a","b"]"#, #"["a"]"#,
        #"{"a":1}"#, #"{"a":1,"b":2}"#, #"{ "a" : 1 , "b" : 2 }"#, #"{"a":"b"}"#,
        #"{"a":"b","c":"d"}"#,
        #"{"\u0061":1}"#, #"{"a\"b":1}"#, #"{"[":"]","}":"{",":":",",",":":"}"#,
        #"[["a",{"b":["c"]}],{"d":{"e":[]}}]"#, "[[[[[[[[[[]]]]]]]]]]", "[0,-1,2.5,1e3]",
        "[[],[],{},{}]", #"[{"a":[]},{"b":{}}]"#, "\r\n[\r\n1\r\n,\r\n2\r\n]\r\n", "[1\t]",
        "[true ]",
        #"{"a" :true ,"b": false}"#,
        // As JSONTestSuite's y_ cases have them.
        "123.456e78", "1E-2", "0e+1", "20e1", #""\u0012""#, #""\uFFFF""#, #""\u005C\u0022""#,
        #""\uDBFF\uDFFE""#, #""a/*b*/c/*d//e""#, #"{"":0}"#, #"{"foo\u0000bar": 42}"#,
        #"[null, 1, "1", {}]"#, "{\n\"a\": \"b\"\n}",
    ].map { Specimen($0, $0) } + [
        Specimen("a key of 200 letters", #"{"\#(String(repeating: "k", count: 200))":1}"#),
        Specimen("a string of 300 letters", "\"\(String(repeating: "s", count: 300))\""),
        Specimen("a string of 100 backslashes", "\"\(String(repeating: #"\\"#, count: 100))\""),
        Specimen(
            "65 backslashes and a quote", "\"\(String(repeating: #"\\"#, count: 65))\\\"\""),
        Specimen("a string of escaped quotes", "\"\(String(repeating: #"\""#, count: 70))\""),
        Specimen("200 digits", String(repeating: "9", count: 200)),
        Specimen("200 digits behind the point", "0." + String(repeating: "0", count: 200)),
        Specimen("200 spaces between", "[\(String(repeating: " ", count: 200))]"),
        Specimen(
            "200 line breaks between", "{\(String(repeating: "\n", count: 200))\"a\":1}"),
        Specimen("200 letters of two bytes", "\"\(String(repeating: "é", count: 200))\""),
        Specimen("200 letters of three bytes", "\"\(String(repeating: "漢", count: 200))\""),
        Specimen("200 letters of four bytes", "\"\(String(repeating: "😀", count: 200))\""),
        Specimen(
            "150 levels",
            String(repeating: "[{\"a\":", count: 75) + "1" + String(repeating: "}]", count: 75)),
        Specimen(
            "700 levels",
            String(repeating: "[", count: 700) + String(repeating: "]", count: 700)),
    ]

private let rejected: [Specimen] =
    [
        // Literals and numbers.
        "nul", "nulll", "Null", "NULL", "tru", "True", "truefalse", "falsey", "fals", "n", "t", "f",
        "NaN", "Infinity", "-Infinity", "-", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e5",
        "1e",
        "1e+", "1E-", "1.2.3", "1e1.5", "1e1e1", "0x1", "1a", "1_000", "--1", "1-2", "1+2", "0b1",
        "1d",
        "-a", "1,", "1 2", "１", "undefined", "1e5x", "1\u{0}", "-0x", "0.0.0",
        // Strings.
        "\"a", "'a'", "a\"", #""\"#, #""\x41""#, #""\a""#, #""\0""#, #""\'""#, #""\u""#, #""\u1""#,
        #""\u12""#, #""\u123""#, #""\u123g""#, #""\U0041""#, #""\u{41}""#, #""\ u0041""#, "\"\t\"",
        "\"\n\"",
        "\"\r\"", "\"\u{0}\"", "\"\u{1f}\"", "\"\u{8}\"", "\"\\\n\"", "\"\\\u{e9}\"", #""a""b""#,
        #""a" "b""#,
        #""a"1"#, #"1"a""#, #"\"a\""#, #"\u0061"#, #""\\\""#, "\"a\\\u{0}\"",
        // Arrays.
        "[", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[\"a\" \"b\"]", "[1:2]",
        "[\"a\":1]", "[}",
        "[1}", "[[]", "[]]", "[{]", "[{]}", "[\"a\",]", "[1,2,]", "[;]", "[a]", "[\u{a0}]",
        "[\u{c}]",
        "[\u{b}]", "[\u{feff}1]", "[1]1", "[]{}", "[][]", "[1][2]", "[true false]", "[null,:]",
        "[:]",
        "[\"a\":]", "[//]", "[/**/]", "[1,\n]", "[#]", "[\u{2028}]", "[[1,2]3]", "[\"a\",\"b\":1]",
        // Objects.
        "{", "{1", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\"}", "{\"a\":}",
        "{\"a\":1,}", "{,}", "{,\"a\":1}",
        "{\"a\":1,,\"b\":2}", "{\"a\":1 \"b\":2}", "{\"a\" 1}", "{\"a\",1}", "{\"a\"::1}",
        "{\"a\":1:2}", "{\"a\":\"b\":1}",
        "{a:1}", "{1:2}", "{null:1}", "{[]:1}", "{{}:1}", "{'a':1}", "{\"a\":1]", "{]", "{\"a\":[}",
        "{\"a\":{]}",
        "{\"a\":1}}", "{\"a\":1}1", "{\"a\":1}\"b\"", "{:1}", "{\"a\":1;\"b\":2}", "{\"a\"=1}",
        "{\"a\":1,\"b\"}",
        "{\"a\":1,2}", "{\"a\":1,[]}", "{\"a\":1,{}}", "{\"a\":1,true}", "{\"a\"\"b\"}", "{true}",
        "{\"a\":1,\"b\",}",
        "{\"a\":[1,2}]", "{\"a\":[1,2},\"b\":1]", "{\"a\" \"b\":1}", "{[1]}", "{{}}",
        "{\"a\":1,:2}", "{}1",
        "{\"a\":{}{}}", "{\"a\":[][]}", "{\"a\":1,\"b\":[\"c\":1]}",
        // As JSONTestSuite's n_ cases have them.
        "++1234", "-NaN", "+Inf", "-1.0.", ".-1", "2.e-3", "0.3e+", "9.e+", "1eE2", "0e+-1", "- 1",
        "1.2a-3", "1ea", "1 000.0", "-123.123foo", "2@", "*", "<null>", "[1 true]", "[3[4]]",
        "[\"\",]", "[   , \"\"]", "[1]x", "1]", "[,", "[{}", "[ true, fals", "[ false, nul",
        #"["x", truth]"#, #"[\u0020"asd"]"#, #""\uD834\uDd""#, #""\uD800\u1x""#, #""\uqqqq""#,
        #""\🌀""#, "\"\\\t\"", #"{"x", null}"#, #"{"a" b}"#, #"{"id":0,,,,,}"#, "{null:null}",
        #"{"a":"b"}/**/"#, #"{"a":"b"}//"#, #"{"a":"b"}#"#, #"{"a":/*comment*/"b"}"#,
        "{9999E9999:1}",
        "{🇨🇭}", "[\u{2060}]", "aå", #"["\{["\{"#,
    ].map { Specimen($0, $0) }
    + [
        // UTF-8 (RFC 3629): stray, short, overlong, surrogates, too large.
        [0x80], [0xbf], [0xc0, 0x80], [0xc1, 0xbf], [0xc2], [0xc2, 0x20], [0xc2, 0xc2],
        [0xe0, 0x80, 0x80],
        [0xe0, 0x9f, 0xbf], [0xe1, 0x80], [0xe1, 0x80, 0x20], [0xe1, 0x20, 0x80],
        [0xed, 0xa0, 0x80],
        [0xed, 0xbf, 0xbf], [0xef, 0xbf], [0xf0, 0x80, 0x80, 0x80], [0xf0, 0x8f, 0xbf, 0xbf],
        [0xf0, 0x90, 0x80], [0xf1, 0x80, 0x80, 0x20], [0xf1, 0x20, 0x80, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xf5, 0x80, 0x80, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xfe], [0xff],
        [0xc3, 0xa9, 0xa9],
        [0xe2, 0x82, 0xac, 0x80], [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80],
    ].map { bytes in
        Specimen("bytes \(bytes) in a string", bytes: [.quote] + bytes + [.quote])
    }
    + [
        Specimen("a byte order mark", bytes: [0xef, 0xbb, 0xbf, 0x31]),
        Specimen("letters of two bytes outside", "é"),
        Specimen("200 digits and a letter", String(repeating: "9", count: 200) + "x"),
        Specimen("a fault after 300 letters", "\"\(String(repeating: "s", count: 300))\u{1}\""),
        Specimen("a fault in the 90th level", String(repeating: "[", count: 90) + "}"),
        Specimen(
            "closed with the wrong kind 90 levels up",
            "{\"a\":" + String(repeating: "[", count: 90) + String(repeating: "]", count: 89) + "}]"
        ),
        Specimen(
            "a comma too many after 100 elements", "[" + String(repeating: "1,", count: 100) + "]"),
    ]
