import Foundation
import TerraformPlan
import Testing

@testable import GuardCore

@Suite struct WindowTests {
    /// Berlin's clocks for good, as its file ends.
    private static let berlin: [UInt8] = {
        let counts: [UInt8] = [
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4,
        ]
        let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts
        let block = header + [0, 0, 0, 0, 0, 0, 0x43, 0x45, 0x54, 0]
        return block + block + Array("\nCET-1CEST,M3.5.0,M10.5.0/3\n".utf8)
    }()

    private static func moment(_ text: String) throws -> Moment {
        let date = try #require(ISO8601DateFormatter().date(from: text))
        return Moment(secondsSinceEpoch: Int64(date.timeIntervalSince1970))
    }

    private func read(_ sources: [PolicySource]) throws -> Policy {
        var policy = try policy(sources)
        #expect(policy.takeTimeZones(["Europe/Berlin": Self.berlin]).isEmpty)
        return policy
    }

    private func decision(
        _ text: String, at now: Moment?, rows: [ResourceChange] = [row("acme_db.x", [.create])],
        more sources: [PolicySource] = []
    ) throws -> Decision {
        var plan = plan()
        plan.changes = rows
        var facts = person
        facts.now = now
        return judge(plan, under: try read([source(text)] + sources), facts: facts).decision
    }

    private func isOpen(_ window: String, at text: String) throws -> Bool {
        let policy = """
            window "w" {
              \(window)
              timezone = "Europe/Berlin"
            }
            rule "r" {
              during   = ["w"]
              decision = "block"
            }
            """
        return try decision(policy, at: Self.moment(text)) == .block
    }

    private static let night = "from = \"22:00\"\n  to = \"06:00\""
    private static let friday = "days = [\"fri\"]\n  " + night
    private static let office =
        "days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]\n  from = \"09:00\"\n  to = \"17:30\""

    @Test(arguments: [
        // Summer: two hours ahead of UTC. 2026-06-15 is a Monday.
        (Self.office, "2026-06-15T06:59:59Z", false), (Self.office, "2026-06-15T07:00:00Z", true),
        (Self.office, "2026-06-15T15:29:59Z", true), (Self.office, "2026-06-15T15:30:00Z", false),
        (Self.office, "2026-06-14T10:00:00Z", false),
        // Winter: one.
        (Self.office, "2026-01-15T07:59:59Z", false), (Self.office, "2026-01-15T08:00:00Z", true),
        // Across midnight; the day of the evening counts.
        (Self.night, "2026-06-15T20:00:00Z", true), (Self.night, "2026-06-15T22:30:00Z", true),
        (Self.night, "2026-06-16T03:59:59Z", true), (Self.night, "2026-06-16T04:00:00Z", false),
        (Self.friday, "2026-06-19T19:59:59Z", false), (Self.friday, "2026-06-19T20:00:00Z", true),
        (Self.friday, "2026-06-20T03:00:00Z", true), (Self.friday, "2026-06-20T20:00:00Z", false),
        (Self.friday, "2026-06-19T03:00:00Z", false),
        // The whole day, in Berlin.
        ("days = [\"sat\"]", "2026-06-19T22:00:00Z", true),
        ("days = [\"sat\"]", "2026-06-20T22:00:00Z", false),
        ("from = \"12:00\"\n  to = \"24:00\"", "2026-06-15T21:59:59Z", true),
        ("from = \"12:00\"\n  to = \"24:00\"", "2026-06-15T22:00:00Z", false),
        // 2026-03-29: at 02:00 the clocks show 03:00. The window is half an hour long that night.
        ("from = \"01:30\"\n  to = \"02:30\"", "2026-03-29T00:59:59Z", true),
        ("from = \"01:30\"\n  to = \"02:30\"", "2026-03-29T01:00:00Z", false),
        // 2026-10-25: from 03:00 the clocks go back to 02:00, and show 02:15 twice.
        ("from = \"02:00\"\n  to = \"02:30\"", "2026-10-25T00:15:00Z", true),
        ("from = \"02:00\"\n  to = \"02:30\"", "2026-10-25T00:45:00Z", false),
        ("from = \"02:00\"\n  to = \"02:30\"", "2026-10-25T01:15:00Z", true),
        // Dates, both included.
        ("dates = [\"2026-12-18/2027-01-04\"]", "2026-12-17T22:59:59Z", false),
        ("dates = [\"2026-12-18/2027-01-04\"]", "2026-12-17T23:00:00Z", true),
        ("dates = [\"2026-12-18/2027-01-04\"]", "2027-01-04T22:59:59Z", true),
        ("dates = [\"2026-12-18/2027-01-04\"]", "2027-01-04T23:00:00Z", false),
        ("dates = [\"2026-12-18/2027-01-04\"]", "2027-12-20T12:00:00Z", false),
        ("dates = [\"2026-05-01\", \"2026-12-24\"]", "2026-12-24T12:00:00Z", true),
        (
            "dates = [\"2026-12-24\"]\n  from = \"22:00\"\n  to = \"06:00\"",
            "2026-12-25T04:00:00Z", true
        ),
        (
            "dates = [\"2026-12-24\"]\n  from = \"22:00\"\n  to = \"06:00\"",
            "2026-12-24T04:00:00Z", false
        ),
    ])
    func `a window is open when the clocks of its place say so`(
        window: String, moment: String, expected: Bool
    ) throws {
        #expect(try isOpen(window, at: moment) == expected)
    }

