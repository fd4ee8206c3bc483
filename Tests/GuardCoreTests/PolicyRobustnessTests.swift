import Testing

@testable import GuardCore

@Suite struct PolicyRobustnessTests {
    private static let sample = Array(
        """
        environment "production" {
          fallback = true
          match {
            workspace = ["prod", "prod-*"]
            directory = ["live/**/prod"]
            variable  = { region = ["eu-*"] }
          }
        }
        rule "no-loss" {
          actions      = ["delete", "*"]
          categories   = ["data"]
          severities   = ["critical"]
          types        = ["aws_*"]
          addresses    = ["module.a[*].**", "x.y[\\"k\\"]"]
          attributes   = ["tags.*"]
          environments = ["production"]
          actors       = ["agent"]
          except {
            types = ["aws_ecs_service"]
          }
          decision = "block"
          reason   = "Because."
        }
        limit "radius" {
          max      = 20
          percent  = 30
          floor    = 5
          decision = "approve"
        }
        resource "acme_vault" {
          category     = "data"
          severity     = "critical"
          identity     = ["settings.name"]
          protected_by = { deletion_protection = true, "a.b" = ">=7" }
          disarmed_by  = { force = "set", mode = "a|b" }
        }

        """.utf8)

    private func read(_ bytes: [UInt8]) -> Policy? {
        readPolicy(
            [source(String(decoding: bytes, as: UTF8.self))], catalogs: [:]
        ).policy
    }

    @Test func `the sample is read whole`() throws {
        let policy = try #require(read(Self.sample))
        #expect(policy.rules.count == 1)
        #expect(policy.limits.count == 1)
        #expect(policy.environments.count == 1)
        #expect(policy.resources.types.count == 1)
    }

    @Test func `a policy that ends anywhere is read or refused`() {
        for end in Self.sample.indices { _ = read(Array(Self.sample[..<end])) }
    }

    @Test(arguments: Array("\"[{}=*\\\n ".utf8))
    func `a policy with one wrong byte is read or refused`(byte: UInt8) {
        // Every third place for each byte, another third for the next.
        for place in Self.sample.indices where place % 3 == Int(byte) % 3 {
            var bytes = Self.sample
            bytes[place] = byte
            _ = read(bytes)
        }
    }
}
