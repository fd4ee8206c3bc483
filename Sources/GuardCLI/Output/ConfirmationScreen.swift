import Diagnostics
import GuardCore
import TerraformPlan

/// What a person sees before they are asked to type what is lost.
///
/// It is the one thing a tired person reads, so it keeps to an order: where this happens; what is
/// lost, by its real name, why, and what to do instead; how much else changes, in one line; that
/// nothing has happened yet; what to type.
///
/// The most is said that fits the terminal. What gives way, in this order: the explanations of
/// what is not critical, then the list of it. Critical losses never give way: where even they do
/// not fit, the screen scrolls, and its last lines say again where this is and how much is lost.
struct ConfirmationScreen {
    /// Everything above the first question, each line with its line feed.
    let text: String
    /// One for each line of the challenge, with its line feed: `Type "courses-prod" to destroy it`.
    let questions: [String]

    /// The questions as prompts: the typing begins behind the last character.
    var prompts: [String] { questions.map { $0 + "> " } }
}

/// The terminal a screen is for.
struct TerminalSize: Equatable {
    var columns: Int
    var rows: Int
}

func confirmationScreen(
    _ verdict: Verdict, challenge: Challenge, backend: ByteString? = nil, size: TerminalSize,
    style: TextStyle
) -> ConfirmationScreen {
    let drawing = ScreenDrawing(
        verdict: verdict, challenge: challenge, backend: backend, size: size)
    return ConfirmationScreen(
        text: drawing.fitting().rendered(style),
        questions: drawing.questions().map { $0.rendered(style) })
}

private struct ScreenDrawing {
    let verdict: Verdict
    let challenge: Challenge
    let backend: ByteString?
    let size: TerminalSize
    let concerns: Concerns

    init(verdict: Verdict, challenge: Challenge, backend: ByteString?, size: TerminalSize) {
        self.verdict = verdict
        self.challenge = challenge
        self.backend = backend
        self.size = size
        concerns = Concerns(verdict)
    }

    /// The lines above the first prompt, as much of them as the terminal has room for.
    func fitting() -> TextBlock {
        // A question has its own lines, and one below for the typing.
        let room = size.rows - (questions().first?.lines.count ?? 0) - 1
        let amounts = [
            ListDetail(), ListDetail(isSpread: false),
            folded(notesLesser: true, into: room), folded(notesLesser: false, into: room),
        ]
        for amount in amounts.compactMap(\.self) {
            let drawing = draw(amount)
            if drawing.lines.count <= room { return drawing }
        }
        let nothingLesser = ListDetail(isSpread: false, notesLesser: false, mostLesser: 0)
        let drawing = draw(nothingLesser)
        return drawing.lines.count <= room ? drawing : draw(nothingLesser, repeatsSummary: true)
    }

    /// The longest list of what is not critical that fits; nil where not even one of it does.
    private func folded(notesLesser: Bool, into room: Int) -> ListDetail? {
        func detail(_ count: Int) -> ListDetail {
            ListDetail(isSpread: false, notesLesser: notesLesser, mostLesser: count)
        }
        var fits = 0
        var tooMany = (concerns.losses + concerns.others).count { !$0.isCritical } + 1
        while tooMany - fits > 1 {
            let middle = (fits + tooMany) / 2
            if draw(detail(middle)).lines.count <= room { fits = middle } else { tooMany = middle }
        }
        return fits > 0 ? detail(fits) : nil
    }

    func questions() -> [TextBlock] {
        challenge.lines.map { line in
            var question = TextBlock(width: size.columns)
            question.paragraph([
                .prose("Type \"", .strong), .exact(line.expected.bytes, .strong),
                .prose("\" to \(purpose(of: line))", .strong),
            ])
            return question
        }
    }

    /// `destroy it` where one thing is named, `go ahead` where the phrase says what happens.
    private func purpose(of line: Challenge.Line) -> String {
        let isName = concerns.losses.contains { concern in
            concern.judged.identity == line.expected
                || concern.judged.change.address == line.expected
        }
        return isName ? "\(line.verb) it" : "go ahead"
    }

    private func draw(_ detail: ListDetail, repeatsSummary: Bool = false) -> TextBlock {
        var screen = TextBlock(width: size.columns)
        drawSummary(on: &screen)
        let list = concerns.losses + concerns.others
        if !list.isEmpty {
            screen.gap()
            screen.append(ConcernList(list, detail: detail, width: size.columns).block)
        }
        for finding in concerns.general {
            screen.gap()
            screen.paragraph(finding.sentence, indent: 1)
            if let remedy = finding.remedy {
                screen.paragraph([.prose("Instead: \(remedy)")], indent: 1)
            }
        }
        screen.gap()
        if verdict.decision == .approve { screen.paragraph([.prose(noSecondPerson)]) }
        screen.paragraph([.prose(counts)])
        if repeatsSummary {
            screen.gap()
            drawSummary(on: &screen)
            screen.append(criticalNames)
        }
        screen.paragraph([.prose(reassurance)])
        return screen
    }

    private func drawSummary(on screen: inout TextBlock) {
        screen.bar(Banner(verdict.environments))
        screen.paragraph(place(of: verdict, backend: backend))
        screen.gap()
        screen.paragraph([.prose(stake(of: concerns), .danger)])
    }

    /// The harmless rest.
    private var counts: String {
        guard !concerns.warnings.isEmpty else { return rest(of: concerns) }
        return rest(of: concerns) + " Warned of: \(Concerns.phrase(concerns.warnings))."
    }

    /// The critical losses by name, for a screen whose top has scrolled away.
    private var criticalNames: TextBlock {
        let most = 4
        let critical = concerns.losses.filter(\.isCritical)
        var block = TextBlock(width: size.columns)
        var runs: [TextRun] = []
        for concern in critical {
            let name = concern.judged.identity ?? concern.judged.change.address
            runs += [.prose(runs.isEmpty ? "Critical: " : ", "), .exact(name.bytes, .strong)]
        }
        block.paragraph(runs)
        guard block.lines.count > most else { return block }
        block = TextBlock(width: size.columns)
        block.paragraph([.prose("All \(critical.count) critical ones are listed above; scroll up.")]
        )
        return block
    }

    private var reassurance: String {
        let names = challenge.lines.count
        let amount = names > 1 ? "There are \(names) names to type, one by one. " : ""
        return amount + "Nothing has been changed yet, and Ctrl-C keeps it so."
    }
}
