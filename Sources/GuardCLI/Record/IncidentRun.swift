import GuardCore
import GuardSystem
import TerraformPlan

/// What `tfguard incident` is to do.
struct IncidentOptions: Equatable, Sendable {
    enum Format: String, CaseIterable, Sendable {
        case markdown
        case json
    }

    /// A line of the record; nil for the last run that lost something.
    var line: Int?
    var format = Format.markdown
    /// A copy of a record, in the record's place.
    var file: String?
}

/// `tfguard incident`: writes a report on one run, filled from the record.
struct IncidentRun: Sendable {
    let options: IncidentOptions
    let environment: Environment

    func run() throws(Refusal) -> ExitStatus {
        let contents =
            if let file = options.file {
                try RecordContents(file: file)
            } else {
                try RecordContents(try recordPlace(environment))
            }
        let runs = RecordedRun.all(in: contents.lines)
        let report = IncidentReport(try chosen(among: runs), among: runs)
        let bytes =
            switch options.format {
            case .json: report.json
            case .markdown: Array(report.markdown.utf8)
            }
        try refusing { () throws(SystemError) in try StandardStream.output.write(bytes) }
        return .success
    }

    private func chosen(among runs: [RecordedRun]) throws(Refusal) -> RecordedRun {
        guard let line = options.line else {
            if let last = IncidentReport.last(of: runs) { return last }
            throw .usage(
                "No run lost anything",
                runs.isEmpty
                    ? "The record has no run yet."
                    : "None of the \(runs.count) runs in the record did. For a report on one of them, "
                        + "give its line: tfguard log lists them.")
        }
        guard
            let found = runs.first(where: {
                $0.number == line || $0.outcome?["number"]?.number == line
            })
        else {
            throw .usage("No such run", "The record has no run at that line: see tfguard log.")
        }
        return found
    }
}
