import Testing

@testable import TerraformPlan

/// What is given instead of a plan's JSON, recognised by how it begins.
@Suite struct OtherFormatsTests {
    private static let plan = Array(TerraformPlanTests.plan().utf8)

    private static func wide(_ order: (UInt8) -> [UInt8]) -> [UInt8] { plan.flatMap(order) }

    private static let documents: [(String, [UInt8], PlanError.Reason)] = [
        ("nothing", [], .empty),
        ("white space", Array(" \n\t\r\n".utf8), .empty),
        ("UTF-8 with a byte order mark", [0xef, 0xbb, 0xbf] + plan, .byteOrderMark),
        ("UTF-16, little endian, with a mark", [0xff, 0xfe] + wide { [$0, 0] }, .utf16),
        ("UTF-16, big endian, with a mark", [0xfe, 0xff] + wide { [0, $0] }, .utf16),
        ("UTF-16, little endian", wide { [$0, 0] }, .utf16),
        ("UTF-16, big endian", wide { [0, $0] }, .utf16),
        ("UTF-32 with a mark", [0xff, 0xfe, 0, 0] + wide { [$0, 0, 0, 0] }, .utf32),
        ("UTF-32, big endian", [0, 0, 0xfe, 0xff] + wide { [0, 0, 0, $0] }, .utf32),
        ("a saved plan", [0x50, 0x4b, 0x03, 0x04, 0x14], .savedPlanFile),
        ("a plan of Terraform 0.11", Array("tfplan\u{2}".utf8), .legacyPlanFile),
        ("a table", Array("Changes to Outputs:\n".utf8), .notJSON),
        ("YAML", Array("resource_changes:\n- address: a\n".utf8), .notJSON),
        ("a word that begins like a literal", Array("terraform\n".utf8), .notJSON),
        ("null", Array("null".utf8), .notAnObject),
        ("an array", [.leftBracket] + plan + [.rightBracket], .notAnObject),
        ("a string", Array(#""plan""#.utf8), .notAnObject),
        ("a number", Array("-12".utf8), .notAnObject),
        ("zeros", [0, 0, 0, 0, 0, 0, 0, 0], .notJSON),
    ]

    @Test(arguments: documents.indices)
    func `names what is given by mistake`(index: Int) {
        let (name, bytes, reason) = Self.documents[index]
        for size in [1, 2, 3, 64, 4096] {
            let error = refusal(bytes, Delivery(chunkSize: size, windowSize: size))
            #expect(error?.reason == reason, "\(name)")
        }
    }

    @Test func `says what to do about PowerShell's UTF-16`() throws {
        let error = try #require(refusal([0xff, 0xfe] + Self.wide { [$0, 0] }))
        #expect(error.description.contains("UTF-16"))
        #expect(error.description.contains(#"cmd /c "terraform show -json PLAN > plan.json""#))
    }
}
