import Diagnostics
import GuardCore
import TerraformPlan

/// What the demonstration needs of the machine.
struct DemoStage {
    /// The files of `policies/demo`, embedded when the tool was built.
    struct Files {
        let configuration: [UInt8]
        let policy: [UInt8]
        /// The destroy of this configuration as a real terraform planned it, for machines without.
        let recordedPlan: [UInt8]
    }

    /// What a command left behind.
    struct Outcome: Equatable {
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]
    }

    let files: Files
    /// `terraform` or `tofu`, or nil where this machine has neither.
    let terraform: String?
    let size: TerminalSize
    let style: TextStyle
    /// Puts a file into the demo's folder, which is private and removed afterwards.
    let write: (_ name: String, _ bytes: [UInt8]) throws -> Void
    /// Runs this same tool in that folder, without a terminal and with this on standard input.
    let tfguard: (_ arguments: [String], _ input: [UInt8]) throws -> Outcome
    /// Judges the plan that `terraform show -json` printed, for a person at a terminal.
    let judge: (_ plan: [UInt8]) throws -> Verdict
    /// Prints to standard output at once.
    let say: (String) -> Void
}

/// A step of the demonstration that did not go as it must.
struct DemoFailure: Error, Equatable {
    let command: String
    let outcome: DemoStage.Outcome
}

/// Shows a destroy that is stopped: with the real terraform where there is one.
///
/// - Throws: what the stage throws, or a `DemoFailure` where the guard did not hold.
func demo(on stage: DemoStage) throws {
    try stage.write("main.tf", stage.files.configuration)
    try stage.write("tfguard.hcl", stage.files.policy)
    let plan: [UInt8]
    if let terraform = stage.terraform {
        plan = try act(with: terraform, on: stage)
    } else {
        stage.say(
            """
            This machine has no terraform, so here is the destroy of two databases as a real
            terraform planned it and as it was recorded.

            """)
        plan = stage.files.recordedPlan
    }
    let verdict = try stage.judge(plan)
    guard let challenge = Challenge(for: verdict) else {
        // A system policy may be stricter than the demonstration's own.
        stage.say("\nA person at a terminal is told:\n\n")
        stage.say(humanReport(verdict, width: stage.size.columns, style: stage.style))
        return
    }
    let screen = confirmationScreen(
        verdict, challenge: challenge, size: stage.size, style: stage.style)
    stage.say("\nA person at a terminal sees this, and has to type the name:\n\n")
    stage.say(screen.text + (screen.questions.first ?? ""))
}

/// Creates two databases and lets a script try to destroy them.
///
/// - Returns: what `terraform show -json` says of that destroy.
private func act(with terraform: String, on stage: DemoStage) throws -> [UInt8] {
    stage.say("Two resources that a policy declares to be databases are created; that passes:\n\n")
    let apply = try run([terraform, "apply", "-auto-approve", "-no-color"], on: stage)
    stage.say("  \(lines(of: apply.output).last { $0.hasPrefix("Apply complete") } ?? "")\n\n")

    stage.say("A script destroys them, and says yes to everything:\n\n")
    let destroy = try run(
        [terraform, "destroy", "-auto-approve", "-no-color"], saying: "yes", expecting: 3...5,
        on: stage)
    // The report's first paragraph says it; the rest is on the screen below. It fills the width.
    for line in lines(of: destroy.errors).prefix(while: { !$0.isEmpty }) {
        stage.say("\(line)\n")
    }
    stage.say("  […]\n  exit status \(destroy.status)\n\n")

    stage.say("That destroy never ran. Both are still there:\n\n")
    let list = try run([terraform, "state", "list"], on: stage)
    for line in lines(of: list.output) { stage.say("  \(line)\n") }

    let planFile = "destroy.tfplan"
    let planning = [terraform, "plan", "-destroy", "-out=\(planFile)", "-no-color"]
    _ = try run(planning, showing: false, on: stage)
    return try run([terraform, "show", "-json", planFile], showing: false, on: stage).output
}

/// Runs the guard and shows the command line as somebody would have typed it.
private func run(
    _ arguments: [String], saying answer: String? = nil,
    expecting statuses: ClosedRange<Int32> = 0...0,
    showing isShown: Bool = true, on stage: DemoStage
) throws -> DemoStage.Outcome {
    let words = ["tfguard"] + arguments.filter { $0 != "-no-color" }
    let command = (answer.map { "yes \($0) | " } ?? "") + words.joined(separator: " ")
    if isShown { stage.say("  $ \(command)\n") }
    let input = answer.map { Array(String(repeating: "\($0)\n", count: 100).utf8) } ?? []
    let outcome = try stage.tfguard(arguments, input)
    guard statuses.contains(outcome.status) else {
        throw DemoFailure(command: command, outcome: outcome)
    }
    return outcome
}

/// Lines that are safe to show, without empty ones at the end.
private func lines(of output: [UInt8]) -> [String] {
    let lines = output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { TerminalText.printable(Array($0)) }
    return Array(lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1))
}
