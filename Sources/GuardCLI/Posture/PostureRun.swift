import Diagnostics
import GuardCore
import GuardSystem
import TerraformPlan

/// `tfguard posture`: counts what decides whether an incident can happen.
///
/// It runs no program and asks nobody: it reads the configuration, the policy, the pins and a state.
struct PostureRun: Sendable {
    let options: PostureOptions
    let environment: Environment

    func run() throws(Refusal) -> ExitStatus {
        let module = try RootModule(chdir: options.folder, environment: environment)
        let survey = try refusing { () throws(SystemError) in
            try ConfigurationSurvey(in: module.directory)
        }
        guard !survey.isEmpty || options.state != nil else {
            throw .usage(
                "No configuration here",
                "\(module.directory) holds no file of Terraform's. Name the root module's folder: "
                    + "tfguard posture live/prod.")
        }
        let (policy, warnings) = try loadPolicy(for: module.directory, extra: options.policies)
        Console(.error, environment: environment, hasColor: !options.noColor).write(warnings)
        let state = try knownState(options.state, of: module, survey)

        var facts = RunFacts(
            actors: [.human], workspace: module.workspace,
            directory: ByteString(bytes: module.directory.bytes), now: .now)
        facts.plannedState = PlannedState(
            backend: survey.backend.map { ByteString($0.name) } ?? module.backend,
            backendSettings: survey.backendSettings ?? module.backendSettings)
        facts.knowsVariables = false
        facts.hasApprovers =
            try policy.approvalRules.map { rules throws(Refusal) in
                try TrustedSigners(rules).areAnchored
            } ?? false

        let look = PostureLook(
            module: module, survey: survey, policy: policy, state: state, facts: facts,
            environment: environment)
        var report = PostureReport(
            directory: ByteString(bytes: module.directory.bytes), workspace: module.workspace,
            environments: policy.environments(of: facts), basis: state.basis,
            rows: try look.rows())
        for (question, limit) in options.limits {
            for index in report.rows.indices where report.rows[index].question == question {
                report.rows[index].limit = limit
            }
        }
        let console = Console(.output, environment: environment, hasColor: !options.noColor)
        let bytes =
            switch options.format {
            case .text: Array(report.text(width: console.width).rendered(console.style).utf8)
            case .json: report.json
            case .markdown: Array(report.markdown.utf8)
            }
        try refusing { () throws(SystemError) in try StandardStream.output.write(bytes) }
        return report.isAbove ? .declined : .success
    }
}

extension KnownState {
    /// What the counts are about.
    fileprivate var basis: String {
        let number = "\(objects.count) \(objects.count == 1 ? "object" : "objects")"
        return switch self {
        case .read(_, let from): "Counted over \(number) of the state in \(from)"
        case .configured(_, let because):
            "No state was read, so \(number) that the configuration names stand for it. \(because)"
        }
    }
}
