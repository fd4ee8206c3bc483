import Diagnostics
import GuardCore
import TerraformPlan

/// What a person sees before they are asked to type what is lost.
///
/// It is the one thing a tired person reads, so it keeps to an order: where this happens; what is
/// lost, by its real name, why, and what to do instead; how much else changes, in one line; that
/// nothing has happened yet; what to type.
///
/// The most is said that fits the terminal. What gives way, in this order: the lines between, the
/// remedies for the plan as a whole, the list of what is not critical, its explanations. Critical losses never give way: where even they do
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

/// What somebody types for.
enum ConfirmationPurpose {
    /// It happens next.
    case applying
    /// They sign, and somebody else lets it happen.
    case approving
}

func confirmationScreen(
    _ verdict: Verdict, challenge: Challenge, backend: ByteString? = nil, size: TerminalSize,
    purpose: ConfirmationPurpose = .applying, accounts: [String] = [], style: TextStyle
) -> ConfirmationScreen {
    let drawing = ScreenDrawing(
        verdict: verdict, challenge: challenge, backend: backend, size: size, purpose: purpose,
        accounts: accounts)
    return ConfirmationScreen(
        text: drawing.fitting().rendered(style),
        questions: drawing.questions().map { $0.rendered(style) })
}

private struct ScreenDrawing {
    let verdict: Verdict
    let challenge: Challenge
    let backend: ByteString?
    let size: TerminalSize
    let purpose: ConfirmationPurpose
    let accounts: [String]
    let concerns: Concerns
    /// What is listed: what needs the typing, or what is warned of where that is the whole plan.
    let list: GroupedConcerns

    init(
        verdict: Verdict, challenge: Challenge, backend: ByteString?, size: TerminalSize,
        purpose: ConfirmationPurpose, accounts: [String]
    ) {
        self.verdict = verdict
        self.challenge = challenge
        self.backend = backend
        self.size = size
        self.purpose = purpose
        self.accounts = accounts
        concerns = Concerns(verdict)
        let asked = concerns.losses + concerns.others
        list = GroupedConcerns(asked.isEmpty ? concerns.warnings : asked, rules: .first)
    }

    /// The lines above the first prompt, as much of them as the terminal has room for.
    func fitting() -> TextBlock {
        // A question has its own lines, and one below for the typing.
        let room = size.rows - (questions().first?.lines.count ?? 0) - 1
        let least = ListDetail(
            isSpread: false, notesLesser: false, notesPlan: false, mostLesser: 0)
        let smallest = draw(least)
        guard smallest.lines.count <= room else { return draw(least, repeatsSummary: true) }
        if list.count <= room {
            for detail in [
                ListDetail(), ListDetail(isSpread: false),
                ListDetail(isSpread: false, notesPlan: false),
            ] {
                let drawing = draw(detail)
                if drawing.lines.count <= room { return drawing }
            }
        }
        let folded = fold(notesLesser: true, into: room) ?? fold(notesLesser: false, into: room)
        return folded ?? smallest
    }

    /// The longest list of what is not critical that fits; nil where not even one of it does.
    private func fold(notesLesser: Bool, into room: Int) -> TextBlock? {
        var longest: TextBlock?
        var fits = 0
        // Each has a line at least.
        var tooMany = min(list.lesserCount, room) + 1
        while tooMany - fits > 1 {
            let middle = (fits + tooMany) / 2
            let drawing = draw(
                ListDetail(
                    isSpread: false, notesLesser: notesLesser, notesPlan: notesLesser,
                    mostLesser: middle))
            if drawing.lines.count <= room {
                fits = middle
                longest = drawing
            } else {
                tooMany = middle
            }
        }
        return longest
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
        return switch purpose {
        case .applying: isName ? "\(line.verb) it" : "go ahead"
        case .approving: isName ? "sign for it" : "sign"
        }
    }

    private func draw(_ detail: ListDetail, repeatsSummary: Bool = false) -> TextBlock {
        var screen = TextBlock(width: size.columns)
        drawSummary(on: &screen)
        if list.count > 0 {
            screen.gap()
            screen.append(ConcernList(list, detail: detail, width: size.columns).block)
        }
        if !concerns.general.isEmpty {
            screen.gap()
            screen.append(
                findingList(
                    concerns.general, notes: detail.notesPlan, width: size.columns))
        }
        screen.gap()
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
        screen.paragraph(place(of: verdict, backend: backend) + accountRuns)
        screen.gap()
        screen.paragraph([.prose(stake(of: concerns), .danger)])
    }

    /// The accounts that a run is about, as a sentence of their own.
    private var accountRuns: [TextRun] {
        guard let first = accounts.first else { return [] }
        let noun = accounts.count == 1 ? "Account" : "Accounts"
        var runs: [TextRun] = [.prose(" \(noun) "), .exact(Array(first.utf8), .strong)]
        for account in accounts.dropFirst() {
            runs += [.prose(", "), .exact(Array(account.utf8), .strong)]
        }
        return runs + [.prose(".")]
    }

    /// The rest, in one line.
    private var counts: String {
        let rest = rest(of: concerns)
        let areListed = concerns.losses.isEmpty && concerns.others.isEmpty
        guard !concerns.warnings.isEmpty, !areListed else { return rest }
        return "Warned of: \(Concerns.phrase(concerns.warnings)). \(rest)"
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
        let amount = names > 1 ? "\(names) lines to type, one by one. " : ""
        let still =
            switch purpose {
            case .applying: "Nothing has changed yet, and Ctrl-C keeps it so."
            case .approving: "Nothing has been signed yet, and Ctrl-C keeps it so."
            }
        return amount + still
    }
}
