import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct EnvironmentTests {
    private func environments(
        _ sources: [PolicySource] = [], workspace: ByteString? = "default",
        directory: ByteString? = "/home/ada/infrastructure", variables: [String: String?] = [:]
    ) throws -> [RecognisedEnvironment] {
        var plan = plan()
        plan.variables = variables.sorted { $0.key < $1.key }.map {
            Variable(name: ByteString($0.key), value: $0.value.map(json))
        }
        let facts = RunFacts(actors: [.human], workspace: workspace, directory: directory)
        let policy = try policy(sources + [source(unrelatedRule, layer: .builtin)])
        return judge(plan, under: policy, facts: facts).environments
    }

    // MARK: Production's usual names

    @Test(arguments: [
        "prod", "PROD", "production", "Production", "prd", "live", "prod1", "prod-eu", "eu-prod",
        "eu_prod_2", "acme.production", "prod/eu", "prod-copy", "prods",
    ])
    func `a workspace is production by its name`(workspace: String) throws {
        #expect(
            try environments(workspace: ByteString(workspace))
                == [RecognisedEnvironment(name: "production", by: "workspace \"\(workspace)\"")])
    }

    @Test(arguments: [
        "nonprod", "non-prod", "non_production", "not-prod", "no-prod", "preprod", "pre-prod",
        "pre_production", "product", "products-db", "reproduction", "default", "staging", "alive",
        "delivery", "prodigy", "",
    ])
    func `a workspace is not production by something in its name`(workspace: String) throws {
        #expect(try environments(workspace: ByteString(workspace)) == [])
    }

    @Test func `a folder is production by any part of its path but not by live`() throws {
        #expect(
            try environments(directory: "/srv/live/prod/db")
                == [
                    RecognisedEnvironment(name: "production", by: "directory \"/srv/live/prod/db\"")
                ])
        #expect(try environments(directory: "/srv/live/staging/db") == [])
        #expect(try environments(directory: "/srv/product/nonprod") == [])
    }

    @Test(arguments: ["env", "environment", "stage", "ENVIRONMENT", "env-name", "deploy_env"])
    func `a variable of a usual name says production, and its value is not told`(
        name: String
    ) throws {
        #expect(
            try environments(variables: [name: "\"eu-prod\""])
                == [RecognisedEnvironment(name: "production", by: "variable \"\(name)\"")])
        #expect(try environments(variables: [name: "\"staging\""]) == [])
    }

    @Test func `a variable of another name says nothing`() throws {
        #expect(try environments(variables: ["database": "\"prod\"", "env": "[\"prod\"]"]) == [])
    }

    @Test func `the usual names count until the system's or a project's policy defines production`()
        throws
    {
        let definition =
            "environment \"production\" {\n  match {\n    workspace = [\"p\"]\n  }\n}"
        for layer in [PolicyLayer.system, .project] {
            #expect(try environments([source(definition, layer: layer)], workspace: "prod") == [])
            #expect(
                try environments([source(definition, layer: layer)], workspace: "p")
                    .map(\.name) == ["production"])
        }
        // A -policy file may only tighten.
        let flag = source(definition, layer: .flag)
        #expect(try environments([flag], workspace: "prod").map(\.name) == ["production"])
    }

    @Test func `a rule lets pass only where its environment is certain, and every actor named`()
        throws
    {
        let preview = """
            environment "preview" {
              match { workspace = ["pr-*"] }
            }
            rule "r" {
              environments = ["preview"]
              actors       = ["ci"]
              actions      = ["invoke", "forget"]
              decision     = "allow"
            }
            """
        func decision(_ workspace: ByteString?, _ actors: WordSet<Actor>) throws -> Decision {
            var facts = person
            facts.workspace = workspace
            facts.actors = actors
            let policy = try policy(source(preview, isAnchored: true))
            return judge(plan(row("a_b.c", [.forget])), under: policy, facts: facts).decision
        }
        #expect(try decision("pr-1", [.ci]) == .allow)
        #expect(try decision(nil, [.ci]) == .confirm)
        #expect(try decision("pr-1", [.ci, .agent]) == .confirm)
        #expect(try decision("main", [.ci]) == .confirm)
    }

    // MARK: Definitions

    private static let definitions = """
        environment "production" {
          match {
            workspace = ["prod", "prod-*"]
            variable  = { region = ["eu-*"], replicas = ["3"] }
          }
          match {
            directory = ["live/prod/**", "."]
          }
        }
        environment "preview" {
          match {
            workspace = ["pr-*"]
          }
        }
        environment "rest" {
          fallback = true
        }
        """

    @Test(arguments: [
        ("prod-x", "/home/ada/x", "\"eu-west-1\"", "3", ["production"]),
        ("prod-x", "/home/ada/x", "\"eu-west-1\"", "\"3\"", ["production"]),
        ("prod-x", "/home/ada/x", "\"us-east-1\"", "3", ["rest"]),
        ("prod-x", "/home/ada/x", "null", "3", ["rest"]),
        ("x", "/home/ada/live/prod", "\"us\"", "3", ["production"]),
        ("x", "/home/ada/live/prod/db", "\"us\"", "3", ["production"]),
        ("pr-7", "/home/ada/live/prod/db", "\"us\"", "3", ["preview", "production"]),
        ("x", "/home/ada", "\"us\"", "3", ["production"]),
        ("x", "/home/ada2/live/prod", "\"us\"", "3", ["rest"]),
        ("x", "/other/live/prod/db", "\"us\"", "3", ["rest"]),
    ])
    func `everything in one match holds together, and any of several matches`(
        workspace: String, directory: String, region: String, replicas: String,
        expected: [String]
    ) throws {
        let recognised = try environments(
            [source(Self.definitions)], workspace: ByteString(workspace),
            directory: ByteString(directory),
            variables: ["region": region, "replicas": replicas])
        #expect(recognised.map(\.name) == expected)
    }

    @Test func `what is not known counts as matched, and the fallback with it`() throws {
        let recognised = try environments([source(Self.definitions)], workspace: nil)
        #expect(
            recognised == [
                RecognisedEnvironment(name: "preview", by: "a workspace that is not known"),
                RecognisedEnvironment(name: "rest", by: "fallback"),
            ])
        let unknown = try environments(workspace: nil)
        #expect(
            unknown
                == [RecognisedEnvironment(name: "production", by: "a workspace that is not known")])
        let nowhere = try environments(directory: nil)
        #expect(
            nowhere
                == [RecognisedEnvironment(name: "production", by: "a directory that is not known")])
    }

    @Test func `environments of several layers unite`() throws {
        let near = "environment \"staging\" {\n  match {\n    workspace = [\"s\"]\n  }\n}"
        let far = "environment \"staging\" {\n  match {\n    workspace = [\"t\"]\n  }\n}"
        let sources = [source(near, layer: .system), source(far), source(near, layer: .flag)]
        #expect(try environments(sources, workspace: "s").map(\.name) == ["staging"])
        #expect(try environments(sources, workspace: "t").map(\.name) == ["staging"])
        #expect(try environments(sources, workspace: "u") == [])
    }

    @Test func `a pattern of the system's policy matches anywhere or from the root`() throws {
        let text =
            "environment \"e\" {\n  match {\n    directory = [\"/srv/*/db\", \"**/vault\"]\n  }\n}"
        let system = source(text, layer: .system, directory: "/etc/tfguard")
        #expect(try environments([system], directory: "/srv/a/db").map(\.name) == ["e"])
        #expect(try environments([system], directory: "/home/x/vault").map(\.name) == ["e"])
        #expect(try environments([system], directory: "/home/srv/a/db") == [])
    }
}
