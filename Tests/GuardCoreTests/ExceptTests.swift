import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct ExceptTests {
    private static let previews = """
        environment "preview" {
          match {
            workspace = ["pr-*"]
          }
        }

        """

    private func decision(
        _ text: String, rows: [ResourceChange] = [row("acme_db.x", [.create])],
        actors: WordSet<Actor> = [.human], workspace: ByteString? = "pr-1",
        near: String? = nil
    ) throws -> Decision {
        var plan = plan()
        plan.changes = rows
        let facts = RunFacts(
            actors: actors, workspace: workspace, directory: "/home/ada/infrastructure")
        var sources = [source(text, name: "../tfguard.hcl", distance: 1)]
        if let near { sources.insert(source(near), at: 0) }
        return judge(plan, under: try policy(sources), facts: facts).decision
    }

    private static let exceptPreview =
        previews + """
            rule "r" {
              decision = "block"
              except {
                environments = ["preview"]
                actors       = ["human", "ci"]
              }
            }
            """

    @Test func `an exception holds for its environments and actors`() throws {
        #expect(try decision(Self.exceptPreview) == .allow)
        #expect(try decision(Self.exceptPreview, workspace: "main") == .block)
        #expect(try decision(Self.exceptPreview, workspace: nil) == .block)
        #expect(try decision(Self.exceptPreview, actors: [.ci]) == .allow)
        #expect(try decision(Self.exceptPreview, actors: [.ci, .agent]) == .block)
        #expect(try decision(Self.exceptPreview, actors: []) == .block)
    }

    @Test func `a nearer file widens no exception of a file further up`() throws {
        let near = "environment \"preview\" {\n  match {\n    workspace = [\"*\"]\n  }\n}"
        #expect(try decision(Self.exceptPreview, workspace: "main", near: near) == .block)
    }

    @Test func `a limit does not count what it excepts`() throws {
        let text = """
            limit "l" {
              actions  = ["create", "delete"]
              max      = 1
              decision = "block"
              except {
                actions = ["create"]
                types   = ["acme_note"]
              }
            }
            rule "r" {
              types    = ["nothing"]
              decision = "block"
            }
            """
        let notes = (1...3).map { row("acme_note.x\($0)", [.create]) }
        #expect(try decision(text, rows: notes) == .allow)
        #expect(try decision(text, rows: notes + [row("acme_db.x", [.create])]) == .allow)
        let databases = (1...2).map { row("acme_db.x\($0)", [.create]) }
        #expect(try decision(text, rows: notes + databases) == .block)
    }
}
