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
        #expect(text.contains(": `ada` in `/srv/live`, no environment. Decided:"), "\(text)")
        #expect(text.hasSuffix("Serial 41 of lineage `l-1`, in `state`.\n"), "\(text)")
    }

    @Test func `says that there was no state where there was none`() {
        let text = markdown(state: #"{"lineage":"","serial":0,"location":"state"}"#)
        #expect(text.hasSuffix("There was no state before, in `state`.\n"), "\(text)")
    }

    @Test func `ends what the catalog says once`() {
        let known =
            #"{"address":"a_b.c","effects":["delete"],"recovery":"From a snapshot."}"#
        let unknown = #"{"address":"a_b.d","effects":["delete"],"recovery":null}"#
        let text = markdown(state: state, losses: "[\(known),\(unknown)]")
        #expect(text.contains("Recovery: From a snapshot.\n"), "\(text)")
        #expect(text.contains("Recovery: the catalog knows none.\n"), "\(text)")
    }

    @Test func `the last incident is the last run that lost something`() {
        func run(_ number: Int, losing: Bool, _ outcome: String) -> RecordedRun {
            let losses = losing ? #"[{"address":"a_b.c","effects":["delete"]}]"# : "[]"
            return RecordedRun(
                number: number,
                intent: JSONText(bytes: Array(#"{"losses":\#(losses)}"#.utf8)).value,
                outcome: JSONText(bytes: Array(outcome.utf8)).value)
        }
        let runs = [
            run(1, losing: true, #"{"status":0}"#), run(3, losing: true, #"{"status":1}"#),
            run(5, losing: true, #"{"started":false}"#), run(7, losing: false, #"{"status":1}"#),
            run(9, losing: false, #"{"status":0}"#),
        ]
        #expect(IncidentReport.last(of: runs)?.number == 3)
        #expect(IncidentReport.last(of: [runs[3], runs[4]]) == nil)
    }

    // MARK: What it asks

    /// An incident in production, with runs before and after it.
    private func incident() -> IncidentReport {
        func run(_ number: Int, _ intent: String, _ outcome: String) -> RecordedRun {
            RecordedRun(
                number: number, intent: JSONText(bytes: Array(intent.utf8)).value,
                outcome: JSONText(bytes: Array(outcome.utf8)).value)
        }
        let who = #""user":"ada","host":"laptop","machine":"c0ffee","machine_is_new":true"#
        let runs = [
            run(
                1, #"{"who":{"principal":"arn:role/admin"},"environments":["staging"]}"#,
                #"{"status":0,"time":"2026-03-01T01:00:00Z"}"#),
            run(
                3,
                #"{"time":"2026-03-01T02:00:00Z","who":{\#(who),"principal":"arn:role/admin","#
                    + #""principal_by":"identity command"},"command":["terraform","destroy"],"#
                    + #""directory":"/srv/live","decision":"confirm","environments":["production"],"#
                    + #""place":"p","state":{"lineage":"l-1","serial":41,"resources":7,"#
                    + #""location":"s3://courses/prod"},"losses":[{"address":"a_b.c","#
                    + #""identity":"courses-prod","effects":["delete"]}]}"#,
                #"{"status":0,"time":"2026-03-01T02:01:00Z","state":{"resources":0}}"#),
            run(
                5, #"{"place":"p","losses":[]}"#,
                #"{"status":1,"time":"2026-03-01T02:20:00Z","state":{"resources":2}}"#),
            run(
                7, #"{"place":"p","losses":[]}"#,
                #"{"status":0,"time":"2026-03-01T02:41:00Z","state":{"resources":7}}"#),
        ]
        return IncidentReport(runs[1], among: runs)
    }

    /// Every row of a report: its field, its question, and what the record knows of it.
    static let rows: [(key: String, question: String, answer: String?)] = [
        (
            "laptop_fingerprint", "Laptop fingerprint",
            "c0ffee (laptop), never seen before for this state"
        ),
        ("effective_principal", "Effective principal", "arn:role/admin (by identity command)"),
        (
            "same_permissions", "Production had the same permissions as staging",
            "yes: arn:role/admin in both, the last time"
        ),
        (
            "delete_call", "The exact delete call",
            "terraform destroy: delete courses-prod (a_b.c)"
        ),
        (
            "rollback_minutes", "Rollback time in minutes",
            "40, until the state held 7 resources again (line 7)"
        ),
        ("after_the_bad_write", "What production did after the bad write", nil),
        ("retried_for", "For how long it retried", nil),
        ("retry_owner", "Who owns the retry", nil),
        ("called", "Who was called", nil),
        ("contact_method", "By which contact method", nil),
        ("minutes_to_answer", "Minutes to answer", nil),
        ("person_was_wrong", "Was that person wrong", nil),
        ("second_failure", "Second failure caused by the first fix", "line 5, status 1"),
        ("worst_moment", "The operator's worst moment, with a timestamp", nil),
    ]

    @Test func `asks everything that has to be known of an incident, and answers what it knows`() {
        let report = incident()
        #expect(report.rows.map(\.key) == Self.rows.map(\.key))
        #expect(report.rows.map(\.question) == Self.rows.map(\.question))
        let text = report.markdown.replacing("\n  ", with: " ")
        let json = JSONText(bytes: report.json).value
        for row in Self.rows {
            #expect(json[ByteString(row.key)]?.text == row.answer, "\(row.key)")
            if let answer = row.answer {
                #expect(!answer.isEmpty)
            } else {
                // Left visibly empty, with what may be chosen.
                #expect(text.contains("- **\(row.question):** ____"), "\(text)")
            }
        }
        #expect(text.contains("quiet retry / cascade / failed closed / noticed minutes or hours"))
        #expect(text.contains("app / database / load balancer / human / nobody"))
        #expect(text.contains("yes / no / nobody can say"))
        #expect(json["go_back_to"]?["serial"]?.number == 41)
        #expect(json["losses"]?.elements.count == 1)
        #expect(json["line"]?.number == 3)
    }

    @Test func `fits 80 columns, and escapes no more than it has to`() {
        let text = incident().markdown
        for line in text.split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
        #expect(!text.contains("\\"), "\(text)")
        #expect(text.contains("call:** `terraform destroy`: delete `courses-prod`"), "\(text)")
    }

    @Test func `what others wrote is neither markup nor a new row`() throws {
        let name = "x|y` <script>@team\u{1b}[2J\n| a | b |"
        var json = JSONWriter()
        json.object { json in
            json.member("address", name)
            json.member("identity", "- # 1. [link](http://evil) " + name)
            json.member("effects", texts: ["delete"])
        }
        let loss = String(decoding: json.bytes, as: UTF8.self)
        let text = markdown(state: state, losses: "[\(loss)]")
        #expect(!text.contains("\u{1b}"))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("- **") }
        #expect(rows.count == Self.rows.count, "\(text)")
        for line in text.split(separator: "\n") {
            #expect(!line.hasPrefix("- #") && !line.hasPrefix("#  "), "\(text)")
        }
        // All of it stands in code.
        let outside = text.replacing(/``.*?``/.dotMatchesNewlines(), with: "")
        #expect(!outside.contains("<script>"), "\(text)")
        #expect(!outside.contains("@team"), "\(text)")
    }
}
