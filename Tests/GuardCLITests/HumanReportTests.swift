import Diagnostics
import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct HumanReportTests {
    @Test func `says what and why first, then losses, then the rest`() {
        var counts = ChangeCounts()
        counts.noOp = 7
        let loss = Sample.loss("courses-prod", "aws_db_instance.courses", decision: .block)
        var script = Sample.harmless("terraform_data.migrate", .create)
        script.effects = [.create, .runsCode]
        script.decision = .confirm
        var association = Sample.harmless("aws_route_table_association.a", .delete)
        association.decision = .warn
        let findings = [
            Finding(
                rule: "no-database-loss", layer: "project", decision: .block,
                address: "aws_db_instance.courses", effect: .delete,
                reason: "A database is not undone by re-applying.",
                remedy: "Remove it from Terraform with a removed block."),
            Finding(
                rule: "critical-loss", layer: "builtin:default", decision: .confirm,
                address: "aws_db_instance.courses", effect: .delete, reason: "It is critical."),
            Finding(
                rule: "runs-code", layer: "builtin:default", decision: .confirm,
                address: "terraform_data.migrate", effect: .runsCode,
                reason: "Nobody can tell from a plan what a command does."),
            Finding(
                rule: "blast-radius", layer: "builtin:default", decision: .confirm,
                reason: "More than 30 percent of the state would be lost.",
                remedy: "Split the change."),
        ]
        let verdict = Sample.verdict(
            [script, association, Sample.harmless("aws_ecs_service.web", .update), loss],
            findings: findings, facts: Sample.agent, counts: counts)
        #expect(
            report(verdict) == """
                live.plan: Blocked (no-database-loss). This would destroy 1 resource, a critical
                one.
                Workspace prod in /home/ada/infra/live/prod/courses; production by workspace
                "prod". Run by an agent (CLAUDECODE) and a script (no terminal).

                 DESTROY  courses-prod (critical data)
                          aws_db_instance.courses
                   Why       It is no longer in the configuration.
                   Rule      no-database-loss (project) blocks it: A database is not undone by
                             re-applying.
                   Also      critical-loss (builtin:default)
                   Recovery  Restore the newest snapshot: an hour or more, and what was written
                             since it is gone. Take a snapshot first.
                   Instead   Remove it from Terraform with a removed block.

                 CREATE   terraform_data.migrate
                   Why       Its provisioners run commands that no plan shows.
                   Rule      runs-code (builtin:default): Nobody can tell from a plan what a
                             command does.

                 CONFIRM  blast-radius (builtin:default): More than 30 percent of the state
                          would be lost.
                          Instead: Split the change.

                Warned of, and allowed:
                 DESTROY  aws_route_table_association.a

                Besides: update 1, leave 7 as they are.
                Policy: project tfguard.hcl (3f2a91bc), builtin default.hcl (77ab01de).

                """)
    }

    @Test(arguments: [
        (Decision.allow, "live.plan: Allowed. Nothing is lost."),
        (.warn, "live.plan: Allowed, with warnings. This would destroy 1 resource, a critical\n"),
        (
            .confirm,
            "live.plan: Needs confirmation (critical-loss). This would destroy 1 resource"
        ),
        (.approve, "live.plan: Needs approval (critical-loss). This would destroy 1 resource, a"),
        (.block, "live.plan: Blocked (critical-loss). This would destroy 1 resource, a critical"),
    ])
    func `opens with the decision`(decision: Decision, line: String) {
        let loss = Sample.loss("courses-prod", "aws_db_instance.courses", decision: decision)
        #expect(report(Sample.verdict([loss])).hasPrefix(line))
    }

    @Test func `is short where nothing is lost`() {
        var counts = ChangeCounts()
        counts.noOp = 1
        let verdict = Sample.verdict(
            [Sample.harmless("a.b", .create), Sample.harmless("a.c", .create)], counts: counts)
        #expect(
            report(verdict) == """
                live.plan: Allowed. Nothing is lost.
                Workspace prod in /home/ada/infra/live/prod/courses; production by workspace
                "prod".

                Besides: create 2, leave 1 as it is.
                Policy: project tfguard.hcl (3f2a91bc), builtin default.hcl (77ab01de).

                """)
    }

    @Test func `names every critical loss and counts the others beyond twenty`() {
        let critical = (0..<60).map {
            Sample.loss(ByteString("courses-\($0)"), ByteString("aws_db_instance.c[\($0)]"))
        }
        let lesser = (0..<57).map {
            Sample.loss(nil, ByteString("aws_eip.e[\($0)]"), severity: .medium)
        }
        let text = report(Sample.verdict(lesser + critical))
        for number in 0..<60 { #expect(text.contains("aws_db_instance.c[\(number)]\n")) }
        #expect(text.ranges(of: "DESTROY  aws_eip").count == 20)
        #expect(text.contains("and 37 more, none critical: destroy 37 resources."))
    }

    @Test func `keeps what a finding says of a row that is not there`() {
        let finding = Finding(
            rule: "odd", layer: "tfguard", decision: .block, address: "a.gone",
            reason: "Something is odd.")
        #expect(
            report(Sample.verdict([], findings: [finding], decision: .block))
                .contains(" BLOCK    odd (tfguard): Something is odd.\n"))
    }

    @Test(arguments: [
        ([Effect.replace, .forget], nil, "the old one lives on, unknown to Terraform."),
        ([.forget], nil, "It lives on, and Terraform no longer knows it."),
        ([.driftLoss], nil, "It is not where Terraform left it"),
        ([.create, .driftLoss], nil, "It is not where Terraform left it"),
        ([.update, .lose], nil, "Nothing is deleted, but what it holds is."),
        ([.update, .disarm], nil, "Its protection goes"),
        ([.invoke], nil, "An action runs"),
        ([.delete], nil, "Terraform gives no reason, as in every destroy."),
        ([.delete], "delete_because_count_index", "Its index is beyond the resource's count."),
        (
            [.delete], "delete_because_of_the_moon",
            "Terraform's reason: delete_because_of_the_moon."
        ),
        ([.replace], "replace_because_tainted", "It is marked as tainted."),
        (
            [.replace, .import], "replace_by_request",
            "so far it is not Terraform's. -replace asked"
        ),
        ([], nil, "tfguard does not know what this would do."),
    ])
    func `says what an effect means`(effects: [Effect], reason: String?, sentence: String) {
        let loss = Sample.loss(
            "x", "a.b", effects: effects, reason: reason.map { ByteString($0) })
        let words = report(Sample.verdict([loss])).split(whereSeparator: \.isWhitespace)
        #expect(words.joined(separator: " ").contains(sentence))
    }

    @Test func `tells an old object that a replacement left behind`() {
        var loss = Sample.loss("x", "a.b", reason: nil)
        loss.change.deposed = "deadbeef"
        loss.effects = [.delete, .deposed]
        let words = report(Sample.verdict([loss])).split(whereSeparator: \.isWhitespace)
        #expect(
            words.joined(separator: " ").contains(
                "An earlier replacement left this old object behind (deposed deadbeef)."))
    }

    @Test func `has words for every reason Terraform gives`() {
        for reason in ActionReason.allCases {
            let loss = Sample.loss("x", "a.b", reason: ByteString(reason.rawValue))
            #expect(!report(Sample.verdict([loss])).contains("Terraform's reason"))
        }
    }

    @Test(arguments: [TextStyle.plain, .coloured], [24, 80, 200])
    func `is never wider than asked for`(style: TextStyle, width: Int) {
        let long = ByteString(String(repeating: "很长的名字-very-long-", count: 30) + "END")
        let verdict = Sample.verdict([Sample.loss(long, long), Sample.loss(nil, long)])
        let text = humanReport(verdict, of: long, width: width, style: style)
        for line in text.replacing(/\u{1b}\[[0-9;]*m/, with: "").split(separator: "\n") {
            #expect(TerminalText.width(of: String(line)) <= width)
        }
    }

    @Test func `obeys nothing that a plan says`() {
        let text = humanReport(
            Hostile.verdict, of: ByteString(Hostile.text), width: 80, style: .plain)
        Hostile.expectNone(in: text.split(separator: "\n").joined().utf8)
    }

    private func report(_ verdict: Verdict) -> String {
        humanReport(verdict, of: "live.plan", width: 80, style: .plain)
    }
}
