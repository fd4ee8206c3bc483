import Diagnostics
import Foundation
import GuardCore
import TerraformPlan

/// How long it takes to read the built-in policy and a project's of 500 lines, and to judge a plan by
/// them, in milliseconds; the best of five.
func timeOfLoadingAndJudging(changes count: Int) throws -> Double {
    let plan = plan(changes: count)
    var best = Double.infinity
    for _ in 0..<5 {
        let start = clock()
        let policy = try policy(project: projectPolicy)
        let verdict = judge(plan, under: policy, facts: person)
        best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000)
        precondition(verdict.changes.count == count)
    }
    return best
}

/// How the time of judging alone grows: the milliseconds for each count of changes.
func growthOfJudging(_ counts: [Int]) throws -> [Double] {
    let policy = try policy(project: projectPolicy)
    return counts.map { count in
        let plan = plan(changes: count)
        var best = Double.infinity
        for _ in 0..<3 {
            let start = clock()
            precondition(judge(plan, under: policy, facts: person).changes.count == count)
            best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000)
        }
        return best
    }
}

/// Every tenth change is a loss; the others are what most plans are made of.
private func plan(changes count: Int) -> Plan {
    let types = [
        "aws_instance", "aws_s3_bucket", "aws_iam_role", "aws_lb_listener", "aws_sqs_queue",
    ]
    var plan = Plan(formatVersion: "1.2", terraformVersion: "1.11.4")
    let before = JSONText(bytes: Array(#"{"name":"n","tags":{"Team":"a"},"size":1}"#.utf8))
    let after = JSONText(bytes: Array(#"{"name":"n","tags":{"Team":"b"},"size":1}"#.utf8))
    plan.changes = (0..<count).map { number in
        let type = types[number % types.count]
        let actions: [ChangeAction] = number % 10 == 0 ? [.delete] : [.update]
        return ResourceChange(
            address: ByteString("module.team_\(number % 40).\(type).n\(number)"),
            moduleAddress: ByteString("module.team_\(number % 40)"), type: ByteString(type),
            name: ByteString("n\(number)"), providerName: "hashicorp/aws", actions: actions,
            before: before, after: number % 10 == 0 ? nil : after)
    }
    plan.priorStateCount = count * 2
    return plan
}

/// Fifty rules of ten lines, with all that narrows them, conditions among it.
private let projectPolicy = (0..<50).map { number in
    """
    rule "team-\(number)" {
      actions    = ["update", "delete", "replace", "forget"]
      types      = ["aws_*", "google_*"]
      addresses  = ["module.team_\(number).**"]
      attributes = ["size", "tags.Owner"]
      when       = change.before.size != change.after.size
      decision   = "confirm"
      reason     = "It is team \(number)'s."
    }

    """
}.joined()
