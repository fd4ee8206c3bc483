import Testing

@testable import TerraformPlan

/// The tree of a text that nobody has checked, such as what a folder's `.terraform` holds.
@Suite struct JSONTextTests {
    private func value(_ text: String) -> JSONValue {
        JSONText(bytes: Array(text.utf8)).value
    }

    @Test(arguments: [
        "\"\\", "{\"a\\", "{\"a\":\"\\", "[\"\\u00", "{\"a\":\"\\u", "\\", "]", "{\"a\":",
    ])
    func `a text that ends anywhere is read to its end`(text: String) {
        _ = value(text)
        _ = value(text)["a"]
    }

    @Test func `what nests deeper than a stack is empty`() {
        for (opening, closing) in [("[", "]"), ("{\"a]\":", "}")] {
            let nested = { (depth: Int) in
                String(repeating: opening, count: depth) + "1"
                    + String(repeating: closing, count: depth)
            }
            let core = opening == "[" ? JSONValue.array([]) : .object([])
            for (depth, innermost) in [(9_999, JSONValue.number("1")), (10_000, core)] {
                var found = value("[\(nested(depth)),2]")
                #expect(part(of: found, 1) == .number("2"))
                for _ in 0..<10_000 { found = part(of: found, 0) ?? .null }
                #expect(found == innermost)
            }
            #expect(part(of: value("[\(nested(100_000)),2]"), 1) == .number("2"))
        }
    }

    private func part(of value: JSONValue, _ number: Int) -> JSONValue? {
        switch value {
        case .array(let elements): elements.indices.contains(number) ? elements[number] : nil
        case .object(let members): members.indices.contains(number) ? members[number].value : nil
        case .null, .bool, .number, .string: nil
        }
    }
}
