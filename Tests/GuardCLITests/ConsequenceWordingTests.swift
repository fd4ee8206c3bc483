import Diagnostics
import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

/// How a report tells what single attributes of a change come to.
@Suite struct ConsequenceWordingTests {
    private func report(
        _ type: ByteString, before: String, after: String, unknown: String = "{}",
        actions: [ChangeAction] = [.update], masks: String = "{}"
    ) throws -> String {
        var row = Sample.row(ByteString("\(type).x"), type: type, actions: actions)
        row.before = json(before)
        row.after = json(after)
        row.afterUnknown = json(unknown)
        row.beforeSensitive = json(masks)
        row.afterSensitive = json("{}")
        var plan = Plan(formatVersion: "1.2", terraformVersion: "1.11.4")
        plan.changes = [row]
        plan.priorStateCount = 100
        let verdict = judge(
            plan, under: try GuardCLI.policy(adding: []).policy,
            facts: RunFacts(actors: [.human], workspace: "default", directory: "/home/ada/infra"))
        return humanReport(verdict, width: 200, style: .plain)
    }

    @Test func `a retention that shrinks is told with its values and what that means`() throws {
        let report = try report(
            "aws_cloudwatch_log_group", before: #"{"name":"/app","retention_in_days":365}"#,
            after: #"{"name":"/app","retention_in_days":30}"#)
        #expect(
            report.contains("retention_in_days 365 → 30: Log events older than that are deleted."),
            "\(report)")
        #expect(report.contains("LOSE     /app"), "\(report)")
        // What is to be recovered is not the log group.
        #expect(!report.contains("Recovery"), "\(report)")
        #expect(!report.contains("but what it holds is"), "\(report)")
    }

    @Test func `a protection that goes is named`() throws {
        let report = try report(
            "aws_lb", before: #"{"name":"web","enable_deletion_protection":true}"#,
            after: #"{"name":"web","enable_deletion_protection":false}"#)
        #expect(report.contains("enable_deletion_protection true → false."), "\(report)")
        #expect(report.contains("the next destroy would get through"), "\(report)")
    }

    @Test func `a creation that wipes says what`() throws {
        let report = try report(
            "aws_route53_records_exclusive", before: "null", after: #"{"zone_id":"Z1"}"#,
            actions: [.create])
        #expect(report.contains("Every record of the zone is deleted"), "\(report)")
    }

    @Test func `an update that is hard to undo is told in one line`() throws {
        let report = try report(
            "aws_eks_cluster", before: #"{"name":"main","version":"1.30"}"#,
            after: #"{"name":"main","version":"1.31"}"#)
        #expect(report.contains("A newer Kubernetes version cannot be taken back."), "\(report)")
    }

    @Test func `no secret is shown, and an unknown value is called so`() throws {
        let secret = try report(
            "aws_cloudwatch_log_group", before: #"{"retention_in_days":365}"#,
            after: #"{"retention_in_days":30}"#, masks: #"{"retention_in_days":true}"#)
        #expect(!secret.contains("365"), "\(secret)")
        #expect(secret.contains("retention_in_days: Log events"), "\(secret)")
        let unknown = try report(
            "aws_cloudwatch_log_group", before: #"{"retention_in_days":365}"#, after: "{}",
            unknown: #"{"retention_in_days":true}"#)
        #expect(unknown.contains("retention_in_days 365 → (known after apply): "), "\(unknown)")
    }

    @Test func `more than three attributes are counted`() throws {
        let report = try report(
            "google_sql_database_instance",
            before: """
                {"deletion_protection":true,"settings":[{"deletion_protection_enabled":true,
                "retain_backups_on_delete":true,"backup_configuration":[{"enabled":true,
                "point_in_time_recovery_enabled":true}]}]}
                """,
            after: """
                {"deletion_protection":false,"settings":[{"deletion_protection_enabled":false,
                "retain_backups_on_delete":false,"backup_configuration":[{"enabled":false,
                "point_in_time_recovery_enabled":false}]}]}
                """)
        #expect(report.contains("2 more attributes do the like."), "\(report)")
    }
}
