import GuardCore
import GuardSystem
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct HandOverTests {
    @Test func `is a paragraph that a person can act upon`() {
        let verdict = Sample.verdict(
            [Sample.loss("courses-prod", "aws_db_instance.courses")], facts: Sample.agent)
        #expect(
            text(verdict) == """
                Nothing was changed. In production this would destroy 1 resource: courses-prod
                (aws_db_instance.courses). That needs a person at a terminal, who types what is
                lost. It was run by an agent (CLAUDECODE) and a script (no terminal). If it is
                meant, a person runs this in their own terminal, where it is planned and judged
                again:

                    cd /srv/live && tfguard terraform destroy

                """)
    }

    @Test func `says of a block that the policy or the configuration has to change`() {
        let loss = Sample.loss("courses-prod", "aws_db_instance.courses", decision: .block)
        let everybody = text(Sample.verdict([loss], facts: Sample.agent), stopsAPerson: true)
        #expect(everybody.contains("The policy blocks it for everybody."))
        #expect(!everybody.contains("tfguard terraform destroy"))
        let humans = text(Sample.verdict([loss]), stopsAPerson: true)
        #expect(humans.contains("The policy blocks it. If it is meant,"))
        #expect(!humans.contains("tfguard terraform destroy"))
    }

    @Test func `hands a person what only a person may do`() {
        let loss = Sample.loss("courses-prod", "aws_db_instance.courses", decision: .block)
        let agents = text(Sample.verdict([loss], facts: Sample.agent), stopsAPerson: false)
        #expect(agents.contains("The policy leaves it to a person at a terminal."))
        #expect(agents.contains("judged again:\n\n    cd /srv/live && tfguard"))
    }

    @Test func `counts what it has no room to name`() {
        let losses = (0..<42).map {
            Sample.loss(ByteString("db-\($0)"), ByteString("aws_db_instance.db[\($0)]"))
        }
        let words = text(Sample.verdict(losses, facts: Sample.agent))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("destroy 42 resources: db-0 ("))
        #expect(words.contains("db-4 (aws_db_instance.db[4]) and 37 more."))
    }

    @Test func `gives the reason where no change is named`() {
        let finding = Finding(
            rule: "unknown-key", layer: "tfguard", decision: .confirm,
            reason: "The plan has a key that tfguard does not know.")
        let verdict = Sample.verdict(
            [], findings: [finding], decision: .confirm, facts: Sample.agent)
        #expect(text(verdict).contains("The plan has a key that tfguard does not know."))
    }

    @Test func `does not say twice why the plan as a whole is blocked`() {
        let finding = Finding(
            rule: "other-state", layer: "tfguard", decision: .block,
            reason: "The plan was made from another state.")
        let verdict = Sample.verdict([], findings: [finding], decision: .block)
        #expect(
            text(verdict, stopsAPerson: true) == """
                Nothing was changed. It is blocked for everybody. What stands behind "Instead"
                comes first.

                """)
    }

    @Test func `promises no approval`() {
        let loss = Sample.loss("courses-prod", "a.b", decision: .approve)
        let text = text(Sample.verdict([loss], facts: Sample.agent))
        #expect(!text.contains("tfguard approve") && !text.contains("tfguard request"))
    }

    @Test func `hands on a request in one paragraph, with what comes before and after it`() {
        let loss = Sample.loss("courses-prod", "aws_db_instance.courses", decision: .approve)
        let request = WrittenRequest(
            path: "/srv/live/tfguard-request.json", keptPlan: nil, lifts: .approve, count: 1)
        let words = handOver(
            Sample.verdict([loss], facts: Sample.agent), request,
            apply: ["tfguard", "-approval=a", "terraform", "apply", "p.tfplan"], in: "/srv/live",
            width: 80, style: .plain)
        #expect(
            words == """
                Nothing was changed. In production this would destroy 1 resource: courses-prod
                (aws_db_instance.courses). That needs the signature of one who may approve. It
                was run by an agent (CLAUDECODE) and a script (no terminal). If it is meant,
                hand on this paragraph and the file tfguard-request.json; whoever approves sees
                there what is to happen, in full, and runs:

                    tfguard approve /srv/live/tfguard-request.json -reason="…"

                Then exactly this plan is applied with what comes back:

                    cd /srv/live && tfguard -approval=a terraform apply p.tfplan

                """)
    }

    @Test func `obeys nothing that a plan says`() {
        let hostile = ByteString(Hostile.text)
        let text = handOver(
            Hostile.verdict, stopsAPerson: false, command: ["tfguard", hostile], in: hostile,
            width: 80, style: .plain)
        Hostile.expectNone(in: text.split(separator: "\n").joined().utf8)
    }

    private func text(_ verdict: Verdict, stopsAPerson: Bool = false) -> String {
        handOver(
            verdict, stopsAPerson: stopsAPerson, command: ["tfguard", "terraform", "destroy"],
            in: "/srv/live", width: 80,
            style: .plain)
    }
}
