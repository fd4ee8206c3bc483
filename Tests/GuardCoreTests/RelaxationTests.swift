import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct RelaxationTests {
    static let builtin = source(
        """
        rule "loss" {
          actions  = ["delete", "replace"]
          decision = "confirm"
        }
        limit "blast-radius" {
          actions  = ["delete"]
          max      = 2
          decision = "approve"
        }
        """, layer: .builtin)

    static let preview = """
        environment "preview" {
          match {
            workspace = ["pr-*"]
          }
        }

        """

    static let mayDie =
        preview + """
            override "preview-may-die" {
              rules        = ["builtin:default/*"]
              environments = ["preview"]
              decision     = "allow"
              reason       = "Destroyed every night."
            }
            """

    /// 2026-06-15, noon in UTC.
    static let noon = Moment(secondsSinceEpoch: 1_781_524_800)

    static func facts(
        _ actors: WordSet<Actor> = [.human], workspace: ByteString? = "pr-7",
        directory: ByteString? = "/home/ada/infrastructure", now: Moment? = noon
    ) -> RunFacts {
        RunFacts(actors: actors, workspace: workspace, directory: directory, now: now)
    }

    static func judged(
        _ rows: [ResourceChange] = [row("acme_db.x", [.delete])], under sources: [PolicySource],
        facts: RunFacts = facts(), variables: [String: String] = [:], priorState: Int = 100
    ) throws -> Verdict {
        var plan = plan(priorState: priorState)
        plan.changes = rows
        plan.variables = variables.map {
            Variable(name: ByteString($0.key), value: json("\"\($0.value)\""))
        }
        return judge(plan, under: try policy(sources + [builtin]), facts: facts)
    }

    // MARK: What they do

    @Test func `an override lowers what it names where it says`() throws {
        let verdict = try Self.judged(under: [source(Self.mayDie)])
        #expect(verdict.decision == .allow)
        #expect(verdict.findings.isEmpty)
        #expect(
            verdict.relaxations == [
                RelaxationNote(
                    kind: "override", name: "preview-may-die", layer: "project",
                    rule: "builtin:default/loss", from: .confirm, to: .allow,
                    standing: .unanchored, until: nil, reason: "Destroyed every night.", count: 1)
            ])
        let elsewhere = try Self.judged(
            under: [source(Self.mayDie)], facts: Self.facts(workspace: "staging"))
        #expect(elsewhere.decision == .confirm)
        #expect(elsewhere.relaxations.isEmpty)
    }

    @Test func `a preview can lose everything it has, and more than a limit allows`() throws {
        let rows = (1...3).map { row("acme_db.x\($0)", [.delete]) }
        let verdict = try Self.judged(rows, under: [source(Self.mayDie)], priorState: 3)
        #expect(verdict.decision == .allow)
        #expect(
            verdict.relaxations.map(\.rule) == [
                "builtin:default/loss", "builtin:default/blast-radius",
                "builtin:default/everything-goes",
            ])
        #expect(verdict.relaxations.map(\.count) == [3, 1, 1])
    }

    @Test func `a relaxation lowers and never raises`() throws {
        let verdict = try Self.judged(
            under: [
                source(
                    Self.preview + """
                        override "o" {
                          rules        = ["builtin:default/loss"]
                          environments = ["preview"]
                          decision     = "approve"
                        }
                        """)
            ])
        #expect(verdict.decision == .confirm)
        #expect(verdict.relaxations.isEmpty)
    }

    @Test func `an exception counts for its addresses until the end of its day in UTC`() throws {
        let text = """
            rule "no-database-loss" {
              actions  = ["delete"]
              types    = ["acme_db"]
              decision = "block"
            }
            exception "retire" {
              rules     = ["no-database-loss"]
              addresses = ["acme_db.legacy"]
              decision  = "confirm"
              until     = "2026-12-31"
              reason    = "OPS-123"
            }
            """
        // 2027-01-01T00:00:00Z
        let end: Int64 = 1_798_761_600
        let legacy = row("acme_db.legacy", [.delete])
        for (now, expected): (Moment?, Decision) in [
            (Self.noon, .confirm), (Moment(secondsSinceEpoch: end - 1), .confirm),
            (Moment(secondsSinceEpoch: end), .block), (nil, .block),
        ] {
            let verdict = try Self.judged(
                [legacy], under: [source(text)], facts: Self.facts(now: now))
            #expect(verdict.decision == expected)
            let standing: RelaxationNote.Standing = expected == .block ? .expired : .unanchored
            #expect(verdict.relaxations.map(\.standing) == [standing])
            #expect(verdict.relaxations.map(\.until) == ["2026-12-31"])
        }
        let other = try Self.judged(
            [legacy, row("acme_db.orders", [.delete])], under: [source(text)])
        #expect(other.changes.map(\.decision) == [.confirm, .block])
    }

    @Test(
        arguments: [
            ("2026-12-31", 1_798_761_600), ("2028-02-29", 1_835_481_600),
            ("2026-12-31T18:00:00Z", 1_798_740_000), ("2026-12-31T18:00:00+01:00", 1_798_736_400),
            ("2026-12-31T18:00:05-05:30", 1_798_759_805),
            ("2026-02-29", nil), ("2026-13-01", nil), ("2026-1-01", nil), ("31.12.2026", nil),
            ("2026-12-31T18:00:00", nil), ("2026-12-31 18:00:00Z", nil),
            ("2026-12-31T24:00:00Z", nil),
            ("tomorrow", nil), ("", nil),
        ] as [(String, Int64?)])
    func `a date is a day of the calendar, or a time with its offset`(
        text: String, end: Int64?
    ) {
        #expect(Expiry(text)?.end.secondsSinceEpoch == end)
    }

    @Test func `what a relaxation covers in part it does not cover`() throws {
        let text = """
            override "o" {
              rules     = ["builtin:default/*"]
              addresses = ["acme_db.x"]
              decision  = "allow"
            }
            """
        let rows = (1...3).map { row("acme_db.y\($0)", [.delete]) } + [row("acme_db.x", [.delete])]
        let verdict = try Self.judged(rows, under: [source(text)])
        // A limit is about no address.
        #expect(verdict.findings.filter { $0.rule == "blast-radius" }.map(\.decision) == [.approve])
        #expect(verdict.changes.map(\.decision) == [.confirm, .confirm, .confirm, .allow])
    }

    // MARK: Ways round

    @Test func `nothing below the system's policy relaxes it`() throws {
        let system = source(
            "rule \"r\" {\n  actions  = [\"delete\"]\n  decision = \"block\"\n}", layer: .system)
        let project = source(
            Self.mayDie.replacing("builtin:default/*", with: "**"), isAnchored: true)
        let verdict = try Self.judged(under: [system, project])
        #expect(verdict.decision == .block)
        #expect(verdict.relaxations.map(\.rule) == ["builtin:default/loss"])
    }

    @Test func `the system's policy relaxes everything below it`() throws {
        let project = source(
            "rule \"r\" {\n  actions  = [\"delete\"]\n  decision = \"block\"\n}")
        let system = source(
            Self.mayDie.replacing("builtin:default/*", with: "**"), layer: .system,
            directory: "/etc/tfguard")
        let verdict = try Self.judged(under: [system, project], facts: Self.facts([.agent]))
        #expect(verdict.decision == .allow)
        #expect(Set(verdict.relaxations.map(\.standing)) == [.counted])
    }

    @Test func `a nearer file relaxes nothing of a file further up`() throws {
        let far = source(
            "rule \"r\" {\n  actions  = [\"delete\"]\n  decision = \"block\"\n}",
            name: "../tfguard.hcl", distance: 1)
        let near = source(
            """
            override "o" {
              rules     = ["**"]
              addresses = ["**"]
              decision  = "allow"
            }
            """, distance: 0)
        #expect(try Self.judged(under: [near, far]).decision == .block)
        // The other way round it is the outer file's to say.
        let outer = source(
            """
            override "o" {
              rules     = ["project/r"]
              addresses = ["**"]
              decision  = "warn"
            }
            rule "s" {
              decision = "warn"
            }
            """, name: "../tfguard.hcl", distance: 1)
        let inner = source(
            "rule \"r\" {\n  actions  = [\"create\"]\n  decision = \"block\"\n}", distance: 0)
        let created = try Self.judged([row("acme_db.x", [.create])], under: [inner, outer])
        #expect(created.decision == .warn)
    }

    @Test func `a nearer file makes nothing a preview to a file further up`() throws {
        let far = source(Self.mayDie, name: "../tfguard.hcl", distance: 1)
        let near = source(
            "environment \"preview\" {\n  match {\n    workspace = [\"*\"]\n  }\n}", distance: 0)
        let facts = Self.facts(workspace: "main")
        #expect(try Self.judged(under: [near, far], facts: facts).decision == .confirm)
        #expect(try Self.judged(under: [far], facts: Self.facts()).decision == .allow)
    }

    @Test func `a dummy environment takes no fallback away from a file further up`() throws {
        let far = source(
            """
            environment "production" {
              fallback = true
            }
            rule "r" {
              environments = ["production"]
              actions      = ["delete"]
              decision     = "block"
            }
            """, name: "../tfguard.hcl", distance: 1)
        let dummy = source(
            "environment \"sandbox\" {\n  match {\n    workspace = [\"*\"]\n  }\n}", distance: 0)
        let verdict = try Self.judged(under: [dummy, far])
        #expect(verdict.environments.map(\.name) == ["production", "sandbox"])
        #expect(verdict.decision == .block)
    }

    @Test func `a dummy production takes the usual names away from no agent`() throws {
        let dummy =
            Self.preview
            + "environment \"production\" {\n  match {\n    workspace = [\"nope\"]\n  }\n}"
        func environments(_ actors: WordSet<Actor>, isAnchored: Bool) throws -> [String] {
            try Self.judged(
                under: [source(dummy, isAnchored: isAnchored)],
                facts: Self.facts(actors, workspace: "prod")
            ).environments.map(\.name)
        }
        #expect(try environments([.human], isAnchored: false) == [])
        #expect(try environments([.agent], isAnchored: false) == ["production"])
        #expect(try environments([.unattended, .ci], isAnchored: false) == ["production"])
        #expect(try environments([.agent], isAnchored: true) == [])
    }

    @Test func `what is production too is no preview`() throws {
        let text =
            Self.mayDie + """

                environment "production" {
                  match {
                    directory = ["live/prod/**"]
                  }
                }
                """
        let facts = Self.facts(directory: "/home/ada/live/prod/db")
        #expect(try Self.judged(under: [source(text)], facts: facts).decision == .confirm)
        let named = text.replacing("[\"preview\"]", with: "[\"preview\", \"production\"]")
        #expect(try Self.judged(under: [source(named)], facts: facts).decision == .allow)
    }

    @Test func `what is not known relaxes nothing`() throws {
        let facts = Self.facts(workspace: nil)
        let verdict = try Self.judged(under: [source(Self.mayDie)], facts: facts)
        #expect(verdict.environments.contains { $0.name == "preview" })
        #expect(verdict.decision == .confirm)
    }

    @Test func `a variable on the command line makes nothing a preview`() throws {
        let text = Self.mayDie.replacing(
            "workspace = [\"pr-*\"]", with: "variable = { env = [\"pr-*\"] }")
        let verdict = try Self.judged(
            under: [source(text)], facts: Self.facts(workspace: "main"),
            variables: ["env": "pr-7"])
        #expect(verdict.environments.map(\.name) == ["preview"])
        #expect(verdict.decision == .confirm)
    }

    @Test(
        arguments: [
            ([Actor.human], false, RelaxationNote.Standing.unanchored), ([.ci], false, .unanchored),
            ([.agent], false, .untrusted), ([.unattended], false, .untrusted),
            ([.agent, .ci], false, .untrusted), ([], false, .untrusted), ([.agent], true, .counted),
            ([.human], true, .counted),
        ] as [(WordSet<Actor>, Bool, RelaxationNote.Standing)])
    func `what others than root could have written relaxes nothing for an agent or a script`(
        actors: WordSet<Actor>, isAnchored: Bool, standing: RelaxationNote.Standing
    ) throws {
        let text = """
            override "o" {
              rules     = ["builtin:default/loss"]
              addresses = ["acme_db.*"]
              decision  = "allow"
            }
            """
        let verdict = try Self.judged(
            under: [source(text, isAnchored: isAnchored)], facts: Self.facts(actors))
        #expect(verdict.decision == (standing == .untrusted ? .confirm : .allow))
        #expect(verdict.relaxations.map(\.standing) == [standing])
    }

    @Test func `an agent makes no environment that an anchored override relies on`() throws {
        let override = """
            override "o" {
              rules        = ["builtin:default/loss"]
              environments = ["preview"]
              decision     = "allow"
            }
            """
        let definition = source(Self.preview, name: "../tfguard.hcl", distance: 1)
        let relaxing = source(override, isAnchored: true)
        let sources = [relaxing, definition]
        #expect(try Self.judged(under: sources, facts: Self.facts([.agent])).decision == .confirm)
        #expect(try Self.judged(under: sources, facts: Self.facts([.human])).decision == .allow)
    }

    @Test func `an override for people is none for a run that is also an agent's`() throws {
        let text = """
            override "o" {
              rules     = ["builtin:default/loss"]
              addresses = ["acme_db.*"]
              actors    = ["human", "ci"]
              decision  = "allow"
            }
            """
        let sources = [source(text, isAnchored: true)]
        #expect(try Self.judged(under: sources, facts: Self.facts([.ci])).decision == .allow)
        #expect(
            try Self.judged(under: sources, facts: Self.facts([.ci, .agent])).decision == .confirm)
    }

    @Test func `what tfguard itself blocks no override reaches`() throws {
        let text = """
            override "o" {
              rules     = ["**"]
              addresses = ["**"]
              decision  = "allow"
            }
            """
        let verdict = try Self.judged(
            [row("acme_db.x", [.create, .update])], under: [source(text, isAnchored: true)])
        #expect(verdict.decision == .block)
    }
}
