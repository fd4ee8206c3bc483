import Diagnostics
import GuardSystem

/// Runs the tool.
///
/// - Returns: the exit status.
package func runTool() -> Int32 {
    // A reader of our words who goes away must not end us between a judgement and an apply.
    surviveFailedWrites()
    let environment = Environment.current()
    do throws(Refusal) {
        try refusing("Secrets of a plan could end in a core file.") { () throws(SystemError) in
            try forbidDumps()
        }
        return try perform(try Invocation(try textArguments()), environment)
    } catch {
        let console = Console(.error, environment: environment)
        console.write(error.diagnostics)
        return error.status.rawValue
    }
}

/// The arguments as text, which every one of terraform's own is.
private func textArguments() throws(Refusal) -> [String] {
    var arguments: [String] = []
    for bytes in processArguments() {
        guard let argument = String(validating: bytes, as: UTF8.self) else {
            throw .usage(
                "An argument is not UTF-8",
                "Terraform and tfguard could take it for two different words. Write it in UTF-8.")
        }
        arguments.append(argument)
    }
    return arguments
}

private func perform(
    _ invocation: Invocation, _ environment: Environment
) throws(Refusal) -> Int32 {
    switch invocation {
    case .terraform(let options, let program, let arguments):
        let understood = try TerraformInvocation(arguments) { name in
            environment[name].map { String(decoding: $0, as: UTF8.self) }
        }
        let environment = try countingDepth(environment)
        let run = GuardedRun(
            options: options,
            program: try TerraformProgram(program, path: environment["PATH"] ?? []),
            invocation: understood, environment: environment,
            console: Console(
                .error, environment: environment, hasColor: !arguments.contains("-no-color")))
        return try run.run()
    case .check(let options):
        if let folder = options.history {
            let run = HistoryRun(folder: folder, options: options, environment: environment)
            return try run.run().rawValue
        }
        return try CheckRun(options: options, environment: environment).run().rawValue
    case .policy(let options):
        return try PolicyRun(options: options, environment: environment).run().rawValue
    case .explain(let options) where options.asksForActor:
        return try explainActor(
            environment, listsAll: options.listsAll, hasColor: !options.check.noColor
        ).rawValue
    case .explain(let options) where options.check.plans.isEmpty:
        return try ExplainRecordRun(options: options, environment: environment).run().rawValue
    case .explain(let options):
        let run = CheckRun(options: options.check, environment: environment)
        return try run.explain(options.address).rawValue
    case .approve(let options):
        return try ApproveRun(options: options, environment: environment).run().rawValue
    case .rehearsal(let options):
        return try RehearsalRun(options: options, environment: environment).run().rawValue
    case .pin(let options):
        return try PinRun(options: options, environment: environment).run().rawValue
    case .incident(let options):
        return try IncidentRun(options: options, environment: environment).run().rawValue
    case .posture(let options):
        return try PostureRun(options: options, environment: environment).run().rawValue
    case .log(let options):
        return try LogRun(options: options, environment: environment).run().rawValue
    case .shim(let action):
        return try ShimRun(action: action, environment: environment).run().rawValue
    case .with(let words):
        try run(words, behindTheGuardIn: environment)
    case .completion(let shell):
        return try print(completionScript(for: shell))
    case .demo:
        return try runDemo(environment)
    case .overview:
        return try print(overviewText)
    case .help(let topic):
        return try print(topic.flatMap(helpText(about:)) ?? helpText)
    case .version:
        return try print("tfguard \(toolVersion)\n")
    }
}

private func print(_ text: String) throws(Refusal) -> Int32 {
    try refusing { () throws(SystemError) in
        try StandardStream.output.write(Array(text.utf8))
    }
    return ExitStatus.success.rawValue
}

/// The version of this tool; CHANGELOG.md says what is in it.
let toolVersion = "0.1.0"
