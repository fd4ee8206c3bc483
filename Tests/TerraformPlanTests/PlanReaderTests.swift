import Testing

@testable import TerraformPlan

@Suite struct PlanReaderTests {
    @Test func `keeps a delete with its values, and counts a no-op`() throws {
        let plan = try read(
            plan(
                with: #""terraform_version":"1.11.4""#,
                #""resource_changes":[\#(row()),\#(row("b", actions: #"["no-op"]"#))]"#))
        #expect(plan.terraformVersion == "1.11.4")
        #expect(plan.noOpCount == 1)
        let change = try #require(plan.changes.first)
        #expect(plan.changes.count == 1)
        #expect(change.address == "aws_instance.a")
        #expect(change.actions == [.delete])
        #expect(change.before == JSONText(bytes: Array(#"{"id":"i-1"}"#.utf8)))
        #expect(change.after == JSONText(bytes: Array("null".utf8)))
        #expect(change.afterUnknown == nil)
    }

    @Test(arguments: [
        #","deposed":"deadbeef""#, #","previous_address":"aws_instance.old""#,
    ])
    func `keeps a no-op that is more than one`(member: String) throws {
        let plan = try read(
            plan(with: #""resource_changes":[\#(row(actions: #"["no-op"]"#, member))]"#))
        #expect(plan.changes.count == 1)
        #expect(plan.noOpCount == 0)
    }

    @Test func `keeps a no-op that imports`() throws {
        let row = row(actions: #"["no-op"]"#, change: #","importing":{"id":"x"}"#)
        let plan = try read(plan(with: #""resource_changes":[\#(row)]"#))
        #expect(plan.changes.map(\.importing) == [JSONText(bytes: Array(#"{"id":"x"}"#.utf8))])
    }
}
