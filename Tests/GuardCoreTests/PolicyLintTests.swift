import Diagnostics
import Testing

@testable import GuardCore

@Suite struct PolicyLintTests {
    private static let catalog = """
        resource "acme_db" {
          category = "data"
          severity = "critical"
        }
        resource "acme_note" {
          category = "other"
          severity = "low"
        }
        """

    /// 2026-06-15, noon in UTC.
    private static let now = Moment(secondsSinceEpoch: 1_781_524_800)

    private func warnings(_ text: String, now: Moment? = now) throws -> [Diagnostic] {
        let policy = try policy(
            source(unrelatedRule + text), catalogs: ["acme": Self.catalog])
        return policy.lint(at: now)
    }

    private func exception(until date: String) -> String {
        """
        exception "e" {
          rules     = ["unrelated"]
          addresses = ["a.b"]
          decision  = "allow"
          until     = "\(date)"
        }
        """
    }

    @Test(arguments: [
        ("2026-06-14", ["Exception that has ended"]),
        ("2026-06-15", ["Exception that is about to end"]),
        ("2026-06-28", ["Exception that is about to end"]), ("2026-06-30", []), ("2030-01-01", []),
    ])
    func `an exception is told of two weeks before it ends, and after`(
        date: String, expected: [String]
    ) throws {
        let found = try warnings(exception(until: date))
        #expect(found.map(\.summary) == expected)
        #expect(found.allSatisfy { $0.severity == .warning && $0.range != nil })
        #expect(try warnings(exception(until: date), now: nil).isEmpty)
    }

    @Test(arguments: [
        ("types = [\"acme_bd\"]", ["Type that no catalog knows"]), ("types = [\"acme_*\"]", []),
        ("types = [\"acme_z*\"]", ["Type that no catalog knows"]),
        // Of a provider without a catalog nobody knows what is right.
        ("types = [\"other_thing\"]", []), ("types = [\"*_db\"]", []),
        ("types = [\"acme_note\"]\n  categories = [\"data\"]", ["Nothing can match"]),
        ("types = [\"acme_db\"]\n  categories = [\"data\"]", []),
        ("categories = [\"dns\"]", ["Nothing can match"]),
        ("categories = [\"data\"]\n  severities = [\"low\"]", ["Nothing can match"]),
        ("types = [\"other_thing\"]\n  severities = [\"high\"]", ["Nothing can match"]),
    ])
    func `what nothing can match is told of`(scope: String, expected: [String]) throws {
        let found = try warnings("rule \"r\" {\n  \(scope)\n  decision = \"block\"\n}")
        #expect(found.map(\.summary) == expected)
        #expect(found.allSatisfy { $0.context == "rule \"r\"" })
    }

    @Test func `a resource block makes a type known`() throws {
        let text = """
            resource "acme_vault" {
              category = "secret"
            }
            rule "r" {
              types      = ["acme_vault"]
              categories = ["secret"]
              decision   = "block"
            }
            """
        #expect(try warnings(text).isEmpty)
    }

    @Test func `a window that has to be open and closed is told of`() throws {
        let text = """
            window "w" {
              days     = ["mon"]
              timezone = "UTC"
            }
            limit "l" {
              max      = 1
              during   = ["w"]
              outside  = ["w"]
              decision = "block"
            }
            """
        #expect(try warnings(text).map(\.summary) == ["Nothing can match"])
    }

    @Test(arguments: [
        ("environment \"e\" {\n  fallback = true\n}", "Environment that nothing names"),
        (
            "window \"w\" {\n  days     = [\"mon\"]\n  timezone = \"UTC\"\n}",
            "Window that nothing names"
        ),
        (
            "window \"w\" {\n  dates    = [\"2020-12-18/2021-01-04\"]\n  timezone = \"UTC\"\n}\n"
                + "rule \"r\" {\n  during   = [\"w\"]\n  decision = \"block\"\n}",
            "Window that is over"
        ),
        ("evidence \"e\" {\n  command = [\"true\"]\n}", "Proof that no rule wants"),
        (
            "rehearsal \"r\" {\n  environment = \"production\"\n  within      = \"1h\"\n}",
            "Proof that no rule wants"
        ),
        (
            "rule \"r\" {\n  types    = [\"aws_ecs_service\"]\n  decision = \"block\"\n  except {\n"
                + "    types = [\"aws_ecs_*\", \"aws_ecs_service\"]\n  }\n}",
            "Nothing can match"
        ),
        (
            "rule \"a\" {\n  actions  = [\"delete\"]\n  decision = \"block\"\n}\n"
                + "rule \"b\" {\n  actions  = [\"delete\"]\n  decision = \"block\"\n}",
            "Rule that stands there twice"
        ),
    ])
    func `what is defined in vain is told of, once and with its place`(
        text: String, expected: String
    ) throws {
        var policy = try policy(source(text), ShippedPolicyTests.shipped("default"))
        #expect(policy.takeTimeZones([:]).isEmpty)
        let warnings = policy.lint(at: Self.now)
        #expect(warnings.map(\.summary) == [expected])
        #expect(warnings.allSatisfy { $0.range != nil })
    }

    @Test func `what is defined and used is nothing to tell of`() throws {
        let text = """
            environment "staging" {
              match { workspace = ["staging"] }
            }
            window "w" {
              dates    = ["2020-12-18/2099-01-04"]
              timezone = "UTC"
            }
            evidence "e" {
              command = ["true"]
            }
            rule "r" {
              environments = ["staging"]
              outside      = ["w"]
              unless       = ["e"]
              decision     = "block"
              except {
                types = ["aws_ecs_service"]
              }
            }
            rule "s" {
              environments = ["staging"]
              decision     = "approve"
            }
            """
        var policy = try policy(source(text), ShippedPolicyTests.shipped("default"))
        #expect(policy.takeTimeZones([:]).isEmpty)
        #expect(policy.lint(at: Self.now).map(\.summary) == [])
    }

    @Test func `the shipped policies are not a project's to mend`() throws {
        let policy = try policy(
            [ShippedPolicyTests.shipped("strict"), ShippedPolicyTests.shipped("default")])
        #expect(policy.lint(at: Self.now).isEmpty)
    }

    @Test func `each block is told in words, the system's first`() throws {
        let policy = try policy(
            source(
                """
                rule "r" {
                  actions      = ["delete", "replace"]
                  categories   = ["data"]
                  environments = ["production"]
                  actors       = ["ci", "agent"]
                  decision     = "block"
                  except {
                    types = ["acme_note"]
                  }
                }
                exception "e" {
                  rules     = ["r"]
                  addresses = ["a.b"]
                  decision  = "warn"
                  until     = "2030-01-01"
                }
                """),
            source(
                "limit \"l\" {\n  max      = 3\n  percent  = 30\n  floor    = 5\n  decision = \"approve\"\n}",
                layer: .system))
        #expect(
            policy.lines() == [
                PolicyLine(
                    layer: "system", block: "limit \"l\"", decision: .approve,
                    about: "more than 3, or 30 percent of 5 or more: everything"),
                PolicyLine(
                    layer: "project", block: "rule \"r\"", decision: .block,
                    about: "delete replace, data, in production, by agent ci; except "
                        + "types acme_note"),
                PolicyLine(
                    layer: "project", block: "exception \"e\"", decision: .warn,
                    about: "project/r until 2030-01-01: everything, addresses a.b; not for agents: "
                        + "not anchored"),
            ])
        #expect(policy.count(in: .project) == "1 rule, 1 of what relaxes")
        #expect(policy.count(in: .flag) == "nothing")
    }
}
