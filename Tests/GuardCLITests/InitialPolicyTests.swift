import Diagnostics
import TerraformPlan
import Testing

@testable import GuardCLI
@testable import GuardCore

@Suite struct InitialPolicyTests {
    private func policy(_ text: String) throws -> Policy {
        let source = PolicySource(
            layer: .project, file: SourceFile(name: "tfguard.hcl", bytes: Array(text.utf8)),
            directory: "/repository")
        let (policy, diagnostics) = readPolicy([source], catalogs: [:])
        #expect(diagnostics.map(\.detail) == [])
        return try #require(policy)
    }

    private func environments(
        _ policy: Policy, workspace: String, directory: String = "/repository"
    ) -> [String] {
        let facts = RunFacts(
            actors: [.human], workspace: ByteString(workspace), directory: ByteString(directory))
        let plan = Plan(formatVersion: "1.2", terraformVersion: "1.11.4")
        return judge(plan, under: policy, facts: facts).environments.map(\.name)
    }

    @Test func `workspaces and folders become the environments they are called`() throws {
        let text = initialPolicy(
            workspaces: ["prod", "preprod", "dev-eu", "blue"],
            folders: ["live", "live/prod", "live/staging", "modules", "product"])
        let policy = try policy(text)
        #expect(environments(policy, workspace: "prod") == ["production"])
        #expect(environments(policy, workspace: "dev-eu") == ["development"])
        #expect(environments(policy, workspace: "preprod") == [])
        #expect(
            environments(policy, workspace: "x", directory: "/repository/live/prod/db")
                == ["production"])
        #expect(
            environments(policy, workspace: "x", directory: "/repository/live/staging")
                == ["staging"])
        #expect(environments(policy, workspace: "x", directory: "/repository/product") == [])
    }

    @Test func `where nothing is called production everything is taken for it`() throws {
        let policy = try policy(initialPolicy(workspaces: ["dev"], folders: []))
        #expect(environments(policy, workspace: "anything") == ["production"])
        #expect(environments(policy, workspace: "dev") == ["development"])
    }

    @Test func `the name of a folder is text, whatever it holds`() throws {
        let hostile = ["prod\"]\n}\nrule \"x\" {", "prod${1}", "prod\\", "prod*", "prod\u{1b}[31m"]
        let text = initialPolicy(workspaces: hostile, folders: hostile)
        let policy = try policy(text)
        #expect(policy.rules.map(\.source.name) == ["no-data-loss-in-production"])
        #expect(environments(policy, workspace: "prod${1}") == ["production"])
        #expect(!text.utf8.contains(0x1b))
    }
}
