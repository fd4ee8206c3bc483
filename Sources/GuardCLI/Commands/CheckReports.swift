import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// What is left of a plan once it has been judged.
struct CheckedInput: Sendable {
    let summary: PlanSummary
    /// Its part of every report, in their order.
    let parts: [[UInt8]]
    let status: ExitStatus
    let diagnostics: [Diagnostic]
}

/// The reports of one `tfguard check`: one on standard output, and those of `-output`.
struct CheckReports: Sendable {
    private struct Report: Sendable {
        let format: ReportFormat
        let manner: ReportManner
        /// Nil for standard output.
        let file: FilePath?
    }

    private let reports: [Report]

    var formats: [ReportFormat] { reports.map(\.format) }

    /// Finds out where the reports go, before anything is judged.
    ///
    /// - Throws: a refusal where one would overwrite what must not be lost, or another report.
    init(
        _ options: CheckOptions, of plans: [PlanInput], in module: RootModule,
        environment: Environment
    ) throws(Refusal) {
        let console = Console(.output, environment: environment, hasColor: !options.noColor)
        // A folder with one plan in it may have two tomorrow.
        let isAlone = options.plans.map { ByteString($0) } == plans.map(\.name) && plans.count == 1
        var manner = ReportManner(
            width: console.width, style: console.style, isAlone: isAlone,
            failsOn: options.failsOn)
        var reports = [Report(format: options.format, manner: manner, file: nil)]
        manner.width = 80
        manner.style = .plain
        // Finding them costs as much as a small plan.
        lazy var protected = ProtectedFiles(of: module, policies: options.policies)
        for output in options.outputs {
            let file = try Self.file(
                output, besides: protected, plans, and: reports.compactMap(\.file))
            reports.append(Report(format: output.format, manner: manner, file: file))
        }
        self.reports = reports
    }

    private static func file(
        _ output: ReportOutput, besides protected: ProtectedFiles, _ plans: [PlanInput],
        and others: [FilePath]
    ) throws(Refusal) -> FilePath {
        guard let file = FilePath(output.file) else {
            throw .usage("-output names no file", "Name another one.")
        }
        let directory = try refusing { () throws(SystemError) in try FilePath.currentDirectory() }
        try protected.refuse(file.bytes, of: "-output", relativeTo: directory)
        guard !others.contains(file) else {
            throw .usage("Two reports in \(file)", "Give each -output a file of its own.")
        }
        // The same file under another name is the same file.
        let identity = try? file.facts().identity
        for case .file(let plan) in plans {
            guard plan == file || (identity != nil && (try? plan.facts().identity) == identity)
            else { continue }
            throw .usage(
                "-output would overwrite the plan \(plan)", "Give the report a file of its own.")
        }
        return file
    }

    /// What the reports say of one plan.
    func parts(on plan: CheckedPlan) -> [[UInt8]] {
        reports.map { reportPart(on: plan, as: $0.format, $0.manner) }
    }

    /// Writes the reports.
    ///
    /// - Throws: a refusal where one cannot be written: a verdict that could not be delivered is
    ///   none.
    func write(_ plans: [CheckedInput]) throws(Refusal) {
        let summaries = plans.map(\.summary)
        for (number, report) in reports.enumerated() {
            let bytes = GuardCLI.report(
                of: plans.map { $0.parts[number] }, on: summaries, as: report.format,
                report.manner)
            try refusing { () throws(SystemError) in
                if let file = report.file {
                    try FileDescriptor.replace(file).write(bytes)
                } else {
                    try StandardStream.output.write(bytes)
                }
            }
        }
    }
}
