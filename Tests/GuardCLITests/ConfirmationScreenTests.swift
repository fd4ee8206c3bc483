import Diagnostics
import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct ConfirmationScreenTests {
    private static let small = TerminalSize(columns: 80, rows: 24)
    private static let large = TerminalSize(columns: 200, rows: 60)

    @Test func `says where, what, why, what it takes and what to do instead`() {
        var counts = ChangeCounts()
        counts.noOp = 41
        let verdict = Sample.verdict(
            [
                Sample.harmless("aws_ecs_service.web", .update),
                Sample.loss("courses-prod", "aws_db_instance.courses"),
            ], counts: counts)
        let screen = confirmationScreen(
            verdict, challenge: Sample.challenge("courses-prod"), backend: "s3",
            size: Self.small, style: .plain)
        #expect(
            screen.text == """
                ━━ PRODUCTION ━━ PRODUCTION ━━ PRODUCTION ━━ PRODUCTION ━━ PRODUCTION ━━━━━━━━━━
                Workspace prod on s3 in /home/ada/infra/live/prod/courses; production by
                workspace "prod".

                This would destroy 1 resource, a critical one.

                 DESTROY  courses-prod (critical data)
                          aws_db_instance.courses
                   Why       It is no longer in the configuration.
                   Rule      critical-loss (builtin:default): Applying again does not bring it
                             back.
                   Recovery  Restore the newest snapshot: an hour or more, and what was written
                             since it is gone. Take a snapshot first.
                   Instead   To keep it, write a removed block with destroy = false; Terraform
                             lets go of it.

                Besides: update 1, leave 41 as they are.
                Nothing has been changed yet, and Ctrl-C keeps it so.

                """)
        #expect(screen.questions == ["Type \"courses-prod\" to destroy it\n"])
        #expect(screen.prompts == ["Type \"courses-prod\" to destroy it\n> "])
    }

    @Test func `tells what a replacement is for`() {
        var loss = Sample.loss(
            "courses-prod", "aws_db_instance.courses", effects: [.replace],
            reason: "replace_because_cannot_update")
        loss.change.replacePaths = json(#"[["engine_version"]]"#)
        loss.change.before = json(#"{"engine_version":"14.9"}"#)
        loss.change.after = json(#"{"engine_version":"15.4"}"#)
        loss.change.beforeSensitive = json("{}")
        loss.change.afterSensitive = json("{}")
        let text = screen([loss], names: ["courses-prod"], Self.small).text
        #expect(
            text.contains(
                """
                   Why       The old one is destroyed; a new one takes its place.
                             engine_version "14.9" → "15.4" cannot be changed in place.

                """))
    }

    @Test(arguments: [
        ("courses-prod", "destroy", "Type \"courses-prod\" to destroy it\n"),
        ("courses-prod", "replace", "Type \"courses-prod\" to replace it\n"),
        ("aws_db_instance.x", "forget", "Type \"aws_db_instance.x\" to forget it\n"),
        ("destroy 1 in production", "destroy", "Type \"destroy 1 in production\" to go ahead\n"),
    ])
    func `asks for a name or for the phrase`(expected: String, verb: String, question: String) {
        let screen = confirmationScreen(
            Sample.verdict([Sample.loss("courses-prod", "aws_db_instance.x")]),
            challenge: Sample.challenge(ByteString(expected), verb: verb), size: Self.small,
            style: .plain)
        #expect(screen.questions == [question])
    }

    @Test(arguments: [1, 2, 5])
    func `fits 80 by 24 with a few critical losses`(count: Int) {
        let names = (0..<count).map { "courses-prod-\($0)" }
        let screen = screen(losses(count), names: names, Self.small)
        #expect(rows(of: screen) <= 24)
        for name in names { #expect(screen.text.contains(name)) }
    }

    @Test(arguments: [small, large], [1, 5, 12, 400])
    func `never folds a critical loss away`(size: TerminalSize, count: Int) {
        let screen = screen(
            losses(40, .medium) + losses(count), names: ["destroy \(count + 40) in production"],
            size)
        let words = Set(screen.text.split(whereSeparator: \.isWhitespace))
        for number in 0..<count {
            #expect(words.contains("courses-prod-\(number)"))
            #expect(words.contains("aws_db_instance.courses[\(number)]"))
        }
    }

    @Test(arguments: [small, large])
    func `says it again above the prompt where it scrolls`(size: TerminalSize) {
        let screen = screen(losses(400), names: ["destroy 400 in production"], size)
        let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
        let bars = lines.indices.filter { lines[$0].hasPrefix("━━ PRODUCTION") }
        #expect(bars.count == 2)
        #expect(lines.count - (bars.last ?? 0) < 12)
        #expect(lines.suffix(12).contains("This would destroy 400 resources, all critical."))
    }

    @Test func `does not repeat itself where nothing scrolls`() {
        let screen = screen(losses(5), names: ["a", "b", "c", "d", "e"], Self.large)
        #expect(screen.text.ranges(of: "This would").count == 1)
    }

    @Test(arguments: [small, large])
    func `folds what is not critical to the terminal's height`(size: TerminalSize) {
        let screen = screen(losses(400, .medium), names: ["destroy 400 in production"], size)
        let listed = screen.text.ranges(of: " DESTROY  ").count
        #expect(rows(of: screen) <= size.rows)
        #expect(rows(of: screen) >= size.rows - 1)
        #expect(
            screen.text.contains("and \(400 - listed) more, none critical"), "\(screen.text)")
    }

    @Test(arguments: [TextStyle.plain, .coloured], [20, 24, 40, 80, 200])
    func `is never wider than the terminal`(style: TextStyle, columns: Int) {
        let long = ByteString(String(repeating: "很长的名字-very-long-", count: 30) + "END")
        let changes =
            [Sample.loss(long, long), Sample.loss("教室-🚀-prod", "a.b", effects: [.forget])]
            + losses(3) + losses(20, .low)
        let screen = confirmationScreen(
            Sample.verdict(changes), challenge: Sample.challenge(long, "教室-🚀-prod"),
            size: TerminalSize(columns: columns, rows: 24), style: style)
        for line in (screen.text + screen.questions.joined()).split(separator: "\n") {
            #expect(TerminalText.width(of: withoutColour(line)) <= max(columns, 24))
        }
    }

    @Test func `wraps a long identity and keeps its end`() {
        let long = String(repeating: "very-long-identity-", count: 20) + "END"
        let screen = screen([Sample.loss(ByteString(long), "a.b")], names: [long], Self.small)
        let joined = screen.text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
        #expect(joined.contains(long))
        let question = screen.questions[0].split(separator: "\n").joined()
        #expect(question == "Type\"\(long)\" to destroy it")
    }

    @Test func `says the same without colour`() {
        let changes = losses(3) + losses(30, .low)
        let plain = screen(changes, names: ["x"], Self.small, .plain)
        let coloured = screen(changes, names: ["x"], Self.small, .coloured)
        #expect(plain.text != coloured.text)
        #expect(withoutColour(coloured.text[...]) == plain.text)
        #expect(!plain.text.contains("\u{1b}"))
    }

    @Test func `lists what is only warned of where the plan as a whole is in question`() {
        let finding = Finding(
            rule: "everything-goes", layer: "tfguard", decision: .confirm,
            reason: "Everything in the state goes away.")
        let changes = (0..<40).map { number in
            Sample.loss(nil, ByteString("a.b[\(number)]"), severity: .low, decision: .warn)
        }
        let verdict = Sample.verdict(changes, findings: [finding], decision: .confirm)
        let screen = confirmationScreen(
            verdict, challenge: Sample.challenge("apply in production"), size: Self.small,
            style: .plain)
        #expect(screen.text.contains(" DESTROY  a.b[0]\n"))
        #expect(screen.text.contains(" more, none critical: destroy "))
        #expect(screen.text.contains(" CONFIRM  everything-goes (tfguard)"))
        #expect(rows(of: screen) <= 24)
    }

    @Test func `shows findings about the whole plan`() {
        let finding = Finding(
            rule: "blast-radius", layer: "builtin:default", decision: .confirm,
            reason: "More than 20 losses.", remedy: "Split the change.")
        let verdict = Sample.verdict([], findings: [finding], decision: .confirm)
        let text = confirmationScreen(
            verdict, challenge: Sample.challenge("apply in production"), size: Self.small,
            style: .plain
        ).text
        #expect(
            text.contains(
                """
                 CONFIRM  blast-radius (builtin:default): More than 20 losses.
                          Instead: Split the change.

                """))
    }

    @Test func `obeys nothing that a plan says`() {
        for size in [Self.small, Self.large] {
            let screen = confirmationScreen(
                Hostile.verdict, challenge: Sample.challenge(ByteString(Hostile.text)),
                backend: ByteString(Hostile.text), size: size, style: .plain)
            let lines = (screen.text + screen.prompts.joined()).split(separator: "\n")
            Hostile.expectNone(in: lines.joined().utf8)
        }
    }

    private func screen(
        _ changes: [JudgedChange], names: [String], _ size: TerminalSize,
        _ style: TextStyle = .plain
    ) -> ConfirmationScreen {
        let lines = names.map { Challenge.Line(expected: ByteString($0), verb: "destroy") }
        return confirmationScreen(
            Sample.verdict(changes), challenge: Challenge(lines: lines), size: size, style: style)
    }

    private func losses(_ count: Int, _ severity: Severity = .critical) -> [JudgedChange] {
        (0..<count).map { number in
            let name = severity == .critical ? "courses" : "\(severity)"
            return Sample.loss(
                ByteString("\(name)-prod-\(number)"),
                ByteString("aws_db_instance.\(name)[\(number)]"), severity: severity)
        }
    }

    /// With the line for the typing.
    private func rows(of screen: ConfirmationScreen) -> Int {
        (screen.text + screen.prompts[0]).count { $0 == "\n" } + 1
    }

    private func withoutColour(_ text: Substring) -> String {
        String(text.replacing(/\u{1b}\[[0-9;]*m/, with: ""))
    }
}
