import Foundation
import GuardCore
import TerraformPlan

/// How long reading and judging take, for a plan that only deletes and a policy of 50 rules with
/// globs.
///
/// The best of five of each: both only ever get slower by what else the machine does.
func timeOfJudging(changes count: Int) throws -> (reading: Double, judging: Double) {
    let path = NSTemporaryDirectory() + "judge-plans-\(getpid()).json"
    try Data(planText(changes: count).utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let policy = try policy(project: projectPolicy)
    var times: (reading: Double, judging: Double) = (.infinity, .infinity)
    for _ in 0..<5 {
        var source = try FileSource(path)
        let start = processorTime()
        let plan = try readPlan(from: &source)
        let middle = processorTime()
        let verdict = judge(plan, under: policy, facts: person)
        let end = processorTime()
        precondition(verdict.changes.count == count)
        times.reading = min(times.reading, middle - start)
        times.judging = min(times.judging, end - middle)
    }
    return times
}

/// The seconds that this process has had of a processor, whatever else the machine does.
private func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// Fifty rules in five hundred lines.
private let projectPolicy = (0..<50).map { number in
    """
    rule "team-\(number)" {
      actions   = ["delete", "replace", "forget"]
      types     = ["aws_db_*", "aws_s3_*", "aws_dynamodb_*", "aws_iam_*", "aws_sqs_*"]
      addresses = [
        "module.*.aws_*.team_\(number)_*",
        "**.shared_\(number)",
      ]
      decision  = "block"
    }

    """
}.joined()

/// A plan of deletes and nothing else: less text for the reader than a real one has.
private func planText(changes count: Int) -> String {
    let types = [
        "aws_db_instance", "aws_s3_bucket", "aws_dynamodb_table", "aws_iam_role", "aws_sqs_queue",
        "aws_security_group_rule", "aws_route53_record", "aws_cloudwatch_metric_alarm",
    ]
    let tags = #""tags":{"Name":"n","Team":"courses","Environment":"staging","Owner":"platform"}"#
    var text = #"{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{},"#
    text += #""resource_changes":["#
    for number in 0..<count {
        let type = types[number % types.count]
        let module = "module.team_\(100 + number % 40)"
        text += number > 0 ? "," : ""
        text += #"{"address":"\#(module).\#(type).n\#(number)","module_address":"\#(module)","#
        text += #""mode":"managed","type":"\#(type)","name":"n\#(number)","#
        text += #""provider_name":"registry.terraform.io/hashicorp/aws","change":{"#
        text +=
            #""actions":["delete"],"before":{"arn":"arn:aws:x:us-east-1:123456789012:n\#(number)","#
        text += #""id":"n\#(number)","name":"n\#(number)","description":"made by terraform","#
        for filler in 0..<20 { text += #""setting_\#(filler)":"value of \#(filler)","# }
        text += #"\#(tags)},"after":null,"after_unknown":{},"before_sensitive":{"tags":{}},"#
        text += #""after_sensitive":false}}"#
    }
    return text + #"],"prior_state":{},"configuration":{},"errored":false}"#
}
