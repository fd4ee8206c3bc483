import TerraformPlan
import Testing

@testable import GuardCLI

/// What the report of an incident says where the record knows less, or says it in sentences.
@Suite struct IncidentReportTests {
    private func markdown(state: String, losses: String = "[]") -> String {
        let text =
            #"{"time":"2026-03-01T02:00:00Z","who":{"user":"ada"},"directory":"/srv/live","#
            + #""decision":"confirm","environments":[],"state":\#(state),"losses":\#(losses)}"#
        let run = RecordedRun(number: 7, intent: JSONText(bytes: Array(text.utf8)).value)
        return IncidentReport(run, among: [run]).markdown
    }

    private let state = #"{"lineage":"l-1","serial":41,"location":"state"}"#

    @Test func `names the serial to go back to, and no environment where there was none`() {
        let text = markdown(state: state)
        #expect(text.contains("ada in /srv/live, no environment. Decided: confirm."), "\(text)")
        #expect(text.hasSuffix("Serial 41 of lineage l-1, in state.\n"), "\(text)")
    }

    @Test func `says that there was no state where there was none`() {
        let text = markdown(state: #"{"lineage":"","serial":0,"location":"state"}"#)
        #expect(text.hasSuffix("There was no state before, in state.\n"), "\(text)")
    }

    @Test func `ends what the catalog says once`() {
        let known =
            #"{"address":"a_b.c","effects":["delete"],"recovery":"From a snapshot."}"#
        let unknown = #"{"address":"a_b.d","effects":["delete"],"recovery":null}"#
        let text = markdown(state: state, losses: "[\(known),\(unknown)]")
        #expect(text.contains("Recovery: From a snapshot.\n"), "\(text)")
        #expect(text.contains("Recovery: the catalog knows none.\n"), "\(text)")
    }
}