    private static let hours = """
        window "morning" {
          from     = "08:00"
          to       = "12:00"
          timezone = "UTC"
        }
        window "afternoon" {
          from     = "13:00"
          to       = "17:00"
          timezone = "UTC"
        }

        """

    @Test(arguments: [
        ("2026-06-15T09:00:00Z", Decision.warn), ("2026-06-15T12:30:00Z", .block),
        ("2026-06-15T14:00:00Z", .warn), ("2026-06-15T20:00:00Z", .block),
    ])
    func `during is any of its windows, and outside is none of them`(
        moment: String, expected: Decision
    ) throws {
        let text =
            Self.hours + """
                rule "in" {
                  during   = ["morning", "afternoon"]
                  decision = "warn"
                }
                rule "out" {
                  outside  = ["morning", "afternoon"]
                  decision = "block"
                }
                """
        #expect(try decision(text, at: Self.moment(moment)) == expected)
    }

    @Test func `where nobody knows the time, what tightens holds and what relaxes does not`() throws
    {
        let text =
            Self.hours + """
                rule "in" {
                  during   = ["morning"]
                  decision = "approve"
                  except {
                    during = ["morning"]
                  }
                }
                rule "loss" {
                  actions  = ["delete"]
                  decision = "block"
                }
                override "o" {
                  rules     = ["loss", "in"]
                  addresses = ["**"]
                  outside   = ["morning"]
                  decision  = "allow"
                }
                """
        let rows = [row("acme_db.x", [.delete])]
        #expect(try decision(text, at: nil) == .approve)
        #expect(try decision(text, at: nil, rows: rows) == .block)
        #expect(try decision(text, at: Self.moment("2026-06-15T20:00:00Z"), rows: rows) == .allow)
        #expect(try decision(text, at: Self.moment("2026-06-15T09:00:00Z"), rows: rows) == .block)
    }

    @Test func `a nearer window of the same name opens no freeze`() throws {
        let freeze = source(
            """
            window "hours" {
              from     = "08:00"
              to       = "12:00"
              timezone = "UTC"
            }
            rule "freeze" {
              outside  = ["hours"]
              decision = "block"
            }
            """, layer: .system)
        let near = """
            window "hours" {
              days     = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
              timezone = "UTC"
            }
            rule "mine" {
              during   = ["hours"]
              decision = "warn"
            }
            """
        let evening = try Self.moment("2026-06-15T20:00:00Z")
        #expect(try decision(near, at: evening, more: [freeze]) == .block)
        // A file that has none of its own uses the system's.
        let other = "rule \"mine\" {\n  during   = [\"hours\"]\n  decision = \"approve\"\n}"
        let morning = try Self.moment("2026-06-15T09:00:00Z")
        #expect(try decision(other, at: morning, more: [freeze]) == .approve)
    }

    @Test func `a zone that is not there is an error at its name`() throws {
        var policy = try policy(
            source(
                unrelatedRule + """
                    window "w" {
                      days     = ["mon"]
                      timezone = "Europe/Atlantis"
                    }
                    """))
        #expect(policy.timeZoneNames == ["Europe/Atlantis"])
        let missing = policy.takeTimeZones([:])
        #expect(missing.map(\.summary) == ["Unknown time zone"])
        #expect(missing.first?.range.map { $0.file.line(at: $0.start) } == 7)
        #expect(policy.takeTimeZones(["Europe/Atlantis": [1, 2, 3]]).count == 1)
    }
}
