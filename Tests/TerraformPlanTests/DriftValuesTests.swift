import Testing

@testable import TerraformPlan

/// Of drift a judgement needs the objects, and the values of those that are gone.
@Suite struct DriftValuesTests {
    private func drift(
        _ rows: String, keeping values: DriftValues
    ) throws(PlanReadingError<Never>) -> [ResourceChange] {
        var source = ChunkedSource(
            Array(
                (#"{"format_version":"1.2","planned_values":{},"configuration":{},"#
                    + #""resource_drift":[\#(rows)],"resource_changes":[]}"#).utf8))
        return try readPlan(from: &source, keeping: values).drift
    }

    private func row(_ action: String, before: String) -> String {
        #"{"address":"a.\#(action)","type":"a","name":"\#(action)","provider_name":"p","#
            + #""change":{"actions":["\#(action)"],"before":\#(before),"after":null}}"#
    }

    @Test func `are kept of what is gone, and of other objects where all are asked for`() throws {
        let rows = row("update", before: #"{"n":1}"#) + "," + row("delete", before: #"{"n":2}"#)
        let all = try drift(rows, keeping: .all)
        #expect(all.map { $0.before?.bytes.count } == [7, 7])
        let losses = try drift(rows, keeping: .ofLosses)
        #expect(losses.map(\.before) == [nil, all[1].before])
        #expect(losses.map(\.address) == all.map(\.address))
        #expect(losses.map(\.actions) == [[.update], [.delete]])
    }

    @Test(arguments: [#"{"n":1,"n":2}"#, #""\ud800""#, "{"])
    func `are checked whether or not they are kept`(before: String) {
        for values in [DriftValues.all, .ofLosses] {
            #expect(throws: PlanReadingError<Never>.self) {
                try drift(row("update", before: before), keeping: values)
            }
        }
    }
}
