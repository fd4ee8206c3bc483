import TerraformPlan
import Testing

@testable import GuardCLI

/// What an apply was asked to do, and the argument lists that are built from it.
@Suite struct ApplyRequestTests {
    private func request(_ arguments: [String]) throws -> ApplyRequest {
        let invocation = try TerraformInvocation(arguments, environment: { _ in nil })
        guard case .command(let command) = invocation.kind,
            case .apply(let mode) = command.subcommand.route
        else { throw NoApply() }
        return try ApplyRequest(command, mode: mode, chdir: invocation.chdir)
    }

    private struct NoApply: Error {}

    @Test func `a plan is made with exactly the user's plan-time flags`() throws {
        let request = try request([
            "-chdir=live", "apply", "-auto-approve", "-target=a.b", "-var", "x=1",
            "-var-file=p.tfvars", "-refresh=false", "-parallelism=3", "-no-color",
        ])
        #expect(
            request.planArguments(out: "/p") == [
                "-chdir=live", "plan", "-no-color", "-target=a.b", "-var=x=1",
                "-var-file=p.tfvars", "-refresh=false", "-parallelism=3", "-out=/p",
            ])
    }

    @Test func `the apply holds nothing but the plan and how to apply it`() throws {
        let request = try request([
            "-chdir=live", "apply", "-auto-approve", "-target=a.b", "-var=x=1", "-no-color",
            "-lock-timeout=1m", "-parallelism", "3", "-compact-warnings",
        ])
        let arguments = [
            "-chdir=live", "apply", "-input=false", "-no-color", "-compact-warnings",
            "-lock-timeout=1m", "-parallelism=3",
        ]
        #expect(request.applyArguments("/p", passesVariables: false) == arguments + ["/p"])
        #expect(
            request.applyArguments("/p", passesVariables: true) == arguments + ["-var=x=1", "/p"])
    }

    @Test(
        arguments: [
            (["destroy"], PlanMode.destroy), (["apply", "-destroy"], .destroy),
            (["apply", "-refresh-only"], .refreshOnly), (["refresh"], .refreshOnly),
            (["apply"], .normal), (["apply", "-destroy=false"], .normal),
        ] as [([String], PlanMode)])
    func `the mode is the subcommand's or the flag's`(arguments: [String], mode: PlanMode) throws {
        #expect(try request(arguments).mode == mode)
    }

    @Test(arguments: [
        ["apply", "-state=x"], ["apply", "-state-out=x"], ["apply", "-backup=x"],
        ["apply", "-destroy", "p"], ["apply", "-target=a", "p"], ["apply", "-replace=a", "p"],
        ["apply", "-refresh=false", "p"], ["apply", "-refresh-only", "p"], ["destroy", "p"],
        ["refresh", "p"], ["apply", "-destroy", "-refresh-only"], ["destroy", "-refresh-only"],
        ["destroy", "-destroy"], ["apply", "-json"], ["apply", "-json", "-auto-approve=false"],
    ])
    func `what would be dropped or ignored in silence is refused`(arguments: [String]) {
        #expect(throws: Refusal.self) { try request(arguments) }
    }

    @Test func `auto-approve, input and lock say what they say`() throws {
        #expect(try !request(["apply"]).isAutoApproved)
        #expect(try request(["apply", "-auto-approve"]).isAutoApproved)
        #expect(try !request(["apply", "-auto-approve=false"]).isAutoApproved)
        #expect(try request(["refresh"]).isAutoApproved)
        #expect(try !request(["apply", "-input=false"]).mayAsk)
        #expect(try !request(["apply", "-lock=false"]).isLocked)
        let unlocked = try request(["apply", "-lock=false"])
        #expect(unlocked.planArguments(out: "/p").contains("-lock=false"))
        #expect(unlocked.applyArguments("/p", passesVariables: false).contains("-lock=false"))
    }
}
