import TerraformPlan
import Testing

@testable import GuardCore

/// Settings of a provider that change what deleting means.
@Suite struct ProviderSettingTests {
    private static let catalog = """
        provider "acme" {
          disarm "features.group.keep_if_full" {
            to    = false
            types = ["acme_group"]
            says  = "It goes with everything in it."
          }
          disarm "features.vault.purge" {
            to    = "true|unset"
            types = ["acme_vault"]
            says  = "It is purged."
          }
        }
        resource "acme_group" {
          category = "data"
          severity = "critical"
        }
        resource "acme_vault" {
          category = "key"
          severity = "critical"
        }
        """

    private func judged(
        _ type: String, _ actions: [ChangeAction], features: String, provider: String = "acme"
    ) throws -> Verdict {
        var plan = plan(row("\(type).x", actions, before: "{}", after: "null"))
        plan.providerConfiguration = json(
            """
            {"\(provider)":{"name":"\(provider)","expressions":\(features)},"other":{"name":"other"}}
            """)
        let policy = try policy([source(unrelatedRule)], catalogs: ["acme": Self.catalog])
        return judge(plan, under: policy, facts: person)
    }

    @Test(arguments: [
        (#"{"features":[{"group":[{"keep_if_full":{"constant_value":false}}]}]}"#, true),
        (#"{"features":[{"group":[{"keep_if_full":{"constant_value":true}}]}]}"#, false),
        (#"{"features":[{"group":[{"keep_if_full":{"references":["var.keep"]}}]}]}"#, true),
        (#"{"features":[{"group":[{}]}]}"#, false), (#"{"features":[{}]}"#, false),
        ("{}", false), ("[]", false),
    ])
    func `a loss that a setting makes worse is a disarm too`(
        features: String, isWorse: Bool
    ) throws {
        for actions in [[ChangeAction.delete], [.create, .delete]] {
            let change = try #require(
                try judged("acme_group", actions, features: features).changes.first)
            #expect(change.effects.contains(.disarm) == isWorse, "\(features)")
            let says = change.consequences.compactMap(\.says)
            #expect(says == (isWorse ? ["It goes with everything in it."] : []))
        }
        let created = try judged("acme_group", [.create], features: features)
        #expect(created.changes.first?.effects == [.create])
    }

    @Test func `a default that makes it worse counts, and needs no word where nothing is lost`()
        throws
    {
        let lost = try judged("acme_vault", [.delete], features: "{}")
        #expect(lost.changes.first?.effects.contains(.disarm) == true)
        #expect(!lost.findings.contains { $0.rule == "unsafe-provider-setting" })
        let other = try judged("acme_group", [.update], features: "{}")
        #expect(other.decision == .allow)
    }

    @Test func `one that somebody wrote is told, and its value is not`() throws {
        let verdict = try judged(
            "acme_group", [.update],
            features: #"{"features":[{"group":[{"keep_if_full":{"constant_value":"false"}}]}]}"#)
        #expect(verdict.decision == .warn)
        let finding = try #require(verdict.findings.first)
        #expect(finding.rule == "unsafe-provider-setting")
        #expect(finding.reason.contains("features.group.keep_if_full"))
    }

    @Test func `another provider's settings are its own`() throws {
        let verdict = try judged(
            "acme_group", [.delete],
            features: #"{"features":[{"group":[{"keep_if_full":{"constant_value":false}}]}]}"#,
            provider: "zenith")
        #expect(verdict.changes.first?.effects == [.delete])
    }
}
