import Testing

@testable import TerraformPlan

/// Strings are found by what they are, few or many.
@Suite struct ByteStringTableTests {
    @Test(arguments: [0, 1, 8, 9, 32, 33, 1_000])
    func `every string has the place at which it came, and comes once`(count: Int) {
        var table = ByteStringTable()
        let strings = (0..<count).map { ByteString("aws_type_\($0)") }
        for (number, string) in strings.enumerated() {
            let (place, isNew) = table.insert(string)
            #expect(place == number && isNew)
        }
        for (number, string) in strings.enumerated() {
            let (place, isNew) = table.insert(string)
            #expect(place == number && !isNew)
            #expect(table.place(of: string) == number)
        }
        #expect(table.strings == strings)
        #expect(table.place(of: "aws_type") == nil)
        #expect(table.place(of: "") == nil)
    }
}
